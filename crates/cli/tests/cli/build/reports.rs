//! What a build reports: findings, columns, pay, merged records, and notes for the operator.

use std::fs;

use serde_json::json;

use super::TABLE;
use crate::harness::{NOW, Place, assert_says, small_feed, tiny_app};

#[test]
fn a_build_ends_with_the_doctors_findings() {
    let place = Place::new();
    let mut feed = small_feed();
    feed.push(json!({"id": "9", "title": "Baker", "company": "Acme", "location": "Xyzzyville"}));
    feed.push(
        json!({"id": "10", "title": "Cook", "company": "Acme", "location": "Xyzzyville", "baseSalary": "$20,000"}),
    );
    place.feed("jobs.json", &feed);
    let output = place.build(&["--feed", "jobs.json"]);
    assert_eq!(output.code, 0, "findings are not rejections: {output:?}");
    let (summary, findings) = output.out.split_once("findings of the doctor, most serious first").expect("findings");
    assert!(summary.contains("4 jobs from 1 feed") && summary.contains("Written to"), "{output:?}");
    assert_says(
        findings,
        &[
            "`openroles doctor FEED` shows more",
            "note unknown-place (2): ",
            "2 × Xyzzyville  [jobs.json: 9]",
            "note guessed-dollar (1: 1 doubtful): ",
            "required description-missing (",
        ],
    );
    assert!(findings.find("required ") < findings.find("note "), "the worst comes first: {findings}");
    let quiet = place.build(&["--feed", "jobs.json", "--quiet"]);
    assert_eq!((quiet.code, quiet.out.as_str()), (0, ""));
}

#[test]
fn an_unread_column_is_reported_with_config_lines_that_map_it() {
    let place = Place::new();
    place.write("jobs.csv", TABLE);
    let doctor = place.run(&["doctor", "jobs.csv", "--now", NOW]);
    let built = place.build(&["--feed", "jobs.csv"]);
    let unread = "columns not used: Apply Link (looks like application links), Pay range (looks like pay: 3 of 4 values), \
                 Notes\n";
    for output in [&doctor, &built] {
        assert_eq!(output.code, 0, "{output:?}");
        assert_says(&output.out, &[unread, "    [columns]\n    apply = \"Apply Link\"\n    salary = \"Pay range\"\n"]);
        let at = |words: &str| output.out.find(words).unwrap_or_else(|| panic!("no `{words}` in {}", output.out));
        assert!(at(unread) < at("apply-missing") && at("apply-missing") < at("warning "), "{}", output.out);
        assert!(output.out.contains("required apply-missing (4)"), "{}", output.out);
    }
    assert!(place.page("jobs/baker-acme/index.html").contains("The posting does not say how to apply"));
    // Paste the lines, as an operator would.
    let lines: Vec<&str> = doctor.out.lines().skip_while(|line| line.trim() != "[columns]").take(3).collect();
    place.write("board.toml", &format!("name = \"Jobs\"\n{}\n", lines.join("\n")));
    let built = place.build(&["--feed", "jobs.csv", "--config", "board.toml"]);
    assert!(!built.out.contains("apply-missing") && built.out.contains("columns not used: Notes\n"), "{built:?}");
    let page = place.page("jobs/baker-acme/index.html");
    assert!(page.contains("https://example.com/apply/1") && page.contains("₹10L - ₹30L / yr"), "{page}");
    let report = place.run(&["doctor", "jobs.csv", "--json", "--now", NOW]).json();
    let column = json!({"file": "jobs.csv", "column": "Pay range", "values": 4, "looks_like": "pay", "alike": 3,
        "looked_at": 4, "line": "salary = \"Pay range\""});
    assert_eq!(report["unread_columns"][1], column, "{report}");
}

#[test]
fn records_of_one_job_are_merged_and_not_rejected() {
    let place = Place::new();
    let cook = |id: &str, city: &str| json!({"id": id, "title": "Cook", "company": "Acme", "location": city, "description": "Cook for guests."});
    let feed = json!([cook("1", "Pune, India"), cook("2", "Mumbai, India"), cook("2", "Delhi, India")]);
    place.write("jobs.json", &feed.to_string());
    let build = ["build", "--feed", "jobs.json", "--out", "site", "--pages", "none", "--now", NOW];
    let output = place.run(&build);
    assert_eq!(output.code, 0, "{output:?}");
    assert!(
        output.out.contains("1 job from 1 feed, 1 company; 0 records rejected, 2 merged into others"),
        "{output:?}"
    );
    assert!(output.err.is_empty(), "nothing is lost: {output:?}");
    let output = place.run(&["doctor", "jobs.json", "--json", "--now", NOW]);
    assert_eq!(output.code, 0, "no finding is of the highest severity: {output:?}");
    let report = output.json();
    assert_eq!((&report["feeds"][0]["merged"], &report["feeds"][0]["refused"]), (&json!(2), &json!({})), "{report}");
    place.write("jobs.json", &feed.to_string().replacen("\"title\":\"Cook\"", "\"title\":\"\"", 1));
    for arguments in [&build[..], &["doctor", "jobs.json", "--now", NOW]] {
        assert_eq!(place.run(arguments).code, 1, "a record without a title is lost");
    }
}

