//! The keys and names with which a script without an analyzer compares typed text.
//!
//! The script normalizes typed text (NFKC) and lowercases it, nothing else: it knows neither words nor accents. It only
//! checks whether one string is inside another.

use std::collections::HashSet;

use serde::Serialize;

use super::{fold, name_keys, tokens};
use crate::unicode;

/// The words of some texts, to preview likely matches before the search answers.
///
/// Serialized, it has two fields: a typed word matches if it begins a word in `key` or is a part of `runs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PreviewKey {
    /// Every word once, folded and, if that differs, also as spelled; separated by spaces.
    key: String,
    /// Text in scripts without spaces, where a word can begin anywhere.
    #[serde(skip_serializing_if = "String::is_empty")]
    runs: String,
}

impl PreviewKey {
    /// The key of these texts.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut key, mut known) = (Self::default(), HashSet::new());
        for text in texts {
            let found: Vec<_> = tokens(text).collect();
            for run in found.chunk_by(|_, next| next.continues) {
                let folded: String = run.iter().map(|token| token.term.as_str()).collect();
                let spelled = run.iter().map(|token| normalized(&text[token.start..token.end])).collect();
                let target = if run.len() > 1 { &mut key.runs } else { &mut key.key };
                for word in [folded, spelled] {
                    if known.insert(word.clone()) {
                        let separator = if target.is_empty() { "" } else { " " };
                        target.extend([separator, &word]);
                    }
                }
            }
        }
        key
    }
}

/// Other names for a thing with this name, all in lower case: without accents, and its aliases. Empty for most names.
pub fn other_names(name: &str) -> Vec<String> {
    let given = normalized(name);
    let folded: Vec<_> = name.split_whitespace().map(fold).collect();
    let aliases: Vec<String> = match name_keys(name).as_slice() {
        [key] => key.aliases().map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    let mut names = vec![given];
    for other in std::iter::once(folded.join(" ")).chain(aliases) {
        if !names.contains(&other) {
            names.push(other);
        }
    }
    names.split_off(1)
}

/// The form that typed text has in the script.
fn normalized(text: &str) -> String {
    unicode::lower(&unicode::put_together(&unicode::taken_apart(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Does the same as `previews` in `public/embed/view.js`.
    fn previews(texts: &[&str], typed: &str) -> bool {
        let PreviewKey { key, runs } = PreviewKey::of(texts.iter().copied());
        let typed = normalized(typed);
        typed.split_whitespace().all(|word| format!(" {key}").contains(&format!(" {word}")) || runs.contains(word))
    }

    #[test]
    fn a_typed_word_is_previewed_where_it_begins_a_word() {
        for (text, typed) in [
            ("Senior Rust Engineer", "rust eng"),
            ("C++ and Node.js", "c++ node.js"),
            ("Café manager", "cafe"),
            ("Café manager", "CAFÉ"),
            ("Straße", "straße"),
            ("हिन्दी शिक्षक", "हिन्दी"),
            ("ガイド", "ガ"),
            ("ガイド", "ｶﾞｲ"),
            ("東京ガイド募集", "ガイド"),
            ("한국어 강사", "국어"),
            ("Ｒｕｓｔ", "rust"),
        ] {
            assert!(previews(&[text], typed), "{text}: {typed}");
        }
    }

    #[test]
    fn marks_that_make_another_letter_are_not_dropped() {
        for (text, typed) in
            [("カイト", "ガ"), ("ガイド", "カ"), ("हनद", "हिन्दी"), ("Trust engineer", "rust"), ("Pune", "puné")]
        {
            assert!(!previews(&[text], typed), "{text}: {typed}");
        }
    }

    #[test]
    fn a_key_holds_every_word_once() {
        let key = PreviewKey::of(["Rust Engineer", "Köln", "Rust"]);
        assert_eq!((key.key.as_str(), key.runs.as_str()), ("rust engineer koln köln", ""));
    }

    #[test]
    fn a_thing_is_found_without_accents_and_by_its_aliases() {
        assert_eq!(other_names("Ingeniería & Diseño"), ["ingenieria & diseno"]);
        assert_eq!(other_names("Bengaluru"), ["bangalore", "bengalooru"]);
        assert_eq!(other_names("Engineering and Sales"), [""; 0]);
        assert_eq!(other_names("हिन्दी"), [""; 0]);
    }
}
