//! The app's access to the platform: fetching, the document's head, links that the visitor is about to follow, scroll
//! positions of the history, today's date.
//!
//! Only event handlers, effects, and loading code call this, and they run only in a browser. The native renderer
//! compiles it and never calls it.

mod document;
mod fetch;
mod intent;
mod pace;
mod reader;
mod scroll;

use openroles_model::domain::Date;

pub use document::{
    NEW_ENTRY, announce, base_path, below, board_file, bring, element_of, expect_address, focus, focus_at,
    focus_within, is_focus_lost, move_focus_in_rows, page_block, page_head, parse_page, set_address, set_page_head,
    set_title, tell_started, typed_text,
};
pub use fetch::{FetchError, fetch_bytes, fetch_current_bytes, inflate};
pub use intent::{on_click_first, on_link_intent};
pub use pace::Pace;
pub use reader::{LiveFeedError, ReadFeedHandle, read_feed};
pub use scroll::ScrollMemory;

/// Time by the visitor's clock, in milliseconds since 1970.
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

/// Today as a UTC day, by the visitor's clock; 1970-01-01 if the clock is outside the calendar.
pub fn today() -> Date {
    let seconds = (milliseconds() / 1_000.0) as i64;
    Date::from_unix_seconds(seconds).or(Date::from_days(0)).unwrap_or_else(|| unreachable!("day 0 is a date"))
}
