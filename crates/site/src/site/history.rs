//! What a site tells the next build: its jobs, the paths of their pages, the days on which they were first seen, changed,
//! and left, and which program drew the pages.
//!
//! Jobs are matched by identifier, so a page can keep its path when the job's title changes. Without an earlier site, a
//! job's page counts as changed on the day the job was posted. How this is stored is in `history_files`.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    env, fs,
};

use openroles_app::{
    page::{Sightings, TimeOnBoard},
    routes::Route,
};
use openroles_engine::index::{BuildNumber, FirstBuild};
use openroles_feeds::{
    feed::FeedId,
    ingest::{EarlierJob, EarlierStanding, FeedsRead},
};
use openroles_model::domain::{Date, JobId, JobPosting};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{
    EarlierSite, SiteError,
    remembered::{PostedDay, Remembered, SimilarRef, Stated, ValuesIn},
};

/// What is recorded about a site.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct History {
    /// Day of the build.
    pub(super) built: Date,
    /// Last build that had a job which no build before it had.
    pub(super) last_number: BuildNumber,
    /// Days of the builds that first had one of the jobs.
    pub(super) builds: BTreeMap<BuildNumber, Date>,
    /// Jobs, including those that left recently.
    pub(super) jobs: BTreeMap<JobId, Remembered>,
    /// Day on which each list of jobs last changed, by the path of its page.
    pub(super) lists: BTreeMap<String, Date>,
    /// Day on which a feed was last read in full, for feeds that couldn't be read in this build.
    pub(super) behind: BTreeMap<FeedId, Date>,
    /// Program that drew the pages; `None` if it couldn't read its own file.
    pub(super) program: Option<ProgramId>,
    /// Name of the list of files with the values of jobs without a page, if there are any.
    pub(super) packed_jobs: Option<String>,
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

/// Result of looking for an earlier history.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Earlier {
    /// There is no history file.
    None,
    /// History of the earlier site.
    Known(History),
    /// There is a history, but it can't be read: it has another format, or a file of it is missing or damaged.
    Unreadable,
}

impl Earlier {
    /// The history, if it can be read.
    pub(super) fn known(&self) -> Option<&History> {
        match self {
            Self::Known(history) => Some(history),
            Self::None | Self::Unreadable => None,
        }
    }

    /// Record of a job.
    pub(super) fn remembered(&self, id: &JobId) -> Option<&Remembered> {
        self.known()?.jobs.get(id)
    }

    /// Program that drew the pages.
    pub(super) fn program(&self) -> Option<ProgramId> {
        self.known()?.program
    }

    /// Whether the site has values of jobs, in pages or packed.
    pub(super) fn has_values(&self) -> bool {
        match self {
            Self::None => false,
            Self::Known(history) => history.jobs.values().any(|job| job.values != ValuesIn::Nowhere),
            Self::Unreadable => true,
        }
    }
}

