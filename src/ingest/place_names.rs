//! What a name can be that no table knows: a town, a part of the world, a building, or no name at all.

use crate::domain::{Slug, world_region};

use super::gazetteer::is_direction;

/// Parts of the world or of a country are no towns.
pub(super) fn is_town(name: &str) -> bool {
    const LARGER: [&str; 7] =
        ["west-coast", "east-coast", "midwest", "northeast", "southeast", "southwest", "northwest"];
    let is_timezone = name.split(' ').any(|word| word.to_lowercase().starts_with("timezone"));
    let is_direction = name.split([' ', '-']).all(is_direction);
    let is_larger = world_region(name).is_some() || Slug::of(name).is_some_and(|key| LARGER.contains(&key.as_str()));
    !is_timezone && !is_direction && !is_larger
}

/// "Pilgrim Hospital, Boston": a building is named before its town.
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

/// A name has letters, no digits, and the length of a name.
pub(super) fn looks_like_a_name(text: &str) -> bool {
    const MOST_WORDS: usize = 7;
    let is_short = text.chars().count() <= LONGEST_NAME && text.split(' ').count() <= MOST_WORDS;
    let is_clean = !text.contains(|c: char| c.is_ascii_digit() || "<>{}=@_:!?\"".contains(c));
    is_short && is_clean && text.chars().filter(|c| c.is_alphabetic()).count() >= 2
}

/// A longer name is not one, in characters.
const LONGEST_NAME: usize = 60;
