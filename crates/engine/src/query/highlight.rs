//! Finds which parts of a text match the words of a query.

use openroles_model::text::{Key, begins_with, tokens};

use super::{
    clause::{Clause, Reach},
    words::QueryWords,
};

/// Part of a text that matched, or one that didn't.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// The part; all parts together are the text.
    pub text: String,
    /// Whether a word of the query matched it.
    pub is_match: bool,
}

/// Splits `text` where matches of `query_text` begin and end. Excluded words don't count as matches.
pub fn highlight(text: &str, query_text: &str) -> Vec<Highlight> {
    let clauses = QueryWords::parse(query_text).wanted;
    let mut runs = Vec::new();
    let mut end = 0;
    if clauses.is_empty() {
        push(&mut runs, text, false);
        return runs;
    }
    for token in tokens(text).filter(|token| clauses.iter().any(|clause| matches(clause, &token.term))) {
        push(&mut runs, &text[end..token.start], false);
        push(&mut runs, &text[token.start..token.end], true);
        end = token.end;
    }
    push(&mut runs, &text[end..], false);
    runs
}

fn matches(clause: &Clause, found: &str) -> bool {
    match clause {
        Clause::Filter { text, .. } => matches(text, found),
        Clause::Phrase(terms) => terms.iter().any(|term| term == found),
        Clause::Word { term, reach, .. } => {
            Key::of(term) == Key::of(found) || (*reach == Reach::Prefix && begins_with(found, term))
        }
    }
}

fn push(runs: &mut Vec<Highlight>, text: &str, is_match: bool) {
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.is_match == is_match => last.text.push_str(text),
        _ => runs.push(Highlight { text: text.to_owned(), is_match }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, query_text: &str, expected: &str) {
        let marked = |run: &Highlight| if run.is_match { format!("[{}]", run.text) } else { run.text.clone() };
        assert_eq!(highlight(text, query_text).iter().map(marked).collect::<String>(), expected);
    }

    #[test]
    fn words_match_in_every_form() {
        check("Senior Rust Engineers (C++)", "engineer rust", "Senior [Rust] [Engineers] (C++)");
        check("Kubernetes & C++", "k8s c++", "[Kubernetes] & [C++]");
        check("Café in Bengaluru", "cafe bangal", "[Café] in [Bengaluru]");
    }

    #[test]
    fn unwanted_words_are_not_marked() {
        check("Java and Rust", "-java rust", "Java and [Rust]");
        check("Java", "", "Java");
    }

    #[test]
    fn neighbors_of_a_script_without_spaces_are_one_run() {
        check("高级软件工程师", "软件", "高级[软件]工程师");
    }

    proptest! {
        #[test]
        fn the_runs_are_the_text(text in "\\PC{0,30}", query_text in "\\PC{0,6}") {
            let runs = highlight(&text, &query_text);
            prop_assert_eq!(runs.iter().map(|run| run.text.as_str()).collect::<String>(), text);
            prop_assert!(runs.windows(2).all(|pair| pair[0].is_match != pair[1].is_match));
        }
    }
}
