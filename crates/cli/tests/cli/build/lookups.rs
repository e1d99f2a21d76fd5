//! The files in which a visitor's device looks up the jobs that it keeps, from build to build.

use openroles_engine::index::lookup::{JobKey, KnownJob, LookupTable, RepostKey, known_job, reposts};
use openroles_model::domain::JobCard;
use serde_json::{Value, json};

use crate::harness::Place;

fn job(id: &str, pay: u32, text: &str) -> Value {
    json!({"id": id, "title": "Clerk", "company": "Acme", "location": "Pune", "salary": format!("{pay} INR per year"), "description": text})
}

/// What the site knows of a job that a device has kept, and the identifiers of all jobs like it.
fn looked_up(place: &Place, kept: &JobCard) -> (Option<KnownJob>, Vec<String>) {
    let manifest = place.manifest();
    let index = place.index("data", (&manifest.columns, manifest.first_seen.as_deref()), manifest.now);
    let table = manifest.lookup.expect("a board with jobs");
    let table = LookupTable::open(&place.chunk("data", &table), &table).expect("the table");
    let (job, repost) = (JobKey::of(kept), RepostKey::of(kept));
    let file = table.file_of_job(job).expect("a file");
    let known = known_job(&place.chunk("data", &file), &file, job, index.len()).expect("a lookup");
    let file = table.file_of_reposts(repost).expect("a file");
    let same = reposts(&place.chunk("data", &file), &file, repost, index.len()).expect("a lookup");
    (known, same.into_iter().map(|doc| index.card(doc).id.0.clone()).collect())
}

#[test]
fn a_job_that_was_kept_is_found_again_with_what_has_changed_and_where_it_was_posted_again() {
    let place = Place::new();
    let build = |jobs: &[Value]| {
        place.feed("jobs.json", jobs);
        assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    };
    build(&[job("1", 900_000, "Count."), job("2", 800_000, "Write.")]);
    let manifest = place.manifest();
    let index = place.index("data", (&manifest.columns, None), manifest.now);
    let kept = index.card(index.doc_by_id("1").expect("a job")).clone();
    let (known, same) = looked_up(&place, &kept);
    let first = known.expect("a job that is there");
    assert_eq!((first.doc, same), (index.doc_by_id("1").expect("a job"), vec!["1".to_owned(), "2".to_owned()]));
    for (edited, is_same) in [
        (job("1", 900_000, "Count."), (true, true)),
        (job("1", 950_000, "Count."), (false, true)),
        (job("1", 900_000, "Count and write."), (true, false)),
    ] {
        build(&[edited, job("3", 1, "")]);
        let (known, _) = looked_up(&place, &kept);
        let known = known.expect("a job that is there");
        assert_eq!((known.pay == first.pay, known.text == first.text), is_same);
    }
    build(&[job("4", 900_000, "Count.")]);
    assert_eq!(looked_up(&place, &kept), (None, vec!["4".to_owned()]));
}
