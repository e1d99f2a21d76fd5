//! Places: turns words and addresses into city, region, and country, each a facet value.
//!
//! The levels come from the domain's tables. An unknown city stays a city under its own name, so that visitors can
//! still choose it. A text that isn't even a name stays text.

use openroles_model::{
    domain::{City, Country, Place, WorkplaceType},
    words::ENGLISH,
};

use super::{
    clean,
    gazetteer::{Evidence, cities, city_slug, country, country_of_region, known_place, named_region},
    place_draft::{PlaceSetting, drafts},
    place_names::is_town,
    place_tokens::unfolded,
    place_words,
};
use crate::feed::RawPlace;

/// A job's places, and what their words say about the work.
#[derive(Debug, Default, PartialEq)]
pub(super) struct ParsedLocations {
    /// The places, without duplicates.
    pub(super) places: Vec<Place>,
    /// On-site, hybrid, or remote, if the words say so.
    pub(super) workplace: Option<WorkplaceType>,
    /// Countries that a remote job names instead of a place.
    pub(super) applicants: Vec<Country>,
    /// Whether the words say that applicants may live anywhere.
    pub(super) is_worldwide: bool,
}

/// Reads the places of a posting.
pub(super) fn parsed_locations(raw: &[RawPlace]) -> ParsedLocations {
    let mut locations = ParsedLocations::default();
    for raw in raw.iter().take(MOST_PLACES) {
        let stated = raw.country.as_deref().and_then(country);
        let words = clean::label(Some(&in_words(raw)), LONGEST_TEXT).unwrap_or_default();
        if is_in_words(raw) {
            let first = locations.places.len();
            locations.add(&words, None);
            locations.narrow(first, stated);
        } else {
            locations.add(&words, stated);
        }
    }
    locations
}

/// More places than this are a mistake in the feed.
const MOST_PLACES: usize = 100;
/// In characters. Longer texts are cut; the longest real text so far had 998.
const LONGEST_TEXT: usize = 2_000;

/// The words of a place. Country codes are spelled out, so that `IN` isn't Indiana.
fn in_words(raw: &RawPlace) -> String {
    let country_name = |text: &String| country(text).map_or_else(|| text.clone(), |country| country.name().to_owned());
    let parts = [raw.locality.clone(), raw.region.clone(), raw.country.as_ref().map(country_name)];
    let address = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    raw.text.clone().filter(|_text| is_in_words(raw)).unwrap_or(address)
}

/// Whether it has words, and no address except the country.
fn is_in_words(raw: &RawPlace) -> bool {
    raw.text.is_some() && (&raw.locality, &raw.region) == (&None, &None)
}

impl ParsedLocations {
    /// Whether a text names cities of these places (with or without region and country) or the `workplace`, and nothing
    /// else. A country or region alone doesn't count: "Country Manager, India" is about more than a place.
    pub(super) fn says(&self, words: &str, workplace: Option<WorkplaceType>) -> bool {
        let parts = words.split([',', '/', '|', ';', '&', '(', ')']).flat_map(|part| part.split(" - ")).map(str::trim);
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let is_workplace =
            |part: &str| workplace.is_some_and(|own| part.eq_ignore_ascii_case(own.label(ENGLISH.values)));
        let is_place = |part: &str| self.places.iter().any(|own| is_city_of(part, own)) || is_workplace(part);
        let is_around = |part: &str| self.places.iter().any(|own| is_around(part, own));
        parts.iter().any(|part| is_place(part)) && parts.iter().all(|part| is_place(part) || is_around(part))
    }

    fn add(&mut self, text: &str, stated: Option<Country>) {
        if let Some(city) = cities(text).first() {
            return self.push(known_place(city, text));
        }
        if place_words::is_torn(text) {
            return self.push(Place { text: text.to_owned(), city: None, region: None, country: stated });
        }
        let alternatives = place_words::alternatives(text);
        let has_regions = || alternatives.iter().filter(|words| is_led_by_region(words)).count() >= FEWEST_REGIONS;
        let is_among_regions = alternatives.len() >= FEWEST_REGIONS && has_regions();
        let setting = PlaceSetting { country: stated, is_among_regions };
        for alternative in alternatives.iter().take(MOST_PLACES) {
            self.add_alternative(alternative, setting);
        }
    }

