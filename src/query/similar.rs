//! Jobs like a job, and why.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use super::matching::rarity;
use crate::{
    index::{DocId, Facet, Field, Index, TermPattern, ValueOrdinal, YearRange},
    text::{Key, tokens},
};

/// A job like another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimilarJob {
    /// Which job.
    pub doc: DocId,
    /// How much it is like the other; above 0.
    pub score: f32,
    /// What they share, what says most first.
    pub reasons: Vec<SimilarReason>,
}

/// Something two jobs share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SimilarReason {
    /// So many skills.
    SharedSkills(u32),
    /// Words of the title.
    SharedTitleWords(Vec<String>),
    /// The narrowest place.
    SamePlace(String),
    /// Years asked for that one person can have.
    SimilarExperience,
    /// The employer.
    SameCompany,
}

/// What a shared property counts, times its rarity where it has one. Skills say best what the work is, the title
/// nearly as well; a place alone makes no job similar.
const SKILL_WEIGHT: f32 = 1.0;
const TITLE_WEIGHT: f32 = 0.8;
const PLACE_WEIGHT: f32 = 0.3;
const EXPERIENCE_WEIGHT: f32 = 0.8;

/// The jobs most like `doc`, best first, at most `limit`. Never the job itself, a copy of it, or an expired one,
/// and never one that shares neither a skill nor a word of the title.
pub fn similar(index: &Index, doc: DocId, limit: usize) -> Vec<SimilarJob> {
    let seed = Seed::of(index, doc);
    let scored = index.docs().filter(|other| *other != doc && !index.is_expired(*other));
    let mut scored: Vec<(f32, DocId)> =
        scored.map(|other| (seed.score(index, other), other)).filter(|(score, _)| *score > 0.0).collect();
    scored.sort_unstable_by_key(|(score, other)| (Reverse(score.to_bits()), *other));
    let fresh = scored.into_iter().filter(|(_, other)| !is_copy(index, doc, *other)).take(limit);
    fresh.map(|(score, other)| SimilarJob { doc: other, score, reasons: seed.reasons(index, other) }).collect()
}

/// Whether both are the same posting published twice.
fn is_copy(index: &Index, doc: DocId, other: DocId) -> bool {
    let (card, other) = (index.card(doc), index.card(other));
    card.title == other.title
        && card.hiring_organization.label() == other.hiring_organization.label()
        && card.excerpt == other.excerpt
}

/// What is looked for in other jobs, with what each is worth.
struct Seed {
    skills: BTreeMap<ValueOrdinal, f32>,
    places: BTreeMap<ValueOrdinal, f32>,
    /// Per job, what the title words it shares are worth.
    title_scores: Vec<f32>,
    title_words: Vec<(String, Key)>,
    years: Option<YearRange>,
    company: Option<ValueOrdinal>,
}

impl Seed {
    fn of(index: &Index, doc: DocId) -> Self {
        let title = &index.card(doc).title;
        let mut title_words: Vec<(String, Key)> = Vec::new();
        for token in tokens(title) {
            let key = Key::of(&token.term);
            if title_words.iter().all(|(_, known)| *known != key) {
                title_words.push((title[token.start..token.end].to_owned(), key));
            }
        }
        Self {
            skills: weighted_values(index, Facet::Skill, doc),
            places: weighted_values(index, Facet::Location, doc),
            title_scores: title_scores(index, &title_words),
            title_words,
            years: index.years(doc),
            company: values(index, Facet::Company, doc).first().copied(),
        }
    }

    fn score(&self, index: &Index, other: DocId) -> f32 {
        let skills: f32 = shared(&self.skills, values(index, Facet::Skill, other)).map(|(_, weight)| weight).sum();
        let title = self.title_scores[other.at()];
        if skills + title == 0.0 {
            return 0.0;
        }
        let place = shared(&self.places, values(index, Facet::Location, other)).map(|(_, weight)| weight);
        let experience = if self.shares_experience(index, other) { EXPERIENCE_WEIGHT } else { 0.0 };
        SKILL_WEIGHT * skills + TITLE_WEIGHT * title + PLACE_WEIGHT * place.fold(0.0, f32::max) + experience
    }

    fn reasons(&self, index: &Index, other: DocId) -> Vec<SimilarReason> {
        let skills = shared(&self.skills, values(index, Facet::Skill, other)).count();
        let words = self.shared_title_words(index, other);
        let company = self.company.filter(|company| values(index, Facet::Company, other).contains(company));
        let mut reasons = Vec::new();
        reasons.extend((skills > 0).then_some(SimilarReason::SharedSkills(skills as u32)));
        reasons.extend((!words.is_empty()).then_some(SimilarReason::SharedTitleWords(words)));
        reasons.extend(self.shared_place(index, other).map(SimilarReason::SamePlace));
        reasons.extend(self.shares_experience(index, other).then_some(SimilarReason::SimilarExperience));
        reasons.extend(company.map(|_| SimilarReason::SameCompany));
        reasons
    }

    /// As the seed's title writes them.
    fn shared_title_words(&self, index: &Index, other: DocId) -> Vec<String> {
        let found: Vec<Key> = tokens(&index.card(other).title).map(|token| Key::of(&token.term)).collect();
        self.title_words.iter().filter(|(_, key)| found.contains(key)).map(|(word, _)| word.clone()).collect()
    }

