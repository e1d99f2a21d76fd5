//! Modules of the app: parts of its program that the browser loads only when a page needs them.
//!
//! The main module has the frame and every page but the search page. It reaches the others only through the function
//! pointers here, and the search page through [`load_search_page`](crate::pages::load_search_page), so it contains none of
//! their code. Without the feature `split`, everything is one program.

use std::{pin::Pin, sync::Arc};

#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;
use openroles_model::domain::BoardSettings;

use super::{LoadError, live_feed::LiveFeed, loaded_board::LoadedBoard};

/// What a module fetches.
type Loading<T> = Pin<Box<dyn Future<Output = Result<T, LoadError>>>>;

/// What the store needs from the search module, which contains the search page and the search engine.
#[derive(Clone, Copy)]
pub(super) struct SearchModule {
    /// Loads the index of a built site.
    pub(super) load_files: fn(Arc<BoardSettings>) -> Loading<LoadedBoard>,
    /// Opens the index of a live feed.
    pub(super) open_feed: fn(LiveFeed, &BoardSettings) -> Result<LoadedBoard, LoadError>,
}

/// Module that reads live feeds and makes pages from them.
#[derive(Clone, Copy)]
pub(super) struct LiveModule {
    /// Reads the feed at a URL, as that of the named company if the feed names none.
    pub(super) read_feed: fn(Arc<BoardSettings>, String, Option<String>) -> Loading<LiveFeed>,
}

/// Loads the search module, unless it is loaded.
pub(super) async fn search_module() -> Result<SearchModule, LoadError> {
    let module = split_search();
    #[cfg(feature = "split")]
    let module = module.await;
    module
}

/// Loads the module for live feeds, unless it is loaded.
pub(super) async fn live_module() -> Result<LiveModule, LoadError> {
    let module = split_live();
    #[cfg(feature = "split")]
    let module = module.await;
    module
}

#[cfg_attr(feature = "split", wasm_split(search, wasm_split_path = leptos::wasm_split, fallible))]
fn split_search() -> Result<SearchModule, LoadError> {
    Ok(SearchModule {
        load_files: |board| Box::pin(async move { LoadedBoard::from_files(&board).await }),
        open_feed: LoadedBoard::from_feed,
    })
}

#[cfg_attr(feature = "split", wasm_split(live, wasm_split_path = leptos::wasm_split, fallible))]
fn split_live() -> Result<LiveModule, LoadError> {
    Ok(LiveModule {
        read_feed: |board, url, company| Box::pin(async move { LiveFeed::read(&board, &url, company).await }),
    })
}
