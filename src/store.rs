//! State that the whole app shares, as Leptos contexts.
//!
//! The settings and the first page's values come from the prerendered page. The index and the values of further
//! pages are loaded in the background. Components only read this state; only links and the search box change the
//! query, by changing the URL.

mod answer;
mod chunk_loading;
mod current_query;
mod job_board;
mod live_feed;
mod load_error;
mod loaded;
mod loaded_board;
mod modules;
mod on_demand;
mod page_fetches;
mod page_files;
mod page_source;
mod suggestions;
mod takeover;

use std::sync::Arc;

use leptos::prelude::*;
use openroles_engine::query::Query;
use openroles_model::{domain::BoardSettings, words::Words};

use crate::routes::Route;

pub use answer::{JobsAnswer, answer_to};
pub use current_query::{CurrentQuery, expect_current_query, provide_current_query, replacing};
pub use job_board::{JobBoard, expect_job_board, fetch_board, fetch_settings, provide_job_board};
pub use load_error::LoadError;
pub use loaded::Loaded;
pub use loaded_board::LoadedBoard;
pub use on_demand::{preload_on_intent, preload_search};
pub use page_source::{PageSource, page_at, page_in_address};
pub use suggestions::{Popup, PopupKey, suggestions_for};
pub use takeover::{FirstPage, PageArrival, Takeover, expect_takeover, provide_takeover};

/// Makes the operator's settings available to every component.
pub fn provide_board(board: Arc<BoardSettings>) {
    provide_context(board);
}

/// The operator's settings.
pub fn expect_board() -> Arc<BoardSettings> {
    expect_context::<Arc<BoardSettings>>()
}

/// The words of the interface. Event handlers and timers have no context, so take the words before.
pub fn expect_words() -> &'static Words {
    expect_board().words()
}

/// Address of a page, including the base path.
pub fn href(route: &Route) -> String {
    route.href(&expect_board().base_path)
}

/// Address of the search results for a query.
pub fn jobs_href(query: &Query) -> String {
    let parameters = query.to_query_string();
    let path = href(&Route::Jobs);
    if parameters.is_empty() { path } else { format!("{path}?{parameters}") }
}
