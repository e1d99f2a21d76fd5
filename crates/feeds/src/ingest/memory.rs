//! Caches results for values that many postings share: employers and places. Reading them only once saves half of the
//! work.
//!
//! The cache changes no result: it holds what would be computed again.

use std::{
    collections::HashMap,
    hash::{Hash, Hasher},
    sync::{Arc, Mutex, PoisonError},
};

use crate::feed::{RawOrganization, RawPlace, RawPosting};

use super::{
    organization::{self, Employer},
    place::{ParsedLocations, parsed_locations},
};

/// Employers and places of recent postings.
#[derive(Default)]
pub(super) struct Memory {
    employers: Memo<RawOrganization, Option<Employer>>,
    places: Memo<Vec<RawPlace>, ParsedLocations>,
}

impl Memory {
    /// The employer; `company` is used if the posting names none, and is the same in every call.
    pub(super) fn employer(&self, raw: &RawPosting, company: Option<&str>) -> Arc<Option<Employer>> {
        self.employers.of(&raw.organization, |raw| organization::normalized(raw, company))
    }

    /// The places of a posting.
    pub(super) fn parsed_locations(&self, raw: &RawPosting) -> Arc<ParsedLocations> {
        self.places.of(&raw.places, |raw| parsed_locations(raw))
    }
}

/// Results by input.
struct Memo<K, V>(Mutex<HashMap<K, Arc<V>>>);

/// In entries. Beyond this, the cache is cleared, and values that are still in use soon return. It is enough for the
/// employers and places of one piece of a feed.
const MOST_REMEMBERED: usize = 2_048;
/// In bytes. Longer inputs aren't cached, so that a feed of very long texts takes at most some 60 MB more. An employer
/// that introduces itself in a thousand words needs half of this.
const LONGEST_REMEMBERED: usize = 16_384;

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Clone + Eq + Hash, V> Memo<K, V> {
    fn of(&self, key: &K, make: impl FnOnce(&K) -> V) -> Arc<V> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = known().get(key) {
            return Arc::clone(made);
        }
        // Other threads may continue meanwhile; if two compute the same value, the results are equal.
        let made = Arc::new(make(key));
        if length(key) > LONGEST_REMEMBERED {
            return made;
        }
        let mut known = known();
        if known.len() >= MOST_REMEMBERED {
            known.clear();
        }
        known.insert(key.clone(), Arc::clone(&made));
        made
    }
}

/// Roughly the size of a key in bytes: the bytes that its hash covers.
fn length(key: &impl Hash) -> usize {
    struct Length(usize);
    impl Hasher for Length {
        fn write(&mut self, bytes: &[u8]) {
            self.0 += bytes.len();
        }
        fn finish(&self) -> u64 {
            self.0 as u64
        }
    }
    let mut length = Length(0);
    key.hash(&mut length);
    length.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_would_be_made_and_much_is_forgotten() {
        let memo = Memo::default();
        for number in (0..5_000_usize).chain(0..10).chain(4_990..5_000) {
            assert_eq!(*memo.of(&number, |number| number * 2), number * 2);
        }
        assert!(memo.0.lock().expect("nobody panicked").len() <= MOST_REMEMBERED);
    }

    #[test]
    fn a_known_key_is_not_worked_on_again() {
        let memo = Memo::default();
        let first = memo.of(&"Pune", |_| 1);
        let second = memo.of(&"Pune", |_| unreachable!("it is known"));
        assert!(Arc::ptr_eq(&first, &second));
    }

    #[test]
    fn long_texts_are_not_remembered() {
        let memo = Memo::default();
        for (text, remembered) in [("x".repeat(LONGEST_REMEMBERED - 1), 1), ("x".repeat(LONGEST_REMEMBERED), 1)] {
            assert_eq!(*memo.of(&text, String::len), text.len());
            assert_eq!(memo.0.lock().expect("nobody panicked").len(), remembered, "a text ends with one byte more");
        }
    }
}
