//! Regions of the world larger than a country, as postings name them, and the countries in them.

use super::{country::Country, slug::Slug};

/// The usual name of a region of the world, by any of its names; `None` if the name is unknown.
pub fn world_region(name: &str) -> Option<&'static str> {
    let key = Slug::of(name)?;
    let key = key.as_str().strip_prefix("the-").unwrap_or(key.as_str());
    let is_same = |(own, key): (u8, u8)| own.to_ascii_lowercase() == key || (own, key) == (b' ', b'-');
    let own = |name: &str| name.len() == key.len() && name.bytes().zip(key.bytes()).all(is_same);
    let is_named = |(name, slugs, _): &&WorldRegion| slugs.split('|').any(|slug| slug == key) || own(name);
    WORLD_REGIONS.iter().find(is_named).map(|(name, _, _)| *name)
}

/// The countries in a region of the world, by its usual name, in the order of their codes; none if it is unknown.
pub fn countries_in(region: &str) -> Vec<Country> {
    let found = WORLD_REGIONS.iter().find(|(name, _, _)| *name == region);
    let members = found.into_iter().flat_map(|(_, _, members)| members.split('|'));
    let countries_of = |member: &str| match Country::parse(member) {
        Some(country) => vec![country],
        None => countries_in(member),
    };
    let mut countries: Vec<Country> = members.flat_map(countries_of).collect();
    countries.sort_unstable();
    countries.dedup();
    countries
}

