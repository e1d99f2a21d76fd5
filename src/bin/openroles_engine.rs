//! The search engine alone, for a page without the app: what the benchmark measures beside other engines.
//!
//! Files of a built site go in by name, queries as the board's own query strings; numbers of jobs and counts come
//! out. It fetches nothing: it says which files a query still needs.

use std::collections::HashMap;

use openroles::{
    domain::{Date, JobCard},
    index::{ChunkId, DocId, Index, Manifest},
    query::{SearchResults, parse_query_string, search},
};
use wasm_bindgen::prelude::*;

fn main() {}

/// A board that is being searched.
#[wasm_bindgen]
pub struct Engine {
    today: Date,
    board: Board,
    /// The chunks named last, by the files that hold them.
    named: HashMap<String, ChunkId>,
    results: SearchResults,
}

enum Board {
    Unknown,
    Known { columns: String },
    Open(Box<Index>),
}

const MANIFEST: &str = "manifest.json";

#[wasm_bindgen]
impl Engine {
    /// An engine for a day, counted from 1970's first; of days outside the calendar it is that one.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(day: i32) -> Self {
        let today = Date::from_days(day).or(Date::from_days(0)).unwrap_or_else(|| unreachable!("day 0 is a date"));
        Self { today, board: Board::Unknown, named: HashMap::new(), results: SearchResults::empty() }
    }

    /// The files, below the site's data folder, that have to be loaded before `query_string` can be answered whole.
    pub fn needs(&mut self, query_string: &str) -> Vec<String> {
        let missing = match &self.board {
            Board::Unknown => return vec![MANIFEST.to_owned()],
            Board::Known { columns } => return vec![columns.clone()],
            Board::Open(index) => search(index, &parse_query_string(query_string).query).missing,
        };
        let Board::Open(index) = &self.board else { return Vec::new() };
        self.named = missing.into_iter().filter_map(|id| Some((index.chunk_file(id)?, id))).collect();
        self.named.keys().cloned().collect()
    }

    /// Takes the bytes, not compressed, of a file that is needed.
    pub fn load(&mut self, file: &str, bytes: &[u8]) -> Result<(), String> {
        let loaded = match (&self.board, self.named.get(file)) {
            (Board::Unknown, _) => Board::Known { columns: Manifest::parse(bytes)?.columns },
            (Board::Known { .. }, _) => {
                Board::Open(Box::new(Index::open(bytes, self.today).map_err(|error| error.to_string())?))
            }
            (Board::Open(index), Some(id)) => {
                let more = index.with_chunks([(*id, bytes)]).map_err(|error| error.to_string())?;
                Board::Open(Box::new(more))
            }
            (Board::Open(_), None) => return Err(format!("{file} was not asked for")),
        };
        self.board = loaded;
        Ok(())
    }

    /// Searches, counts every facet, and says how many jobs match.
    pub fn answer(&mut self, query_string: &str) -> usize {
        if let Board::Open(index) = &self.board {
            self.results = search(index, &parse_query_string(query_string).query);
        }
        self.results.hit_count
    }

    /// The first jobs of the last answer.
    #[must_use]
    pub fn top(&self) -> Vec<u32> {
        self.results.hits.iter().map(|hit| hit.doc.0).collect()
    }

    /// What a job's card says that is searched; empty where the card is not loaded.
    #[must_use]
    pub fn title(&self, job: u32) -> String {
        let Board::Open(index) = &self.board else { return String::new() };
        let is_job = (job as usize) < index.len();
        let card = is_job.then(|| index.loaded_card(DocId(job)).ok()).flatten();
        card.map(searched_text).unwrap_or_default()
    }

    /// The sum of all counts of listed values in the last answer: evidence that they were computed, and rightly.
    #[must_use]
    pub fn counted(&self) -> usize {
        let Board::Open(index) = &self.board else { return 0 };
        let listed = self.results.facets.iter().filter(|counts| !counts.facet.is_single_choice());
        listed.flat_map(|counts| counts.values(index)).map(|value| value.count).sum()
    }
}

fn searched_text(card: &JobCard) -> String {
    let mut texts = vec![card.title.as_str(), card.hiring_organization.label()];
    texts.extend(card.skills.iter().chain(&card.places).map(String::as_str));
    texts.join(" ")
}
