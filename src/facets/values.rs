//! Values of facets from what postings state.

use super::NamedValue;
use crate::domain::{ApplicantLocation, Country, countries_in, world_region};

/// The value of jobs that state nothing.
pub(super) const NOT_STATED: &str = "not-stated";

pub(super) fn applicants(location: &ApplicantLocation) -> Vec<NamedValue> {
    let country = |country: &Country| coded(country.as_place().slug.as_str(), country.name());
    match location {
        ApplicantLocation::Countries(countries) => countries.iter().map(country).collect(),
        ApplicantLocation::Places(names) => {
            let known: Vec<NamedValue> = names.iter().flat_map(|name| area(name)).collect();
            if known.is_empty() { vec![coded("other", "Other places")] } else { known }
        }
        ApplicantLocation::Worldwide => vec![coded("anywhere", "Anywhere")],
        ApplicantLocation::NotStated => vec![coded(NOT_STATED, "Not stated")],
    }
}

/// A country, or a region of the world and the countries in it; nothing if the name is neither.
fn area(name: &str) -> Vec<NamedValue> {
    let country = |country: Country| coded(country.as_place().slug.as_str(), country.name());
    if let Some(known) = Country::parse(name) {
        return vec![country(known)];
    }
    let Some(region) = world_region(name) else { return Vec::new() };
    let slug = region.to_lowercase().replace(' ', "-");
    std::iter::once(coded(&slug, region)).chain(countries_in(region).into_iter().map(country)).collect()
}

pub(super) fn coded(value: &str, label: &str) -> NamedValue {
    NamedValue { value: value.to_owned(), label: label.to_owned() }
}

/// Texts as values that are shown as they are.
pub(super) fn texts<'a>(texts: impl IntoIterator<Item = &'a String>) -> Vec<NamedValue> {
    texts.into_iter().map(|text| coded(text, text)).collect()
}
