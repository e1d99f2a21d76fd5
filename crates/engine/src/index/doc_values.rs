//! The values of each job in a column, laid out so that any set of jobs can be counted quickly.
//!
//! A few values are common, and many are rare. For common values, the set of their jobs is kept, so that 64 jobs are
//! counted at a time; for rare values, the list of their jobs. Each job's values are also listed. A few jobs are counted
//! from their lists, and many jobs from the sets and lists of the values. If more than half of the open jobs are to be
//! counted, the others are counted instead and subtracted.

use std::cell::OnceCell;

use super::{DocId, DocSet, ends, value_lists::ValueLists};

/// Position of a value in its column, most common value first: 0 to the number of values minus one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ValueOrdinal(pub(crate) u32);

impl ValueOrdinal {
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

/// Values of each job, by ordinal, and jobs of each value.
pub(crate) struct DocValues {
    lists: ValueLists,
    /// For each common value, the set of its jobs. Common values, which at least one in [`COMMON_SHARE`] jobs has,
    /// have the lowest ordinals.
    common: Vec<DocSet>,
    /// Jobs of the other values.
    rare: RareValues,
    /// Number of jobs with each value, including expired ones.
    doc_freqs: Vec<u32>,
    /// Number of open jobs with each value.
    live_counts: Vec<u32>,
}

/// Jobs of each value that isn't common, one value after the other.
struct RareValues {
    /// End of each value's jobs in `docs`.
    ends: Vec<u32>,
    docs: Vec<DocId>,
}

/// If fewer than one in this many jobs have a value, going through its jobs is cheaper than through a set of all jobs.
const COMMON_SHARE: usize = 64;

/// Time to count the jobs of a rare value that are wanted, for each of its jobs. Like the other two, it is a multiple of
/// the time that 64 jobs of a common value take, roughly as in a profile of the native engine.
const RARE_TIME: usize = 3;
/// Time to count the values of a wanted job, for each value.
const LISTED_TIME: usize = 4;
/// Time to find the values of a wanted job.
const JOB_TIME: usize = 4;

/// Collects the values of each job in turn.
pub(super) struct DocValuesBuilder {
    value_count: usize,
    lists: ValueLists,
}

impl DocValuesBuilder {
    /// Starts without jobs. Values are 0 to `value_count` minus one.
    pub(super) fn new(value_count: usize, doc_count: usize) -> Self {
        Self { value_count, lists: ValueLists::new(value_count, doc_count) }
    }

    /// Adds the values of the next job, and sorts them. Fails if a value doesn't exist or occurs twice.
    pub(super) fn push(&mut self, values: &mut [u32]) -> Result<(), &'static str> {
        values.sort_unstable_by(|left, right| right.cmp(left));
        if values.first().is_some_and(|rarest| *rarest as usize >= self.value_count) {
            return Err("a job has a value that does not exist");
        }
        if values.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err("a job has a value twice");
        }
        self.lists.push(values)
    }

    /// Lays out the values. Only jobs in `live` can be counted later.
    pub(super) fn build(self, live: &DocSet) -> DocValues {
        let lists = self.lists.finish();
        let doc_count = lists.doc_count();
        let mut doc_freqs = vec![0; self.value_count];
        lists.each(|_, value| doc_freqs[value.at()] += 1);
        let is_common = |freq: &u32| *freq as usize * COMMON_SHARE >= doc_count;
        let common_count = doc_freqs.iter().position(|freq| !is_common(freq)).unwrap_or(self.value_count);
        let mut common = vec![DocSet::none(doc_count); common_count];
        let mut rare = RareValues::with_room(&doc_freqs[common_count..]);
        lists.each(|doc, value| match common.get_mut(value.at()) {
            Some(set) => set.insert(doc),
            None => rare.push(value.at() - common_count, doc),
        });
        let live_counts = vec![0; self.value_count];
        let mut values = DocValues { lists, common, rare, doc_freqs, live_counts };
        values.live_counts = values.counts(&Counted::of_set(live.clone()));
        values
    }
}

impl RareValues {
    /// Room for the jobs of values that this many jobs have.
    fn with_room(doc_freqs: &[u32]) -> Self {
        let mut end = 0;
        let mut start = |freq: &u32| {
            end += freq;
            end - freq
        };
        // Each entry starts as the beginning of its value's range, and has moved to the end once the range is
        // filled.
        let ends: Vec<u32> = doc_freqs.iter().map(&mut start).collect();
        Self { ends, docs: vec![DocId(0); end as usize] }
    }

