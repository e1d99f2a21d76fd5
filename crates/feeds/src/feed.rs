//! Feeds: turns bytes in a source's own terms into raw, untrusted postings.
//!
//! The bytes of one file or response go in. [`RawPosting`]s come out, and a [`Rejection`] for every record that can't
//! be read. Each source has its own file, with its field names private to it. Nothing here judges a posting (`ingest`
//! does) or fetches anything (callers do).

mod address;
mod arbeitnow;
mod ashby;
mod bamboo_hr;
mod csv;
mod greenhouse;
mod himalayas;
mod jobicy;
mod kind;
mod lenient;
mod lever;
mod native;
mod network_jobs;
mod organization;
#[cfg(test)]
mod outline;
mod page;
mod personio;
mod pieces;
mod pinpoint;
mod raw;
mod reading;
mod record;
mod records;
mod recruitee;
mod rejection;
mod remote_ok;
mod remotive;
mod rippling;
mod smart_recruiters;
mod source;
mod syndication;
mod table;
mod teamtailor;
mod wire;
mod workable;
mod workday;
mod xml;

use std::collections::BTreeMap;

pub use kind::FeedKind;
pub use pieces::{ReadError, read_pieces};
pub use raw::{
    Anonymity, FeedId, RawExperience, RawOrganization, RawPerson, RawPlace, RawPosting, RawProfile, RawProvenance,
    RawSalary,
};
use reading::FeedReading;
pub use rejection::{Rejection, RejectionReason};
pub use table::COLUMN_NAMES;

/// JSON Schema (draft 2020-12) of one record of the native format, with the extension properties.
pub const SCHEMA: &str = include_str!("feed/schema.json");

/// Reads a feed; without a `kind`, it is detected from the bytes.
///
/// One broken record never costs the others. It is an error only if not a single record can be read.
pub fn read(bytes: &[u8], kind: Option<FeedKind>) -> Result<FeedContents, FeedError> {
    read_with(bytes, &ReadOptions { kind, ..ReadOptions::default() })
}

/// Reads a feed with the operator's options.
pub fn read_with(bytes: &[u8], options: &ReadOptions) -> Result<FeedContents, FeedError> {
    let mut contents = FeedContents::default();
    let mut take = |piece| contents.extend(piece);
    let mut reading = FeedReading::new(options, &mut take);
    reading.whole(&String::from_utf8_lossy(bytes))?;
    let extent = reading.end()?;
    Ok(FeedContents { extent, ..contents })
}

/// What the operator says about feeds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Their kind; `None` means detected.
    pub kind: Option<FeedKind>,
    /// Columns of tables with unknown names: from the known name of a column to the feed's name for it.
    pub columns: BTreeMap<String, String>,
    /// The address that a feed was fetched from. It may tell who the employer is, and where the postings' pages are.
    pub address: Option<String>,
}

/// What a feed contains: postings to judge, and records that can't be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FeedContents {
    /// The postings, in the feed's order.
    pub postings: Vec<RawPosting>,
    /// The records that aren't postings, in the feed's order.
    pub rejections: Vec<Rejection>,
    /// The feed's kind; `None` if no record tells.
    pub kind: Option<FeedKind>,
    /// Whether this is all of the feed.
    pub extent: Extent,
    /// The unused columns of a table, by name, with the start of each cell that isn't empty.
    pub unread: BTreeMap<String, Vec<String>>,
}

/// Whether a feed's text ends where it should.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// As far as the text tells: a table can end after any row.
    #[default]
    Whole,
    /// A bracket or element is not closed, as after an interrupted download, so postings may be missing.
    CutOff,
}

/// Why a feed gives nothing at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedError {
    /// There are no bytes, or only white space.
    Empty,
    /// The bytes are neither JSON, XML, HTML, nor a table.
    Unrecognized {
        /// The first 40 characters.
        start: String,
    },
    /// The records are JSON, but of no known source.
    UnknownKind {
        /// The names of the first record's fields.
        fields: String,
    },
    /// Every record is broken.
    NothingReadable {
        /// Number of records.
        records: usize,
        /// What is wrong with the first.
        problem: String,
    },
    /// The page has no `JobPosting` in its JSON-LD.
    NoPostingInPage,
}

impl std::fmt::Display for FeedError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => write!(formatter, "the feed is empty: check that the export or download finished"),
            Self::Unrecognized { start } => write!(
                formatter,
                "the feed is neither JSON, XML, nor a table with known columns (it starts with `{}`): export it as one of these",
                start.escape_debug()
            ),
            Self::UnknownKind { fields } => write!(
                formatter,
                "no known kind of feed has records with the fields {fields}: `openroles schema` prints the native format"
            ),
            Self::NothingReadable { records, problem } => write!(
                formatter,
                "none of the {records} records could be read (the first one: {problem}): check the export"
            ),
            Self::NoPostingInPage => write!(
                formatter,
                "the page contains no JobPosting: use a page that has one in <script type=\"application/ld+json\">, or a JSON feed"
            ),
        }
    }
}

impl std::error::Error for FeedError {}

impl FeedContents {
    /// These contents, marked as those of one of several feeds.
    pub fn of_feed(mut self, feed: FeedId) -> Self {
        self.postings.iter_mut().for_each(|posting| posting.feed = feed);
        self.rejections.iter_mut().for_each(|rejection| rejection.feed = feed);
        self
    }

    /// Adds the next contents of the same feed.
    pub fn extend(&mut self, next: Self) {
        self.kind = self.kind.or(next.kind);
        self.postings.extend(next.postings);
        self.rejections.extend(next.rejections);
        for (column, cells) in next.unread {
            self.unread.entry(column).or_default().extend(cells);
        }
    }
}

/// Whether this is JSON Lines with broken first lines.
fn looks_like_json_lines(text: &str) -> bool {
    const LOOKED_AT: usize = 5;
    text.lines().take(LOOKED_AT).any(|line| line.starts_with("{\""))
}

#[cfg(test)]
mod tests;