#[test]
fn a_board_without_a_currency_compares_pay_in_the_feeds_currency_and_names_missing_rates() {
    let place = Place::new();
    place.write(
        "jobs.csv",
        "id,title,company,salary\n1,Baker,Acme,₹10L - ₹30L / yr\n2,Cook,Acme,₹8L / yr\n3,Clerk,Acme,€60K / yr\n\
         4,Porter,Acme,\n5,Driver,Acme,£30K / yr\n6,Waiter,Acme,€30K / yr\n7,Miller,Acme,₹9L / yr\n",
    );
    let output = place.build(&["--feed", "jobs.csv", "--pages", "none"]);
    assert_eq!(output.code, 0, "{output:?}");
    let currency = "Pay is compared in INR, the feeds' most common currency (3 of 6 jobs that state pay)";
    assert!(output.out.contains(currency) && output.out.contains("currency = \"INR\""), "{output:?}");
    assert_says(
        &output.err,
        &["pay of 3 jobs cannot be compared in INR", "[rates]", "EUR = …", "; 2 jobs", "GBP = …", "; 1 job"],
    );
    let found = place.search(&["", "--facet", "salary=900000"]);
    let titles = found["hits"].to_string();
    assert!(titles.contains("Baker") && titles.contains("Miller") && !titles.contains("Cook"), "{found}");
    let manifest = place.page("data/manifest.json");
    assert!(manifest.contains("\"currency\":\"INR\""), "{manifest}");
    place.write("board.toml", "name = \"Jobs\"\ncurrency = \"EUR\"\n[rates]\nINR = 0.011\nGBP = 1.15\n");
    let output = place.build(&["--feed", "jobs.csv", "--config", "board.toml", "--pages", "none"]);
    assert!(!output.out.contains("most common currency") && output.err.is_empty(), "{output:?}");
}

#[test]
fn converted_pay_shows_the_date_of_its_rates() {
    let place = Place::new();
    let posting = |id: usize| {
        let pay =
            json!({"currency": "USD", "value": {"minValue": 50_000 + id, "maxValue": 90_000, "unitText": "YEAR"}});
        let title = format!("Rust engineer {id}");
        json!({"id": id, "title": title, "company": "Acme", "skills": "Rust", "baseSalary": pay})
    };
    place.feed("jobs.json", &(0..6).map(posting).collect::<Vec<_>>());
    let built = |settings: &str| {
        place.write("board.toml", &format!("name = \"Jobs\"\n{settings}"));
        let output = place.build(&["--feed", "jobs.json", "--config", "board.toml"]);
        (output, ["jobs/index.html", "jobs/rust-engineer-2-acme/index.html"].map(|page| place.page(page)))
    };
    const RATES: &str = "currency = \"INR\"\n[rates]\nUSD = 84.0";
    for (date, expected, noted) in [
        ("rates_date = \"2026-11-01\"\n", "converted with rates of 1 Nov 2026", None),
        ("rates_date = \"2026-08-25\"\n", "converted with rates of 25 Aug 2026", None),
        ("rates_date = \"2026-08-24\"\n", "converted with rates of 24 Aug 2026", Some("rates from 2026-08-24")),
        ("", "converted with undated rates", Some("`rates_date`")),
    ] {
        let (output, pages) = built(&format!("{date}{RATES}"));
        assert_eq!(output.code, 0, "{output:?}");
        pages.iter().for_each(|page| assert!(page.contains(expected), "`{expected}` is not on {page}"));
        let notes: Vec<&str> = output.out.lines().filter(|line| line.contains("rates")).collect();
        assert_eq!(notes.len(), usize::from(noted.is_some()), "{output:?}");
        assert!(noted.is_none_or(|words| notes[0].contains(words)), "{output:?}");
    }
    let (output, pages) = built("currency = \"USD\"\n[rates]\nINR = 0.012");
    assert!(!output.out.contains("rates") && pages.iter().all(|page| !page.contains("converted with")), "{output:?}");
    place.write("board.toml", "name = \"Jobs\"\nrates_date = \"last week\"");
    let output = place.build(&["--feed", "jobs.json", "--config", "board.toml"]);
    assert!(output.code == 2 && output.err.contains("year-month-day"), "{output:?}");
}

#[test]
fn a_build_reports_what_keeps_a_site_or_a_job_from_being_found_with_the_remedy() {
    let place = Place::new();
    let mut feed = small_feed();
    feed.push(json!({"id": "9", "title": "Writer", "company": "Acme Tools", "jobLocationType": "TELECOMMUTE"}));
    place.feed("jobs.json", &feed);
    let output = place.build(&["--feed", "jobs.json", "--base-path", "/board/"]);
    assert_says(
        &output.out,
        &[
            "--site-url",
            "root folder of a host",
            "Marked up for job listings: 2 of 3 job pages",
            "1 applicant-countries-missing: remote work is listed by country",
            "(such as 9)",
            "3 salary-missing",
        ],
    );
    assert!(!place.path("site/sitemap.xml").exists() && !place.path("site/feed.xml").exists());
    let headers = place.page("_headers");
    assert!(headers.starts_with("/board/*\n  Content-Security-Policy: default-src 'self';"), "{headers}");
    assert!(headers.contains("/board/data/*\n  Cache-Control: public, max-age=31536000, immutable\n"), "{headers}");
}

#[test]
fn a_build_without_the_engine_warns_that_the_widget_cannot_search() {
    let place = Place::new();
    place.write("jobs.csv", TABLE);
    tiny_app::FILES.iter().for_each(|name| place.write(&format!("app/{name}"), ""));
    let build = || place.build(&["--feed", "jobs.csv", "--app", "app"]);
    let whole = build();
    assert!(whole.code == 0 && !whole.out.contains("engine"), "{whole:?}");
    fs::remove_file(place.path("app/openroles-engine.js")).expect("removed");
    let output = build();
    assert_eq!(output.code, 0, "{output:?}");
    assert_says(&output.out, &["Note: the widget cannot search", "cargo xtask app", "--app dist"]);
}
