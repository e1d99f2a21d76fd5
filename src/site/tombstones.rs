//! Closed jobs: for a while their pages say so, then they go.
//!
//! Those that are still in the feed have pages like others. What the page of one that has left it shows comes from the
//! values the old site has beside it, so that nothing has to be kept elsewhere.

use std::collections::{HashMap, HashSet};

use super::{
    SiteError, SiteInput,
    earlier::EarlierSite,
    history::{Earlier, Stated},
    values,
};
use crate::{
    domain::{Date, HiringOrganization, JobId, JobPosting, Organization, Slug},
    store::JobData,
};

/// A page of a closed job stays so many days: long enough for search engines to come by and see it.
pub const DAYS_KEPT: i32 = 30;

/// Whether a job closed so long before the day `now` that it has no page any more, be it in the feed or not.
pub fn is_long_closed(posting: &JobPosting, now: Date) -> bool {
    posting.valid_through.is_some_and(|last| now.days() - last.plus_days(1).days() >= DAYS_KEPT)
}

/// A job that is closed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tombstone {
    /// What its page shows.
    pub(super) data: JobData,
    /// The day the feed no longer had it.
    pub(super) closed: Date,
}

/// The jobs that the site to be replaced had and the feed no longer has, but for those closed long ago.
pub(super) fn tombstones(
    input: &SiteInput<'_>,
    earlier: &EarlierSite,
    organizations: &HashMap<&Slug, &Organization>,
) -> Result<Vec<Tombstone>, SiteError> {
    let Earlier::Known(history) = &earlier.history else { return Ok(Vec::new()) };
    let open: HashSet<&Slug> = input.postings.iter().map(|posting| &posting.slug).collect();
    let open_ids: HashSet<&JobId> = input.postings.iter().map(|posting| &posting.id).collect();
    // A new job may have got the path of a closed one.
    let is_missing = |id: &JobId, slug: &Slug| !open_ids.contains(id) && !open.contains(slug);
    let missing = history.jobs_closed_by(input.now).filter(|(id, slug, _)| is_missing(id, slug));
    let read = missing.map(|(id, slug, closed)| {
        let data = values::of_job(&earlier.folder, slug)?.filter(|data| data.posting.id == *id);
        Ok(data.map(|data| Tombstone { data: as_closed(data, closed, &open, organizations), closed }))
    });
    let read = read.filter_map(Result::transpose);
    let is_kept = |tombstone: &Tombstone| !is_long_closed(tombstone.posting(), input.now);
    read.filter(|tombstone| tombstone.as_ref().map_or(true, is_kept)).collect()
}

/// The job as closed the day before it was missed; it leads nowhere that is no longer there.
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
    data
}

impl Tombstone {
    /// The job as history keeps it.
    pub(super) fn stated(&self) -> Stated<'_> {
        let JobData { posting, organization, .. } = &self.data;
        Stated { posting, organization: organization.as_ref(), feed: None, closed: Some(self.closed) }
    }

    /// The job itself.
    pub(super) fn posting(&self) -> &JobPosting {
        &self.data.posting
    }
}
