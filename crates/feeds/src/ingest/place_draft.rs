//! The places that one alternative's tokens name. Each token is read in the context of the others, as a city, a region,
//! a country, or a name. If a token doesn't fit the current place, the next place begins.

use openroles_model::domain::{City, Country, Place, Region, Slug};

use super::{
    gazetteer::{Evidence, cities, country_of_region, known_place, named_region, region_of, unknown_city},
    place_names::{is_building, is_town, looks_like_a_name},
    place_tokens::unfolded,
    place_words::PlaceToken,
};

/// The context of an alternative.
#[derive(Clone, Copy, Default)]
pub(super) struct PlaceSetting {
    /// The country that the feed states separately from the words.
    pub(super) country: Option<Country>,
    /// Whether other alternatives are regions, so that `Washington, USA` is the state.
    pub(super) is_among_regions: bool,
}

/// A place while its tokens are read.
#[derive(Default)]
pub(super) struct PlaceDraft {
    texts: Vec<String>,
    pub(super) city: Option<CityName>,
    pub(super) region: Option<&'static Region>,
    pub(super) country: Option<Country>,
    /// Whether the region came before the city, as in `UT - Cottonwood Heights`.
    is_region_first: bool,
}

/// A city in the table, or a name that may be a city.
pub(super) enum CityName {
    Known(&'static City),
    Unknown(String),
}

/// A text with more tokens isn't a list of places, and reading each in the context of all others would take long.
const MOST_TOKENS: usize = 40;

/// The places that one alternative's tokens name, in order. A second known city, region, or country begins a second
/// place.
pub(super) fn drafts(tokens: &[PlaceToken], setting: PlaceSetting) -> Vec<PlaceDraft> {
    let tokens: Vec<PlaceToken> = tokens.iter().flat_map(unfolded).take(MOST_TOKENS).collect();
    let evidence: Vec<Evidence> = tokens.iter().map(|token| Evidence::of(&token.name)).collect();
    let is_list = is_list_of_cities(&tokens, &evidence);
    let country = setting.country.or_else(|| country_of_all(&tokens).filter(|_country| is_list));
    let setting = PlaceSetting { country, ..setting };
    let mut drafts = Vec::new();
    let mut draft = PlaceDraft { country: setting.country, ..PlaceDraft::default() };
    for (index, token) in tokens.iter().enumerate() {
        let context = TokenContext { draft: &draft, others: &tokens, evidence: &evidence, index, setting };
        // "SF, NYC, SEA": a code means a city only after another city.
        let is_next_of_list = is_list && draft.city.is_some() && !evidence[index].is_code;
        if is_next_of_list || context.begins_another(token) {
            drafts.push(draft);
            draft = PlaceDraft { country: setting.country, ..PlaceDraft::default() };
        }
        let context = TokenContext { draft: &draft, others: &tokens, evidence: &evidence, index, setting };
        match context.meaning(token) {
            Meaning::City(city) => {
                drafts.extend(draft.finished_if(matches!(draft.city, Some(CityName::Known(_)))));
                draft.city = Some(CityName::Known(city));
            }
            Meaning::Region(region) => {
                let is_place_over = draft.city.is_none() || draft.is_region_first;
                let is_another = draft.region.is_some_and(|known| known != region) && is_place_over;
                drafts.extend(draft.finished_if(is_another));
                draft.is_region_first |= draft.city.is_none();
                draft.region = draft.region.or(Some(region));
            }
            Meaning::Country(country) => {
                let is_abroad = matches!(draft.city, Some(CityName::Known(city)) if city.country != country.code());
                let is_another = is_abroad || draft.country.is_some_and(|known| known != country);
                drafts.extend(draft.finished_if(is_another));
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

/// "Bokaro, Dhanbad, Jamshedpur, Ranchi": mostly known cities without region or country, so each name is a place.
fn is_list_of_cities(tokens: &[PlaceToken], evidence: &[Evidence]) -> bool {
    const FEWEST: usize = 3;
    let known = tokens.iter().filter(|token| !cities(&token.name).is_empty()).count();
    tokens.len() >= FEWEST && known * 2 >= tokens.len() && !evidence.iter().any(Evidence::is_any)
}

/// The country that contains all known cities, if it is the same one.
fn country_of_all(tokens: &[PlaceToken]) -> Option<Country> {
    let mut codes = tokens.iter().filter_map(|token| cities(&token.name).first()).map(|city| city.country);
    let first = codes.next()?;
    Country::parse(first).filter(|_country| codes.all(|code| code == first))
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
struct TokenContext<'a> {
    draft: &'a PlaceDraft,
    others: &'a [PlaceToken],
    evidence: &'a [Evidence],
    index: usize,
    setting: PlaceSetting,
}

impl TokenContext<'_> {
    /// Whether a token can't belong to the draft, which is a complete place already: "Austin, TX, New York", "Grand
    /// Haven, MI, Holland, MI", "Canada, Raleigh, North Carolina".
    fn begins_another(&self, token: &PlaceToken) -> bool {
        let (own, next) = (&self.evidence[self.index], self.evidence.get(self.index + 1));
        let written = self.draft.country.filter(|country| Some(*country) != self.setting.country);
        let is_above = !own.regions.is_empty() || own.country.is_some_and(|own| !has_next_region_elsewhere(next, own));
        let is_city = || cities(&token.name).iter().any(|city| next.is_none_or(|next| next.allows(city)));
        if self.draft.city.is_some() {
            let is_whole = self.draft.region.is_some() || written.is_some();
            let is_same_region = own.regions.iter().any(|region| self.draft.region == Some(*region));
            let has_code_next = next.is_some_and(|next| next.is_code && !next.regions.is_empty());
            return is_whole
                && !own.is_ambiguous()
                && ((is_city() && !is_same_region) || (has_code_next && !is_above && looks_like_a_name(&token.name)));
        }
        let is_abroad = |country: Country| {
            let is_known =
                |(token, evidence): (&PlaceToken, &Evidence)| evidence.is_any() || !cities(&token.name).is_empty();
            let is_list = self.others.len() > 2 && self.others.iter().zip(self.evidence).all(is_known);
            let is_elsewhere = cities(&token.name).iter().all(|city| city.country != country.code());
            (is_list && !cities(&token.name).is_empty() && is_elsewhere) || has_next_region_elsewhere(next, country)
        };
        self.draft.region.is_none() && !is_above && written.is_some_and(is_abroad)
    }

    fn meaning(&self, token: &PlaceToken) -> Meaning {
        let (own, next) = (&self.evidence[self.index], self.evidence.get(self.index + 1));
        let has_city = self.draft.city.is_some();
        let stated = self.draft.country.or_else(|| self.country_named_later());
        if !has_city && let Some(city) = self.city(token, next, stated) {
            return Meaning::City(city);
        }
        if !has_city && is_town_named_like_a_region(own, next) {
            return Meaning::Name;
        }
        if let Some(CityName::Known(known)) = self.draft.city
            && !own.is_code
            && own.regions.iter().all(|region| region_of(known) != Some(*region))
            && let Some(city) = self.city(token, next, stated)
        {
            return Meaning::City(city);
        }
        if let Some(region) = self.region(own, stated) {
            return Meaning::Region(region);
        }
        if let Some(country) = own.country.filter(|country| !has_next_region_elsewhere(next, *country) || has_city) {
            return Meaning::Country(country);
        }
        match self.city(token, next, stated) {
            Some(city) if matches!(self.draft.city, Some(CityName::Unknown(_))) || !own.is_ambiguous() => {
                Meaning::City(city)
            }
            _ if let Some(city) = self.city_by_code(token) => Meaning::City(city),
            _ if looks_like_a_name(&token.name) => Meaning::Name,
            _ => Meaning::Nothing,
        }
    }

    /// The city with that name that fits the next token and the stated country. A city that the next token names comes
    /// first; if nothing is stated, the first city in the table does.
    fn city(&self, token: &PlaceToken, next: Option<&Evidence>, stated: Option<Country>) -> Option<&'static City> {
        let region = self.draft.region;
        let is_region_here = self.setting.is_among_regions && !self.evidence[self.index].regions.is_empty();
        if is_region_here && next.is_none_or(|next| next.regions.is_empty()) {
            return None;
        }
        let fits = |city: &&City| {
            let fits_country = stated.is_none_or(|country| country.code() == city.country);
            fits_country && region.is_none_or(|region| region_of(city) == Some(region))
        };
        let fitting = || cities(&token.name).iter().copied().filter(fits);
        let confirmed = fitting().find(|city| next.is_some_and(|next| next.names(city)));
        confirmed.or_else(|| fitting().find(|city| next.is_none_or(|next| next.allows(city))))
    }

    /// The city in the United States that a three-letter code means after another city: "SF, NYC, SEA".
    fn city_by_code(&self, token: &PlaceToken) -> Option<&'static City> {
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

    /// The region with that name in the stated country, in the city's country, or anywhere. A bare code counts only in
    /// countries whose addresses end with one.
    fn region(&self, own: &Evidence, stated: Option<Country>) -> Option<&'static Region> {
        let of_city = match self.draft.city {
            Some(CityName::Known(city)) => Some(city.country),
            _ => None,
        };
        let country = stated.map(Country::code).or(of_city);
        // "Georgia" alone is the country; after a city, it is the state.
        let is_alone = self.others.len() == 1 && own.country.is_some() && !own.is_code;
        let is_customary = |region: &Region| !own.is_code || matches!(region.country, "US" | "CA" | "AU");
        let fits = |region: &Region| country.map_or(is_customary(region), |country| country == region.country);
        own.regions.iter().copied().find(|region| !is_alone && fits(region))
    }

    /// The country that a later token names: not "Holland" in "Grand Haven, MI, Holland, MI", and not a city state,
    /// which is a place of its own.
    fn country_named_later(&self) -> Option<Country> {
        let later: Vec<Evidence> =
            self.others[self.index + 1..].iter().map(|token| Evidence::of(&token.name)).collect();
        let named =
            later.iter().enumerate().filter(|(_, evidence)| evidence.regions.is_empty() && !evidence.is_city_too);
        let country = |(at, evidence): (usize, &Evidence)| {
            evidence.country.filter(|country| !has_next_region_elsewhere(later.get(at + 1), *country))
        };
        named.filter_map(country).next()
    }
}

/// "Lebanon, PA" is a town, because a country isn't followed by another country's region.
fn has_next_region_elsewhere(next: Option<&Evidence>, country: Country) -> bool {
    next.is_some_and(|next| {
        let is_elsewhere = next.regions.iter().all(|region| region.country != country.code());
        !next.regions.is_empty() && is_elsewhere && next.country != Some(country)
    })
}

/// "New Brunswick, NJ": a region's name before another region's code is a town.
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

impl PlaceDraft {
    /// If `is_another`, takes the draft out and leaves an empty one.
    fn finished_if(&mut self, is_another: bool) -> Option<Self> {
        is_another.then(|| std::mem::take(self))
    }

    /// Whether a name could still be the town: there is none yet, or only a building.
    fn lacks_town(&self) -> bool {
        match &self.city {
            None => true,
            // A name without letters for a slug is replaced by one with them: "新北市, New Taipei City".
            Some(CityName::Unknown(name)) => is_building(name) || Slug::of(name).is_none(),
            Some(CityName::Known(_)) => false,
        }
    }

    /// The place; `None` if it is only a country where remote applicants may live.
    pub(super) fn into_place(self, is_remote: bool) -> Option<Place> {
        let text = self.texts.join(", ");
        match self.city {
            Some(CityName::Known(city)) => Some(known_place(city, &text)),
            // "Remote - EMEA": neither a town nor a country.
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
