//! What names of places mean: cities, regions and countries by any of their names, and the facet values they have.
//!
//! Everything rests on the tables of the domain; a key is the slug of a name, so case, accents and points do not
//! matter. Which of several meanings a posting has is `place`'s to say.

use std::{collections::HashMap, sync::LazyLock};

use crate::domain::{CITIES, City, Country, NamedPlace, Place, REGIONS, Region, Slug};

/// A country by name, code or a name people use.
pub(super) fn country(name: &str) -> Option<Country> {
    let key = key(name)?;
    let code = NAMES.iter().find(|(known, _)| *known == key).map(|(_, code)| *code);
    let is_code_or_long = name.len() > 3 || name.chars().all(|c| c.is_ascii_uppercase());
    let spelled = || Country::parse(name).or_else(|| Country::parse(&key.replace('-', " ")));
    code.and_then(Country::parse)
        .or_else(|| spelled().filter(|_country| is_code_or_long))
        .or_else(|| country_by_official_name(name))
}

/// Names that no country has of its own, as their slugs.
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

/// "Virgin Islands, British", "Moldova, Republic of": as ISO 3166 sorts names.
fn country_by_official_name(name: &str) -> Option<Country> {
    let (main, qualifier) = name.split_once(", ")?;
    let is_title = [" of", " of the", "Republic"].iter().any(|end| qualifier.ends_with(end));
    let is_other_state = qualifier.contains("Democratic");
    country(&format!("{qualifier} {main}")).or_else(|| country(main).filter(|_main| is_title && !is_other_state))
}

/// What the name of a token could be above a city.
pub(super) struct Evidence {
    /// Regions of that name or code.
    pub(super) regions: Vec<&'static Region>,
    /// The country of that name or code.
    pub(super) country: Option<Country>,
    /// Whether it is the name of a city as well: "New York" or "Hong Kong" behind a city may be another one.
    pub(super) is_city_too: bool,
    /// Two or three capitals, which name a region or country only beside something else.
    pub(super) is_code: bool,
}

impl Evidence {
    /// What a name says.
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

    /// Whether it is a code that means a region or country.
    pub(super) fn is_ambiguous(&self) -> bool {
        self.is_code && self.is_any()
    }

    /// Whether this is the region or country of a city.
    pub(super) fn names(&self, city: &City) -> bool {
        let is_region = self.regions.iter().any(|region| region_of(city) == Some(*region));
        is_region || self.country.is_some_and(|country| country.code() == city.country)
    }

    /// Whether a city may be followed by this: by its own region or country, by another city, or by nothing of the kind.
    pub(super) fn allows(&self, city: &City) -> bool {
        !self.is_any() || self.is_city_too || self.names(city)
    }
}

/// A code, or the name of a country; names of regions end too many names of towns.
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

/// The first city of a name has the plain slug, the others add their region or country.
pub(super) fn city_slug(city: &City) -> Slug {
    let plain = Slug::of_or_hash(city.name);
    match cities(city.name).first() {
        Some(first) if *first != city => suffixed(&plain, region_of(city), Country::parse(city.country)),
        _ => plain,
    }
}

/// A town the table does not know: with its region or country in the slug, as there may be another of its name.
pub(super) fn unknown_city(name: &str, region: Option<&'static Region>, country: Option<Country>) -> NamedPlace {
    let name = recased(name);
    let plain = Slug::of_or_hash(&name);
    NamedPlace { slug: suffixed(&plain, region, country), name }
}

/// `springfield-il-us` where states are customarily told apart, `paris-us` elsewhere.
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

/// A region as a facet value; one named like a city or country says what it is.
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
        // Of what two share, the first in the list has it.
        REGIONS.iter().rev().flat_map(named).collect()
    });
    BY_NAME.get(&(city.country, city.region)).copied().filter(|_region| !city.region.is_empty())
}

/// The cities of a name, the one usually meant first.
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

/// The regions of a name or code; a code of two letters may name several.
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

/// What spellings of a place's name share: its slug.
fn key(name: &str) -> Option<String> {
    Slug::of(name).map(String::from)
}

/// `ARLESEY` is shouted; a name is not.
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

/// Whether a word says which part of something, not what.
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
