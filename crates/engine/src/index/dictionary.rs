//! Sorted terms, with lookup by term and by prefix.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::ends;

/// Terms in ascending order, stored in one string.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "FrontCoded", into = "FrontCoded")]
pub(super) struct Dictionary {
    text: String,
    /// End of each term in `text`.
    ends: Vec<u32>,
}

/// Written form of [`Dictionary`]: of each term, only what differs from the previous one.
#[derive(Serialize, Deserialize)]
struct FrontCoded {
    /// For each term, the number of bytes it shares with the previous term.
    shared: Vec<u8>,
    /// For each term, the number of bytes after those.
    added: Vec<u8>,
    text: String,
}

impl Dictionary {
    /// Dictionary of terms, which must be in ascending order, not empty, and at most 255 bytes long.
    pub(super) fn of<'a>(terms: impl IntoIterator<Item = &'a str>) -> Self {
        let mut dictionary = Self::default();
        for term in terms {
            dictionary.text.push_str(term);
            dictionary.ends.push(dictionary.text.len() as u32);
        }
        dictionary
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Term at a position, 0 to the number of terms minus one.
    pub(super) fn term(&self, at: usize) -> &str {
        &self.text[ends::range(&self.ends, at)]
    }

    /// All terms in order.
    pub(super) fn terms(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.term(at))
    }

    /// Position of exactly this term.
    pub(super) fn find(&self, term: &str) -> Option<usize> {
        let at = self.partition(0..self.len(), |known| known < term);
        Some(at).filter(|at| *at < self.len() && self.term(*at) == term)
    }

    /// Positions of all terms that start with `prefix`.
    pub(super) fn with_prefix(&self, prefix: &str) -> Range<usize> {
        let start = self.partition(0..self.len(), |term| term < prefix);
        start..self.partition(start..self.len(), |term| term.starts_with(prefix))
    }

    fn partition(&self, range: Range<usize>, is_before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = low + (high - low) / 2;
            if is_before(self.term(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

impl From<Dictionary> for FrontCoded {
    fn from(dictionary: Dictionary) -> Self {
        let mut coded = Self { shared: Vec::new(), added: Vec::new(), text: String::new() };
        let mut before = "";
        for term in dictionary.terms() {
            let alike = term.char_indices().zip(before.chars()).find(|((_, one), two)| one != two);
            let shared = alike.map_or(before.len().min(term.len()), |((at, _), _)| at);
            coded.shared.push(shared as u8);
            coded.added.push((term.len() - shared) as u8);
            coded.text.push_str(&term[shared..]);
            before = term;
        }
        coded
    }
}

impl TryFrom<FrontCoded> for Dictionary {
    type Error = &'static str;

    fn try_from(coded: FrontCoded) -> Result<Self, Self::Error> {
        if coded.shared.len() != coded.added.len() {
            return Err("terms and their lengths differ in number");
        }
        let mut dictionary = Self::default();
        let (mut before, mut rest) = (0, coded.text.as_str());
        for (shared, added) in coded.shared.into_iter().zip(coded.added) {
            let start = dictionary.text.len();
            let (term, after) = rest.split_at_checked(added.into()).ok_or("terms do not fit their text")?;
            let shared = before..before + usize::from(shared);
            let shared =
                dictionary.text.get(shared).ok_or("a term shares more letters than the one before has")?.to_owned();
            dictionary.text.push_str(&shared);
            dictionary.text.push_str(term);
            if dictionary.text[start..] <= dictionary.text[before..start] || start == dictionary.text.len() {
                return Err("terms are not sorted");
            }
            dictionary.ends.push(dictionary.text.len() as u32);
            (before, rest) = (start, after);
        }
        if rest.is_empty() { Ok(dictionary) } else { Err("terms do not fit their text") }
    }
}

/// Set of letters that a term contains: one bit for each of a to z, and five bits that all other characters share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LetterSet(u32);

impl LetterSet {
    pub(super) fn of(term: &str) -> Self {
        Self(term.chars().map(bit).fold(0, |bits, bit| bits | bit))
    }

    /// Number of letters of this set that aren't in `other`.
    pub(super) fn missing_from(self, other: Self) -> u32 {
        (self.0 & !other.0).count_ones()
    }
}

fn bit(letter: char) -> u32 {
    match letter {
        'a'..='z' => 1 << (letter as u32 - 'a' as u32),
        _ => 1 << (26 + letter as u32 % 5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn terms_are_read_as_written_and_found(
            terms in prop::collection::btree_set("[abé软]{1,6}", 0..60), asked in "[abé软]{0,3}",
        ) {
            let dictionary = Dictionary::of(terms.iter().map(String::as_str));
            let bytes = postcard::to_allocvec(&dictionary).expect("plain values");
            prop_assert_eq!(postcard::from_bytes(&bytes), Ok(dictionary.clone()));
            prop_assert!(dictionary.terms().eq(terms.iter().map(String::as_str)));
            prop_assert_eq!(dictionary.find(&asked), terms.iter().position(|term| *term == asked));
            let found: Vec<&str> = dictionary.with_prefix(&asked).map(|at| dictionary.term(at)).collect();
            prop_assert_eq!(found, terms.iter().filter(|term| term.starts_with(&asked)).collect::<Vec<_>>());
        }
    }
}
