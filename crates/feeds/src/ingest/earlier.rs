//! What an earlier build knew about its jobs. With it, a job keeps its identifier and page while others come and go,
//! and stays open if only its feed couldn't be read.

use std::collections::{BTreeMap, HashSet};

use openroles_model::domain::{Date, HiringOrganization, JobId, JobPosting, Slug};

use crate::feed::FeedId;

/// The jobs of an earlier build, and which feeds this build read in full.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EarlierJobs {
    /// All jobs, including recently closed ones.
    pub jobs: BTreeMap<JobId, EarlierJob>,
    /// The feeds that can tell which of their jobs are gone.
    pub reading: FeedsRead,
}

/// A job of an earlier build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierJob {
    /// Last segment of its path under `/jobs/`.
    pub slug: Slug,
    /// The employer's slug; `None` for anonymous employers.
    pub company: Option<Slug>,
    /// The feed that contained it; `None` if that build didn't remember it.
    pub feed: Option<FeedId>,
    /// Whether the feed still contained it.
    pub standing: EarlierStanding,
    /// The day it was posted, as that build decided: ages are resolved only once.
    pub date_posted: Option<Date>,
}

/// Whether a feed still contained a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlierStanding {
    /// The feed contained it.
    Open,
    /// The feed no longer contained it.
    Closed,
}

/// Which feeds were read in full.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FeedsRead {
    /// All of them: a job in none of them is gone.
    #[default]
    All,
    /// Only these: jobs of other feeds may still be open.
    Only(HashSet<FeedId>),
}

impl EarlierJobs {
    /// The job with this identifier, if it can be the same one: it has the same employer, or is from the same feed.
    pub(super) fn same(&self, posting: &JobPosting, id: &JobId, feed: FeedId) -> Option<&EarlierJob> {
        self.jobs.get(id).filter(|job| job.is_of(&posting.hiring_organization) || job.can_be_from(feed))
    }

    /// Open jobs that are missing from feeds that couldn't be read in full, sorted by identifier.
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
    /// Whether this employer offered it, as far as the name tells.
    pub(super) fn is_of(&self, employer: &HiringOrganization) -> bool {
        self.company.is_some() && self.company.as_ref() == employer.slug()
    }

    /// Whether it is from this feed, or the feed isn't known.
    pub(super) fn can_be_from(&self, feed: FeedId) -> bool {
        self.feed.is_none_or(|known| known == feed)
    }
}
