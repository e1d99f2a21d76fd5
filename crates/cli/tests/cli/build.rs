//! `openroles build`: feeds in, a folder of files out.
//!
//! This file tests whole builds; the files in `build/` test what a build refuses, reports, writes and keeps.

mod discovery;
mod earlier;
mod first_seen;
mod left;
mod lookups;
mod pages;
mod rebuilds;
mod refusals;
mod reports;

use std::{fs, io::Write, path::PathBuf, process::Stdio, time::Duration};

use serde_json::{Value, json};

use crate::harness::{NOW, Place, small_feed};

#[test]
fn a_small_feed_becomes_a_site_that_can_be_searched() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    let output = place.build(&["--feed", "jobs.json"]);
    assert_eq!(output.code, 0, "{output:?}");
    assert!(output.out.contains("2 jobs from 1 feed"), "{output:?}");
    let found = place.search(&["rust"]);
    assert_eq!(found["hit_count"], 1);
    assert_eq!(found["hits"][0]["id"], "7");
    assert_eq!(found["hits"][0]["title"], "Rust engineer");
    assert_eq!(found["hits"][0]["company"], "Acme Tools");
}

#[test]
fn a_feed_can_be_gzipped_or_come_from_standard_input() {
    let place = Place::new();
    let text = serde_json::to_string(&small_feed()).expect("json");
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text.as_bytes()).expect("memory");
    let packed = encoder.finish().expect("memory");
    for bytes in [text.as_bytes(), &packed] {
        let output = place.run_with_input(&["build", "--feed", "-", "--out", "site", "--now", NOW], bytes);
        assert_eq!(output.code, 0, "{output:?}");
        assert!(output.out.contains("2 jobs"), "{output:?}");
    }
}

#[test]
fn feeds_of_other_formats_can_be_combined_with_a_table_that_needs_a_column_mapping() {
    let place = Place::new();
    place.write("board.toml", "name = \"Acme jobs\"\n[columns]\ntitle = \"Was\"\ndepartment = \"team\"\n");
    place.write("table.csv", "Was;company;team\nBaker;Acme;Bread\n");
    let ashby = json!({"jobs": [{"id": "1", "title": "Cook", "team": "Soup", "department": "Kitchen", "isListed": true,
        "jobUrl": "https://jobs.ashbyhq.com/globex/1", "publishedAt": "2026-11-20T00:00:00Z"}]});
    place.write("ashby.json", &ashby.to_string());
    let region = "Seattle (Market/Region)";
    let workday = json!({"total": 2, "jobPostings": [
        {"title": "Nurse", "externalPath": "/job/Seattle/Nurse_R1", "locationsText": "Seattle", "bulletFields": [region, "R1"]},
        {"title": "Clerk", "externalPath": "/job/Seattle/Clerk_R2", "locationsText": "Seattle", "bulletFields": [region, "R2"]}]});
    place.write("workday/list.json", &workday.to_string());
    let detail = json!({"jobPostingInfo": {"title": "Nurse", "jobReqId": "R1", "jobDescription": "<p>Help.</p>", "location": "Seattle",
        "externalUrl": "https://initech.wd5.myworkdayjobs.com/External/job/Seattle/Nurse_R1"}, "hiringOrganization": {"name": "Initech"}});
    place.write("workday/r1.json", &detail.to_string());
    let feeds = ["table.csv", "ashby.json", "workday"].map(|path| ["--feed", path]).concat();
    let output = place.build(&[&feeds[..], &["--config", "board.toml", "--company", "Initech"]].concat());
    assert_eq!(output.code, 0, "{output:?}");
    let found = place.search(&[]);
    assert_eq!(found["hit_count"], 4, "the list and the detail are merged: {found}");
    let departments = found["facets"]["department"].as_array().expect("a list");
    let mut names: Vec<&str> = departments.iter().filter_map(|value| value["value"].as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Bread", "Kitchen"]);
}

#[test]
fn quiet_prints_nothing_when_all_is_well() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    let output = place.build(&["--feed", "jobs.json", "--quiet"]);
    assert_eq!((output.code, output.out.as_str(), output.err.as_str()), (0, "", ""));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let place = Place::with_site(&small_feed());
    let first = place.files("site");
    place.build(&["--feed", "jobs.json"]);
    assert_eq!(place.files("site"), first);
    assert!(first.contains_key("data/manifest.json"), "{:?}", first.keys());
}

