//! `history.json`, which tells the next build what this site contained: its jobs, the paths of their pages, the day
//! each page last changed, and which program drew them.
//!
//! The file is part of the site, so a build needs nothing but the folder it replaces. Jobs are matched by
//! identifier, so a page can keep its path when the job's title changes. Without an earlier site, a job's page
//! counts as changed on the day the job was posted.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    io::ErrorKind,
    path::Path,
};

use openroles_app::routes::Route;
use openroles_feeds::{
    feed::FeedId,
    ingest::{EarlierJob, EarlierStanding, FeedsRead},
};
use openroles_model::domain::{Date, JobId, JobPosting, Organization, Slug};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{EarlierSite, SiteError, json, staging_dir::at};

/// Path relative to the site's folder.
pub(super) const HISTORY_PATH: &str = "history.json";

/// Version of the format that this code reads and writes.
const FORMAT: u32 = 2;

/// What is recorded about a site's jobs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct History {
    format: u32,
    jobs: BTreeMap<JobId, Remembered>,
    /// Day on which each list of jobs last changed, by the path of its page.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    lists: BTreeMap<String, Date>,
    /// Day on which a feed was last read in full, for feeds that couldn't be read in this build.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    behind: BTreeMap<FeedId, Date>,
    /// Program that drew the pages; `None` if it couldn't read its own file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    program: Option<ProgramId>,
}

/// What is recorded about a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Remembered {
    /// Slug of the job's page.
    slug: Slug,
    /// Slug of the hiring company, if it has a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    company: Option<Slug>,
    /// Feed of the job; `None` if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    feed: Option<FeedId>,
    /// Checksum of everything the page states.
    content: u64,
    /// First day on which the page had this checksum.
    changed: Date,
    /// Day on which the job was missing from its feed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closed: Option<Date>,
    /// Day on which the job was posted. It is kept because a feed may state only an age, which would give another
    /// day on every build.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    posted: Option<Date>,
}

/// Checksum of the running program's file. The same program draws the same page from the same values; a program
/// built from other sources has another checksum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ProgramId(u64);

impl ProgramId {
    /// The running program; `None` if its file can't be read.
    pub(super) fn this() -> Option<Self> {
        let file = env::current_exe().and_then(fs::read).ok()?;
        Some(Self(xxh3_64(&file)))
    }
}

/// What a job's page states, as input for its history.
pub(super) struct Stated<'a> {
    /// The job.
    pub(super) posting: &'a JobPosting,
    /// Hiring company, if it has a page.
    pub(super) organization: Option<&'a Organization>,
    /// Feed of the job; `None` to keep the recorded one.
    pub(super) feed: Option<FeedId>,
    /// Day on which the job was missing from its feed; `None` while the feed has it.
    pub(super) closed: Option<Date>,
}

/// Result of looking for an earlier history.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Earlier {
    /// There is no history file.
    None,
    /// History of the earlier site.
    Known(History),
    /// The file's format isn't the one that this program reads.
    Unreadable,
}

impl Earlier {
    /// Reads the history of the site in `folder`. Fails if the file exists but can't be read from disk.
    pub(super) fn of(folder: &Path) -> Result<Self, SiteError> {
        let path = folder.join(HISTORY_PATH);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::None),
            Err(error) => return Err(at(&path)(error)),
        };
        match serde_json::from_slice(&bytes).map(|Version { format }| format) {
            Ok(FORMAT) => Ok(serde_json::from_slice(&bytes).map_or(Self::Unreadable, Self::Known)),
            Ok(_) | Err(_) => Ok(Self::Unreadable),
        }
    }

    /// Slug of a job's page.
    pub(super) fn slug(&self, id: &JobId) -> Option<&Slug> {
        self.remembered(id).map(|remembered| &remembered.slug)
    }

    /// Program that drew the pages.
    pub(super) fn program(&self) -> Option<ProgramId> {
        match self {
            Self::Known(history) => history.program,
            Self::None | Self::Unreadable => None,
        }
    }

    fn lists(&self) -> Option<&BTreeMap<String, Date>> {
        match self {
            Self::Known(history) => Some(&history.lists),
            Self::None | Self::Unreadable => None,
        }
    }

    fn remembered(&self, id: &JobId) -> Option<&Remembered> {
        match self {
            Self::Known(history) => history.jobs.get(id),
            Self::None | Self::Unreadable => None,
        }
    }
}

/// Field that every version of the format has.
#[derive(Deserialize)]
struct Version {
    format: u32,
}

