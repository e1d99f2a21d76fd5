//! The site that a build replaces: which jobs it had, and what their pages stated.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
};

use openroles_engine::index::{MANIFEST_PATH, Manifest};
use openroles_feeds::{
    feed::FeedId,
    ingest::{EarlierJobs, FeedsRead},
};
use openroles_model::domain::{Date, JobId, JobPosting, Organization};

use super::{
    SiteError,
    earlier_values::EarlierValues,
    history::Earlier,
    staging_dir::{Recovery, recover},
};

/// Site in the output folder before a build changes it.
#[derive(Debug)]
pub struct EarlierSite {
    /// Repairs made after an interrupted build.
    pub recovery: Recovery,
    folder: PathBuf,
    pub(super) history: Earlier,
    pub(super) values: EarlierValues,
}

/// What a build knows from the one before it.
#[derive(Clone, Debug)]
pub struct PreviousBuild<'a> {
    /// Site to be replaced.
    pub earlier: &'a EarlierSite,
    /// Feed of each job. A job that is missing here keeps the feed that the earlier site recorded.
    pub feeds: HashMap<JobId, FeedId>,
    /// Which feeds were read in full.
    pub reading: FeedsRead,
}

/// A job as an earlier site stated it, with its company if that has a page.
pub type StatedJob = (JobPosting, Option<Organization>);

impl EarlierSite {
    /// Opens the site in `folder`, which has no jobs if the folder doesn't exist. If an interrupted build had moved
    /// the site away, it is put back first.
    pub fn of(folder: &Path) -> Result<Self, SiteError> {
        let recovery = recover(folder)?;
        let values = EarlierValues::of(folder)?;
        Ok(Self { recovery, folder: folder.to_owned(), history: Earlier::of(folder)?, values })
    }

    /// Jobs of the earlier site. Fails with [`SiteError::ForgottenJobs`] if some may have to be kept but the site
    /// has no readable history.
    pub fn jobs(&self, reading: FeedsRead) -> Result<EarlierJobs, SiteError> {
        match &self.history {
            Earlier::Known(history) => Ok(EarlierJobs { jobs: history.as_earlier_jobs(), reading }),
            Earlier::None | Earlier::Unreadable if reading != FeedsRead::All && self.is_there() => {
                Err(SiteError::ForgottenJobs { path: self.folder.clone() })
            }
            Earlier::None | Earlier::Unreadable => Ok(EarlierJobs::default()),
        }
    }

    /// What the site stated about these jobs, in the order of `ids`. Fails with [`SiteError::UnstatedJobs`] if one
    /// is missing.
    pub fn stated(&self, ids: &[JobId]) -> Result<Vec<StatedJob>, SiteError> {
        let lost = || SiteError::UnstatedJobs { path: self.folder.clone(), count: ids.len() };
        let read = ids.iter().map(|id| {
            let slug = self.history.slug(id).ok_or_else(lost)?;
            let data = self.values.of_job(slug)?.filter(|data| data.posting.id == *id).ok_or_else(lost)?;
            Ok((data.posting, data.organization))
        });
        read.collect()
    }

    /// Whether the site's history lists any job that wasn't closed.
    pub fn has_open_jobs(&self) -> bool {
        matches!(&self.history, Earlier::Known(history) if history.has_open_jobs())
    }

    /// Oldest day on which any of the feeds of these jobs was last read in full; `None` if the site doesn't record
    /// it.
    pub fn day_of(&self, ids: &[JobId]) -> Option<Date> {
        let Earlier::Known(history) = &self.history else { return None };
        let feeds: HashSet<FeedId> = ids.iter().filter_map(|id| history.feed_of(id)).collect();
        feeds.into_iter().filter_map(|feed| self.day_of_feed(feed)).min().or_else(|| self.day_built())
    }

    /// Day on which a feed was last read in full: the day of the earlier build, unless the feed couldn't be read
    /// then.
    pub(super) fn day_of_feed(&self, feed: FeedId) -> Option<Date> {
        let Earlier::Known(history) = &self.history else { return None };
        history.day_behind(feed).or_else(|| self.day_built())
    }

    /// A manifest that can't be read gives `None`: the only loss is the age of the kept jobs.
    fn day_built(&self) -> Option<Date> {
        let bytes = fs::read(self.folder.join(MANIFEST_PATH)).unwrap_or_default();
        Manifest::parse(&bytes).map_or(None, |manifest| Some(manifest.now))
    }

    fn is_there(&self) -> bool {
        self.folder.join(MANIFEST_PATH).is_file()
    }
}
