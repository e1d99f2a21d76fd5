//! What a site says about when each job was added: in its index, in its manifest, on its cards, and in a search.

use std::collections::BTreeMap;

use openroles_engine::{
    index::{FirstBuild, Index, Manifest},
    query::{Query, Sort, search},
};
use openroles_model::domain::Date;
use serde_json::{Value, json};

use crate::harness::Place;

/// A job with this identifier, which is posted on a day that has nothing to do with when it is added.
fn job(id: &str, posted: &str) -> Value {
    json!({"id": id, "title": format!("Clerk {id}"), "company": "Acme", "datePosted": posted})
}

/// Feeds of four days: each adds a job, and one of the second day leaves and comes back.
fn days() -> [(&'static str, Vec<Value>); 4] {
    let (a, b, c, d, e) = (
        job("a", "2026-11-01"),
        job("b", "2026-11-09"),
        job("c", "2026-10-01"),
        job("d", "2026-11-05"),
        job("e", "2026-09-01"),
    );
    [
        ("2026-11-10", vec![a.clone(), b.clone()]),
        ("2026-11-11", vec![a.clone(), b.clone(), c.clone(), d.clone()]),
        ("2026-11-12", vec![a.clone(), b.clone(), d.clone()]),
        ("2026-11-13", vec![a, b, c, d, e]),
    ]
}

fn build(place: &Place, now: &str, feed: &[Value], more: &[&str]) {
    place.feed("jobs.json", feed);
    let arguments = ["build", "--feed", "jobs.json", "--out", "site", "--now", now];
    let output = place.run(&[&arguments[..], more].concat());
    assert_eq!(output.code, 0, "{output:?}");
}

/// Manifest and index of `site`.
fn opened(place: &Place) -> (Manifest, Index) {
    let manifest = place.manifest();
    let index = place.index("data", (&manifest.columns, manifest.first_seen.as_deref()), manifest.now);
    (manifest, index)
}

/// Number and day of a job's first build, and the day that its card states.
type Recorded = (Option<(u32, String)>, Option<String>);

/// What is recorded of each job.
fn first_builds(index: &Index) -> BTreeMap<String, Recorded> {
    let shown = |day: Date| day.to_string();
    let job = |doc| {
        let build = index.first_build(doc).map(|FirstBuild { number, day }| (number.0, shown(day)));
        (index.card(doc).id.0.clone(), (build, index.card(doc).added.map(shown)))
    };
    index.docs().map(job).collect()
}

#[test]
fn each_job_is_recorded_with_the_build_that_first_had_it() {
    let place = Place::new();
    let recorded = |number: u32, day: &str| (Some((number, day.to_owned())), Some(day.to_owned()));
    let first = || (Some((1, "2026-11-10".to_owned())), None);
    for ((now, feed), (newest, expected)) in days().into_iter().zip([
        (1, vec![("a", (None, None)), ("b", (None, None))]),
        (2, vec![("a", first()), ("b", first()), ("c", recorded(2, "2026-11-11")), ("d", recorded(2, "2026-11-11"))]),
        (2, vec![("a", first()), ("b", first()), ("d", recorded(2, "2026-11-11"))]),
        (
            3,
            vec![
                ("a", first()),
                ("b", first()),
                ("c", recorded(2, "2026-11-11")),
                ("d", recorded(2, "2026-11-11")),
                ("e", recorded(3, "2026-11-13")),
            ],
        ),
    ]) {
        build(&place, now, &feed, &[]);
        let (manifest, index) = opened(&place);
        assert_eq!((manifest.newest_build.0, manifest.first_seen.is_some()), (newest, newest > 1), "{now}");
        let expected = expected.into_iter().map(|(id, first)| (id.to_owned(), first)).collect();
        assert_eq!(first_builds(&index), expected, "{now}");
    }
    let files = place.files("site");
    let of_kind = files.keys().filter(|path| path.starts_with("data/first-seen."));
    assert_eq!(of_kind.count(), 1, "no chunk of an earlier build stays");
}

#[test]
fn jobs_that_were_added_last_come_first() {
    let place = Place::new();
    let ids = |found: &Value| -> Vec<String> {
        let hits = found["hits"].as_array().expect("a list");
        hits.iter().map(|hit| hit["id"].as_str().expect("an identifier").to_owned()).collect()
    };
    for (at, (now, feed)) in days().into_iter().enumerate() {
        build(&place, now, &feed, &[]);
        let (added, newest) = (place.search(&["--sort", "added"]), place.search(&["--sort", "newest"]));
        assert_eq!((ids(&added) == ids(&newest), &added["hit_count"]), (at == 0, &newest["hit_count"]), "{now}");
    }
    assert_eq!(ids(&place.search(&["--sort", "added"])), ["e", "d", "c", "b", "a"]);
    assert_eq!(ids(&place.search(&["--sort", "newest"])), ["b", "d", "a", "c", "e"]);
    let last_month = place.search(&["--sort", "added", "--facet", "posted=30d"]);
    assert_eq!(ids(&last_month), ["d", "b", "a"], "the filter is by posting date");
}

#[test]
fn an_index_alone_records_first_builds_too() {
    let place = Place::new();
    for (now, feed) in &days()[..2] {
        build(&place, now, feed, &["--pages", "none"]);
    }
    let (_, index) = opened(&place);
    let hits = search(&index, &Query::default().with_sort(Sort::Added)).hits;
    let ids: Vec<&str> = hits.iter().map(|hit| index.card(hit.doc).id.0.as_str()).collect();
    assert_eq!(ids, ["d", "c", "b", "a"]);
}

#[test]
fn a_card_is_marked_by_a_script_only() {
    let place = Place::new();
    for (now, feed) in days() {
        build(&place, now, &feed, &[]);
    }
    let page = place.page("jobs/page/1/index.html");
    let mark = |day: &str| format!("<p class=\"new-mark\" data-added=\"{day}\" hidden>New</p>");
    let counts = ["2026-11-10", "2026-11-11", "2026-11-13"].map(|day| page.matches(&mark(day)).count());
    assert_eq!((counts, page.matches("new-mark").count()), ([0, 2, 1], 3), "{page}");
}
