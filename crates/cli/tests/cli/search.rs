//! `openroles search`: its JSON, excluded and misspelled words, and what the facets of pay and experience match.

use serde_json::{Value, json};

use crate::harness::{Place, small_feed};

#[test]
fn search_prints_the_documented_object() {
    let place = Place::with_site(&small_feed());
    let found = place.search(&["engineer", "--facet", "skill=Rust", "--facet", "-location=berlin"]);
    let keys: Vec<&String> = found.as_object().expect("an object").keys().collect();
    let expected = [
        "corrections",
        "facets",
        "hit_count",
        "hits",
        "incomparable_salary",
        "leave_one_out",
        "took_us",
        "undisclosed_salary",
    ];
    assert_eq!(keys, expected);
    let skills = found["facets"]["skill"].as_array().expect("a list");
    let skill = skills.iter().find(|skill| skill["value"] == "Rust").expect("counted");
    assert_eq!((&skill["count"], &skill["refined"]), (&json!(1), &json!(true)));
    for key in ["value", "label", "count", "refined"] {
        assert!(!skill[key].is_null(), "{skill}");
    }
    assert!(found["leave_one_out"]["skill"].is_u64(), "{found}");
    for key in ["id", "slug", "title", "company", "score", "reasons"] {
        assert!(!found["hits"][0][key].is_null(), "{found}");
    }
}

#[test]
fn words_can_be_excluded_and_misspelled() {
    let place = Place::with_site(&small_feed());
    assert_eq!(place.search(&["engineer", "-rust"])["hit_count"], 1);
    let corrected = place.search(&["enginer"]);
    assert_eq!(corrected["hit_count"], 2, "{corrected}");
    assert_eq!(corrected["corrections"], json!([{"typed": "enginer", "used": "engineer"}]));
}

#[test]
fn experience_pay_and_workplace_words_match_as_documented() {
    let place = Place::new();
    let posting = |id: &str, more: Value| {
        let mut posting = json!({"identifier": id, "title": format!("Clerk {id}"), "hiringOrganization": "Acme"});
        let more = more.as_object().expect("properties").clone();
        posting.as_object_mut().expect("an object").extend(more);
        posting
    };
    let pay = |amount: u32, currency: &str| {
        json!({"@type": "MonetaryAmount", "currency": currency,
            "value": {"@type": "QuantitativeValue", "value": amount, "unitText": "YEAR"}})
    };
    let years = json!({"@type": "QuantitativeValue", "minValue": 3, "maxValue": 5.5, "unitText": "YEAR"});
    place.feed(
        "jobs.json",
        &[
            posting("words", json!({"jobLocationType": "TELECOMMUTE", "baseSalary": "Best in industry"})),
            posting("francs", json!({"employmentType": "PART_TIME", "baseSalary": pay(90_000, "CHF")})),
            posting("rupees", json!({"experienceRequirements": years, "baseSalary": pay(900_000, "INR")})),
        ],
    );
    place.write("board.toml", "name = \"Acme jobs\"\ncurrency = \"INR\"\n");
    place.build(&["--feed", "jobs.json", "--config", "board.toml"]);
    let ids = |arguments: &[&str]| -> Vec<String> {
        let found = place.search(arguments);
        let hits = found["hits"].as_array().expect("a list").iter();
        hits.map(|hit| hit["id"].as_str().expect("text").to_owned()).collect()
    };
    assert_eq!(ids(&["--facet", "salary=800000"]), ["rupees", "francs", "words"]);
    let found = place.search(&["--facet", "salary=800000"]);
    assert_eq!((&found["undisclosed_salary"], &found["incomparable_salary"]), (&json!(1), &json!(1)));
    assert_eq!(ids(&["--facet", "undisclosed=hide"]), ["rupees"]);
    assert_eq!(ids(&["--facet", "experience=5.5"]).len(), 3);
    assert_eq!(ids(&["--facet", "experience=6+"]), ["francs", "words"]);
    assert_eq!(ids(&["--facet", "experience=1-3"]).len(), 3);
    assert_eq!(ids(&["--facet", "experience=1-2.5"]), ["francs", "words"]);
    assert_eq!(ids(&["remote", "clerk"]), ["words"]);
    assert_eq!(ids(&["part time"]), ["francs"]);
    assert_eq!(place.search(&["part time"])["hits"][0]["reasons"], json!(["type"]));
    assert_eq!(place.search(&["hybrid"])["corrections"], json!([]));
}
