//! The job board as a Leptos app: what each page contains, how it looks, and what runs in the visitor's browser.
//!
//! ```
//! use openroles_app::{
//!     page::{Page, PageData},
//!     routes::Route,
//! };
//! use openroles_engine::domain::BoardSettings;
//!
//! let board = BoardSettings::named("Bakery jobs");
//! assert_eq!(Route::Jobs.href(&board.base_path), "/jobs/");
//! assert_eq!(PageData::NotFound.head(&board).title, "Not found · Bakery jobs");
//! ```
//!
//! The modules are listed in the order in which data flows; ARCHITECTURE.md describes them.

pub mod page;
pub mod routes;
pub mod structured_data;

#[allow(unreachable_pub, reason = "the component macro moves each component into a private module")]
#[allow(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub mod app;
pub mod browser;
#[allow(unreachable_pub, reason = "the component macro moves each component into a private module")]
#[allow(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub mod components;
#[allow(unreachable_pub, reason = "the component macro moves each component into a private module")]
#[allow(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub mod pages;
pub mod store;