#[test]
fn a_hostile_feed_writes_nothing_outside_the_site() {
    let place = Place::new();
    let hostile = ["../../../escape", "/tmp/escape", "..\\escape", "\u{0}", "con", "%2e%2e%2fescape", "<script>", "."];
    let feed: Vec<Value> = hostile
        .iter()
        .map(|text| {
            json!({
                "@type": "JobPosting",
                "identifier": format!("id {text}"),
                "title": text,
                "slug": text,
                "hiringOrganization": {"name": text, "slug": text},
                "skills": [text],
                "url": text,
                "description": text,
            })
        })
        .chain(small_feed())
        .collect();
    place.feed("jobs.json", &feed);
    let output = place.build(&["--feed", "jobs.json"]);
    assert!(output.code <= 1, "{output:?}");
    let outside: Vec<_> = place.files(".").into_keys().filter(|path| !path.starts_with("site/")).collect();
    assert_eq!(outside, ["jobs.json"]);
}

#[test]
fn an_interrupted_build_leaves_the_site_intact_and_the_next_build_removes_its_files() {
    let place = Place::with_site(&small_feed());
    let before = place.files("site");
    let leftovers = || -> Vec<PathBuf> {
        let names = place.names().into_iter().filter(|name| name.contains(".openroles-"));
        names.map(|name| place.path(&name)).collect()
    };
    let sample = place.run(&["sample", "--count", "1500", "--now", NOW]).out;
    place.write("many.jsonl", &sample);
    for is_swapping in [false, true] {
        let mut build = place.command(&["build", "--feed", "many.jsonl", "--out", "site", "--now", NOW, "--quiet"]);
        let mut build = build.stderr(Stdio::null()).spawn().expect("started");
        while !leftovers().first().is_some_and(|folder| folder.join("site").is_dir()) {
            assert!(build.try_wait().expect("asked").is_none(), "the build ended before it could be interrupted");
            std::thread::sleep(Duration::from_millis(2));
        }
        place.write("broken.json", "");
        let meanwhile = place.build(&["--feed", "broken.json"]);
        assert!(
            !meanwhile.err.contains("interrupted") && leftovers().len() == 1,
            "the interrupted build still runs there: {meanwhile:?}"
        );
        build.kill().expect("killed");
        build.wait().expect("ended");
        let left = leftovers().pop().expect("a leftover folder");
        if is_swapping {
            fs::rename(place.path("site"), left.join("old")).expect("moved");
        }
        let output = place.build(&["--feed", "broken.json", "--quiet"]);
        assert!(output.err.contains("removed 1 folder that interrupted builds left next to the site"), "{output:?}");
        assert_eq!(output.err.contains("the previous site was restored"), is_swapping, "{output:?}");
        assert_eq!(place.files("site"), before);
        assert_eq!(leftovers(), Vec::<PathBuf>::new());
    }
}

/// A table with three columns that no field is read from.
const TABLE: &str = "id,title,company,description,Apply Link,Pay range,Notes\n\
    1,Baker,Acme,Bake bread,https://example.com/apply/1,₹10L - ₹30L / yr,rye\n\
    2,Cook,Acme,Cook soup,https://example.com/apply/2,₹20L / yr,\n\
    3,Clerk,Acme,Write letters,jobs@example.com,3-6 Lacs PA,\n\
    4,Porter,Acme,Carry bags,https://example.com/apply/4,ask us,\n";
