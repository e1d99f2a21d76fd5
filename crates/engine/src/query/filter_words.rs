//! Words that stand for a workplace or employment type, such as "remote". They find jobs that state it, in addition
//! to jobs whose text contains the words.
//!
//! The table is the only place that knows these words. It doesn't determine how such a match is shown.

use openroles_model::{
    domain::{EmploymentType, WorkplaceType},
    facets::Facet,
    text::stem,
};

use super::clause::{Clause, Reach};

/// Consecutive words with their meaning.
struct FilterWords {
    terms: &'static [&'static str],
    names: WayToWork,
}

#[derive(Clone, Copy)]
enum WayToWork {
    At(WorkplaceType),
    As(EmploymentType),
}

const FILTER_WORDS: [FilterWords; 18] = [
    at(WorkplaceType::Remote, &["remote"]),
    at(WorkplaceType::Remote, &["wfh"]),
    at(WorkplaceType::Remote, &["work", "from", "home"]),
    at(WorkplaceType::Hybrid, &["hybrid"]),
    at(WorkplaceType::OnSite, &["on", "site"]),
    at(WorkplaceType::OnSite, &["onsite"]),
    employed(EmploymentType::FullTime, &["full", "time"]),
    employed(EmploymentType::FullTime, &["fulltime"]),
    employed(EmploymentType::PartTime, &["part", "time"]),
    employed(EmploymentType::PartTime, &["parttime"]),
    employed(EmploymentType::Contractor, &["contract"]),
    employed(EmploymentType::Contractor, &["contractor"]),
    employed(EmploymentType::Contractor, &["freelance"]),
    employed(EmploymentType::Temporary, &["temporary"]),
    employed(EmploymentType::Intern, &["intern"]),
    employed(EmploymentType::Intern, &["internship"]),
    employed(EmploymentType::Volunteer, &["volunteer"]),
    employed(EmploymentType::PerDiem, &["per", "diem"]),
];

/// Words that will become filters, so they aren't corrected.
const NOT_YET_FILTERS: [&str; 2] = ["fresher", "years"];

/// A word that is still being typed counts from this many letters on: `remot`, but not `full` (as in "full stack").
const LETTERS_BEGUN: usize = 5;

const fn at(workplace: WorkplaceType, terms: &'static [&'static str]) -> FilterWords {
    FilterWords { terms, names: WayToWork::At(workplace) }
}

const fn employed(kind: EmploymentType, terms: &'static [&'static str]) -> FilterWords {
    FilterWords { terms, names: WayToWork::As(kind) }
}

/// Replaces words that have a meaning with one clause, preferring the longest match.
pub(super) fn understood(clauses: &[Clause]) -> Vec<Clause> {
    let mut made = Vec::with_capacity(clauses.len());
    let mut rest = clauses;
    while let Some((first, others)) = rest.split_first() {
        let known = FILTER_WORDS.iter().filter(|known| known.begins(rest)).max_by_key(|known| known.terms.len());
        let length = known.map_or(1, |known| known.terms.len());
        made.push(known.map_or_else(|| first.clone(), |known| known.clause(&rest[..length])));
        rest = &others[length - 1..];
    }
    made
}

/// Whether a word will become a filter, so that it isn't corrected.
pub(super) fn is_filter_word(term: &str) -> bool {
    NOT_YET_FILTERS.iter().any(|known| stem(known) == stem(term))
}

impl FilterWords {
    fn begins(&self, clauses: &[Clause]) -> bool {
        let is_word = |(clause, known): (&Clause, &&str)| match clause {
            Clause::Word { term, reach, .. } => {
                stem(term) == stem(known)
                    || *reach == Reach::Prefix && term.len() >= LETTERS_BEGUN && known.starts_with(term.as_str())
            }
            Clause::Phrase(_) | Clause::Filter { .. } => false,
        };
        self.terms.len() <= clauses.len() && clauses.iter().zip(self.terms).all(is_word)
    }

    fn clause(&self, said: &[Clause]) -> Clause {
        let text = match said {
            [word] => word.clone(),
            words => Clause::Phrase(words.iter().filter_map(Clause::term).map(str::to_owned).collect()),
        };
        let (facet, value) = match self.names {
            WayToWork::At(workplace) => (Facet::Workplace, workplace.code()),
            WayToWork::As(kind) => (Facet::EmploymentType, kind.code()),
        };
        Clause::Filter { text: Box::new(text), facet, value }
    }
}
