//! Where the files of an earlier site are read from: its folder, or the live site.
//!
//! It doesn't know what the files mean. What is missing or damaged in a folder is left out. On a live site it ends the
//! build, because a build in the site's folder would have had the file.

use std::{
    fmt, fs,
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use flate2::read::GzDecoder;
use openroles_app::routes::Route;
use openroles_engine::index::MANIFEST_PATH;
use rayon::{ThreadPoolBuilder, prelude::*};

use super::{Absence, SiteError, staging_dir::at};

/// Path of the history, relative to the site's folder. It is read before any other file.
pub(super) const HISTORY_PATH: &str = "history.json";

/// Where the files of an earlier site are.
#[derive(Clone, Debug)]
pub enum EarlierFiles {
    /// In this folder.
    Folder(PathBuf),
    /// On the web.
    Live(Arc<dyn LiveSite>),
}

/// A site on the web.
pub trait LiveSite: fmt::Debug + Send + Sync {
    /// Address of the front page, for messages; it ends with a slash.
    fn address(&self) -> &str;

    /// Bytes of the file at a path below the front page. More than [`LIVE_FILE_BYTES_AT_MOST`] are a failure.
    fn read(&self, path: &str) -> Result<Vec<u8>, LiveFailure>;
}

/// Why a file of a live site couldn't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LiveFailure {
    /// The server answers that there is no such file (404).
    NotFound,
    /// The host's name doesn't exist.
    NoHost,
    /// Anything else, in words.
    Other(String),
}

/// Most bytes of a file that a build reads from a live site. The largest files that a build writes for another are parts
/// of the history, with about 1 MB.
pub const LIVE_FILE_BYTES_AT_MOST: u64 = 10 << 20;

/// Most bytes of an unpacked file. A larger one is damaged: 50 jobs take about 200 kB, and a part of the history 3 MB.
const UNPACKED_BYTES_AT_MOST: u64 = 1 << 28;

/// A host takes longer to answer than to send a small file. More requests at a time look like an attack.
const REQUESTS_AT_ONCE: usize = 8;

impl EarlierFiles {
    /// Name of the site, for messages.
    pub(super) fn name(&self) -> PathBuf {
        match self {
            Self::Folder(folder) => folder.clone(),
            Self::Live(site) => PathBuf::from(site.address()),
        }
    }

    /// Whether there is a site at all.
    pub(super) fn is_site(&self) -> bool {
        match self {
            Self::Folder(folder) => folder.join(MANIFEST_PATH).is_file(),
            Self::Live(_) => true,
        }
    }

    /// Bytes of a file; `None` if there is none.
    pub(super) fn read(&self, path: &str) -> Result<Option<Vec<u8>>, SiteError> {
        match self {
            Self::Folder(folder) => read(&folder.join(path)),
            Self::Live(site) => match site.read(path) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(LiveFailure::NotFound) => Ok(None),
                // Once the history is read, there is a site, whatever a later look-up of its name says.
                Err(LiveFailure::NoHost) if path != HISTORY_PATH => {
                    Err(self.failure(path, "the host name does not exist".to_owned()))
                }
                Err(LiveFailure::NoHost) => {
                    Err(SiteError::NoEarlierSite { place: self.name(), absence: Absence::Host })
                }
                Err(LiveFailure::Other(problem)) => Err(self.failure(path, problem)),
            },
        }
    }

    /// Bytes of a page; `None` if there is none. Many hosts redirect the name of a page's file to its folder.
    pub(super) fn read_page(&self, route: &Route) -> Result<Option<Vec<u8>>, SiteError> {
        self.read(&self.path_of(route))
    }

    /// Path of a page.
    pub(super) fn path_of(&self, route: &Route) -> String {
        match self {
            Self::Folder(_) => route.file(),
            Self::Live(_) => route.path(),
        }
    }

    /// Takes note of a file that is missing or damaged: an error on a live site, nothing in a folder.
    pub(super) fn note_damage(&self, path: &str, problem: &str) -> Result<(), SiteError> {
        match self {
            Self::Folder(_) => Ok(()),
            Self::Live(_) => Err(self.failure(path, problem.to_owned())),
        }
    }

    /// Reads several things in parallel, in the order of `items`.
    pub(super) fn each<T: Sync, R: Send>(
        &self,
        items: &[T],
        read: impl Fn(&T) -> Result<R, SiteError> + Sync + Send,
    ) -> Result<Vec<R>, SiteError> {
        let read_all = || items.par_iter().map(&read).collect();
        match self {
            Self::Folder(_) => read_all(),
            Self::Live(_) => {
                let threads = ThreadPoolBuilder::new().num_threads(REQUESTS_AT_ONCE.min(items.len().max(1))).build();
                threads.map_err(|error| self.failure("", error.to_string()))?.install(read_all)
            }
        }
    }

    fn failure(&self, path: &str, problem: String) -> SiteError {
        SiteError::LiveSite { address: format!("{}{path}", self.name().display()), problem }
    }
}

/// Unpacked contents of a gzipped file; `None` if it is damaged or too large.
pub(super) fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(packed).take(UNPACKED_BYTES_AT_MOST + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= UNPACKED_BYTES_AT_MOST).then_some(bytes)
}

/// Whether a name from a file that may be damaged is that of a file in the same folder.
pub(super) fn is_file_name(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c)) && !name.starts_with('.')
}

/// Bytes of a file in a folder; `None` if there is none.
fn read(path: &Path) -> Result<Option<Vec<u8>>, SiteError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error)
            if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory) =>
        {
            Ok(None)
        }
        Err(error) => Err(at(path)(error)),
    }
}
