//! The site that a build replaces: which jobs it had, and what their pages stated.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
};

use super::{
    SiteError,
    history::Earlier,
    staging_dir::{Recovery, recover},
    values,
};
use crate::{
    domain::{Date, JobId, JobPosting, Organization},
    feed::FeedId,
    index::{MANIFEST_PATH, Manifest},
    ingest::{EarlierJobs, FeedsRead},
};

/// The site in the folder that a build writes to, before it does.
#[derive(Debug)]
pub struct EarlierSite {
    /// What had to be done first, should an earlier build have been cut off.
    pub recovery: Recovery,
    pub(super) folder: PathBuf,
    pub(super) history: Earlier,
}

/// What a build has from the one before it.
#[derive(Clone, Debug)]
pub struct PreviousBuild<'a> {
    /// The site to be replaced.
    pub earlier: &'a EarlierSite,
    /// The feeds that the jobs are from; one that is not named is from the feed it was from.
    pub feeds: HashMap<JobId, FeedId>,
    /// Which feeds were read in full.
    pub reading: FeedsRead,
}

/// A job as an earlier site states it, with the page of who hires.
pub type StatedJob = (JobPosting, Option<Organization>);

impl EarlierSite {
    /// The site in `folder`; where there is none, it had no jobs. One that a build was about to replace when it was cut
    /// off is put back first.
    pub fn of(folder: &Path) -> Result<Self, SiteError> {
        let recovery = recover(folder)?;
        Ok(Self { recovery, folder: folder.to_owned(), history: Earlier::of(folder)? })
    }

    /// The jobs it had. It is an error when some of them may have to be kept and it does not say which it had.
    pub fn jobs(&self, reading: FeedsRead) -> Result<EarlierJobs, SiteError> {
        match &self.history {
            Earlier::Known(history) => Ok(EarlierJobs { jobs: history.as_earlier_jobs(), reading }),
            Earlier::None | Earlier::Unreadable if reading != FeedsRead::All && self.is_there() => {
                Err(SiteError::ForgottenJobs { path: self.folder.clone() })
            }
            Earlier::None | Earlier::Unreadable => Ok(EarlierJobs::default()),
        }
    }

    /// What it states of these jobs, in their order. It is an error when it lacks one of them.
    pub fn stated(&self, ids: &[JobId]) -> Result<Vec<StatedJob>, SiteError> {
        let lost = || SiteError::UnstatedJobs { path: self.folder.clone(), count: ids.len() };
        let read = ids.iter().map(|id| {
            let slug = self.history.slug(id).ok_or_else(lost)?;
            let data = values::of_job(&self.folder, slug)?.filter(|data| data.posting.id == *id).ok_or_else(lost)?;
            Ok((data.posting, data.organization))
        });
        read.collect()
    }

    /// Whether it had jobs that were not closed, as far as it remembers.
    pub fn has_open_jobs(&self) -> bool {
        matches!(&self.history, Earlier::Known(history) if history.has_open_jobs())
    }

    /// The oldest day on which one of these jobs' feeds was last read in full.
    pub fn day_of(&self, ids: &[JobId]) -> Option<Date> {
        let Earlier::Known(history) = &self.history else { return None };
        let feeds: HashSet<FeedId> = ids.iter().filter_map(|id| history.feed_of(id)).collect();
        feeds.into_iter().filter_map(|feed| self.day_of_feed(feed)).min().or_else(|| self.day_built())
    }

    /// The day a feed was last read in full, which is that of the build unless it was behind then.
    pub(super) fn day_of_feed(&self, feed: FeedId) -> Option<Date> {
        let Earlier::Known(history) = &self.history else { return None };
        history.day_behind(feed).or_else(|| self.day_built())
    }

    /// None where it does not say, which costs a job nothing but its age.
    fn day_built(&self) -> Option<Date> {
        let bytes = fs::read(self.folder.join(MANIFEST_PATH)).unwrap_or_default();
        Manifest::parse(&bytes).map_or(None, |manifest| Some(manifest.now))
    }

    fn is_there(&self) -> bool {
        self.folder.join(MANIFEST_PATH).is_file()
    }
}
