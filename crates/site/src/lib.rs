//! Writes a board as a folder of static files, with every page prerendered.
//!
//! ```
//! use openroles_engine::domain::{BoardSettings, Date, HostSettings, JobPosting, PicturesWanted};
//! use openroles_site::site::{self, PagesWanted, SiteInput};
//!
//! let folder = tempfile::tempdir().expect("a folder");
//! let (board, postings) = (BoardSettings::named("Jobs"), [JobPosting::new("1", "Baker", "Acme")]);
//! let report = site::write(&SiteInput {
//!     board: &board,
//!     postings: &postings,
//!     organizations: &[],
//!     picture_copies: None,
//!     // The folder that `cargo xtask app` builds; without pages, none is needed.
//!     app: None,
//!     pages: PagesWanted::None,
//!     pictures: PicturesWanted::None,
//!     host: HostSettings::default(),
//!     now: Date::parse("2026-11-01").expect("a day"),
//!     out: &folder.path().join("site"),
//!     progress: &|_| {},
//! });
//! assert!(report.is_ok());
//! assert!(folder.path().join("site/data/manifest.json").is_file());
//! ```

pub mod prerender;
pub mod site;
