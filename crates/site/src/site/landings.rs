//! Landing pages: the pairs of skill and city with enough open jobs, their related pages, and the example in the
//! empty search box.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap, HashSet},
};

use openroles_app::page::{LandingLink, LandingTopic};
use openroles_engine::{
    index::Index,
    query::{FirstHits, newest},
};
use openroles_model::{
    domain::{Date, JobPosting, NamedPlace, Place, Slug},
    words::HeadWords,
};
use rayon::prelude::*;

use super::syndication::MOST_JOBS;

/// A page with fewer jobs tells no more than the jobs themselves.
const LEAST_JOBS: usize = 5;
/// Larger boards have pages for the most common topics only; visitors find the others by searching.
const MOST_PAGES: usize = 5_000;
/// Number of related pages shown: half for the same city and half for the same skill.
const MOST_RELATED: usize = 12;

/// Topics of a board, most jobs first, each with its number of open jobs.
pub(super) struct Landings {
    topics: Vec<(LandingTopic, usize)>,
    /// Newest jobs of each topic, in the order of `topics`.
    newest: Vec<FirstHits>,
    by_city: HashMap<NamedPlace, Vec<usize>>,
    by_skill: HashMap<String, Vec<usize>>,
    known: HashSet<LandingTopic>,
}

impl Landings {
    /// Topics of the jobs that are open on the day `now`.
    pub(super) fn of(postings: &[JobPosting], index: &Index, now: Date) -> Self {
        let landings = Self::among(postings, now);
        let newest = landings.topics.par_iter().map(|(topic, _)| newest(index, &topic.query(), MOST_JOBS)).collect();
        Self { newest, ..landings }
    }

    fn among(postings: &[JobPosting], now: Date) -> Self {
        let mut counts: BTreeMap<(&str, &NamedPlace), usize> = BTreeMap::new();
        for posting in postings.iter().filter(|posting| !posting.is_expired(now)) {
            let cities: HashSet<&NamedPlace> =
                posting.job_locations.iter().filter_map(|place| place.city.as_ref()).collect();
            for skill in &posting.skills {
                for city in &cities {
                    *counts.entry((skill.as_str(), *city)).or_default() += 1;
                }
            }
        }
        counts.retain(|_, count| *count >= LEAST_JOBS);
        let mut common: Vec<_> = counts.into_iter().collect();
        common.sort_by_key(|(topic, count)| (Reverse(*count), *topic));
        let mut taken = HashSet::new();
        let topics =
            common.into_iter().filter_map(|((skill, city), count)| Some((LandingTopic::of(skill, city)?, count)));
        let topics = topics.filter(|(topic, _)| taken.insert(topic.slug.clone())).take(MOST_PAGES).collect();
        Self::with_kin(topics)
    }

    /// Groups the topics by city and by skill.
    fn with_kin(topics: Vec<(LandingTopic, usize)>) -> Self {
        let mut by_city: HashMap<NamedPlace, Vec<usize>> = HashMap::new();
        let mut by_skill: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, (topic, _)) in topics.iter().enumerate() {
            by_city.entry(topic.city.clone()).or_default().push(at);
            by_skill.entry(topic.skill.clone()).or_default().push(at);
        }
        let known = topics.iter().map(|(topic, _)| topic.clone()).collect();
        Self { topics, newest: Vec::new(), by_city, by_skill, known }
    }

    /// Number of topics.
    pub(super) fn len(&self) -> usize {
        self.topics.len()
    }

    /// Keeps only the first topics.
    pub(super) fn truncate(&mut self, count: usize) {
        if count < self.topics.len() {
            self.topics.truncate(count);
            let newest = self.newest.drain(..).take(count).collect();
            *self = Self { newest, ..Self::with_kin(std::mem::take(&mut self.topics)) };
        }
    }

    /// Topics, most jobs first, each with its newest jobs, which are enough for its page and its feeds.
    pub(super) fn topics(&self) -> impl Iterator<Item = (&LandingTopic, &FirstHits)> {
        self.topics.iter().map(|(topic, _)| topic).zip(&self.newest)
    }

    /// Links to the first `count` landing pages.
    pub(super) fn first(&self, count: usize, words: &HeadWords) -> Vec<LandingLink> {
        self.topics.iter().take(count).map(|topic| link(topic, words)).collect()
    }

    /// Landing pages of a job's skills in its first city, as pairs of skill and slug.
    pub(super) fn of_skills(&self, posting: &JobPosting) -> Vec<(String, Slug)> {
        let Some(city) = posting.job_locations.iter().find_map(|place| place.city.as_ref()) else {
            return Vec::new();
        };
        let topics = posting.skills.iter().filter_map(|skill| LandingTopic::of(skill, city));
        topics.filter(|topic| self.known.contains(topic)).map(|topic| (topic.skill, topic.slug)).collect()
    }

    /// Links to landing pages for the same city and for the same skill.
    pub(super) fn related(&self, topic: &LandingTopic, words: &HeadWords) -> Vec<LandingLink> {
        let others = |kin: Option<&Vec<usize>>| {
            let topics = kin.into_iter().flatten().map(|at| &self.topics[*at]);
            topics
                .filter(|(other, _)| other != topic)
                .take(MOST_RELATED / 2)
                .map(|topic| link(topic, words))
                .collect::<Vec<_>>()
        };
        [others(self.by_city.get(&topic.city)), others(self.by_skill.get(&topic.skill))].concat()
    }
}

