//! Quality and cost of searching a large board: judged queries, and budgets in bytes.

mod budgets;
mod relevance;

use std::sync::LazyLock;

use openroles_engine::index::{IndexContents, WrittenIndex, write};
use openroles_feeds::{
    feed,
    ingest::{IngestOptions, ingest},
    sample::sample,
};
use openroles_model::domain::{BoardSettings, Date};

/// Enough postings for every common role, city, and employer of the generator.
const POSTINGS: usize = 20_000;

/// Generated board with descriptions.
static BOARD: LazyLock<WrittenIndex> = LazyLock::new(|| {
    let lines: Vec<String> = sample(POSTINGS, 1, day()).map(|posting| posting.to_string()).collect();
    let contents = feed::read(lines.join("\n").as_bytes(), None).expect("a feed");
    let ingested = ingest(contents, &IngestOptions::default());
    write(&IndexContents::of(&ingested.postings, &ingested.organizations, &BoardSettings::named("Sample").conversion()))
});

fn day() -> Date {
    Date::from_ymd(2026, 11, 1).expect("a day of the calendar")
}
