//! A job's place: city, region, and country as far as they are known, and the text that pages show.

use serde::{Deserialize, Serialize};

use super::{country::Country, named_place::NamedPlace};

/// One place of a posting.
///
/// Ingest decides the levels once; an unknown level is `None`. The text that is shown is also the text that is
/// searched.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// As shown: `Bengaluru (Bangalore)`.
    pub text: String,
    /// The city, or a single named spot of unknown kind.
    pub city: Option<NamedPlace>,
    /// State, province, or another first-level division.
    pub region: Option<NamedPlace>,
    /// `None` if neither the feed nor the city tells.
    pub country: Option<Country>,
}

impl Place {
    /// The place and everything that contains it, narrowest first, as facet values.
    pub fn levels(&self) -> impl Iterator<Item = NamedPlace> {
        let country = self.country.map(Country::as_place);
        [self.city.clone(), self.region.clone(), country].into_iter().flatten()
    }

    /// The known names of city, region, and country, as pages show them: `Pune, Maharashtra, India`.
    pub fn in_full(&self) -> String {
        let mut names: Vec<String> = self.levels().map(|level| level.name).collect();
        names.dedup();
        names.join(", ")
    }

    /// Whether the text leaves out a known level: `Pune` alone doesn't say India.
    pub fn is_abridged(&self) -> bool {
        self.levels().any(|level| !self.text.contains(&level.name))
    }
}
