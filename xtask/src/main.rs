//! Developer commands: `cargo xtask app`, `serve`, `test`, `bench`, `fuzz`, and `setup`.
//!
//! Arguments go in; the commands that run, their results, and what is missing come out on the terminal. Nothing here is
//! part of the product: it installs tools, calls cargo and the test runners, and adds up results.

#![expect(clippy::print_stdout, reason = "the terminal is where these commands report")]

mod app_folder;
mod bench;
mod browsers;
mod built;
mod error;
mod fuzz;
mod licenses;
mod programs;
mod rebuilt;
mod serve;
mod setup;
mod site;
mod sizes;
mod steps;
mod tally;
mod test;
mod tools;
mod uncalled;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use error::Error;
use workspace::Workspace;

/// Developer commands of openroles.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the browser app and the widget's engine in `dist`, for `openroles build --app dist`.
    App,
    /// Build the app and a sample board, and serve the board on this machine.
    Serve(serve::ServeOptions),
    /// Install what the tests need, and run the tests.
    Test(test::TestOptions),
    /// Measure the engine, and compare it with other search engines.
    Bench(bench::BenchOptions),
    /// Run every parser on random and malformed input, to find crashes.
    Fuzz(fuzz::FuzzOptions),
    /// Install every tool, without running anything else.
    Setup,
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Task) -> Result<ExitCode, Error> {
    let workspace = Workspace::locate()?;
    match command {
        Task::App => app_folder::build(&workspace).map(|()| ExitCode::SUCCESS),
        Task::Serve(options) => serve::serve(&workspace, &options),
        Task::Test(options) => test::test(&workspace, &options),
        Task::Bench(options) => bench::bench(&workspace, &options),
        Task::Fuzz(options) => fuzz::fuzz(&workspace, &options),
        Task::Setup => setup::everything(&workspace),
    }
}
