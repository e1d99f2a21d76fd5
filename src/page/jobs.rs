//! Search page: a page of results, with all that is shown around them.

use openroles_engine::{
    index::{ChunkId, Index},
    query::{Chip, Correction, FacetCounts, FacetValue, LeaveOneOut, Query, Refined, SalaryHistogram, search},
};
use openroles_model::{
    domain::{BoardSettings, Date, JobCard},
    facets::Facet,
    unicode,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Head, Page, PageContext, SharingSubject, closes_after, is_open};
use crate::{routes::Route, structured_data::item_list};

/// A page of search results, with all that is shown around them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct JobsData {
    /// Query; the default query for a prerendered page.
    #[serde(skip)]
    pub query: Query,
    /// Number of jobs that match.
    pub hit_count: usize,
    /// Hits of this page; `None` for a card that isn't loaded yet.
    pub cards: Vec<Option<JobCard>>,
    /// Number of pages.
    pub page_count: usize,
    /// Current page, counted from 0.
    pub page: usize,
    /// Facets, each with its first values.
    pub facets: Vec<FacetList>,
    /// Refinements as removable chips.
    #[serde(skip)]
    pub chips: Vec<Chip>,
    /// For each refined facet, the number of hits without its refinements.
    pub leave_one_out: Vec<LeaveOneOut>,
    /// Number of hits without the words; `None` if there are no words.
    pub without_text: Option<usize>,
    /// Number of jobs that don't state pay.
    pub undisclosed_salary: usize,
    /// Number of jobs with pay in a currency that has no exchange rate.
    #[serde(default)]
    pub incomparable_salary: usize,
    /// Number of jobs that don't state experience.
    pub experience_not_stated: usize,
    /// Histogram of the tops of pay ranges.
    pub salary_histogram: SalaryHistogram,
    /// Whether the board records when jobs were added, so that they can be sorted by that.
    #[serde(default)]
    pub records_added: bool,
    /// Whether any pay on the board is converted from another currency.
    #[serde(default)]
    pub has_converted_pay: bool,
    /// Corrected words.
    pub corrections: Vec<Correction>,
    /// Chunks that must be loaded before the results are complete.
    #[serde(skip)]
    pub missing: Vec<ChunkId>,
}

/// Some or all values of a facet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetList {
    /// The facet.
    pub facet: Facet,
    /// First values, and every refined one.
    pub values: Vec<FacetValue>,
    /// Total number of values.
    pub value_count: usize,
}

/// Number of a facet's values shown at first.
const FACET_VALUES_SHOWN: usize = 8;
/// Number of a facet's values shown on request; the rest can be found by typing.
pub const FACET_VALUES_AT_MOST: usize = 200;

impl JobsData {
    /// Title and description of the search page. They are the same for every query.
    pub fn any_head(board: &BoardSettings) -> Head {
        let words = board.words();
        let description = (words.head.jobs)(&board.name);
        Head { title: format!("{} · {}", words.frame.jobs, board.name), description }
    }

    /// Results of a query, as the search page shows them.
    pub fn of(index: &Index, query: &Query) -> Self {
        let query = query.resolved(index);
        let results = search(index, &query);
        Self {
            page_count: results.page_count(),
            chips: query.chips(index),
            hit_count: results.hit_count,
            cards: results.hits.iter().map(|hit| index.loaded_card(hit.doc).ok().cloned()).collect(),
            missing: results.missing,
            page: query.page as usize,
            facets: results.facets.iter().map(|counts| FacetList::of(index, counts)).collect(),
            leave_one_out: results.leave_one_out,
            without_text: results.without_text,
            undisclosed_salary: results.undisclosed_salary,
            incomparable_salary: results.incomparable_salary,
            experience_not_stated: results.experience_not_stated,
            salary_histogram: results.salary_histogram,
            records_added: index.records_added(),
            has_converted_pay: index.has_converted_pay(),
            corrections: results.corrections,
            query,
        }
    }

    /// Whether the words couldn't be searched yet, or the jobs couldn't be ordered, so that only the query is correct.
    pub fn lacks_hits(&self) -> bool {
        self.missing.iter().any(|chunk| chunk.decides_hits())
    }

    /// This query with the results of `last`, to show while these results are incomplete.
    pub fn shown_as(self, last: &Self) -> Self {
        Self { query: self.query, chips: self.chips, missing: self.missing, ..last.clone() }
    }

    /// Values of one facet.
    pub fn facet(&self, facet: Facet) -> Option<&FacetList> {
        self.facets.iter().find(|list| list.facet == facet)
    }
}

impl FacetList {
    /// Whether there is something to choose: a value that is refined by, or one that isn't "not stated".
    pub fn has_choice(&self) -> bool {
        let is_choice =
            |value: &FacetValue| value.refined != Refined::No || Some(value.value.as_str()) != self.facet.not_stated();
        self.values.iter().any(is_choice)
    }

    /// Values of a facet that contain `needle`, ignoring case; at most [`FACET_VALUES_AT_MOST`] of them. `None`
    /// while the words can't be searched yet.
    pub fn matching(index: &Index, query: &Query, facet: Facet, needle: &str) -> Option<Self> {
        let needle = unicode::lower(needle.trim());
        let results = search(index, query);
        if results.lacks_hits() {
            return None;
        }
        let mut values = results.facet(facet).map(|counts| counts.values(index)).unwrap_or_default();
        values.retain(|value| unicode::lower(&value.label).contains(&needle));
        let value_count = values.len();
        values.truncate(FACET_VALUES_AT_MOST);
        Some(Self { facet, values, value_count })
    }

    fn of(index: &Index, counts: &FacetCounts) -> Self {
        let values = counts.first_values(index, FACET_VALUES_SHOWN);
        Self { facet: counts.facet, values, value_count: counts.value_count() }
    }
}

impl Page for JobsData {
    /// The same page has many addresses.
    fn route(&self) -> Option<Route> {
        None
    }

    fn head(&self, board: &BoardSettings) -> Head {
        Self::any_head(board)
    }

    fn structured_data(&self, context: &PageContext<'_>) -> Vec<Option<Value>> {
        let shown = self.cards.iter().flatten().map(|card| Route::Job(card.slug.clone()));
        vec![item_list(context.board, shown)]
    }

    fn sharing_subject(&self) -> Option<SharingSubject<'_>> {
        Some(SharingSubject::Board)
    }

    fn first_closing(&self) -> Option<Date> {
        self.cards.iter().flatten().filter_map(closes_after).min()
    }

    fn remove_closed(&mut self, day: Date) {
        self.cards.retain(|card| card.as_ref().is_none_or(|card| is_open(card, day)));
    }
}
