//! Finds jobs similar to a job, with reasons.

use std::cmp::Reverse;

use openroles_model::{
    domain::Seniority,
    facets::Facet,
    sorting::{sort, sort_by_key},
    text::{Key, tokens},
    words::JobWords,
};
use serde::{Deserialize, Serialize};

use crate::{
    index::{DocId, DocSet, Index, ValueOrdinal, YearRange},
    ranking::{self, rarity},
};

/// Job similar to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimilarJob {
    /// Its position in the index.
    pub doc: DocId,
    /// Degree of similarity, above 0.
    pub score: f32,
    /// What the two jobs share, most significant first.
    pub reasons: Vec<SimilarReason>,
}

/// Something that two jobs share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SimilarReason {
    /// Number of shared skills.
    SharedSkills(u32),
    /// Words of the title.
    SharedTitleWords(Vec<String>),
    /// Name of the narrowest shared place.
    SamePlace(String),
    /// Overlapping years of experience or, if a job states none, the same seniority in both titles.
    SimilarExperience,
    /// Company.
    SameCompany,
}

/// Number of extra jobs compared in detail, because some may turn out to be copies.
const ROOM_FOR_COPIES: usize = 64;

/// The jobs most similar to `doc`, best first, at most `limit`. Leaves out the job itself, its copies, expired
/// jobs, and jobs that share neither a skill nor a word of the title.
pub fn similar(index: &Index, doc: DocId, limit: usize) -> Vec<SimilarJob> {
    let seed = Seed::of(index, doc);
    let mut scores = seed.scores(index);
    scores[doc.at()] = 0.0;
    let found = seed.best(index, doc, &scores, limit, limit.saturating_add(ROOM_FOR_COPIES));
    if found.len() < limit { seed.best(index, doc, &scores, limit, usize::MAX) } else { found }
}

/// Like [`similar`], but an earlier list of similar jobs, `known`, stays as it is where it is still good, so that pages
/// needn't change whenever a job is edited. A job stays while it is open and its score is at least 80 % of the best that
/// isn't on the list. The order changes only with the jobs.
pub fn similar_after(index: &Index, doc: DocId, limit: usize, known: &[DocId]) -> Vec<SimilarJob> {
    let seed = Seed::of(index, doc);
    let mut scores = seed.scores(index);
    scores[doc.at()] = 0.0;
    let mut others = scores.clone();
    known.iter().for_each(|known| others[known.at()] = 0.0);
    let found = seed.best(index, doc, &others, limit, limit.saturating_add(ROOM_FOR_COPIES));
    let others = if found.len() < limit { seed.best(index, doc, &others, limit, usize::MAX) } else { found };
    let least = others.first().map_or(0.0, |best| ranking::similar::KEPT_FROM * best.score);
    let is_candidate =
        |other: DocId| scores[other.at()] > 0.0 && index.live().contains(other) && !is_copy(index, doc, other);
    let candidates = known.iter().copied().filter(|known| is_candidate(*known)).map(|known| SimilarJob {
        doc: known,
        score: scores[known.at()] + seed.for_place_and_years(index, known),
        reasons: seed.reasons(index, known),
    });
    let (mut list, dropped): (Vec<SimilarJob>, Vec<SimilarJob>) = candidates.partition(|job| job.score >= least);
    list.truncate(limit);
    if list.len() < limit {
        let mut rest: Vec<SimilarJob> = others.into_iter().chain(dropped).collect();
        sort_by_score(&mut rest);
        list.extend(rest.into_iter().take(limit - list.len()));
        sort_by_score(&mut list);
    }
    list
}

fn sort_by_score(jobs: &mut Vec<SimilarJob>) {
    sort_by_key(jobs, |job| (Reverse(job.score.to_bits()), job.doc));
}

/// Whether both are the same posting, published twice.
fn is_copy(index: &Index, doc: DocId, other: DocId) -> bool {
    let (card, other) = (index.card(doc), index.card(other));
    card.title == other.title
        && card.hiring_organization.label() == other.hiring_organization.label()
        && card.excerpt == other.excerpt
}

