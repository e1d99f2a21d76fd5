//! The doctor as WebAssembly, for a page of the site: feeds go in as bytes, the report comes out as markup. It sends
//! nothing anywhere.

use openroles_feeds::{
    doctor::{Examination, FeedReport, report_fragment, report_page},
    feed::{Extent, FeedId, ReadOptions, read_pieces},
    ingest::{Duplicates, IngestOptions},
};
use openroles_model::domain::Date;
use wasm_bindgen::prelude::*;

fn main() {}

/// An examination of feeds that arrive one after another.
#[wasm_bindgen]
pub struct Doctor {
    /// The bytes so far of the arriving feed.
    bytes: Vec<u8>,
    /// The feeds so far; `None` once the report is made.
    examination: Option<Examination>,
}

#[wasm_bindgen]
impl Doctor {
    /// A doctor for a day, in days since 1970-01-01; a day outside the calendar becomes that one. `company` is the
    /// employer of postings that don't name one.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(day: i32, company: Option<String>) -> Self {
        let today = Date::from_days(day).or(Date::from_days(0)).unwrap_or_else(|| unreachable!("day 0 is a date"));
        let options = IngestOptions { company, duplicates: Duplicates::Fold };
        Self { bytes: Vec::new(), examination: Some(Examination::new(options, today)) }
    }

    /// Takes the next uncompressed bytes of the arriving feed.
    pub fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Examines the feed that has arrived.
    pub fn examine(&mut self, name: &str) {
        let bytes = std::mem::take(&mut self.bytes);
        self.with(name, |examination| {
            let mut source = bytes.as_slice();
            let extent = read_pieces(&mut source, &ReadOptions::default(), &mut |piece| examination.take(piece));
            extent.map_err(|error| error.to_string())
        });
    }

    /// Drops the arriving feed, because it can't be read.
    pub fn give_up(&mut self, name: &str, problem: String) {
        self.bytes = Vec::new();
        self.with(name, |_| Err(problem));
    }

    /// Ends the examination, and returns the report as JSON; if no feed could be read, the reasons.
    #[must_use]
    pub fn report(&mut self) -> String {
        let reports = self.examination.take().map(Examination::finish).unwrap_or_default();
        let name_and_problem = |feed: &FeedReport| Some((feed.name.clone(), feed.result.clone().err()?));
        let problems: Option<Vec<(String, String)>> = reports.feeds.iter().map(name_and_problem).collect();
        if let Some(problems) = problems {
            return serde_json::json!({ "problems": problems }).to_string();
        }
        let (fragment, page) = (report_fragment(&reports), report_page(&reports));
        serde_json::json!({ "summary": reports.summary(), "fragment": fragment, "page": page }).to_string()
    }
}

impl Doctor {
    fn with(&mut self, name: &str, read: impl FnOnce(&mut Examination) -> Result<Extent, String>) {
        let Some(examination) = &mut self.examination else { return };
        examination.begin(name, FeedId::of(name));
        let result = read(examination);
        examination.end(result);
    }
}
