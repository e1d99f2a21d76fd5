//! The search index: what is built from postings, and what a query reads.
//!
//! [`IndexContents::of`] takes postings, and [`write()`] returns chunks. [`Index::open`] opens the first chunk, and
//! [`Index::with_chunks`] adds others. An `Index` never changes: adding chunks returns another index that shares
//! all common data. It is opened for a day: it still contains jobs that have expired by then, but searches don't
//! find them.

mod builder;
mod cards;
mod chunk;
mod coded_lists;
mod column;
mod columns;
mod contents;
mod days_posted;
mod dictionary;
mod doc_set;
mod doc_values;
mod ends;
mod entropy;
mod field;
mod first_seen;
#[cfg(any(test, feature = "fixture"))]
pub mod fixture;
mod loading;
pub mod lookup;
mod manifest;
mod number_column;
mod opening;
mod packed;
mod posting_coder;
mod postings;
mod prefixes;
mod scale;
mod term_pattern;
mod terms;
mod title_docs;
mod titles;
mod value_lists;
mod varint;
mod vocabulary;

use std::{
    borrow::Cow,
    sync::{Arc, OnceLock},
};

use cards::Cards;
use chunk::ChunkHash;
use columns::{Columns, Directory};
use first_seen::FirstSeen;
use openroles_model::{
    domain::{Currency, Date, JobCard, Seniority, Slug, Years},
    facets::{Facet, FacetKind},
    text::Key,
    words::{ENGLISH, ValueWords, Words},
};
use serde::{Deserialize, Serialize};
use title_docs::TitleDocs;
use titles::Titles;

pub use cards::DataFiles;
pub use chunk::{Chunk, ChunkId, OpenError};
pub(crate) use column::FacetColumn;
pub use contents::{IndexContents, WrittenIndex, write, write_after};
pub(crate) use doc_set::DocSet;
pub(crate) use doc_values::{Counted, DocValues, ValueOrdinal};
pub(crate) use field::Field;
pub use first_seen::{BuildNumber, FirstBuild};
pub use manifest::{FORMAT, LEFT_FOLDER, MANIFEST_PATH, Manifest, PackedJobsEntry};
pub(crate) use number_column::{NumberColumn, PayCounts, YearCounts};
pub use opening::{Opened, Opening};
pub(crate) use postings::Impact;
pub(crate) use scale::{PostedWithin, SalaryScale, StatedPay, YearRange};
pub(crate) use term_pattern::TermPattern;
pub(crate) use terms::{CommonTerm, TermOrdinal, Terms};

/// Position of a job in an index, newest job first: 0 to the number of jobs minus one. Only valid for that index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocId(pub u32);

impl DocId {
    /// The position as an index into a list of the jobs.
    #[must_use]
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// Index of a board's jobs, opened for a day. Data for filters and counts is always loaded; terms and cards are
/// loaded in chunks. Methods that take a [`DocId`] panic if it isn't from this index.
pub struct Index {
    columns: Arc<Columns>,
    dictionary: ChunkHash,
    terms: Terms,
    cards: Cards,
    titles: Titles,
    first_seen: FirstSeen,
    by_slug: OnceLock<Vec<DocId>>,
    /// Seniority that each job's title states.
    seniorities: OnceLock<Vec<Option<Seniority>>>,
    title_docs: TitleDocs,
    /// Words for the labels of values.
    words: &'static ValueWords,
}

impl Index {
    /// Opens the columns chunk that [`write()`] wrote, for the day `now`. Returns an error for any other bytes. Values
    /// have English labels: see [`Index::in_words`].
    pub fn open(columns: &[u8], now: Date) -> Result<Self, OpenError> {
        let mut opening = Self::opening(columns, now)?;
        loop {
            match opening.step()? {
                Opened::Partly(rest) => opening = rest,
                Opened::Whole(index) => return Ok(*index),
            }
        }
    }

    /// Like [`Index::open`], but in steps, so that a browser can do other work in between.
    pub fn opening(columns: &[u8], now: Date) -> Result<Box<Opening>, OpenError> {
        Opening::of(columns, now).map(Box::new)
    }

    fn of_columns(columns: Columns, directory: Directory) -> Result<Self, OpenError> {
        let cards = Cards::none(&directory.card_lengths, directory.card_hashes, columns.doc_count());
        Ok(Self {
            cards: cards.map_err(chunk::malformed)?,
            columns: Arc::new(columns),
            dictionary: directory.dictionary,
            terms: Terms::default(),
            titles: Titles::Missing(directory.titles),
            first_seen: FirstSeen::Unrecorded,
            by_slug: OnceLock::new(),
            seniorities: OnceLock::new(),
            title_docs: TitleDocs::default(),
            words: ENGLISH.values,
        })
    }

