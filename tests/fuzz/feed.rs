//! Reads any bytes as a feed of one source: the result can always be indexed and opened.
//!
//! The first byte says whether the others are the whole feed or the second of four records. `OPENROLES_FUZZ_KIND`
//! names the source; without it, the source is detected. `OPENROLES_FUZZ_CORPUS` is the folder to which examples
//! are written at the start.

#![no_main]

#[path = "../../crates/feeds/tests/hostile_feeds/samples.rs"]
mod samples;

use std::{env, fs, path::Path, sync::LazyLock};

use libfuzzer_sys::fuzz_target;
use openroles_engine::index::{Index, IndexContents};
use openroles_feeds::{
    feed::{self, FeedKind},
    ingest::{IngestOptions, ingest},
};
use openroles_model::domain::{BoardSettings, Date};
use samples::{FEEDS, Sample};

/// Source to read, if it is given.
static KIND: LazyLock<Option<FeedKind>> = LazyLock::new(|| {
    let name = env::var("OPENROLES_FUZZ_KIND").ok()?;
    Some(FeedKind::from_name(&name).expect("the name of a kind"))
});

/// Sample feeds of that source, or of every source.
static SAMPLES: LazyLock<Vec<&'static Sample>> = LazyLock::new(|| {
    let is_meant = |sample: &&Sample| KIND.is_none_or(|kind| kind.name() == sample.kind);
    FEEDS.iter().filter(is_meant).collect()
});

fuzz_target!(init: put_examples(), |bytes: &[u8]| {
    let Some((form, rest)) = bytes.split_first() else { return };
    let form = usize::from(*form) % (1 + SAMPLES.len());
    let text = match form.checked_sub(1) {
        None => rest.to_vec(),
        Some(at) => with_record(SAMPLES[at], rest),
    };
    let Ok(contents) = feed::read(&text, *KIND) else { return };
    let options = IngestOptions { company: Some("Acme".to_owned()), ..IngestOptions::default() };
    let ingested = ingest(contents, &options);
    let conversion = BoardSettings::named("Jobs").conversion();
    let contents = IndexContents::of(&ingested.postings, &ingested.organizations, &conversion);
    let today = Date::from_days(20_000).expect("a date");
    assert!(Index::from_contents(&contents, today).is_ok());
});

fn with_record(sample: &Sample, record: &[u8]) -> Vec<u8> {
    let mut records: Vec<Vec<u8>> = sample.records().into_iter().map(String::into_bytes).collect();
    records[1] = record.to_vec();
    [sample.head.as_bytes(), &records.join(sample.between.as_bytes()), sample.tail.as_bytes()].concat()
}

/// Writes valid feeds and records, which a fuzzer wouldn't find by chance.
fn put_examples() {
    let Ok(folder) = env::var("OPENROLES_FUZZ_CORPUS") else { return };
    let mut examples: Vec<(String, Vec<u8>)> = Vec::new();
    for (form, sample) in (1..=u8::MAX).zip(SAMPLES.iter()) {
        let records = sample.records();
        examples.push((format!("feed-{form}"), [&[0], sample.of(&records).as_bytes()].concat()));
        examples.push((format!("record-{form}"), [&[form], records[1].as_bytes()].concat()));
    }
    for (name, bytes) in examples {
        fs::write(Path::new(&folder).join(name), bytes).expect("the corpus can be written");
    }
}
