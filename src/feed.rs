//! Feeds: bytes in a source's own words become raw, untrusted postings.
//!
//! In go the bytes of one file or response, out come [`RawPosting`]s and a [`Rejection`] for every record that could
//! not be read. Each source has a file of its own with its field names private to it. Nothing here judges a posting
//! or fetches anything; `ingest` does the first, callers the second.

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
mod pinpoint;
mod raw;
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

use serde_json::Value;

pub use kind::FeedKind;
pub use raw::{
    Anonymity, FeedId, RawExperience, RawOrganization, RawPerson, RawPlace, RawPosting, RawProfile, RawProvenance,
    RawSalary,
};
pub use rejection::{Rejection, RejectionReason};
pub use table::COLUMN_NAMES;
use wire::{Record, Records, Wire};

/// JSON Schema (draft 2020-12) of one record of the native format, with the extension properties.
pub const SCHEMA: &str = include_str!("feed/schema.json");

/// Reads a feed; without a `kind` the bytes are recognized.
///
/// One broken record never costs the others. It is an error only when not a single record could be read.
pub fn read(bytes: &[u8], kind: Option<FeedKind>) -> Result<FeedContents, FeedError> {
    read_with(bytes, &ReadOptions { kind, ..ReadOptions::default() })
}

/// Reads a feed as the operator says.
pub fn read_with(bytes: &[u8], options: &ReadOptions) -> Result<FeedContents, FeedError> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').trim();
    match text.as_bytes().first() {
        None => Err(FeedError::Empty),
        Some(b'{' | b'[') => read_json(text, options),
        Some(b'<') => match xml::split(text) {
            Some(records) => read_records(&records, options, FeedKind::Table),
            None => read_page(text),
        },
        Some(_) if looks_like_json_lines(text) => read_json(text, options),
        Some(_) => read_table(text, options),
    }
}

/// What the operator says about feeds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Their kind; without one it is recognized.
    pub kind: Option<FeedKind>,
    /// Columns of tables by other names than are known: what a column is, and what the feed calls it.
    pub columns: BTreeMap<String, String>,
}

impl ReadOptions {
    /// Whether a record has a column that the operator has named.
    fn names_column_of(&self, record: &Value) -> bool {
        self.columns.values().any(|column| record.get(column).is_some())
    }

    /// The record with its columns called what they are.
    fn renamed(&self, mut record: Value) -> Value {
        if let Value::Object(fields) = &mut record {
            for (name, column) in &self.columns {
                if let Some(value) = fields.remove(column) {
                    fields.insert(name.clone(), value);
                }
            }
        }
        record
    }
}

/// What a feed holds: postings to judge, and records that could not be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FeedContents {
    /// The postings, in the feed's order.
    pub postings: Vec<RawPosting>,
    /// The records that are none.
    pub rejections: Vec<Rejection>,
    /// The source; none where there is not a single record to tell.
    pub kind: Option<FeedKind>,
    /// Whether this is all of the feed.
    pub extent: Extent,
}

/// Whether a feed's text ends where it should.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// As far as one can tell: a table may end after any row.
    #[default]
    Whole,
    /// Something that was opened is not closed, as after a download that broke off: there may be more postings.
    CutOff,
}

/// Why a feed gave nothing at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedError {
    /// There are no bytes but white space.
    Empty,
    /// The bytes are neither JSON, XML, HTML nor a table.
    Unrecognized {
        /// The first characters.
        start: String,
    },
    /// The records are JSON of no known source.
    UnknownKind {
        /// The names of the first record's fields.
        fields: String,
    },
    /// Every record is broken.
    NothingReadable {
        /// How many there are.
        records: usize,
        /// What is wrong with the first.
        problem: String,
    },
    /// A page without postings.
    NoPostingInPage,
}

impl std::fmt::Display for FeedError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => write!(formatter, "the feed is empty: check that the export or download finished"),
            Self::Unrecognized { start } => write!(
                formatter,
                "the feed is neither JSON, XML nor a table with known columns, it starts with `{}`: export it as one of them",
                start.escape_debug()
            ),
            Self::UnknownKind { fields } => write!(
                formatter,
                "no known kind of feed has records with the fields {fields}: see `openroles schema` for the format"
            ),
            Self::NothingReadable { records, problem } => write!(
                formatter,
                "none of the {records} records could be read, the first because {problem}: check the export"
            ),
            Self::NoPostingInPage => write!(
                formatter,
                "the page holds no JobPosting: give a page with <script type=\"application/ld+json\"> or a JSON feed"
            ),
        }
    }
}

impl std::error::Error for FeedError {}

