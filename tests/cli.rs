//! The command line tool, driven from outside: what it prints, what it writes, how it ends.

use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::Duration,
};

use openroles::domain::Date;
use serde_json::{Value, json};
use tempfile::TempDir;

#[path = "support/tiny_app.rs"]
mod tiny_app;

const NOW: &str = "2026-11-23";

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
fn words_may_be_excluded_and_misspelled() {
    let place = Place::with_site(&small_feed());
    assert_eq!(place.search(&["engineer", "-rust"])["hit_count"], 1);
    let corrected = place.search(&["enginer"]);
    assert_eq!(corrected["hit_count"], 2, "{corrected}");
    assert_eq!(corrected["corrections"], json!([{"typed": "enginer", "used": "engineer"}]));
}

#[test]
fn similar_jobs_are_found_by_identifier_and_by_slug() {
    let place = Place::with_site(&small_feed());
    let slug = place.search(&["rust"])["hits"][0]["slug"].as_str().expect("text").to_owned();
    for job in ["7", &slug] {
        let output = place.run(&["similar", "site", job, "--json", "--now", NOW]);
        assert_eq!(output.code, 0, "{output:?}");
        let similar: Value = serde_json::from_str(&output.out).expect("json");
        assert_eq!(similar["job"], "7");
        assert!(similar["similar"].is_array());
    }
}

#[test]
fn what_cannot_run_ends_with_2_and_says_what_helps() {
    let place = Place::with_site(&small_feed());
    place.write("broken.toml", "name = \"x\"\ncolour = \"red\"");
    place.write("empty.json", "");
    place.write("photos/cat.png", "not a feed");
    for (arguments, said) in [
        (vec!["build", "--feed", "gone.json", "--out", "x"], vec!["gone.json", "check the path"]),
        (vec!["build", "--feed", "empty.json", "--out", "x"], vec!["empty.json", "empty"]),
        (vec!["build", "--feed", "photos", "--out", "x"], vec!["photos", "holds no feed"]),
        (vec!["build", "--feed", "jobs.json", "--out", "x", "--config", "broken.toml"], vec!["broken.toml", "colour"]),
        (vec!["build", "--feed", "jobs.json", "--out", "photos"], vec!["photos", "choose another folder"]),
        (vec!["build", "--feed", "jobs.json", "--out", "x", "--base-path", "jobs"], vec!["base_path", "`/jobs/`"]),
        (vec!["build", "--feed", "jobs.json", "--out", "x", "--kind", "fax"], vec!["known kinds"]),
        (vec!["build", "--feed", "jobs.json", "--out", "x", "--pages", "some"], vec!["all"]),
        (vec!["build", "--feed", "jobs.json", "--out", "x", "--now", "soon"], vec!["2026-11-23"]),
        (vec!["build", "--out", "x"], vec!["--feed"]),
        (vec!["search", "photos"], vec!["photos", "openroles build"]),
        (vec!["search", "site", "--facet", "colour=red"], vec!["colour", "skill"]),
        (vec!["search", "site", "--facet", "red"], vec!["red", "skill=Rust"]),
        (vec!["similar", "site", "nobody"], vec!["nobody", "identifier"]),
        (vec!["serve", "photos"], vec!["photos", "openroles build"]),
        (vec!["headers", "photos", "--for", "nginx"], vec!["photos", "openroles build"]),
        (vec!["headers", "site", "--for", "fax"], vec!["fax", "nginx"]),
        (vec!["dance"], vec!["dance"]),
    ] {
        let output = place.run(&arguments);
        assert_eq!(output.code, 2, "{arguments:?}: {output:?}");
        for words in said {
            assert!(output.err.contains(words), "{arguments:?} does not say `{words}`: {}", output.err);
        }
        assert!(!place.path("x").exists(), "{arguments:?} wrote something");
    }
}

#[test]
fn a_refused_record_ends_with_1_and_names_file_record_and_remedy() {
    let place = Place::new();
    let mut feed = small_feed();
    feed.push(json!({"@type": "JobPosting", "identifier": "untitled-1", "hiringOrganization": "Acme Tools"}));
    place.feed("jobs.json", &feed);
    let output = place.build(&["--feed", "jobs.json"]);
    assert_eq!(output.code, 1, "{output:?}");
    for words in ["jobs.json", "untitled-1", "missing-title", "add `title`"] {
        assert!(output.err.contains(words), "not said: `{words}` in {}", output.err);
    }
    assert!(output.out.contains("2 jobs") && output.out.contains("1 record rejected"), "{output:?}");
}

#[test]
fn the_doctor_says_what_feeds_hold_and_what_is_wrong_with_them() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    place.write("board.toml", "name = \"Acme jobs\"\n[columns]\ntitle = \"Was\"\ncompany = \"Wer\"\n");
    place.write("more.csv", "Was;Wer;Salary\nBaker;Acme;Bengaluru\n;Acme;1\n");
    let output = place.run(&["doctor", "jobs.json", "more.csv", "--config", "board.toml", "--now", NOW]);
    assert_eq!(output.code, 1, "{output:?}");
    for words in ["native", "table", "1 missing-title", "lost missing-title (1)", "misplaced-pay", "Bengaluru"] {
        assert!(output.out.contains(words), "not said: `{words}` in {}", output.out);
    }
    let output = place.run(&["doctor", "more.csv", "--config", "board.toml", "--json"]);
    let report: Value = serde_json::from_str(&output.out).expect("JSON");
    assert_eq!(report["feeds"][0]["postings"], 1, "{report}");
    assert_eq!(report["findings"][0]["code"], "missing-title", "{report}");
    let output = place.run(&["doctor", "jobs.json", "--now", NOW]);
    assert_eq!(output.code, 0, "{output:?}");
    assert_eq!(place.run(&["doctor", "gone.json"]).code, 2);
}

#[test]
fn the_doctors_report_is_a_page_too_in_which_a_feed_is_text() {
    let place = Place::new();
    let odd = json!({"id": "1", "title": "Cook", "company": "Acme", "baseSalary": "<script>alert(1)</script>"});
    place.feed("jobs.json", &[odd]);
    let output = place.run(&["doctor", "jobs.json", "gone.json", "--html", "report.html", "--now", NOW]);
    let page = fs::read_to_string(place.0.path().join("report.html")).expect("written");
    assert!(page.contains("gone.json") && page.contains("unreadable-feed"), "{output:?}");
    assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script"), "{page}");
    assert_eq!(place.run(&["doctor", "jobs.json", "--html", "no/such/folder/report.html"]).code, 2);
}

#[test]
fn the_doctor_names_the_file_of_a_record_and_goes_on_past_files_it_cannot_read() {
    let place = Place::new();
    let untitled = |place_name: &str| json!([{"hiringOrganization": "Acme", "@type": "JobPosting", "identifier": "1", "jobLocation": place_name}]);
    place.write(
        "a.json",
        &json!([{"id": "1", "title": "Baker", "company": "Acme", "location": "Xyzzyville"}]).to_string(),
    );
    place.write("b.json", &untitled("Pune").to_string());
    place.write("c.json", "");
    let arguments = ["doctor", "a.json", "gone.json", "c.json", "b.json", "--now", NOW];
    let output = place.run(&arguments);
    assert_eq!(output.code, 1, "{output:?}");
    for words in ["lost unreadable-feed (2)", "[gone.json: ", "[c.json: ", "[b.json: 1]", "[a.json: 1]"] {
        assert!(output.out.contains(words), "not said: `{words}` in {}", output.out);
    }
    let output = place.run(&[arguments.as_slice(), &["--json"]].concat());
    let report: Value = serde_json::from_str(&output.out).expect("JSON");
    let found = |code: &str| {
        let findings = report["findings"].as_array().expect("a list");
        findings.iter().find(|finding| finding["code"] == code).unwrap_or_else(|| panic!("no {code}: {report}"))
    };
    assert_eq!(found("missing-title")["examples"][0]["file"], "b.json");
    assert_eq!(found("unknown-place")["examples"][0]["file"], "a.json");
    assert_eq!(found("description-missing")["severity"], "required");
    assert!(report["feeds"][1]["error"].as_str().expect("said").contains("cannot be read"), "{report}");
    assert_eq!(place.run(&["doctor", "gone.json", "away.json"]).code, 2);
}

