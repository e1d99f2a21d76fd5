//! `openroles sample`: generated postings as JSON Lines, or the bundled board as files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use openroles_feeds::sample::{board_jobs, board_toml, briefly, sample};
use openroles_model::domain::Date;

use super::{Outcome, day_or_today, error::CliError, output, parse_date};

/// Arguments of `openroles sample`.
#[derive(Debug, clap::Args)]
pub(super) struct SampleArguments {
    /// Number of postings to print.
    #[arg(long, value_name = "N", default_value_t = 100)]
    count: usize,
    /// Seed of the generator. The same seed and day give the same postings.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Omit descriptions, except for the note that the postings are samples.
    #[arg(long)]
    brief: bool,
    /// Date the postings as if it were this day, such as 2026-11-23 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    now: Option<Date>,
    /// Instead of printing postings, write the sample board (board.toml and jobs.json) to this folder.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["count", "seed", "brief"])]
    board: Option<PathBuf>,
}

/// Postings per write, so as not to wait for the terminal after each.
const BATCH: usize = 1_000;

/// Prints postings, or writes the bundled board.
pub(super) fn run(arguments: &SampleArguments) -> Result<Outcome, CliError> {
    match &arguments.board {
        Some(folder) => write_board(folder, day_or_today(arguments.now)?)?,
        None => print_postings(arguments)?,
    }
    Ok(Outcome::Done)
}

fn write_board(folder: &Path, now: Date) -> Result<(), CliError> {
    fs::create_dir_all(folder).map_err(|source| CliError::Write { path: folder.to_owned(), source })?;
    for (name, text) in [("board.toml", board_toml(now)), ("jobs.json", board_jobs(now))] {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|source| CliError::Write { path, source })?;
    }
    Ok(())
}

fn print_postings(arguments: &SampleArguments) -> Result<(), CliError> {
    let postings = sample(arguments.count, arguments.seed, day_or_today(arguments.now)?);
    let mut postings = postings.map(|posting| if arguments.brief { briefly(posting) } else { posting }).peekable();
    while postings.peek().is_some() {
        let batch: String = postings.by_ref().take(BATCH).map(|posting| format!("{posting}\n")).collect();
        output::print(&batch)?;
    }
    Ok(())
}