    /// The same index with labels in other words.
    #[must_use]
    pub fn in_words(self, words: &'static Words) -> Self {
        Self { words: words.values, ..self }
    }

    /// The same index with the file name of its chunk of first builds, if the board has one. Fails for other names.
    pub fn with_first_seen(self, file: Option<&str>) -> Result<Self, OpenError> {
        Ok(Self { first_seen: file.map_or(Ok(FirstSeen::Unrecorded), FirstSeen::missing)?, ..self })
    }

    /// Whether the board records which build first had each job, so that jobs can be sorted by that.
    pub fn records_added(&self) -> bool {
        !matches!(self.first_seen, FirstSeen::Unrecorded)
    }

    /// First build that had a job; `None` if that isn't recorded or not loaded.
    pub fn first_build(&self, doc: DocId) -> Option<FirstBuild> {
        self.first_seen.of(doc)
    }

    /// Chunk to load before jobs can be sorted by their first build.
    pub(crate) fn missing_first_seen(&self) -> Option<ChunkId> {
        self.first_seen.file().map(|_| ChunkId::FirstSeen)
    }

    /// Number of jobs, including expired ones.
    pub fn len(&self) -> usize {
        self.columns.doc_count()
    }

    /// Whether there are no jobs.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Day for which the index was opened.
    pub fn now(&self) -> Date {
        self.columns.now
    }

    /// Currency in which pay is compared.
    pub fn currency(&self) -> Currency {
        self.columns.currency
    }

    /// Whether the pay of any job was converted to that currency.
    pub fn has_converted_pay(&self) -> bool {
        self.columns.has_converted_pay
    }

    /// All jobs, newest first.
    pub fn docs(&self) -> impl Iterator<Item = DocId> + use<> {
        self.columns.docs()
    }

    /// Card of a job. Panics if it isn't loaded.
    pub fn card(&self, doc: DocId) -> &JobCard {
        self.loaded_card(doc).unwrap_or_else(|_missing| panic!("the card of job {} is not loaded", doc.0))
    }

    /// Card of a job, or the chunk that must be loaded first.
    pub fn loaded_card(&self, doc: DocId) -> Result<&JobCard, ChunkId> {
        self.cards.card(doc).ok_or_else(|| ChunkId::Cards(self.cards.chunk_of(doc) as u32))
    }

    /// Seniority that the job's title states; `None` if the card isn't loaded.
    pub(crate) fn seniority(&self, doc: DocId) -> Option<Seniority> {
        let step = |doc| self.loaded_card(doc).map_or(None, |card| Seniority::of_title(&card.title));
        self.seniorities.get_or_init(|| self.docs().map(step).collect())[doc.at()]
    }

    /// Job with this slug, among those whose cards are loaded.
    pub fn doc_by_slug(&self, slug: &Slug) -> Option<DocId> {
        let by_slug = self.by_slug.get_or_init(|| {
            let mut docs: Vec<DocId> = self.docs().filter(|doc| self.loaded_card(*doc).is_ok()).collect();
            docs.sort_by_key(|doc| (&self.card(*doc).slug, *doc));
            docs
        });
        let at = by_slug.partition_point(|doc| self.card(*doc).slug < *slug);
        by_slug.get(at).copied().filter(|doc| self.card(*doc).slug == *slug)
    }

    /// Job with this identifier, among those whose cards are loaded.
    pub fn doc_by_id(&self, id: &str) -> Option<DocId> {
        self.docs().find(|doc| self.loaded_card(*doc).is_ok_and(|card| card.id.0 == id))
    }

    /// Whether the job's last day has passed.
    pub fn is_expired(&self, doc: DocId) -> bool {
        !self.live().contains(doc)
    }

    /// Open jobs of a company, newest first.
    pub fn company_docs(&self, company: &Slug) -> Vec<DocId> {
        let found = self.column(Facet::Company).and_then(|column| {
            let company = column.find_exactly(company.as_str())?;
            Some(column.docs().docs_with(company))
        });
        found.into_iter().flatten().filter(|doc| !self.is_expired(*doc)).collect()
    }

    /// A job's values of a listed facet, as used in URLs, rarest first. Empty for computed facets.
    pub fn facet_values(&self, doc: DocId, facet: Facet) -> impl Iterator<Item = &str> {
        let column = self.column(facet);
        column.into_iter().flat_map(move |column| column.docs().of(doc).map(|ordinal| column.value(ordinal)))
    }

