//! Any bytes as a feed, through every adapter that takes them: what comes out can always be indexed and opened.

#![no_main]

use libfuzzer_sys::fuzz_target;
use openroles::{
    domain::{Board, Date},
    feed::{self, FeedKind},
    index::{Index, IndexContents},
    ingest::{IngestOptions, ingest},
};

fuzz_target!(|bytes: &[u8]| {
    let conversion = Board::named("Jobs").conversion();
    let today = Date::from_days(20_000).expect("a date");
    for kind in FeedKind::ALL.into_iter().map(Some).chain([None]) {
        let Ok(contents) = feed::read(bytes, kind) else { continue };
        let ingested = ingest(contents, &IngestOptions::default());
        let contents = IndexContents::of(&ingested.postings, &ingested.organizations, &conversion);
        assert!(Index::from_contents(&contents, today).is_ok());
    }
});