    fn add_alternative(&mut self, alternative: &str, setting: PlaceSetting) {
        let mut words = place_words::words(alternative);
        // "Remote - US or Canada": applicants may live in the second country too.
        let is_remote_before = self.workplace == Some(WorkplaceType::Remote) && !self.applicants.is_empty();
        if words.workplace.is_none() && is_remote_before {
            words.workplace = Some(WorkplaceType::Remote);
        }
        self.is_worldwide |= words.is_worldwide;
        if self.workplace.is_none() || words.workplace == Some(WorkplaceType::Hybrid) {
            self.workplace = words.workplace.or(self.workplace);
        }
        let is_remote = words.workplace == Some(WorkplaceType::Remote);
        for draft in drafts(&words.tokens, setting) {
            if is_remote {
                let of_region = draft.region.filter(|_region| draft.city.is_none()).and_then(country_of_region);
                self.applicants.extend(draft.country.or(of_region));
            }
            if let Some(place) = draft.into_place(is_remote) {
                self.push(place);
            }
        }
    }

    /// Uses the country that the feed states separately to choose among places of the same name for the one at `at`:
    /// "London" in Canada. It doesn't apply to remote work, or to a place whose words tell the country.
    fn narrow(&mut self, at: usize, stated: Option<Country>) {
        let is_remote = self.workplace == Some(WorkplaceType::Remote);
        let Some(country) = stated.filter(|_country| !is_remote) else { return };
        let Some(place) = self.places.get_mut(at).filter(|place| place.country != stated) else { return };
        if let Some(narrowed) = place_within(country, &place.text) {
            *place = narrowed;
        }
    }

    fn push(&mut self, place: Place) {
        let is_same = |earlier: &Place| match (&earlier.city, &place.city) {
            (Some(a), Some(b)) => a.slug == b.slug,
            _ => *earlier == place,
        };
        if self.places.len() < MOST_PLACES && !self.places.iter().any(is_same) {
            self.places.push(place);
        }
    }
}

/// The place with these words in a country; `None` if they name one elsewhere, or a world region.
fn place_within(country: Country, text: &str) -> Option<Place> {
    let is_here = |city: &&&City| city.country == country.code();
    if let Some(city) = cities(text).iter().find(is_here) {
        return Some(known_place(city, text));
    }
    let words = place_words::words(text);
    let names: Vec<String> = words.tokens.iter().flat_map(unfolded).map(|token| token.name).collect();
    let is_elsewhere = |name: &String| {
        let Evidence { regions, country: own, .. } = Evidence::of(name);
        let is_within = own == Some(country) || regions.iter().any(|region| region.country == country.code());
        (own.is_some() || !regions.is_empty()) && !is_within && cities(name).iter().find(is_here).is_none()
    };
    if names.iter().any(|name| is_elsewhere(name) || !is_town(name)) {
        return None;
    }
    let setting = PlaceSetting { country: Some(country), is_among_regions: false };
    let mut places = drafts(&words.tokens, setting).into_iter().filter_map(|draft| draft.into_place(false));
    places.next().filter(|place| place.country == Some(country) && places.next().is_none())
}

/// Whether it is a name of the place's city.
fn is_city_of(name: &str, place: &Place) -> bool {
    place.city.as_ref().is_some_and(|own| {
        name.eq_ignore_ascii_case(&own.name) || cities(name).iter().any(|city| city_slug(city) == own.slug)
    })
}

/// Whether it is a name of the place's region or country.
fn is_around(name: &str, place: &Place) -> bool {
    let Evidence { regions, country, .. } = Evidence::of(name);
    let is_region = regions.into_iter().any(|region| place.region.as_ref() == Some(&named_region(region)));
    is_region || (country.is_some() && country == place.country)
}

/// From this many regions on, the alternatives are a list of regions.
const FEWEST_REGIONS: usize = 2;

/// "California, USA, Remote", but not "New York, NY": whether it begins with a region that shares no city's name.
fn is_led_by_region(alternative: &str) -> bool {
    let words = place_words::words(alternative);
    let is_region = |name: &str| !Evidence::of(name).regions.is_empty() && cities(name).is_empty();
    words.tokens.first().is_some_and(|token| is_region(&token.name))
}
