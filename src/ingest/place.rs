//! Places: words and addresses become city, region and country, each a facet value of its own.
//!
//! The levels come from the tables of the domain. A city the tables do not know stays a city under its own name, so
//! that it can still be chosen; what is not even a name stays text.

use crate::{
    domain::{City, Country, Place, Region, Slug, WorkplaceType},
    feed::RawPlace,
};

use super::{
    clean,
    gazetteer::{
        Evidence, cities, country, country_of_region, is_direction, known_place, named_region, region_of, unknown_city,
    },
    place_tokens::unfolded,
    place_words::{self, Token},
};

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
        let stated = raw.country.as_deref().and_then(country);
        whereabouts.add(&clean::label(Some(&in_words(raw)), LONGEST_TEXT).unwrap_or_default(), stated);
    }
    whereabouts
}

/// A posting is not in more places; in a feed more are a mistake.
const MOST_PLACES: usize = 100;
/// Texts naming places are cut there, in characters; the longest seen had 998.
const LONGEST_TEXT: usize = 2_000;
/// More commas than this do not separate places; each token is read beside all others.
const MOST_TOKENS: usize = 40;
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
    fn add(&mut self, text: &str, stated: Option<Country>) {
        if let Some(city) = cities(text).first() {
            return self.push(known_place(city, text));
        }
        for alternative in place_words::alternatives(text).iter().take(MOST_PLACES) {
            self.add_alternative(alternative, stated);
        }
    }

    fn add_alternative(&mut self, alternative: &str, stated: Option<Country>) {
        let mut words = place_words::words(alternative);
        // "Remote - US or Canada": the second country is another to be remote from.
        let is_remote_before = self.workplace == Some(WorkplaceType::Remote) && !self.applicants.is_empty();
        if words.workplace.is_none() && is_remote_before {
            words.workplace = Some(WorkplaceType::Remote);
        }
        self.is_worldwide |= words.is_worldwide;
        if self.workplace.is_none() || words.workplace == Some(WorkplaceType::Hybrid) {
            self.workplace = words.workplace.or(self.workplace);
        }
        let is_remote = words.workplace == Some(WorkplaceType::Remote);
        for draft in drafts(&words.tokens, stated) {
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

/// The places that the tokens of one alternative name, in order, in the `stated` country if there is one; a second known city, region or
/// country begins a second place.
fn drafts(tokens: &[Token], stated: Option<Country>) -> Vec<Draft> {
    let tokens: Vec<Token> = tokens.iter().flat_map(unfolded).take(MOST_TOKENS).collect();
    let mut drafts = Vec::new();
    let mut draft = Draft { country: stated, ..Draft::default() };
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
            Meaning::Name if draft.lacks_town() => draft.city = Some(CityName::Unknown(token.name.clone())),
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
        if !has_city && is_town_named_like_a_region(&own, next.as_ref()) {
            return Meaning::Name;
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
            Some(city) if matches!(self.draft.city, Some(CityName::Unknown(_))) || !own.is_ambiguous() => {
                Meaning::City(city)
            }
            _ if let Some(city) = self.city_by_code(token) => Meaning::City(city),
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

    /// The city of the United States that a code of three letters means after another one: "SF, NYC, SEA".
    fn city_by_code(&self, token: &Token) -> Option<&'static City> {
        const CODES: [(&str, &str); 9] = [
            ("ATL", "Atlanta"),
            ("ATX", "Austin"),
            ("BOS", "Boston"),
            ("CHI", "Chicago"),
            ("DEN", "Denver"),
            ("HOU", "Houston"),
            ("MIA", "Miami"),
            ("PDX", "Portland"),
            ("SEA", "Seattle"),
        ];
        let is_in_list = matches!(self.draft.city, Some(CityName::Known(city)) if city.country == "US");
        let (_, name) = CODES.iter().find(|(code, _)| is_in_list && *code == token.name)?;
        cities(name).first().copied()
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

/// "Lebanon, PA" is a town: a country is not followed by a region of another.
fn has_next_region_elsewhere(next: Option<&Evidence>, country: Country) -> bool {
    next.is_some_and(|next| {
        let is_elsewhere = next.regions.iter().all(|region| region.country != country.code());
        !next.regions.is_empty() && is_elsewhere && next.country != Some(country)
    })
}

/// "New Brunswick, NJ": the name of a region before the code of another is a town's.
fn is_town_named_like_a_region(own: &Evidence, next: Option<&Evidence>) -> bool {
    let is_region = !own.regions.is_empty() && !own.is_code;
    let countries = || own.regions.iter().map(|region| region.country);
    is_region
        && next.is_some_and(|next| {
            let is_own_country = next.country.is_some_and(|country| countries().any(|code| code == country.code()));
            let is_own_code = next.regions.iter().any(|region| own.regions.contains(region));
            next.is_code && !next.regions.is_empty() && !is_own_country && !is_own_code
        })
}

impl Draft {
    /// The draft as it is, leaving an empty one, when what comes next `is_another` place's.
    fn finished_if(&mut self, is_another: bool) -> Option<Self> {
        is_another.then(|| std::mem::take(self))
    }

    /// Whether a name would be the town: there is none yet, or only a building.
    fn lacks_town(&self) -> bool {
        match &self.city {
            None => true,
            Some(CityName::Unknown(name)) => is_building(name),
            Some(CityName::Known(_)) => false,
        }
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
    !is_direction(name) && Slug::of(name).is_none_or(|key| !LARGER.contains(&key.as_str()))
}

/// "Pilgrim Hospital, Boston": a building is named before its town.
fn is_building(name: &str) -> bool {
    const BUILDINGS: [&str; 18] = [
        "hospital",
        "infirmary",
        "house",
        "centre",
        "center",
        "campus",
        "road",
        "street",
        "avenue",
        "mall",
        "plaza",
        "school",
        "clinic",
        "building",
        "site",
        "sites",
        "trustwide",
        "park",
    ];
    name.split(' ').any(|word| BUILDINGS.iter().any(|building| word.eq_ignore_ascii_case(building)))
}

/// A name has letters, no digits, and the length of a name.
fn looks_like_a_name(text: &str) -> bool {
    const MOST_WORDS: usize = 7;
    let is_short = text.chars().count() <= LONGEST_NAME && text.split(' ').count() <= MOST_WORDS;
    let is_clean = !text.contains(|c: char| c.is_ascii_digit() || "<>{}=@_:!?\"".contains(c));
    is_short && is_clean && text.chars().filter(|c| c.is_alphabetic()).count() >= 2
}
