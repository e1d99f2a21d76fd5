//! The answer to a query.

use serde::{Deserialize, Serialize};

use super::PAGE_SIZE;
use crate::index::{DocId, Facet};

/// Everything a search page shows, computed exactly.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// Jobs matching all but the salary refinement that do not disclose pay in a comparable currency.
    pub undisclosed_salary: usize,
    /// Jobs matching all but the experience refinement that do not state experience.
    pub experience_not_stated: usize,
    /// Tops of pay ranges of the jobs matching all but the salary refinement.
    pub salary_histogram: SalaryHistogram,
    /// Words that were corrected.
    pub corrections: Vec<Correction>,
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

    /// The values of a facet; none where it was not counted.
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        self.facets.iter().find(|counts| counts.facet == facet).map_or(&[], |counts| &counts.values)
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

/// The values of one facet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// Its values, commonest first (ordered facets such as experience keep their own order). Refining does not move
    /// them: the row one has just clicked stays where it is.
    pub values: Vec<FacetValue>,
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
