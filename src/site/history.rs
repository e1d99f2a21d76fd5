//! What the next build has to know of this one: which jobs there were, where their pages are, when each page last said
//! something else, and which program drew them.
//!
//! It lies in the site itself, `history.json`, so that a build needs nothing but the folder it replaces. Jobs are known
//! by their identifiers: a page may keep its path when its title changes. Without an earlier site, the day a job was
//! posted is the best that is known.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    io::ErrorKind,
    path::Path,
};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{EarlierSite, SiteError, json, staging::at};
use crate::{
    domain::{Date, JobId, JobPosting, Organization, Slug},
    feed::FeedId,
    ingest::{EarlierJob, EarlierStanding, FeedsRead},
    routes::Route,
};

/// Where it lies, below the site's folder.
pub(super) const HISTORY_PATH: &str = "history.json";

/// The version this code writes and reads.
const FORMAT: u32 = 2;

/// The jobs of a site with what is remembered of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct History {
    format: u32,
    jobs: BTreeMap<JobId, Remembered>,
    /// The days on which lists of jobs last changed, by their paths.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    lists: BTreeMap<String, Date>,
    /// The day each feed was last read in full, where that is not the day the site was built for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    behind: BTreeMap<FeedId, Date>,
    /// The program that drew the pages, where it could tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    program: Option<ProgramId>,
}

/// What is remembered of a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Remembered {
    /// Its path.
    slug: Slug,
    /// The path of who hires, for those that have a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    company: Option<Slug>,
    /// The feed it is from; `None` where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    feed: Option<FeedId>,
    /// A checksum of all that the page states.
    content: u64,
    /// The day it first was that.
    changed: Date,
    /// The day the feed no longer had it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closed: Option<Date>,
    /// The day it was posted, so that one that was counted from an age stays the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    posted: Option<Date>,
}

/// The program that built a site, by a checksum of its own file, so that one built anew from changed sources is another:
/// the same one draws the same page of the same values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ProgramId(u64);

impl ProgramId {
    /// The program that runs; `None` where its file cannot be read.
    pub(super) fn this() -> Option<Self> {
        let file = env::current_exe().and_then(fs::read).ok()?;
        Some(Self(xxh3_64(&file)))
    }
}

/// What a job's page states.
pub(super) struct Stated<'a> {
    /// The job.
    pub(super) posting: &'a JobPosting,
    /// Who hires, where it has a page.
    pub(super) organization: Option<&'a Organization>,
    /// The feed it is from; `None` when that is the one it was from.
    pub(super) feed: Option<FeedId>,
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
        match serde_json::from_slice(&bytes).map(|Version { format }| format) {
            Ok(FORMAT) => Ok(serde_json::from_slice(&bytes).map_or(Self::Unreadable, Self::Known)),
            Ok(_) | Err(_) => Ok(Self::Unreadable),
        }
    }

    /// Where the page of a job is.
    pub(super) fn slug(&self, id: &JobId) -> Option<&Slug> {
        self.remembered(id).map(|remembered| &remembered.slug)
    }

    /// The program that drew its pages.
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

/// What every version begins with.
#[derive(Deserialize)]
struct Version {
    format: u32,
}

impl History {
    /// The history after a build of these jobs on the day `now`.
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

    /// The history of a site whose pages this program draws.
    pub(super) fn drawn_by(self, program: Option<ProgramId>) -> Self {
        Self { program, ..self }
    }

    /// The history with the days on which lists changed, none of them before what an earlier build knew.
    pub(super) fn with_lists(self, earlier: &Earlier, lists: BTreeMap<String, Date>) -> Self {
        let later = |(path, day): (String, Date)| {
            let known = earlier.lists().and_then(|lists| lists.get(&path)).copied();
            (path, known.map_or(day, |known| known.max(day)))
        };
        Self { lists: lists.into_iter().map(later).collect(), ..self }
    }

    /// The history with the days on which lists changed as an earlier build knew them, for one that writes no lists.
    pub(super) fn with_lists_of(self, earlier: &Earlier) -> Self {
        Self { lists: earlier.lists().cloned().unwrap_or_default(), ..self }
    }

    /// The same, where only some feeds were read in full: the others are as on the day they were before, which is that
    /// of the site that is replaced unless they were behind already.
    pub(super) fn with_feeds(mut self, earlier: &EarlierSite, reading: &FeedsRead) -> Self {
        let FeedsRead::Only(whole) = reading else { return self };
        let open = self.jobs.values().filter(|job| job.closed.is_none());
        let behind = open.filter_map(|job| job.feed).filter(|feed| !whole.contains(feed));
        let behind: BTreeSet<FeedId> = behind.collect();
        self.behind = behind.into_iter().filter_map(|feed| Some((feed, earlier.day_of_feed(feed)?))).collect();
        self
    }

    /// Every job with its path and the day the feed no longer had it; that is `now` for those it had until now.
    pub(super) fn jobs_closed_by(&self, now: Date) -> impl Iterator<Item = (&JobId, &Slug, Date)> {
        self.jobs.iter().map(move |(id, remembered)| (id, &remembered.slug, remembered.closed.unwrap_or(now)))
    }

    /// The jobs as the next build has to know them.
    pub(super) fn as_earlier_jobs(&self) -> BTreeMap<JobId, EarlierJob> {
        let jobs = self.jobs.iter().map(|(id, remembered)| {
            let Remembered { slug, company, feed, closed, posted, .. } = remembered;
            let standing = if closed.is_some() { EarlierStanding::Closed } else { EarlierStanding::Open };
            let (slug, company, date_posted) = (slug.clone(), company.clone(), *posted);
            (id.clone(), EarlierJob { slug, company, feed: *feed, standing, date_posted })
        });
        jobs.collect()
    }

    /// Whether there is a job that its feed still had.
    pub(super) fn has_open_jobs(&self) -> bool {
        self.jobs.values().any(|job| job.closed.is_none())
    }

    /// The feed that a job is from, where that is remembered.
    pub(super) fn feed_of(&self, id: &JobId) -> Option<FeedId> {
        self.jobs.get(id)?.feed
    }

    /// The day a feed was last read in full, where that is not the day the site was built for.
    pub(super) fn day_behind(&self, feed: FeedId) -> Option<Date> {
        self.behind.get(&feed).copied()
    }

    /// The day a job's page last changed.
    pub(super) fn changed(&self, id: &JobId) -> Option<Date> {
        self.jobs.get(id).map(|remembered| remembered.changed)
    }

    /// The day a list of jobs last changed: the whole board's, a company's or a landing page's.
    pub(super) fn list_changed(&self, list: &Route) -> Option<Date> {
        self.lists.get(&list.path()).copied()
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
