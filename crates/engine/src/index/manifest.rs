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
    /// File name of the first chunk of another index, of the jobs that left within the last 30 days; `None` if there are none.
    /// It is in [`LEFT_FOLDER`], like all other chunks of that index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<String>,
    /// File name of the chunk of that index with the build that first had each job, as for the index of all other jobs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_first_seen: Option<String>,
    /// File name of the table for looking up single jobs, for [`LookupTable::open`](super::lookup::LookupTable::open); `None` if there
    /// are no jobs. It is in the same folder, gzipped, and carries a hash of its content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lookup: Option<String>,
    /// File name of the list of files with the values of jobs that have no page; `None` if every job has one, or if the
    /// site has no pages. It is in the same folder, gzipped, and carries a hash of its content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packed_jobs: Option<String>,
    /// Whether the host should tell browsers to use only HTTPS.
    #[serde(default)]
    pub hsts: bool,
}

/// Folder of the index of jobs that left, relative to the site's folder. No result or count of the other index contains these
/// jobs.
///
/// In this index, a job's last day is the day before it left: the day before the first build without the job, or the last day
/// that its posting stated, whichever is earlier. So if it is opened for a day, searches find the jobs that had not left by
/// then.
pub const LEFT_FOLDER: &str = "data/left";

/// Version that this code reads and writes.
pub const FORMAT: u32 = 2;

/// Path relative to the site's folder.
pub const MANIFEST_PATH: &str = "data/manifest.json";

impl Manifest {
    /// Parses a manifest. The error is a message that says what is wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let manifest: Self = json::read(bytes)?;
        expect_format(manifest.format).map(|()| manifest)
    }
}

/// What the page of a single job needs of the manifest. Reading only this takes much less code.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PackedJobsEntry {
    format: u32,
    /// See [`Manifest::packed_jobs`].
    #[serde(default)]
    pub packed_jobs: Option<String>,
}

impl PackedJobsEntry {
    /// Parses it from a manifest. The error is a message that says what is wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let entry: Self = json::read(bytes)?;
        expect_format(entry.format).map(|()| entry)
    }
}

fn expect_format(found: u32) -> Result<(), String> {
    match found {
        FORMAT => Ok(()),
        _ => Err(format!("it has format {found}, this program reads format {FORMAT}")),
    }
}
