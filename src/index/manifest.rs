//! The table of contents of a site's data, `data/manifest.json`: the one file under `data/` whose name never changes.

use serde::{Deserialize, Serialize};

use crate::domain::{BoardSettings, Date};

/// Which files hold a board's data. File names are relative to the manifest and carry a hash of their content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of this format and of the files it names; readers refuse others.
    pub format: u32,
    /// The day the board was built for.
    pub now: Date,
    /// The operator's settings.
    pub board: BoardSettings,
    /// How many jobs there are.
    pub job_count: usize,
    /// The chunk the index begins with, gzipped; it leads to all others.
    pub columns: String,
}

/// The version this code writes and reads.
pub const FORMAT: u32 = 2;

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
}
