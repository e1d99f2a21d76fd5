//! A facet's values laid out for counting them among any jobs.
//!
//! Values are few that many jobs have, and many that few jobs have. The common ones are kept as sets, counted 64 jobs
//! at a time; the rare ones are listed job by job. Jobs asked about are counted, or those left out, whichever are
//! fewer.

use super::{DocId, DocSet, FacetColumn, ValueOrdinal, ends};

/// The values of one facet, for counting.
pub(crate) struct FacetCounter {
    /// Values that at least one of [`COMMON_SHARE`] jobs has.
    common: Vec<(ValueOrdinal, DocSet)>,
    /// Per job, where its other values end.
    rare_ends: Vec<u32>,
    rare: Vec<ValueOrdinal>,
    /// How many jobs have each value, expired ones included.
    doc_freqs: Vec<u32>,
    /// How many open jobs have each value.
    live_counts: Vec<u32>,
}

/// Below one job in so many, listing the jobs of a value costs less than going through a set of all jobs.
const COMMON_SHARE: usize = 64;

/// Some jobs of an index, ready to be counted facet by facet.
pub(crate) struct Counted {
    docs: Vec<DocId>,
    set: DocSet,
    /// Whether the jobs are those to count, or the open jobs that are not.
    is_rest: bool,
}

impl Counted {
    /// The jobs of `wanted`, all of which are in `live`.
    pub(crate) fn of(wanted: &DocSet, live: &DocSet) -> Self {
        let is_rest = 2 * wanted.len() > live.len();
        let mut set = if is_rest { live.clone() } else { wanted.clone() };
        if is_rest {
            set.subtract(wanted);
        }
        Self { docs: set.iter().collect(), set, is_rest }
    }

    /// Changes the number of wanted jobs by so many of the jobs at hand.
    fn add(&self, total: &mut u32, count: u32) {
        if self.is_rest {
            *total -= count;
        } else {
            *total += count;
        }
    }
}

impl FacetCounter {
    /// Lays out the values each job has: ordinals below `value_count`, none twice. Of `live` jobs some may be asked
    /// about.
    pub(super) fn of<V>(value_count: usize, doc_count: usize, live: &DocSet, values_of: impl Fn(DocId) -> V) -> Self
    where
        V: IntoIterator<Item = ValueOrdinal>,
    {
        let mut doc_freqs = vec![0_u32; value_count];
        let docs = || (0..doc_count as u32).map(DocId);
        docs().flat_map(&values_of).for_each(|ValueOrdinal(at)| doc_freqs[at as usize] += 1);
        let is_common = |freq: &u32| *freq as usize * COMMON_SHARE >= doc_count;
        let mut sets: Vec<Option<DocSet>> =
            doc_freqs.iter().map(|freq| is_common(freq).then(|| DocSet::none(doc_count))).collect();
        let (mut rare, mut rare_ends) = (Vec::new(), Vec::with_capacity(doc_count));
        for doc in docs() {
            for ordinal in values_of(doc) {
                match &mut sets[ordinal.0 as usize] {
                    Some(set) => set.insert(doc),
                    None => rare.push(ordinal),
                }
            }
            rare_ends.push(rare.len() as u32);
        }
        let common = (0..).map(ValueOrdinal).zip(sets).filter_map(|(ordinal, set)| Some((ordinal, set?))).collect();
        let mut counter = Self { common, rare_ends, rare, doc_freqs, live_counts: vec![0; value_count] };
        let all = Counted { docs: live.iter().collect(), set: live.clone(), is_rest: false };
        counter.live_counts = counter.counts(&all);
        counter
    }

    /// How many jobs have a value, expired ones included.
    pub(crate) fn doc_freq(&self, value: ValueOrdinal) -> usize {
        self.doc_freqs[value.0 as usize] as usize
    }

    /// The same as [`Self::counts`], where `column` lists the values of each job: for few jobs that is faster.
    pub(crate) fn counts_listed(&self, column: &FacetColumn, jobs: &Counted) -> Vec<u32> {
        let set_words = self.rare_ends.len().div_ceil(u64::BITS as usize).min(jobs.docs.len());
        let values_listed = jobs.docs.len() * column.values_per_job();
        if values_listed > self.common.len() * set_words + jobs.docs.len() {
            return self.counts(jobs);
        }
        let mut counts = self.counts_of_none(jobs);
        let values = jobs.docs.iter().flat_map(|doc| column.of(*doc));
        values.for_each(|ordinal| jobs.add(&mut counts[ordinal.at()], 1));
        counts
    }

