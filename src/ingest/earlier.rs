//! What an earlier build knew of its jobs, for one that follows it: so that a job keeps its identifier and its page
//! while others come and go, and is not taken for gone when only its feed could not be read.

use std::collections::{BTreeMap, HashSet};

use crate::{
    domain::{Date, HiringOrganization, JobId, JobPosting, Slug},
    feed::FeedId,
};

/// The jobs of an earlier build, and which feeds were read in full since.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EarlierJobs {
    /// The jobs, also those that have been closed lately.
    pub jobs: BTreeMap<JobId, EarlierJob>,
    /// The feeds that can tell which of their jobs are gone.
    pub reading: FeedsRead,
}

/// A job of an earlier build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierJob {
    /// Its path.
    pub slug: Slug,
    /// The path of who hires; `None` for those that do not give their name.
    pub company: Option<Slug>,
    /// The feed that had it; `None` where that was not remembered.
    pub feed: Option<FeedId>,
    /// Whether the feed still had it.
    pub standing: EarlierStanding,
    /// The day it was posted, as that build had it: ages are resolved once.
    pub date_posted: Option<Date>,
}

/// Whether a feed still had a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlierStanding {
    /// It had.
    Open,
    /// It no longer had.
    Closed,
}

/// How the feeds of a build were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FeedsRead {
    /// All in full: what is in none of them is gone.
    #[default]
    All,
    /// Only these in full: what others had, they may have still.
    Only(HashSet<FeedId>),
}

impl EarlierJobs {
    /// The job that had this identifier, if it can be the same one: of the same employer, or from the same feed.
    pub(super) fn same(&self, posting: &JobPosting, id: &JobId, feed: FeedId) -> Option<&EarlierJob> {
        self.jobs.get(id).filter(|job| job.is_of(&posting.hiring_organization) || job.can_be_from(feed))
    }

    /// The jobs that are missing from a feed that could not be read in full, in the order of their identifiers.
    pub(super) fn to_keep(&self, open: &HashSet<&JobId>) -> Vec<JobId> {
        let FeedsRead::Only(whole) = &self.reading else { return Vec::new() };
        let is_told = |job: &EarlierJob| job.feed.is_some_and(|feed| whole.contains(&feed));
        let missing = self
            .jobs
            .iter()
            .filter(|(id, job)| job.standing == EarlierStanding::Open && !is_told(job) && !open.contains(id));
        missing.map(|(id, _)| id.clone()).collect()
    }
}

impl EarlierJob {
    /// Whether it was a job of this employer, as far as a name tells.
    pub(super) fn is_of(&self, employer: &HiringOrganization) -> bool {
        self.company.is_some() && self.company.as_ref() == employer.slug()
    }

    /// Whether it was from this feed, as far as one remembers.
    pub(super) fn can_be_from(&self, feed: FeedId) -> bool {
        self.feed.is_none_or(|known| known == feed)
    }
}
