//! Changes one chunk of a board: opening and searching it ends with an error or a result.
//!
//! The first byte selects the chunk. The second says whether the rest is its new payload, or changes to its
//! payload: positions of two bytes, each followed by a new byte. Checksums aren't verified while fuzzing, so that
//! changes reach the code that comes after.

#![no_main]

mod board;

use libfuzzer_sys::fuzz_target;
use openroles_engine::{
    index::{Index, WrittenIndex},
    query::{Query, Sort, search, similar, suggest},
};

/// Bytes before a chunk's payload: magic, version, kind, and checksum.
const FRAME: usize = 8 + 4 + 1 + 8;

fuzz_target!(|bytes: &[u8]| {
    let [place, manner, rest @ ..] = bytes else { return };
    let written = changed(usize::from(*place), if manner % 2 == 0 { replace } else { edit }, rest);
    let Ok(index) = Index::from_written(&written, board::today()) else { return };
    for text in ["", "engineer", "enginer", "e", "\"rust engineer\"", "-rust", "c++"] {
        let query = Query::default().with_text(text);
        search(&index, &query);
        search(&index, &query.with_sort(Sort::Added));
        suggest(&index, &query);
    }
    index.docs().take(1).for_each(|doc| drop(similar(&index, doc, 6)));
});

fn changed(place: usize, change: fn(&mut Vec<u8>, &[u8]), bytes: &[u8]) -> WrittenIndex {
    let mut written = board::written();
    let count = written.chunks.len() + 1;
    let chunk = written.chunks.get_mut(place % count).unwrap_or(&mut written.columns);
    change(&mut chunk.bytes, bytes);
    written
}

fn replace(chunk: &mut Vec<u8>, payload: &[u8]) {
    chunk.truncate(FRAME);
    chunk.extend_from_slice(payload);
}

fn edit(chunk: &mut Vec<u8>, edits: &[u8]) {
    for edit in edits.chunks_exact(3) {
        let place = usize::from(u16::from_le_bytes([edit[0], edit[1]])) % (chunk.len() - FRAME).max(1);
        chunk[FRAME + place] = edit[2];
    }
}
