//! `openroles doctor`: its report as text, as JSON and as HTML.
//!
//! What a build repeats of that report is in `build/reports.rs`.

use std::{
    fs,
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use crate::harness::{NOW, Place, assert_says, small_feed};

#[test]
fn the_doctor_lists_what_feeds_contain_and_what_is_wrong_with_them() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    place.write("board.toml", "name = \"Acme jobs\"\n[columns]\ntitle = \"Was\"\ncompany = \"Wer\"\n");
    place.write("more.csv", "Was;Wer;Salary\nBaker;Acme;Bengaluru\n;Acme;1\n");
    let output = place.run(&["doctor", "jobs.json", "more.csv", "--config", "board.toml", "--now", NOW]);
    assert_eq!(output.code, 1, "{output:?}");
    assert_says(
        &output.out,
        &["native", "table", "1 missing-title", "lost missing-title (1)", "misplaced-pay", "Bengaluru"],
    );
    let output = place.run(&["doctor", "more.csv", "--config", "board.toml", "--json"]);
    let report = output.json();
    assert_eq!(report["feeds"][0]["postings"], 1, "{report}");
    assert_eq!(report["findings"][0]["code"], "missing-title", "{report}");
    let output = place.run(&["doctor", "jobs.json", "--now", NOW]);
    assert_eq!(output.code, 0, "{output:?}");
    assert_eq!(place.run(&["doctor", "gone.json"]).code, 2);
}

#[test]
fn the_doctors_html_report_escapes_what_feeds_contain() {
    let place = Place::new();
    let odd = json!({"id": "1", "title": "Cook", "company": "Acme", "baseSalary": "<script>alert(1)</script>"});
    place.feed("jobs.json", &[odd]);
    let output = place.run(&["doctor", "jobs.json", "gone.json", "--html", "report.html", "--now", NOW]);
    let page = fs::read_to_string(place.path("report.html")).expect("written");
    assert!(page.contains("gone.json") && page.contains("unreadable-feed"), "{output:?}");
    assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script"), "{page}");
    assert_eq!(place.run(&["doctor", "jobs.json", "--html", "no/such/folder/report.html"]).code, 2);
}

#[test]
fn the_doctor_names_the_file_of_a_record_and_skips_files_it_cannot_read() {
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
    assert_says(&output.out, &["lost unreadable-feed (2)", "[gone.json: ", "[c.json: ", "[b.json: 1]", "[a.json: 1]"]);
    let output = place.run(&[arguments.as_slice(), &["--json"]].concat());
    let report = output.json();
    let found = |code: &str| finding(&report, code);
    assert_eq!(found("missing-title")["examples"][0]["file"], "b.json");
    assert_eq!(found("unknown-place")["examples"][0]["file"], "a.json");
    assert_eq!(found("description-missing")["severity"], "required");
    assert!(report["feeds"][1]["error"].as_str().expect("a message").contains("cannot be read"), "{report}");
    assert_eq!(place.run(&["doctor", "gone.json", "away.json"]).code, 2);
}

#[test]
fn the_doctor_finds_the_duplicates_that_a_build_merges() {
    let place = Place::new();
    let baker = |id: &str| json!([{"id": id, "title": "Baker", "company": "Acme", "description": "Bake bread."}]);
    place.write("a.json", &baker("1").to_string());
    place.write("b.json", &baker("2").to_string());
    let output = place.run(&["doctor", "a.json", "b.json", "--now", NOW]);
    assert_eq!(output.code, 0, "nothing is lost: {output:?}");
    assert_says(&output.out, &["note folded-duplicate (1)", "it is the same posting as `1` in a.json", "[b.json: 2]"]);
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
    let report = output.json();
    let found = |code: &str| finding(&report, code);
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
    assert_says(
        &text,
        &["note guessed-dollar (30: 30 doubtful): ", "$90,000 a year → $90K / yr (doubtful)  [", "and 22 more"],
    );
}

/// Runs the doctor on a terminal that `script` (util-linux) provides; without `script`, the test is skipped.
#[cfg(target_os = "linux")]
#[test]
fn severities_have_colors_only_on_a_terminal() {
    const RED: &str = "\u{1b}[31mlost\u{1b}[0m missing-title";
    let place = Place::new();
    place.write(
        "jobs.json",
        &json!([{"@type": "JobPosting", "identifier": "1", "hiringOrganization": "Acme"}]).to_string(),
    );
    let doctor = format!("'{}' doctor jobs.json --now {NOW}", env!("CARGO_BIN_EXE_openroles"));
    let on_terminal = |no_color: Option<&str>| {
        let mut command = Command::new("script");
        command.args(["-qec", &doctor, "/dev/null"]).current_dir(place.path(".")).stdin(Stdio::null());
        command.env_remove("NO_COLOR").envs(no_color.map(|value| ("NO_COLOR", value)));
        command.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let plain = place.run(&["doctor", "jobs.json", "--now", NOW]).out;
    assert!(plain.contains("lost missing-title") && !plain.contains('\u{1b}'), "{plain}");
    let Ok(colored) = on_terminal(None) else {
        eprintln!("skipped: `script` (util-linux) is not installed");
        return;
    };
    assert!(colored.contains(RED), "{colored}");
    for value in ["1", ""] {
        let plain = on_terminal(Some(value)).expect("it ran before");
        assert!(plain.contains("lost missing-title") && !plain.contains('\u{1b}'), "{plain}");
    }
}

/// The finding with this code in a report as JSON.
fn finding<'a>(report: &'a Value, code: &str) -> &'a Value {
    let findings = report["findings"].as_array().expect("a list");
    findings.iter().find(|finding| finding["code"] == code).unwrap_or_else(|| panic!("no {code}: {report}"))
}
