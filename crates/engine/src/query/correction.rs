//! Corrects typing errors: replaces a word that hardly occurs with a similar word that is common.

use std::cmp::Reverse;

use openroles_model::{
    facets::Facet,
    text::{Key, name_keys},
};

use super::{
    clause::{Clause, Reach},
    filter_words::is_filter_word,
    results::Correction,
};
use crate::index::{CommonTerm, Index};

/// Fewest letters of a word that is corrected; shorter ones resemble too many others.
const LETTERS_FOR_ONE_EDIT: usize = 4;
/// Fewest letters of a word that may contain two errors; shorter ones would become ambiguous.
const LETTERS_FOR_TWO_EDITS: usize = 8;
/// Fewest letters of a correction; shorter words could mean anything.
const FEWEST_LETTERS: usize = 3;
/// A word that occurs in at most this many jobs may itself be misspelled there.
const NEXT_TO_NOTHING: usize = 2;
/// Even then, it is only corrected to a word that occurs in more than this many times as many jobs.
const FAR_COMMONER: usize = 50;
/// Most words of a name that is recognized; nobody searches for longer names.
const LONGEST_NAME: usize = 6;
/// Number of bytes at the start of a word that its other forms share.
const LETTERS_COMPARED: usize = 3;

/// Corrects the clause at `at`, which matches `hit_count` open jobs. Returns the clause to search instead, or `None` if
/// no correction is needed.
pub(super) fn corrected_word(
    index: &Index,
    clauses: &[Clause],
    at: usize,
    hit_count: usize,
) -> Option<(Clause, Correction)> {
    let Clause::Word { typed, term, reach } = &clauses[at] else {
        return None;
    };
    if hit_count > NEXT_TO_NOTHING || !is_correctable(term) || is_filter_word(term) {
        return None;
    }
    let used = best_neighbor(index, term, *reach, hit_count)?.term.to_owned();
    if is_in_a_name(index, clauses, at) {
        return None;
    }
    let correction = Correction { typed: typed.clone(), used: used.clone() };
    Some((Clause::Word { typed: typed.clone(), term: used, reach: *reach }, correction))
}

/// Numbers and terms with special characters are taken as typed.
fn is_correctable(term: &str) -> bool {
    term.chars().all(char::is_alphabetic) && term.chars().count() >= LETTERS_FOR_ONE_EDIT
}

/// Whether the word, alone or together with its neighbors, is the complete name or an alias of a value on the board.
/// Such a word is never corrected, even if it is rare (Scala isn't a misspelling of `scale`). One word of a longer name
/// isn't enough: `software` isn't the company Software AG.
fn is_in_a_name(index: &Index, clauses: &[Clause], at: usize) -> bool {
    let said: Vec<Option<Key>> = clauses.iter().map(|clause| clause.term().map(Key::of)).collect();
    let first = at.saturating_sub(LONGEST_NAME - 1);
    let keys = (first..).zip(&said[first..=at]).filter_map(|(start, key)| Some((start, key.as_ref()?)));
    let beginnings: Vec<(usize, &str)> = keys
        .flat_map(|(start, key)| key.aliases().chain([key.as_str()]).map(move |spelling| (start, spelling)))
        .collect();
    let is_said_from = |start: usize, name: &str| {
        let keys = name_keys(name);
        start + keys.len() > at && keys.iter().map(Some).eq(said[start..].iter().take(keys.len()).map(Option::as_ref))
    };
    let is_said = |name: &str| {
        let mut alike = beginnings.iter().filter(|(_, spelling)| begins_alike(name, spelling));
        alike.any(|(start, _)| is_said_from(*start, name))
    };
    let mut columns = Facet::listed().filter_map(|facet| index.column(facet));
    columns.any(|column| column.ordinals().any(|value| is_said(&column.label(value, index.words()))))
}

/// Fast check that a name may begin with a word of this spelling. It never rejects a name that does. There may be tens
/// of thousands of names.
fn begins_alike(name: &str, spelling: &str) -> bool {
    let length = spelling.len().min(LETTERS_COMPARED);
    let begins = |bytes: &[u8]| !bytes.is_ascii() || bytes.eq_ignore_ascii_case(&spelling.as_bytes()[..length]);
    name.as_bytes().get(..length).is_some_and(begins)
}

/// A similar term. The smallest is the best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Neighbor<'a> {
    edits: usize,
    /// 0 for a complete word, 1 for the beginning of one, which is less likely to be meant.
    reach_rank: u8,
    /// Whether the first letters differ. People rarely mistype the first letter.
    begins_otherwise: bool,
    doc_freq: Reverse<usize>,
    term: &'a str,
}

