//! Budgets that don't depend on the machine: bytes of the index, and bytes and files that typed queries fetch.
//!
//! Bytes are counted after compression with gzip, as a host sends them. The measurements are printed, and exceeding
//! a budget is a failure.

use std::{collections::HashMap, io::Write};

use flate2::{Compression, write::GzEncoder};
use openroles_engine::{
    index::{Chunk, Index},
    query::{Query, search},
};

use crate::{BOARD, POSTINGS, day};

/// Bytes per job that are loaded before the first exact result. Larger boards need fewer, because names are stored
/// once.
const COLUMN_BYTES_PER_JOB: usize = 11;

/// Typical queries, each with the bytes it may fetch in addition to the columns: the dictionary, the shards of its
/// words, and the cards of its first page. The limits are a tenth above the values when they were last improved.
const QUERIES: [(&str, usize); 6] = [
    ("", 10_000),
    ("rust", 90_000),
    ("senior data engineer", 210_000),
    ("enginer bangalore", 165_000),
    ("e", 100_000),
    ("\"software engineer\" -java", 140_000),
];

/// Most rounds of fetching, which a visitor has to wait for: the dictionary; shards; positions and prefix lists;
/// and cards.
const MOST_ROUNDS: usize = 4;

#[test]
fn columns_and_typed_queries_stay_within_their_bytes() {
    let files: HashMap<&str, &Chunk> = BOARD.chunks.iter().map(|chunk| (chunk.name.as_str(), chunk)).collect();
    let columns = compressed(&BOARD.columns.bytes);
    eprintln!("columns: {columns} bytes for {POSTINGS} jobs");
    assert!(columns <= COLUMN_BYTES_PER_JOB * POSTINGS, "{columns} bytes of columns");
    for (text, budget) in QUERIES {
        let fetched = fetched(&files, text);
        eprintln!("“{text}”: {} bytes in {} files, {} rounds", fetched.bytes, fetched.files, fetched.rounds);
        assert!(fetched.bytes <= budget, "“{text}” fetches {} bytes, {budget} at most", fetched.bytes);
        assert!(fetched.rounds <= MOST_ROUNDS, "“{text}” takes {} rounds", fetched.rounds);
    }
}

/// What a query fetches if only the columns are loaded.
#[derive(Default)]
struct Fetched {
    bytes: usize,
    files: usize,
    rounds: usize,
}

fn fetched(files: &HashMap<&str, &Chunk>, text: &str) -> Fetched {
    let query = Query::default().with_text(text);
    let mut index = Index::open(&BOARD.columns.bytes, day()).expect("just written");
    let mut fetched = Fetched::default();
    loop {
        let missing = search(&index, &query).missing;
        if missing.is_empty() {
            return fetched;
        }
        fetched.rounds += 1;
        let chunks: Vec<_> = missing
            .into_iter()
            .map(|id| {
                let name = index.chunk_file(id).expect("a search names chunks there are");
                let bytes = &files[name.as_str()].bytes;
                fetched.bytes += compressed(bytes);
                fetched.files += 1;
                (id, bytes)
            })
            .collect();
        index = index.with_chunks(chunks).expect("just written");
    }
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory takes all");
    encoder.finish().expect("memory takes all").len()
}
