//! Turns text into terms: the only analyzer, for documents and queries.
//!
//! Text goes in; its [`Token`]s come out, each with its position. Two terms match if they have the same [`Key`]. It
//! knows nothing about jobs, fields, or ranking.

mod aliases;
mod fold;
mod preview;
mod stem;
mod tokenizer;

pub use fold::fold;
pub use preview::{PreviewKey, other_names};
pub use stem::stem;
pub use tokenizer::{Token, tokens};

/// What two words must share to match: `Engineers` and `engineering` have the same key, and so do `k8s` and
/// `Kubernetes`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

impl Key {
    /// The key of a term from [`tokens`].
    pub fn of(term: &str) -> Self {
        let stemmed = stem(term);
        let full = aliases::full_form(term).or_else(|| aliases::full_form(&stemmed));
        Self(full.map_or(stemmed, stem).into_owned())
    }

    /// The stem that represents all words with this key.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Other spellings of this key's word through aliases, including the full form; empty for most words.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        aliases::ALL.iter().filter(|(_, full)| stem(full) == self.0).flat_map(|(alias, full)| [*alias, *full])
    }
}

/// Whether someone who typed `prefix` may be typing `term` or an alias of it.
pub fn begins_with(term: &str, prefix: &str) -> bool {
    term.starts_with(prefix) || aliased_keys(prefix).any(|key| key == Key::of(term))
}

/// Fewer letters begin too many aliases for any of them to be likely.
const LETTERS_OF_AN_ALIAS: usize = 3;

/// The keys of all aliased words with a spelling that begins with `prefix`; none for one or two letters.
pub fn aliased_keys(prefix: &str) -> impl Iterator<Item = Key> {
    let is_long_enough = prefix.len() >= LETTERS_OF_AN_ALIAS;
    let is_begun =
        move |pair: &&(&str, &str)| is_long_enough && (pair.0.starts_with(prefix) || pair.1.starts_with(prefix));
    aliases::ALL.iter().filter(is_begun).map(|(_, full)| Key::of(full))
}

/// The keys of a short text, in order, to compare names: `machine-learning` equals `Machine Learning`.
pub fn name_keys(name: &str) -> Vec<Key> {
    tokens(name).map(|token| Key::of(&token.term)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn inflection_case_accents_and_aliases_share_a_key() {
        for (left, right) in [
            ("Engineers", "engineering"),
            ("Café", "cafe"),
            ("k8s", "Kubernetes"),
            ("JS", "JavaScript"),
            ("Bangalore", "Bengaluru"),
            ("golang", "Go"),
            ("Node", "Node.js"),
            ("devs", "developers"),
            ("dotnet", ".NET"),
        ] {
            assert_eq!(name_keys(left), name_keys(right), "{left} {right}");
        }
    }

    #[test]
    fn different_things_have_different_keys() {
        for (left, right) in [
            ("C", "C++"),
            ("C++", "C#"),
            ("Java", "JavaScript"),
            ("Go", "going"),
            ("care", "car"),
            ("R", "R&D"),
            ("net", ".NET"),
            (".NET", "ASP.NET"),
            ("news", "new"),
            ("plane", "plan"),
        ] {
            assert_ne!(name_keys(left), name_keys(right), "{left} {right}");
        }
    }

    #[test]
    fn a_prefix_is_found_through_an_alias() {
        assert!(begins_with("k8s", "kube"));
        assert!(begins_with("bengaluru", "bangal"));
        assert!(!begins_with("kubernetes", "kubo"));
        assert!(aliased_keys("kube").any(|key| key == Key::of("k8s")));
    }

    proptest! {
        #[test]
        fn a_term_and_its_full_spelling_agree(word in "[a-z]{1,12}(ing|ed|s|es|ies)?") {
            for alias in Key::of(&word).aliases() {
                prop_assert_eq!(Key::of(alias), Key::of(&word));
            }
        }
    }
}
