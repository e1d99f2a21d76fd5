//! The searchable board: what the builder makes of postings, and what a query reads.
//!
//! Postings go in through [`IndexBuilder`]; bytes come out of [`write`] and go into [`Index::open`]. An `Index`
//! never changes after it is opened.

mod facet;

use serde::{Deserialize, Serialize};

pub use facet::Facet;

/// A job's place in the index: 0 to the number of jobs minus one. It means nothing outside that index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocId(pub u32);
