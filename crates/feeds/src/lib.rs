//! Feeds of job postings: reads every format, normalizes and judges each record, and reports what it found.
//!
//! ```
//! use openroles_feeds::{
//!     feed,
//!     ingest::{IngestOptions, ingest},
//! };
//!
//! let csv = "title,company,location,salary\nBaker,Acme,Pune,₹3-4 LPA\n,Acme,Pune,\n";
//! let ingested = ingest(feed::read(csv.as_bytes(), None).expect("a feed"), &IngestOptions::default());
//!
//! let baker = &ingested.postings[0];
//! assert_eq!((baker.title.as_str(), baker.job_locations[0].text.as_str()), ("Baker", "Pune"));
//! assert!(baker.base_salary.is_some());
//! // Records that can't become a posting are rejected one by one, with the reason.
//! assert_eq!(ingested.rejections.len(), 1);
//! ```

pub mod feed;
pub mod ingest;

#[cfg(feature = "config")]
pub mod config;
pub mod doctor;
pub mod sample;
