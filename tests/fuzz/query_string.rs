//! Parses any text as the query string of a search page, writes it, parses it again with the same result, and
//! searches.

#![no_main]

mod board;

use libfuzzer_sys::fuzz_target;
use openroles_engine::{
    index::Index,
    query::{parse_query_string, search},
};

fuzz_target!(|text: &str| {
    let query = parse_query_string(text).query;
    let again = parse_query_string(&query.to_query_string()).query;
    assert_eq!(query, again);
    let index = Index::from_written(&board::written(), board::today()).expect("just written");
    search(&index, &query);
});
