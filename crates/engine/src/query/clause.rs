//! The conditions that a search text is made of.

use openroles_model::facets::Facet;

/// Condition on a job's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Clause {
    /// Word, in any form with the same key.
    Word {
        /// Word as typed, for display.
        typed: String,
        /// Term to search for.
        term: String,
        /// Whether the word may be unfinished.
        reach: Reach,
    },
    /// Consecutive terms, in exactly this form.
    Phrase(Vec<String>),
    /// Words that stand for a facet's value. Matches jobs with the value, and jobs whose text contains the words.
    Filter {
        /// Condition on the text.
        text: Box<Clause>,
        facet: Facet,
        /// Value as in URLs.
        value: &'static str,
    },
}

impl Clause {
    /// Term of a single word; `None` for other clauses.
    pub(super) fn term(&self) -> Option<&str> {
        match self {
            Self::Word { term, .. } => Some(term),
            Self::Phrase(_) | Self::Filter { .. } => None,
        }
    }
}

/// Whether a word is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Complete.
    Whole,
    /// Possibly the beginning of a longer word. This is the last word, which may still be being typed.
    Prefix,
}
