//! Judged queries: whether the first hits on a generated board contain what the words ask for.
//!
//! A query passes if each of its first three hits (or of all, if there are fewer) has every expected word in its
//! title, skills, company, or places. The number of passed queries is printed, and it must not decrease.

use openroles_engine::{
    index::Index,
    query::{Query, search},
};
use openroles_model::domain::JobCard;
use serde_json::Value;

use crate::{BOARD, day};

/// Queries, half of them misspelled, with the words that good hits contain. The benchmark uses the same queries for
/// every engine.
const QUERIES: &str = include_str!("../../../../tests/peers/queries.json");

/// Number of queries that passed when this was last improved.
const HELD: usize = 53;

/// Hits that are visible without scrolling.
const FIRST: usize = 3;

#[test]
fn the_first_hits_have_what_the_words_ask_for() {
    let index = Index::from_written(&BOARD, day()).expect("just written");
    let queries: Vec<Value> = serde_json::from_str(QUERIES).expect("JSON");
    let failed: Vec<&str> = queries.iter().filter(|query| !holds(&index, query)).map(words).collect();
    let held = queries.len() - failed.len();
    eprintln!("{held} of {} judged queries hold; not: {}", queries.len(), failed.join(", "));
    assert!(held >= HELD, "{held} hold, {HELD} did: {failed:?}");
}

fn words(query: &Value) -> &str {
    query["q"].as_str().expect("words")
}

fn holds(index: &Index, query: &Value) -> bool {
    let wants: Vec<&str> = query["wants"].as_array().expect("judged").iter().filter_map(Value::as_str).collect();
    let hits = search(index, &Query::default().with_text(words(query))).hits;
    let has_all = |text: &str| wants.iter().all(|word| begins_a_word(text, word));
    !hits.is_empty() && hits.iter().take(FIRST).all(|hit| has_all(&searched_text(index.card(hit.doc))))
}

fn searched_text(card: &JobCard) -> String {
    let mut texts = vec![card.title.as_str(), card.hiring_organization.label()];
    texts.extend(card.skills.iter().chain(&card.places).map(String::as_str));
    texts.join(" ").to_lowercase()
}

/// Whether `word` begins a word of the text: `java` does in `Java and JavaScript`, but not in `MyJava`.
fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}
