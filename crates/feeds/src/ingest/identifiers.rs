//! Makes identifiers unique on the whole board. A source's identifiers are unique only within it, or even within one
//! employer, so the boards of two employers may both have a job 86.
//!
//! A job keeps the feed's identifier if no other job has it or had it recently. Otherwise, all but one of the jobs get
//! their employer's name added: `86@globex`. Which job keeps the plain one doesn't change from build to build.

use std::collections::{HashMap, HashSet};

use openroles_model::domain::{HiringOrganization, IdSource, JobId, JobPosting, Slug};

use super::{earlier::EarlierJobs, posting};
use crate::feed::FeedId;

/// The owner of an identifier.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Owner {
    /// A named company, by slug.
    Company(Slug),
    /// An anonymous employer; in another feed, it counts as another one.
    Nameless(FeedId),
}

impl Owner {
    /// The owner of a posting's identifier.
    pub(super) fn of(posting: &JobPosting, feed: FeedId) -> Self {
        match &posting.hiring_organization {
            HiringOrganization::Named { slug, .. } => Self::Company(slug.clone()),
            HiringOrganization::Anonymous { .. } => Self::Nameless(feed),
        }
    }
}

/// Makes the postings' identifiers unique; `feeds` are their feeds, in the same order.
pub(super) fn settle(postings: &mut [JobPosting], feeds: &[FeedId], earlier: &EarlierJobs) {
    let mut sharing: HashMap<JobId, Vec<usize>> = HashMap::new();
    for (at, posting) in postings.iter().enumerate() {
        sharing.entry(posting.id.clone()).or_default().push(at);
    }
    let mut taken: HashSet<JobId> = sharing.keys().cloned().collect();
    for at in 0..postings.len() {
        let plain = &postings[at].id;
        let Some(group) = sharing.remove(plain) else { continue };
        let keeper = keeper(postings, feeds, &group, earlier);
        for at in group.into_iter().filter(|at| Some(*at) != keeper) {
            postings[at].id = free(&postings[at], feeds[at], earlier, &taken);
            if postings[at].id_source == IdSource::Feed {
                postings[at].id_source = IdSource::Qualified;
            }
            taken.insert(postings[at].id.clone());
        }
    }
}

/// Which of the postings with the same identifier keeps it: the one that had it before, or else the first. `None` if
/// another job had it before.
fn keeper(postings: &[JobPosting], feeds: &[FeedId], group: &[usize], earlier: &EarlierJobs) -> Option<usize> {
    let had_qualified = |at: &usize| {
        let posting = &postings[*at];
        earlier.same(posting, &qualified(posting, feeds[*at]), feeds[*at]).is_some()
    };
    let candidates: Vec<usize> = group.iter().copied().filter(|at| !had_qualified(at)).collect();
    let first = candidates.first().copied()?;
    let Some(before) = earlier.jobs.get(&postings[first].id) else { return Some(first) };
    let is_employers = |at: &usize| before.is_of(&postings[*at].hiring_organization);
    let is_feeds = |at: &usize| before.can_be_from(feeds[*at]);
    let of_employer = candidates.iter().copied().find(is_employers);
    of_employer.or_else(|| candidates.iter().copied().find(is_feeds))
}

/// The identifier with its owner.
fn qualified(posting: &JobPosting, feed: FeedId) -> JobId {
    let owner = match Owner::of(posting, feed) {
        Owner::Company(slug) => slug.to_string(),
        Owner::Nameless(feed) => feed.to_string(),
    };
    JobId(posting::bounded_id(format!("{}@{owner}", posting.id.0)))
}

/// The qualified identifier, with a number if another job has that one, too.
fn free(posting: &JobPosting, feed: FeedId, earlier: &EarlierJobs, taken: &HashSet<JobId>) -> JobId {
    let first = qualified(posting, feed);
    let is_others = |id: &JobId| earlier.jobs.contains_key(id) && earlier.same(posting, id, feed).is_none();
    let numbered = (2..).map(|number: u32| JobId(posting::bounded_id(format!("{}.{number}", first.0))));
    let candidates = [first.clone()].into_iter().chain(numbered);
    // The numbers never end, so there is always a free one.
    candidates.into_iter().find(|id| !taken.contains(id) && !is_others(id)).unwrap_or(first)
}
