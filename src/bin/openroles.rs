//! The command line tool.

use std::{env, process::ExitCode};

use openroles::cli::Cli;

fn main() -> ExitCode {
    Cli::from_arguments(env::args_os()).run()
}
