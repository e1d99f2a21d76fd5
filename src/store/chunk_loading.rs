//! Loads more chunks of the index while it is in use.

use futures_util::future::join_all;
use leptos::{prelude::*, task::spawn_local};

use super::{
    job_board::{JobBoard, LoadError, LoadedBoard, load_files, malformed},
    loaded::Loaded,
};
use crate::{
    browser::{self, FetchError},
    domain::BoardSettings,
    index::{ChunkId, Index},
};

/// Chunks being loaded, and the last failure.
#[derive(Clone, Copy)]
pub(super) struct ChunkLoading {
    in_flight: StoredValue<Vec<ChunkId>>,
    failure: RwSignal<Option<ChunkFailure>>,
}

#[derive(Clone, PartialEq)]
struct ChunkFailure {
    missing: Vec<ChunkId>,
    error: LoadError,
}

impl ChunkLoading {
    pub(super) fn new() -> Self {
        Self { in_flight: StoredValue::new(Vec::new()), failure: RwSignal::new(None) }
    }

    /// Clears the failure, so that its chunks are loaded again. Returns whether there was one.
    pub(super) fn forget_failure(self) -> bool {
        let had_failed = self.failure.with_untracked(Option::is_some);
        self.failure.set(None);
        had_failed
    }

    fn settle(self, chunks: &[ChunkId]) {
        self.in_flight.update_value(|in_flight| in_flight.retain(|id| !chunks.contains(id)));
    }
}

impl JobBoard {
    /// Why exactly these chunks couldn't be loaded, if they were tried.
    pub(super) fn failure_of(self, missing: &[ChunkId]) -> Option<LoadError> {
        let failure = self.chunks.failure.get();
        failure.filter(|failure| failure.missing == missing).map(|failure| failure.error)
    }

    /// Loads the dictionary and the most common titles, for a visitor who is about to type.
    pub fn expect_words(self) {
        self.load_chunks(vec![ChunkId::Dictionary]);
        self.load_chunks(vec![ChunkId::Titles]);
    }

    /// Loads those chunks that aren't loaded or being loaded.
    pub(super) fn load_chunks(self, missing: Vec<ChunkId>) {
        let Loaded::Ready(loaded) = self.state_untracked() else { return };
        let known = loaded.index.missing_chunks();
        let wanted = self.chunks.in_flight.try_update_value(|in_flight| {
            let is_new = |id: &ChunkId| known.contains(id) && !in_flight.contains(id);
            let wanted: Vec<ChunkId> = missing.iter().copied().filter(is_new).collect();
            in_flight.extend_from_slice(&wanted);
            wanted
        });
        let wanted = wanted.unwrap_or_default();
        if wanted.is_empty() {
            return;
        }
        spawn_local(async move {
            let board = self.settings();
            let arrived = fetch_chunks(&board, &loaded.index, &wanted).await;
            self.chunks.settle(&wanted);
            let is_current = |now: &LoadedBoard| now.columns_file == loaded.columns_file;
            let Loaded::Ready(now) = self.state_untracked() else { return };
            if !is_current(&now) {
                return;
            }
            let index = arrived.and_then(|chunks| {
                now.index.with_chunks(chunks).map_err(|error| malformed("the index", error.to_string()))
            });
            match index {
                Ok(index) => self.replace(now.with_index(index)),
                Err(error) => self.recover(&board, &now, ChunkFailure { missing, error }).await,
            }
        });
    }

    /// Handles a failure. Old chunks may be gone after a deploy, so a newer board replaces this one if the server
    /// has one.
    async fn recover(self, board: &BoardSettings, failed: &LoadedBoard, failure: ChunkFailure) {
        let may_be_old =
            !matches!(failure.error, LoadError::Fetch(FetchError::Unreachable { .. } | FetchError::TimedOut { .. }));
        let newer = if may_be_old { load_files(board).await.ok() } else { None };
        match newer.filter(|newer| newer.columns_file != failed.columns_file) {
            Some(newer) => {
                self.chunks.in_flight.update_value(Vec::clear);
                self.replace(newer);
            }
            None => self.chunks.failure.set(Some(failure)),
        }
    }
}

async fn fetch_chunks(
    board: &BoardSettings,
    index: &Index,
    ids: &[ChunkId],
) -> Result<Vec<(ChunkId, Vec<u8>)>, LoadError> {
    let named = ids.iter().filter_map(|id| Some((*id, index.chunk_file(*id)?)));
    let fetched = join_all(named.map(|(id, file)| async move {
        let url = format!("{}data/{file}", board.base_path);
        let bytes = browser::inflate(browser::fetch_bytes(&url).await?).await?;
        Ok((id, bytes))
    }));
    fetched.await.into_iter().collect()
}
