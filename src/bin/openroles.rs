//! The command line tool.

use std::{env, process::ExitCode};

use mimalloc::MiMalloc;
use openroles::cli::Cli;

/// A build is mostly small texts that come and go on every core.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    Cli::from_arguments(env::args_os()).run()
}
