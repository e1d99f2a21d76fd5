//! Ingest alone, natively and on one core: from a feed's bytes to a board's postings, and from HTML to blocks.
//!
//! `cargo bench --bench ingest` prints postings and bytes per second. Without the tool's features, there are no
//! threads, so this measures one core; a build uses all of them.

use divan::{
    Bencher,
    counter::{BytesCount, ItemsCount},
};
use openroles_feeds::{
    feed::{self, FeedContents, RawPosting},
    ingest::{Duplicates, IngestOptions, ingest},
    sample::{briefly, sample},
};
use openroles_model::domain::Date;
use serde_json::Value;

/// The allocator of the command-line tool.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Number of postings: enough for companies and places to repeat. On a busy machine, compare the fastest runs.
const POSTINGS: usize = 10_000;
/// Number of descriptions. They are long, so fewer of them make as many bytes.
const TEXTS: usize = 400;
const SEED: u64 = 1;

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 20)]
fn read_and_judge_short_postings(bencher: Bencher) {
    let feed = short_postings();
    bencher.counter(ItemsCount::new(POSTINGS)).bench_local(|| {
        let contents = feed::read(feed.as_bytes(), None).expect("a feed");
        ingest(contents, &IngestOptions::default())
    });
}

#[divan::bench(sample_count = 20)]
fn judge_short_postings(bencher: Bencher) {
    let contents = feed::read(short_postings().as_bytes(), None).expect("a feed");
    bencher
        .counter(ItemsCount::new(POSTINGS))
        .with_inputs(|| contents.clone())
        .bench_local_values(|contents| ingest(contents, &IngestOptions::default()));
}

#[divan::bench(sample_count = 20)]
fn read_short_postings(bencher: Bencher) {
    let feed = short_postings();
    bencher.counter(ItemsCount::new(POSTINGS)).bench_local(|| feed::read(feed.as_bytes(), None).expect("a feed"));
}

/// Parses postings that contain hardly more than their text.
#[divan::bench(sample_count = 50)]
fn make_blocks_of_html(bencher: Bencher) {
    let texts: Vec<String> =
        sample(TEXTS * 2, SEED, today()).filter_map(|posting| html(&posting)).take(TEXTS).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let postings = texts.into_iter().enumerate().map(|(at, text)| RawPosting {
        id: Some(at.to_string()),
        title: Some("Baker".to_owned()),
        description: Some(text),
        ..RawPosting::default()
    });
    let contents = FeedContents { postings: postings.collect(), ..FeedContents::default() };
    let options = IngestOptions { company: Some("Acme".to_owned()), duplicates: Duplicates::Keep };
    bencher
        .counter(BytesCount::new(bytes))
        .with_inputs(|| contents.clone())
        .bench_local_values(|contents| ingest(contents, &options));
}

/// The generated postings as JSON Lines.
fn short_postings() -> String {
    let lines: Vec<String> = sample(POSTINGS, SEED, today()).map(|posting| briefly(posting).to_string()).collect();
    lines.join("\n")
}

/// A posting's text, if it is HTML.
fn html(posting: &Value) -> Option<String> {
    posting["description"].as_str().filter(|text| text.starts_with('<')).map(str::to_owned)
}

fn today() -> Date {
    Date::from_days(20_000).expect("a date")
}
