//! Board that can be searched: its index, opened from the files of a built site or from a live feed.
//!
//! All of it is in the search module: see [`modules`](super::modules).

use std::sync::Arc;

use openroles_engine::index::{Index, OpenError, Opened};
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
    /// File of the index's columns chunk. Its name changes with the jobs; `None` for a live feed.
    pub(super) columns_file: Option<String>,
    /// Pages of a live feed; `None` for a built site, which has files instead.
    pub(super) live: Option<Arc<LivePages>>,
}

impl LoadedBoard {
    /// Loads the board that the server has now. If a deploy removes the columns chunk between two requests, the
    /// manifest is read again for the new name.
    pub(super) async fn from_files(board: &BoardSettings) -> Result<Self, LoadError> {
        let first = current_columns_file(board).await?;
        match load_index(board, &first).await {
            Ok(loaded) => Ok(loaded),
            Err(error) => match current_columns_file(board).await {
                Ok(second) if second != first => load_index(board, &second).await,
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
        Ok(Self { index, rejection_count, columns_file: None, live: Some(Arc::new(pages)) })
    }

    /// The same board with another index.
    pub(super) fn with_index(&self, index: Index) -> Self {
        Self {
            index,
            rejection_count: self.rejection_count,
            columns_file: self.columns_file.clone(),
            live: self.live.clone(),
        }
    }
}

async fn current_columns_file(board: &BoardSettings) -> Result<String, LoadError> {
    Ok(current_manifest(board).await?.columns)
}

async fn load_index(board: &BoardSettings, columns_file: &str) -> Result<LoadedBoard, LoadError> {
    let url = format!("{}data/{columns_file}", board.base_path);
    let bytes = browser::inflate(browser::fetch_bytes(&url).await?).await?;
    let index = opened(&bytes).await.map_err(|error| malformed(&url, error.to_string()))?;
    let index = index.in_words(board.words());
    Ok(LoadedBoard { index, rejection_count: 0, columns_file: Some(columns_file.to_owned()), live: None })
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
