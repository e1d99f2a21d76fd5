//! Values of facets from what postings state, and labels of those that are codes.

use std::borrow::Cow;

use super::NamedValue;
use crate::{
    domain::{
        ANYWHERE, ApplicantLocation, Country, EmploymentType, Slug, VisaSponsorship, WorkplaceType, countries_in,
        world_region,
    },
    words::ValueWords,
};

/// The value of jobs that state nothing.
pub(super) const NOT_STATED: &str = "not-stated";
/// The value of jobs that name places that are neither countries nor known regions of the world.
const OTHER_PLACES: &str = "other";
/// The value of jobs that the employer posted.
pub(super) const DIRECT: &str = "direct";
/// The value of jobs that an agency posted.
pub(super) const AGENCY: &str = "agency";

impl NamedValue {
    /// A code, which the facet's row names, or a text that is shown as it is.
    pub(super) fn plain(value: &str) -> Self {
        Self { value: value.to_owned(), label: None }
    }

    pub(super) fn labeled(value: String, label: String) -> Self {
        let label = (label != value).then_some(label);
        Self { value, label }
    }
}

pub(super) fn applicants(location: &ApplicantLocation) -> Vec<NamedValue> {
    match location {
        ApplicantLocation::Countries(countries) => countries.iter().copied().map(country).collect(),
        ApplicantLocation::Places(names) => {
            let known: Vec<NamedValue> = names.iter().flat_map(|name| area(name)).collect();
            if known.is_empty() { vec![NamedValue::plain(OTHER_PLACES)] } else { known }
        }
        ApplicantLocation::Worldwide => vec![NamedValue::plain(ANYWHERE)],
        ApplicantLocation::NotStated => vec![NamedValue::plain(NOT_STATED)],
    }
}

fn country(country: Country) -> NamedValue {
    let place = country.as_place();
    NamedValue::labeled(place.slug.into(), place.name)
}

/// A country, or a region of the world and the countries in it; nothing if the name is neither.
fn area(name: &str) -> Vec<NamedValue> {
    if let Some(known) = Country::parse(name) {
        return vec![country(known)];
    }
    let Some(region) = world_region(name) else { return Vec::new() };
    let named = NamedValue::labeled(Slug::of_or_hash(region).into(), region.to_owned());
    std::iter::once(named).chain(countries_in(region).into_iter().map(country)).collect()
}

/// Texts as values that are shown as they are.
pub(super) fn texts<'a>(texts: impl IntoIterator<Item = &'a String>) -> Vec<NamedValue> {
    texts.into_iter().map(|text| NamedValue::plain(text)).collect()
}

pub(super) fn workplace_label(words: &ValueWords, value: &str) -> Option<Cow<'static, str>> {
    let kind = WorkplaceType::ALL.into_iter().find(|kind| kind.code() == value)?;
    Some(kind.label(words).into())
}

pub(super) fn employment_label(words: &ValueWords, value: &str) -> Option<Cow<'static, str>> {
    let kind = EmploymentType::ALL.into_iter().find(|kind| kind.code() == value)?;
    Some(kind.label(words).into())
}

pub(super) fn visa_label(words: &ValueWords, value: &str) -> Option<Cow<'static, str>> {
    if value == NOT_STATED {
        return Some(words.not_stated.into());
    }
    let stated = VisaSponsorship::ALL.into_iter().find(|stated| stated.code() == value)?;
    Some(stated.label(words).into())
}

pub(super) fn source_label(words: &ValueWords, value: &str) -> Option<Cow<'static, str>> {
    match value {
        DIRECT => Some(words.employer.into()),
        AGENCY => Some(words.agency.into()),
        _ => None,
    }
}

/// Countries and regions have their names in the index.
pub(super) fn applicants_label(words: &ValueWords, value: &str) -> Option<Cow<'static, str>> {
    match value {
        ANYWHERE => Some(words.anywhere.into()),
        OTHER_PLACES => Some(words.other_places.into()),
        NOT_STATED => Some(words.not_stated.into()),
        _ => None,
    }
}
