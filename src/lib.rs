//! openroles: a job board that needs no server.
//!
//! It turns a feed of job postings into a folder of static files, and the search runs in the visitor's browser. The
//! modules are listed in the order in which data flows; ARCHITECTURE.md describes them.

mod ranking;
mod sorting;
mod unicode;
pub mod words;

pub mod domain;
pub mod facets;
mod parallel;
pub mod text;

pub mod findings;

pub mod feed;
pub mod ingest;

#[cfg(feature = "config")]
pub mod config;

pub mod doctor;

pub mod index;
pub mod live;
pub mod page;
pub mod query;
pub mod routes;
pub mod structured_data;
pub mod widget;

#[cfg(feature = "ui")]
#[allow(unreachable_pub, reason = "the component macro moves each component into a private module")]
#[allow(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub mod app;
#[cfg(feature = "ui")]
pub mod browser;
#[cfg(feature = "ui")]
#[allow(unreachable_pub, reason = "the component macro moves each component into a private module")]
#[allow(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub mod components;
#[cfg(feature = "ui")]
#[allow(unreachable_pub, reason = "the component macro moves each component into a private module")]
#[allow(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub mod pages;
#[cfg(feature = "ui")]
pub mod store;

#[cfg(feature = "ssr")]
pub mod prerender;

pub mod sample;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
pub mod site;
