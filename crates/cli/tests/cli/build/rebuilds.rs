//! What a build takes over from the site that it replaces: closed jobs, paths, dates, and unchanged pages.

use std::fs;

use openroles_model::domain::Date;
use serde_json::{Value, json};

use crate::harness::{Place, history, small_feed, text};

#[test]
fn a_job_that_has_left_the_feed_is_closed_for_30_days_and_then_gone() {
    let place = Place::new();
    let feed = small_feed();
    let page = "jobs/support-engineer-quiet-harbor/index.html";
    let build = |feed: &[Value], now: &str| {
        place.feed("jobs.json", feed);
        let arguments =
            ["build", "--feed", "jobs.json", "--out", "site", "--site-url", "https://a.example", "--now", now];
        let output = place.run(&arguments);
        assert_eq!(output.code, 0, "{output:?}");
        output.out
    };
    build(&feed, "2026-11-23");
    for (now, is_kept) in [("2026-11-24", true), ("2026-12-01", true), ("2026-12-23", true), ("2026-12-24", false)] {
        let printed = build(&feed[..1], now);
        let files = place.files("site");
        assert_eq!(
            (files.contains_key(page), printed.contains("Marked as closed: 1 page")),
            (is_kept, is_kept),
            "{now}: {printed}"
        );
        assert!(!String::from_utf8_lossy(&files["sitemap-1.xml"]).contains("support-engineer"), "{now}");
        if is_kept {
            let text = String::from_utf8_lossy(&files[page]);
            for words in ["This job closed on 23 Nov 2026", "content=\"noindex\""] {
                assert!(text.contains(words), "{now}: {words} is not in {text}");
            }
            assert!(
                !text.contains("href=\"/companies/quiet-harbor/\"") && !text.contains("Apply now"),
                "{now}: {text}"
            );
        }
    }
    assert_eq!(place.search(&["support"])["hit_count"], 0);
}

#[test]
fn an_expired_job_is_closed_for_30_days_and_then_gone_whether_the_feed_still_has_it_or_not() {
    let page = "jobs/baker-corner-bakery/index.html";
    let feed_without = small_feed();
    let mut feed = small_feed();
    feed.push(json!({"id": "9", "title": "Baker", "company": "Corner Bakery", "skills": "Linux", "validThrough": "2026-11-22"}));
    for leaves_on in ["2026-12-01", "2027-12-01"] {
        let place = Place::new();
        for (now, is_kept) in [("2026-11-23", true), ("2026-12-22", true), ("2026-12-23", false), ("2026-12-24", false)]
        {
            place.feed("jobs.json", if now < leaves_on { &feed } else { &feed_without });
            let built =
                ["build", "--feed", "jobs.json", "--out", "site", "--site-url", "https://a.example", "--now", now];
            let output = place.run(&built);
            assert_eq!(output.code, 0, "{output:?}");
            let files = place.files("site");
            let of_baker: Vec<&String> = files.keys().filter(|path| path.starts_with("jobs/baker")).collect();
            assert!(!of_baker.iter().any(|path| path.contains("similar")), "{now}: {of_baker:?}");
            assert_eq!(files.contains_key(page), is_kept, "{now}: {of_baker:?}");
            assert_eq!(history(&files).contains("baker"), is_kept, "{now}");
            assert!(!text(&files, "sitemap-1.xml").contains("baker"), "{now}");
            let says_why = output.out.contains("Closed for 30 days or longer: 1 job in the feeds has no page");
            assert_eq!(says_why, !is_kept && now < leaves_on, "{now}: {output:?}");
            if is_kept {
                let html = text(&files, page);
                for words in ["This job closed on 22 Nov 2026", "content=\"noindex\"", "Similar jobs", "Rust engineer"]
                {
                    assert!(html.contains(words), "{now}: {words} is not in {html}");
                }
            } else {
                assert!(of_baker.is_empty() && !files.contains_key("companies/corner-bakery/index.html"), "{now}");
            }
        }
    }
}

#[test]
fn a_job_whose_title_was_corrected_keeps_its_page() {
    let place = Place::with_site(&small_feed());
    let page = "jobs/support-engineer-quiet-harbor/index.html";
    assert!(place.files("site").contains_key(page));
    let mut corrected = small_feed();
    corrected[1]["title"] = "Customer support engineer".into();
    corrected[1]["hiringOrganization"]["name"] = "Quiet Harbour".into();
    place.feed("jobs.json", &corrected);
    assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    let files = place.files("site");
    assert!(text(&files, page).contains("Customer support engineer"));
    assert!(!text(&files, page).contains("This job closed"));
    assert!(!files.contains_key("jobs/customer-support-engineer-quiet-harbour/index.html"));
}

