//! Which jobs match the words of a query, and how well.

use std::{collections::BTreeMap, ops::Add};

use openroles_model::{
    facets::Facet,
    text::{Key, aliased_keys},
};

use super::{
    Spelling,
    clause::{Clause, Reach},
    correction::corrected_word,
    filter_words::understood,
    results::Correction,
    words::QueryWords,
};
use crate::{
    index::{ChunkId, DocId, DocSet, Impact, Index, TermOrdinal, TermPattern},
    ranking::{LONGER_WORD, OTHER_FORM, STATED_VALUE, rarity},
};

/// Jobs that match, with their scores.
pub(super) struct TextMatches {
    docs: DocSet,
    /// Score of each job; `None` if no clause was searched. Scores of jobs that don't match are meaningless.
    scores: Option<Vec<f32>>,
    /// Words that were corrected.
    pub(super) corrections: Vec<Correction>,
    /// Chunks that are needed for some clauses. Those clauses were ignored.
    pub(super) missing: Vec<ChunkId>,
}

/// Jobs that match a clause, and the impact on each.
pub(super) struct Impacts {
    pub(super) docs: DocSet,
    /// Impact on each job; 0 if it doesn't match.
    by_doc: Vec<f32>,
}

impl TextMatches {
    /// Matches of `words`. Words that hardly occur are corrected if `spelling` allows it.
    pub(super) fn of(index: &Index, words: &QueryWords, spelling: Spelling) -> Self {
        let mut matches = Self::everything(index.len());
        let mut searched = words.wanted.clone();
        for (at, clause) in words.wanted.iter().enumerate() {
            let Some(impacts) = matches.loaded_impacts(index, clause) else { continue };
            let corrected = match spelling {
                Spelling::Corrected => corrected_word(index, &words.wanted, at, impacts.docs.common_len(index.live())),
                Spelling::AsTyped => None,
            };
            let Some((clause, correction)) = corrected else {
                matches.want(impacts);
                continue;
            };
            matches.corrections.push(correction);
            if let Some(impacts) = matches.loaded_impacts(index, &clause) {
                matches.want(impacts);
            }
            searched[at] = clause;
        }
        let read_again = understood(&searched);
        if read_again != searched {
            // After correction, words may stand for a filter, so the query is evaluated again.
            matches = Self { corrections: matches.corrections, ..Self::everything(index.len()) };
            for clause in &read_again {
                if let Some(impacts) = matches.loaded_impacts(index, clause) {
                    matches.want(impacts);
                }
            }
        }
        for clause in &words.unwanted {
            if let Some(impacts) = matches.loaded_impacts(index, clause) {
                matches.docs.subtract(&impacts.docs);
            }
        }
        matches
    }

    fn everything(doc_count: usize) -> Self {
        Self { docs: DocSet::all(doc_count), scores: None, corrections: Vec::new(), missing: Vec::new() }
    }

    /// Impacts of a clause; `None` if chunks are missing, which are noted.
    fn loaded_impacts(&mut self, index: &Index, clause: &Clause) -> Option<Impacts> {
        let missing = missing_for(index, clause);
        let is_loaded = missing.is_empty();
        self.missing.extend(missing);
        is_loaded.then(|| impacts(index, clause))
    }

    fn want(&mut self, impacts: Impacts) {
        let Impacts { docs, by_doc } = impacts;
        let rarity = rarity(docs.len(), by_doc.len());
        self.docs.intersect(&docs);
        match &mut self.scores {
            // Scores of jobs that don't match are never read, and skipping them would take longer than adding to
            // them.
            Some(scores) => scores.iter_mut().zip(&by_doc).for_each(|(score, impact)| *score += rarity * impact),
            None => {
                let mut scores = by_doc;
                scores.iter_mut().for_each(|score| *score *= rarity);
                self.scores = Some(scores);
            }
        }
    }

    /// Jobs that match, including expired ones.
    pub(super) fn docs(&self) -> &DocSet {
        &self.docs
    }

    /// Score of a job that matches.
    pub(super) fn score(&self, doc: DocId) -> f32 {
        self.scores.as_ref().map_or(0.0, |scores| scores[doc.at()])
    }
}

impl Impacts {
    fn none(doc_count: usize) -> Self {
        Self { docs: DocSet::none(doc_count), by_doc: vec![0.0; doc_count] }
    }

    fn raise(&mut self, doc: DocId, impact: f32) {
        let known = &mut self.by_doc[doc.at()];
        if impact > *known {
            *known = impact;
        }
        self.docs.insert(doc);
    }

    /// Like `raise`, for many jobs; each impact is multiplied by `weight`.
    fn raise_all(&mut self, (docs, impacts): (&[DocId], &[Impact]), weight: f32) {
        let by_doc = self.by_doc.as_mut_slice();
        for (doc, impact) in docs.iter().zip(impacts) {
            let (known, impact) = (&mut by_doc[doc.0 as usize], weight * impact.value());
            if impact > *known {
                *known = impact;
            }
        }
        self.docs.insert_all(docs);
    }
}

