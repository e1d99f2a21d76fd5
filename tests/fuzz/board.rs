//! A small board with every kind of chunk.

use std::sync::LazyLock;

use openroles_engine::index::{self, BuildNumber, DataFiles, FirstBuild, IndexContents, WrittenIndex};
use openroles_feeds::{
    feed,
    ingest::{IngestOptions, ingest},
    sample::sample,
};
use openroles_model::domain::{BoardSettings, Date};

const POSTINGS: usize = 40;
const SEED: u64 = 1;

/// Day for which the board is opened.
pub fn today() -> Date {
    Date::from_days(20_000).expect("a date")
}

/// The board's chunks.
pub fn written() -> WrittenIndex {
    static BOARD: LazyLock<WrittenIndex> = LazyLock::new(make);
    BOARD.clone()
}

fn make() -> WrittenIndex {
    let lines: Vec<String> = sample(POSTINGS, SEED, today()).map(|posting| posting.to_string()).collect();
    let contents = feed::read(lines.join("\n").as_bytes(), None).expect("a feed");
    let ingested = ingest(contents, &IngestOptions::default());
    let conversion = BoardSettings::named("Jobs").conversion();
    let contents = IndexContents::of(&ingested.postings, &ingested.organizations, &conversion);
    let builds = (1..=3).cycle().map(|number| FirstBuild { number: BuildNumber(number), day: today() });
    let builds: Vec<FirstBuild> = builds.take(ingested.postings.len()).collect();
    index::write_after(&contents, &builds, DataFiles::Small)
}
