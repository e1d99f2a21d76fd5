//! Finds postings with the same contents and different identifiers, such as one job posted once per city.
//!
//! Two postings are the same offer if everything except identifier, places, dates, and links is equal. Without a
//! description, that is too little to tell: two openings with the same title in the same city stay two openings.
//!
//! A digest of the contents finds equal offers, and a hash set finds equal places. So each posting is compared with about
//! one other, even if many are equal or nearly equal.

use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use openroles_model::domain::{AlsoPosted, ApplicantLocation, Date, HowToApply, JobPosting, Place};

/// The offers so far, each by its index among the postings.
#[derive(Default)]
pub(super) struct Offers {
    /// Indexes by a digest of the contents.
    seen: HashMap<u64, Vec<usize>>,
    /// All places of the postings that got some from duplicates.
    places: HashMap<usize, HashSet<Place>>,
    /// All application links of the postings that got some from duplicates.
    ways: HashMap<usize, HashSet<HowToApply>>,
}

impl Offers {
    /// Adds the places and the application link of `posting` to the earlier posting with the same contents. Returns
    /// that one's index and the last day it had. If there is none, remembers `posting` as the next one in `postings`.
    pub(super) fn fold(&mut self, postings: &mut [JobPosting], posting: &JobPosting) -> Option<(usize, Option<Date>)> {
        if posting.description.is_empty() {
            return None;
        }
        let seen = self.seen.entry(digest(posting)).or_default();
        let Some(at) = seen.iter().copied().find(|at| offer(&postings[*at]) == offer(posting)) else {
            seen.push(postings.len());
            return None;
        };
        self.add_places(at, &mut postings[at], &posting.job_locations);
        self.add_way(at, &mut postings[at], posting);
        // The offer is open as long as any of its records; a record without a last day is open longest.
        let last_days = (postings[at].valid_through, posting.valid_through);
        postings[at].valid_through = Option::zip(last_days.0, last_days.1).map(|(one, other)| one.max(other));
        Some((at, last_days.0))
    }

    /// Adds what another record says about the posting at `at`. Sources repeat a posting for each of its places, and
    /// list postings without the text that single postings have.
    pub(super) fn complete(&mut self, at: usize, earlier: &mut JobPosting, later: JobPosting) {
        let before = digest(earlier);
        self.add_places(at, earlier, &later.job_locations);
        self.add_way(at, earlier, &later);
        complete(earlier, later);
        let after = digest(earlier);
        if before != after && self.seen.get(&before).is_some_and(|seen| seen.contains(&at)) {
            self.seen.entry(after).or_default().push(at);
        }
    }

    /// Keeps the record's application link: candidates in its city may have to apply there.
    fn add_way(&mut self, at: usize, earlier: &mut JobPosting, later: &JobPosting) {
        let Some(way) = &later.how_to_apply else { return };
        let known = self.ways.entry(at).or_insert_with(|| earlier.how_to_apply.iter().cloned().collect());
        if !known.insert(way.clone()) {
            return;
        }
        if earlier.how_to_apply.is_none() {
            earlier.how_to_apply = Some(way.clone());
            return;
        }
        let places = later.job_locations.iter().map(|place| place.text.clone()).collect();
        earlier.also_posted.push(AlsoPosted { places, how_to_apply: way.clone() });
    }

    fn add_places(&mut self, at: usize, earlier: &mut JobPosting, more: &[Place]) {
        let known = self.places.entry(at).or_insert_with(|| earlier.job_locations.iter().cloned().collect());
        for place in more {
            if known.insert(place.clone()) {
                earlier.job_locations.push(place.clone());
            }
        }
    }
}

/// The contents of an offer: everything except identifier, path, places, dates, links, and the title's original
/// spelling.
fn offer(posting: &JobPosting) -> impl Hash + PartialEq {
    let JobPosting {
        id: _,
        id_source: _,
        slug: _,
        job_locations: _,
        date_posted: _,
        valid_through: _,
        how_to_apply: _,
        also_posted: _,
        original_title: _,
        // Ingest finds skills only after it has read all records.
        skill_source: _,
        title,
        hiring_organization,
        provenance,
        description,
        skills,
        experience,
        base_salary,
        workplace,
        applicant_location,
        employment_types,
        industry,
        department,
        visa_sponsorship,
        language,
    } = posting;
    let work = (title, hiring_organization, provenance, description, skills, experience, base_salary);
    (work, workplace, applicant_location, employment_types, industry, department, (visa_sponsorship, language))
}

fn digest(posting: &JobPosting) -> u64 {
    let mut hasher = DefaultHasher::new();
    offer(posting).hash(&mut hasher);
    hasher.finish()
}