/// Features to look for in other jobs, with their weights.
struct Seed {
    skills: Vec<(ValueOrdinal, f32)>,
    places: Vec<(ValueOrdinal, f32)>,
    title_words: Vec<(String, Key)>,
    years: Option<YearRange>,
    seniority: Option<Seniority>,
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
            title_words,
            years: index.years().of(doc),
            seniority: index.seniority(doc),
            company: values(index, Facet::Company, doc).next(),
        }
    }

    /// For each job, the score for shared skills and title words. Includes expired jobs.
    fn scores(&self, index: &Index) -> Vec<f32> {
        let mut scores = title_scores(index, &self.title_words);
        if let Some(column) = index.column(Facet::Skill) {
            for (skill, weight) in &self.skills {
                let docs = column.docs().docs_with(*skill);
                docs.for_each(|doc| scores[doc.at()] += ranking::similar::SKILL * weight);
            }
        }
        scores
    }

    /// The best `limit` of the open jobs with a score. Compares only those in detail that could come among the first
    /// `looked_at` because of their place and years.
    fn best(&self, index: &Index, doc: DocId, scores: &[f32], limit: usize, looked_at: usize) -> Vec<SimilarJob> {
        let blocks = ScoreBlocks::of(scores, index.live());
        let least = blocks.at_most_of_first(looked_at) - self.most_for_place_and_years();
        let close = blocks.reaching(least);
        let mut scored: Vec<(f32, DocId)> =
            close.map(|other| (scores[other.at()] + self.for_place_and_years(index, other), other)).collect();
        sort_by_key(&mut scored, |(score, other)| (Reverse(score.to_bits()), *other));
        let fresh = scored.into_iter().filter(|(_, other)| !is_copy(index, doc, *other)).take(limit);
        fresh.map(|(score, other)| SimilarJob { doc: other, score, reasons: self.reasons(index, other) }).collect()
    }

    fn for_place_and_years(&self, index: &Index, other: DocId) -> f32 {
        let places = shared(&self.places, values(index, Facet::Location, other)).map(|(_, weight)| weight);
        let experience = if self.shares_experience(index, other) { ranking::similar::EXPERIENCE } else { 0.0 };
        ranking::similar::PLACE * places.fold(0.0, f32::max) + experience
    }

    fn most_for_place_and_years(&self) -> f32 {
        ranking::similar::PLACE * self.places.iter().map(|(_, weight)| *weight).fold(0.0, f32::max)
            + ranking::similar::EXPERIENCE
    }

    fn reasons(&self, index: &Index, other: DocId) -> Vec<SimilarReason> {
        let skills = shared(&self.skills, values(index, Facet::Skill, other)).count();
        let words = self.shared_title_words(index, other);
        let company =
            self.company.filter(|company| values(index, Facet::Company, other).any(|other| other == *company));
        let mut reasons = Vec::new();
        reasons.extend((skills > 0).then_some(SimilarReason::SharedSkills(skills as u32)));
        reasons.extend((!words.is_empty()).then_some(SimilarReason::SharedTitleWords(words)));
        reasons.extend(self.shared_place(index, other).map(SimilarReason::SamePlace));
        reasons.extend(self.shares_experience(index, other).then_some(SimilarReason::SimilarExperience));
        reasons.extend(company.map(|_| SimilarReason::SameCompany));
        reasons
    }

    /// Shared words as the seed's title spells them.
    fn shared_title_words(&self, index: &Index, other: DocId) -> Vec<String> {
        let found: Vec<Key> = tokens(&index.card(other).title).map(|token| Key::of(&token.term)).collect();
        self.title_words.iter().filter(|(_, key)| found.contains(key)).map(|(word, _)| word.clone()).collect()
    }

    /// Label of the narrowest place that both jobs have, which is the rarest. If several are equally rare, prefers one
    /// with which a place of the other job begins.
    fn shared_place(&self, index: &Index, other: DocId) -> Option<String> {
        let column = index.column(Facet::Location)?;
        let texts = &index.card(other).places;
        let label = |value: ValueOrdinal| column.label(value, index.words());
        let is_first = |value: ValueOrdinal| texts.iter().any(|text| text.starts_with(&*label(value)));
        let shared = shared(&self.places, column.docs().of(other));
        let narrowest = shared.max_by(|(one, weight), (two, other_weight)| {
            weight.total_cmp(other_weight).then_with(|| is_first(*one).cmp(&is_first(*two)))
        });
        narrowest.map(|(place, _)| label(place).into_owned())
    }

    /// Whether the years that the two jobs ask for overlap. If one of them asks for none, whether both titles state the
    /// same seniority.
    fn shares_experience(&self, index: &Index, other: DocId) -> bool {
        match self.years.zip(index.years().of(other)) {
            Some((one, two)) => one.first.max(two.first) <= one.last.min(two.last),
            None => self.seniority.is_some_and(|step| index.seniority(other) == Some(step)),
        }
    }
}