fn link((topic, count): &(LandingTopic, usize), words: &HeadWords) -> LandingLink {
    LandingLink { slug: topic.slug.clone(), title: topic.title(words), count: *count }
}

/// Most common skill and most common place of the jobs that are open on the day `now`. If no job has both, uses the
/// most common place of the jobs that ask for the skill. Returns only one of the two if the other isn't stated, and
/// `None` if neither is.
pub(super) fn search_example(postings: &[JobPosting], now: Date) -> Option<String> {
    let open: Vec<&JobPosting> = postings.iter().filter(|posting| !posting.is_expired(now)).collect();
    let skill = commonest(open.iter().flat_map(|posting| posting.skills.iter().cloned()));
    let asking = |posting: &&&JobPosting| skill.as_ref().is_none_or(|skill| posting.skills.contains(skill));
    let place = commonest(open.iter().copied().flat_map(places))
        .filter(|place| open.iter().filter(asking).any(|posting| places(posting).any(|other| other == *place)));
    let place = place.or_else(|| commonest(open.iter().filter(asking).copied().flat_map(places)));
    let words: Vec<String> = skill.into_iter().chain(place).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Narrowest name of each of a job's places.
fn places(posting: &JobPosting) -> impl Iterator<Item = String> {
    let narrowest = |place: &Place| place.levels().next().map(|level| level.name);
    posting.job_locations.iter().filter_map(narrowest)
}

/// Most frequent name; of several, the first in alphabetical order.
fn commonest(names: impl Iterator<Item = String>) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(name, count)| (*count, Reverse(name.clone()))).map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_feeds::{
        feed,
        ingest::{Duplicates, IngestOptions, ingest},
    };
    use openroles_model::words::ENGLISH;

    /// Checks topics and their counts. Jobs are written as `skills @ place`, with a final `!` if closed.
    fn check(jobs: &[&str], expected: &[(&str, usize)]) {
        let records: Vec<serde_json::Value> = jobs
            .iter()
            .enumerate()
            .map(|(at, job)| {
                let (skills, place) = job.split_once(" @ ").expect("two parts");
                let last_day = if place.ends_with('!') { "2026-11-01" } else { "2026-12-01" };
                serde_json::json!({"id": at, "title": "Engineer", "company": "Acme", "skills": skills,
                "location": place.trim_end_matches('!'), "validThrough": last_day})
            })
            .collect();
        let contents = feed::read(&serde_json::to_vec(&records).expect("json"), None).expect("a feed");
        let board = ingest(contents, &IngestOptions { company: None, duplicates: Duplicates::Keep });
        let landings = Landings::among(&board.postings, Date::from_ymd(2026, 11, 23).expect("a day"));
        let found: Vec<(String, usize)> = landings
            .first(usize::MAX, &ENGLISH.head)
            .into_iter()
            .map(|link| (link.slug.to_string(), link.count))
            .collect();
        let expected: Vec<(String, usize)> =
            expected.iter().map(|(slug, count)| ((*slug).to_owned(), *count)).collect();
        assert_eq!(found, expected, "{jobs:?}");
    }

    #[test]
    fn a_skill_has_a_page_in_a_city_where_enough_jobs_are_open() {
        check(&["React @ Pune"; LEAST_JOBS], &[("react-jobs-in-pune", LEAST_JOBS)]);
        check(&["React @ Pune"; LEAST_JOBS - 1], &[]);
        for other in ["React @ Pune!", "React @ Delhi", "Go @ Pune"] {
            check(&[["React @ Pune"; LEAST_JOBS - 1].as_slice(), &[other]].concat(), &[]);
        }
        check(&["React @ India"; LEAST_JOBS], &[]);
    }

    #[test]
    fn the_commonest_topics_come_first_and_signs_are_spelled() {
        let jobs = [["C++, C @ Pune"; LEAST_JOBS].as_slice(), &["C++ @ Pune; Mumbai"]].concat();
        check(&jobs, &[("cpp-jobs-in-pune", LEAST_JOBS + 1), ("c-jobs-in-pune", LEAST_JOBS)]);
    }

    #[test]
    fn related_pages_share_the_city_or_the_skill() {
        let topic = |skill: &str, city: &str| {
            let place = NamedPlace { slug: Slug::of(city).expect("ascii"), name: city.to_owned() };
            (LandingTopic::of(skill, &place).expect("short"), 3)
        };
        let landings = Landings::with_kin(vec![
            topic("React", "Pune"),
            topic("Go", "Pune"),
            topic("React", "Delhi"),
            topic("Go", "Delhi"),
        ]);
        let first = landings.topics[0].0.clone();
        let slugs: Vec<String> =
            landings.related(&first, &ENGLISH.head).into_iter().map(|link| link.slug.to_string()).collect();
        assert_eq!(slugs, ["go-jobs-in-pune", "react-jobs-in-delhi"]);
    }
}
