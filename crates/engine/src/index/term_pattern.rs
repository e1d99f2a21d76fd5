//! Patterns that a search looks up in the sorted terms, and where matching terms can be.

use openroles_model::text::{Key, stem};

/// Pattern for terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TermPattern {
    /// Exactly this term.
    Whole(String),
    /// All terms with this prefix.
    Beginning(String),
    /// All terms with this key.
    Alike(Key),
}

/// Range of the sorted terms to look at.
pub(super) enum Probe {
    Whole(String),
    Beginning(String),
}

/// Ranges that contain all terms of a pattern.
///
/// A word starts like its stem, except for the last letter of the stem (`companies`, `company`), and stems have at
/// least three letters. So only a few terms have to be checked for a key.
pub(super) fn probes(pattern: &TermPattern) -> Vec<Probe> {
    match pattern {
        TermPattern::Whole(term) => vec![Probe::Whole(term.clone())],
        TermPattern::Beginning(prefix) => vec![Probe::Beginning(prefix.clone())],
        TermPattern::Alike(key) => {
            let mut probes = vec![Probe::Whole(key.as_str().to_owned())];
            for spelling in std::iter::once(key.as_str()).chain(key.aliases()) {
                probes.push(Probe::Whole(spelling.to_owned()));
                let stem = stem(spelling);
                if stem.len() >= 3 && stem.is_ascii() {
                    probes.push(Probe::Beginning(stem[..stem.len() - 1].to_owned()));
                }
            }
            probes
        }
    }
}