#[test]
fn the_doctor_finds_a_posting_in_two_feeds_as_a_build_folds_it() {
    let place = Place::new();
    let baker = |id: &str| json!([{"id": id, "title": "Baker", "company": "Acme", "description": "Bake bread."}]);
    place.write("a.json", &baker("1").to_string());
    place.write("b.json", &baker("2").to_string());
    let output = place.run(&["doctor", "a.json", "b.json", "--now", NOW]);
    assert_eq!(output.code, 0, "nothing is lost: {output:?}");
    for words in ["note folded-duplicate (1)", "it is the same posting as `1` in a.json", "[b.json: 2]"] {
        assert!(output.out.contains(words), "not said: `{words}` in {}", output.out);
    }
    let built = place.build(&["--feed", "a.json", "b.json"]);
    assert!(
        built.out.contains("1 job from 2 feeds") && built.out.contains("0 records rejected, 1 merged"),
        "{built:?}"
    );
}

#[test]
fn the_doctors_json_has_every_value_and_every_posting_with_findings() {
    let place = Place::new();
    let job = |id: usize| {
        json!({"id": id, "title": "Baker", "company": "Acme", "location": format!("Xyzzyville {}", id % 20),
            "skills": [format!("Weaving under water {id}")], "salary": "$90,000 a year"})
    };
    place.feed("jobs.json", &(0..30).map(job).collect::<Vec<_>>());
    place.write(
        "more.json",
        &json!([{"@type": "JobPosting", "identifier": "x", "hiringOrganization": "Acme"}]).to_string(),
    );
    let arguments = ["doctor", "jobs.json", "more.json", "--now", NOW];
    let output = place.run(&[arguments.as_slice(), &["--json"]].concat());
    let report: Value = serde_json::from_str(&output.out).expect("JSON");
    let found = |code: &str| {
        let findings = report["findings"].as_array().expect("a list");
        findings.iter().find(|finding| finding["code"] == code).unwrap_or_else(|| panic!("no {code}: {report}"))
    };
    let counts = |code: &str| -> Vec<u64> {
        let examples = found(code)["examples"].as_array().expect("a list").iter();
        examples.map(|example| example["count"].as_u64().expect("a number")).collect()
    };
    assert_eq!(counts("unknown-place"), [[2; 10], [1; 10]].concat());
    assert_eq!(counts("unknown-skill"), [1; 30]);
    assert_eq!(found("guessed-dollar")["sureness"], json!({"doubtful": 30}), "{report}");
    assert_eq!(found("guessed-dollar")["examples"][0]["sureness"], "doubtful");
    assert_eq!((&found("unknown-place")["sureness"], &found("unknown-place")["unlisted"]), (&json!({}), &json!(0)));
    let postings = report["postings"].as_array().expect("a list");
    assert_eq!(postings.len(), 31, "{report}");
    assert_eq!((&postings[3]["id"], &postings[3]["file"]), (&json!("3"), &json!("jobs.json")));
    let codes = postings[3]["findings"].as_array().expect("a list");
    for code in ["unknown-place", "unknown-skill", "guessed-dollar", "description-missing"] {
        assert!(codes.contains(&json!(code)), "{codes:?}");
    }
    assert_eq!(postings[30], json!({"id": "x", "file": "more.json", "findings": ["missing-title"]}));
    let text = place.run(&arguments).out;
    for words in ["note guessed-dollar (30: 30 doubtful): ", "$90,000 a year → $90K / yr (doubtful)  [", "and 22 more"]
    {
        assert!(text.contains(words), "not said: `{words}` in {text}");
    }
}

#[test]
fn a_build_ends_with_what_the_doctor_found() {
    let place = Place::new();
    let mut feed = small_feed();
    feed.push(json!({"id": "9", "title": "Baker", "company": "Acme", "location": "Xyzzyville"}));
    feed.push(
        json!({"id": "10", "title": "Cook", "company": "Acme", "location": "Xyzzyville", "baseSalary": "$20,000"}),
    );
    place.feed("jobs.json", &feed);
    let output = place.build(&["--feed", "jobs.json"]);
    assert_eq!(output.code, 0, "what the doctor finds is no rejection: {output:?}");
    let (summary, findings) = output.out.split_once("findings of the doctor, worst first").expect("said");
    assert!(summary.contains("4 jobs from 1 feed") && summary.contains("Written to"), "{output:?}");
    for words in [
        "`openroles doctor FEED` says more",
        "note unknown-place (2): ",
        "2 × Xyzzyville  [jobs.json: 9]",
        "note guessed-dollar (1: 1 doubtful): ",
        "required description-missing (",
    ] {
        assert!(findings.contains(words), "not said: `{words}` in {findings}");
    }
    assert!(findings.find("required ") < findings.find("note "), "the worst comes first: {findings}");
    let quiet = place.build(&["--feed", "jobs.json", "--quiet"]);
    assert_eq!((quiet.code, quiet.out.as_str()), (0, ""));
}

