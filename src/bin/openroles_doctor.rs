//! The doctor for a page of the site: feeds go in as bytes, the report comes out as markup. Nothing leaves the page.

use openroles::{
    doctor::{Examination, Patient, Report, Reports, report_fragment, report_page},
    domain::Date,
    feed::{ReadOptions, read_pieces},
    ingest::{Duplicates, IngestOptions},
};
use wasm_bindgen::prelude::*;

fn main() {}

/// A doctor on duty.
#[wasm_bindgen]
pub struct Doctor {
    today: Date,
    company: Option<String>,
    /// What there is of the feed that is arriving.
    bytes: Vec<u8>,
    patients: Vec<Patient>,
}

#[wasm_bindgen]
impl Doctor {
    /// A doctor on a day, counted from 1970's first; of days outside the calendar it is that one. `company` hires where
    /// a posting does not say.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(day: i32, company: Option<String>) -> Self {
        let today = Date::from_days(day).or(Date::from_days(0)).unwrap_or_else(|| unreachable!("day 0 is a date"));
        Self { today, company, bytes: Vec::new(), patients: Vec::new() }
    }

    /// Takes the next bytes, not compressed, of the feed that is arriving.
    pub fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Examines the feed that has arrived.
    pub fn examine(&mut self, name: String) {
        let bytes = std::mem::take(&mut self.bytes);
        let result = self.examined(&bytes);
        self.patients.push(Patient { name, result });
    }

    /// Lets go of the feed that was arriving, as it cannot be read.
    pub fn give_up(&mut self, name: String, problem: String) {
        self.bytes = Vec::new();
        self.patients.push(Patient { name, result: Err(problem) });
    }

    /// The report, as JSON; if not one feed could be read, why not.
    #[must_use]
    pub fn report(&self) -> String {
        let name_and_problem = |patient: &Patient| Some((patient.name.clone(), patient.result.clone().err()?));
        let problems: Option<Vec<(String, String)>> = self.patients.iter().map(name_and_problem).collect();
        if let Some(problems) = problems {
            return serde_json::json!({ "problems": problems }).to_string();
        }
        let reports = Reports::of(self.patients.clone());
        let (fragment, page) = (report_fragment(&reports), report_page(&reports));
        serde_json::json!({ "summary": reports.summary(), "fragment": fragment, "page": page }).to_string()
    }
}

impl Doctor {
    fn examined(&self, bytes: &[u8]) -> Result<Report, String> {
        let options = IngestOptions { company: self.company.clone(), duplicates: Duplicates::Fold };
        let mut examination = Examination::new(options, self.today);
        let mut source = bytes;
        let extent = read_pieces(&mut source, &ReadOptions::default(), &mut |piece| examination.take(piece));
        Ok(examination.finish(extent.map_err(|error| error.to_string())?))
    }
}
