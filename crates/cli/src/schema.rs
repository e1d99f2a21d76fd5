//! `openroles schema`: the JSON Schema of the feed format.

use openroles_feeds::feed;

use super::{Outcome, error::CliError, output};

/// Prints the schema to standard output.
pub(super) fn run() -> Result<Outcome, CliError> {
    output::print(feed::SCHEMA)?;
    Ok(Outcome::Done)
}
