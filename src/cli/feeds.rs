//! All feeds of a build as one: files in, raw postings out, each record traceable to its file.
//!
//! A feed that cannot be understood is reported and costs the others nothing; only when none can, it is an error.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use super::{error::CliError, input, output};
use crate::feed::{self, FeedContents, FeedError, ReadOptions};

/// What the feeds hold.
#[derive(Debug, Default)]
pub(super) struct Feeds {
    /// The postings and broken records of all, in order.
    pub(super) contents: FeedContents,
    /// Feeds that were read.
    pub(super) count: usize,
    /// Feeds that gave nothing; each was reported.
    pub(super) unreadable: usize,
    /// Which file a record came from, by the words a rejection names it with.
    files: HashMap<String, PathBuf>,
}

/// Reads every feed the paths stand for.
pub(super) fn read(paths: &[PathBuf], options: &ReadOptions) -> Result<Feeds, CliError> {
    let mut feeds = Feeds::default();
    let mut last_failure = None;
    for path in input::feed_files(paths)? {
        let bytes = input::read(&path)?;
        match feed::read_with(&bytes, options) {
            Ok(contents) => feeds.take(&path, contents),
            Err(error) => {
                feeds.unreadable += 1;
                if let Some((path, error)) = last_failure.replace((path, error)) {
                    report(&path, &error);
                }
            }
        }
    }
    match last_failure {
        Some((path, last)) if feeds.count == 0 => Err(CliError::NoFeedReadable { path, last }),
        Some((path, error)) => {
            report(&path, &error);
            Ok(feeds)
        }
        None => Ok(feeds),
    }
}

impl Feeds {
    /// The file a rejected record came from.
    pub(super) fn file_of(&self, record: &str) -> Option<&Path> {
        self.files.get(record).map(PathBuf::as_path)
    }

    fn take(&mut self, path: &Path, contents: FeedContents) {
        self.count += 1;
        let ids = contents.postings.iter().filter_map(|raw| raw.id.as_ref().or(raw.url.as_ref()));
        let records = contents.rejections.iter().map(|rejection| &rejection.record);
        self.files.extend(ids.chain(records).map(|record| (record.clone(), path.to_owned())));
        self.contents.postings.extend(contents.postings);
        self.contents.rejections.extend(contents.rejections);
    }
}

fn report(path: &Path, error: &FeedError) {
    output::warn(&format!("{}: {error}", path.display()));
}
