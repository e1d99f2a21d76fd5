//! Splits tokens that contain more than one name, because the commas between them are missing.

use super::{
    gazetteer::{Evidence, cities, is_above_city, is_direction, is_known},
    place_words::PlaceToken,
};

/// Splits a token without commas: "Cambridge, MA USA", "US TX Austin", "Vejle (Denmark)", "GA 30030", "Paris and Lyon".
pub(super) fn unfolded(token: &PlaceToken) -> Vec<PlaceToken> {
    let is_too_long = token.name.len() > LONGEST_UNFOLDED;
    if is_too_long || is_known(&token.name) {
        return vec![token.clone()];
    }
    let parts = in_brackets(token)
        .or_else(|| without_postal_code(token))
        .or_else(|| before_colon(token))
        .or_else(|| two_cities(token))
        .or_else(|| before_state_or_country(&token.name))
        .or_else(|| after_state_or_country(&token.name));
    parts.unwrap_or_else(|| vec![token.clone()])
}

/// In bytes. Longer tokens are sentences.
const LONGEST_UNFOLDED: usize = 120;

fn whole(name: &str) -> PlaceToken {
    PlaceToken { text: name.trim().to_owned(), name: name.trim().to_owned() }
}

/// The text in brackets counts if it ends with a state or country; it is shown with the text before it.
fn in_brackets(token: &PlaceToken) -> Option<Vec<PlaceToken>> {
    let (_, inside) = token.text.strip_suffix(')')?.split_once('(')?;
    let names: Vec<&str> = inside.split(',').map(str::trim).collect();
    let is_place = names.last().is_some_and(|last| is_above_city(last));
    let silent = |name: &str| PlaceToken { text: String::new(), name: name.to_owned() };
    is_place.then(|| [token.clone()].into_iter().chain(names.into_iter().map(silent)).collect())
}

fn without_postal_code(token: &PlaceToken) -> Option<Vec<PlaceToken>> {
    const SHORTEST: usize = 4;
    let (name, code) = token.name.rsplit_once(' ')?;
    let is_code = code.len() >= SHORTEST && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let is_place = is_code && is_known(name.trim());
    is_place.then(|| vec![PlaceToken { text: token.text.clone(), name: name.trim().to_owned() }])
}

/// "US: Select locations" is in the US; "Canada: Toronto" is in Toronto.
fn before_colon(token: &PlaceToken) -> Option<Vec<PlaceToken>> {
    let (name, rest) = token.name.split_once(": ")?;
    let parts = if is_known(rest.trim()) { vec![whole(name), whole(rest)] } else { vec![whole(name)] };
    is_known(name.trim()).then_some(parts)
}

/// "Paris and Lyon", "NM and Oak Ridge" after a town in New Mexico, "Detroit-Ann Arbor".
fn two_cities(token: &PlaceToken) -> Option<Vec<PlaceToken>> {
    let is_state = |name: &str| Evidence::of(name).is_code && is_above_city(name);
    let is_city = |name: &str| !cities(name).is_empty();
    let spoken = [" and ", " & "].iter().find_map(|word| token.name.split_once(word));
    let (one, other) = match spoken {
        Some((one, other)) => Some((one, other)).filter(|_| is_known(one) && (is_known(other) || is_state(one))),
        None => token.name.split_once('-').filter(|(one, other)| is_city(one) && is_city(other)),
    }?;
    Some(vec![whole(one), whole(other)])
}

fn before_state_or_country(name: &str) -> Option<Vec<PlaceToken>> {
    const MOST_WORDS: usize = 3;
    let spaces: Vec<usize> = name.match_indices(' ').map(|(at, _)| at).collect();
    let longest_end = spaces[spaces.len().saturating_sub(MOST_WORDS)..].iter();
    let cuts = longest_end.map(|at| (name[..*at].trim(), name[at + 1..].trim()));
    let (before, after) = cuts.into_iter().find(|(before, after)| is_above_city(after) && !is_direction(before))?;
    Some(unfolded(&whole(before)).into_iter().chain([whole(after)]).collect())
}

fn after_state_or_country(name: &str) -> Option<Vec<PlaceToken>> {
    let (code, rest) = name.split_once([' ', '-'])?;
    let evidence = Evidence::of(code);
    // "UT-Cottonwood Heights": after a state and a hyphen, the city doesn't have to be known.
    let is_state = name[code.len()..].starts_with('-') && !evidence.regions.is_empty();
    let is_place = evidence.is_code && is_above_city(code) && (is_state || is_known_inside(rest));
    is_place.then(|| [whole(code)].into_iter().chain(unfolded(&whole(rest))).collect())
}

fn is_known_inside(rest: &str) -> bool {
    let rest = rest.trim();
    !cities(rest).is_empty()
        || rest.split_once(' ').is_some_and(|(code, city)| is_above_city(code) && !cities(city).is_empty())
}
