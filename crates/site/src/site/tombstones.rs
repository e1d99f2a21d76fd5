//! Jobs that have closed: their pages say so for a while, then they are removed.
//!
//! A closed job that is still in its feed has a page like any other. The page of a job that has left its feed is
//! made from the values that the old site has for it, so nothing else needs to be stored.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use openroles_app::page::JobData;
use openroles_model::domain::{Date, HiringOrganization, JobId, JobPosting, Organization, Slug};

use super::{
    SiteError, SiteInput,
    earlier::EarlierSite,
    earlier_values::RecordedJob,
    remembered::{Dating, Stated},
};

/// Number of days for which the page of a closed job stays: enough for search engines to see it.
pub const DAYS_KEPT: i32 = 30;

/// Whether a job closed so long before the day `now` that it has no page any more, whether or not its feed still
/// has it.
pub fn is_long_closed(posting: &JobPosting, now: Date) -> bool {
    posting.valid_through.is_some_and(|last| is_long_gone(last.plus_days(1), now))
}

/// Whether a job that closed on the day `closed` has no page any more on the day `now`.
fn is_long_gone(closed: Date, now: Date) -> bool {
    now.days() - closed.days() >= DAYS_KEPT
}

/// Job that has left its feed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tombstone {
    /// Values of its page.
    pub(super) data: JobData,
    /// Day on which the job was missing from its feed.
    pub(super) closed: Date,
}

/// Jobs that the old site had and the feed no longer has, except those closed long ago; those that left last first.
pub(super) fn tombstones(
    input: &SiteInput<'_>,
    earlier: &EarlierSite,
    organizations: &HashMap<&Slug, &Organization>,
) -> Result<Vec<Tombstone>, SiteError> {
    let Some(history) = earlier.history.known() else { return Ok(Vec::new()) };
    let open: HashSet<&Slug> = input.postings.iter().map(|posting| &posting.slug).collect();
    let open_ids: HashSet<&JobId> = input.postings.iter().map(|posting| &posting.id).collect();
    // A new job may have taken the slug of a closed one.
    let is_missing = |id: &JobId, slug: &Slug| !open_ids.contains(id) && !open.contains(slug);
    let missing: Vec<(RecordedJob<'_>, Date)> = history
        .jobs_closed_by(input.now)
        .filter(|(id, job, closed)| is_missing(id, &job.slug) && !is_long_gone(*closed, input.now))
        .map(|(id, job, closed)| ((id, job), closed))
        .collect();
    let mut values = earlier.values_of(&missing.iter().map(|(job, _)| *job).collect::<Vec<_>>())?;
    let found = missing.into_iter().filter_map(|((id, _), closed)| Some((values.remove(id)?, closed)));
    let tombstones =
        found.map(|(data, closed)| Tombstone { data: as_closed(data, closed, &open, organizations), closed });
    let mut tombstones: Vec<Tombstone> =
        tombstones.filter(|tombstone| !is_long_closed(tombstone.posting(), input.now)).collect();
    tombstones.sort_by_key(|tombstone| Reverse(tombstone.closed));
    Ok(tombstones)
}

/// The job, closed on the day before it was missing. Links to companies and jobs that no longer exist are removed.
fn as_closed(
    mut data: JobData,
    closed: Date,
    open: &HashSet<&Slug>,
    organizations: &HashMap<&Slug, &Organization>,
) -> JobData {
    let last_day = closed.plus_days(-1);
    let posting = &mut data.posting;
    posting.valid_through = Some(posting.valid_through.map_or(last_day, |stated| stated.min(last_day)));
    data.organization = posting.hiring_organization.slug().and_then(|slug| organizations.get(slug)).copied().cloned();
    if data.organization.is_none() {
        let description = posting.hiring_organization.label().to_owned();
        posting.hiring_organization = HiringOrganization::Anonymous { description };
    }
    data.pay = None;
    data.similar.retain(|similar| open.contains(&similar.card.slug));
    // A closed job's page has no link to more similar jobs.
    data.more_similar.clear();
    data
}

impl Tombstone {
    /// Input for the job's history.
    pub(super) fn stated(&self) -> Stated<'_> {
        let JobData { posting, organization, .. } = &self.data;
        Stated {
            posting,
            organization: organization.as_ref(),
            feed: None,
            closed: Some(self.closed),
            dating: Dating::AsRecorded,
        }
    }

    /// The job.
    pub(super) fn posting(&self) -> &JobPosting {
        &self.data.posting
    }
}
