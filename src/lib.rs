//! openroles: a job board that needs no server.
//!
//! A feed of job postings goes in, a folder of static files comes out, and the visitor's browser does the
//! searching. The modules are listed in the order data flows; ARCHITECTURE.md draws the map.

mod ranking;
mod sorting;
mod unicode;

pub mod domain;
pub mod facets;
mod parallel;
pub mod text;

pub mod feed;
pub mod ingest;

#[cfg(feature = "config")]
pub mod config;

pub mod doctor;

pub mod index;
pub mod live;
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