/// The usual name, the slugs of other names, and the members: codes of countries, and usual names of smaller regions.
/// Bars separate slugs and members.
type WorldRegion = (&'static str, &'static str, &'static str);

/// Members are those of the United Nations' standard M49 where it has the region, with two exceptions: Cyprus is in
/// Europe, too, and North America has Mexico. Those of treaties (EU, EEA, GCC) are of 2026. The others follow common
/// use: DACH is Germany, Austria, and Switzerland.
#[rustfmt::skip]
const WORLD_REGIONS: &[WorldRegion] = &[
    ("Africa", "", "North Africa|Sub-Saharan Africa"),
    ("Americas", "north-and-south-america", "North America|Central America|Caribbean|South America"),
    ("ANZ", "", "AU|NZ"),
    ("APJ", "", "Asia-Pacific"),
    ("Asia", "", "Central Asia|East Asia|South Asia|Southeast Asia|AE|AM|AZ|BH|CY|GE|IL|IQ|JO|KW|LB|OM|PS|QA|SA|SY|\
        TR|YE"),
    ("Asia-Pacific", "apac|asia-pac", "East Asia|South Asia|Southeast Asia|Oceania"),
    ("Balkans", "western-balkans", "AL|BA|BG|GR|HR|ME|MK|RO|RS|SI|XK"),
    ("Baltics", "baltic-states", "EE|LT|LV"),
    ("Benelux", "", "BE|LU|NL"),
    ("Caribbean", "", "AG|AI|AW|BB|BL|BQ|BS|CU|CW|DM|DO|GD|GP|HT|JM|KN|KY|LC|MF|MQ|MS|PR|SX|TC|TT|VC|VG|VI"),
    ("CEE", "central-and-eastern-europe", "Baltics|AL|BA|BG|CZ|HR|HU|ME|MK|PL|RO|RS|SI|SK|XK"),
    ("Central America", "", "BZ|CR|GT|HN|MX|NI|PA|SV"),
    ("Central Asia", "", "KG|KZ|TJ|TM|UZ"),
    ("Central Europe", "", "AT|CH|CZ|DE|HU|LI|PL|SI|SK"),
    ("DACH", "dach-region", "AT|CH|DE"),
    ("East Asia", "eastern-asia", "CN|HK|JP|KP|KR|MN|MO|TW"),
    ("Eastern Europe", "east-europe", "BG|BY|CZ|HU|MD|PL|RO|RU|SK|UA"),
    ("EMEA", "europe-middle-east-and-africa|europe-middle-east-africa", "Europe|Middle East|Africa"),
    ("Europe", "continental-europe|europa", "Eastern Europe|Northern Europe|Southern Europe|Western Europe|CY"),
    ("European Economic Area", "eea", "European Union|IS|LI|NO"),
    ("European Union", "eu", "AT|BE|BG|CY|CZ|DE|DK|EE|ES|FI|FR|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK"),
    ("GCC", "gcc-countries", "AE|BH|KW|OM|QA|SA"),
    ("Latin America", "latam|lat-am", "Central America|Caribbean|South America"),
    ("MENA", "middle-east-and-north-africa", "Middle East|North Africa"),
    ("Middle East", "", "GCC|EG|IL|IQ|IR|JO|LB|PS|SY|TR|YE"),
    ("Nordics", "nordic|nordic-countries", "Scandinavia|AX|FI|FO|GL|IS"),
    ("North Africa", "northern-africa", "DZ|EG|EH|LY|MA|SD|TN"),
    ("North America", "northern-america|noram", "BM|CA|GL|MX|PM|US"),
    ("Northern Europe", "north-europe", "AX|DK|EE|FI|FO|GB|GG|IE|IM|IS|JE|LT|LV|NO|SE|SJ"),
    ("Oceania", "australasia", "ANZ|AS|CC|CK|CX|FJ|FM|GU|KI|MH|MP|NC|NF|NR|NU|PF|PG|PN|PW|SB|TK|TO|TV|VU|WF|WS"),
    ("Scandinavia", "", "DK|NO|SE"),
    ("South America", "", "AR|BO|BR|CL|CO|EC|FK|GF|GY|PE|PY|SR|UY|VE"),
    ("South Asia", "southern-asia", "AF|BD|BT|IN|IR|LK|MV|NP|PK"),
    ("Southeast Asia", "south-east-asia", "BN|ID|KH|LA|MM|MY|PH|SG|TH|TL|VN"),
    ("Southern Europe", "south-europe", "AD|AL|BA|ES|GI|GR|HR|IT|ME|MK|MT|PT|RS|SI|SM|VA|XK"),
    ("Sub-Saharan Africa", "", "AO|BF|BI|BJ|BW|CD|CF|CG|CI|CM|CV|DJ|ER|ET|GA|GH|GM|GN|GQ|GW|KE|KM|LR|LS|MG|ML|MR|MU|\
        MW|MZ|NA|NE|NG|RE|RW|SC|SH|SL|SN|SO|SS|ST|SZ|TD|TG|TZ|UG|YT|ZA|ZM|ZW"),
    ("Western Europe", "west-europe", "AT|BE|CH|DE|FR|LI|LU|MC|NL"),
];

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(WORLD_REGIONS.iter().all(|(name, _, _)| Country::parse(name).is_none()));
    }

    #[test]
    fn every_member_of_a_region_is_a_country_or_a_region() {
        for (name, _, members) in WORLD_REGIONS {
            let is_known = |member: &str| Country::parse(member).is_some() || world_region(member) == Some(member);
            assert!(members.split('|').all(is_known), "{name}");
            assert!(!countries_in(name).is_empty(), "{name}");
        }
    }

    #[test]
    fn a_region_has_the_countries_of_the_regions_in_it() {
        let is_in = |code: &str, region: &str| countries_in(region).contains(&Country::parse(code).expect("a country"));
        assert!(is_in("DE", "EMEA") && is_in("DE", "DACH") && is_in("DE", "European Economic Area"));
        assert!(is_in("IN", "Asia-Pacific") && !is_in("IN", "EMEA"));
        assert!(is_in("MX", "Latin America") && is_in("MX", "North America"));
        assert_eq!(countries_in("European Union").len(), 27);
        assert_eq!(countries_in("Atlantis"), []);
    }
}