/// Scores of open jobs, with the maximum of each block of 64, so that most blocks of a large board needn't be
/// examined.
struct ScoreBlocks<'a> {
    scores: &'a [f32],
    live: &'a DocSet,
    highest: Vec<f32>,
}

impl<'a> ScoreBlocks<'a> {
    fn of(scores: &'a [f32], live: &'a DocSet) -> Self {
        let of_all =
            |block: &[f32]| block.iter().fold(0.0, |highest, score| if *score > highest { *score } else { highest });
        let of_open = |block: &[f32], open: u64| {
            let scores = block.iter().enumerate().filter(|(at, _)| open >> at & 1 == 1);
            scores.fold(0.0_f32, |highest, (_, score)| highest.max(*score))
        };
        let blocks = scores.chunks(DocSet::BLOCK).zip(live.blocks());
        let highest = blocks.map(|(block, open)| if open == u64::MAX { of_all(block) } else { of_open(block, open) });
        Self { scores, live, highest: highest.collect() }
    }

    /// A score that at least `count` jobs reach, not necessarily the highest such score. 0 if there are fewer than
    /// `count` blocks.
    fn at_most_of_first(&self, count: usize) -> f32 {
        let mut highest = self.highest.clone();
        match highest.len().checked_sub(count) {
            Some(others) if count > 0 => *highest.select_nth_unstable_by(others, f32::total_cmp).1,
            _ => 0.0,
        }
    }

    /// Open jobs with a score that is above 0 and at least `least`.
    fn reaching(&self, least: f32) -> impl Iterator<Item = DocId> {
        let reaches = move |score: f32| score > 0.0 && score >= least;
        let blocks = self.highest.iter().enumerate().filter(move |(_, highest)| reaches(**highest));
        let docs =
            blocks.flat_map(|(block, _)| block * DocSet::BLOCK..((block + 1) * DocSet::BLOCK).min(self.scores.len()));
        let meant = docs.map(|at| DocId(at as u32)).filter(|doc| self.live.contains(*doc));
        meant.filter(move |doc| reaches(self.scores[doc.at()]))
    }
}

fn values(index: &Index, facet: Facet, doc: DocId) -> impl Iterator<Item = ValueOrdinal> {
    index.column(facet).into_iter().flat_map(move |column| column.docs().of(doc))
}

/// A job's values of a facet, with their rarity among all jobs.
fn weighted_values(index: &Index, facet: Facet, doc: DocId) -> Vec<(ValueOrdinal, f32)> {
    let doc_freq = |value| index.column(facet).map_or(0, |column| column.docs().doc_freq(value));
    let mut values: Vec<ValueOrdinal> = values(index, facet, doc).collect();
    sort(&mut values);
    values.into_iter().map(|value| (value, rarity(doc_freq(value), index.len()))).collect()
}

fn shared(
    wanted: &[(ValueOrdinal, f32)],
    found: impl Iterator<Item = ValueOrdinal>,
) -> impl Iterator<Item = (ValueOrdinal, f32)> {
    found.filter_map(|value| wanted.iter().copied().find(|(one, _)| *one == value))
}