    /// Adds the next job of the value at position `at`.
    fn push(&mut self, at: usize, doc: DocId) {
        let place = &mut self.ends[at];
        self.docs[*place as usize] = doc;
        *place += 1;
    }

    /// Jobs of the value at position `at` in ascending order.
    fn docs(&self, at: usize) -> &[DocId] {
        &self.docs[ends::range(&self.ends, at)]
    }
}

/// Jobs of an index, prepared for counting in any column.
pub(crate) struct Counted {
    set: DocSet,
    len: usize,
    /// The jobs of `set` in ascending order, listed when they are first needed.
    docs: OnceCell<Vec<DocId>>,
    /// Whether `set` has the open jobs that aren't to be counted, rather than those that are.
    is_rest: bool,
}

impl Counted {
    /// Prepares the jobs of `wanted`, which must all be in `live`.
    pub(crate) fn of(wanted: &DocSet, live: &DocSet) -> Self {
        if 2 * wanted.len() <= live.len() {
            return Self::of_set(wanted.clone());
        }
        let mut rest = live.clone();
        rest.subtract(wanted);
        Self { is_rest: true, ..Self::of_set(rest) }
    }

    /// Prepares the jobs of a set as they are.
    fn of_set(set: DocSet) -> Self {
        Self { len: set.len(), set, docs: OnceCell::new(), is_rest: false }
    }

    fn docs(&self) -> &[DocId] {
        self.docs.get_or_init(|| self.set.iter().collect())
    }
}

impl DocValues {
    /// Values of a job without repetition, rarest first.
    pub(crate) fn of(&self, doc: DocId) -> impl Iterator<Item = ValueOrdinal> {
        self.lists.of(doc)
    }

    /// Number of jobs with a value, including expired ones.
    pub(crate) fn doc_freq(&self, value: ValueOrdinal) -> usize {
        self.doc_freqs[value.at()] as usize
    }

    /// Jobs with a value in ascending order, including expired ones.
    pub(crate) fn docs_with(&self, value: ValueOrdinal) -> impl Iterator<Item = DocId> {
        let common = self.common.get(value.at());
        let rare = value.at().checked_sub(self.common.len()).map_or(&[][..], |at| self.rare.docs(at));
        common.into_iter().flat_map(DocSet::iter).chain(rare.iter().copied())
    }

    /// Number of the given jobs that have each value, by ordinal.
    pub(crate) fn counts(&self, jobs: &Counted) -> Vec<u32> {
        let mut counts = match jobs.len {
            0 => vec![0; self.doc_freqs.len()],
            _ if self.are_lists_quicker(jobs) => self.lists.counts(self.doc_freqs.len(), jobs.docs()),
            _ => self.counts_by_value(&jobs.set),
        };
        if jobs.is_rest {
            counts.iter_mut().zip(&self.live_counts).for_each(|(count, live)| *count = live - *count);
        }
        counts
    }

    fn counts_by_value(&self, wanted: &DocSet) -> Vec<u32> {
        let common = self.common.iter().map(|set| set.common_len(wanted));
        let rare = (0..self.rare.ends.len()).map(|at| wanted.len_among(self.rare.docs(at)));
        common.chain(rare).map(|count| count as u32).collect()
    }

    /// Whether going through the lists of the wanted jobs is quicker than going through the jobs of all values.
    fn are_lists_quicker(&self, jobs: &Counted) -> bool {
        let blocks = self.common.len() * self.lists.doc_count().div_ceil(DocSet::BLOCK);
        let listed = JOB_TIME + LISTED_TIME * self.lists.values_per_job();
        listed * jobs.len < blocks + RARE_TIME * self.rare.docs.len()
    }

    /// Jobs with at least one of these values, including expired ones.
    pub(crate) fn docs_with_any(&self, values: &[ValueOrdinal]) -> DocSet {
        let mut docs = DocSet::none(self.lists.doc_count());
        for value in values {
            match self.common.get(value.at()) {
                Some(set) => docs.unite(set),
                None => docs.insert_all(self.rare.docs(value.at() - self.common.len())),
            }
        }
        docs
    }

