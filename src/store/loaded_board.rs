//! Board that can be searched: its index, opened from the files of a built site or from a live feed.
//!
//! All of it is in the search module: see [`modules`](super::modules).

use std::sync::Arc;

use openroles_engine::index::{Index, Manifest, OpenError, Opened};
use openroles_model::domain::BoardSettings;

use super::{
    live_feed::{LiveFeed, LivePages},
    load_error::{LoadError, malformed},
    page_files::current_manifest,
};
use crate::browser::{self, Pace};

/// Board that can be searched.
pub struct LoadedBoard {
    /// Index, which may still lack chunks.
    pub index: Index,
    /// Number of a live feed's records that were rejected; 0 for a built site.
    pub rejection_count: usize,
    /// Files that lead to all others of the index; `None` for a live feed.
    pub(super) files: Option<IndexFiles>,
    /// Pages of a live feed; `None` for a built site, which has files instead.
    pub(super) live: Option<Arc<LivePages>>,
}

/// Files of an index that the manifest names. Their names change with the jobs.
#[derive(Clone, PartialEq)]
pub(super) struct IndexFiles {
    columns: String,
    /// Chunk with the build that first had each job, if the board records that.
    first_seen: Option<String>,
}

impl LoadedBoard {
    /// Loads the board that the server has now. If a deploy removes the columns chunk between two requests, the
    /// manifest is read again for the new name.
    pub(super) async fn from_files(board: &BoardSettings) -> Result<Self, LoadError> {
        let first = current_files(board).await?;
        match load_index(board, first.clone()).await {
            Ok(loaded) => Ok(loaded),
            Err(error) => match current_files(board).await {
                Ok(second) if second != first => load_index(board, second).await,
                Ok(_) | Err(_) => Err(error),
            },
        }
    }

    /// Opens the index of a live feed.
    pub(super) fn from_feed(feed: LiveFeed, board: &BoardSettings) -> Result<Self, LoadError> {
        let LiveFeed { url, feed, pages, rejection_count } = feed;
        let columns = Index::open(&feed.columns(), browser::today());
        let index = columns.and_then(|index| index.with_all(|name| feed.chunk(name).ok_or(OpenError::NotAnIndex)));
        let index = index.map_err(|error| malformed(&url, error.to_string()))?.in_words(board.words());
        Ok(Self { index, rejection_count, files: None, live: Some(Arc::new(pages)) })
    }

    /// The same board with another index.
    pub(super) fn with_index(&self, index: Index) -> Self {
        Self { index, rejection_count: self.rejection_count, files: self.files.clone(), live: self.live.clone() }
    }
}

async fn current_files(board: &BoardSettings) -> Result<IndexFiles, LoadError> {
    let Manifest { columns, first_seen, .. } = current_manifest(board).await?;
    Ok(IndexFiles { columns, first_seen })
}

async fn load_index(board: &BoardSettings, files: IndexFiles) -> Result<LoadedBoard, LoadError> {
    let url = format!("{}data/{}", board.base_path, files.columns);
    let bytes = browser::inflate(browser::fetch_bytes(&url).await?).await?;
    let index = opened(&bytes).await.and_then(|index| index.with_first_seen(files.first_seen.as_deref()));
    let index = index.map_err(|error| malformed(&url, error.to_string()))?.in_words(board.words());
    Ok(LoadedBoard { index, rejection_count: 0, files: Some(files), live: None })
}

/// Opens the index in steps, because opening a large board takes longer than a frame.
async fn opened(columns: &[u8]) -> Result<Index, OpenError> {
    let mut pace = Pace::start();
    let mut opening = Index::opening(columns, browser::today())?;
    loop {
        match opening.step()? {
            Opened::Partly(rest) => opening = rest,
            Opened::Whole(index) => return Ok(*index),
        }
        pace.breathe().await;
    }
}
