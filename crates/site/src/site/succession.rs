//! How a site succeeds the one before it, as far as that is known before the index is written: which jobs left, and what all
//! builds have seen of each job.

use std::collections::HashMap;

use openroles_engine::index::FirstBuild;
use openroles_model::domain::{JobId, JobPosting, Organization, Slug};

use super::{
    EarlierSite, PreviousBuild, SiteError, SiteInput,
    history::History,
    remembered::Stated,
    tombstones::{Tombstone, tombstones},
};

/// What is known before the index is written: the companies, the jobs that left, and the history of all jobs.
pub(super) struct Succession<'a> {
    /// Site that this one continues.
    pub(super) earlier: &'a EarlierSite,
    /// Companies by slug.
    pub(super) organizations: HashMap<&'a Slug, &'a Organization>,
    /// Jobs that recently left their feed, those that left last first.
    pub(super) tombstones: Vec<Tombstone>,
    /// Days on which each page last changed, except those of lists.
    pub(super) history: History,
}

impl<'a> Succession<'a> {
    /// Succession of a site to the one before it.
    pub(super) fn of(input: &'a SiteInput<'a>, before: &PreviousBuild<'a>) -> Result<Self, SiteError> {
        let organizations: HashMap<&Slug, &Organization> =
            input.organizations.iter().map(|organization| (&organization.slug, organization)).collect();
        let earlier = before.earlier;
        let tombstones = tombstones(input, earlier, &organizations)?;
        let organization_of =
            |posting: &JobPosting| posting.hiring_organization.slug().and_then(|slug| organizations.get(slug)).copied();
        let open = input.postings.iter().map(|posting| Stated {
            posting,
            organization: organization_of(posting),
            feed: before.feeds.get(&posting.id).copied(),
            closed: None,
            dating: before.dating_of(&posting.id),
        });
        let closed = tombstones.iter().map(Tombstone::stated);
        let history = History::after(&earlier.history, open.chain(closed).collect(), input.now)?;
        let history = history.with_feeds(earlier, &before.reading);
        Ok(Self { earlier, organizations, tombstones, history })
    }

    /// Jobs that recently left their feed, with the last day on which they were open.
    pub(super) fn left(&self) -> impl Iterator<Item = &JobPosting> {
        self.tombstones.iter().map(Tombstone::posting)
    }

    /// First build that had each of these jobs. Empty if that isn't known of one.
    pub(super) fn first_builds<'b>(&self, ids: impl Iterator<Item = &'b JobId>) -> Vec<FirstBuild> {
        let builds: Option<Vec<FirstBuild>> = ids.map(|id| self.history.first_build(id)).collect();
        builds.unwrap_or_default()
    }
}
