//! Judged queries: on a generated board, do the first hits have what the words ask for?
//!
//! A query holds when each of its first three hits, or all where there are fewer, has every wanted word in its title,
//! skills, company or places. How many hold is printed; fewer than before is a failure.

use openroles::{
    domain::{Board, Date, JobCard},
    feed,
    index::{Index, IndexContents},
    ingest::{IngestOptions, ingest},
    query::{Query, search},
    sample::sample,
};
use serde_json::Value;

/// The queries, half of them mistyped, with the words a good hit holds: those the benchmark types into every engine.
const QUERIES: &str = include_str!("peers/queries.json");

/// Enough postings for every role, city and employer that is common in a large sample.
const POSTINGS: usize = 20_000;

/// So many of the queries held when this was last improved.
const HELD: usize = 53;

/// Hits one sees without scrolling.
const FIRST: usize = 3;

#[test]
fn the_first_hits_have_what_the_words_ask_for() {
    let index = board();
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

/// `java` begins a word of `Java and JavaScript`, and none of `MyJava`.
fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

fn board() -> Index {
    let today = Date::from_ymd(2026, 11, 1).expect("a day of the calendar");
    let lines: Vec<String> = sample(POSTINGS, 1, today).map(|posting| posting.to_string()).collect();
    let contents = feed::read(lines.join("\n").as_bytes(), None).expect("a feed");
    let ingested = ingest(contents, &IngestOptions::default());
    let contents = IndexContents::of(&ingested.postings, &ingested.organizations, &Board::named("Sample").conversion());
    Index::from_contents(&contents, today).expect("just written")
}
