//! What the next build has to know of this one: when each job's page last said something else.
//!
//! It lies in the site itself, `history.json`, so that a build needs nothing but the folder it replaces. Without an
//! earlier site, the day a job was posted is the best that is known.

use std::{collections::BTreeMap, fs, io::ErrorKind, path::Path};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{SiteError, json, staging::at};
use crate::domain::{Date, JobPosting, Organization, Slug};

/// Where it lies, below the site's folder.
pub(super) const HISTORY_PATH: &str = "history.json";

/// The version this code writes and reads.
const FORMAT: u32 = 1;

/// The jobs of a site with what is remembered of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct History {
    format: u32,
    jobs: BTreeMap<Slug, Remembered>,
}

/// What is remembered of a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Remembered {
    /// A checksum of all that the page states.
    content: u64,
    /// The day it first was that.
    changed: Date,
    /// The day the feed no longer had it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closed: Option<Date>,
}

/// What a job's page states.
pub(super) struct Stated<'a> {
    /// The job.
    pub(super) posting: &'a JobPosting,
    /// Who hires, where it has a page.
    pub(super) organization: Option<&'a Organization>,
    /// The day the feed no longer had it; `None` while it has.
    pub(super) closed: Option<Date>,
}

/// What came of looking for an earlier history.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Earlier {
    /// There is none.
    None,
    /// Here it is.
    Known(History),
    /// There is one, in a form this program does not know.
    Unreadable,
}

impl Earlier {
    /// The history of the site in `folder`.
    pub(super) fn of(folder: &Path) -> Result<Self, SiteError> {
        let path = folder.join(HISTORY_PATH);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::None),
            Err(error) => return Err(at(&path)(error)),
        };
        let history = serde_json::from_slice(&bytes).ok().filter(|history: &History| history.format == FORMAT);
        Ok(history.map_or(Self::Unreadable, Self::Known))
    }
}

impl History {
    /// The history after a build of these jobs on the day `now`.
    pub(super) fn after<'a>(
        earlier: &Earlier,
        jobs: impl Iterator<Item = Stated<'a>>,
        now: Date,
    ) -> Result<Self, SiteError> {
        let mut history = Self { format: FORMAT, jobs: BTreeMap::new() };
        for Stated { posting, organization, closed } in jobs {
            let content = xxh3_64(&json("history", &(posting, organization))?);
            let changed = match earlier {
                Earlier::Known(earlier) => match earlier.jobs.get(&posting.slug) {
                    Some(known) if known.content == content => known.changed,
                    Some(_) | None => now,
                },
                Earlier::None | Earlier::Unreadable => posting.date_posted.map_or(now, |posted| posted.min(now)),
            };
            history.jobs.insert(posting.slug.clone(), Remembered { content, changed, closed });
        }
        Ok(history)
    }

    /// Every job with the day the feed no longer had it; that is `now` for those it had until now.
    pub(super) fn jobs_closed_by(&self, now: Date) -> impl Iterator<Item = (&Slug, Date)> {
        self.jobs.iter().map(move |(slug, remembered)| (slug, remembered.closed.unwrap_or(now)))
    }

    /// The day a job's page last changed.
    pub(super) fn changed(&self, slug: &Slug) -> Option<Date> {
        self.jobs.get(slug).map(|remembered| remembered.changed)
    }

    /// The history as the file holds it.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, SiteError> {
        json("history", self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        feed,
        ingest::{IngestOptions, ingest},
    };

    fn posting(text: &str, posted: &str) -> JobPosting {
        let feed = format!(
            r#"[{{"id": "1", "title": "Engineer", "company": "Acme", "description": "{text}", "datePosted": "{posted}"}}]"#
        );
        let contents = feed::read(feed.as_bytes(), None).expect("a feed");
        ingest(contents, &IngestOptions::default()).postings.remove(0)
    }

    fn stated(posting: &JobPosting) -> Stated<'_> {
        Stated { posting, organization: None, closed: None }
    }

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    #[test]
    fn a_page_changed_when_it_first_said_what_it_says() {
        let mut earlier = Earlier::None;
        for (text, now, changed) in [
            ("Build.", "2026-11-20", "2026-11-18"),
            ("Build.", "2026-11-21", "2026-11-18"),
            ("Build and test.", "2026-11-22", "2026-11-22"),
            ("Build and test.", "2026-11-23", "2026-11-22"),
        ] {
            let posting = posting(text, "2026-11-18");
            let history = History::after(&earlier, [stated(&posting)].into_iter(), day(now)).expect("written");
            assert_eq!(history.changed(&posting.slug), Some(day(changed)), "{now}");
            earlier = Earlier::Known(history);
        }
    }

    #[test]
    fn a_job_that_came_later_changed_when_it_came() {
        let nothing = Earlier::Known(History { format: FORMAT, jobs: BTreeMap::new() });
        for (earlier, posted, changed) in [
            (&nothing, "2026-11-01", "2026-11-23"),
            (&Earlier::None, "2026-12-01", "2026-11-23"),
            (&Earlier::Unreadable, "", "2026-11-23"),
        ] {
            let posting = posting("Build.", posted);
            let history = History::after(earlier, [stated(&posting)].into_iter(), day("2026-11-23")).expect("written");
            assert_eq!(history.changed(&posting.slug), Some(day(changed)), "{posted}");
        }
    }

    #[test]
    fn it_is_found_again_and_another_format_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(Earlier::of(folder.path()).expect("looked"), Earlier::None);
        let posting = posting("Build.", "2026-11-18");
        let history =
            History::after(&Earlier::None, [stated(&posting)].into_iter(), day("2026-11-23")).expect("written");
        fs::write(folder.path().join(HISTORY_PATH), history.to_bytes().expect("json")).expect("written");
        assert_eq!(Earlier::of(folder.path()).expect("looked"), Earlier::Known(history));
        fs::write(folder.path().join(HISTORY_PATH), "{\"format\": 99, \"jobs\": {}}").expect("written");
        assert_eq!(Earlier::of(folder.path()).expect("looked"), Earlier::Unreadable);
    }
}