    /// Jobs with at least one value for which `is_meant` returns true, including expired ones.
    pub(crate) fn docs_where(&self, is_meant: impl Fn(ValueOrdinal) -> bool) -> DocSet {
        let values = (0..self.doc_freqs.len() as u32).map(ValueOrdinal);
        self.docs_with_any(&values.filter(|value| is_meant(*value)).collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::value_lists::LONGEST_LIST;
    use proptest::prelude::*;

    fn check(value_count: usize, lists: &[Vec<u32>], is_live: &[bool], is_wanted: &[bool]) {
        let doc_count = lists.len();
        let live = DocSet::of(doc_count, |doc| is_live[doc.at()]);
        let mut builder = DocValuesBuilder::new(value_count, doc_count);
        lists.iter().for_each(|list| assert_eq!(builder.push(&mut list.clone()), Ok(())));
        let values = builder.build(&live);
        let wanted = DocSet::of(doc_count, |doc| is_wanted[doc.at()] && is_live[doc.at()]);
        let counts = values.counts(&Counted::of(&wanted, &live));
        for value in (0..value_count as u32).map(ValueOrdinal) {
            let has = |doc: DocId, value: ValueOrdinal| lists[doc.at()].contains(&value.0);
            assert_eq!(values.doc_freq(value), lists.iter().filter(|list| list.contains(&value.0)).count());
            assert_eq!(counts[value.at()] as usize, wanted.iter().filter(|doc| has(*doc, value)).count());
            let pair = [value, ValueOrdinal(0)];
            let has_one = |doc: DocId| pair.iter().any(|value| has(doc, *value));
            let holders: Vec<DocId> = (0..doc_count as u32).map(DocId).filter(|doc| has(*doc, value)).collect();
            assert_eq!(values.docs_with(value).collect::<Vec<_>>(), holders);
            assert_eq!(values.docs_with_any(&[value]), DocSet::of(doc_count, |doc| has(doc, value)));
            assert_eq!(values.docs_with_any(&pair), DocSet::of(doc_count, has_one));
        }
        for (doc, list) in (0..).map(DocId).zip(lists) {
            let mut expected = list.clone();
            expected.sort_unstable_by_key(|value| std::cmp::Reverse(*value));
            assert_eq!(values.of(doc).map(|value| value.0).collect::<Vec<_>>(), expected);
        }
    }

    proptest! {
        #[test]
        fn values_are_counted_one_by_one_and_all_at_once_alike(
            jobs in prop::collection::vec(
                (prop::collection::btree_set(0..40_u32, 0..4), any::<bool>(), prop::bool::weighted(0.9)), 1..150,
            ),
            share in 0..3_u8, is_wide in any::<bool>(),
        ) {
            // Squaring makes a few values common and most of them rare.
            let squared = |at: &u32| at * at / 40 * if is_wide { 2_000 } else { 1 };
            let distinct = |values: Vec<u32>| values.into_iter().collect::<std::collections::BTreeSet<_>>();
            let lists = jobs.iter().map(|(values, ..)| distinct(values.iter().map(squared).collect()));
            let lists: Vec<Vec<u32>> = lists.map(|values| values.into_iter().collect()).collect();
            let is_wanted: Vec<bool> = jobs.iter().map(|(_, coin, _)| share == 2 || (share == 1 && *coin)).collect();
            let is_live: Vec<bool> = jobs.iter().map(|(_, _, is_live)| *is_live).collect();
            if is_wide {
                check_wide(&lists, &is_live, &is_wanted);
            } else {
                check(40, &lists, &is_live, &is_wanted);
            }
        }
    }

    /// Like `check`, with more values than fit 16 bits.
    fn check_wide(lists: &[Vec<u32>], is_live: &[bool], is_wanted: &[bool]) {
        let live = DocSet::of(lists.len(), |doc| is_live[doc.at()]);
        let wanted = DocSet::of(lists.len(), |doc| is_wanted[doc.at()] && is_live[doc.at()]);
        let mut builder = DocValuesBuilder::new(80_000, lists.len());
        lists.iter().for_each(|list| assert_eq!(builder.push(&mut list.clone()), Ok(())));
        let counts = builder.build(&live).counts(&Counted::of(&wanted, &live));
        let of_value = |value: u32| wanted.iter().filter(|doc| lists[doc.at()].contains(&value)).count();
        assert!((0..80_000).step_by(2_000).all(|value| counts[value as usize] as usize == of_value(value)));
    }

    #[test]
    fn what_no_job_can_have_is_refused() {
        let mut builder = DocValuesBuilder::new(5_000, 3);
        for (mut values, is_refused) in [
            (vec![0, 4_999], false),
            (vec![5_000], true),
            (vec![3, 1, 3], true),
            ((0..LONGEST_LIST as u32).collect(), false),
            ((0..=LONGEST_LIST as u32).collect(), true),
        ] {
            assert_eq!(builder.push(&mut values).is_err(), is_refused, "{} values", values.len());
        }
    }
}
