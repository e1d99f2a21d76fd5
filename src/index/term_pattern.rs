//! What a search asks the sorted terms for, and where to look for it.

use crate::text::{Key, stem};

/// Terms that a search asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TermPattern {
    /// The term itself.
    Whole(String),
    /// All terms that begin so.
    Beginning(String),
    /// All terms that share the key.
    Alike(Key),
}

/// A place to look in the sorted terms.
pub(super) enum Probe {
    Whole(String),
    Beginning(String),
}

/// Where the terms of a pattern can be.
///
/// A word starts as its stem does, but for the stem's last letter (`companies`, `company`), and stems have at least
/// three letters: so few terms come into question for a key.
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
