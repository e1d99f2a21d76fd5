//! A city, region, or country by name.

use serde::{Deserialize, Serialize};

use super::slug::Slug;

/// A city or region, with its slug for URLs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NamedPlace {
    /// Unique among cities and regions of all countries: `bengaluru`, `paris-us`.
    pub slug: Slug,
    /// The name that pages show: `Bengaluru`.
    pub name: String,
}
