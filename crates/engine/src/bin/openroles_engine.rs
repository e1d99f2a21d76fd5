//! The search engine alone as WebAssembly: the widget searches with it. With the feature `bench`, the benchmark can also
//! ask it for less than the widget shows.
//!
//! Files of a built site go in by name, queries as the board's own query strings; cards, numbers of jobs, and counts
//! come out. It fetches nothing, but returns the files that a query still needs.

use std::collections::HashMap;

use openroles_engine::{
    index::{ChunkId, Index, Manifest},
    query::{parse_query_string, search},
    widget::WidgetAnswer,
};
use openroles_model::domain::Date;
use wasm_bindgen::prelude::*;

fn main() {}

/// A board.
#[wasm_bindgen]
pub struct Engine {
    today: Date,
    board: OpenedBoard,
    /// Requested chunks by file name.
    named: HashMap<String, ChunkId>,
    #[cfg(feature = "bench")]
    results: openroles_engine::query::SearchResults,
}

enum OpenedBoard {
    Unknown,
    Known { columns: String },
    Open(Box<Index>),
}

const MANIFEST: &str = "manifest.json";

#[wasm_bindgen]
impl Engine {
    /// An engine for a day, in days since 1970-01-01; a day outside the calendar becomes that one.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(day: i32) -> Self {
        let today = Date::from_days(day).or(Date::from_days(0)).unwrap_or_else(|| unreachable!("day 0 is a date"));
        Self {
            today,
            board: OpenedBoard::Unknown,
            named: HashMap::new(),
            #[cfg(feature = "bench")]
            results: openroles_engine::query::SearchResults::empty(),
        }
    }

    /// The files to load before `query_string` can be answered in full, relative to the site's data folder.
    pub fn needs(&mut self, query_string: &str) -> Vec<String> {
        let missing = match &self.board {
            OpenedBoard::Unknown => return vec![MANIFEST.to_owned()],
            OpenedBoard::Known { columns } => return vec![columns.clone()],
            OpenedBoard::Open(index) => search(index, &parse_query_string(query_string).query).missing,
        };
        self.named(missing)
    }

    /// The first `count` jobs that match a query, and all counts, as the widget shows them. `locked` is the part of the
    /// query that visitors can't remove. Returns JSON: the answer, or `{"needs": [files]}` if files have to be loaded
    /// first.
    pub fn widget_answer(&mut self, query_string: &str, locked: &str, count: usize) -> Result<String, String> {
        let (query, locked) = (parse_query_string(query_string).query, parse_query_string(locked).query);
        let (answer, missing) = match &self.board {
            OpenedBoard::Unknown | OpenedBoard::Known { .. } => (None, Vec::new()),
            OpenedBoard::Open(index) => {
                let answer = WidgetAnswer::of(index, &query, &locked, count);
                let missing = answer.missing.clone();
                (Some(serde_json::to_string(&answer).map_err(|error| error.to_string())?), missing)
            }
        };
        match answer {
            Some(answer) if missing.is_empty() => Ok(answer),
            Some(_) => Ok(needs_json(&self.named(missing))),
            None => Ok(needs_json(&self.needs(query_string))),
        }
    }

    /// Takes the uncompressed bytes of a needed file.
    pub fn load(&mut self, file: &str, bytes: &[u8]) -> Result<(), String> {
        let loaded = match (&self.board, self.named.get(file)) {
            (OpenedBoard::Unknown, _) => OpenedBoard::Known { columns: Manifest::parse(bytes)?.columns },
            (OpenedBoard::Known { .. }, _) => {
                OpenedBoard::Open(Box::new(Index::open(bytes, self.today).map_err(|error| error.to_string())?))
            }
            (OpenedBoard::Open(index), Some(id)) => {
                let more = index.with_chunks([(*id, bytes)]).map_err(|error| error.to_string())?;
                OpenedBoard::Open(Box::new(more))
            }
            (OpenedBoard::Open(_), None) => return Err(format!("{file} was not asked for")),
        };
        self.board = loaded;
        Ok(())
    }
}

impl Engine {
    /// The files of these chunks; from now on, [`Engine::load`] accepts them.
    fn named(&mut self, chunks: Vec<ChunkId>) -> Vec<String> {
        let OpenedBoard::Open(index) = &self.board else { return Vec::new() };
        let named = chunks.into_iter().filter_map(|id| Some((index.chunk_file(id)?, id)));
        let files: Vec<(String, ChunkId)> = named.collect();
        self.named.extend(files.iter().cloned());
        files.into_iter().map(|(file, _)| file).collect()
    }
}

fn needs_json(files: &[String]) -> String {
    serde_json::json!({ "needs": files }).to_string()
}

/// What the benchmark asks for.
#[cfg(feature = "bench")]
#[wasm_bindgen]
impl Engine {
    /// Searches and counts every facet; returns the number of matching jobs.
    pub fn answer(&mut self, query_string: &str) -> usize {
        if let OpenedBoard::Open(index) = &self.board {
            self.results = search(index, &parse_query_string(query_string).query);
        }
        self.results.hit_count
    }

    /// The first jobs of the last answer, as document numbers.
    #[must_use]
    pub fn top(&self) -> Vec<u32> {
        self.results.hits.iter().map(|hit| hit.doc.0).collect()
    }

    /// The searched text on a job's card; empty if the card isn't loaded.
    #[must_use]
    pub fn title(&self, job: u32) -> String {
        let OpenedBoard::Open(index) = &self.board else { return String::new() };
        let is_job = (job as usize) < index.len();
        let card = is_job.then(|| index.loaded_card(openroles_engine::index::DocId(job)).ok()).flatten();
        card.map(searched_text).unwrap_or_default()
    }

    /// The sum of all counts of listed values in the last answer: it shows that they were computed, and correctly.
    #[must_use]
    pub fn counted(&self) -> usize {
        let listed = self.results.facets.iter().filter(|counts| !counts.facet.is_single_choice());
        listed.map(openroles_engine::query::FacetCounts::total).sum()
    }
}

#[cfg(feature = "bench")]
fn searched_text(card: &openroles_model::domain::JobCard) -> String {
    let mut texts = vec![card.title.as_str(), card.hiring_organization.label()];
    texts.extend(card.skills.iter().chain(&card.places).map(String::as_str));
    texts.join(" ")
}
