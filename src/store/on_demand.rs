//! Loads more while the app is in use: chunks of the index, pages that the visitor goes to or is about to go to, and the
//! search module for a visitor who is about to search.

use futures_util::future::join_all;
use leptos::{prelude::*, task::spawn_local};
use openroles_engine::index::{ChunkId, Index};
use openroles_model::domain::BoardSettings;

use super::{
    chunk_loading::ChunkFailure,
    expect_board,
    job_board::{JobBoard, PageSupply, expect_job_board},
    load_error::{LoadError, malformed},
    loaded::Loaded,
    loaded_board::LoadedBoard,
    modules::search_module,
    page_fetches::FetchedPage,
    page_files::fetch_page,
};
use crate::{
    browser::{self, FetchError},
    routes::Route,
};

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
            let is_current = |now: &LoadedBoard| now.files == loaded.files;
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
        let newer = if may_be_old { LoadedBoard::from_files(board).await.ok() } else { None };
        match newer.filter(|newer| newer.files != failed.files) {
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

impl JobBoard {
    /// Values of a prerendered page, fetched now unless that was done a moment ago.
    pub(super) fn fetched_page(self, route: &Route) -> FetchedPage {
        if let Some(page) = self.pages.fresh(route) {
            return page;
        }
        let page = self.pages.begin(route);
        let (route, fetched_page) = (route.clone(), page.clone());
        spawn_local(async move {
            let fetched = fetch_page(&self.settings(), &route).await;
            fetched_page.set(fetched.map_or_else(Loaded::Failed, Loaded::Ready));
        });
        page
    }
}

/// Loads the search module, for a visitor who is about to search.
pub fn preload_search() {
    // A failure isn't reported here, because the search page loads the module again.
    spawn_local(async { drop(search_module().await) });
}

/// Fetches the page of a link when the visitor seems about to follow it; for a search, its module.
pub fn preload_on_intent() {
    let jobs = expect_job_board();
    let base_path = StoredValue::new(expect_board().base_path.clone());
    let expected = RwSignal::new(None);
    Effect::new(move || {
        browser::on_link_intent(move |path, has_query| {
            let route = base_path.with_value(|base| path.strip_prefix(base.as_str()).map(Route::parse));
            if route == Some(Route::Jobs) {
                preload_search();
            }
            expected.set(route.filter(|_| !has_query));
        });
    });
    Effect::new(move || {
        let Some(route) = expected.get().filter(Route::has_page_data) else { return };
        if let Loaded::Ready(PageSupply::Files) = jobs.page_supply() {
            jobs.fetched_page(&route);
            expected.set(None);
        }
    });
}
