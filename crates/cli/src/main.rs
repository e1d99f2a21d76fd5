//! The command-line tool; see the library `openroles`.

use std::{env, process::ExitCode};

use mimalloc::MiMalloc;
use openroles::Cli;

/// A build mostly allocates and frees small texts, on every core.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    Cli::from_arguments(env::args_os()).run()
}
