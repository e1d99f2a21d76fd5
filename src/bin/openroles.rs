//! The command line tool.

use std::process::ExitCode;

use clap::Parser;
use openroles::cli::Cli;

fn main() -> ExitCode {
    Cli::parse().run()
}