    /// Label of a value that some job has. Other spellings are recognized (`rust` for `Rust`). `None` for
    /// experience and salary, whose values are computed, and for values that no job has.
    pub fn facet_value_label(&self, facet: Facet, value: &str) -> Option<Cow<'_, str>> {
        match facet.kind() {
            FacetKind::Listed => {
                self.column(facet).and_then(|column| Some(column.label(column.find(value)?, self.words)))
            }
            FacetKind::Age => PostedWithin::parse(value).map(|within| within.label(self.words).into()),
            FacetKind::Years | FacetKind::Pay => None,
        }
    }

    /// Label of any value, such as `5 years`, `₹15L+ / yr`, or `Bengaluru`. A value that no job has is returned unchanged,
    /// unless it is a code.
    pub fn value_label<'a>(&'a self, facet: Facet, value: &'a str) -> Cow<'a, str> {
        let computed = match facet.kind() {
            FacetKind::Years => Years::parse(value).map(|years| years.label(self.words)),
            FacetKind::Pay => value.parse().ok().map(|salary| scale::salary_label(salary, self.currency(), self.words)),
            FacetKind::Listed | FacetKind::Age => None,
        };
        match computed {
            Some(label) => label.into(),
            None => {
                let label = self.facet_value_label(facet, value).or_else(|| facet.value_label(value, self.words));
                label.unwrap_or_else(|| value.into())
            }
        }
    }

    /// Words for the labels of values.
    pub(crate) fn words(&self) -> &'static ValueWords {
        self.words
    }

    /// Terms loaded so far.
    pub(crate) fn terms(&self) -> &Terms {
        &self.terms
    }

    /// Jobs whose title has a word with this key, in ascending order, as far as terms are loaded.
    pub(crate) fn title_docs(&self, key: &Key) -> Arc<[DocId]> {
        self.title_docs.of(&self.terms, key)
    }

    /// Titles that several jobs have, most common first. Empty until they are loaded.
    pub(crate) fn titles(&self) -> &[String] {
        self.titles.list()
    }

    /// Column of a listed facet; `None` for computed facets.
    pub(crate) fn column(&self, facet: Facet) -> Option<&FacetColumn> {
        self.columns.facets.get(facet.column()?)
    }

    /// Open jobs.
    pub(crate) fn live(&self) -> &DocSet {
        &self.columns.live
    }

    /// Pay of jobs that state it in numbers.
    pub(crate) fn stated_pay(&self) -> &NumberColumn<StatedPay> {
        &self.columns.stated_pay
    }

    /// Top of a job's pay per year in the board's currency, if it is stated and comparable.
    pub(crate) fn salary_top(&self, doc: DocId) -> Option<u32> {
        self.stated_pay().of(doc).and_then(StatedPay::top)
    }

    pub(crate) fn salary_scale(&self) -> &SalaryScale {
        &self.columns.salary_scale
    }

    /// Years of experience that jobs ask for.
    pub(crate) fn years(&self) -> &NumberColumn<YearRange> {
        &self.columns.years
    }

    /// Number of jobs posted on `day` or later. They come first in the index.
    pub(crate) fn posted_since(&self, day: Date) -> usize {
        self.columns.posted_since(day)
    }

    /// Highest number of years to offer as a value; `None` if no job states experience.
    pub(crate) fn most_years(&self) -> Option<u8> {
        self.columns.most_years
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fixture::{index, posting, today};
    use openroles_model::words::PSEUDO;

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
            (Facet::Experience, "5.5", "5.5 years"),
            (Facet::Experience, "2-5", "2 to 5 years"),
            (Facet::Experience, "5-", "5+ years"),
            (Facet::Salary, "1500000", "₹15L+ / yr"),
            (Facet::Skill, "Cobol", "Cobol"),
            (Facet::EmploymentType, "INTERN", "Internship"),
        ] {
            assert_eq!(index.value_label(facet, value), label);
        }
        assert_eq!(index.facet_value_label(Facet::Skill, "Cobol"), None);
    }

    #[test]
    fn codes_are_labeled_in_the_words_of_the_index_and_names_as_written() {
        let index = index(&[posting("Engineer").in_city("Pune")]).in_words(&PSEUDO);
        for (facet, value, label) in [
            (Facet::Source, "direct", "⟦Employer⟧"),
            (Facet::Applicants, "not-stated", "⟦Not stated⟧"),
            (Facet::Posted, "7d", "⟦Last 7 days⟧"),
            (Facet::Experience, "5-", "⟦5+ years⟧"),
            (Facet::Salary, "1500000", "⟦⟦₹15L+⟧ / ⟦yr⟧⟧"),
            (Facet::Location, "pune", "Pune"),
        ] {
            assert_eq!(index.value_label(facet, value), label);
        }
    }

    #[test]
    fn a_board_without_jobs_opens() {
        let written = write(&fixture::contents(&[]));
        assert!(Index::open(&written.columns.bytes, today()).is_ok_and(|index| index.is_empty()));
    }
}
