//! What a build refuses or rejects, and what it keeps of the old site when a feed fails.

use std::fs;

use serde_json::json;

use super::TABLE;
use crate::harness::{Ended, NOW, Place, assert_says, small_feed, text};

#[test]
fn a_site_that_its_host_would_refuse_is_not_written() {
    let place = Place::new();
    let posting =
        |id: usize| json!({"id": id, "title": format!("Baker {id}"), "company": "Acme", "description": "Bread."});
    place.feed("jobs.json", &(0..40).map(posting).collect::<Vec<_>>());
    let build = |arguments: &[&str]| place.build(&[&["--feed", "jobs.json"], arguments].concat());
    assert_eq!(build(&["--host", "cloudflare-pages"]).code, 0);
    let before = place.files("site");
    place.write("board.toml", "name = \"Acme jobs\"\n[host]\nname = \"netlify\"\nmax_files = 50\n");
    let refused = build(&["--config", "board.toml"]);
    assert_eq!(refused.code, 2, "{refused:?}");
    let says = ["Netlify would refuse this site", "more than the limit of 50", "pages: 4", "`--pages N`", "max_files"];
    assert!(says.iter().all(|part| refused.err.contains(part)), "{refused:?}");
    assert_eq!(place.files("site"), before);
    let unknown = build(&["--host", "geocities"]);
    assert!(unknown.code == 2 && unknown.err.contains("github-pages"), "{unknown:?}");
}

#[test]
fn pages_without_the_app_are_refused_before_anything_is_written() {
    let place = Place::new();
    place.write("jobs.csv", TABLE);
    place.write("half/tokens.css", "");
    let build = |arguments: &[&str]| {
        let build = ["build", "--feed", "jobs.csv", "--out", "site", "--now", NOW];
        Ended::of(&mut place.bare_command(&[&build[..], arguments].concat()))
    };
    for (arguments, expected) in [
        (vec![], vec!["cargo xtask app", "--app dist", "--pages none"]),
        (vec!["--pages", "1"], vec!["cargo xtask app", "--app dist"]),
        (vec!["--app", "half"], vec!["base.css", "cargo xtask app", "--app dist"]),
        (vec!["--app", "gone", "--pages", "none"], vec!["gone", "cargo xtask app"]),
    ] {
        let output = build(&arguments);
        assert_eq!(output.code, 2, "{arguments:?}: {output:?}");
        for words in expected {
            assert!(output.err.contains(words), "{arguments:?} does not say `{words}`: {}", output.err);
        }
        assert!(!output.err.contains("trunk"), "Trunk alone builds no engine: {}", output.err);
        assert_eq!(place.names(), ["half", "jobs.csv"], "{arguments:?} wrote something");
    }
    let index_alone = build(&["--pages", "none"]);
    assert_eq!(index_alone.code, 0, "{index_alone:?}");
}

#[test]
fn a_failed_build_leaves_the_old_site_unchanged() {
    let place = Place::with_site(&small_feed());
    let before = place.files("site");
    place.feed("untitled.json", &[json!({"@type": "JobPosting", "identifier": "1"})]);
    for arguments in [["--feed", "untitled.json"].as_slice(), &["--feed", "jobs.json", "--app", "no-such-app"]] {
        let output = place.build(arguments);
        assert_eq!(output.code, 2, "{arguments:?}: {output:?}");
        assert_eq!(place.files("site"), before, "{arguments:?}");
    }
}

#[test]
fn a_build_without_an_open_job_keeps_the_old_site_unless_allow_empty_is_given() {
    let place = Place::new();
    place.write("jobs.csv", "id,title,company,valid through\n1,Baker,Acme,2026-11-30\n2,Cook,Acme,2026-10-01\n");
    let build = |day: &str, more: &[&str]| {
        let index_alone = ["build", "--feed", "jobs.csv", "--out", "site", "--pages", "none", "--now", day];
        place.run(&[&index_alone[..], more].concat())
    };
    assert_eq!(build("2026-11-23", &[]).code, 0);
    let history = || fs::read(place.path("site/history.json")).expect("a history");
    let before = history();
    let output = build("2026-12-01", &[]);
    assert_eq!(output.code, 2, "{output:?}");
    assert_says(&output.err, &["none of the 2 jobs is open on 2026-12-01", "validThrough", "--allow-empty"]);
    assert!(history() == before, "the old site has changed");
    place.write("jobs.csv", "[]");
    let output = build("2026-11-24", &[]);
    assert_eq!(output.code, 2, "{output:?}");
    assert!(output.err.contains("no job") && output.err.contains("--allow-empty"), "{output:?}");
    assert!(history() == before, "the old site has changed");
    assert_eq!(build("2026-12-01", &["--allow-empty"]).code, 0);
}

