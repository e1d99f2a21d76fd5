//! The table of contents of a site's data, `data/manifest.json`: the one file under `data/` whose name never changes.

use serde::{Deserialize, Serialize};

use super::DocId;
use crate::domain::{Board, Date};

/// Which files hold a board's data. File names are relative to the manifest and carry a hash of their content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of this format and of the files it names; readers refuse others.
    pub format: u32,
    /// The day the board was built for.
    pub now: Date,
    /// The operator's settings.
    pub board: Board,
    /// How many jobs there are.
    pub job_count: usize,
    /// The index, gzipped.
    pub index: String,
    /// Whole postings as JSON arrays, [`DOCUMENTS_PER_FILE`] a file, in the order of the index.
    pub documents: Vec<String>,
    /// All organizations as one JSON array.
    pub organizations: String,
}

/// The version this code writes and reads.
pub const FORMAT: u32 = 1;

/// Postings per documents file: few enough that opening a job in the app costs little.
pub const DOCUMENTS_PER_FILE: usize = 16;

/// Where the manifest lies, below the site's folder.
pub const MANIFEST_PATH: &str = "data/manifest.json";

impl Manifest {
    /// Reads a manifest; the error says what is wrong with it.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let manifest: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if manifest.format == FORMAT {
            Ok(manifest)
        } else {
            Err(format!("it has format {}, this program reads format {FORMAT}", manifest.format))
        }
    }

    /// The documents file that holds a job, and the job's place in it.
    pub fn document(&self, doc: DocId) -> Option<(&str, usize)> {
        let place = doc.0 as usize;
        let file = self.documents.get(place / DOCUMENTS_PER_FILE)?;
        Some((file, place % DOCUMENTS_PER_FILE))
    }
}
