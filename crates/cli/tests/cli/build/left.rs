//! The index of the jobs that left: it can be searched for an earlier day, and nothing else contains these jobs.

use std::collections::BTreeSet;

use openroles_engine::{
    index::{Index, LEFT_FOLDER},
    query::{Query, search},
};
use openroles_model::domain::Date;
use serde_json::{Value, json};

use crate::harness::Place;

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

/// Job with this identifier; one of them states its last day.
fn job(id: &str) -> Value {
    let last = if id == "c" { "2026-11-11" } else { "" };
    json!({"id": id, "title": format!("Clerk {id}"), "company": "Acme", "datePosted": "2026-11-01", "validThrough": last})
}

/// Builds of successive days: the day, and the jobs of its feed.
const BUILDS: [(&str, &str); 4] =
    [("2026-11-10", "abc"), ("2026-11-11", "abcd"), ("2026-11-12", "abcd"), ("2026-11-14", "ad")];

fn build(place: &Place, now: &str, ids: &str) {
    place.feed("jobs.json", &ids.chars().map(|id| job(&id.to_string())).collect::<Vec<_>>());
    let output = place.run(&["build", "--feed", "jobs.json", "--out", "site", "--now", now]);
    assert_eq!(output.code, 0, "{output:?}");
}

fn found(index: &Index, text: &str) -> String {
    let hits = search(index, &Query::default().with_text(text)).hits;
    hits.iter().map(|hit| index.card(hit.doc).id.0.clone()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Index of the jobs that left, opened for a day, with all chunks.
fn left(place: &Place, now: Date) -> Option<Index> {
    let manifest = place.manifest();
    Some(place.index(LEFT_FOLDER, (&manifest.left?, manifest.left_first_seen.as_deref()), now))
}

#[test]
fn a_job_that_left_is_found_on_the_days_before_it_left_and_only_in_its_own_index() {
    let place = Place::new();
    for (now, ids) in BUILDS {
        build(&place, now, ids);
        assert_eq!(left(&place, day(now)).is_some(), now > "2026-11-12", "{now}");
    }
    // `c` left after its last day, although the feed still had it, and `b` with the first build without it.
    for (as_of, expected) in
        [("2026-11-10", "bc"), ("2026-11-11", "bc"), ("2026-11-12", "b"), ("2026-11-13", "b"), ("2026-11-14", "")]
    {
        let left = left(&place, day(as_of)).expect("jobs that left");
        assert_eq!(
            (left.len(), found(&left, "").as_str(), found(&left, "clerk").as_str()),
            (2, expected, expected),
            "{as_of}"
        );
    }
    let listed = place.search(&["clerk"]);
    assert_eq!(listed["hit_count"], 2, "{listed}");
    let home = place.values("index.html").to_string();
    assert!(!home.contains("Clerk b") && !home.contains("Clerk c"), "{home}");
}

#[test]
fn it_records_the_first_builds_of_its_jobs() {
    let place = Place::new();
    for (now, ids) in [("2026-11-10", "a"), ("2026-11-11", "ab"), ("2026-11-12", "abd"), ("2026-11-13", "a")] {
        build(&place, now, ids);
    }
    let left = left(&place, day("2026-11-12")).expect("jobs that left");
    let builds: Vec<_> = left.docs().map(|doc| (left.card(doc).id.0.as_str(), left.first_build(doc))).collect();
    let numbers = builds.into_iter().map(|(id, build)| (id, build.map(|build| (build.number.0, build.day))));
    assert_eq!(numbers.collect::<Vec<_>>(), [("b", Some((2, day("2026-11-11")))), ("d", Some((3, day("2026-11-12"))))]);
}

#[test]
fn it_forgets_a_job_after_30_days() {
    let place = Place::new();
    for (now, ids, count) in [
        ("2026-11-10", "abd", None),
        ("2026-11-11", "ad", Some(1)),
        ("2026-12-01", "a", Some(2)),
        ("2026-12-11", "a", Some(1)),
        ("2026-12-31", "a", None),
    ] {
        build(&place, now, ids);
        assert_eq!(left(&place, day(now)).map(|left| left.len()), count, "{now}");
        let has_files = place.files("site").keys().any(|path| path.starts_with(LEFT_FOLDER));
        assert_eq!(has_files, count.is_some(), "{now}");
    }
}
