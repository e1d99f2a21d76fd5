//! openroles: a job board that needs no server.
//!
//! A feed of job postings goes in, a folder of static files comes out, and the visitor's browser does the
//! searching. The modules are listed in the order data flows; ARCHITECTURE.md draws the map.

pub mod domain;
pub mod text;

pub mod feed;
pub mod ingest;

pub mod index;
pub mod query;
pub mod routes;
pub mod sample;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
pub mod site;