/// Chunks that must be loaded before a clause can be searched.
fn missing_for(index: &Index, clause: &Clause) -> Vec<ChunkId> {
    let terms = index.terms();
    match clause {
        Clause::Word { term, reach, .. } => {
            patterns(term, *reach).iter().flat_map(|(pattern, _)| terms.missing_for(pattern)).collect()
        }
        Clause::Filter { text, .. } => missing_for(index, text),
        Clause::Phrase(words) => {
            let missing: Vec<ChunkId> =
                words.iter().flat_map(|word| terms.missing_for(&TermPattern::Whole(word.clone()))).collect();
            match ordinals(index, words) {
                Some(found) if missing.is_empty() => {
                    found.into_iter().filter_map(|term| terms.missing_positions(term)).collect()
                }
                _ => missing,
            }
        }
    }
}

/// Impacts of a clause, as far as its terms are loaded.
fn impacts(index: &Index, clause: &Clause) -> Impacts {
    match clause {
        Clause::Word { term, reach, .. } => word_impacts(index, term, *reach),
        Clause::Phrase(terms) => phrase_impacts(index, terms),
        Clause::Filter { text, facet, value } => {
            let mut impacts = impacts(index, text);
            docs_with(index, *facet, value).iter().for_each(|doc| impacts.raise(doc, STATED_VALUE));
            impacts
        }
    }
}

fn docs_with(index: &Index, facet: Facet, value: &str) -> DocSet {
    let found =
        index.column(facet).and_then(|column| Some(column.docs().docs_with_any(&[column.find_exactly(value)?])));
    found.unwrap_or_else(|| DocSet::none(index.len()))
}

fn word_impacts(index: &Index, word: &str, reach: Reach) -> Impacts {
    let mut impacts = Impacts::none(index.len());
    let mut weights: BTreeMap<TermOrdinal, f32> = BTreeMap::new();
    for (pattern, weight) in patterns(word, reach) {
        if let Some((docs, of_docs)) = index.terms().united(&pattern) {
            impacts.raise_all((docs, of_docs), weight);
            continue;
        }
        weights.extend(index.terms().matching(&pattern).into_iter().map(|term| (term, weight)));
    }
    for (term, weight) in weights {
        impacts.raise_all(index.terms().impacts(term), weight);
    }
    impacts
}

/// Patterns of the terms that a word matches, each with its weight relative to the word itself. If several patterns
/// match a term, the last one counts.
fn patterns(word: &str, reach: Reach) -> Vec<(TermPattern, f32)> {
    let mut patterns = Vec::new();
    if reach == Reach::Prefix {
        patterns.push((TermPattern::Beginning(word.to_owned()), LONGER_WORD));
        patterns.extend(aliased_keys(word).map(|key| (TermPattern::Alike(key), LONGER_WORD)));
    }
    patterns.push((TermPattern::Alike(Key::of(word)), OTHER_FORM));
    patterns.push((TermPattern::Whole(word.to_owned()), 1.0));
    patterns
}

/// Terms of a phrase; `None` if any of them isn't found.
fn ordinals(index: &Index, words: &[String]) -> Option<Vec<TermOrdinal>> {
    let find = |word: &String| index.terms().matching(&TermPattern::Whole(word.clone())).first().copied();
    words.iter().map(find).collect()
}

fn phrase_impacts(index: &Index, words: &[String]) -> Impacts {
    let mut impacts = Impacts::none(index.len());
    let lists = ordinals(index, words).unwrap_or_default().into_iter();
    let mut lists: Vec<_> = lists.map(|term| index.terms().posting_list(term).peekable()).collect();
    let Some((first, others)) = lists.split_first_mut() else { return impacts };
    let (mut ends, mut postings) = (Vec::new(), Vec::new());
    for posting in first {
        // Most jobs lack a word of the phrase, so positions are read only for jobs that have all words.
        postings.clear();
        postings.extend(others.iter_mut().map_while(|list| {
            while list.next_if(|other| other.doc < posting.doc).is_some() {}
            list.next_if(|other| other.doc == posting.doc)
        }));
        if postings.len() < others.len() {
            continue;
        }
        ends.clear();
        ends.extend(posting.positions());
        postings.iter().for_each(|next| keep_followed(&mut ends, next.positions()));
        if !ends.is_empty() {
            impacts.raise(
                posting.doc,
                postings.iter().map(|next| next.impact.value()).fold(posting.impact.value(), f32::add),
            );
        }
    }
    impacts
}

/// Extends a phrase by a word. `ends` are the positions of the phrase's last word, and `next` those of the new word.
/// Keeps the ends that the new word follows, and moves them to it.
fn keep_followed(ends: &mut Vec<u32>, next: impl Iterator<Item = u32>) {
    let mut next = next.peekable();
    ends.retain_mut(|end| {
        *end = end.saturating_add(1);
        while next.next_if(|position| position < end).is_some() {}
        next.peek() == Some(end)
    });
}
