//! What place names mean: cities, regions, and countries by any of their names, with their facet values.
//!
//! It looks names up in the domain's tables. The key is the name's slug, so case, accents, and points don't matter.
//! `place` decides which of several meanings a posting has.

use std::{collections::HashMap, sync::LazyLock};

use openroles_model::domain::{CITIES, City, Country, NamedPlace, Place, REGIONS, Region, Slug};

/// The country with this name, code, or common name.
pub(super) fn country(name: &str) -> Option<Country> {
    let key = key(name)?;
    let code = NAMES.iter().find(|(known, _)| *known == key).map(|(_, code)| *code);
    let is_code_or_long = name.len() > 3 || name.chars().all(|c| c.is_ascii_uppercase());
    let spelled = || Country::parse(name).or_else(|| Country::parse(&key.replace('-', " ")));
    code.and_then(Country::parse)
        .or_else(|| spelled().filter(|_country| is_code_or_long))
        .or_else(|| country_by_official_name(name))
}

/// Common names of countries besides the official ones, as slugs.
const NAMES: [(&str, &str); 51] = [
    ("usa", "US"),
    ("u-s", "US"),
    ("u-s-a", "US"),
    ("united-states-of-america", "US"),
    ("america", "US"),
    ("the-united-states", "US"),
    ("us", "US"),
    ("united-states-usa", "US"),
    ("uk", "GB"),
    ("u-k", "GB"),
    ("great-britain", "GB"),
    ("britain", "GB"),
    ("uae", "AE"),
    ("u-a-e", "AE"),
    ("deutschland", "DE"),
    ("brasil", "BR"),
    ("espana", "ES"),
    ("italia", "IT"),
    ("holland", "NL"),
    ("the-netherlands", "NL"),
    ("nederland", "NL"),
    ("czech-republic", "CZ"),
    ("korea", "KR"),
    ("republic-of-korea", "KR"),
    ("viet-nam", "VN"),
    ("turkiye", "TR"),
    ("hong-kong-sar", "HK"),
    ("russian-federation", "RU"),
    ("republic-of-ireland", "IE"),
    ("schweiz", "CH"),
    ("osterreich", "AT"),
    ("polska", "PL"),
    ("bharat", "IN"),
    ("pan-india", "IN"),
    ("macau", "MO"),
    ("the-philippines", "PH"),
    ("the-democratic-republic-of-the-congo", "CD"),
    ("democratic-peoples-republic-of-korea", "KP"),
    ("syrian-arab-republic", "SY"),
    ("lao-peoples-democratic-republic", "LA"),
    ("brunei-darussalam", "BN"),
    ("cabo-verde", "CV"),
    ("us-virgin-islands", "VI"),
    ("cote-d-ivoire", "CI"),
    ("cote-divoire", "CI"),
    ("holy-see-vatican-city-state", "VA"),
    ("saint-helena-ascension-and-tristan-da-cunha", "SH"),
    ("saint-martin-french-part", "MF"),
    ("sint-maarten-dutch-part", "SX"),
    ("taiwan-province-of-china", "TW"),
    ("falkland-islands-malvinas", "FK"),
];

/// "Virgin Islands, British", "Moldova, Republic of": names in the inverted order of ISO 3166.
fn country_by_official_name(name: &str) -> Option<Country> {
    let (main, qualifier) = name.split_once(", ")?;
    let is_title = [" of", " of the", "Republic"].iter().any(|end| qualifier.ends_with(end));
    let is_other_state = qualifier.contains("Democratic");
    country(&format!("{qualifier} {main}")).or_else(|| country(main).filter(|_main| is_title && !is_other_state))
}

/// What a token's name can mean above the level of cities.
pub(super) struct Evidence {
    /// Regions with that name or code.
    pub(super) regions: Vec<&'static Region>,
    /// The country with that name or code.
    pub(super) country: Option<Country>,
    /// Whether it also names a city: "New York" or "Hong Kong" after a city may be another city.
    pub(super) is_city_too: bool,
    /// Whether it is two or three capitals, which name a region or country only together with something else.
    pub(super) is_code: bool,
}

impl Evidence {
    /// What a name can mean.
    pub(super) fn of(name: &str) -> Self {
        let is_code = name.len() <= 3 && name.chars().all(|c| c.is_ascii_uppercase());
        let (regions, country) = (regions(name, is_code), country(name));
        let is_in_it = |city: &&City| region_of(city).is_some_and(|region| regions.contains(&region));
        let is_city_state = country.is_some_and(|country| matches!(country.code(), "HK" | "SG" | "MO"));
        let is_city_too = !is_code && (is_city_state || cities(name).iter().any(is_in_it));
        Self { regions, country, is_city_too, is_code }
    }

    /// Whether it is a region or country at all.
    pub(super) fn is_any(&self) -> bool {
        !self.regions.is_empty() || self.country.is_some()
    }

    /// Whether it is a code of a region or country.
    pub(super) fn is_ambiguous(&self) -> bool {
        self.is_code && self.is_any()
    }

    /// Whether this is the region or country of a city.
    pub(super) fn names(&self, city: &City) -> bool {
        let is_region = self.regions.iter().any(|region| region_of(city) == Some(*region));
        is_region || self.country.is_some_and(|country| country.code() == city.country)
    }

    /// Whether this can follow a city: the city's own region or country, another city, or neither region nor country.
    pub(super) fn allows(&self, city: &City) -> bool {
        !self.is_any() || self.is_city_too || self.names(city)
    }
}

/// Whether it is a code, or the name of a country. Region names don't count, because too many towns end with one.
pub(super) fn is_above_city(name: &str) -> bool {
    let evidence = Evidence::of(name);
    evidence.country.is_some() || (evidence.is_code && !evidence.regions.is_empty())
}

