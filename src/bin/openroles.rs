//! The command-line tool; see `openroles::cli`.

use std::{env, process::ExitCode};

use mimalloc::MiMalloc;
use openroles::cli::Cli;

/// A build mostly allocates and frees small texts, on every core.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    Cli::from_arguments(env::args_os()).run()
}
