//! Words for the empty search field: a search that finds jobs of this very board.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::domain::{Date, JobPosting, Place};

/// The commonest skill and the commonest place of the jobs that are open on the day `now`; where no job has both, the
/// place where most jobs ask for the skill. Just one of them where the other is not stated; `None` without either.
pub(super) fn search_example(postings: &[JobPosting], now: Date) -> Option<String> {
    let open: Vec<&JobPosting> = postings.iter().filter(|posting| !posting.is_expired(now)).collect();
    let skill = commonest(open.iter().flat_map(|posting| posting.skills.iter().cloned()));
    let asking = |posting: &&&JobPosting| skill.as_ref().is_none_or(|skill| posting.skills.contains(skill));
    let place = commonest(open.iter().copied().flat_map(places))
        .filter(|place| open.iter().filter(asking).any(|posting| places(posting).any(|other| other == *place)));
    let place = place.or_else(|| commonest(open.iter().filter(asking).copied().flat_map(|posting| places(posting))));
    let words: Vec<String> = skill.into_iter().chain(place).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The narrowest name of each place of a job.
fn places(posting: &JobPosting) -> impl Iterator<Item = String> {
    let narrowest = |place: &Place| place.levels().next().map(|level| level.name);
    posting.job_locations.iter().filter_map(narrowest)
}

/// The name that occurs most often, of several the first by the alphabet.
fn commonest(names: impl Iterator<Item = String>) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(name, count)| (*count, Reverse(name.clone()))).map(|(name, _)| name)
}