/// For each job, the total weight of the title words that its own title contains.
fn title_scores(index: &Index, words: &[(String, Key)]) -> Vec<f32> {
    let mut scores = vec![0.0; index.len()];
    for (_, key) in words {
        let docs = index.title_docs(key);
        let weight = ranking::similar::TITLE_WORD * rarity(docs.len(), index.len());
        docs.iter().for_each(|doc| scores[doc.at()] += weight);
    }
    scores
}

impl SimilarReason {
    /// The reason as pages show it.
    pub fn in_words(&self, words: &JobWords) -> String {
        match self {
            Self::SharedSkills(count) => (words.shared_skills)(*count),
            Self::SharedTitleWords(shared) => (words.shared_title_words)(&shared.join(" ")),
            Self::SamePlace(place) => place.clone(),
            Self::SimilarExperience => words.similar_experience.to_owned(),
            Self::SameCompany => words.same_company.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_model::{domain::JobPosting, words::ENGLISH};

    use crate::index::fixture::{index, posting};

    /// Checks the jobs similar to the first job, with their reasons.
    fn check(jobs: &[JobPosting], expected: &[(&str, &str)]) {
        let index = index(jobs);
        let found = similar(&index, index.doc_by_id(&jobs[0].id.0).expect("just indexed"), 10);
        let shown: Vec<(&str, String)> = found
            .iter()
            .map(|job| {
                let reasons: Vec<String> = job.reasons.iter().map(|reason| reason.in_words(&ENGLISH.job)).collect();
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
    fn the_same_seniority_in_titles_counts_where_no_years_are_asked_for() {
        check(
            &[
                posting("Principal Rust engineer").with_skills(&["Rust"]),
                posting("Developer").with_skills(&["Rust"]).at("Globex"),
                posting("Staff software developer").with_skills(&["Rust"]).at("Initech"),
            ],
            &[("Staff software developer", "1 shared skill · similar experience"), ("Developer", "1 shared skill")],
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
    fn a_few_similar_jobs_are_the_first_of_many() {
        let titled = |at: usize| posting(&format!("Rust engineer {at}")).with_skills(&["Rust", ["Go", "Ada"][at % 2]]);
        let index = index(&(0..40).map(titled).collect::<Vec<_>>());
        for doc in index.docs().take(8) {
            assert_eq!(similar(&index, doc, 6), similar(&index, doc, 20)[..6]);
        }
    }

    #[test]
    fn an_earlier_list_stays_while_it_is_nearly_as_good() {
        let skills = ["Rust", "Tokio", "Linux", "Git", "SQL"];
        let sharing = |count: usize, name: &str| posting(name).with_skills(&skills[..count]).at("Globex");
        let jobs = [
            sharing(5, "Engineer"),
            sharing(5, "A"),
            sharing(4, "B"),
            sharing(4, "C"),
            sharing(1, "D"),
            sharing(5, "E").open_for_days(-1),
            sharing(0, "F"),
        ];
        let index = index(&jobs);
        let doc = |name: &str| index.doc_by_id(name).expect("just indexed");
        for (known, limit, expected) in [
            (&[][..], 2, &["A", "B"][..]),
            (&["A", "B"], 2, &["A", "B"]),
            (&["B", "A"], 2, &["B", "A"]),
            (&["C", "B"], 2, &["A", "B"]),
            (&["C", "A"], 2, &["C", "A"]),
            (&["D", "A"], 2, &["A", "B"]),
            (&["E", "C", "A"], 3, &["A", "B", "C"]),
            (&["F", "Engineer"], 1, &["A"]),
        ] {
            let known: Vec<DocId> = known.iter().map(|name| doc(name)).collect();
            let found = similar_after(&index, doc("Engineer"), limit, &known);
            let names: Vec<&str> = found.iter().map(|job| index.card(job.doc).title.as_str()).collect();
            assert_eq!(names, expected, "{known:?}");
            assert_eq!(similar_after(&index, doc("Engineer"), limit, &[]), similar(&index, doc("Engineer"), limit));
        }
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