/// Fills in everything that the earlier one doesn't state, except places.
fn complete(earlier: &mut JobPosting, later: JobPosting) {
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
    earlier.visa_sponsorship = earlier.visa_sponsorship.or(later.visa_sponsorship);
    earlier.language = earlier.language.take().or(later.language);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        feed,
        ingest::{memory::Memory, posting::normalized},
    };

    fn posting(fields: &serde_json::Value) -> JobPosting {
        let mut record = serde_json::json!({"id": 1, "title": "A", "company": "X", "description": "Same"});
        for (name, value) in fields.as_object().expect("an object") {
            record[name] = value.clone();
        }
        let mut contents = feed::read(record.to_string().as_bytes(), None).expect("readable");
        normalized(&contents.postings.remove(0), None, &Memory::default()).expect("a posting").posting
    }

    /// Merges duplicates. Also returns the largest number of others that one posting is compared with.
    fn folded(all: impl Iterator<Item = JobPosting>) -> (Vec<JobPosting>, usize) {
        let (mut offers, mut postings) = (Offers::default(), Vec::new());
        for posting in all {
            if offers.fold(&mut postings, &posting).is_none() {
                postings.push(posting);
            }
        }
        (postings, offers.seen.values().map(Vec::len).max().unwrap_or_default())
    }

    #[test]
    fn many_that_say_the_same_or_nearly_the_same_are_compared_with_one() {
        const MANY: usize = 5_000;
        let nearly = (0..MANY).map(|at| posting(&serde_json::json!({"department": format!("Team {at}")})));
        let (postings, compared) = folded(nearly);
        assert_eq!((postings.len(), compared), (MANY, 1));
        let same = (0..MANY).map(|at| posting(&serde_json::json!({"id": at, "location": format!("Place {at}")})));
        let (postings, compared) = folded(same.clone().chain(same));
        assert_eq!((postings.len(), compared), (1, 1));
        let places: Vec<&str> = postings[0].job_locations.iter().map(|place| place.text.as_str()).collect();
        assert_eq!((places.len(), places[0], places[MANY - 1]), (MANY, "Place 0", "Place 4999"));
    }

    #[test]
    fn an_offer_is_open_as_long_as_the_last_of_its_records() {
        let last_day_of = |days: &[&str]| {
            let record =
                |(at, day)| posting(&serde_json::json!({"location": format!("Place {at}"), "validThrough": day}));
            let (postings, _) = folded(days.iter().enumerate().map(record));
            assert_eq!(postings.len(), 1);
            postings[0].valid_through.map(|day| day.to_string())
        };
        assert_eq!(last_day_of(&["2026-11-01", "2026-12-01", "2026-11-15"]).as_deref(), Some("2026-12-01"));
        assert_eq!(last_day_of(&["2026-11-01", ""]), None);
    }

    #[test]
    fn every_way_to_apply_is_kept_with_its_places() {
        let record = |place: &str, link: &str| {
            posting(&serde_json::json!({"location": place, "howToApply": format!("https://example.com/{link}")}))
        };
        let all = [record("Pune", "1"), record("Delhi", "2"), record("Delhi", "1"), record("Agra", "2")];
        let (postings, _) = folded(all.into_iter());
        let link = |way: &HowToApply| way.href();
        assert_eq!(postings[0].how_to_apply.as_ref().map(link).as_deref(), Some("https://example.com/1"));
        let also: Vec<_> =
            postings[0].also_posted.iter().map(|also| (also.places.join(" "), link(&also.how_to_apply))).collect();
        assert_eq!(also, [("Delhi".to_owned(), "https://example.com/2".to_owned())]);
    }

    #[test]
    fn anything_else_that_differs_makes_another_offer() {
        for (fields, is_same) in [
            (
                serde_json::json!({"id": 2, "location": "Pune", "datePosted": "2026-01-01", "validThrough": "2027-01-01"}),
                true,
            ),
            (serde_json::json!({"howToApply": "https://example.com/2"}), true),
            (serde_json::json!({"skills": "Rust"}), false),
            (serde_json::json!({"employmentType": "FULL_TIME"}), false),
            (serde_json::json!({"department": "Kitchen"}), false),
            (serde_json::json!({"inLanguage": "de"}), false),
            (serde_json::json!({"baseSalary": "Best in industry"}), false),
        ] {
            let (postings, _) = folded([posting(&serde_json::json!({})), posting(&fields)].into_iter());
            assert_eq!(postings.len() == 1, is_same, "{fields}");
        }
    }

    #[test]
    fn an_offer_that_was_completed_is_found_by_what_it_says_now() {
        let mut offers = Offers::default();
        let mut postings = vec![posting(&serde_json::json!({}))];
        assert_eq!(offers.fold(&mut [], &postings[0]), None);
        let whole = posting(&serde_json::json!({"skills": "Rust"}));
        offers.complete(0, &mut postings[0], whole.clone());
        assert_eq!(offers.fold(&mut postings, &whole), Some((0, None)));
    }
}