impl History {
    /// History after a build with these jobs on the day `now`.
    pub(super) fn after(earlier: &Earlier, jobs: Vec<Stated<'_>>, now: Date) -> Result<Self, SiteError> {
        let remember = |stated: Stated<'_>| {
            let Stated { posting, organization, feed, closed } = stated;
            let content = xxh3_64(&json("history", &(posting, organization))?);
            let known = earlier.remembered(&posting.id);
            let changed = match earlier {
                Earlier::Known(_) => known.filter(|known| known.content == content).map_or(now, |known| known.changed),
                Earlier::None | Earlier::Unreadable => posting.date_posted.map_or(now, |posted| posted.min(now)),
            };
            let remembered = Remembered {
                slug: posting.slug.clone(),
                company: posting.hiring_organization.slug().cloned(),
                feed: feed.or_else(|| known?.feed),
                content,
                changed,
                closed,
                posted: posting.date_posted,
            };
            Ok((posting.id.clone(), remembered))
        };
        let jobs: Result<BTreeMap<_, _>, SiteError> = jobs.into_par_iter().map(remember).collect();
        Ok(Self { format: FORMAT, jobs: jobs?, ..Self::default() })
    }

    /// Records which program drew the pages.
    pub(super) fn drawn_by(self, program: Option<ProgramId>) -> Self {
        Self { program, ..self }
    }

    /// Records the days on which lists changed. No day is earlier than the one in `earlier`.
    pub(super) fn with_lists(self, earlier: &Earlier, lists: BTreeMap<String, Date>) -> Self {
        let later = |(path, day): (String, Date)| {
            let known = earlier.lists().and_then(|lists| lists.get(&path)).copied();
            (path, known.map_or(day, |known| known.max(day)))
        };
        Self { lists: lists.into_iter().map(later).collect(), ..self }
    }

    /// Keeps the days of `earlier`, for a build that writes no lists.
    pub(super) fn with_lists_of(self, earlier: &Earlier) -> Self {
        Self { lists: earlier.lists().cloned().unwrap_or_default(), ..self }
    }

    /// Records since when each feed couldn't be read. Such a feed keeps the day on which it was last read in full.
    pub(super) fn with_feeds(mut self, earlier: &EarlierSite, reading: &FeedsRead) -> Self {
        let FeedsRead::Only(whole) = reading else { return self };
        let open = self.jobs.values().filter(|job| job.closed.is_none());
        let behind = open.filter_map(|job| job.feed).filter(|feed| !whole.contains(feed));
        let behind: BTreeSet<FeedId> = behind.collect();
        self.behind = behind.into_iter().filter_map(|feed| Some((feed, earlier.day_of_feed(feed)?))).collect();
        self
    }

    /// Every job with its slug and the day it was closed, which is `now` for those that weren't closed yet.
    pub(super) fn jobs_closed_by(&self, now: Date) -> impl Iterator<Item = (&JobId, &Slug, Date)> {
        self.jobs.iter().map(move |(id, remembered)| (id, &remembered.slug, remembered.closed.unwrap_or(now)))
    }

    /// Jobs in the form that the next build's ingest takes.
    pub(super) fn as_earlier_jobs(&self) -> BTreeMap<JobId, EarlierJob> {
        let jobs = self.jobs.iter().map(|(id, remembered)| {
            let Remembered { slug, company, feed, closed, posted, .. } = remembered;
            let standing = if closed.is_some() { EarlierStanding::Closed } else { EarlierStanding::Open };
            let (slug, company, date_posted) = (slug.clone(), company.clone(), *posted);
            (id.clone(), EarlierJob { slug, company, feed: *feed, standing, date_posted })
        });
        jobs.collect()
    }

    /// Whether any job wasn't closed.
    pub(super) fn has_open_jobs(&self) -> bool {
        self.jobs.values().any(|job| job.closed.is_none())
    }

    /// Feed of a job, if it is recorded.
    pub(super) fn feed_of(&self, id: &JobId) -> Option<FeedId> {
        self.jobs.get(id)?.feed
    }

    /// Day on which a feed was last read in full, if that isn't the day of the build.
    pub(super) fn day_behind(&self, feed: FeedId) -> Option<Date> {
        self.behind.get(&feed).copied()
    }

    /// Day on which a job's page last changed.
    pub(super) fn changed(&self, id: &JobId) -> Option<Date> {
        self.jobs.get(id).map(|remembered| remembered.changed)
    }

    /// Day on which a list of jobs last changed: the whole board's, a company's, or a landing page's.
    pub(super) fn list_changed(&self, list: &Route) -> Option<Date> {
        self.lists.get(&list.path()).copied()
    }

    /// Contents of the history file.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, SiteError> {
        json("history", self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_feeds::{
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
        Stated { posting, organization: None, feed: None, closed: None }
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
            let history = History::after(&earlier, vec![stated(&posting)], day(now)).expect("written");
            assert_eq!(history.changed(&posting.id), Some(day(changed)), "{now}");
            earlier = Earlier::Known(history);
        }
    }

    #[test]
    fn a_job_that_came_later_changed_when_it_came() {
        let nothing = Earlier::Known(History { format: FORMAT, ..History::default() });
        for (earlier, posted, changed) in [
            (&nothing, "2026-11-01", "2026-11-23"),
            (&Earlier::None, "2026-12-01", "2026-11-23"),
            (&Earlier::Unreadable, "", "2026-11-23"),
        ] {
            let posting = posting("Build.", posted);
            let history = History::after(earlier, vec![stated(&posting)], day("2026-11-23")).expect("written");
            assert_eq!(history.changed(&posting.id), Some(day(changed)), "{posted}");
        }
    }

    #[test]
    fn it_is_found_again_and_another_format_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(Earlier::of(folder.path()).expect("looked"), Earlier::None);
        let posting = posting("Build.", "2026-11-18");
        let history = History::after(&Earlier::None, vec![stated(&posting)], day("2026-11-23")).expect("written");
        fs::write(folder.path().join(HISTORY_PATH), history.to_bytes().expect("json")).expect("written");
        assert_eq!(Earlier::of(folder.path()).expect("looked"), Earlier::Known(history));
        fs::write(folder.path().join(HISTORY_PATH), "{\"format\": 99, \"jobs\": {}}").expect("written");
        assert_eq!(Earlier::of(folder.path()).expect("looked"), Earlier::Unreadable);
    }
}
