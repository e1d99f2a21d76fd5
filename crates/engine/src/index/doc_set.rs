//! Set of jobs of one index, as a bitmap.

use super::DocId;

/// Bitmap of jobs. Only sets of the same index may be combined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DocSet {
    /// Job `d` is bit `d % 64` of word `d / 64`. Bits after the last job are 0.
    words: Vec<u64>,
}

const BITS: usize = u64::BITS as usize;

impl DocSet {
    /// Number of jobs in a block.
    pub(crate) const BLOCK: usize = BITS;

    /// Empty set for an index of `doc_count` jobs.
    pub(crate) fn none(doc_count: usize) -> Self {
        Self { words: vec![0; doc_count.div_ceil(BITS)] }
    }

    /// All of `doc_count` jobs.
    pub(crate) fn all(doc_count: usize) -> Self {
        Self::first(doc_count, doc_count)
    }

    /// First `count` of `doc_count` jobs, which are the newest.
    pub(crate) fn first(count: usize, doc_count: usize) -> Self {
        let word = |at: usize| match count.saturating_sub(at * BITS) {
            left @ 0..BITS => (1_u64 << left) - 1,
            _ => u64::MAX,
        };
        Self { words: (0..doc_count.div_ceil(BITS)).map(word).collect() }
    }

    /// Those of `doc_count` jobs for which `is_meant` returns true.
    #[cfg(test)]
    pub(crate) fn of(doc_count: usize, is_meant: impl Fn(DocId) -> bool) -> Self {
        let word = |at: usize| {
            let docs = at * BITS..((at + 1) * BITS).min(doc_count);
            docs.fold(0, |bits, doc| bits | u64::from(is_meant(DocId(doc as u32))) << (doc % BITS))
        };
        Self { words: (0..doc_count.div_ceil(BITS)).map(word).collect() }
    }

    pub(crate) fn insert(&mut self, doc: DocId) {
        self.words[doc.at() / BITS] |= 1 << (doc.at() % BITS);
    }

    pub(crate) fn insert_all(&mut self, docs: &[DocId]) {
        let words = self.words.as_mut_slice();
        docs.iter().for_each(|doc| words[doc.0 as usize / BITS] |= 1 << (doc.0 as usize % BITS));
    }

    pub(crate) fn contains(&self, doc: DocId) -> bool {
        self.words[doc.at() / BITS] >> (doc.at() % BITS) & 1 == 1
    }

    pub(crate) fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Number of jobs of this set among the first `count` jobs of the index.
    pub(crate) fn len_of_first(&self, count: usize) -> usize {
        let whole: usize = self.words.iter().take(count / BITS).map(|word| word.count_ones() as usize).sum();
        let part = self.words.get(count / BITS).map_or(0, |word| word & ((1 << (count % BITS)) - 1));
        whole + part.count_ones() as usize
    }

    /// Number of jobs in both sets.
    pub(crate) fn common_len(&self, other: &Self) -> usize {
        let words = self.words.iter().zip(&other.words);
        words.map(|(one, two)| (one & two).count_ones() as usize).sum()
    }

    /// Number of the jobs of a list without repetition that are in the set.
    pub(crate) fn len_among(&self, docs: &[DocId]) -> usize {
        let words = self.words.as_slice();
        docs.iter().fold(0, |count, doc| count + (words[doc.0 as usize / BITS] >> (doc.0 as usize % BITS) & 1)) as usize
    }

    /// Keeps only the jobs that are also in `other`.
    pub(crate) fn intersect(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Adds the jobs of `other`.
    pub(crate) fn unite(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// Removes the jobs of `other`.
    pub(crate) fn subtract(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Blocks of 64 bits: job `d` is bit `d % 64` of block `d / 64`.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = u64> {
        self.words.iter().copied()
    }

    /// Jobs in ascending order.
    pub(crate) fn iter(&self) -> Docs<'_> {
        let mut words = self.words.iter();
        Docs { word: words.next().copied().unwrap_or(0), words, first: 0 }
    }
}

/// Iterator over a set's jobs in ascending order.
pub(crate) struct Docs<'a> {
    /// Bits of the current word that are still to be visited.
    word: u64,
    words: std::slice::Iter<'a, u64>,
    /// Job at bit 0 of the current word.
    first: u32,
}

impl Iterator for Docs<'_> {
    type Item = DocId;

    fn next(&mut self) -> Option<DocId> {
        while self.word == 0 {
            self.word = *self.words.next()?;
            self.first += u64::BITS;
        }
        let lowest = self.word.trailing_zeros();
        self.word &= self.word - 1;
        Some(DocId(self.first + lowest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn set(docs: &BTreeSet<u32>) -> DocSet {
        DocSet::of(200, |doc| docs.contains(&doc.0))
    }

    fn listed(set: &DocSet) -> Vec<u32> {
        set.iter().map(|doc| doc.0).collect()
    }

    fn docs() -> impl Strategy<Value = BTreeSet<u32>> {
        prop::collection::btree_set(0..200_u32, 0..200)
    }

    proptest! {
        #[test]
        fn sets_behave_as_sets(left in docs(), right in docs(), doc in 0..200_u32) {
            let (one, two) = (set(&left), set(&right));
            let combined = |combine: fn(&mut DocSet, &DocSet)| {
                let mut result = one.clone();
                combine(&mut result, &two);
                listed(&result)
            };
            prop_assert_eq!(DocSet::first(doc as usize, 200), DocSet::of(200, |each| each.0 < doc));
            prop_assert_eq!(DocSet::all(200).len(), 200);
            prop_assert_eq!(listed(&one), left.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(one.len(), left.len());
            prop_assert_eq!(one.contains(DocId(doc)), left.contains(&doc));
            prop_assert_eq!(one.len_of_first(doc as usize), left.iter().filter(|each| **each < doc).count());
            prop_assert_eq!(one.common_len(&two), left.intersection(&right).count());
            let listed_right: Vec<DocId> = two.iter().collect();
            prop_assert_eq!(one.len_among(&listed_right), left.intersection(&right).count());
            prop_assert_eq!(combined(DocSet::intersect), left.intersection(&right).copied().collect::<Vec<_>>());
            prop_assert_eq!(combined(DocSet::unite), left.union(&right).copied().collect::<Vec<_>>());
            prop_assert_eq!(combined(DocSet::subtract), left.difference(&right).copied().collect::<Vec<_>>());
            let mut larger = one.clone();
            larger.insert(DocId(doc));
            prop_assert!(larger.contains(DocId(doc)));
        }
    }
}