impl History {
    /// History after a build with these jobs on the day `now`.
    pub(super) fn after(earlier: &Earlier, jobs: Vec<Stated<'_>>, now: Date) -> Result<Self, SiteError> {
        let known = earlier.known();
        let last_number = known.map(|history| history.last_number).unwrap_or_default();
        let build = last_number.next();
        let remember = |stated: Stated<'_>| {
            let posting = stated.posting;
            let changed = match known {
                Some(_) => now,
                None => posting.date_posted.map_or(now, |posted| posted.min(now)),
            };
            let remembered = Remembered::of(&stated, earlier.remembered(&posting.id), changed, build)?;
            Ok((posting.id.clone(), remembered))
        };
        let jobs: Result<BTreeMap<_, _>, SiteError> = jobs.into_par_iter().map(remember).collect();
        let jobs = jobs?;
        let day_of =
            |number: BuildNumber| known.and_then(|history| history.builds.get(&number)).copied().unwrap_or(now);
        let builds: BTreeMap<BuildNumber, Date> =
            jobs.values().map(|job| (job.first_seen, day_of(job.first_seen))).collect();
        let last_number = builds.keys().next_back().copied().unwrap_or_default().max(last_number);
        let (lists, behind) = Default::default();
        Ok(Self { built: now, last_number, builds, jobs, lists, behind, program: None, packed_jobs: None })
    }

    /// Records which program drew the pages.
    pub(super) fn drawn_by(self, program: Option<ProgramId>) -> Self {
        Self { program, ..self }
    }

    /// Records the days on which lists changed. No day is earlier than the one in `earlier`.
    pub(super) fn with_lists(self, earlier: &Earlier, lists: BTreeMap<String, Date>) -> Self {
        let later = |(path, day): (String, Date)| {
            let known = earlier.known().and_then(|history| history.lists.get(&path)).copied();
            (path, known.map_or(day, |known| known.max(day)))
        };
        Self { lists: lists.into_iter().map(later).collect(), ..self }
    }

    /// Keeps the days of `earlier`, for a build that writes no lists.
    pub(super) fn with_lists_of(self, earlier: &Earlier) -> Self {
        Self { lists: earlier.known().map(|history| history.lists.clone()).unwrap_or_default(), ..self }
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

    /// Records where the values of these jobs are; those of all others are in their pages.
    pub(super) fn with_values(mut self, ids: &HashSet<&JobId>, values: ValuesIn) -> Self {
        let jobs = self.jobs.iter_mut().filter(|(id, _)| ids.contains(id));
        jobs.for_each(|(_, job)| job.values = values);
        self
    }

    /// Similar jobs that the page of a job listed.
    pub(super) fn similar(&self, id: &JobId) -> &[SimilarRef] {
        self.jobs.get(id).map_or(&[], |job| job.similar.as_slice())
    }

    /// Records the similar jobs that the pages of these jobs list.
    pub(super) fn list_similar(&mut self, lists: Vec<(JobId, Vec<SimilarRef>)>) {
        for (id, similar) in lists {
            self.jobs.entry(id).and_modify(|job| job.similar = similar);
        }
    }

    /// Every job with its record and the day it was closed, which is `now` for those that weren't closed yet.
    pub(super) fn jobs_closed_by(&self, now: Date) -> impl Iterator<Item = (&JobId, &Remembered, Date)> {
        self.jobs.iter().map(move |(id, job)| (id, job, job.closed.unwrap_or(now)))
    }

    /// Jobs in the form that the next build's ingest takes.
    pub(super) fn as_earlier_jobs(&self) -> BTreeMap<JobId, EarlierJob> {
        let jobs = self.jobs.iter().map(|(id, remembered)| {
            let Remembered { slug, company, feed, closed, posted, .. } = remembered;
            let standing = if closed.is_some() { EarlierStanding::Closed } else { EarlierStanding::Open };
            let (slug, company, date_posted) = (slug.clone(), company.clone(), posted.map(PostedDay::day));
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

    /// Day on which a feed was last read in full: the day of the build, unless the feed couldn't be read then.
    pub(super) fn day_of_feed(&self, feed: FeedId) -> Date {
        self.behind.get(&feed).copied().unwrap_or(self.built)
    }

    /// Day on which a job's page last changed.
    pub(super) fn changed(&self, id: &JobId) -> Option<Date> {
        self.jobs.get(id).map(|remembered| remembered.changed)
    }

    /// First build that had a job.
    pub(super) fn first_build(&self, id: &JobId) -> Option<FirstBuild> {
        let number = self.jobs.get(id)?.first_seen;
        Some(FirstBuild { number, day: *self.builds.get(&number)? })
    }

    /// How long a job has been on the board, if that adds to its posting date.
    pub(super) fn time_on_board(&self, posting: &JobPosting) -> Option<TimeOnBoard> {
        let moves = self.jobs.get(&posting.id)?.moves.map_or(0, |moves| moves.count);
        let FirstBuild { number, day } = self.first_build(&posting.id)?;
        let sightings = Sightings { first_seen: day, is_first_build: number == BuildNumber::FIRST, moves };
        TimeOnBoard::of(sightings, posting.date_posted)
    }

    /// Day on which a list of jobs last changed: the whole board's, a company's, or a landing page's.
    pub(super) fn list_changed(&self, list: &Route) -> Option<Date> {
        self.lists.get(&list.path()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::remembered::{Dating, fixture::posting};

    fn stated(posting: &JobPosting) -> Stated<'_> {
        Stated { posting, organization: None, feed: None, closed: None, dating: Dating::Stated }
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
            assert_eq!(history.built, day(now), "{now}");
            let builds = [(BuildNumber::FIRST, day("2026-11-20"))];
            assert_eq!((history.last_number, &history.builds), (BuildNumber::FIRST, &builds.into()), "{now}");
            assert_eq!(history.jobs[&posting.id].first_seen, BuildNumber::FIRST, "{now}");
            earlier = Earlier::Known(history);
        }
    }

    #[test]
    fn a_job_that_came_later_changed_when_it_came() {
        let nothing = History::after(&Earlier::None, Vec::new(), day("2026-11-20")).expect("written");
        assert_eq!(nothing.last_number, BuildNumber::default(), "a build without a job has no number");
        let nothing = Earlier::Known(nothing);
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
}