/// What a program prints on a terminal, as util-linux has one for programs.
#[cfg(target_os = "linux")]
#[test]
fn severities_have_colors_on_a_terminal_alone() {
    const RED: &str = "\u{1b}[31mlost\u{1b}[0m missing-title";
    let place = Place::new();
    place.write(
        "jobs.json",
        &json!([{"@type": "JobPosting", "identifier": "1", "hiringOrganization": "Acme"}]).to_string(),
    );
    let doctor = format!("'{}' doctor jobs.json --now {NOW}", env!("CARGO_BIN_EXE_openroles"));
    let on_terminal = |no_color: Option<&str>| {
        let mut command = Command::new("script");
        command.args(["-qec", &doctor, "/dev/null"]).current_dir(place.0.path()).stdin(Stdio::null());
        command.env_remove("NO_COLOR").envs(no_color.map(|value| ("NO_COLOR", value)));
        command.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let plain = place.run(&["doctor", "jobs.json", "--now", NOW]).out;
    assert!(plain.contains("lost missing-title") && !plain.contains('\u{1b}'), "{plain}");
    let Ok(colored) = on_terminal(None) else {
        eprintln!("skipped: there is no `script` to make a terminal");
        return;
    };
    assert!(colored.contains(RED), "{colored}");
    for value in ["1", ""] {
        let plain = on_terminal(Some(value)).expect("it ran before");
        assert!(plain.contains("lost missing-title") && !plain.contains('\u{1b}'), "{plain}");
    }
}

#[test]
fn a_refused_record_is_named_with_its_own_file() {
    let place = Place::new();
    place.write("a.json", r#"[{"title": "Baker", "company": "Acme"}]"#);
    place.write("b.json", r#"[{"id": "1", "title": "Cook", "company": "Acme"}]"#);
    place.write("c.json", r#"[{"id": "2", "title": "Clerk", "company": "Acme"}, {"title": 7, "company": "Acme"}]"#);
    let output = place.build(&["--feed", "a.json", "b.json", "c.json"]);
    assert_eq!(output.code, 1, "{output:?}");
    for words in ["a.json: record 1: ", "c.json: record 2: "] {
        assert!(output.err.contains(words), "not said: `{words}` in {}", output.err);
    }
}

#[test]
fn one_unreadable_feed_costs_the_others_nothing() {
    let place = Place::new();
    place.feed("feeds/jobs.json", &small_feed());
    place.write("feeds/broken.json", "");
    let output = place.build(&["--feed", "feeds"]);
    assert_eq!(output.code, 1, "{output:?}");
    assert!(output.err.contains("broken.json"), "{output:?}");
    assert_eq!(place.search(&[])["hit_count"], 2);
}

#[test]
fn a_build_that_fails_leaves_the_old_site_as_it_was() {
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
fn a_build_that_was_cut_off_costs_neither_the_site_nor_room() {
    let place = Place::with_site(&small_feed());
    let before = place.files("site");
    let leftovers = || -> Vec<PathBuf> {
        let entries = fs::read_dir(place.path(".")).expect("a folder").map(|entry| entry.expect("one").path());
        entries.filter(|path| path.to_string_lossy().contains(".openroles-")).collect()
    };
    let sample = place.run(&["sample", "--count", "1500", "--now", NOW]).out;
    place.write("many.jsonl", &sample);
    for is_swapping in [false, true] {
        let mut build = place.command(&["build", "--feed", "many.jsonl", "--out", "site", "--now", NOW, "--quiet"]);
        let mut build = build.stderr(Stdio::null()).spawn().expect("started");
        while !leftovers().first().is_some_and(|folder| folder.join("site").is_dir()) {
            assert!(build.try_wait().expect("asked").is_none(), "it was not fast enough to be cut off");
            std::thread::sleep(Duration::from_millis(2));
        }
        place.write("broken.json", "");
        let beside_it = place.build(&["--feed", "broken.json"]);
        assert!(!beside_it.err.contains("cut off") && leftovers().len() == 1, "it still works there: {beside_it:?}");
        build.kill().expect("cut off");
        build.wait().expect("ended");
        let left = leftovers().pop().expect("left behind");
        if is_swapping {
            fs::rename(place.path("site"), left.join("old")).expect("moved");
        }
        let output = place.build(&["--feed", "broken.json", "--quiet"]);
        assert!(output.err.contains("1 folder removed that builds left beside the site"), "{output:?}");
        assert_eq!(output.err.contains("the site before it is back in its place"), is_swapping, "{output:?}");
        assert_eq!(place.files("site"), before);
        assert_eq!(leftovers(), Vec::<PathBuf>::new());
    }
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
    let beside: Vec<_> = place.files(".").into_keys().filter(|path| !path.starts_with("site/")).collect();
    assert_eq!(beside, ["jobs.json"]);
}

#[test]
fn a_feed_may_come_gzipped_or_through_standard_input() {
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
fn a_site_that_knows_its_address_can_be_found() {
    let place = Place::new();
    let mut feed = small_feed();
    feed.push(json!({"id": "9", "title": "Closed job", "company": "Acme Tools", "validThrough": "2026-11-01"}));
    place.feed("jobs.json", &feed);
    let output = place.build(&["--feed", "jobs.json", "--site-url", "https://jobs.example.com"]);
    assert!(!output.out.contains("Note:"), "{output:?}");
    let files = place.files("site");
    let text = |path: &str| String::from_utf8(files[path].clone()).expect("text");
    assert!(text("sitemap.xml").contains("<loc>https://jobs.example.com/sitemap-1.xml</loc>"));
    let job = "<loc>https://jobs.example.com/jobs/rust-engineer-acme-tools/</loc><lastmod>2026-11-20</lastmod>";
    assert!(text("sitemap-1.xml").contains(job), "{}", text("sitemap-1.xml"));
    for path in ["sitemap-1.xml", "feed.xml", "companies/acme-tools/feed.json"] {
        assert!(!text(path).contains("closed-job"), "{path} names a closed job");
    }
    assert!(text("robots.txt").contains("Sitemap: https://jobs.example.com/sitemap.xml"));
    let page = text("jobs/rust-engineer-acme-tools/index.html");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://jobs.example.com/jobs/rust-engineer-acme-tools/\""));
    assert!(page.contains("<meta property=\"og:title\" content=\"Rust engineer at Acme Tools"), "{page}");
    let closed = text("jobs/closed-job-acme-tools/index.html");
    assert!(
        closed.contains("noindex")
            && !closed.contains("ld+json\" data-page>{\"@context\":\"https://schema.org/\",\"@type\":\"JobPosting")
    );
    for (path, feed) in
        [("index.html", "feed.xml"), ("companies/acme-tools/index.html", "companies/acme-tools/feed.json")]
    {
        assert!(text(path).contains(&format!("href=\"https://jobs.example.com/{feed}\"")), "{path}");
        assert!(files.contains_key(feed));
    }
}

#[test]
fn a_link_to_a_page_is_shown_with_a_picture() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    place.write("board.toml", "name = \"Acme jobs\"\n[pictures]\njobs = 1\n");
    let arguments = ["--feed", "jobs.json", "--config", "board.toml", "--site-url", "https://jobs.example.com"];
    assert_eq!(place.build(&arguments).code, 0);
    let files = place.files("site");
    let picture = |path: &str| {
        let html = text(&files, path);
        let (_, rest) = html.split_once("<meta property=\"og:image\" content=\"https://jobs.example.com/").expect(path);
        assert!(html.contains("<meta name=\"twitter:card\" content=\"summary_large_image\""), "{path}");
        let (file, rest) = rest.split_once('"').expect("quoted");
        let (_, alt) = rest.split_once("og:image:alt\" content=\"").expect("words");
        for name in ["title", "description", "image", "image:alt"] {
            let value =
                html.split(&format!("property=\"og:{name}\" content=")).nth(1).and_then(|rest| rest.split('>').next());
            let same = format!("<meta name=\"twitter:{name}\" content={}>", value.expect(name));
            assert!(same.ends_with(" data-page>") && html.contains(&same), "{path} has no {same}");
        }
        assert!(files[file].starts_with(b"\x89PNG") && files[file].len() < 40_000, "{file}");
        (file.to_owned(), alt.split('"').next().unwrap_or_default().to_owned())
    };
    for (path, words) in [
        ("index.html", "Acme jobs"),
        (
            "jobs/support-engineer-quiet-harbor/index.html",
            "Support engineer · Quiet Harbor · Berlin, Germany · Acme jobs",
        ),
        ("companies/quiet-harbor/index.html", "Jobs at Quiet Harbor · Acme jobs"),
        ("jobs/rust-engineer-acme-tools/index.html", "Acme jobs"),
        ("companies/acme-tools/index.html", "Acme jobs"),
    ] {
        assert_eq!(picture(path).1, words, "{path}");
    }
    assert_eq!(picture("jobs/index.html"), picture("companies/index.html"));
    let lost = text(&files, "404.html");
    assert!(!lost.contains("og:image") && !lost.contains("twitter:image"), "{lost}");
    // Drawn once: the next build takes the files as they are.
    let (file, _) = picture("index.html");
    let past = std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let modify = fs::File::options().write(true).open(place.path("site").join(&file));
    modify.and_then(|file| file.set_modified(past)).expect("set");
    assert_eq!(place.build(&arguments).code, 0);
    let modified = fs::metadata(place.path("site").join(&file)).and_then(|file| file.modified()).expect("there");
    assert_eq!(modified, past);
}

#[test]
fn a_site_has_a_name_icons_and_colors_among_apps() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    place.write("board.toml", "name = \"Open roles in Pune\"\nbase_path = \"/in/\"\n");
    assert_eq!(place.build(&["--feed", "jobs.json", "--config", "board.toml"]).code, 0);
    let files = place.files("site");
    let manifest: Value = serde_json::from_slice(&files["manifest.webmanifest"]).expect("json");
    assert_eq!(
        (manifest["name"].as_str(), manifest["short_name"].as_str()),
        (Some("Open roles in Pune"), Some("Open roles"))
    );
    assert_eq!((manifest["start_url"].as_str(), manifest["scope"].as_str()), (Some("./"), Some("./")));
    let icons = manifest["icons"].as_array().expect("icons");
    for (sizes, purpose) in [("192x192", "any"), ("512x512", "any"), ("192x192", "maskable"), ("512x512", "maskable")] {
        let icon = icons.iter().find(|icon| icon["sizes"] == sizes && icon["purpose"] == purpose).expect(purpose);
        let file = &files[icon["src"].as_str().expect("a path")];
        let width = u32::from_be_bytes(file[16..20].try_into().expect("four"));
        assert_eq!(format!("{width}x{width}"), sizes);
    }
    let page = text(&files, "jobs/rust-engineer-acme-tools/index.html");
    assert!(page.contains("<link rel=\"manifest\" href=\"/in/manifest.webmanifest\">"), "{page}");
    let (_, rest) = page.split_once("<link rel=\"apple-touch-icon\" href=\"/in/").expect("an icon");
    assert!(files.contains_key(rest.split('"').next().expect("quoted")));
    for scheme in ["light", "dark"] {
        let media = format!("media=\"(prefers-color-scheme: {scheme})\"");
        let line = page.lines().find(|line| line.contains(&media)).expect(scheme);
        assert!(line.starts_with("<meta name=\"theme-color\" content=\"#"), "{line}");
    }
}

#[test]
fn a_site_without_an_address_has_no_pictures() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    let files = place.files("site");
    assert!(!files.keys().any(|path| path.starts_with("assets/pictures/")));
    assert!(text(&files, "index.html").contains("<meta name=\"twitter:card\" content=\"summary\""));
}

#[test]
fn a_skill_in_a_city_with_enough_jobs_has_a_page_a_feed_and_a_place_in_the_sitemap() {
    let place = Place::new();
    let posting = |id: usize| {
        let company = format!("Company {id}");
        json!({"id": id, "title": "Engineer", "company": company, "skills": ["React", "CSS"], "location": "Pune, India"})
    };
    place.feed("jobs.json", &(0..5).map(posting).collect::<Vec<_>>());
    assert_eq!(place.build(&["--feed", "jobs.json", "--site-url", "https://jobs.example.com"]).code, 0);
    let files = place.files("site");
    let text = |path: &str| String::from_utf8(files[path].clone()).expect("text");
    let page = text("react-jobs-in-pune/index.html");
    for words in [
        "<h1 id=\"page-title\" tabindex=\"-1\">React jobs in Pune",
        "5 jobs open",
        "engineer-company-2/",
        "/css-jobs-in-pune/",
    ] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    assert!(text("sitemap-1.xml").contains("<loc>https://jobs.example.com/react-jobs-in-pune/</loc>"));
    assert!(text("react-jobs-in-pune/feed.xml").contains("<title>React jobs in Pune on Open roles</title>"));
    assert!(text("index.html").contains("href=\"/react-jobs-in-pune/\""));
}

#[test]
fn a_skill_of_a_job_leads_to_its_page_in_the_first_city_of_the_job_where_there_is_one() {
    let place = Place::new();
    let posting = |id: usize, skills: &[&str]| {
        json!({"id": id, "title": "Engineer", "company": format!("Company {id}"), "skills": skills,
            "location": "Pune, India"})
    };
    let feed =
        |last: &[&str]| (0..5).map(|id| posting(id, if id == 4 { last } else { &["React"] })).collect::<Vec<_>>();
    let skills = || {
        let files = place.files("site");
        let page = text(&files, "jobs/engineer-company-4/index.html");
        let section =
            page.split("id=\"skills\"").nth(1).and_then(|rest| rest.split("</section>").next()).expect("skills");
        let links = section.split("class=\"skill\" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        links.map(str::to_owned).collect::<Vec<_>>()
    };
    place.feed("jobs.json", &feed(&["React", "CSS"]));
    assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    assert_eq!(skills(), ["/react-jobs-in-pune/", "/jobs/?skill=CSS"]);
    // The page is gone once too few jobs ask for the skill, and a job that has closed leads nowhere that is gone.
    place.feed("jobs.json", &feed(&["React", "CSS"])[..4]);
    assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    assert_eq!(skills(), ["/jobs/?skill=React", "/jobs/?skill=CSS"]);
}

#[test]
fn the_search_field_shows_words_that_find_jobs_of_this_very_board() {
    let check = |jobs: &[(&str, &str)], expected: &str| {
        let place = Place::new();
        let posting = |(id, (skills, location)): (usize, &(&str, &str))| json!({"id": id, "title": "Engineer", "company": "Acme", "skills": skills, "location": location});
        place.feed("jobs.json", &jobs.iter().enumerate().map(posting).collect::<Vec<_>>());
        assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
        for page in ["index.html", "jobs/index.html", "404.html"] {
            let html = text(&place.files("site"), page);
            assert!(html.contains(&format!("placeholder=\"{expected}\"")), "{page}: {expected} is not in {html}");
        }
    };
    check(&[("Go, CSS", "Pune, India"), ("Go", "Pune, India"), ("Go, CSS", "Berlin")], "Try Go Pune");
    // No job asks for both the commonest skill and the commonest place.
    check(&[("Go", "Pune, India"), ("Go", "Berlin"), ("", "Oslo"), ("", "Oslo"), ("", "Oslo")], "Try Go Berlin");
    check(&[("Go", ""), ("Go", "")], "Try Go");
    check(&[("", "Pune, India")], "Try Pune");
    check(&[("", "")], "Search jobs");
}

#[test]
fn skills_that_no_feed_states_are_found_counted_and_said_to_be_found() {
    let place = Place::new();
    let posting = |id: usize| {
        let company = format!("Company {id}");
        let text = format!("<p>You write Python, Go and React for a living, and excel at it. This is text {id}.</p>");
        json!({"id": id, "title": "Engineer", "company": company, "description": text, "location": "Pune, India",
            "datePosted": NOW})
    };
    let mut feed: Vec<Value> = (0..5).map(posting).collect();
    feed.push(
        json!({"id": 5, "title": "Cook", "company": "Acme", "description": "We use Python.", "skills": "Baking"}),
    );
    place.feed("jobs.json", &feed);
    assert_eq!(place.build(&["--feed", "jobs.json", "--site-url", "https://jobs.example.com"]).code, 0);
    for (skill, count) in [("Python", 5), ("Go", 5), ("Excel", 0), ("Baking", 1)] {
        assert_eq!(place.search(&["--facet", &format!("skill={skill}")])["hit_count"], count, "{skill}");
    }
    let files = place.files("site");
    let found = text(&files, "jobs/engineer-company-2/index.html");
    assert!(
        found.contains("Found in the text:") && found.contains("aria-label=\"Skills found in the text\""),
        "{found}"
    );
    let marked_up = found.split("application/ld+json").skip(1).map(|rest| rest.split("</script>").next().expect("one"));
    assert!(
        marked_up.clone().any(|json| json.contains("JobPosting"))
            && marked_up.clone().all(|json| !json.contains("skills"))
    );
    let stated = text(&files, "jobs/cook-acme/index.html");
    assert!(!stated.contains("Found in the text:") && stated.contains("aria-label=\"Skills\""), "{stated}");
    assert!(text(&files, "jobs/index.html").contains("Found in the text:"), "cards say so, too");
    assert!(text(&files, "python-jobs-in-pune/index.html").contains("5 jobs open"));
    assert!(
        !text(&files, "feed.xml").contains("term=\"Python\"") && text(&files, "feed.xml").contains("term=\"Baking\"")
    );
    let similar = place.run(&["similar", "site", "2", "--now", NOW]);
    assert!(similar.out.contains("3 shared skills"), "{similar:?}");
    let report = place.run(&["doctor", "jobs.json", "--json", "--now", NOW]);
    let report: Value = serde_json::from_str(&report.out).expect("JSON");
    let coverage = &report["feeds"][0]["filled_percent"];
    assert_eq!((&coverage["skills"], &coverage["found"]), (&json!(16), &json!(83)), "{report}");
}

#[test]
fn converted_pay_says_of_which_day_the_rates_are() {
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
        (
            output,
            ["jobs/index.html", "jobs/rust-engineer-2-acme/index.html"].map(|page| text(&place.files("site"), page)),
        )
    };
    const RATES: &str = "currency = \"INR\"\n[rates]\nUSD = 84.0";
    for (date, said, is_noted) in [
        ("rates_date = \"2026-11-01\"\n", "converted with rates of 1 Nov 2026", None),
        ("rates_date = \"2026-08-25\"\n", "converted with rates of 25 Aug 2026", None),
        ("rates_date = \"2026-08-24\"\n", "converted with rates of 24 Aug 2026", Some("rates of 2026-08-24")),
        ("", "converted with rates of no stated day", Some("`rates_date`")),
    ] {
        let (output, pages) = built(&format!("{date}{RATES}"));
        assert_eq!(output.code, 0, "{output:?}");
        pages.iter().for_each(|page| assert!(page.contains(said), "`{said}` is not on {page}"));
        let notes: Vec<&str> = output.out.lines().filter(|line| line.contains("rates")).collect();
        assert_eq!(notes.len(), usize::from(is_noted.is_some()), "{output:?}");
        assert!(is_noted.is_none_or(|words| notes[0].contains(words)), "{output:?}");
    }
    let (output, pages) = built("currency = \"USD\"\n[rates]\nINR = 0.012");
    assert!(!output.out.contains("rates") && pages.iter().all(|page| !page.contains("converted with")), "{output:?}");
    place.write("board.toml", "name = \"Jobs\"\nrates_date = \"last week\"");
    let output = place.build(&["--feed", "jobs.json", "--config", "board.toml"]);
    assert!(output.code == 2 && output.err.contains("year-month-day"), "{output:?}");
}

#[test]
fn a_job_posted_in_several_cities_leads_to_each_of_its_applications() {
    let place = Place::new();
    let posting = |(id, city)| {
        let link = format!("https://example.com/apply/{id}");
        json!({"id": id, "title": "Baker", "company": "Acme", "description": "Bread.", "location": city, "howToApply": link})
    };
    place.feed("jobs.json", &[(1, "Pune"), (2, "Chennai"), (3, "Delhi")].map(posting));
    place.build(&["--feed", "jobs.json"]);
    let files = place.files("site");
    let page = text(&files, "jobs/baker-acme/index.html");
    for words in [
        "https://example.com/apply/1",
        "https://example.com/apply/2",
        "https://example.com/apply/3",
        "Chennai, at example.com",
    ] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
}

#[test]
fn a_link_to_an_application_says_what_the_board_says_and_nothing_of_who_else_led_there() {
    let place = Place::new();
    let posting = |id: u32, city: &str, link: &str| json!({"id": id, "title": "Baker", "company": "Acme", "description": "Bread.", "location": city, "howToApply": link});
    place.feed(
        "jobs.json",
        &[
            posting(1, "Pune", "https://boards.greenhouse.io/acme/jobs/1?gh_jid=1&gh_src=x&utm_source=other#app"),
            posting(2, "Delhi", "https://boards.greenhouse.io/acme/jobs/1?gh_jid=1&utm_source=another#app"),
            posting(3, "Agra", "https://www.google.com/url?q=https%3A%2F%2Fexample.com%2F3%3Fref%3Dother&sa=D"),
            json!({"id": 4, "title": "Cook", "company": "Acme", "howToApply": "mailto:cook@example.com"}),
        ],
    );
    let links = |page: &str, title: &str| -> Vec<String> {
        let html = text(&place.files("site"), page);
        let links = html.split("<a ").skip(1).filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag.to_owned()));
        let to_apply = links.filter(|tag| tag.contains("aria-label=\"Apply") && tag.contains(title));
        to_apply.filter_map(|tag| Some(tag.split_once("href=\"")?.1.split_once('"')?.0.replace("&amp;", "&"))).collect()
    };
    let table = "[apply.parameters]\nutm_medium = \"board\"\nutm_source = \"jobs.example.com\"\n";
    for (table, query, only) in [
        ("", "", ""),
        (table, "&utm_medium=board&utm_source=jobs.example.com", "?utm_medium=board&utm_source=jobs.example.com"),
    ] {
        place.write("board.toml", &format!("name = \"Acme jobs\"\n{table}"));
        assert!(place.build(&["--feed", "jobs.json", "--config", "board.toml"]).code <= 1);
        let expected = [
            format!("https://boards.greenhouse.io/acme/jobs/1?gh_jid=1{query}#app"),
            format!("https://example.com/3{only}"),
        ];
        assert_eq!(links("jobs/baker-acme/index.html", "Baker"), expected);
        assert_eq!(links("jobs/cook-acme/index.html", "Cook"), ["mailto:cook@example.com"]);
        let values = text(&place.files("site"), "jobs/baker-acme/index.json");
        assert!(expected.iter().all(|link| values.contains(link)) && !values.contains("other"), "{values}");
    }
}

#[test]
fn years_pay_and_words_for_a_way_to_work_mean_what_they_say() {
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

#[test]
fn pay_for_two_weeks_is_shown_as_such_and_counts_26_times_a_year() {
    let place = Place::new();
    let posting = |id: &str, title: &str, interval: &str| {
        json!({"id": id, "text": title, "hostedUrl": format!("https://jobs.lever.co/acme/{id}"), "createdAt": 1_795_000_000_000_u64,
            "categories": {"location": "London"}, "country": "CA", "description": "<p>Bread.</p>", "salaryDescription": "<p>Paid on Fridays.</p>",
            "salaryRange": {"min": 60_000, "max": 80_001, "currency": "INR", "interval": interval}})
    };
    place.feed("jobs.json", &[posting("1", "Baker", "bi-week-salary"), posting("2", "Cook", "one-time")]);
    place.write("board.toml", "name = \"Acme jobs\"\ncurrency = \"INR\"\n");
    place.build(&["--feed", "jobs.json", "--config", "board.toml"]);
    let files = place.files("site");
    let baker = text(&files, "jobs/baker-acme/index.html");
    for words in ["₹60K - ₹80K / two weeks", "Paid on Fridays.", r#""unitText":"WEEK""#, "40000.5", "Ontario"] {
        assert!(baker.contains(words), "{words} is not in {baker}");
    }
    let cook = text(&files, "jobs/cook-acme/index.html");
    assert!(cook.contains("₹60,000 - ₹80,001, one-time") && !cook.contains("baseSalary"), "{cook}");
    let reaching = |pay: &str| place.search(&["--facet", pay, "--facet", "undisclosed=hide"])["hit_count"].clone();
    assert_eq!(reaching("salary=2000000"), 1, "26 times 80,001");
    assert_eq!(reaching("salary=2500000"), 0, "not 52 times");
    assert_eq!(place.search(&["--facet", "location=canada"])["hit_count"], 2);
    assert_eq!(place.search(&["--facet", "location=england"])["hit_count"], 0);
}

#[test]
fn who_may_apply_is_said_in_full_and_no_list_of_countries_is_made_of_regions() {
    let place = Place::new();
    let posting = |id: u32, title: &str, from: &str| {
        json!({"id": id, "url": format!("https://remotive.com/{id}"), "title": title, "company_name": "Acme",
            "description": "Bread.", "publication_date": "2026-11-20T00:00:00", "candidate_required_location": from})
    };
    let postings = [
        posting(1, "Baker", "Northern America, Europe, UK, France, European timezones"),
        posting(2, "Cook", "UK, France"),
    ];
    place.feed("jobs.json", &postings);
    place.build(&["--feed", "jobs.json"]);
    let files = place.files("site");
    let baker = text(&files, "jobs/baker-acme/index.html");
    assert!(baker.contains("North America, Europe, United Kingdom, France, European timezones"), "{baker}");
    assert!(!baker.contains("applicantLocationRequirements"), "{baker}");
    assert!(text(&files, "jobs/cook-acme/index.html").contains("applicantLocationRequirements"));
    let found = place.search(&["european timezones"]);
    assert_eq!((&found["hit_count"], &found["hits"][0]["id"]), (&json!(1), &json!("1")), "{found}");
}

#[test]
fn feeds_of_other_kinds_are_read_beside_a_table_with_columns_of_its_own() {
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
    assert_eq!(found["hit_count"], 4, "the list and its detail are one: {found}");
    let departments = found["facets"]["department"].as_array().expect("a list");
    let mut names: Vec<&str> = departments.iter().filter_map(|value| value["value"].as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Bread", "Kitchen"]);
}

#[test]
fn a_landing_page_shows_a_page_of_jobs_and_its_feeds_more() {
    let place = Place::new();
    let posting = |id: usize| json!({"id": id, "title": format!("Engineer {id}"), "company": "Acme", "skills": "React", "location": "Pune, India"});
    place.feed("jobs.json", &(0..60).map(posting).collect::<Vec<_>>());
    assert_eq!(place.build(&["--feed", "jobs.json", "--site-url", "https://jobs.example.com"]).code, 0);
    let files = place.files("site");
    let values: Value = serde_json::from_slice(&files["react-jobs-in-pune/index.json"]).expect("json");
    let shown = &values["Landing"];
    assert_eq!((shown["job_count"].as_u64(), shown["jobs"].as_array().map(Vec::len)), (Some(60), Some(20)));
    let feed: Value = serde_json::from_slice(&files["react-jobs-in-pune/feed.json"]).expect("json");
    assert_eq!(feed["items"].as_array().map(Vec::len), Some(50));
    assert_eq!(text(&files, "react-jobs-in-pune/feed.xml").matches("<entry>").count(), 50);
}

#[test]
fn a_job_that_has_left_the_feed_is_closed_for_a_while_and_then_gone() {
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
        let said = build(&feed[..1], now);
        let files = place.files("site");
        assert_eq!((files.contains_key(page), said.contains("1 page says so")), (is_kept, is_kept), "{now}: {said}");
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
fn a_page_that_somebody_changed_is_drawn_anew_though_its_job_is_the_same() {
    let page = "jobs/rust-engineer-acme-tools/index.html";
    let place = Place::with_site(&small_feed());
    let before = place.files("site");
    for changed in [text(&before, page).replace("<main", "<p>Apply elsewhere</p><main"), String::new()] {
        assert_ne!(changed, text(&before, page));
        place.write(&format!("site/{page}"), &changed);
        assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
        assert_eq!(text(&place.files("site"), page), text(&before, page));
    }
    assert_eq!(place.files("site"), before, "nor is anything else another");
}

#[test]
fn a_board_without_open_jobs_does_not_speak_of_what_was_asked_for() {
    let place = Place::new();
    place.feed(
        "jobs.json",
        &[json!({"id": "9", "title": "Baker", "company": "Corner Bakery", "validThrough": "2026-11-22"})],
    );
    let build = ["build", "--feed", "jobs.json", "--out", "site", "--allow-empty", "--now", "2026-12-24"];
    assert_eq!(place.run(&build).code, 0);
    let files = place.files("site");
    for page in ["index.html", "jobs/index.html"] {
        let page = text(&files, page);
        assert!(page.contains("No job is open at the moment"), "{page}");
        assert!(!page.contains("you asked for") && !page.contains("All 0 jobs"), "{page}");
    }
}

#[test]
fn a_job_past_its_last_day_is_closed_for_a_while_and_then_gone_in_the_feed_or_out_of_it() {
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
            let of_job: Vec<&String> = files.keys().filter(|path| path.starts_with("jobs/baker")).collect();
            assert!(!of_job.iter().any(|path| path.contains("similar")), "{now}: {of_job:?}");
            assert_eq!(files.contains_key(page), is_kept, "{now}: {of_job:?}");
            assert_eq!(text(&files, "history.json").contains("baker"), is_kept, "{now}");
            assert!(!text(&files, "sitemap-1.xml").contains("baker"), "{now}");
            let says_why = output.out.contains("Closed for 30 days or longer: 1 job of the feeds has no page");
            assert_eq!(says_why, !is_kept && now < leaves_on, "{now}: {output:?}");
            if is_kept {
                let html = text(&files, page);
                for words in ["This job closed on 22 Nov 2026", "content=\"noindex\"", "Similar jobs", "Rust engineer"]
                {
                    assert!(html.contains(words), "{now}: {words} is not in {html}");
                }
            } else {
                assert!(of_job.is_empty() && !files.contains_key("companies/corner-bakery/index.html"), "{now}");
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
fn a_job_keeps_its_page_when_another_of_the_same_name_is_gone() {
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
    let closed = text(&place.files("site"), "jobs/baker-acme/index.html");
    assert!(closed.contains("This job closed") && closed.contains("Bread."), "{closed}");
}

#[test]
fn an_age_is_resolved_when_its_job_is_first_seen_and_stays_that_day() {
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
        let values = &place.files("site")[&format!("jobs/{job}-acme/index.json")];
        let day = find(&serde_json::from_slice(values).expect("json"), "date_posted").and_then(|day| day.as_i64());
        let date = day.and_then(|day| Date::from_days(i32::try_from(day).expect("a day")));
        date.map_or_else(|| "no day".to_owned(), |date| date.to_string())
    };
    let said = build("2026-11-23", "all");
    assert!(said.contains("ambiguous-date"), "{said}");
    assert_eq!((posted("baker").as_str(), posted("cook").as_str()), ("2026-11-22", "no day"));
    assert_eq!(posted("clerk"), "no day", "nothing tells the order of day and month");
    build("2026-11-30", "none");
    place.write("jobs.csv", &table(&rows));
    build("2026-12-07", "all");
    assert_eq!((posted("baker").as_str(), posted("cook").as_str()), ("2026-11-22", "no day"));
    assert_eq!((posted("clerk").as_str(), posted("smith").as_str()), ("2026-11-03", "2026-11-28"));
}

/// The first value under a name, however deep.
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
fn a_history_by_paths_is_read_by_the_values_beside_the_pages() {
    let place = Place::with_site(&small_feed());
    let history: Value = serde_json::from_slice(&place.files("site")["history.json"]).expect("json");
    let jobs: serde_json::Map<String, Value> = history["jobs"]
        .as_object()
        .expect("jobs")
        .values()
        .map(|job| {
            let slug = job["slug"].as_str().expect("a path").to_owned();
            (slug, json!({"content": job["content"], "changed": job["changed"]}))
        })
        .collect();
    place.write("site/history.json", &json!({"format": 1, "jobs": jobs}).to_string());
    let mut feed = small_feed();
    feed[0]["title"] = "Senior Rust engineer".into();
    place.feed("jobs.json", &feed[..1]);
    assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    let files = place.files("site");
    assert!(text(&files, "jobs/rust-engineer-acme-tools/index.html").contains("Senior Rust engineer"));
    assert!(text(&files, "jobs/support-engineer-quiet-harbor/index.html").contains("This job closed"));
}

#[test]
fn jobs_of_two_employers_with_one_identifier_are_both_on_the_board_and_stay_themselves() {
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
fn a_feed_that_fails_closes_none_of_its_jobs_and_the_others_go_on() {
    let feed = small_feed();
    let whole = serde_json::to_string(&feed[1..]).expect("json");
    let other = json!({"id": "9", "title": "Baker", "company": "Acme Tools"});
    for (broken, said) in [
        (Some(""), "empty"),
        (Some("<html>502 Bad Gateway</html>"), "no JobPosting"),
        (Some("[{\"id\": \"8\", \"title\": \"Supp"), "none of the 1 records"),
        (Some("[{\"id\": \"10\", \"title\": \"Cook\", \"company\": \"Acme Tools\"}"), "breaks off"),
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
            for words in ["two.json", said, "1 job kept", "leave it out"] {
                assert!(output.err.contains(words), "`{words}` is not said: {}", output.err);
            }
            assert_eq!(place.search(&["support"])["hits"][0]["id"], "8");
            let files = place.files("site");
            assert!(!text(&files, "jobs/support-engineer-quiet-harbor/index.html").contains("This job closed"));
            assert!(files.contains_key("companies/quiet-harbor/index.html"));
            assert!(text(&files, "jobs/baker-acme-tools/index.html").contains("This job closed"));
        }
        place.feed("two.json", &[]);
        assert_eq!(build().code, 0);
        let page = text(&place.files("site"), "jobs/support-engineer-quiet-harbor/index.html");
        assert!(page.contains("This job closed"), "{page}");
    }
}

#[test]
fn what_cannot_be_kept_is_not_dropped_but_said() {
    for (pages, said) in [(["--pages", "none"], "has no pages to keep"), (["--pages", "all"], "does not tell which")] {
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
        for words in [said, "two.json", "mend those feeds, or leave them out"] {
            assert!(output.err.contains(words), "`{words}` is not said: {}", output.err);
        }
        assert_eq!(place.files("site"), before);
        assert_eq!(place.build(&["--feed", "one.json"]).code, 0);
    }
}

#[test]
fn a_build_of_the_index_alone_forgets_no_job_and_no_closed_page() {
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
fn a_later_build_of_the_same_jobs_leaves_their_pages_alone() {
    let place = Place::with_site(&small_feed());
    let first = place.files("site");
    assert_eq!(place.run(&["build", "--feed", "jobs.json", "--out", "site", "--now", "2026-11-29"]).code, 0);
    let changed: Vec<String> = place
        .files("site")
        .into_iter()
        .filter(|file| first.get(&file.0) != Some(&file.1))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, ["data/manifest.json", "index.html", "jobs/index.html"]);
}

#[test]
fn a_page_is_as_new_as_what_it_says() {
    let place = Place::new();
    let mut feed = small_feed();
    let sitemap_after = |feed: &[Value], now: &str| {
        place.feed("jobs.json", feed);
        let arguments =
            ["build", "--feed", "jobs.json", "--out", "site", "--site-url", "https://a.example", "--now", now];
        assert_eq!(place.run(&arguments).code, 0);
        fs::read_to_string(place.path("site/sitemap-1.xml")).expect("written")
    };
    let entry = |slug: &str, day: &str| format!("jobs/{slug}/</loc><lastmod>{day}</lastmod>");
    let first = sitemap_after(&feed, "2026-11-23");
    assert!(first.contains(&entry("support-engineer-quiet-harbor", "2026-11-21")), "{first}");
    feed[1]["description"] = json!("Answer all who are stuck.");
    let second = sitemap_after(&feed, "2026-11-25");
    assert!(second.contains(&entry("support-engineer-quiet-harbor", "2026-11-25")), "{second}");
    assert!(second.contains(&entry("rust-engineer-acme-tools", "2026-11-20")), "{second}");
    assert_eq!(sitemap_after(&feed, "2026-11-28"), second);
}

#[test]
fn a_list_is_as_new_as_the_last_job_that_came_to_it_or_went() {
    let place = Place::new();
    let posting = |id: u32, company: &str, city: &str| json!({"id": id, "title": format!("Engineer {id}"), "company": company, "skills": "React", "location": city, "datePosted": "2026-11-01"});
    let mut feed: Vec<Value> = (1..8).map(|id| posting(id, "Acme", "Pune, India")).collect();
    feed.push(posting(8, "Globex", "Delhi, India"));
    feed[6]["validThrough"] = json!("2026-11-25");
    let gone = |id: usize| feed.iter().filter(|job| job["id"] != id).cloned().collect::<Vec<Value>>();
    for (now, jobs, pages, day) in [
        ("2026-11-23", feed.clone(), "all", "2026-11-01"),
        ("2026-11-28", feed.clone(), "all", "2026-11-26"),
        ("2026-11-29", gone(1), "all", "2026-11-29"),
        ("2026-11-30", gone(1), "none", "2026-11-29"),
        ("2027-01-10", gone(1), "all", "2026-11-29"),
    ] {
        place.feed("jobs.json", &jobs);
        let site = ["build", "--feed", "jobs.json", "--out", "site", "--site-url", "https://a.example"];
        assert_eq!(place.run(&[site.as_slice(), &["--now", now, "--pages", pages]].concat()).code, 0);
        if pages == "none" {
            continue;
        }
        let sitemap = fs::read_to_string(place.path("site/sitemap-1.xml")).expect("written");
        for (list, day) in [
            ("", day),
            ("jobs/", day),
            ("companies/", day),
            ("companies/acme/", day),
            ("react-jobs-in-pune/", day),
            ("companies/globex/", "2026-11-01"),
        ] {
            let entry = format!("<loc>https://a.example/{list}</loc><lastmod>{day}</lastmod>");
            assert!(sitemap.contains(&entry), "{now}: {entry} is not in {sitemap}");
        }
    }
}

#[test]
fn what_keeps_a_site_or_a_job_from_being_found_is_said_with_the_remedy() {
    let place = Place::new();
    let mut feed = small_feed();
    feed.push(json!({"id": "9", "title": "Writer", "company": "Acme Tools", "jobLocationType": "TELECOMMUTE"}));
    place.feed("jobs.json", &feed);
    let output = place.build(&["--feed", "jobs.json", "--base-path", "/board/"]);
    for words in [
        "--site-url",
        "top of a host",
        "Marked up for job listings: 2 of 3 job pages",
        "1 applicant-countries-missing: remote work is listed by country",
        "(such as 9)",
        "3 salary-missing",
    ] {
        assert!(output.out.contains(words), "`{words}` is not said: {}", output.out);
    }
    assert!(!place.path("site/sitemap.xml").exists() && !place.path("site/feed.xml").exists());
    let headers = fs::read_to_string(place.path("site/_headers")).expect("written");
    assert!(headers.starts_with("/board/*\n  Content-Security-Policy: default-src 'self';"), "{headers}");
    assert!(headers.contains("/board/data/*\n  Cache-Control: public, max-age=31536000, immutable\n"), "{headers}");
}

#[test]
fn quiet_prints_nothing_when_all_is_well() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    let output = place.build(&["--feed", "jobs.json", "--quiet"]);
    assert_eq!((output.code, output.out.as_str(), output.err.as_str()), (0, "", ""));
}

#[test]
fn the_sample_board_builds_from_its_own_config() {
    let place = Place::new();
    assert_eq!(place.run(&["sample", "--board", "board"]).code, 0);
    let output = place.build(&["--feed", "board/jobs.json", "--config", "board/board.toml", "--pages", "none"]);
    assert_eq!(output.code, 0, "{output:?}");
    assert!(output.out.contains("11 jobs"), "{output:?}");
}

#[test]
fn sample_postings_are_the_same_for_the_same_seed() {
    let place = Place::new();
    let sample = |seed: &str| place.run(&["sample", "--count", "5", "--seed", seed, "--now", NOW]).out;
    assert_eq!(sample("1"), sample("1"));
    assert_ne!(sample("1"), sample("2"));
    assert_eq!(sample("1").lines().filter(|line| serde_json::from_str::<Value>(line).is_ok()).count(), 5);
}

#[test]
fn the_schema_is_json() {
    let output = Place::new().run(&["schema"]);
    assert_eq!(output.code, 0);
    serde_json::from_str::<Value>(&output.out).expect("json");
}

#[test]
fn every_command_explains_itself() {
    let place = Place::new();
    for command in ["build", "search", "similar", "sample", "serve", "headers", "schema"] {
        let output = place.run(&[command, "--help"]);
        assert_eq!(output.code, 0, "{command}");
        assert!(output.out.contains("Usage"), "{command}");
    }
}

#[test]
fn the_preview_serves_the_site_under_its_base_path_and_admits_its_live_feed() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    assert_eq!(place.build(&["--feed", "jobs.json", "--base-path", "/board/"]).code, 0);
    place.write("site/config.json", r#"{"source": "feed", "url": "https://feed.example.com/v1/jobs.json"}"#);
    let preview = Preview::of(&place);
    let host = preview.host("/board/");
    let found = get(host, "/board/data/manifest.json").to_lowercase();
    let lost = get(host, "/../jobs.json");
    assert!(found.starts_with("http/1.1 200"), "{found}");
    assert!(found.contains("content-security-policy: default-src 'self'"), "{found}");
    assert!(found.contains("connect-src 'self' https://feed.example.com;"), "{found}");
    assert!(found.contains("cache-control: no-cache"), "{found}");
    assert!(lost.starts_with("HTTP/1.1 404"), "{lost}");
}

#[test]
fn the_readme_shows_what_nginx_and_caddy_are_to_be_told() {
    let place = Place::with_site(&small_feed());
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/hosting.md")).expect("a readme");
    for host in ["nginx", "caddy"] {
        let output = place.run(&["headers", "site", "--for", host]);
        assert_eq!(output.code, 0, "{output:?}");
        let block = format!("```{host}\n{}```\n", output.out);
        assert!(readme.contains(&block), "README.md does not hold\n{block}");
    }
    let output = place.run(&["headers", "site", "--for", "netlify"]);
    assert_eq!(output.out, text(&place.files("site"), "_headers"));
    place.write("site/config.json", r#"{"source": "feed", "url": "https://feed.example.com/v1/jobs.json"}"#);
    let output = place.run(&["headers", "site", "--for", "caddy"]);
    assert!(output.out.contains("connect-src 'self' https://feed.example.com;"), "{output:?}");
}

#[test]
fn the_preview_answers_every_one_of_a_burst_of_connections_that_stay_open() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    let preview = Preview::of(&place);
    let host = preview.host("/");
    let ask = |_| {
        let mut stream = TcpStream::connect(host).expect("connected");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("set");
        write!(stream, "GET /data/manifest.json HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("sent");
        stream
    };
    let waiting: Vec<TcpStream> = (0..60).map(ask).collect();
    let answered = waiting.iter().filter(|stream| {
        let mut line = String::new();
        BufReader::new(*stream).read_line(&mut line).is_ok_and(|_| line.starts_with("HTTP/1.1 200"))
    });
    assert_eq!(answered.count(), waiting.len());
}

fn small_feed() -> Vec<Value> {
    vec![
        json!({
            "@type": "JobPosting",
            "identifier": "7",
            "title": "Rust engineer",
            "hiringOrganization": {"@type": "Organization", "name": "Acme Tools"},
            "skills": ["Rust", "Linux"],
            "description": "Build tools that others build with.",
            "jobLocation": {"@type": "Place", "address": {"addressLocality": "Pune", "addressCountry": "IN"}},
            "datePosted": "2026-11-20",
        }),
        json!({
            "@type": "JobPosting",
            "identifier": "8",
            "title": "Support engineer",
            "hiringOrganization": {"@type": "Organization", "name": "Quiet Harbor"},
            "skills": ["Linux"],
            "description": "Answer those who are stuck.",
            "jobLocation": {"@type": "Place", "address": {"addressLocality": "Berlin", "addressCountry": "DE"}},
            "datePosted": "2026-11-21",
        }),
    ]
}

/// A running preview, which ends with this value.
struct Preview {
    server: Child,
    address: String,
}

impl Preview {
    fn of(place: &Place) -> Self {
        let mut command = place.command(&["serve", "site", "--port", "0"]);
        let mut server = command.stdout(Stdio::piped()).spawn().expect("started");
        let mut address = String::new();
        BufReader::new(server.stdout.take().expect("piped")).read_line(&mut address).expect("an address");
        Self { server, address: address.trim().to_owned() }
    }

    /// Host and port of a site served under this base path.
    fn host(&self, base_path: &str) -> &str {
        let host = self.address.strip_prefix("http://").and_then(|rest| rest.strip_suffix(base_path));
        host.expect(&self.address)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.server.kill().expect("stopped");
        self.server.wait().expect("gone");
    }
}

/// A folder that commands run in.
struct Place(TempDir);

/// How a command ended.
#[derive(Debug)]
struct Ended {
    code: i32,
    out: String,
    err: String,
}

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    /// A place with `jobs.json` and the site built from it.
    fn with_site(feed: &[Value]) -> Self {
        let place = Self::new();
        place.feed("jobs.json", feed);
        let output = place.build(&["--feed", "jobs.json"]);
        assert_eq!(output.code, 0, "{output:?}");
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("has one")).expect("made");
        fs::write(path, text).expect("written");
    }

    fn feed(&self, path: &str, postings: &[Value]) {
        self.write(path, &serde_json::to_string(postings).expect("json"));
    }

    /// The tool with these arguments; a build that names no app has the tiny one.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_openroles"));
        command.current_dir(self.0.path()).args(arguments).stdin(Stdio::null());
        if arguments.first() == Some(&"build") && !arguments.contains(&"--app") {
            command.args(["--app", &tiny_app::folder()]);
        }
        command
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        Ended::of(&self.command(arguments).output().expect("started"))
    }

    fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Ended {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("started");
        child.stdin.take().expect("piped").write_all(input).expect("taken");
        Ended::of(&child.wait_with_output().expect("ended"))
    }

    fn build(&self, arguments: &[&str]) -> Ended {
        self.run(&[&["build", "--out", "site", "--now", NOW], arguments].concat())
    }

    fn search(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[&["search", "site", "--json", "--now", NOW], arguments].concat());
        assert_eq!(output.code, 0, "{output:?}");
        serde_json::from_str(&output.out).expect("json")
    }

    /// Every file below a folder with its bytes.
    fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let root = self.path(folder);
        let mut files = BTreeMap::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.insert(below(&root, &path), fs::read(&path).expect("read"));
                }
            }
        }
        files
    }
}

impl Ended {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
    }
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8_lossy(files.get(path).unwrap_or_else(|| panic!("no {path}"))).into_owned()
}

fn below(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).expect("below").to_string_lossy().replace('\\', "/")
}

fn get(host: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(host).expect("connected");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("received");
    answer
}
