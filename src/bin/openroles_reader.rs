//! Reads a live feed for the app, which loads this program only where a board shows one.

use openroles::{
    domain::{BoardSettings, Date},
    index::{Chunk, WrittenIndex},
    live,
};
use wasm_bindgen::prelude::*;

fn main() {}

/// A feed that has been read: its postings, and the index of them.
#[wasm_bindgen]
pub struct ReadFeed {
    postings: String,
    index: WrittenIndex,
}

/// Reads a feed, unpacked, for a board given as JSON, on a day given as days since 1970-01-01. The error says what is wrong with it.
#[wasm_bindgen(js_name = readFeed)]
pub fn read_feed(bytes: &[u8], board: &str, company: Option<String>, today: i32) -> Result<ReadFeed, String> {
    let board: BoardSettings = serde_json::from_slice(board.as_bytes()).map_err(|error| error.to_string())?;
    let today = Date::from_days(today).ok_or_else(|| format!("day {today} is off the calendar"))?;
    let (live, index) = live::read(bytes, &board, company, today)?;
    let postings = serde_json::to_string(&live).map_err(|error| error.to_string())?;
    Ok(ReadFeed { postings, index })
}

#[wasm_bindgen]
impl ReadFeed {
    /// The postings as JSON.
    #[must_use]
    pub fn postings(&self) -> String {
        self.postings.clone()
    }

    /// The chunk the index begins with.
    #[must_use]
    pub fn columns(&self) -> Vec<u8> {
        self.index.columns.bytes.clone()
    }

    /// The chunk of a name, if there is one.
    #[must_use]
    pub fn chunk(&self, name: &str) -> Option<Vec<u8>> {
        let is_named = |chunk: &&Chunk| chunk.name == name;
        self.index.chunks.iter().find(is_named).map(|chunk| chunk.bytes.clone())
    }
}
