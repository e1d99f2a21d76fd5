//! Small boards for tests, also of the other crates.

use std::collections::BTreeMap;

use openroles_model::domain::{Currency, JobPosting, Rates};

use super::{BuildNumber, FirstBuild, Index, IndexContents};

pub use openroles_model::fixture::{posting, today};

/// Contents of a board whose currency is the rupee.
#[must_use]
pub fn contents(postings: &[JobPosting]) -> IndexContents {
    IndexContents::of(postings, &[], &Rates { board_currency: Currency::INR, worth: BTreeMap::new() })
}

/// Build with this number, one a day. The tenth is made [`today`].
#[must_use]
pub fn build(number: u32) -> FirstBuild {
    FirstBuild { number: BuildNumber(number), day: today().plus_days(number as i32 - 10) }
}

/// Index of that board, opened [`today`].
#[must_use]
pub fn index(postings: &[JobPosting]) -> Index {
    Index::from_contents(&contents(postings), today()).expect("just written")
}