#[test]
fn a_job_keeps_its_page_when_another_with_the_same_title_is_gone() {
    let place = Place::new();
    let posting = |id: &str, posted: &str, text: &str| json!({"id": id, "title": "Baker", "company": "Acme", "datePosted": posted, "description": text});
    let feed = [posting("old", "2026-11-01", "Bread."), posting("new", "2026-11-20", "Buns.")];
    place.feed("jobs.json", &feed);
    assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    let moved = place.search(&["buns"])["hits"][0]["slug"].clone();
    assert_ne!(moved, "baker-acme");
    place.feed("jobs.json", &feed[1..]);
    assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    assert_eq!(place.search(&["buns"])["hits"][0]["slug"], moved);
    let closed = place.page("jobs/baker-acme/index.html");
    assert!(closed.contains("This job closed") && closed.contains("Bread."), "{closed}");
}

#[test]
fn jobs_of_two_employers_with_the_same_identifier_stay_apart_from_build_to_build() {
    let place = Place::new();
    let (acme, globex) = ("acme/jobs.csv", "globex/jobs.csv");
    let table = |company: &str| format!("id,title,company\n86,Baker,{company}\n");
    let ids =
        |words: &str| place.search(&[words])["hits"].as_array().expect("hits").first().map(|hit| hit["id"].clone());
    place.write(acme, &table("Acme"));
    place.write(globex, &table("Globex"));
    let output = place.build(&["--feed", acme, globex]);
    assert_eq!(output.code, 0, "{output:?}");
    assert_eq!((ids("acme"), ids("globex")), (Some(json!("86")), Some(json!("86@globex"))));
    let output = place.build(&["--feed", globex, acme]);
    assert_eq!(output.code, 0, "{output:?}");
    assert_eq!((ids("acme"), ids("globex")), (Some(json!("86")), Some(json!("86@globex"))), "in another order");
    assert_eq!(place.build(&["--feed", globex]).code, 0);
    assert_eq!((ids("acme"), ids("globex")), (None, Some(json!("86@globex"))), "left alone");
    let files = place.files("site");
    assert!(text(&files, "jobs/baker-acme/index.html").contains("This job closed"));
    assert!(!text(&files, "jobs/baker-globex/index.html").contains("This job closed"));
}

#[test]
fn a_relative_date_is_resolved_when_its_job_is_first_seen_and_then_kept() {
    let place = Place::new();
    let rows =
        ["1,Baker,Acme,1 Day Ago", "2,Cook,Acme,30+ days ago", "3,Clerk,Acme,03/11/2026", "4,Smith,Acme,28/11/2026"];
    let table = |rows: &[&str]| format!("id,title,company,posted\n{}\n", rows.join("\n"));
    place.write("jobs.csv", &table(&rows[..3]));
    let build = |now: &str, pages: &str| {
        let output = place.run(&["build", "--feed", "jobs.csv", "--out", "site", "--now", now, "--pages", pages]);
        assert_eq!(output.code, 0, "{output:?}");
        output.out
    };
    let posted = |job: &str| {
        let values = place.values(&format!("jobs/{job}-acme/index.html"));
        let day = find(&values, "date_posted").and_then(|day| day.as_i64());
        let date = day.and_then(|day| Date::from_days(i32::try_from(day).expect("a day")));
        date.map_or_else(|| "no day".to_owned(), |date| date.to_string())
    };
    let printed = build("2026-11-23", "all");
    assert!(printed.contains("ambiguous-date"), "{printed}");
    assert_eq!((posted("baker").as_str(), posted("cook").as_str()), ("2026-11-22", "no day"));
    assert_eq!(posted("clerk"), "no day", "the order of day and month is unknown");
    build("2026-11-30", "none");
    place.write("jobs.csv", &table(&rows));
    build("2026-12-07", "all");
    assert_eq!((posted("baker").as_str(), posted("cook").as_str()), ("2026-11-22", "no day"));
    assert_eq!((posted("clerk").as_str(), posted("smith").as_str()), ("2026-11-03", "2026-11-28"));
}

/// The first value with this name, at any depth.
fn find(value: &Value, name: &str) -> Option<Value> {
    match value {
        Value::Object(fields) => {
            fields.get(name).cloned().or_else(|| fields.values().find_map(|field| find(field, name)))
        }
        Value::Array(items) => items.iter().find_map(|item| find(item, name)),
        _ => None,
    }
}

