//! The site that a build replaces or continues from: which jobs it had, and what their pages stated.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use openroles_app::page::JobData;
use openroles_feeds::{
    feed::FeedId,
    ingest::{EarlierJobs, FeedsRead},
};
use openroles_model::domain::{Date, JobId, JobPosting, Organization};

use super::{
    Absence, SiteError,
    earlier_files::EarlierFiles,
    earlier_values::{RecordedJob, values_of},
    history::{Earlier, History},
    history_files,
    remembered::Dating,
    staging_dir::{Recovery, recover},
};

/// Site that a build continues from: the one in the output folder before the build changes it, or another.
#[derive(Debug)]
pub struct EarlierSite {
    /// Repairs made after an interrupted build.
    pub recovery: Recovery,
    files: EarlierFiles,
    pub(super) history: Earlier,
}

/// What a build knows from the one before it.
#[derive(Clone, Debug)]
pub struct PreviousBuild<'a> {
    /// Site to be replaced.
    pub earlier: &'a EarlierSite,
    /// Feed of each job. A job that is missing here keeps the feed that the earlier site recorded.
    pub feeds: HashMap<JobId, FeedId>,
    /// Jobs whose posting date was computed from an age, such as "3 days ago".
    pub counted_days: HashSet<JobId>,
    /// Which feeds were read in full.
    pub reading: FeedsRead,
}

impl<'a> PreviousBuild<'a> {
    /// An earlier site alone, for jobs whose feeds aren't known.
    pub fn of(earlier: &'a EarlierSite) -> Self {
        Self { earlier, feeds: HashMap::new(), counted_days: HashSet::new(), reading: FeedsRead::All }
    }

    /// Where the day on which a job was posted comes from.
    pub(super) fn dating_of(&self, id: &JobId) -> Dating {
        if self.counted_days.contains(id) {
            Dating::Counted
        } else if self.feeds.contains_key(id) {
            Dating::Stated
        } else {
            Dating::AsRecorded
        }
    }
}

/// A job as an earlier site stated it, with its company if that has a page.
pub type StatedJob = (JobPosting, Option<Organization>);

impl EarlierSite {
    /// Opens the site in `folder`, which has no jobs if the folder doesn't exist. If an interrupted build had moved
    /// the site away, it is put back first.
    pub fn of(folder: &Path) -> Result<Self, SiteError> {
        let recovery = recover(folder)?;
        let files = EarlierFiles::Folder(folder.to_owned());
        Ok(Self { recovery, history: history_files::read(&files)?, files })
    }

    /// Continues from another site instead, for an output folder without one. Fails with
    /// [`SiteError::NoEarlierSite`], and changes nothing, if there is none.
    pub fn continue_from(&mut self, files: EarlierFiles) -> Result<(), SiteError> {
        let history = history_files::read(&files)?;
        if matches!(history, Earlier::None) {
            return Err(SiteError::NoEarlierSite { place: files.name(), absence: Absence::History });
        }
        (self.files, self.history) = (files, history);
        Ok(())
    }

    /// Jobs of the earlier site. Fails with [`SiteError::ForgottenJobs`] if some may have to be kept but the site
    /// has no readable history.
    pub fn jobs(&self, reading: FeedsRead) -> Result<EarlierJobs, SiteError> {
        match &self.history {
            Earlier::Known(history) => Ok(EarlierJobs { jobs: history.as_earlier_jobs(), reading }),
            Earlier::None | Earlier::Unreadable if reading != FeedsRead::All && self.files.is_site() => {
                Err(SiteError::ForgottenJobs { path: self.files.name() })
            }
            Earlier::None | Earlier::Unreadable => Ok(EarlierJobs::default()),
        }
    }

    /// What the site stated about these jobs, in the order of `ids`. Fails with [`SiteError::UnstatedJobs`] if one
    /// is missing.
    pub fn stated(&self, ids: &[JobId]) -> Result<Vec<StatedJob>, SiteError> {
        let lost = || SiteError::UnstatedJobs { path: self.files.name(), count: ids.len() };
        let jobs = ids.iter().map(|id| Some((id, self.history.remembered(id)?)));
        let mut values = self.values_of(&jobs.collect::<Option<Vec<_>>>().ok_or_else(lost)?)?;
        let stated = ids.iter().map(|id| values.remove(id).map(|data| (data.posting, data.organization)));
        stated.collect::<Option<_>>().ok_or_else(lost)
    }

    /// Values of these jobs, except those that the site lacks.
    pub(super) fn values_of<'a>(&self, jobs: &[RecordedJob<'a>]) -> Result<HashMap<&'a JobId, JobData>, SiteError> {
        self.history.known().map_or(Ok(HashMap::new()), |history| values_of(&self.files, history, jobs))
    }

    /// Whether the site's history lists any job that wasn't closed.
    pub fn has_open_jobs(&self) -> bool {
        self.history.known().is_some_and(History::has_open_jobs)
    }

    /// Oldest day on which any of the feeds of these jobs was last read in full; `None` if the site doesn't record
    /// it.
    pub fn day_of(&self, ids: &[JobId]) -> Option<Date> {
        let history = self.history.known()?;
        let feeds: HashSet<FeedId> = ids.iter().filter_map(|id| history.feed_of(id)).collect();
        feeds.into_iter().map(|feed| history.day_of_feed(feed)).min().or(Some(history.built))
    }

    /// Day on which a feed was last read in full: the day of the earlier build, unless the feed couldn't be read
    /// then.
    pub(super) fn day_of_feed(&self, feed: FeedId) -> Option<Date> {
        self.history.known().map(|history| history.day_of_feed(feed))
    }
}
