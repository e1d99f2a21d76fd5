//! Queries, their URLs, and their results.
//!
//! `search` is a plain function of an index and a query. It fetches nothing and reads no clock: the index was
//! opened for a day.

mod clause;
mod correction;
mod filter_words;
mod highlight;
mod links;
mod matching;
pub mod percent;
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

use openroles_model::facets::Facet;

pub use highlight::{Highlight, highlight};
pub use links::Chip;
pub use results::{Correction, FacetCounts, FacetValue, Hit, LeaveOneOut, Refined, SalaryHistogram, SearchResults};
pub use search::{FirstHits, newest, search};
pub use similar::{SimilarJob, SimilarReason, similar, similar_after};
pub use suggest::{Suggestion, SuggestionKind, suggest};
pub use url::{Ignored, IgnoredReason, ParsedQuery, parse_query_string};
pub use words::named_values;

/// A search. In the app, only the URL owns the current one. `Query::default()` finds every job, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// Words as typed, without leading and trailing whitespace.
    pub text: String,
    /// Whether misspelled words are corrected (`exact=1` in the URL turns this off).
    pub spelling: Spelling,
    /// Refinements of each facet. A facet with a single choice has at most one value, which is included.
    pub refinements: BTreeMap<Facet, Vec<Refinement>>,
    /// Whether jobs must have any or all of the included skills.
    pub skill_match: SkillMatch,
    /// What happens to jobs whose pay can't be compared.
    pub undisclosed: Undisclosed,
    /// Order of the hits.
    pub sort: Sort,
    /// Page of hits, counted from 0 here and from 1 in the URL.
    pub page: u32,
}

/// A facet's value in a query. The values of a facet are sorted and unique.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Refinement {
    /// Value as in URLs, such as `Rust`, `bengaluru`, or `FULL_TIME`.
    pub value: String,
    /// Whether jobs with this value are included or excluded.
    pub polarity: Polarity,
}

/// Whether jobs with a value are included or excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Included: `skill=Rust`.
    #[default]
    Include,
    /// Excluded: `-company=acme`.
    Exclude,
}

/// Whether words are corrected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Spelling {
    /// Words that match nothing are corrected.
    #[default]
    Corrected,
    /// Words are searched as typed.
    AsTyped,
}

/// How several skills combine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SkillMatch {
    /// Jobs with any of them match.
    #[default]
    Any,
    /// Jobs must have all of them (`skills=all`).
    All,
}

/// What happens to jobs that don't state pay, or state it in a currency without an exchange rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Undisclosed {
    /// They are included.
    #[default]
    Keep,
    /// They are excluded (`undisclosed=hide`).
    Hide,
}

impl Undisclosed {
    /// The opposite setting.
    pub fn other(self) -> Self {
        match self {
            Self::Keep => Self::Hide,
            Self::Hide => Self::Keep,
        }
    }
}

/// Order of the hits. Ties are broken by date, newest first, then by the job's identifier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best match first; without words, newest first.
    #[default]
    Relevance,
    /// Newest first; jobs without a date last.
    Newest,
    /// Jobs of the newest build first; like [`Sort::Newest`] if the board doesn't record which build first had each job.
    Added,
    /// Highest top of the pay range first; jobs without comparable pay last.
    Salary,
}

impl Sort {
    /// All orders, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Relevance, Self::Newest, Self::Added, Self::Salary];
}

/// Number of hits on a page.
pub const PAGE_SIZE: usize = 20;
