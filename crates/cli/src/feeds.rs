//! All feeds of a build as one: files in, raw postings out piece by piece, each record traceable to its file.
//!
//! A feed that can't be read is reported, and the others are still read. If none can be read, that is an error, unless the
//! network failed and an earlier site has the jobs. Feeds that were read in full are listed, because only their missing
//! jobs count as gone.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use openroles_feeds::{
    doctor::FeedNames,
    feed::{Extent, FeedContents, FeedId, FeedKind, ReadError, ReadOptions, read_pieces},
    ingest::FeedsRead,
};
use openroles_site::site::EarlierSite;

use super::{
    error::CliError,
    input, output,
    remote::{self, Fetched, Freshness},
};

/// The result of reading all feeds.
#[derive(Debug, Default)]
pub(super) struct Feeds {
    /// Number of feeds that gave postings.
    pub(super) count: usize,
    /// Number of feeds that gave nothing, or not everything; each was reported.
    pub(super) incomplete: usize,
    /// Number of feeds that could not be fetched and have no cached copy.
    unfetched: usize,
    /// The last failure, until it is reported.
    last_failure: Option<CliError>,
    /// Feeds that were read in full.
    whole: HashSet<FeedId>,
    files: HashMap<FeedId, PathBuf>,
}

/// Reads every feed of the paths, and gives the contents to `take`, in order, piece by piece. [`Feeds::settle`] decides
/// whether the result is enough.
pub(super) fn read(paths: &[PathBuf], options: &ReadOptions, take: &mut dyn FnMut(FeedContents)) -> Feeds {
    let mut feeds = Feeds::default();
    for file in input::feed_files(paths) {
        if let Err(failure) = file.and_then(|path| feeds.read_one(path, options, take)) {
            feeds.incomplete += 1;
            feeds.unfetched += usize::from(matches!(failure, CliError::Fetch { .. }));
            feeds.last_failure.replace(failure).iter().for_each(output::warn);
        }
    }
    feeds
}

/// Reads one feed, and gives the contents to `take`, piece by piece. Returns whether that was all.
pub(super) fn read_one(
    path: &Path,
    options: &ReadOptions,
    take: &mut dyn FnMut(FeedContents),
) -> Result<Extent, CliError> {
    let (file, standing) = local(path)?;
    standing.warning(path).iter().for_each(output::warn);
    pieces_of(path, &file, options, take)
}

/// A feed's file, fetched if the feed is given by its address, and whether it is current.
fn local(path: &Path) -> Result<(PathBuf, Freshness), CliError> {
    if !remote::is_address(path) {
        return Ok((path.to_owned(), Freshness::Current));
    }
    let Fetched { file, standing } = remote::fetch(path)?;
    Ok((file, standing))
}

/// The pieces of a file; messages name the path that the operator gave.
fn pieces_of(
    path: &Path,
    file: &Path,
    options: &ReadOptions,
    take: &mut dyn FnMut(FeedContents),
) -> Result<Extent, CliError> {
    let mut source = input::open(file)?;
    let address = path.to_str().filter(|_text| remote::is_address(path)).map(str::to_owned);
    let options = ReadOptions { address, ..options.clone() };
    read_pieces(&mut source, &options, take).map_err(|error| match error {
        ReadError::Source(source) => input::failure(path, source),
        ReadError::Feed(problem) => CliError::Feed { path: path.to_owned(), problem },
    })
}

impl Feeds {
    /// Reports the last failure. It is an error if no feed could be read, unless all failed to be fetched and an
    /// earlier site has jobs to keep.
    pub(super) fn settle(&mut self, earlier: &EarlierSite) -> Result<(), CliError> {
        let is_kept = || self.unfetched == self.incomplete && earlier.has_open_jobs();
        match self.last_failure.take() {
            Some(last) if self.count == 0 && !is_kept() => Err(last),
            last => {
                last.iter().for_each(output::warn);
                Ok(())
            }
        }
    }

    /// The path of a feed, as the operator gave it.
    pub(super) fn file_of(&self, feed: FeedId) -> Option<&Path> {
        self.files.get(&feed).map(PathBuf::as_path)
    }

    /// The names of the feeds.
    pub(super) fn names(&self) -> FeedNames {
        self.files.iter().map(|(feed, file)| (*feed, Arc::from(file.display().to_string()))).collect()
    }

    /// Which feeds can tell which of their jobs are gone.
    pub(super) fn reading(&self) -> FeedsRead {
        match self.incomplete {
            0 => FeedsRead::All,
            _ => FeedsRead::Only(self.whole.clone()),
        }
    }

    /// Reads a feed. If it fails in the middle, it counts as read, but not in full.
    fn read_one(
        &mut self,
        path: PathBuf,
        options: &ReadOptions,
        take: &mut dyn FnMut(FeedContents),
    ) -> Result<(), CliError> {
        let id = id(&path);
        let (file, standing) = local(&path)?;
        if let Some(warning) = standing.warning(&path) {
            self.incomplete += 1;
            output::warn(&warning);
        }
        let mut has_given = false;
        let extent = pieces_of(&path, &file, options, &mut |piece| {
            has_given = true;
            take(piece.of_feed(id));
        });
        self.count += usize::from(has_given || extent.is_ok());
        if standing == Freshness::Current && extent.as_ref().is_ok_and(|extent| *extent == Extent::Whole) {
            self.whole.insert(id);
        }
        if extent.as_ref().is_ok_and(|extent| *extent == Extent::CutOff) {
            self.incomplete += 1;
            output::warn(&format!(
                "{}: ends in the middle: check that the export or download is complete",
                path.display()
            ));
        }
        self.files.insert(id, path);
        extent.map(|_| ())
    }
}

/// The identifier of the feed at a path.
pub(super) fn id(path: &Path) -> FeedId {
    FeedId::of(&name(path))
}

/// A feed's name from build to build: its path as given, without `.` parts and with `/` as separator.
fn name(path: &Path) -> String {
    let parts = path.components().filter(|part| *part != std::path::Component::CurDir);
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Parses the name of a feed's kind.
pub(super) fn parse_kind(name: &str) -> Result<FeedKind, String> {
    FeedKind::from_name(name).ok_or_else(|| {
        let names: Vec<&str> = FeedKind::ALL.iter().map(|kind| kind.name()).collect();
        format!("known kinds are {}", names.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_has_one_name_however_its_path_is_written() {
        for path in ["feeds/jobs.json", "./feeds/jobs.json", "feeds//./jobs.json"] {
            assert_eq!(name(Path::new(path)), "feeds/jobs.json", "{path}");
        }
        assert_ne!(name(Path::new("feeds/jobs.json")), name(Path::new("jobs.json")));
    }
}
