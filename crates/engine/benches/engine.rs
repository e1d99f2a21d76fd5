//! The native engine alone: how long a keystroke, a click, and a job page take on boards of several sizes.
//!
//! `cargo xtask bench` runs this before it compares the engine with others in a browser.

use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex},
};

use divan::{Bencher, black_box};
use openroles_engine::{
    index::{self, DocId, Index, IndexContents, WrittenIndex},
    query::{parse_query_string, search, similar, suggest},
};
use openroles_feeds::{
    feed,
    ingest::{IngestOptions, ingest},
    sample::{briefly, sample},
};
use openroles_model::domain::{BoardSettings, Date};

/// Numbers of jobs on the boards.
const SIZES: [usize; 2] = [10_000, 100_000];
const SEED: u64 = 1;

/// Searches, roughly from cheapest to most expensive: one letter, words, typos, a phrase, refinements.
const SEARCHES: [&str; 7] = [
    "",
    "q=e",
    "q=rust",
    "q=senior+data+engineer",
    "q=enginer+bangalor",
    "q=%22software+engineer%22+-java",
    "q=engineer&skill=Java&workplace=remote&type=full_time",
];

/// A board's opened index, and its chunks as written.
struct Opened {
    index: Index,
    written: WrittenIndex,
}

fn main() {
    divan::main();
}

#[divan::bench(args = SEARCHES, consts = SIZES)]
fn search_and_count_all_facets<const JOBS: usize>(bencher: Bencher, query_string: &str) {
    let query = parse_query_string(query_string).query;
    let board = board(JOBS);
    bencher.bench_local(|| search(&board.index, black_box(&query)));
}

#[divan::bench(args = ["q=e", "q=senior+da", "q=enginer"], consts = SIZES)]
fn suggest_while_typing<const JOBS: usize>(bencher: Bencher, query_string: &str) {
    let query = parse_query_string(query_string).query;
    let board = board(JOBS);
    bencher.bench_local(|| suggest(&board.index, black_box(&query)));
}

#[divan::bench(consts = SIZES)]
fn find_similar_jobs<const JOBS: usize>(bencher: Bencher) {
    let board = board(JOBS);
    let mut next = (0..JOBS as u32).step_by(97).cycle();
    let jobs = move || DocId(next.next().unwrap_or(0));
    bencher.with_inputs(jobs).bench_local_values(|job| similar(&board.index, job, 6));
}

#[divan::bench(consts = SIZES)]
fn open_the_columns<const JOBS: usize>(bencher: Bencher) {
    let board = board(JOBS);
    bencher.bench_local(|| Index::open(black_box(&board.written.columns.bytes), today()));
}

fn today() -> Date {
    Date::from_days(20_000).expect("a date")
}

/// The board of this size, made only once.
fn board(jobs: usize) -> &'static Opened {
    static BOARDS: LazyLock<Mutex<HashMap<usize, &'static Opened>>> = LazyLock::new(Mutex::default);
    let mut boards = BOARDS.lock().expect("no benchmark has panicked");
    boards.entry(jobs).or_insert_with(|| Box::leak(Box::new(made(jobs))))
}

fn made(jobs: usize) -> Opened {
    let lines: Vec<String> = sample(jobs, SEED, today()).map(|posting| briefly(posting).to_string()).collect();
    let contents = feed::read(lines.join("\n").as_bytes(), None).expect("a feed");
    let ingested = ingest(contents, &IngestOptions::default());
    let rates = BoardSettings::named("Jobs").conversion();
    let written = index::write(&IndexContents::of(&ingested.postings, &ingested.organizations, &rates));
    Opened { index: Index::from_written(&written, today()).expect("just written"), written }
}
