//! Where applicants may live: names of countries and of world regions, and other texts.
//!
//! A list counts as countries only if every name in it is a known country: "Europe, France" is more than France.

use openroles_model::domain::{ApplicantLocation, Country, WorkplaceType, world_region};

use super::{clean, gazetteer, place::ParsedLocations, place_words};

/// A stated requirement decides. Otherwise, the words of a remote posting's place do ("Remote, United States").
pub(super) fn read(
    stated: &[String],
    locations: &ParsedLocations,
    workplace: Option<WorkplaceType>,
) -> ApplicantLocation {
    let mut names = NamedAreas::default();
    for text in stated.iter().take(MOST_NAMES) {
        names.add(&clean::label(Some(text), LONGEST_TEXT).unwrap_or_default());
    }
    if stated.is_empty() && workplace == Some(WorkplaceType::Remote) {
        names = NamedAreas::of(locations);
    }
    names.location()
}

/// Most names to keep; there are fewer countries.
const MOST_NAMES: usize = 300;
/// In characters. Longer texts are cut.
const LONGEST_TEXT: usize = 2_000;

/// The names so far, in order, without duplicates.
#[derive(Default)]
struct NamedAreas {
    is_worldwide: bool,
    named: Vec<NamedArea>,
}

#[derive(PartialEq)]
enum NamedArea {
    Country(Country),
    Region(&'static str),
    Words(String),
}

impl NamedArea {
    /// The country or world region with this name.
    fn known(name: &str) -> Option<Self> {
        gazetteer::country(name).map(Self::Country).or_else(|| world_region(name).map(Self::Region))
    }

    fn name(&self) -> &str {
        match self {
            Self::Country(country) => country.name(),
            Self::Region(name) => name,
            Self::Words(words) => words,
        }
    }
}

impl NamedAreas {
    /// The countries and world regions that a remote posting names instead of a place.
    fn of(locations: &ParsedLocations) -> Self {
        let regions = locations.places.iter().filter_map(|place| world_region(&place.text)).map(NamedArea::Region);
        let mut names = Self { is_worldwide: locations.is_worldwide, named: Vec::new() };
        let countries = locations.applicants.iter().copied().map(NamedArea::Country);
        countries.chain(regions).for_each(|named| names.push(named));
        names
    }

    /// "USA, Canada" lists two names; "Korea, Republic of" is a single one.
    fn add(&mut self, text: &str) {
        if let Some(known) = NamedArea::known(text) {
            return self.push(known);
        }
        for alternative in place_words::alternatives(text) {
            let words = place_words::words(&alternative);
            self.is_worldwide |= words.is_worldwide;
            words.tokens.into_iter().for_each(|token| self.add_name(token.text));
        }
    }

    /// "US and Canada" are two; "Trinidad and Tobago" is one.
    fn add_name(&mut self, name: String) {
        let both = || {
            let (one, other) = [" and ", " & "].iter().find_map(|word| name.split_once(word))?;
            Some([NamedArea::known(one)?, NamedArea::known(other)?])
        };
        match (NamedArea::known(&name), both()) {
            (Some(known), _) => self.push(known),
            (None, Some(both)) => both.into_iter().for_each(|known| self.push(known)),
            (None, None) => self.push(NamedArea::Words(name)),
        }
    }

    fn push(&mut self, named: NamedArea) {
        if self.named.len() < MOST_NAMES && !self.named.contains(&named) {
            self.named.push(named);
        }
    }

    fn location(self) -> ApplicantLocation {
        let has_words = self.named.iter().any(|named| matches!(named, NamedArea::Words(_)));
        if self.is_worldwide && !has_words {
            return ApplicantLocation::Worldwide;
        }
        let country = |named: &NamedArea| match named {
            NamedArea::Country(country) => Some(*country),
            NamedArea::Region(_) | NamedArea::Words(_) => None,
        };
        match self.named.iter().map(country).collect::<Option<Vec<Country>>>() {
            Some(countries) if countries.is_empty() => ApplicantLocation::NotStated,
            Some(mut countries) => {
                countries.sort_unstable();
                countries.dedup();
                ApplicantLocation::Countries(countries)
            }
            // "Worldwide (except Cuba)" keeps all its words.
            None => {
                let worldwide = self.is_worldwide.then_some("Worldwide");
                ApplicantLocation::Places(
                    worldwide.into_iter().chain(self.named.iter().map(NamedArea::name)).map(str::to_owned).collect(),
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a page shows it: countries with `only` before them.
    fn shown(stated: &[&str]) -> String {
        let stated: Vec<String> = stated.iter().map(|&text| text.to_owned()).collect();
        match read(&stated, &ParsedLocations::default(), None) {
            ApplicantLocation::Countries(countries) => {
                format!("only {}", countries.iter().map(|country| country.code()).collect::<Vec<_>>().join(" "))
            }
            ApplicantLocation::Places(names) => names.join(" · "),
            ApplicantLocation::Worldwide => "anywhere".to_owned(),
            ApplicantLocation::NotStated => "-".to_owned(),
        }
    }

    #[test]
    fn a_list_is_one_of_countries_only_when_all_its_names_are() {
        for (stated, expected) in [
            (vec!["USA"], "only US"),
            (vec!["USA Only"], "only US"),
            (vec!["US, Canada"], "only CA US"),
            (vec!["US and Canada"], "only CA US"),
            (vec!["UK or Ireland"], "only GB IE"),
            (vec!["Trinidad and Tobago"], "only TT"),
            (vec!["Korea, Republic of"], "only KR"),
            (vec!["Canada", "United States", "Canada"], "only CA US"),
            (vec!["Remote (US)"], "only US"),
            (
                vec!["Northern America, Europe, UK, France, European timezones"],
                "North America · Europe · United Kingdom · France · European timezones",
            ),
            (vec!["Americas, Europe, Asia, Africa, Oceania"], "Americas · Europe · Asia · Africa · Oceania"),
            (vec!["LATAM", "Spain"], "Latin America · Spain"),
            (vec!["EU only"], "European Union"),
            (vec!["Anywhere in Europe"], "Europe"),
            (vec!["Europe and Canada"], "Europe · Canada"),
            (vec!["USA (East Coast)"], "USA (East Coast)"),
            (vec!["Michigan, USA"], "Michigan · United States"),
            (vec!["Worldwide"], "anywhere"),
            (vec!["Anywhere in the World"], "anywhere"),
            (vec!["Worldwide", "Europe"], "anywhere"),
            (vec!["Worldwide (except Cuba)"], "Worldwide · except Cuba"),
            (vec!["Remote"], "-"),
            (vec!["", "n/a"], "-"),
            (vec![], "-"),
        ] {
            assert_eq!(shown(&stated), expected, "{stated:?}");
        }
    }

    #[test]
    fn countries_are_known_as_lists_of_iso_3166_name_them() {
        for (name, code) in [
            ("Congo, The Democratic Republic of the", "CD"),
            ("Côte d'Ivoire", "CI"),
            ("Holy See (Vatican City State)", "VA"),
            ("Palestine, State of", "PS"),
            ("Saint Helena, Ascension and Tristan da Cunha", "SH"),
            ("Saint Martin (French part)", "MF"),
            ("Sint Maarten (Dutch part)", "SX"),
            ("Taiwan, Province of China", "TW"),
            ("Falkland Islands (Malvinas)", "FK"),
            ("Virgin Islands, U.S.", "VI"),
            ("Virgin Islands, British", "VG"),
            ("Iran, Islamic Republic of", "IR"),
        ] {
            assert_eq!(shown(&[name]), format!("only {code}"), "{name}");
        }
    }
}
