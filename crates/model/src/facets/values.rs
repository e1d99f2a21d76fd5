//! Values of facets from what postings state.

use super::NamedValue;
use crate::domain::{ApplicantLocation, Country, Slug, countries_in, world_region};

/// The value of jobs that state nothing.
pub(super) const NOT_STATED: &str = "not-stated";

pub(super) fn applicants(location: &ApplicantLocation) -> Vec<NamedValue> {
    match location {
        ApplicantLocation::Countries(countries) => countries.iter().copied().map(country).collect(),
        ApplicantLocation::Places(names) => {
            let known: Vec<NamedValue> = names.iter().flat_map(|name| area(name)).collect();
            if known.is_empty() { vec![coded("other", "Other places")] } else { known }
        }
        ApplicantLocation::Worldwide => vec![coded("anywhere", "Anywhere")],
        ApplicantLocation::NotStated => vec![coded(NOT_STATED, "Not stated")],
    }
}

fn country(country: Country) -> NamedValue {
    let place = country.as_place();
    NamedValue { value: place.slug.into(), label: place.name }
}

/// A country, or a region of the world and the countries in it; nothing if the name is neither.
fn area(name: &str) -> Vec<NamedValue> {
    if let Some(known) = Country::parse(name) {
        return vec![country(known)];
    }
    let Some(region) = world_region(name) else { return Vec::new() };
    let named = coded(Slug::of_or_hash(region).as_str(), region);
    std::iter::once(named).chain(countries_in(region).into_iter().map(country)).collect()
}

pub(super) fn coded(value: &str, label: &str) -> NamedValue {
    NamedValue { value: value.to_owned(), label: label.to_owned() }
}

/// Texts as values that are shown as they are.
pub(super) fn texts<'a>(texts: impl IntoIterator<Item = &'a String>) -> Vec<NamedValue> {
    texts.into_iter().map(|text| coded(text, text)).collect()
}