fn read_json(text: &str, options: &ReadOptions) -> Result<FeedContents, FeedError> {
    read_records(&records::split(text), options, FeedKind::Native)
}

/// Whether only the first lines are none of JSON Lines.
fn looks_like_json_lines(text: &str) -> bool {
    const LOOKED_AT: usize = 5;
    text.lines().take(LOOKED_AT).any(|line| line.starts_with("{\""))
}

/// A table names its columns, and one of them is known: everything else is text of another kind.
fn read_table(text: &str, options: &ReadOptions) -> Result<FeedContents, FeedError> {
    let unrecognized = || FeedError::Unrecognized { start: text.chars().take(40).collect() };
    let records = csv::split(text).ok_or_else(unrecognized)?;
    read_records(&records, options, FeedKind::Table).map_err(|error| match error {
        FeedError::UnknownKind { .. } => unrecognized(),
        other => other,
    })
}

/// Reads records by their kind; those that look like the native format in other than JSON are flat, and so a table.
fn read_records(records: &Records<'_>, options: &ReadOptions, flat: FeedKind) -> Result<FeedContents, FeedError> {
    let recognized = || {
        let kind = recognized(&records.list, options)?;
        Ok(kind.map(|kind| if kind == FeedKind::Native { flat } else { kind }))
    };
    let Some(kind) = options.kind.map_or_else(recognized, |kind| Ok(Some(kind)))? else {
        return Ok(FeedContents { extent: records.extent, ..FeedContents::default() });
    };
    let mut contents = FeedContents { kind: Some(kind), extent: records.extent, ..FeedContents::default() };
    let mut readable = 0;
    for record in &records.list {
        let value = record.parse().map(|value| options.renamed(value));
        readable += usize::from(value.is_ok());
        let page = records.page_of(record);
        contents.add(&record.name(), value.and_then(|record| kind.postings(Wire { record: &record, page })));
    }
    match contents.rejections.first() {
        Some(first) if readable == 0 => {
            Err(FeedError::NothingReadable { records: records.list.len(), problem: first.reason.to_string() })
        }
        _ => Ok(contents),
    }
}

/// Pages hold other JSON-LD beside postings (breadcrumbs, the company), so what is not a posting is no rejection.
fn read_page(text: &str) -> Result<FeedContents, FeedError> {
    let mut contents = FeedContents { kind: Some(FeedKind::Native), ..FeedContents::default() };
    for (index, script) in page::json_ld(text).iter().enumerate() {
        if records::extent(script) == Extent::CutOff {
            contents.extent = Extent::CutOff;
        }
        let value = records::parse(script);
        let postings = value.and_then(|value| native::postings(&value));
        if !matches!(postings, Err(RejectionReason::NotAPosting { .. })) {
            contents.add(&format!("script {}", index + 1), postings);
        }
    }
    let is_empty = contents.postings.is_empty() && contents.rejections.is_empty();
    if is_empty { Err(FeedError::NoPostingInPage) } else { Ok(contents) }
}

/// A feed is of one kind, so a few records tell; the first ones may be broken. None where there are no records.
fn recognized(records: &[Record<'_>], options: &ReadOptions) -> Result<Option<FeedKind>, FeedError> {
    const LOOKED_AT: usize = 20;
    let mut fields = None;
    for value in records.iter().take(LOOKED_AT).flat_map(Record::parse) {
        if options.names_column_of(&value) {
            return Ok(Some(FeedKind::Table));
        }
        if let Some(kind) = FeedKind::recognized(&value) {
            return Ok(Some(kind));
        }
        fields.get_or_insert_with(|| lenient::field_names(&value));
    }
    match fields {
        Some(fields) => Err(FeedError::UnknownKind { fields }),
        None => Ok((!records.is_empty()).then_some(FeedKind::Native)),
    }
}

impl FeedContents {
    /// The contents as those of one of several feeds.
    pub fn of_feed(mut self, feed: FeedId) -> Self {
        self.postings.iter_mut().for_each(|posting| posting.feed = feed);
        self.rejections.iter_mut().for_each(|rejection| rejection.feed = feed);
        self
    }

    fn add(&mut self, record: &str, postings: Result<Vec<RawPosting>, RejectionReason>) {
        match postings {
            Ok(postings) => self
                .postings
                .extend(postings.into_iter().map(|posting| RawPosting { record: record.to_owned(), ..posting })),
            Err(reason) => {
                self.rejections.push(Rejection { feed: FeedId::default(), record: record.to_owned(), reason });
            }
        }
    }
}

#[cfg(test)]
mod tests;
