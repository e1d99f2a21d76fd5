//! Postings that say the same under different identifiers: one job posted once per city.
//!
//! Two postings are the same offer when everything but identifier, places, dates and links is equal. Without a
//! description that is too little to tell: two openings of the same name in the same city are then two openings.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use crate::domain::JobPosting;

/// The offers seen so far, by a digest of what they say.
#[derive(Default)]
pub(super) struct Offers(HashMap<u64, Vec<usize>>);

impl Offers {
    /// Adds the places of `posting` to the earlier posting that says the same and names it; otherwise remembers
    /// `posting` as the next one to be pushed to `postings`.
    pub(super) fn fold(&mut self, postings: &mut [JobPosting], posting: &JobPosting) -> Option<String> {
        if posting.description.is_empty() {
            return None;
        }
        let seen = self.0.entry(digest(posting)).or_default();
        let Some(index) = seen.iter().copied().find(|index| is_same_offer(&postings[*index], posting)) else {
            seen.push(postings.len());
            return None;
        };
        let earlier = &mut postings[index];
        for place in &posting.job_locations {
            if !earlier.job_locations.contains(place) {
                earlier.job_locations.push(place.clone());
            }
        }
        Some(earlier.id.0.clone())
    }
}

fn digest(posting: &JobPosting) -> u64 {
    let mut hasher = DefaultHasher::new();
    posting.title.hash(&mut hasher);
    posting.hiring_organization.hash(&mut hasher);
    posting.description.hash(&mut hasher);
    posting.base_salary.hash(&mut hasher);
    hasher.finish()
}

fn is_same_offer(a: &JobPosting, b: &JobPosting) -> bool {
    let what_may_differ = |posting: &JobPosting| JobPosting {
        id: a.id.clone(),
        slug: a.slug.clone(),
        job_locations: Vec::new(),
        date_posted: None,
        valid_through: None,
        how_to_apply: None,
        ..posting.clone()
    };
    what_may_differ(a) == what_may_differ(b)
}
