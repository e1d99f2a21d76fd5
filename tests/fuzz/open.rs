//! A board with one of its chunks replaced by other bytes: opening and searching it ends in an error or an answer.
//!
//! The first byte says which chunk, the rest is its payload. Checksums are not compared while fuzzing, so that the
//! bytes reach the code behind them.

#![no_main]

mod board;

use libfuzzer_sys::fuzz_target;
use openroles::{
    index::{Index, WrittenIndex},
    query::{Query, search, similar, suggest},
};

/// Magic, version, kind, checksum: what stands before a chunk's payload.
const FRAME: usize = 8 + 4 + 1 + 8;

fuzz_target!(|bytes: &[u8]| {
    let Some((place, payload)) = bytes.split_first() else { return };
    let Ok(index) = Index::from_written(&with_payload(usize::from(*place), payload), board::today()) else { return };
    for text in ["", "engineer", "enginer", "e", "\"rust engineer\"", "-rust", "c++"] {
        let query = Query::default().with_text(text);
        search(&index, &query);
        suggest(&index, &query);
    }
    index.docs().take(1).for_each(|doc| drop(similar(&index, doc, 6)));
});

fn with_payload(place: usize, payload: &[u8]) -> WrittenIndex {
    let mut written = board::written();
    let count = written.chunks.len() + 1;
    let chunk = written.chunks.get_mut(place % count).unwrap_or(&mut written.columns);
    chunk.bytes.truncate(FRAME);
    chunk.bytes.extend_from_slice(payload);
    written
}