#[test]
fn an_index_only_build_forgets_no_job_and_no_closed_page() {
    let place = Place::new();
    let mut feed = small_feed();
    feed.push(json!({"id": "9", "title": "Baker", "company": "Acme Tools", "description": "Bread."}));
    let build = |feed: &[Value], pages: &str| {
        place.feed("jobs.json", feed);
        assert_eq!(place.build(&["--feed", "jobs.json", "--pages", pages]).code, 0);
        place.files("site")
    };
    let support = "jobs/support-engineer-quiet-harbor/index.html";
    let baker = "jobs/baker-acme-tools/index.html";
    build(&feed, "all");
    feed[0]["title"] = "Senior Rust engineer".into();
    let closed = build(&[feed[0].clone(), feed[2].clone()], "all");
    let alone = build(&feed[..1], "none");
    assert!(text(&closed, support).contains("This job closed"));
    assert_eq!(alone[support], closed[support], "an old closed page stays");
    assert!(text(&alone, baker).contains("This job closed"), "a new closed page comes");
    assert!(!alone.contains_key("jobs/rust-engineer-acme-tools/index.html"));
    let again = build(&[feed[0].clone()], "all");
    assert_eq!((&again[support], &again[baker]), (&alone[support], &alone[baker]));
    assert!(text(&again, "jobs/rust-engineer-acme-tools/index.html").contains("Senior Rust engineer"));
    build(&feed[..1], "none");
    let page = text(&build(&feed[1..2], "all"), "jobs/rust-engineer-acme-tools/index.html");
    assert!(page.contains("This job closed"), "{page}");
}

#[test]
fn a_later_build_of_the_same_jobs_leaves_their_pages_unchanged() {
    let place = Place::with_site(&small_feed());
    let first = place.files("site");
    assert_eq!(place.run(&["build", "--feed", "jobs.json", "--out", "site", "--now", "2026-11-29"]).code, 0);
    let changed: Vec<String> = place
        .files("site")
        .into_iter()
        .filter(|file| first.get(&file.0) != Some(&file.1))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, ["data/manifest.json", "history.json", "index.html", "jobs/index.html"]);
}

#[test]
fn a_page_states_since_when_its_job_is_on_the_board_and_how_often_its_date_moved_if_that_adds_something() {
    let place = Place::new();
    let pages = ["rust-engineer", "cook", "baker", "clerk"];
    let rows = |dates: [&str; 4]| {
        let jobs = [("1", "Rust engineer"), ("2", "Cook"), ("3", "Baker"), ("4", "Clerk")];
        let rows = jobs.iter().zip(dates).filter(|(_, date)| !date.is_empty());
        rows.map(|((id, title), date)| format!("{id},{title},Acme,{date}\n")).collect::<String>()
    };
    for (now, dates, expected) in [
        ("2026-11-10", ["2026-11-01", "2026-11-09", "", ""], [Some(None), Some(None), None, None]),
        (
            "2026-11-11",
            ["2026-11-10", "2026-11-09", "2026-11-10", "2 days ago"],
            [Some(Some("10 Nov 2026 · posting date moved once")), Some(None), Some(None), Some(Some("11 Nov 2026"))],
        ),
        (
            "2026-11-12",
            ["2026-11-12", "2026-11-09", "2026-11-12", "1 day ago"],
            [
                Some(Some("10 Nov 2026 · posting date moved 2 times")),
                Some(None),
                Some(Some("11 Nov 2026 · posting date moved once")),
                Some(Some("11 Nov 2026")),
            ],
        ),
        (
            "2026-11-13",
            ["2026-11-12", "", "2026-11-12", "2026-11-13"],
            [
                Some(Some("10 Nov 2026 · posting date moved 2 times")),
                Some(None),
                Some(Some("11 Nov 2026 · posting date moved once")),
                Some(Some("11 Nov 2026")),
            ],
        ),
    ] {
        place.write("jobs.csv", &format!("id,title,company,posted\n{}", rows(dates)));
        assert_eq!(place.run(&["build", "--feed", "jobs.csv", "--out", "site", "--now", now]).code, 0);
        for (page, expected) in pages.iter().zip(expected) {
            let path = format!("site/jobs/{page}-acme/index.html");
            let html = fs::read_to_string(place.path(&path)).ok();
            let shown = html.as_ref().map(|html| {
                let fact = html.split_once("<dt>On this board since</dt><dd>").map(|(_, rest)| rest);
                fact.and_then(|fact| fact.split_once("</dd>")).map(|(fact, _)| fact)
            });
            assert_eq!(shown, expected, "{now}: {page}");
        }
    }
}

#[test]
fn an_edited_page_is_rendered_again_even_if_its_job_is_unchanged() {
    let page = "jobs/rust-engineer-acme-tools/index.html";
    let place = Place::with_site(&small_feed());
    let before = place.files("site");
    for changed in [text(&before, page).replace("<main", "<p>Apply elsewhere</p><main"), String::new()] {
        assert_ne!(changed, text(&before, page));
        place.write(&format!("site/{page}"), &changed);
        assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
        assert_eq!(place.page(page), text(&before, page));
    }
    assert_eq!(place.files("site"), before, "no other file has changed");
}
