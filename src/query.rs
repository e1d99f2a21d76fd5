//! A search as data: the query, its URL, and the answer.
//!
//! `search` is a plain function of an index and a query. It fetches nothing and knows no clock: the index was
//! opened for a day.

mod correction;
mod filter_words;
mod highlight;
mod links;
mod matching;
pub(crate) mod percent;
mod refine;
mod results;
mod search;
mod similar;
mod suggest;
mod tally;
#[cfg(test)]
mod tests;
mod url;
mod words;

use std::collections::BTreeMap;

use crate::facets::Facet;

pub use filter_words::named_values;
pub use highlight::{Highlight, highlight};
pub use links::Chip;
pub use results::{Correction, FacetCounts, FacetValue, Hit, LeaveOneOut, Refined, SalaryHistogram, SearchResults};
pub use search::{FirstHits, newest, search};
pub use similar::{SimilarJob, SimilarReason, similar};
pub use suggest::{Suggestion, SuggestionKind, suggest};
pub use url::{Ignored, IgnoredReason, ParsedQuery, parse_query_string};

/// What a visitor asks for; the URL is its only owner. `Query::default()` is every job, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// The words as typed, outer white space trimmed.
    pub text: String,
    /// Whether the words are searched as typed, without correction (`exact=1` in the URL).
    pub spelling: Spelling,
    /// Refinements of every facet; single-choice facets hold at most one value, included.
    pub refinements: BTreeMap<Facet, Vec<Refinement>>,
    /// Whether one or all of the named skills are wanted.
    pub skill_match: SkillMatch,
    /// What happens to jobs whose pay cannot be compared.
    pub undisclosed: Undisclosed,
    /// The order of hits.
    pub sort: Sort,
    /// The page of hits, from 0 here and from 1 in the URL.
    pub page: u32,
}

/// One value of a facet that a search names; values are sorted and none occurs twice in a facet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Refinement {
    /// The value as in URLs: `Rust`, `bengaluru`, `FULL_TIME`.
    pub value: String,
    /// Whether jobs with it are wanted or unwanted.
    pub polarity: Polarity,
}

/// Whether jobs that have a value are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Wanted: `skill=Rust`.
    #[default]
    Include,
    /// Unwanted: `-company=acme`.
    Exclude,
}

/// How the words are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Spelling {
    /// A word that matches nothing is corrected.
    #[default]
    Corrected,
    /// Just as typed.
    AsTyped,
}

/// How several skills combine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SkillMatch {
    /// A job with any of them matches.
    #[default]
    Any,
    /// A job must have all of them (`skills=all`).
    All,
}

/// Jobs that do not state pay, or in a currency without a rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Undisclosed {
    /// They stay.
    #[default]
    Keep,
    /// They go (`undisclosed=hide`).
    Hide,
}

impl Undisclosed {
    /// The one that is not in force.
    pub fn other(self) -> Self {
        match self {
            Self::Keep => Self::Hide,
            Self::Hide => Self::Keep,
        }
    }
}

/// The order of hits. Ties are broken by date, newest first, then by the job's identifier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best match first; without words, newest first.
    #[default]
    Relevance,
    /// Newest first; jobs without a date last.
    Newest,
    /// Highest top of the pay range first; undisclosed last.
    Salary,
}

/// Hits on one page.
pub const PAGE_SIZE: usize = 20;
