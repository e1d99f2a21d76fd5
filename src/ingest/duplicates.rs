//! Postings that say the same under different identifiers: one job posted once per city.
//!
//! Two postings are the same offer when everything but identifier, places, dates and links is equal. Without a
//! description that is too little to tell: two openings of the same name in the same city are then two openings.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use crate::domain::{ApplicantLocation, JobPosting};

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
        add_places(&mut postings[index], posting);
        Some(postings[index].id.0.clone())
    }
}

/// Adds to a posting what another record of it says more: sources repeat one for each of its places, and list postings
/// without the text that they have by themselves.
pub(super) fn complete(earlier: &mut JobPosting, later: JobPosting) {
    add_places(earlier, &later);
    if earlier.description.is_empty() {
        earlier.description = later.description;
    }
    if earlier.skills.is_empty() {
        earlier.skills = later.skills;
    }
    if earlier.employment_types.is_empty() {
        earlier.employment_types = later.employment_types;
    }
    if earlier.applicant_location == ApplicantLocation::NotStated {
        earlier.applicant_location = later.applicant_location;
    }
    earlier.experience = earlier.experience.or(later.experience);
    earlier.workplace = earlier.workplace.or(later.workplace);
    earlier.date_posted = earlier.date_posted.or(later.date_posted);
    earlier.valid_through = earlier.valid_through.or(later.valid_through);
    earlier.base_salary = earlier.base_salary.take().or(later.base_salary);
    earlier.industry = earlier.industry.take().or(later.industry);
    earlier.department = earlier.department.take().or(later.department);
    earlier.language = earlier.language.take().or(later.language);
    earlier.how_to_apply = earlier.how_to_apply.take().or(later.how_to_apply);
}

fn add_places(earlier: &mut JobPosting, later: &JobPosting) {
    for place in &later.job_locations {
        if !earlier.job_locations.contains(place) {
            earlier.job_locations.push(place.clone());
        }
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
