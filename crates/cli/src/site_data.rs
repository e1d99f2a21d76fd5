//! What a built site says about itself: its manifest, its index, and the live feeds that its pages fetch.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use openroles_engine::index::{Index, MANIFEST_PATH, Manifest, OpenError};
use openroles_live::JobSource;
use openroles_model::domain::{Date, WebUrl};

use super::{error::CliError, input};

/// Reads the manifest of the site in `folder`.
pub(super) fn manifest(folder: &Path) -> Result<Manifest, CliError> {
    let path = folder.join(MANIFEST_PATH);
    let bytes = fs::read(&path).map_err(|source| match source.kind() {
        ErrorKind::NotFound => {
            CliError::NotASite { path: folder.to_owned(), problem: format!("has no {MANIFEST_PATH}") }
        }
        _ => CliError::Read { path: path.clone(), source },
    })?;
    Manifest::parse(&bytes).map_err(|problem| CliError::NotASite { path, problem })
}

/// Opens the index of the site in `folder` for a day, from all the files that the browser would load.
pub(super) fn open_index(folder: &Path, now: Date) -> Result<Index, CliError> {
    let Manifest { columns, first_seen, .. } = manifest(folder)?;
    let not_a_site = |error: OpenError| CliError::NotASite { path: folder.to_owned(), problem: error.to_string() };
    let index = Index::open(&input::read(&data_file(folder, &columns)?)?, now);
    let index = index.and_then(|index| index.with_first_seen(first_seen.as_deref())).map_err(not_a_site)?;
    let read = |name: &str| data_file(folder, name).and_then(|path| input::read(&path)).map_err(ChunkError::File);
    index.with_all(read).map_err(|error| match error {
        ChunkError::File(error) => error,
        ChunkError::Chunk(error) => not_a_site(error),
    })
}

/// Why a chunk of an index can't be used.
enum ChunkError {
    File(CliError),
    Chunk(OpenError),
}

impl From<OpenError> for ChunkError {
    fn from(error: OpenError) -> Self {
        Self::Chunk(error)
    }
}

/// Origins of the live feed that the site's pages fetch, from `config.json`; empty for most sites.
pub(super) fn feed_origins(folder: &Path) -> Result<Vec<String>, CliError> {
    let path = folder.join("config.json");
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(source) if source.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(CliError::Read { path, source }),
    };
    match serde_json::from_slice(&bytes).map_err(|error| CliError::Config { path, problem: error.to_string() })? {
        JobSource::Static => Ok(Vec::new()),
        JobSource::Feed { url, .. } => {
            Ok(WebUrl::parse(&url).and_then(|url| origin(url.as_str())).into_iter().collect())
        }
    }
}

/// The path of a file in the manifest. A manifest with names outside its folder isn't ours.
fn data_file(folder: &Path, name: &str) -> Result<PathBuf, CliError> {
    let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c)) && !name.starts_with('.');
    if is_name {
        return Ok(folder.join("data").join(name));
    }
    Err(CliError::NotASite {
        path: folder.join(MANIFEST_PATH),
        problem: format!("contains the invalid file name `{name}`"),
    })
}

/// Scheme and host. `None` for a host with characters that could end the security policy around it.
fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let is_host = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c));
    is_host.then(|| format!("{}://{host}", scheme.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_scheme_and_host_and_nothing_that_ends_a_policy() {
        for (url, expected) in [
            ("https://feed.example.com/v1/jobs?x=1", Some("https://feed.example.com")),
            ("HTTPS://feed.example.com:8443", Some("https://feed.example.com:8443")),
            ("https://a;script-src", None),
            ("https://a,b/", None),
            ("https://user@host/", None),
            ("jobs.json", None),
        ] {
            assert_eq!(origin(url).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn a_manifest_cannot_name_a_file_elsewhere() {
        for (name, is_taken) in
            [("index.0123.bin", true), ("../index.bin", false), ("/etc/passwd", false), (".hidden", false)]
        {
            assert_eq!(data_file(Path::new("site"), name).is_ok(), is_taken, "{name}");
        }
    }
}
