//! What an unknown name can be: a town, a world region, a building, or no name at all.

use openroles_model::domain::{Slug, world_region};

use super::gazetteer::is_direction;

/// Whether a name can be a town: it isn't a world region, a part of a country, or a time zone.
pub(super) fn is_town(name: &str) -> bool {
    const LARGER: [&str; 7] =
        ["west-coast", "east-coast", "midwest", "northeast", "southeast", "southwest", "northwest"];
    let is_timezone = name.split(' ').any(|word| word.to_lowercase().starts_with("timezone"));
    let is_direction = name.split([' ', '-']).all(is_direction);
    let is_larger = world_region(name).is_some() || Slug::of(name).is_some_and(|key| LARGER.contains(&key.as_str()));
    !is_timezone && !is_direction && !is_larger
}

/// "Pilgrim Hospital, Boston": whether it is a building, which comes before its town.
pub(super) fn is_building(name: &str) -> bool {
    const BUILDINGS: [&str; 27] = [
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
        "department",
        "hospice",
        "surgery",
        "university",
        "college",
        "court",
        "close",
        "lane",
        "place",
    ];
    name.split(' ').any(|word| BUILDINGS.iter().any(|building| word.eq_ignore_ascii_case(building)))
}

/// Whether a text has letters, no digits, and the length of a name.
pub(super) fn looks_like_a_name(text: &str) -> bool {
    const MOST_WORDS: usize = 7;
    let is_short = text.chars().count() <= LONGEST_NAME && text.split(' ').count() <= MOST_WORDS;
    let is_clean = !text.contains(|c: char| c.is_ascii_digit() || "<>{}=@_:!?\"".contains(c));
    is_short && is_clean && text.chars().filter(|c| c.is_alphabetic()).count() >= 2
}

/// In characters. A longer text isn't a name.
const LONGEST_NAME: usize = 60;
