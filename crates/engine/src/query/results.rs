//! Results of a search.

use std::{cmp::Reverse, collections::BTreeMap};

use openroles_model::{
    domain::SizeRange,
    facets::{Facet, ValueOrder},
    sorting::sort_by_key,
};
use serde::{Deserialize, Serialize};

use super::PAGE_SIZE;
use crate::index::{ChunkId, DocId, FacetColumn, Index, ValueOrdinal};

/// Everything that a search page shows. All counts are exact.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// Number of jobs that match.
    pub hit_count: usize,
    /// Hits on the requested page, best first; empty after the last page.
    pub hits: Vec<Hit>,
    /// Counts for every facet, in the order of [`Facet::ALL`]. Values without jobs are left out unless the query names
    /// them.
    pub facets: Vec<FacetCounts>,
    /// For each refined facet, the number of jobs without its refinements.
    pub leave_one_out: Vec<LeaveOneOut>,
    /// Number of jobs without the words; `None` if the query has no words.
    pub without_text: Option<usize>,
    /// Jobs that don't state pay in numbers, among those that match everything except the salary.
    pub undisclosed_salary: usize,
    /// Jobs with pay in a currency without an exchange rate, among those that match everything except the salary.
    pub incomparable_salary: usize,
    /// Jobs that don't state experience, among those that match everything except the experience.
    pub experience_not_stated: usize,
    /// Distribution of pay among the jobs that match everything except the salary.
    pub salary_histogram: SalaryHistogram,
    /// Words that were corrected.
    pub corrections: Vec<Correction>,
    /// Chunks to load before the results are complete: those for the words and the order, which are ignored until then, or
    /// else those for the cards of the hits.
    pub missing: Vec<ChunkId>,
}

impl SearchResults {
    /// Results before there is an index to search.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Number of pages with hits; 0 if there are none.
    pub fn page_count(&self) -> usize {
        self.hit_count.div_ceil(PAGE_SIZE)
    }

    /// Whether these aren't the hits yet, because chunks for the words or the order are missing.
    pub fn lacks_hits(&self) -> bool {
        self.missing.iter().any(|chunk| chunk.decides_hits())
    }

    /// Counts for a facet; `None` before there is an index to search.
    pub fn facet(&self, facet: Facet) -> Option<&FacetCounts> {
        self.facets.iter().find(|counts| counts.facet == facet)
    }
}

/// A job that matches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// The job.
    pub doc: DocId,
    /// How well the job matches the words; 0 if the query has none.
    pub score: f32,
}

/// Counts for one facet. There may be thousands of values, so labels are looked up only for those shown.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// Count of each value in the facet's column, by ordinal; empty for computed facets.
    counts: Vec<u32>,
    /// Values in the facet's column that the query names.
    pub(super) refined: BTreeMap<ValueOrdinal, Refined>,
    /// Values that aren't in a column: computed ones, and those that the query names but no job has.
    pub(super) others: Vec<FacetValue>,
}

impl FacetCounts {
    pub(super) fn listed(facet: Facet, counts: Vec<u32>) -> Self {
        Self { facet, counts, refined: BTreeMap::new(), others: Vec::new() }
    }

    pub(super) fn computed(facet: Facet, others: Vec<FacetValue>) -> Self {
        Self { facet, counts: Vec::new(), refined: BTreeMap::new(), others }
    }

    /// Number of values, including those in the query that no job has.
    pub fn value_count(&self) -> usize {
        self.shown().count() + self.others.len()
    }

    /// All values. Most are sorted by count; company sizes and computed values keep their own order. A refined value
    /// keeps its position, so a clicked row doesn't move. `index` must be the index that was searched.
    pub fn values(&self, index: &Index) -> Vec<FacetValue> {
        self.first_values(index, usize::MAX)
    }

    /// Sum of the counts of all values.
    pub fn total(&self) -> usize {
        let listed: usize = self.counts.iter().map(|count| *count as usize).sum();
        listed + self.others.iter().map(|value| value.count).sum::<usize>()
    }

    /// The first `limit` values, followed by all other values that the query names.
    pub fn first_values(&self, index: &Index, limit: usize) -> Vec<FacetValue> {
        let Some(column) = index.column(self.facet) else {
            return self.others.clone();
        };
        let mut first: Vec<ValueOrdinal> = self.shown().collect();
        let limit = limit.min(first.len());
        if limit < first.len() {
            first.select_nth_unstable_by_key(limit, |ordinal| self.place(column, *ordinal));
        }
        let mut further = first.split_off(limit);
        further.retain(|ordinal| self.refined.contains_key(ordinal));
        for ordinals in [&mut first, &mut further] {
            sort_by_key(ordinals, |ordinal| self.place(column, *ordinal));
        }
        let listed = first.into_iter().chain(further).map(|ordinal| self.value(index, column, ordinal));
        listed.chain(self.others.iter().cloned()).collect()
    }

    pub(super) fn count(&self, ordinal: ValueOrdinal) -> u32 {
        self.counts[ordinal.0 as usize]
    }

    fn shown(&self) -> impl Iterator<Item = ValueOrdinal> {
        let ordinals = (0..self.counts.len() as u32).map(ValueOrdinal);
        ordinals.filter(|ordinal| self.count(*ordinal) > 0 || self.refined.contains_key(ordinal))
    }

    /// Sort key of a value. Ties are broken by ordinal, because comparing thousands of names would take longer than the
    /// search.
    fn place(&self, column: &FacetColumn, ordinal: ValueOrdinal) -> (Option<SizeRange>, Reverse<u32>, ValueOrdinal) {
        match self.facet.order() {
            ValueOrder::HeadCount => (SizeRange::parse(column.value(ordinal)), Reverse(0), ordinal),
            ValueOrder::Count => (None, Reverse(self.count(ordinal)), ordinal),
        }
    }

    fn value(&self, index: &Index, column: &FacetColumn, ordinal: ValueOrdinal) -> FacetValue {
        FacetValue {
            value: column.value(ordinal).to_owned(),
            label: column.label(ordinal, index.words()).into_owned(),
            count: self.count(ordinal) as usize,
            refined: self.refined.get(&ordinal).copied().unwrap_or_default(),
        }
    }
}

/// A facet's value with its count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetValue {
    /// Value as in URLs.
    pub value: String,
    /// Value as displayed.
    pub label: String,
    /// Number of jobs with this value that match the words and the refinements of all other facets.
    pub count: usize,
    /// Whether the query names the value.
    pub refined: Refined,
}

/// Whether a query names a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refined {
    /// The query doesn't name it.
    #[default]
    No,
    /// The query includes it.
    Included,
    /// The query excludes it.
    Excluded,
}

/// Number of jobs without the refinements of one facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveOneOut {
    /// The facet whose refinements are dropped.
    pub facet: Facet,
    /// Number of jobs then.
    pub hit_count: usize,
}

/// Jobs by the top of their pay per year, in bars of equal width that start at 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SalaryHistogram {
    /// Width of a bar in whole units of the board's currency, which is a round number; 0 if no job states pay.
    pub step: u32,
    /// Number of jobs in each bar. The last bar also contains all higher pay.
    pub counts: Vec<usize>,
}

/// A word that matched too few jobs, and the word that was searched instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Word as typed.
    pub typed: String,
    /// Word that was searched.
    pub used: String,
}
