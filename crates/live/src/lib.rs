//! A board from a live feed: does in the visitor's browser what `openroles build` does.
//!
//! In the browser, [`read`] is a separate program, because it is more than half as large as the app and few boards need
//! it. Its result goes to the app as JSON and as chunks of the index.
//!
//! ```
//! use openroles_engine::{domain::{BoardSettings, Date}, index::Index};
//!
//! let feed = r#"[{"identifier": "1", "title": "Baker", "hiringOrganization": {"name": "Acme"}}]"#;
//! let today = Date::parse("2026-11-01").expect("a day");
//! let (live, written) = openroles_live::read(feed.as_bytes(), &BoardSettings::named("Jobs"), None, today)?;
//! assert_eq!(live.postings[0].title, "Baker");
//! assert_eq!(Index::from_written(&written, today).expect("an index").len(), 1);
//! # Ok::<(), String>(())
//! ```

use openroles_engine::index::{self, IndexContents, WrittenIndex};
use openroles_feeds::{
    feed,
    ingest::{Duplicates, EarlierJobs, IngestOptions, Intake},
};
use openroles_model::domain::{BoardSettings, Date, JobPosting, Organization};
use serde::{Deserialize, Serialize};

/// Source of the jobs, as stated in `config.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "StatedSource")]
pub enum JobSource {
    /// Files that `openroles build` wrote.
    #[default]
    Static,
    /// Feed fetched when the page opens.
    Feed {
        /// URL of the feed, or a path relative to the base path.
        url: String,
        /// Name of the employer, for feeds that don't state it.
        company: Option<String>,
    },
}

/// The source as it is written: its kind, and the values of that kind.
#[derive(Deserialize)]
struct StatedSource {
    source: SourceKind,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    company: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum SourceKind {
    Static,
    Feed,
}

impl TryFrom<StatedSource> for JobSource {
    type Error = &'static str;

    fn try_from(StatedSource { source, url, company }: StatedSource) -> Result<Self, &'static str> {
        match source {
            SourceKind::Static => Ok(Self::Static),
            SourceKind::Feed => Ok(Self::Feed { url: url.ok_or("a feed needs a `url`")?, company }),
        }
    }
}

/// The contents of a live feed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LivePostings {
    /// The jobs, at most [`POSTINGS_AT_MOST`].
    pub postings: Vec<JobPosting>,
    /// The employers with a page.
    pub organizations: Vec<Organization>,
    /// Number of unusable records, and of those beyond [`POSTINGS_AT_MOST`].
    pub rejection_count: usize,
}

/// Larger feeds need a build: parsing them would take too long on a phone.
pub const POSTINGS_AT_MOST: usize = 5_000;

/// Reads an uncompressed feed of any kind. `company` is the employer for feeds that don't name one. The error says why
/// the feed can't be read.
pub fn read(
    bytes: &[u8],
    board: &BoardSettings,
    company: Option<String>,
    today: Date,
) -> Result<(LivePostings, WrittenIndex), String> {
    let mut contents = feed::read(bytes, None).map_err(|error| error.to_string())?;
    let surplus = contents.postings.len().saturating_sub(POSTINGS_AT_MOST);
    contents.postings.truncate(POSTINGS_AT_MOST);
    let mut intake = Intake::new(IngestOptions { company, duplicates: Duplicates::Fold }).on_day(today);
    intake.take(contents);
    let ingested = intake.finish(&EarlierJobs::default());
    let index = IndexContents::of(&ingested.postings, &ingested.organizations, &board.conversion());
    let lost = ingested.rejections.iter().filter(|rejection| !rejection.reason.is_merge()).count();
    let live = LivePostings {
        rejection_count: lost + surplus,
        postings: ingested.postings,
        organizations: ingested.organizations,
    };
    Ok((live, index::write(&index)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_engine::{
        index::Index,
        query::{Query, search},
    };

    fn day() -> Date {
        Date::from_days(20_000).expect("a date")
    }

    fn record(number: usize) -> String {
        format!(
            r#"{{"identifier": "{number}", "title": "Engineer {number}", "hiringOrganization": {{"name": "Acme"}}}}"#
        )
    }

    #[test]
    fn a_feed_becomes_an_index_and_the_postings_behind_it() {
        let feed = format!("[{}, {}, {{\"title\": \"\"}}]", record(1), record(2));
        let (live, written) = read(feed.as_bytes(), &BoardSettings::named("Jobs"), None, day()).expect("a feed");
        assert_eq!((live.postings.len(), live.rejection_count), (2, 1));
        let index = Index::from_written(&written, day()).expect("just written");
        assert_eq!(search(&index, &Query::default().with_text("engineer")).hit_count, 2);
    }

    #[test]
    fn a_record_that_is_merged_into_another_is_not_counted_as_rejected() {
        let twice = format!("[{}, {}]", record(1), record(1));
        let (live, _) = read(twice.as_bytes(), &BoardSettings::named("Jobs"), None, day()).expect("a feed");
        assert_eq!((live.postings.len(), live.rejection_count), (1, 0));
    }

    #[test]
    fn postings_beyond_the_limit_are_counted_as_rejected() {
        let records: Vec<String> = (0..POSTINGS_AT_MOST + 3).map(record).collect();
        let (live, _) = read(format!("[{}]", records.join(",")).as_bytes(), &BoardSettings::named("Jobs"), None, day())
            .expect("one");
        assert_eq!((live.postings.len(), live.rejection_count), (POSTINGS_AT_MOST, 3));
    }

    #[test]
    fn what_is_no_feed_is_refused_with_the_reason() {
        assert!(read(b"<!doctype html><p>Sign in", &BoardSettings::named("Jobs"), None, day()).is_err());
    }
}
