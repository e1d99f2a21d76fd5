//! The answer to a query.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use super::PAGE_SIZE;
use crate::{
    domain::SizeRange,
    facets::{Facet, ValueOrder},
    index::{ChunkId, DocId, FacetColumn, Index, ValueOrdinal},
    sorting::sort_by_key,
};

/// Everything a search page shows, computed exactly.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// How many jobs match.
    pub hit_count: usize,
    /// The hits of the page asked for, best first; a page past the last is empty.
    pub hits: Vec<Hit>,
    /// Counts of every facet, in the order of [`Facet::ALL`]; values without a single job are left out unless refined.
    pub facets: Vec<FacetCounts>,
    /// For each refined facet, and for the words, how many jobs dropping it alone would give.
    pub leave_one_out: Vec<LeaveOneOut>,
    /// How many jobs dropping the words alone would give; absent when there are none.
    pub without_text: Option<usize>,
    /// Jobs matching all but the salary refinement that do not state pay.
    pub undisclosed_salary: usize,
    /// Jobs matching all but the salary refinement with pay in a currency without a rate.
    pub incomparable_salary: usize,
    /// Jobs matching all but the experience refinement that do not state experience.
    pub experience_not_stated: usize,
    /// Tops of pay ranges of the jobs matching all but the salary refinement.
    pub salary_histogram: SalaryHistogram,
    /// Words that were corrected.
    pub corrections: Vec<Correction>,
    /// Chunks that have to be loaded before the answer is whole: first those the words need, which the answer leaves
    /// out until then, after that the cards of the hits.
    pub missing: Vec<ChunkId>,
}

impl SearchResults {
    /// The answer before there is anything to search.
    pub fn empty() -> Self {
        Self::default()
    }

    /// How many pages the hits fill; 0 when there are none.
    pub fn page_count(&self) -> usize {
        self.hit_count.div_ceil(PAGE_SIZE)
    }

    /// Whether words of the query could not be looked up yet.
    pub fn lacks_words(&self) -> bool {
        self.missing.iter().any(|chunk| chunk.holds_words())
    }

    /// The counts of a facet; none where nothing was searched.
    pub fn facet(&self, facet: Facet) -> Option<&FacetCounts> {
        self.facets.iter().find(|counts| counts.facet == facet)
    }
}

/// One matching job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Which job.
    pub doc: DocId,
    /// How well it matches; 0 when the query has no words.
    pub score: f32,
}

/// The counts of one facet. Labels are looked up only for the values that are shown, as there may be thousands.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// Per value of the facet's column, by ordinal; empty for computed facets.
    counts: Vec<u32>,
    /// The values of the column that the query names.
    pub(super) refined: BTreeMap<ValueOrdinal, Refined>,
    /// Values that are in no column: computed ones, and those the query names but no job has.
    pub(super) others: Vec<FacetValue>,
}

impl FacetCounts {
    pub(super) fn listed(facet: Facet, counts: Vec<u32>) -> Self {
        Self { facet, counts, refined: BTreeMap::new(), others: Vec::new() }
    }

    pub(super) fn computed(facet: Facet, others: Vec<FacetValue>) -> Self {
        Self { facet, counts: Vec::new(), refined: BTreeMap::new(), others }
    }

    /// How many values there are: those some counted job has, and those refined.
    pub fn value_count(&self) -> usize {
        self.shown().count() + self.others.len()
    }

    /// All values, commonest first; ordered facets such as experience keep their own order. Refining does not move
    /// them: the row one has just clicked stays where it is. `index` is the one searched.
    pub fn values(&self, index: &Index) -> Vec<FacetValue> {
        self.first_values(index, usize::MAX)
    }

    /// The first `limit` of all values, and behind them every refined one further down.
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
        let listed = first.into_iter().chain(further).map(|ordinal| self.value(column, ordinal));
        listed.chain(self.others.iter().cloned()).collect()
    }

    pub(super) fn count(&self, ordinal: ValueOrdinal) -> u32 {
        self.counts[ordinal.0 as usize]
    }

    fn shown(&self) -> impl Iterator<Item = ValueOrdinal> {
        let ordinals = (0..self.counts.len() as u32).map(ValueOrdinal);
        ordinals.filter(|ordinal| self.count(*ordinal) > 0 || self.refined.contains_key(ordinal))
    }

    /// What decides the order. Ordinals decide ties, as comparing thousands of names would take longer than the
    /// search.
    fn place(&self, column: &FacetColumn, ordinal: ValueOrdinal) -> (Option<SizeRange>, Reverse<u32>, ValueOrdinal) {
        match self.facet.order() {
            ValueOrder::HeadCount => (SizeRange::parse(column.value(ordinal)), Reverse(0), ordinal),
            ValueOrder::Count => (None, Reverse(self.count(ordinal)), ordinal),
        }
    }

    fn value(&self, column: &FacetColumn, ordinal: ValueOrdinal) -> FacetValue {
        FacetValue {
            value: column.value(ordinal).to_owned(),
            label: column.label(ordinal).to_owned(),
            count: self.count(ordinal) as usize,
            refined: self.refined.get(&ordinal).copied().unwrap_or_default(),
        }
    }
}

/// One value of a facet with its exact disjunctive count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetValue {
    /// As in URLs.
    pub value: String,
    /// For people.
    pub label: String,
    /// Jobs that match the words and every other facet's refinements and have this value.
    pub count: usize,
    /// Whether the query names it.
    pub refined: Refined,
}

/// Whether a query names a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refined {
    /// It does not.
    #[default]
    No,
    /// As wanted.
    Included,
    /// As unwanted.
    Excluded,
}

/// How many jobs there would be if one facet's refinements alone were dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveOneOut {
    /// The facet dropped.
    pub facet: Facet,
    /// The jobs then.
    pub hit_count: usize,
}

/// Jobs by the top of their pay range per year, in equal steps of the board's currency from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SalaryHistogram {
    /// Width of a bar in whole units of the board's currency; a round number that fits the currency.
    pub step: u32,
    /// Jobs per bar; the last bar holds everything above it too.
    pub counts: Vec<usize>,
}

/// A word that matched nothing, or next to nothing, and what was searched instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// As typed.
    pub typed: String,
    /// As searched.
    pub used: String,
}
