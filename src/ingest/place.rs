//! Places: words and addresses become city, region and country, each a facet value of its own.
//!
//! The levels come from the tables of the domain. A city the tables do not know stays a city under its own name, so
//! that it can still be chosen; what is not even a name stays text.

use std::{collections::HashMap, sync::LazyLock};

use crate::{
    domain::{CITIES, City, Country, NamedPlace, Place, REGIONS, Region, Slug, WorkplaceType},
    feed::RawPlace,
};

use super::{
    clean,
    place_words::{self, Token},
};

pub(super) use super::place_words::is_worldwide;

/// Where a job is, and what its places say about the work besides.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Whereabouts {
    /// The places, none twice.
    pub(super) places: Vec<Place>,
    /// On-site, hybrid or remote, where the words say so.
    pub(super) workplace: Option<WorkplaceType>,
    /// Countries a remote job names instead of a place.
    pub(super) applicants: Vec<Country>,
    /// Whether the words say that one may work from anywhere.
    pub(super) is_worldwide: bool,
}

/// Reads the places of a posting.
pub(super) fn whereabouts(raw: &[RawPlace]) -> Whereabouts {
    let mut whereabouts = Whereabouts::default();
    for raw in raw.iter().take(MOST_PLACES) {
        whereabouts.add(&clean::line(&in_words(raw), LONGEST_TEXT));
    }
    whereabouts
}

/// A country by name, code or a name people use.
pub(super) fn country(name: &str) -> Option<Country> {
    const NAMES: [(&str, &str); 36] = [
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
    ];
    let key = key(name)?;
    let code = NAMES.iter().find(|(known, _)| *known == key).map(|(_, code)| *code);
    let is_code_or_long = name.len() > 3 || name.chars().all(|c| c.is_ascii_uppercase());
    let spelled = || Country::parse(name).or_else(|| Country::parse(&key.replace('-', " ")));
    code.and_then(Country::parse).or_else(|| spelled().filter(|_country| is_code_or_long))
}

/// A posting is not in more places; in a feed more are a mistake.
const MOST_PLACES: usize = 100;
/// Texts naming places are cut there, in characters; the longest seen had 998.
const LONGEST_TEXT: usize = 2_000;
/// A longer name is not one, in characters.
const LONGEST_NAME: usize = 60;

/// The words of a place; a country code is spelled out, so that `IN` is not Indiana.
fn in_words(raw: &RawPlace) -> String {
    let country_name = |text: &String| country(text).map_or_else(|| text.clone(), |country| country.name().to_owned());
    let parts = [raw.locality.clone(), raw.region.clone(), raw.country.as_ref().map(country_name)];
    let address = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    raw.text.clone().filter(|_text| address.is_empty()).unwrap_or(address)
}

impl Whereabouts {
    fn add(&mut self, text: &str) {
        if let Some(city) = cities(text).first() {
            return self.push(known_place(city, text));
        }
        for alternative in place_words::alternatives(text) {
            self.add_alternative(&alternative);
        }
    }

