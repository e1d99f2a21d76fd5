//! The searchable board: what the builder makes of postings, and what a query reads.
//!
//! Postings go in through [`IndexContents::of`]; bytes come out of [`write()`] and go into [`Index::open`]. An `Index`
//! never changes after it is opened, and it is opened for a day: postings expired by then are still in it, so
//! that an old link can say so, but no search finds them.

mod builder;
mod column;
mod computed;
mod contents;
mod counter;
mod dictionary;
mod doc_set;
mod facet;
#[cfg(test)]
pub(crate) mod fixture;
mod manifest;
mod postings;
mod scale;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::domain::{Currency, Date, JobCard, Slug};
use computed::ComputedValues;

pub(crate) use column::{FacetColumn, ValueOrdinal};
pub(crate) use computed::{ComputedCounters, YearCounts};
pub use contents::{IndexContents, OpenError, write};
pub(crate) use counter::{Counted, FacetCounter};
pub(crate) use dictionary::{Dictionary, LetterSet, TermOrdinal};
pub(crate) use doc_set::DocSet;
pub use facet::Facet;
pub use manifest::{FORMAT, MANIFEST_PATH, Manifest};
pub(crate) use postings::{Field, Posting};
pub(crate) use scale::{LONGEST_YEARS, PostedWithin, SalaryScale, YearRange};

/// A job's place in the index, the newest first: 0 to the number of jobs minus one. It means nothing outside that
/// index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocId(pub u32);

impl DocId {
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

/// All jobs of a board, opened for a day. Methods that take a [`DocId`] panic when it is not of this index.
pub struct Index {
    contents: IndexContents,
    now: Date,
    live: DocSet,
    by_slug: Vec<DocId>,
    by_id: Vec<DocId>,
    dates_posted: Vec<Option<Date>>,
    letters: Vec<LetterSet>,
    /// In the order of the columns.
    counters: Vec<FacetCounter>,
    computed_counters: ComputedCounters,
    years: Vec<Option<YearRange>>,
    most_years: Option<u8>,
    salary_scale: SalaryScale,
}

impl Index {
    /// Opens what [`write()`] wrote, for the day `now`. Any other bytes are refused.
    pub fn open(bytes: &[u8], now: Date) -> Result<Self, OpenError> {
        contents::read(bytes).map(|contents| Self::from_contents(contents, now))
    }

    /// An index of contents just built, without writing them, for the day `now`.
    pub fn from_contents(contents: IndexContents, now: Date) -> Self {
        let cards = &contents.cards;
        let live = DocSet::of(cards.len(), |doc| cards[doc.at()].valid_through.is_none_or(|last| last >= now));
        let counter = |column: &FacetColumn| {
            FacetCounter::of(column.len(), cards.len(), &live, |doc| column.of(doc).iter().copied())
        };
        let years: Vec<_> = cards.iter().map(|card| card.experience.map(YearRange::of)).collect();
        let dates_posted: Vec<_> = cards.iter().map(|card| card.date_posted).collect();
        let salary_tops = &contents.salary_tops;
        let salary_scale = SalaryScale::of(salary_tops, contents.currency);
        let values = ComputedValues { years: &years, salary_tops, dates_posted: &dates_posted };
        Self {
            now,
            by_slug: docs_by(cards, |card| &card.slug),
            by_id: docs_by(cards, |card| &card.id),
            counters: contents.columns.iter().map(counter).collect(),
            computed_counters: ComputedCounters::of(&values, &salary_scale, &live, now),
            live,
            dates_posted,
            letters: contents.dictionary.terms().map(LetterSet::of).collect(),
            most_years: cards.iter().filter_map(|card| card.experience).map(YearRange::most_years).max(),
            years,
            salary_scale,
            contents,
        }
    }

    /// How many jobs there are, expired ones included.
    pub fn len(&self) -> usize {
        self.contents.cards.len()
    }

    /// Whether there is no job at all.
    pub fn is_empty(&self) -> bool {
        self.contents.cards.is_empty()
    }