fn best_neighbor<'a>(index: &'a Index, word: &str, reach: Reach, hit_count: usize) -> Option<Neighbor<'a>> {
    let letters: Vec<char> = word.chars().collect();
    let allowed = if hit_count == 0 && letters.len() >= LETTERS_FOR_TWO_EDITS { 2 } else { 1 };
    let mut ruler = Ruler { word: &letters, reach, allowed, rows: Default::default() };
    let key = Key::of(word);
    let found = index.terms().common_like(word, allowed as u32).filter_map(|CommonTerm { term, doc_freq }| {
        let (edits, reach_rank) = ruler.edits_to(term)?;
        let is_better = doc_freq > hit_count * FAR_COMMONER && Key::of(term) != key;
        let begins_otherwise = term.chars().next() != letters.first().copied();
        is_better.then_some(Neighbor { edits, reach_rank, begins_otherwise, doc_freq: Reverse(doc_freq), term })
    });
    found.min()
}

/// Computes edit distances between a word and terms.
struct Ruler<'a> {
    word: &'a [char],
    reach: Reach,
    allowed: usize,
    /// Last three rows of the distance table; reused for each term to save allocations.
    rows: [Vec<usize>; 3],
}

impl Ruler<'_> {
    /// Number of edits between the word and a term, and whether the word then is the complete term (0) or its beginning
    /// (1). `None` if more edits than allowed are needed.
    fn edits_to(&mut self, term: &str) -> Option<(usize, u8)> {
        let longest = self.word.len() + self.allowed;
        let length = term.chars().take(longest + 1).count();
        let is_long_enough = length >= FEWEST_LETTERS && length + self.allowed >= self.word.len();
        let is_short_enough = self.reach == Reach::Prefix || length <= longest;
        if !is_long_enough || !is_short_enough || !term.chars().all(char::is_alphabetic) {
            return None;
        }
        let (allowed, reach) = (self.allowed, self.reach);
        let distances = self.distances(term)?;
        let beginning = distances.iter().copied().min().filter(|edits| *edits <= allowed)?;
        match distances.get(length) {
            Some(whole) if length <= longest && *whole <= allowed => Some((*whole, 0)),
            _ if reach == Reach::Prefix => Some((beginning, 1)),
            _ => None,
        }
    }

    /// Number of edits from the word to each beginning of a term, starting with the empty one, as far as they can be
    /// within the limit. `None` as soon as all exceed it. An edit adds, removes, or replaces a letter, or swaps two
    /// neighbors, and no letter is edited twice (optimal string alignment).
    fn distances(&mut self, term: &str) -> Option<&[usize]> {
        let width = self.word.len() + self.allowed;
        let [before_last, last, current] = &mut self.rows;
        last.clear();
        last.extend(0..=term.chars().take(width).count());
        for (row, letter) in self.word.iter().enumerate() {
            current.clear();
            current.push(row + 1);
            let mut previous = None;
            for (column, wanted) in term.chars().take(width).enumerate() {
                let changed = last[column] + usize::from(*letter != wanted);
                let mut least = changed.min(last[column + 1] + 1).min(current[column] + 1);
                if row > 0 && previous == Some(*letter) && self.word[row - 1] == wanted {
                    least = least.min(before_last[column - 1] + 1);
                }
                current.push(least);
                previous = Some(wanted);
            }
            if current.iter().chain(last.iter()).all(|edits| *edits > self.allowed) {
                return None;
            }
            std::mem::swap(before_last, last);
            std::mem::swap(last, current);
        }
        Some(&self.rows[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn distance(left: &str, right: &str) -> usize {
        let word: Vec<char> = left.chars().collect();
        let mut ruler = Ruler { word: &word, reach: Reach::Whole, allowed: 20, rows: Default::default() };
        ruler.distances(right).expect("20 edits are allowed")[right.chars().count()]
    }

    #[test]
    fn each_kind_of_error_is_one_edit() {
        for (typed, meant, edits) in [
            ("engineer", "engineer", 0),
            ("enginer", "engineer", 1),
            ("enginneer", "engineer", 1),
            ("engineet", "engineer", 1),
            ("engienre", "engineer", 2),
            ("negineer", "engineer", 1),
            ("rngineer", "engineer", 1),
            ("", "abc", 3),
        ] {
            assert_eq!(distance(typed, meant), edits, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn edits_are_the_same_in_both_directions(left in "[abc]{0,7}", right in "[abc]{0,7}") {
            prop_assert_eq!(distance(&left, &right), distance(&right, &left));
        }
    }
}