    fn add_alternative(&mut self, alternative: &str) {
        let words = place_words::words(alternative);
        self.is_worldwide |= words.is_worldwide;
        if self.workplace.is_none() || words.workplace == Some(WorkplaceType::Hybrid) {
            self.workplace = words.workplace.or(self.workplace);
        }
        let is_remote = words.workplace == Some(WorkplaceType::Remote);
        for draft in drafts(&words.tokens) {
            if is_remote && draft.city.is_none() {
                self.applicants.extend(draft.country.or(draft.region.and_then(country_of_region)));
            }
            if let Some(place) = draft.into_place(is_remote) {
                self.push(place);
            }
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

/// A place while its tokens are read.
#[derive(Default)]
struct Draft {
    texts: Vec<String>,
    city: Option<CityName>,
    region: Option<&'static Region>,
    country: Option<Country>,
}

/// A city of the table, or a name that may be one.
enum CityName {
    Known(&'static City),
    Unknown(String),
}

/// The places that the tokens of one alternative name, in order; a second known city, region or
/// country begins a second place.
fn drafts(tokens: &[Token]) -> Vec<Draft> {
    let tokens: Vec<Token> = tokens.iter().flat_map(unfolded).collect();
    let mut drafts = Vec::new();
    let mut draft = Draft::default();
    for (index, token) in tokens.iter().enumerate() {
        let context = Context { draft: &draft, others: &tokens, index };
        match context.meaning(token) {
            Meaning::City(city) => {
                drafts.extend(draft.finished_if(matches!(draft.city, Some(CityName::Known(_)))));
                draft.city = Some(CityName::Known(city));
            }
            Meaning::Region(region) => {
                let is_another = draft.region.is_some_and(|known| known != region) && draft.city.is_none();
                drafts.extend(draft.finished_if(is_another));
                draft.region = draft.region.or(Some(region));
            }
            Meaning::Country(country) => {
                drafts.extend(draft.finished_if(draft.country.is_some_and(|known| known != country)));
                draft.country = draft.country.or(Some(country));
            }
            Meaning::Name if draft.city.is_none() => draft.city = Some(CityName::Unknown(token.name.clone())),
            Meaning::Name | Meaning::Nothing => {}
        }
        draft.texts.extend(Some(token.text.clone()).filter(|text| !text.is_empty()));
    }
    drafts.push(draft);
    drafts.retain(|draft| !draft.texts.is_empty());
    drafts
}

/// What a token names.
enum Meaning {
    City(&'static City),
    Region(&'static Region),
    Country(Country),
    Name,
    Nothing,
}

/// What is known while a token is read.
struct Context<'a> {
    draft: &'a Draft,
    others: &'a [Token],
    index: usize,
}

impl Context<'_> {
    fn meaning(&self, token: &Token) -> Meaning {
        let next = self.others.get(self.index + 1).map(|token| Evidence::of(&token.name));
        let own = Evidence::of(&token.name);
        let has_city = self.draft.city.is_some();
        let stated = self.draft.country.or_else(|| self.country_named_later());
        if !has_city && let Some(city) = self.city(token, next.as_ref(), stated) {
            return Meaning::City(city);
        }
        if let Some(region) = self.region(&own, stated) {
            return Meaning::Region(region);
        }
        if let Some(country) =
            own.country.filter(|country| !has_next_region_elsewhere(next.as_ref(), *country) || has_city)
        {
            return Meaning::Country(country);
        }
        match self.city(token, next.as_ref(), stated) {
            Some(city) if matches!(self.draft.city, Some(CityName::Unknown(_))) || !own.is_code => Meaning::City(city),
            _ if looks_like_a_name(&token.name) => Meaning::Name,
            _ => Meaning::Nothing,
        }
    }

    /// The city of that name that what follows and the stated country allow; the first when nothing is stated.
    fn city(&self, token: &Token, next: Option<&Evidence>, stated: Option<Country>) -> Option<&'static City> {
        let region = self.draft.region;
        cities(&token.name).iter().copied().find(|city| {
            let fits_country = stated.is_none_or(|country| country.code() == city.country);
            let fits_region = region.is_none_or(|region| region_of(city) == Some(region));
            fits_country && fits_region && next.is_none_or(|next| next.allows(city))
        })
    }

    /// The region of that name in the stated country, in that of the city, or anywhere; a bare code is only read where
    /// addresses end in one.
    fn region(&self, own: &Evidence, stated: Option<Country>) -> Option<&'static Region> {
        let of_city = match self.draft.city {
            Some(CityName::Known(city)) => Some(city.country),
            _ => None,
        };
        let country = stated.map(Country::code).or(of_city);
        // "Georgia" on its own is the country, after a city it is the state.
        let is_alone = self.others.len() == 1 && own.country.is_some() && !own.is_code;
        let is_customary = |region: &Region| !own.is_code || matches!(region.country, "US" | "CA" | "AU");
        let fits = |region: &Region| country.map_or(is_customary(region), |country| country == region.country);
        own.regions.iter().copied().find(|region| !is_alone && fits(region))
    }

    fn country_named_later(&self) -> Option<Country> {
        let later = self.others.iter().skip(self.index + 1).map(|token| Evidence::of(&token.name));
        later.filter(|evidence| evidence.regions.is_empty()).find_map(|evidence| evidence.country)
    }
}

/// What the name of a token could be above a city.
struct Evidence {
    regions: Vec<&'static Region>,
    country: Option<Country>,
    /// Two or three capitals, which name a region or country only beside something else.
    is_code: bool,
}

impl Evidence {
    fn of(name: &str) -> Self {
        let is_code = name.len() <= 3 && name.chars().all(|c| c.is_ascii_uppercase());
        Self { regions: regions(name, is_code), country: country(name), is_code }
    }

    /// Whether a city may be followed by this: by its own region or country, or by nothing of the kind.
    fn allows(&self, city: &City) -> bool {
        let is_silent = self.regions.is_empty() && self.country.is_none();
        let is_region = self.regions.iter().any(|region| region_of(city) == Some(*region));
        let is_country = self.country.is_some_and(|country| country.code() == city.country);
        // "Seattle, Washington" and "Washington, Seattle" are both written, as is "New York, San Francisco".
        is_silent || is_region || is_country
    }
}

/// "Lebanon, PA" is a town: a country is not followed by a region of another.
fn has_next_region_elsewhere(next: Option<&Evidence>, country: Country) -> bool {
    next.is_some_and(|next| {
        let is_elsewhere = next.regions.iter().all(|region| region.country != country.code());
        !next.regions.is_empty() && is_elsewhere && next.country != Some(country)
    })
}

impl Draft {
    /// The draft as it is, leaving an empty one, when what comes next `is_another` place's.
    fn finished_if(&mut self, is_another: bool) -> Option<Self> {
        is_another.then(|| std::mem::take(self))
    }

    fn into_place(self, is_remote: bool) -> Option<Place> {
        let text = self.texts.join(", ");
        match self.city {
            Some(CityName::Known(city)) => Some(known_place(city, &text)),
            // "Remote - EMEA": no town, and no country either.
            Some(CityName::Unknown(_)) if is_remote && self.region.is_none() && self.country.is_none() => {
                Some(Place { text, city: None, region: None, country: None })
            }
            Some(CityName::Unknown(name)) => {
                let country = self.country.or(self.region.and_then(country_of_region));
                let city = is_town(&name).then(|| unknown_city(&name, self.region, country));
                Some(Place { text, city, region: self.region.map(named_region), country })
            }
            None if is_remote && self.region.is_none() => None,
            None => {
                let country = self.country.or(self.region.and_then(country_of_region));
                Some(Place { text, city: None, region: self.region.map(named_region), country })
            }
        }
    }
}

fn known_place(city: &'static City, text: &str) -> Place {
    let country = Country::parse(city.country);
    let region = region_of(city);
    let named = NamedPlace { slug: city_slug(city), name: city.name.to_owned() };
    Place { text: text.to_owned(), city: Some(named), region: region.map(named_region), country }
}

/// The first city of a name has the plain slug, the others add their region or country.
fn city_slug(city: &City) -> Slug {
    let plain = Slug::of_or_hash(city.name);
    match cities(city.name).first() {
        Some(first) if *first != city => suffixed(&plain, region_of(city), Country::parse(city.country)),
        _ => plain,
    }
}

/// A town the table does not know: with its region or country in the slug, as there may be another of its name.
fn unknown_city(name: &str, region: Option<&'static Region>, country: Option<Country>) -> NamedPlace {
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
fn named_region(region: &Region) -> NamedPlace {
    let plain = Slug::of_or_hash(region.name);
    if !cities(region.name).is_empty() || Country::parse(region.name).is_some() {
        return NamedPlace { slug: plain.with_suffix("state"), name: format!("{} (state)", region.name) };
    }
    NamedPlace { slug: plain, name: region.name.to_owned() }
}

fn country_of_region(region: &Region) -> Option<Country> {
    Country::parse(region.country)
}

fn region_of(city: &City) -> Option<&'static Region> {
    let is_region = |region: &&Region| {
        region.country == city.country && !city.region.is_empty() && [region.code, region.name].contains(&city.region)
    };
    REGIONS.iter().find(is_region)
}

/// The cities of a name, the one usually meant first.
fn cities(name: &str) -> &'static [&'static City] {
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
    let core =
        ["-area", "-metro", "-cbd"].iter().fold(key.as_str(), |core, end| core.strip_suffix(end).unwrap_or(core));
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

/// The tokens of a token that lacks the commas: "Cambridge, MA USA", "US TX Austin", "Vejle (Denmark)", "GA 30030",
/// "Paris and Lyon".
fn unfolded(token: &Token) -> Vec<Token> {
    if is_known(&token.name) && token.text == token.name {
        return vec![token.clone()];
    }
    let parts = in_brackets(token)
        .or_else(|| without_postal_code(token))
        .or_else(|| two_cities(token))
        .or_else(|| before_state_or_country(&token.name))
        .or_else(|| after_state_or_country(&token.name));
    parts.unwrap_or_else(|| vec![token.clone()])
}

fn whole(name: &str) -> Token {
    Token { text: name.trim().to_owned(), name: name.trim().to_owned() }
}

/// What stands in brackets counts when it ends in a state or country; its text is part of what stands before.
fn in_brackets(token: &Token) -> Option<Vec<Token>> {
    let (_, inside) = token.text.strip_suffix(')')?.split_once('(')?;
    let names: Vec<&str> = inside.split(',').map(str::trim).collect();
    let is_place = !is_known(&token.name) && names.last().is_some_and(|last| is_above_city(last));
    let silent = |name: &str| Token { text: String::new(), name: name.to_owned() };
    is_place.then(|| [token.clone()].into_iter().chain(names.into_iter().map(silent)).collect())
}

fn without_postal_code(token: &Token) -> Option<Vec<Token>> {
    const SHORTEST: usize = 4;
    let (name, code) = token.name.rsplit_once(' ')?;
    let is_code = code.len() >= SHORTEST && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let is_place = is_code && is_known(name.trim());
    is_place.then(|| vec![Token { text: token.text.clone(), name: name.trim().to_owned() }])
}

fn two_cities(token: &Token) -> Option<Vec<Token>> {
    let (one, other) = [" and ", " & "].iter().find_map(|word| token.name.split_once(word))?;
    (is_known(one) && is_known(other)).then(|| vec![whole(one), whole(other)])
}

fn before_state_or_country(name: &str) -> Option<Vec<Token>> {
    const MOST_WORDS: usize = 3;
    let spaces: Vec<usize> = name.match_indices(' ').map(|(at, _)| at).collect();
    let longest_end = spaces[spaces.len().saturating_sub(MOST_WORDS)..].iter();
    let cuts = longest_end.map(|at| (name[..*at].trim(), name[at + 1..].trim()));
    let (before, after) = cuts.into_iter().find(|(before, after)| is_above_city(after) && !is_direction(before))?;
    Some(unfolded(&whole(before)).into_iter().chain([whole(after)]).collect())
}

fn after_state_or_country(name: &str) -> Option<Vec<Token>> {
    let (code, rest) = name.split_once([' ', '-'])?;
    let evidence = Evidence::of(code);
    // "UT-Cottonwood Heights": a state with a hyphen needs no known city after it.
    let is_state = name[code.len()..].starts_with('-') && !evidence.regions.is_empty();
    let is_place = evidence.is_code && is_above_city(code) && (is_state || is_known_inside(rest));
    is_place.then(|| [whole(code)].into_iter().chain(unfolded(&whole(rest))).collect())
}

fn is_known(name: &str) -> bool {
    !cities(name).is_empty() || is_above_city(name)
}

/// A code, or the name of a country; names of regions end too many names of towns.
fn is_above_city(name: &str) -> bool {
    let evidence = Evidence::of(name);
    evidence.country.is_some() || (evidence.is_code && !evidence.regions.is_empty())
}

fn is_known_inside(rest: &str) -> bool {
    let rest = rest.trim();
    !cities(rest).is_empty()
        || rest.split_once(' ').is_some_and(|(code, city)| is_above_city(code) && !cities(city).is_empty())
}

fn is_direction(word: &str) -> bool {
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

/// Parts of the world larger than a country are no towns.
fn is_town(name: &str) -> bool {
    const LARGER: [&str; 16] = [
        "emea",
        "apac",
        "latam",
        "europe",
        "european-union",
        "eu",
        "north-america",
        "south-america",
        "latin-america",
        "asia",
        "africa",
        "middle-east",
        "asia-pacific",
        "oceania",
        "americas",
        "mena",
    ];
    !is_direction(name) && key(name).is_none_or(|key| !LARGER.contains(&key.as_str()))
}

/// A name has letters, no digits, and the length of a name.
fn looks_like_a_name(text: &str) -> bool {
    const MOST_WORDS: usize = 7;
    let is_short = text.chars().count() <= LONGEST_NAME && text.split(' ').count() <= MOST_WORDS;
    let is_clean = !text.contains(|c: char| c.is_ascii_digit() || "<>{}=@_:!?\"".contains(c));
    is_short && is_clean && text.chars().filter(|c| c.is_alphabetic()).count() >= 2
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

#[cfg(test)]
mod tests {
    use super::*;

    /// City, region and country slugs of each place: `bengaluru < karnataka < india`.
    fn levels(text: &str) -> Vec<String> {
        let raw = RawPlace { text: Some(text.to_owned()), ..RawPlace::default() };
        let places = whereabouts(&[raw]).places;
        places
            .iter()
            .map(|place| place.levels().map(|level| level.slug.to_string()).collect::<Vec<_>>().join(" < "))
            .collect()
    }

    #[test]
    fn places_have_levels() {
        for (text, expected) in [
            ("Bengaluru (Bangalore)", vec!["bengaluru < karnataka < india"]),
            ("Bangalore", vec!["bengaluru < karnataka < india"]),
            ("Noida, NCR (Delhi | Gurgaon | Noida)", vec!["noida < uttar-pradesh < india"]),
            ("Delhi / NCR", vec!["delhi < india"]),
            ("San Francisco, CA, United States", vec!["san-francisco < california < united-states"]),
            ("CA - San Francisco", vec!["san-francisco < california < united-states"]),
            ("San Mateo, CA United States", vec!["san-mateo < california < united-states"]),
            ("US TX Austin", vec!["austin < texas < united-states"]),
            ("Bethesda, MD", vec!["bethesda < maryland < united-states"]),
            ("Springfield, IL", vec!["springfield-il-us < illinois < united-states"]),
            ("London, UK", vec!["london < england < united-kingdom"]),
            ("London, undefined", vec!["london < england < united-kingdom"]),
            ("London, ON", vec!["london-on-ca < ontario < canada"]),
            ("Paris", vec!["paris < france"]),
            ("Paris, TX", vec!["paris-tx-us < texas < united-states"]),
            ("Paris, United States", vec!["paris-us < united-states"]),
            ("Berlin, DE", vec!["berlin < germany"]),
            ("Berlin, Berlin, Germany", vec!["berlin < germany"]),
            ("Dublin, CA", vec!["dublin-ca-us < california < united-states"]),
            ("New York", vec!["new-york < new-york-state < united-states"]),
            ("New York, NEW YORK", vec!["new-york < new-york-state < united-states"]),
            ("Bellevue, Washington", vec!["bellevue < washington-state < united-states"]),
            ("Washington, D.C.", vec!["washington < district-of-columbia < united-states"]),
            ("Indiana", vec!["indiana < united-states"]),
            ("Indianapolis, IN", vec!["indianapolis < indiana < united-states"]),
            ("Mumbai, IN", vec!["mumbai < maharashtra < india"]),
            ("Roswell, Georgia", vec!["roswell-ga-us < georgia-state < united-states"]),
            ("Atlanta, Georgia", vec!["atlanta < georgia-state < united-states"]),
            ("Georgia", vec!["georgia"]),
            ("Tbilisi, Georgia", vec!["tbilisi < georgia"]),
            ("Lebanon, PA", vec!["lebanon-pa-us < pennsylvania < united-states"]),
            ("Singapore, Singapore", vec!["singapore"]),
            ("Dingolfing, Germany", vec!["dingolfing-de < germany"]),
            ("India - Pune", vec!["pune < maharashtra < india"]),
            ("Denmark Hill, London", vec!["london < england < united-kingdom"]),
            ("Bavaria, Germany", vec!["bavaria < germany"]),
            ("Vejle (Denmark)", vec!["vejle-dk < denmark"]),
            ("Jackson, MI 49202", vec!["jackson-mi-us < michigan < united-states"]),
            ("UT-Cottonwood Heights", vec!["cottonwood-heights-ut-us < utah < united-states"]),
            ("Rosario, AR", vec!["rosario-ar-us < arkansas < united-states"]),
            ("Campinas, BR", vec!["campinas-br < brazil"]),
            ("México", vec!["mexico"]),
            ("Greater Seattle Area", vec!["seattle < washington-state < united-states"]),
            ("EMEA", vec![""]),
            ("6421 N Florida Ave Tampa 33604", vec![""]),
        ] {
            assert_eq!(levels(text), expected, "{text}");
        }
    }

    #[test]
    fn one_text_may_name_several_places() {
        for (text, expected) in [
            ("SF; NYC", vec!["san-francisco", "new-york"]),
            ("Berlin, Germany; Munich", vec!["berlin", "munich"]),
            ("Chennai, Bengaluru (Bangalore), Hyderabad", vec!["chennai", "bengaluru", "hyderabad"]),
            ("Bangalore/Bengaluru, Mumbai (All Areas)", vec!["bengaluru", "mumbai"]),
            ("Sunnyvale, CA/Livingston ,NJ/New York, NY", vec!["sunnyvale", "livingston", "new-york"]),
            ("San Francisco, CA • New York, NY", vec!["san-francisco", "new-york"]),
            ("Dublin or London", vec!["dublin", "london"]),
            ("New York, Chicago and Seattle", vec!["new-york", "chicago", "seattle"]),
            ("Montreal, Toronto", vec!["montreal", "toronto"]),
        ] {
            let cities: Vec<String> =
                levels(text).iter().map(|levels| levels.split(" < ").next().unwrap_or_default().to_owned()).collect();
            assert_eq!(cities, expected, "{text}");
        }
    }

    #[test]
    fn words_about_the_work_are_not_places() {
        use WorkplaceType::{Hybrid, OnSite, Remote};
        for (text, workplace, places, applicants) in [
            ("Remote, United States", Some(Remote), vec![], vec!["US"]),
            ("Remote - US", Some(Remote), vec![], vec!["US"]),
            ("US-Remote", Some(Remote), vec![], vec!["US"]),
            ("Remote (Germany)", Some(Remote), vec![], vec!["DE"]),
            ("Remote Canada", Some(Remote), vec![], vec!["CA"]),
            ("Remote only", Some(Remote), vec![], vec![]),
            ("Work from home", Some(Remote), vec![], vec![]),
            ("Hybrid", Some(Hybrid), vec![], vec![]),
            ("In-Office", Some(OnSite), vec![], vec![]),
            ("Remote - Texas", Some(Remote), vec!["Texas"], vec!["US"]),
            ("San Francisco - Remote", Some(Remote), vec!["San Francisco"], vec![]),
            ("San Francisco, CA (Hybrid)", Some(Hybrid), vec!["San Francisco, CA"], vec![]),
            ("Hybrid - Bangalore, India", Some(Hybrid), vec!["Bangalore, India"], vec![]),
            ("Remote - EMEA", Some(Remote), vec!["EMEA"], vec![]),
            ("Remote (US/Canada)", Some(Remote), vec![], vec!["US", "CA"]),
            ("Remote - UK", Some(Remote), vec![], vec!["GB"]),
            ("Hybrid (Austin, TX) 3 days per week in office", Some(Hybrid), vec!["Austin, TX"], vec![]),
            ("Hiring office located in Pune", None, vec!["Pune"], vec![]),
            ("N/A", None, vec![], vec![]),
        ] {
            let raw = RawPlace { text: Some(text.to_owned()), ..RawPlace::default() };
            let found = whereabouts(&[raw]);
            assert_eq!(found.workplace, workplace, "{text}");
            assert_eq!(found.places.iter().map(|place| place.text.as_str()).collect::<Vec<_>>(), places, "{text}");
            assert_eq!(found.applicants.iter().map(|country| country.code()).collect::<Vec<_>>(), applicants, "{text}");
        }
    }

    #[test]
    fn a_country_code_in_an_address_is_a_country() {
        let text = |text: &str| Some(text.to_owned());
        let raw = RawPlace { locality: text("ARLESEY"), country: text("GB"), ..RawPlace::default() };
        let places = whereabouts(&[raw]).places;
        assert_eq!(places[0].city.as_ref().map(|city| city.name.as_str()), Some("Arlesey"));
        let raw = RawPlace { locality: text("Ramanagara"), country: text("IN"), ..RawPlace::default() };
        assert_eq!(whereabouts(&[raw]).places[0].country.map(Country::code), Some("IN"));
    }

    #[test]
    fn no_two_known_places_share_a_slug() {
        let mut owners: HashMap<Slug, String> = HashMap::new();
        let cities = CITIES.iter().map(|city| (city_slug(city), format!("{city:?}")));
        let regions = REGIONS.iter().map(|region| (named_region(region).slug, format!("{region:?}")));
        for (slug, owner) in cities.chain(regions) {
            assert!(Country::parse(slug.as_str()).is_none(), "{slug}");
            assert_eq!(owners.insert(slug, owner.clone()), None, "{owner}");
        }
    }

    #[test]
    fn every_city_lies_in_a_known_country_and_region() {
        for city in CITIES {
            assert!(Country::parse(city.country).is_some(), "{city:?}");
            assert!(city.region.is_empty() || region_of(city).is_some(), "{city:?}");
        }
    }
}