    /// How many of the jobs have each value, by ordinal.
    pub(crate) fn counts(&self, jobs: &Counted) -> Vec<u32> {
        let mut counts = self.counts_of_none(jobs);
        let mut add = |ordinal: ValueOrdinal, count: u32| jobs.add(&mut counts[ordinal.at()], count);
        if jobs.docs.is_empty() {
            return counts;
        }
        for (ordinal, set) in &self.common {
            add(*ordinal, self.common_count(set, jobs));
        }
        if !self.rare.is_empty() {
            let rare = jobs.docs.iter().flat_map(|doc| &self.rare[ends::range(&self.rare_ends, doc.at())]);
            rare.for_each(|ordinal| add(*ordinal, 1));
        }
        counts
    }

    /// What the counts are before the jobs at hand are added, or taken away.
    fn counts_of_none(&self, jobs: &Counted) -> Vec<u32> {
        if jobs.is_rest { self.live_counts.clone() } else { vec![0; self.live_counts.len()] }
    }

    fn common_count(&self, set: &DocSet, jobs: &Counted) -> u32 {
        if jobs.docs.len() * COMMON_SHARE < self.rare_ends.len() {
            jobs.docs.iter().filter(|doc| set.contains(**doc)).count() as u32
        } else {
            set.common_len(&jobs.set) as u32
        }
    }

    /// The jobs that have one of the values at least, expired ones included.
    pub(crate) fn docs_with_any(&self, values: &[ValueOrdinal]) -> DocSet {
        let mut docs = DocSet::none(self.rare_ends.len());
        self.common.iter().filter(|(ordinal, _)| values.contains(ordinal)).for_each(|(_, set)| docs.unite(set));
        let mut is_meant = vec![false; self.live_counts.len()];
        values.iter().for_each(|value| is_meant[value.0 as usize] = true);
        self.common.iter().for_each(|(ordinal, _)| is_meant[ordinal.0 as usize] = false);
        if is_meant.contains(&true) {
            for (at, _) in self.rare.iter().enumerate().filter(|(_, ordinal)| is_meant[ordinal.0 as usize]) {
                docs.insert(DocId(self.rare_ends.partition_point(|end| *end as usize <= at) as u32));
            }
        }
        docs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::{Facet, fixture};
    use proptest::prelude::*;

    fn check(skills: &[Vec<&str>], is_wanted: &[bool]) {
        let postings: Vec<_> = (0..)
            .zip(skills)
            .map(|(at, skills)| {
                let open_for = if at % 7 == 3 { -1 } else { 1 };
                fixture::posting(&format!("Job {at}")).with_skills(skills).open_for_days(open_for)
            })
            .collect();
        let index = fixture::index(&postings);
        let column = index.column(Facet::Skill).expect("a listed facet");
        let counter = index.counter(Facet::Skill).expect("a listed facet");
        let wanted = DocSet::of(index.len(), |doc| is_wanted[doc.at()] && !index.is_expired(doc));
        let jobs = Counted::of(&wanted, index.live());
        let (counts, listed) = (counter.counts(&jobs), counter.counts_listed(column, &jobs));
        for ordinal in (0..column.len() as u32).map(ValueOrdinal) {
            let has = |doc: &DocId| column.of(*doc).contains(&ordinal);
            assert_eq!(counter.doc_freq(ordinal), index.docs().filter(has).count());
            assert_eq!(counts[ordinal.0 as usize] as usize, wanted.iter().filter(has).count());
            assert_eq!(listed, counts);
            let pair = [ordinal, ValueOrdinal(0)];
            let has_one = |doc: DocId| pair.iter().any(|value| column.of(doc).contains(value));
            assert_eq!(counter.docs_with_any(&[ordinal]), DocSet::of(index.len(), |doc| has(&doc)));
            assert_eq!(counter.docs_with_any(&pair), DocSet::of(index.len(), has_one));
        }
    }

    proptest! {
        #[test]
        fn values_are_counted_one_by_one_and_all_at_once_alike(
            jobs in prop::collection::vec((prop::collection::btree_set(0..40_usize, 0..4), any::<bool>()), 1..150),
            share in 0..3_u8,
        ) {
            let names: Vec<String> = (0..40).map(|at| format!("skill {at}")).collect();
            // Squaring makes a few values common and most of them rare.
            let skills = jobs.iter().map(|(skills, _)| skills.iter().map(|at| names[at * at / 40].as_str()).collect());
            let is_wanted: Vec<bool> = jobs.iter().map(|(_, coin)| share == 2 || (share == 1 && *coin)).collect();
            check(&skills.collect::<Vec<Vec<&str>>>(), &is_wanted);
        }
    }
}