    /// The label of the narrowest place both have: the rarest, or the one its posting names first.
    fn shared_place(&self, index: &Index, other: DocId) -> Option<String> {
        let shared = shared(&self.places, values(index, Facet::Location, other));
        let (ordinal, _) = shared.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
        index.column(Facet::Location).map(|column| column.label(ordinal).to_owned())
    }

    /// Whether someone can have the years both ask for.
    fn shares_experience(&self, index: &Index, other: DocId) -> bool {
        let both = self.years.zip(index.years(other));
        both.is_some_and(|(one, two)| one.first.max(two.first) <= one.last.min(two.last))
    }
}

fn values(index: &Index, facet: Facet, doc: DocId) -> &[ValueOrdinal] {
    index.column(facet).map_or(&[], |column| column.of(doc))
}

/// A job's values of a facet with their rarity among all jobs.
fn weighted_values(index: &Index, facet: Facet, doc: DocId) -> BTreeMap<ValueOrdinal, f32> {
    let doc_freq = |value| index.counter(facet).map_or(0, |counter| counter.doc_freq(value));
    let weighted = |value: &ValueOrdinal| (*value, rarity(doc_freq(*value), index.len()));
    values(index, facet, doc).iter().map(weighted).collect()
}

fn shared(wanted: &BTreeMap<ValueOrdinal, f32>, found: &[ValueOrdinal]) -> impl Iterator<Item = (ValueOrdinal, f32)> {
    found.iter().filter_map(|value| wanted.get(value).map(|weight| (*value, *weight)))
}

/// Per job, the rarity of the title words it has in its own title, added up.
fn title_scores(index: &Index, words: &[(String, Key)]) -> Vec<f32> {
    let mut scores = vec![0.0; index.len()];
    for (_, key) in words {
        let mut docs: Vec<DocId> = Vec::new();
        for term in index.terms().matching(&TermPattern::Alike(key.clone())) {
            let in_title = index.terms().posting_list(term).filter(|posting| posting.fields & Field::Title.bit() != 0);
            docs.extend(in_title.map(|posting| posting.doc));
        }
        docs.sort_unstable();
        docs.dedup();
        let rarity = rarity(docs.len(), index.len());
        docs.iter().for_each(|doc| scores[doc.at()] += rarity);
    }
    scores
}

impl std::fmt::Display for SimilarReason {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::SharedSkills(1) => formatter.write_str("1 shared skill"),
            Self::SharedSkills(count) => write!(formatter, "{count} shared skills"),
            Self::SharedTitleWords(words) => write!(formatter, "also “{}”", words.join(" ")),
            Self::SamePlace(place) => formatter.write_str(place),
            Self::SimilarExperience => formatter.write_str("similar experience"),
            Self::SameCompany => formatter.write_str("same company"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::JobPosting,
        index::fixture::{index, posting},
    };

    /// Jobs, and those similar to the first of them with the reasons.
    fn check(jobs: &[JobPosting], expected: &[(&str, &str)]) {
        let index = index(jobs);
        let found = similar(&index, index.doc_by_id(&jobs[0].id.0).expect("just indexed"), 10);
        let shown: Vec<(&str, String)> = found
            .iter()
            .map(|job| {
                let reasons: Vec<String> = job.reasons.iter().map(ToString::to_string).collect();
                (index.card(job.doc).id.0.as_str(), reasons.join(" · "))
            })
            .collect();
        let expected: Vec<(&str, String)> = expected.iter().map(|(id, why)| (*id, (*why).to_owned())).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn shared_skills_and_title_words_make_jobs_similar_and_places_alone_do_not() {
        check(
            &[
                posting("Rust engineer").with_skills(&["Rust", "Tokio"]).in_city("Pune").years(Some(3.0), Some(6.0)),
                posting("Baker").in_city("Pune").years(Some(3.0), Some(6.0)).at("Globex"),
                posting("Go engineers").with_skills(&["Go"]).at("Initech"),
                posting("Systems developer")
                    .with_skills(&["Rust", "Tokio"])
                    .in_city("Pune")
                    .years(Some(5.0), None)
                    .at("Globex"),
                posting("Embedded developer").with_skills(&["Rust"]).years(Some(7.0), None),
            ],
            &[
                ("Systems developer", "2 shared skills · Pune · similar experience"),
                ("Embedded developer", "1 shared skill · same company"),
                ("Go engineers", "also “engineer”"),
            ],
        );
    }

    #[test]
    fn a_rare_skill_in_common_says_more_than_a_common_one() {
        check(
            &[
                posting("A").with_skills(&["Git", "Ada"]),
                posting("B").with_skills(&["Git"]).at("Globex"),
                posting("C").with_skills(&["Git"]).at("Globex"),
                posting("D").with_skills(&["Ada"]).at("Globex"),
            ],
            &[("D", "1 shared skill"), ("B", "1 shared skill"), ("C", "1 shared skill")],
        );
    }

    #[test]
    fn copies_and_expired_jobs_are_not_similar() {
        let mut copy = posting("Rust engineer").with_skills(&["Rust"]);
        copy.id.0.push_str(" (2)");
        check(
            &[
                posting("Rust engineer").with_skills(&["Rust"]),
                copy,
                posting("Rust developer").with_skills(&["Rust"]).open_for_days(-1),
            ],
            &[],
        );
    }
}
