//! Prints the kinds of feeds that can be read, one per line; `cargo xtask fuzz` fuzzes each of them.

use std::io::{self, Write, stdout};

use openroles_feeds::feed::FeedKind;

fn main() -> io::Result<()> {
    FeedKind::ALL.into_iter().try_for_each(|kind| writeln!(stdout(), "{}", kind.name()))
}
