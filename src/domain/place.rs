//! Where a job is: a city, region and country as far as they are known, and the words that are shown.

use serde::{Deserialize, Serialize};

use super::{country::Country, slug::Slug};

/// One place of a posting.
///
/// The levels are decided once, at ingest; a level that is not known is absent. The shown text is also the text
/// that is searched.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// As shown: `Bengaluru (Bangalore)`.
    pub text: String,
    /// The city, or the one named spot when nothing more is known of it.
    pub city: Option<NamedPlace>,
    /// State, province or the like.
    pub region: Option<NamedPlace>,
    /// The country.
    pub country: Option<Country>,
}

/// A city or region with the value it has in URLs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NamedPlace {
    /// Unique among cities and regions of all countries: `bengaluru`, `paris-us`.
    pub slug: Slug,
    /// For people: `Bengaluru`.
    pub name: String,
}

impl Place {
    /// The place and everything it lies in, narrowest first, as facet values.
    pub fn levels(&self) -> impl Iterator<Item = NamedPlace> {
        let country = self.country.map(Country::as_place);
        [self.city.clone(), self.region.clone(), country].into_iter().flatten()
    }

    /// City, region and country by name, as far as they are known, for people: `Pune, Maharashtra, India`.
    pub fn in_full(&self) -> String {
        let mut names: Vec<String> = self.levels().map(|level| level.name).collect();
        names.dedup();
        names.join(", ")
    }

    /// Whether the shown text leaves out a level that is known, so that `Pune` alone does not say India.
    pub fn is_abridged(&self) -> bool {
        self.levels().any(|level| !self.text.contains(&level.name))
    }
}