    /// The day it was opened for.
    pub fn now(&self) -> Date {
        self.now
    }

    /// The currency salaries are compared in.
    pub fn currency(&self) -> Currency {
        self.contents.currency
    }

    /// All jobs, the newest first.
    pub fn docs(&self) -> impl Iterator<Item = DocId> + use<> {
        (0..self.contents.cards.len() as u32).map(DocId)
    }

    /// What a card shows of a job.
    pub fn card(&self, doc: DocId) -> &JobCard {
        &self.contents.cards[doc.at()]
    }

    /// The job at a path.
    pub fn doc_by_slug(&self, slug: &Slug) -> Option<DocId> {
        let found = self.by_slug.binary_search_by_key(&slug, |doc| &self.card(*doc).slug);
        found.map_or(None, |at| Some(self.by_slug[at]))
    }

    /// The job with the feed's own identifier.
    pub fn doc_by_id(&self, id: &str) -> Option<DocId> {
        let found = self.by_id.binary_search_by_key(&id, |doc| &self.card(*doc).id.0);
        found.map_or(None, |at| Some(self.by_id[at]))
    }

    /// Whether one may no longer apply.
    pub fn is_expired(&self, doc: DocId) -> bool {
        !self.live.contains(doc)
    }

    /// The open jobs of a company, newest first.
    pub fn company_docs(&self, company: &Slug) -> Vec<DocId> {
        let found = self.column(Facet::Company).zip(self.counter(Facet::Company)).and_then(|(column, counter)| {
            let company = column.find_exactly(company.as_str())?;
            Some(counter.docs_with_any(&[company]))
        });
        found.iter().flat_map(DocSet::iter).filter(|doc| !self.is_expired(*doc)).collect()
    }

    /// How a value some job has is shown; `None` for values of experience and salary, which are computed, and for
    /// values no job has. A value written otherwise (`rust` for `Rust`) is found too.
    pub fn facet_value_label(&self, facet: Facet, value: &str) -> Option<&str> {
        match facet {
            Facet::Posted => PostedWithin::parse(value).map(PostedWithin::label),
            _ => self.column(facet).and_then(|column| column.find(value).map(|ordinal| column.label(ordinal))),
        }
    }

    /// How any value is shown: `5 years`, `₹15L+ / yr`, `Bengaluru`; unknown values are shown as they are.
    pub fn value_label<'a>(&'a self, facet: Facet, value: &'a str) -> Cow<'a, str> {
        match (facet, value.parse()) {
            (Facet::Experience, Ok(years)) => scale::years_label(years).into(),
            (Facet::Salary, Ok(salary)) => scale::salary_label(salary, self.currency()).into(),
            _ => self.facet_value_label(facet, value).unwrap_or(value).into(),
        }
    }

    pub(crate) fn dictionary(&self) -> &Dictionary {
        &self.contents.dictionary
    }

    /// Terms that may be spelled like `word` give or take `edits` letters: a cheap test that never misses one.
    pub(crate) fn terms_like(&self, word: &str, edits: u32) -> impl Iterator<Item = TermOrdinal> {
        let wanted = LetterSet::of(word);
        let is_like = move |(_, letters): &(u32, &LetterSet)| wanted.missing_from(**letters) <= edits;
        (0..).zip(&self.letters).filter(is_like).map(|(ordinal, _)| TermOrdinal(ordinal))
    }

    pub(crate) fn posting_list(&self, term: TermOrdinal) -> impl Iterator<Item = Posting<'_>> {
        self.contents.posting_lists.list(term)
    }

    pub(crate) fn term_impacts(&self, term: TermOrdinal) -> impl Iterator<Item = (DocId, f32)> {
        self.contents.posting_lists.impacts(term)
    }

    /// The values of a listed facet; none for those computed.
    pub(crate) fn column(&self, facet: Facet) -> Option<&FacetColumn> {
        column::place_of(facet).map(|at| &self.contents.columns[at])
    }

    /// The same column, laid out for counting.
    pub(crate) fn counter(&self, facet: Facet) -> Option<&FacetCounter> {
        column::place_of(facet).map(|at| &self.counters[at])
    }