pub(super) fn is_known(name: &str) -> bool {
    !cities(name).is_empty() || is_above_city(name)
}

pub(super) fn known_place(city: &'static City, text: &str) -> Place {
    let country = Country::parse(city.country);
    let region = region_of(city);
    let named = NamedPlace { slug: city_slug(city), name: city.name.to_owned() };
    Place { text: text.to_owned(), city: Some(named), region: region.map(named_region), country }
}

/// The first city with a name has the plain slug; the others add their region or country.
pub(super) fn city_slug(city: &City) -> Slug {
    let plain = Slug::of_or_hash(city.name);
    match cities(city.name).first() {
        Some(first) if *first != city => suffixed(&plain, region_of(city), Country::parse(city.country)),
        _ => plain,
    }
}

/// A town that isn't in the table. Its slug includes region or country, because other towns may have the same name.
pub(super) fn unknown_city(name: &str, region: Option<&'static Region>, country: Option<Country>) -> NamedPlace {
    let name = recased(name);
    let plain = Slug::of_or_hash(&name);
    NamedPlace { slug: suffixed(&plain, region, country), name }
}

/// `springfield-il-us` for countries whose states are usually named, `paris-us` for others.
fn suffixed(plain: &Slug, region: Option<&Region>, country: Option<Country>) -> Slug {
    let suffix = match (region, country) {
        (Some(region), Some(country)) if matches!(region.country, "US" | "CA" | "AU") => {
            format!("{}-{}", region.code, country.code())
        }
        (_, Some(country)) => country.code().to_owned(),
        (_, None) => return plain.clone(),
    };
    plain.with_suffix(&suffix)
}

/// A region as a facet value. If it has the name of a city or country, "(state)" is added.
pub(super) fn named_region(region: &Region) -> NamedPlace {
    let plain = Slug::of_or_hash(region.name);
    if !cities(region.name).is_empty() || Country::parse(region.name).is_some() {
        return NamedPlace { slug: plain.with_suffix("state"), name: format!("{} (state)", region.name) };
    }
    NamedPlace { slug: plain, name: region.name.to_owned() }
}

pub(super) fn country_of_region(region: &Region) -> Option<Country> {
    Country::parse(region.country)
}

pub(super) fn region_of(city: &City) -> Option<&'static Region> {
    static BY_NAME: LazyLock<HashMap<(&str, &str), &Region>> = LazyLock::new(|| {
        let named = |region: &'static Region| [region.code, region.name].map(|name| ((region.country, name), region));
        // If two regions share a name or code, the first in the list wins.
        REGIONS.iter().rev().flat_map(named).collect()
    });
    BY_NAME.get(&(city.country, city.region)).copied().filter(|_region| !city.region.is_empty())
}

/// The cities with a name, most common meaning first.
pub(super) fn cities(name: &str) -> &'static [&'static City] {
    static BY_NAME: LazyLock<HashMap<String, Vec<&'static City>>> = LazyLock::new(|| {
        let mut by_name: HashMap<String, Vec<&'static City>> = HashMap::new();
        for city in CITIES {
            for name in [city.name].iter().chain(city.aliases) {
                by_name.entry(Slug::of_or_hash(name).as_str().to_owned()).or_default().push(city);
            }
        }
        by_name
    });
    let Some(key) = key(name) else {
        return &[];
    };
    let core = ["-area", "-metro", "-cbd", "-city"]
        .iter()
        .fold(key.as_str(), |core, end| core.strip_suffix(end).unwrap_or(core));
    let core = ["greater-", "metro-"].iter().fold(core, |core, start| core.strip_prefix(start).unwrap_or(core));
    BY_NAME.get(&key).or_else(|| BY_NAME.get(core)).map_or(&[], Vec::as_slice)
}

/// The regions with a name or code; several can share a two-letter code.
fn regions(name: &str, is_code: bool) -> Vec<&'static Region> {
    static BY_NAME: LazyLock<HashMap<String, Vec<&'static Region>>> = LazyLock::new(|| {
        let mut by_name: HashMap<String, Vec<&'static Region>> = HashMap::new();
        for region in REGIONS {
            for name in [region.name].iter().chain(region.aliases) {
                by_name.entry(Slug::of_or_hash(name).as_str().to_owned()).or_default().push(region);
            }
        }
        by_name
    });
    let by_name = key(name).and_then(|key| BY_NAME.get(&key).cloned()).unwrap_or_default();
    let by_code = REGIONS.iter().filter(|region| is_code && region.code == name);
    by_name.into_iter().chain(by_code).collect()
}

/// What all spellings of a place's name share: its slug.
fn key(name: &str) -> Option<String> {
    Slug::of(name).map(String::from)
}

/// Capitalizes a name that is all in capitals: `ARLESEY` is Arlesey.
fn recased(name: &str) -> String {
    let is_shouted = name.chars().count() > 3 && !name.contains(char::is_lowercase);
    if !is_shouted {
        return name.to_owned();
    }
    let mut after_letter = false;
    name.chars()
        .flat_map(|c| {
            let cased: Vec<char> = if after_letter { c.to_lowercase().collect() } else { vec![c] };
            after_letter = c.is_alphabetic();
            cased
        })
        .collect()
}

/// Whether a word is a compass direction, which names only a part of a place.
pub(super) fn is_direction(word: &str) -> bool {
    const DIRECTIONS: [&str; 13] = [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "new",
        "upstate",
        "greater",
        "republic of",
    ];
    DIRECTIONS.iter().any(|direction| word.eq_ignore_ascii_case(direction))
}
