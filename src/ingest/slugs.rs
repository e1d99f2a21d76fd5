//! Paths of postings: title and company, made unique by the identifier.
//!
//! The oldest posting of a name keeps the plain path, later ones get a suffix made from their own identifier, so a
//! new posting never moves the page of one that is already linked to.

use std::collections::HashSet;

use xxhash_rust::xxh3::xxh3_64;

use crate::domain::{JobPosting, Slug};

/// Gives each posting its slug.
pub(super) fn assign(postings: &mut [JobPosting]) {
    let mut oldest_first: Vec<usize> = (0..postings.len()).collect();
    oldest_first.sort_by(|a, b| age(&postings[*a]).cmp(&age(&postings[*b])));
    let mut taken = HashSet::new();
    for index in oldest_first {
        let posting = &mut postings[index];
        posting.slug = free_slug(posting, &taken);
        taken.insert(posting.slug.clone());
    }
}

/// The path a posting would have were it alone.
pub(super) fn plain(title: &str, company: &str) -> Slug {
    Slug::of_or_hash(&format!("{title} {company}"))
}

/// Dated postings come first, oldest first; the identifier decides the rest.
fn age(posting: &JobPosting) -> (bool, Option<i32>, &str) {
    (posting.date_posted.is_none(), posting.date_posted.map(|date| date.days()), &posting.id.0)
}

fn free_slug(posting: &JobPosting, taken: &HashSet<Slug>) -> Slug {
    let digest = format!("{:016x}", xxh3_64(posting.id.0.as_bytes()));
    let suffixed = [6, 16].map(|digits| posting.slug.with_suffix(&digest[..digits]));
    let numbered = (2..).map(|number: u32| posting.slug.with_suffix(&format!("{digest}-{number}")));
    let candidates = [posting.slug.clone()].into_iter().chain(suffixed).chain(numbered);
    // The numbers never end, so a free one is always found.
    candidates.into_iter().find(|slug| !taken.contains(slug)).unwrap_or_else(|| posting.slug.clone())
}
