//! Places as real feeds write them, each with its expected levels.

use std::collections::HashMap;

use openroles_model::domain::{CITIES, Country, Place, REGIONS, Slug, WorkplaceType};

use super::{gazetteer, place::parsed_locations};
use crate::feed::RawPlace;

/// The slugs of city, region, and country of each place: `bengaluru < karnataka < india`.
fn levels(text: &str) -> Vec<String> {
    let raw = RawPlace { text: Some(text.to_owned()), ..RawPlace::default() };
    let places = parsed_locations(&[raw]).places;
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
        ("New Brunswick, NJ", vec!["new-brunswick-nj-us < new-jersey < united-states"]),
        ("Pilgrim Hospital, Skegness, UK", vec!["skegness-gb < united-kingdom"]),
        ("Texas, California", vec!["texas < united-states", "california < united-states"]),
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
        let found = parsed_locations(&[raw]);
        assert_eq!(found.workplace, workplace, "{text}");
        assert_eq!(found.places.iter().map(|place| place.text.as_str()).collect::<Vec<_>>(), places, "{text}");
        assert_eq!(found.applicants.iter().map(|country| country.code()).collect::<Vec<_>>(), applicants, "{text}");
    }
}

#[test]
fn a_country_code_in_an_address_is_a_country() {
    let text = |text: &str| Some(text.to_owned());
    let raw = RawPlace { locality: text("ARLESEY"), country: text("GB"), ..RawPlace::default() };
    let places = parsed_locations(&[raw]).places;
    assert_eq!(places[0].city.as_ref().map(|city| city.name.as_str()), Some("Arlesey"));
    let raw = RawPlace { locality: text("Ramanagara"), country: text("IN"), ..RawPlace::default() };
    assert_eq!(parsed_locations(&[raw]).places[0].country.map(Country::code), Some("IN"));
}

#[test]
fn a_country_beside_words_tells_which_place_of_that_name_is_meant() {
    for (text, country, expected) in [
        ("London", "CA", "london-on-ca < ontario < canada"),
        ("London", "GB", "london < england < united-kingdom"),
        ("Paris", "United States of America", "paris-us < united-states"),
        ("Victoria", "CA", "victoria < british-columbia < canada"),
        ("Dingolfing", "DE", "dingolfing-de < germany"),
        ("Ramanagara, IN", "IN", "ramanagara-in < india"),
        ("6421 N Florida Ave Tampa 33604", "US", "united-states"),
        // What the text itself says counts.
        ("London, UK", "CA", "london < england < united-kingdom"),
        ("Paris, TX", "FR", "paris-tx-us < texas < united-states"),
        ("New York", "GB", "new-york < new-york-state < united-states"),
        ("Canada", "US", "canada"),
        ("Toronto, Ontario", "US", "toronto < ontario < canada"),
        // World regions and remote work aren't where the employer's address is.
        ("LatAm", "Panama", ""),
        ("European timezones", "Panama", ""),
        ("London (Remote)", "CA", "london < england < united-kingdom"),
        // Only the first place is affected.
        ("London; Paris", "CA", "london-on-ca < ontario < canada + paris < france"),
        ("London", "nowhere", "london < england < united-kingdom"),
    ] {
        let (text, country) = (Some(text.to_owned()), Some(country.to_owned()));
        let raw = RawPlace { text: text.clone(), country, ..RawPlace::default() };
        let places = parsed_locations(&[raw]).places;
        let levels = |place: &Place| place.levels().map(|level| level.slug.to_string()).collect::<Vec<_>>().join(" < ");
        assert_eq!(places.iter().map(levels).collect::<Vec<_>>().join(" + "), expected, "{text:?}");
        assert!(text.is_some_and(|text| places.iter().all(|place| text.contains(&place.text))));
    }
    let words = |text: &str, country: Option<&str>| RawPlace {
        text: Some(text.to_owned()),
        country: country.map(str::to_owned),
        ..RawPlace::default()
    };
    let remote = parsed_locations(&[words("Remote", Some("US")), words("London", None)]);
    assert_eq!(remote.places[0].country.map(Country::code), Some("GB"));
}

#[test]
fn no_two_known_places_share_a_slug() {
    let mut owners: HashMap<Slug, String> = HashMap::new();
    let cities = CITIES.iter().map(|city| (gazetteer::city_slug(city), format!("{city:?}")));
    let regions = REGIONS.iter().map(|region| (gazetteer::named_region(region).slug, format!("{region:?}")));
    for (slug, owner) in cities.chain(regions) {
        assert!(Country::parse(slug.as_str()).is_none(), "{slug}");
        assert_eq!(owners.insert(slug, owner.clone()), None, "{owner}");
    }
}

#[test]
fn every_city_lies_in_a_known_country_and_region() {
    for city in CITIES {
        assert!(Country::parse(city.country).is_some(), "{city:?}");
        assert!(city.region.is_empty() || gazetteer::region_of(city).is_some(), "{city:?}");
    }
}