#[test]
fn a_rejected_record_exits_with_1_and_names_the_file_the_record_and_the_remedy() {
    let place = Place::new();
    let mut feed = small_feed();
    feed.push(json!({"@type": "JobPosting", "identifier": "untitled-1", "hiringOrganization": "Acme Tools"}));
    place.feed("jobs.json", &feed);
    let output = place.build(&["--feed", "jobs.json"]);
    assert_eq!(output.code, 1, "{output:?}");
    assert_says(&output.err, &["jobs.json", "untitled-1", "missing-title", "add `title`"]);
    assert!(output.out.contains("2 jobs") && output.out.contains("1 record rejected"), "{output:?}");
}

#[test]
fn a_rejected_record_is_named_with_its_own_file() {
    let place = Place::new();
    place.write("a.json", r#"[{"title": "Baker", "company": "Acme"}]"#);
    place.write("b.json", r#"[{"id": "1", "title": "Cook", "company": "Acme"}]"#);
    place.write("c.json", r#"[{"id": "2", "title": "Clerk", "company": "Acme"}, {"title": 7, "company": "Acme"}]"#);
    let output = place.build(&["--feed", "a.json", "b.json", "c.json"]);
    assert_eq!(output.code, 1, "{output:?}");
    assert_says(&output.err, &["a.json: record 1: ", "c.json: record 2: "]);
}

#[test]
fn an_unreadable_feed_does_not_affect_the_others() {
    let place = Place::new();
    place.feed("feeds/jobs.json", &small_feed());
    place.write("feeds/broken.json", "");
    let output = place.build(&["--feed", "feeds"]);
    assert_eq!(output.code, 1, "{output:?}");
    assert!(output.err.contains("broken.json"), "{output:?}");
    assert_eq!(place.search(&[])["hit_count"], 2);
}

#[test]
fn a_failed_feed_keeps_its_jobs_while_the_other_feeds_are_updated() {
    let feed = small_feed();
    let whole = serde_json::to_string(&feed[1..]).expect("json");
    let other = json!({"id": "9", "title": "Baker", "company": "Acme Tools"});
    for (broken, expected) in [
        (Some(""), "empty"),
        (Some("<html>502 Bad Gateway</html>"), "no JobPosting"),
        (Some("[{\"id\": \"8\", \"title\": \"Supp"), "none of the 1 records"),
        (Some("[{\"id\": \"10\", \"title\": \"Cook\", \"company\": \"Acme Tools\"}"), "ends in the middle"),
        (None, "check the path"),
    ] {
        let place = Place::new();
        place.feed("one.json", &[feed[0].clone(), other.clone()]);
        place.write("two.json", &whole);
        assert_eq!(place.build(&["--feed", "one.json", "two.json"]).code, 0);
        place.feed("one.json", &feed[..1]);
        match broken {
            Some(text) => place.write("two.json", text),
            None => fs::remove_file(place.path("two.json")).expect("removed"),
        }
        let build = || place.build(&["--feed", "one.json", "two.json", "--quiet"]);
        for output in [build(), build()] {
            assert_eq!(output.code, 1, "{output:?}");
            assert_says(&output.err, &["two.json", expected, "1 job kept", "leave it out"]);
            assert_eq!(place.search(&["support"])["hits"][0]["id"], "8");
            let files = place.files("site");
            assert!(!text(&files, "jobs/support-engineer-quiet-harbor/index.html").contains("This job closed"));
            assert!(files.contains_key("companies/quiet-harbor/index.html"));
            assert!(text(&files, "jobs/baker-acme-tools/index.html").contains("This job closed"));
        }
        place.feed("two.json", &[]);
        assert_eq!(build().code, 0);
        let page = place.page("jobs/support-engineer-quiet-harbor/index.html");
        assert!(page.contains("This job closed"), "{page}");
    }
}

#[test]
fn a_build_fails_if_it_cannot_keep_the_jobs_of_a_failed_feed() {
    for (pages, expected) in
        [(["--pages", "none"], "has no pages from which to keep"), (["--pages", "all"], "does not record which")]
    {
        let place = Place::new();
        place.feed("one.json", &small_feed()[..1]);
        place.feed("two.json", &small_feed()[1..]);
        assert_eq!(place.build(&[["--feed", "one.json", "two.json"].as_slice(), &pages].concat()).code, 0);
        if pages[1] == "all" {
            place.write("site/history.json", "{\"format\": 99}");
        }
        let before = place.files("site");
        place.write("two.json", "");
        let output = place.build(&["--feed", "one.json", "two.json"]);
        assert_eq!(output.code, 2, "{output:?}");
        assert_says(&output.err, &[expected, "two.json", "fix those feeds, or leave them out"]);
        assert_eq!(place.files("site"), before);
        assert_eq!(place.build(&["--feed", "one.json"]).code, 0);
    }
}
