//! The command line: arguments in, an exit code out.
//!
//! Exit code 0 means done. 1 means done, but records were lost, a feed failed, or a finding has the highest severity. 2
//! means that the command could not run, and changed nothing. Results go to standard output. Errors go to standard
//! error, and name the file, the record, and the remedy.
//!
//! ```
//! use std::process::ExitCode;
//!
//! assert_eq!(openroles::Cli::from_arguments(["openroles", "schema"].map(Into::into)).run(), ExitCode::SUCCESS);
//! ```

mod build;
mod build_json;
mod columns;
mod doctor;
mod earlier;
mod error;
mod feeds;
mod headers;
mod input;
mod live_site;
mod logos;
mod output;
mod remote;
mod sample;
mod schema;
mod search;
mod serve;
mod similar;
mod site_data;
mod static_files;
mod summary;
mod table;

use std::{ffi::OsString, fs, path::Path, process::ExitCode, time::SystemTime};

use clap::{CommandFactory, Parser, Subcommand};
use error::CliError;
use openroles_feeds::config::Settings;
use openroles_model::domain::Date;

/// A job board that needs no server: turns feeds into static files, which the visitor's browser searches.
#[derive(Debug, Parser)]
#[command(name = "openroles", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Turn feeds into a static site.
    Build(build::BuildArguments),
    /// Report what feeds contain and what is wrong with them, most serious problems first.
    Doctor(doctor::DoctorArguments),
    /// Search a built site with the browser's engine.
    Search(search::SearchArguments),
    /// Print jobs that are similar to a given one, with the reasons.
    Similar(similar::SimilarArguments),
    /// Print generated postings, or write a sample board.
    Sample(sample::SampleArguments),
    /// Serve a built site on this machine, with the headers that a CDN should send.
    Serve(serve::ServeArguments),
    /// Print settings for a web server or host, to send the same headers as `openroles serve`.
    Headers(headers::HeadersArguments),
    /// Print the JSON Schema of the feed format.
    Schema,
}

/// How a command ended, if it could run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Everything went well: exit code 0.
    Done,
    /// It finished, but lost a record or a feed: exit code 1.
    WithLosses,
}

impl Cli {
    /// Reads the arguments; clap exits the program for help, version, and mistakes.
    pub fn from_arguments(arguments: impl IntoIterator<Item = OsString>) -> Self {
        Self::parse_from(with_excluded_words_last(arguments.into_iter().collect()))
    }

    /// Runs the command; reports a failure on standard error.
    pub fn run(self) -> ExitCode {
        let result = match self.command {
            Command::Build(arguments) => build::run(&arguments),
            Command::Doctor(arguments) => doctor::run(&arguments),
            Command::Search(arguments) => search::run(&arguments),
            Command::Similar(arguments) => similar::run(&arguments),
            Command::Sample(arguments) => sample::run(&arguments),
            Command::Serve(arguments) => serve::run(&arguments),
            Command::Headers(arguments) => headers::run(&arguments),
            Command::Schema => schema::run(),
        };
        match result {
            Ok(Outcome::Done) => ExitCode::SUCCESS,
            Ok(Outcome::WithLosses) => ExitCode::from(1),
            Err(error) => {
                output::complain(&error);
                ExitCode::from(2)
            }
        }
    }
}

/// Moves `-word` after a `--` in the arguments of `search`, where it excludes a word and isn't an option.
fn with_excluded_words_last(arguments: Vec<OsString>) -> Vec<OsString> {
    let is_search = arguments.get(1).is_some_and(|command| command == "search");
    if !is_search || arguments.iter().any(|argument| argument == "--") {
        return arguments;
    }
    let options = search_options_with_value();
    let mut kept: Vec<OsString> = Vec::new();
    let mut excluded = Vec::new();
    for argument in arguments {
        let is_value = kept.last().is_some_and(|option| options.iter().any(|name| option == name.as_str()));
        let bytes = argument.as_encoded_bytes();
        let is_dashed = bytes.len() > 1 && bytes[0] == b'-' && bytes[1] != b'-' && argument != "-h";
        if is_dashed && !is_value { excluded.push(argument) } else { kept.push(argument) }
    }
    if !excluded.is_empty() {
        kept.push("--".into());
        kept.extend(excluded);
    }
    kept
}

/// Options such as `--facet` and `--sort`: the argument after one is its value, whatever it begins with.
fn search_options_with_value() -> Vec<String> {
    let command = Cli::command();
    let arguments = command.find_subcommand("search").into_iter().flat_map(clap::Command::get_arguments);
    let with_value = arguments.filter(|argument| argument.get_action().takes_values());
    with_value.filter_map(|argument| argument.get_long().map(|name| format!("--{name}"))).collect()
}

/// The settings in a config file; the defaults without one.
fn settings(path: Option<&Path>) -> Result<Settings, CliError> {
    let Some(path) = path else { return Ok(Settings::default()) };
    let text = fs::read_to_string(path).map_err(|source| CliError::Read { path: path.to_owned(), source })?;
    Settings::parse(&text).map_err(|problem| CliError::Config { path: path.to_owned(), problem: problem.to_string() })
}

/// Parses a day from an argument.
fn parse_date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write a day as year-month-day, such as 2026-11-23".to_owned())
}

/// The day given on the command line, or today (UTC).
fn day_or_today(named: Option<Date>) -> Result<Date, CliError> {
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs());
    let today = || i64::try_from(since_1970).ok().and_then(Date::from_unix_seconds);
    named.or_else(today).ok_or(CliError::Clock)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_dashed_word_excludes_wherever_it_stands() {
        for (typed, read) in [
            ("search site rust -java --json", "search site rust --json -- -java"),
            ("search site --facet -company=acme -java", "search site --facet -company=acme -- -java"),
            ("search site -h", "search site -h"),
            ("search site -- -java --json", "search site -- -java --json"),
            ("build --feed -", "build --feed -"),
        ] {
            let words = |text: &str| format!("openroles {text}").split(' ').map(OsString::from).collect::<Vec<_>>();
            assert_eq!(with_excluded_words_last(words(typed)), words(read), "{typed}");
        }
    }
}
