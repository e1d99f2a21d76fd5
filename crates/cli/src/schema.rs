//! `openroles schema`: the JSON Schema of the feed format.

use super::{Outcome, error::CliError, output};
use openroles_feeds::feed;

/// Prints the schema to standard output.
pub(super) fn run() -> Result<Outcome, CliError> {
    output::print(feed::SCHEMA)?;
    Ok(Outcome::Done)
}
