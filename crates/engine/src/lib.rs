//! The search engine: postings become an index once, and searches of it are exact, with counts for every facet.
//!
//! ```
//! use openroles_engine::{
//!     domain::{BoardSettings, Date, EmploymentType, JobPosting},
//!     facets::Facet,
//!     index::{self, Index, IndexContents},
//!     query::{parse_query_string, search},
//! };
//!
//! // Build an index. It consists of chunks of bytes, so that a browser loads only what a search needs.
//! let mut baker = JobPosting::new("1", "Baker", "Acme");
//! baker.employment_types.push(EmploymentType::PartTime);
//! let postings = [baker, JobPosting::new("2", "Head baker", "Acme"), JobPosting::new("3", "Miller", "Mills")];
//! let written = index::write(&IndexContents::of(&postings, &[], &BoardSettings::named("Jobs").conversion()));
//!
//! // Open it for a day: jobs that have expired by then aren't found.
//! let today = Date::parse("2026-11-01").expect("a day");
//! let index = Index::from_written(&written, today).expect("an index");
//!
//! // Search it. A query is a query string, as in the address of a search page.
//! let results = search(&index, &parse_query_string("q=bakers").query);
//! let titles: Vec<_> = results.hits.iter().map(|hit| index.card(hit.doc).title.as_str()).collect();
//! assert_eq!(titles, ["Baker", "Head baker"]);
//!
//! // Count facets: each search counts all values of all facets.
//! let types = results.facet(Facet::EmploymentType).expect("a facet").values(&index);
//! assert_eq!((types[0].value.as_str(), types[0].count), ("PART_TIME", 1));
//! ```

mod ranking;

pub mod index;
pub mod query;
pub mod widget;

pub use openroles_model::{domain, facets};
