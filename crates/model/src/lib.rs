//! What a job posting is, for every crate of openroles: its types, its facets, the words that name them, and how its
//! text becomes terms.
//!
//! ```
//! use openroles_model::{
//!     domain::{EmploymentType, JobPosting},
//!     facets::{Facet, FacetKind},
//!     text::tokens,
//!     words::ENGLISH,
//! };
//!
//! let mut posting = JobPosting::new("17", "Café manager", "Acme");
//! posting.employment_types.push(EmploymentType::FullTime);
//!
//! // A facet's row says which values a posting has, and what they are called.
//! let Some(facet) = Facet::from_key("type") else { unreachable!("a row of the table") };
//! assert_eq!(facet.label(&ENGLISH), "Employment type");
//!
//! // Text becomes terms in one function, for documents and for queries.
//! let terms: Vec<_> = tokens(&posting.title).map(|token| token.term).collect();
//! assert_eq!(terms, ["cafe", "manager"]);
//! ```
//!
//! The modules are listed in the order in which data flows. Nothing here reads a feed, searches, or draws.

pub mod json;
pub mod parallel;
pub mod sorting;
pub mod unicode;
pub mod words;

pub mod domain;
pub mod facets;
pub mod findings;
pub mod text;

#[cfg(any(test, feature = "fixture"))]
pub mod fixture;