    /// The facets without a column, laid out for counting.
    pub(crate) fn computed_counters(&self) -> &ComputedCounters {
        &self.computed_counters
    }

    /// The jobs one may still apply for.
    pub(crate) fn live(&self) -> &DocSet {
        &self.live
    }

    /// Top of the pay per year in the board's currency, where it is disclosed and comparable.
    pub(crate) fn salary_top(&self, doc: DocId) -> Option<u32> {
        Some(self.contents.salary_tops[doc.at()]).filter(|top| *top > 0)
    }

    pub(crate) fn salary_scale(&self) -> &SalaryScale {
        &self.salary_scale
    }

    pub(crate) fn date_posted(&self, doc: DocId) -> Option<Date> {
        self.dates_posted[doc.at()]
    }

    pub(crate) fn years(&self, doc: DocId) -> Option<YearRange> {
        self.years[doc.at()]
    }

    /// The most years worth offering; none when no job states experience.
    pub(crate) fn most_years(&self) -> Option<u8> {
        self.most_years
    }
}

fn docs_by<'a, K: Ord + 'a>(cards: &'a [JobCard], key: impl Fn(&'a JobCard) -> &'a K) -> Vec<DocId> {
    let mut docs: Vec<DocId> = (0..cards.len() as u32).map(DocId).collect();
    docs.sort_by_key(|doc| (key(&cards[doc.at()]), *doc));
    docs
}

#[cfg(test)]
mod tests {
    use super::*;
    use fixture::{index, posting, today};

    #[test]
    fn jobs_are_found_by_path_and_identifier() {
        let index = index(&[posting("Rust engineer"), posting("Go engineer"), posting("Baker")]);
        for doc in index.docs() {
            let card = index.card(doc);
            assert_eq!(index.doc_by_slug(&card.slug), Some(doc));
            assert_eq!(index.doc_by_id(&card.id.0), Some(doc));
        }
        assert_eq!(index.doc_by_id("Ruby engineer"), None);
    }

    #[test]
    fn a_company_page_lists_open_jobs_newest_first() {
        let index = index(&[
            posting("Old").posted_days_ago(9),
            posting("Closed").open_for_days(-1),
            posting("Closing today").open_for_days(0).posted_days_ago(5),
            posting("New").posted_days_ago(1),
            posting("Elsewhere").at("Globex"),
        ]);
        let slug = Slug::of("Acme").expect("letters");
        let titles: Vec<&str> = index.company_docs(&slug).iter().map(|doc| index.card(*doc).title.as_str()).collect();
        assert_eq!(titles, ["New", "Closing today", "Old"]);
        let is_expired = |id| index.doc_by_id(id).map(|doc| index.is_expired(doc));
        assert_eq!([is_expired("Closed"), is_expired("Closing today")], [Some(true), Some(false)]);
    }

    #[test]
    fn values_are_labeled_however_they_are_written() {
        let index = index(&[posting("Engineer").with_skills(&["Rust", "JavaScript"]).in_city("Bengaluru")]);
        for (facet, value, label) in [
            (Facet::Skill, "rust", "Rust"),
            (Facet::Skill, "js", "JavaScript"),
            (Facet::Location, "bangalore", "Bengaluru"),
            (Facet::Location, "india", "India"),
            (Facet::Company, "acme", "Acme"),
            (Facet::Source, "direct", "Employer"),
            (Facet::Posted, "7d", "Last 7 days"),
            (Facet::Experience, "5", "5 years"),
            (Facet::Salary, "1500000", "₹15L+ / yr"),
            (Facet::Skill, "Cobol", "Cobol"),
        ] {
            assert_eq!(index.value_label(facet, value), label);
        }
        assert_eq!(index.facet_value_label(Facet::Skill, "Cobol"), None);
    }

    #[test]
    fn a_board_without_jobs_opens() {
        let bytes = write(&fixture::contents(&[]));
        assert!(Index::open(&bytes, today()).is_ok_and(|index| index.is_empty()));
    }
}
