//! Reads a live feed for the app. The app loads this program only on boards with a live feed.

use openroles_engine::index::{Chunk, WrittenIndex};
use openroles_live as live;
use openroles_model::{
    domain::{BoardSettings, Date},
    json,
};
use wasm_bindgen::prelude::*;

fn main() {}

/// A feed's postings and their index.
#[wasm_bindgen]
pub struct ReadFeed {
    postings: String,
    index: WrittenIndex,
}

/// Reads an uncompressed feed, for a board given as JSON, on a day in days since 1970-01-01. The error says what is
/// wrong.
#[wasm_bindgen(js_name = readFeed)]
pub fn read_feed(bytes: &[u8], board: &str, company: Option<String>, today: i32) -> Result<ReadFeed, String> {
    let board: BoardSettings = json::read(board.as_bytes())?;
    let today = Date::from_days(today).ok_or_else(|| format!("day {today} is outside the calendar"))?;
    let (live, index) = live::read(bytes, &board, company, today)?;
    let postings = serde_json::to_string(&live).map_err(|error| error.to_string())?;
    Ok(ReadFeed { postings, index })
}

#[wasm_bindgen]
impl ReadFeed {
    /// The jobs, their employers, and the number of rejections, as JSON.
    #[must_use]
    pub fn postings(&self) -> String {
        self.postings.clone()
    }

    /// The chunk with which the index opens.
    #[must_use]
    pub fn columns(&self) -> Vec<u8> {
        self.index.columns.bytes.clone()
    }

    /// Another chunk by name; `None` if there is no such chunk.
    #[must_use]
    pub fn chunk(&self, name: &str) -> Option<Vec<u8>> {
        let is_named = |chunk: &&Chunk| chunk.name == name;
        self.index.chunks.iter().find(is_named).map(|chunk| chunk.bytes.clone())
    }
}
