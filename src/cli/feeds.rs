//! All feeds of a build as one: files in, raw postings out, each record traceable to its file.
//!
//! A feed that cannot be read or understood is reported and costs the others nothing; only when none can, it is an
//! error. Which feeds were read in full is told, so that what is missing from the others is not taken for gone.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
};

use super::{error::CliError, input, output};
use crate::{
    feed::{self, Extent, FeedContents, FeedId, ReadOptions},
    ingest::FeedsRead,
};

/// What the feeds hold.
#[derive(Debug, Default)]
pub(super) struct Feeds {
    /// The postings and broken records of all, in order.
    pub(super) contents: FeedContents,
    /// Feeds that were read.
    pub(super) count: usize,
    /// Feeds that gave nothing, or not all; each was reported.
    pub(super) incomplete: usize,
    /// Feeds that were read in full.
    whole: HashSet<FeedId>,
    files: HashMap<FeedId, PathBuf>,
}

/// Reads every feed the paths stand for.
pub(super) fn read(paths: &[PathBuf], options: &ReadOptions) -> Result<Feeds, CliError> {
    let mut feeds = Feeds::default();
    let mut last_failure = None;
    for file in input::feed_files(paths) {
        match file.and_then(|path| Ok((contents_of(&path, options)?, path))) {
            Ok((contents, path)) => feeds.take(&path, contents),
            Err(failure) => {
                feeds.incomplete += 1;
                last_failure.replace(failure).iter().for_each(output::warn);
            }
        }
    }
    match last_failure {
        Some(last) if feeds.count == 0 => Err(last),
        last => {
            last.iter().for_each(output::warn);
            Ok(feeds)
        }
    }
}

/// What one feed holds.
pub(super) fn contents_of(path: &Path, options: &ReadOptions) -> Result<FeedContents, CliError> {
    let bytes = input::read(path)?;
    feed::read_with(&bytes, options).map_err(|problem| CliError::Feed { path: path.to_owned(), problem })
}

impl Feeds {
    /// The file of a feed.
    pub(super) fn file_of(&self, feed: FeedId) -> Option<&Path> {
        self.files.get(&feed).map(PathBuf::as_path)
    }

    /// Which feeds tell what is gone from them.
    pub(super) fn reading(&self) -> FeedsRead {
        match self.incomplete {
            0 => FeedsRead::All,
            _ => FeedsRead::Only(self.whole.clone()),
        }
    }

    fn take(&mut self, path: &Path, contents: FeedContents) {
        let id = FeedId::of(&name(path));
        self.count += 1;
        self.files.insert(id, path.to_owned());
        match contents.extent {
            Extent::Whole => drop(self.whole.insert(id)),
            Extent::CutOff => {
                self.incomplete += 1;
                output::warn(&format!(
                    "{}: breaks off in the middle: check that the export or download finished",
                    path.display()
                ));
            }
        }
        let contents = contents.of_feed(id);
        self.contents.postings.extend(contents.postings);
        self.contents.rejections.extend(contents.rejections);
    }
}

/// What a feed is called from build to build: its path as it was given, however that was written.
fn name(path: &Path) -> String {
    let parts = path.components().filter(|part| *part != std::path::Component::CurDir);
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
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
