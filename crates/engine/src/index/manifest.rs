//! `data/manifest.json`, the table of contents of a site's data. It is the only file under `data/` whose name never
//! changes.

use openroles_model::{
    domain::{BoardSettings, Date},
    json,
};
use serde::{Deserialize, Serialize};

use super::BuildNumber;

/// Contents of the manifest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the manifest and of the files it names. Readers reject other versions.
    pub format: u32,
    /// Day for which the site was built.
    pub now: Date,
    /// Operator's settings.
    pub board: BoardSettings,
    /// Number of jobs.
    pub job_count: usize,
    /// File name of the index's first chunk, which is gzipped and names all others. It is in the manifest's folder
    /// and carries a hash of its content.
    pub columns: String,
    /// File name of the index's chunk with the build that first had each job; `None` if that is the board's first build for
    /// all of them. It is in the same folder, gzipped, and carries a hash of its content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_seen: Option<String>,
    /// Number of the newest build that first had a job. Later builds may have removed jobs, but added none.
    #[serde(default)]
    pub newest_build: BuildNumber,
    /// File name of the list of files with the values of jobs that have no page; `None` if every job has one, or if the
    /// site has no pages. It is in the same folder, gzipped, and carries a hash of its content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packed_jobs: Option<String>,
    /// Whether the host should tell browsers to use only HTTPS.
    #[serde(default)]
    pub hsts: bool,
}

/// Version that this code reads and writes.
pub const FORMAT: u32 = 2;

/// Path relative to the site's folder.
pub const MANIFEST_PATH: &str = "data/manifest.json";

impl Manifest {
    /// Parses a manifest. The error is a message that says what is wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let manifest: Self = json::read(bytes)?;
        if manifest.format == FORMAT {
            Ok(manifest)
        } else {
            Err(format!("it has format {}, this program reads format {FORMAT}", manifest.format))
        }
    }
}
