//! Paths of postings: title and company, made unique with the identifier.
//!
//! A job that an earlier build knew keeps its path, even if its title changed or others have the same one. Among new
//! jobs with the same name, the oldest gets the plain path, and later ones get a suffix from their identifier. So a new
//! posting never moves a page that others already link to.

use std::collections::HashSet;

use openroles_model::domain::{JobId, JobPosting, Slug};
use xxhash_rust::xxh3::xxh3_64;

use super::earlier::EarlierJobs;

/// Gives each posting its slug; the slugs of `unread` jobs stay reserved.
pub(super) fn assign(postings: &mut [JobPosting], unread: &[JobId], earlier: &EarlierJobs) {
    let earlier_slug = |id: &JobId| earlier.jobs.get(id).map(|job| job.slug.clone());
    let mut taken: HashSet<Slug> = unread.iter().filter_map(earlier_slug).collect();
    let mut new = Vec::new();
    for (index, posting) in postings.iter_mut().enumerate() {
        match earlier_slug(&posting.id).filter(|slug| !taken.contains(slug)) {
            Some(slug) => {
                taken.insert(slug.clone());
                posting.slug = slug;
            }
            None => new.push(index),
        }
    }
    new.sort_by(|a, b| age(&postings[*a]).cmp(&age(&postings[*b])));
    for index in new {
        let posting = &mut postings[index];
        posting.slug = free_slug(posting, &taken);
        taken.insert(posting.slug.clone());
    }
}

/// The path that a posting would have if it were the only one.
pub(super) fn plain(title: &str, company: &str) -> Slug {
    Slug::of_or_hash(&format!("{title} {company}"))
}

/// Sorts dated postings first, oldest first; the identifier breaks ties.
fn age(posting: &JobPosting) -> (bool, Option<i32>, &str) {
    (posting.date_posted.is_none(), posting.date_posted.map(|date| date.days()), &posting.id.0)
}

fn free_slug(posting: &JobPosting, taken: &HashSet<Slug>) -> Slug {
    let digest = format!("{:016x}", xxh3_64(posting.id.0.as_bytes()));
    let suffixed = [6, 16].into_iter().map(|digits| posting.slug.with_suffix(&digest[..digits]));
    let numbered = (2..).map(|number: u32| posting.slug.with_suffix(&format!("{digest}-{number}")));
    let candidates = [posting.slug.clone()].into_iter().chain(suffixed).chain(numbered);
    // The numbers never end, so there is always a free one.
    candidates.into_iter().find(|slug| !taken.contains(slug)).unwrap_or_else(|| posting.slug.clone())
}
