//! Every term of the board, sorted.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::contents::ends;
use crate::text::Key;

/// A term's place among all terms: 0 to their number minus one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TermOrdinal(pub(crate) u32);

/// Sorted terms in one string.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Dictionary {
    text: String,
    /// Per term, where it ends in `text`.
    #[serde(with = "ends")]
    ends: Vec<u32>,
}

impl Dictionary {
    /// Of terms in ascending order.
    pub(super) fn of<'a>(terms: impl Iterator<Item = &'a str>) -> Self {
        let mut dictionary = Self::default();
        for term in terms {
            dictionary.text.push_str(term);
            dictionary.ends.push(dictionary.text.len() as u32);
        }
        dictionary
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn term(&self, ordinal: TermOrdinal) -> &str {
        &self.text[ends::range(&self.ends, ordinal.0 as usize)]
    }

    /// All terms, in order.
    pub(crate) fn terms(&self) -> impl Iterator<Item = &str> {
        (0..self.len() as u32).map(|ordinal| self.term(TermOrdinal(ordinal)))
    }

    /// The ordinal of exactly this term.
    pub(crate) fn find(&self, term: &str) -> Option<TermOrdinal> {
        self.with_prefix(term).next().filter(|found| self.term(*found) == term)
    }

    /// All terms that start with `prefix`, in order.
    pub(crate) fn with_prefix(&self, prefix: &str) -> impl Iterator<Item = TermOrdinal> + use<> {
        let start = self.partition(0..self.len(), |term| term < prefix);
        let end = self.partition(start..self.len(), |term| term.starts_with(prefix));
        (start as u32..end as u32).map(TermOrdinal)
    }

    /// All terms that share `key`, in order.
    ///
    /// A word starts as its stem does, but for the stem's last letter (`companies`, `company`), and stems have at
    /// least three letters: so few terms come into question.
    pub(crate) fn with_key(&self, key: &Key) -> Vec<TermOrdinal> {
        let mut found: Vec<TermOrdinal> = self.find(key.as_str()).into_iter().collect();
        for spelling in std::iter::once(key.as_str()).chain(key.aliases()) {
            found.extend(self.find(spelling));
            let stem = crate::text::stem(spelling);
            if stem.len() >= 3 && stem.is_ascii() {
                let alike = self.with_prefix(&stem[..stem.len() - 1]);
                found.extend(alike.filter(|ordinal| Key::of(self.term(*ordinal)) == *key));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn partition(&self, range: Range<usize>, is_before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = low + (high - low) / 2;
            if is_before(self.term(TermOrdinal(middle as u32))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// What is wrong with a dictionary read from bytes.
    pub(super) fn defect(&self) -> Option<&'static str> {
        if !ends::are_of(&self.ends, self.text.len())
            || self.ends.iter().any(|end| !self.text.is_char_boundary(*end as usize))
        {
            return Some("terms do not fit their text");
        }
        let is_sorted = self.terms().is_sorted_by(|left, right| left < right);
        (!is_sorted || self.terms().any(str::is_empty)).then_some("terms are not sorted")
    }
}

/// Which letters a term is made of: one bit each for a to z, five for all others together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LetterSet(u32);

impl LetterSet {
    pub(crate) fn of(term: &str) -> Self {
        Self(term.chars().map(bit).fold(0, |bits, bit| bits | bit))
    }

    /// How many letters of this set are not in `other`.
    pub(crate) fn missing_from(self, other: Self) -> u32 {
        (self.0 & !other.0).count_ones()
    }
}

fn bit(letter: char) -> u32 {
    match letter {
        'a'..='z' => 1 << (letter as u32 - 'a' as u32),
        _ => 1 << (26 + letter as u32 % 5),
    }
}
