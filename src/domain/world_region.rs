//! Regions of the world larger than a country, as postings name them.

use super::slug::Slug;

/// The usual name of a region of the world, by any of its names; `None` if the name is unknown.
pub fn world_region(name: &str) -> Option<&'static str> {
    let key = Slug::of(name)?;
    let key = key.as_str().strip_prefix("the-").unwrap_or(key.as_str());
    let is_same = |(own, key): (u8, u8)| own.to_ascii_lowercase() == key || (own, key) == (b' ', b'-');
    let own = |name: &str| name.len() == key.len() && name.bytes().zip(key.bytes()).all(is_same);
    let is_named = |(name, slugs): &&(&str, &[&str])| slugs.contains(&key) || own(name);
    WORLD_REGIONS.iter().find(is_named).map(|(name, _)| *name)
}

/// Usual names, each with the slugs of its other names.
#[rustfmt::skip]
const WORLD_REGIONS: &[(&str, &[&str])] = &[
    ("Africa", &[]), ("Americas", &["north-and-south-america"]), ("ANZ", &[]), ("APJ", &[]), ("Asia", &[]),
    ("Asia-Pacific", &["apac", "asia-pac"]), ("Balkans", &["western-balkans"]), ("Baltics", &["baltic-states"]),
    ("Benelux", &[]), ("Caribbean", &[]), ("CEE", &["central-and-eastern-europe"]), ("Central America", &[]),
    ("Central Asia", &[]), ("Central Europe", &[]), ("DACH", &["dach-region"]), ("East Asia", &["eastern-asia"]),
    ("Eastern Europe", &["east-europe"]), ("EMEA", &["europe-middle-east-and-africa", "europe-middle-east-africa"]),
    ("Europe", &["continental-europe", "europa"]), ("European Economic Area", &["eea"]), ("European Union", &["eu"]),
    ("GCC", &["gcc-countries"]), ("Latin America", &["latam", "lat-am"]),
    ("MENA", &["middle-east-and-north-africa"]), ("Middle East", &[]), ("Nordics", &["nordic", "nordic-countries"]),
    ("North Africa", &["northern-africa"]), ("North America", &["northern-america", "noram"]),
    ("Northern Europe", &["north-europe"]), ("Oceania", &["australasia"]), ("Scandinavia", &[]),
    ("South America", &[]), ("South Asia", &["southern-asia"]), ("Southeast Asia", &["south-east-asia"]),
    ("Southern Europe", &["south-europe"]), ("Sub-Saharan Africa", &[]), ("Western Europe", &["west-europe"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Country;

    #[test]
    fn a_part_of_the_world_has_one_name_and_no_country_has_it() {
        for (name, expected) in [
            ("LatAm", Some("Latin America")),
            ("Northern America", Some("North America")),
            ("the EU", Some("European Union")),
            ("asia pacific", Some("Asia-Pacific")),
            ("the Americas", Some("Americas")),
            ("America", None),
            ("European timezones", None),
            ("", None),
        ] {
            assert_eq!(world_region(name), expected, "{name}");
        }
        assert!(WORLD_REGIONS.iter().all(|(name, _)| Country::parse(name).is_none()));
    }
}
