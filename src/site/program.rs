//! Which program built a site: the same one draws the same page of the same values.

use std::{env, fs};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// A program by a checksum of its own file, so that one built anew from changed sources is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Program(u64);

impl Program {
    /// The program that runs; `None` where its file cannot be read.
    pub(super) fn this() -> Option<Self> {
        let file = env::current_exe().and_then(fs::read).ok()?;
        Some(Self(xxh3_64(&file)))
    }
}
