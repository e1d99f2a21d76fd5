//! What `build` and `doctor` refuse, report and count, driven from outside: boards without an app or without an open
//! job, columns that nothing reads, pay that cannot be compared, records that are merged.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use serde_json::{Value, json};
use tempfile::TempDir;

#[path = "support/tiny_app.rs"]
mod tiny_app;

const NOW: &str = "2026-11-23";

#[test]
fn pages_without_the_app_are_refused_before_anything_is_written() {
    let place = Place::new();
    place.write("jobs.csv", TABLE);
    place.write("half/tokens.css", "");
    for (arguments, said) in [
        (vec![], vec!["cargo xtask app", "--app dist", "--pages none"]),
        (vec!["--pages", "1"], vec!["cargo xtask app", "--app dist"]),
        (vec!["--app", "half"], vec!["base.css", "cargo xtask app", "--app dist"]),
        (vec!["--app", "gone", "--pages", "none"], vec!["gone", "cargo xtask app"]),
    ] {
        let output = place.run(&[&BUILD[..], &arguments].concat());
        assert_eq!(output.code, 2, "{arguments:?}: {output:?}");
        for words in said {
            assert!(output.err.contains(words), "{arguments:?} does not say `{words}`: {}", output.err);
        }
        assert!(!output.err.contains("trunk"), "Trunk alone builds no engine: {}", output.err);
        assert_eq!(place.names(), ["half", "jobs.csv"], "{arguments:?} wrote something");
    }
    let index_alone = place.run(&[&BUILD[..], &["--pages", "none"]].concat());
    assert_eq!(index_alone.code, 0, "{index_alone:?}");
}

#[test]
fn a_board_whose_widget_has_no_engine_says_so() {
    let place = Place::new();
    place.write("jobs.csv", TABLE);
    for entry in fs::read_dir(tiny_app::folder()).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("named").to_string_lossy().into_owned();
        place.write(&format!("app/{name}"), "");
    }
    let build = [&BUILD[..], &["--app", "app"]].concat();
    let whole = place.run(&build);
    assert!(whole.code == 0 && !whole.out.contains("engine"), "{whole:?}");
    fs::remove_file(place.path("app/openroles-engine.js")).expect("removed");
    let output = place.run(&build);
    assert_eq!(output.code, 0, "{output:?}");
    for words in ["Note: the widget cannot search", "cargo xtask app", "--app dist"] {
        assert!(output.out.contains(words), "not said: `{words}` in {}", output.out);
    }
}

#[test]
fn a_build_that_would_leave_no_open_job_keeps_the_old_site_unless_that_is_meant() {
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
    for words in ["not one of 2 jobs is open on 2026-12-01", "validThrough", "--allow-empty"] {
        assert!(output.err.contains(words), "not said: `{words}` in {}", output.err);
    }
    assert!(history() == before, "the old site has changed");
    place.write("jobs.csv", "[]");
    let output = build("2026-11-24", &[]);
    assert_eq!(output.code, 2, "{output:?}");
    assert!(output.err.contains("no job") && output.err.contains("--allow-empty"), "{output:?}");
    assert!(history() == before, "the old site has changed");
    assert_eq!(build("2026-12-01", &["--allow-empty"]).code, 0);
}

#[test]
fn a_column_that_nothing_reads_is_named_and_the_line_to_paste_has_it_read() {
    let place = Place::new();
    place.write("jobs.csv", TABLE);
    let doctor = place.run(&["doctor", "jobs.csv", "--now", NOW]);
    let built = place.build(&[]);
    let named = "columns not used: Apply Link (looks like application links), Pay range (looks like pay: 3 of 4 values), \
                 Notes\n";
    for output in [&doctor, &built] {
        assert_eq!(output.code, 0, "{output:?}");
        for words in [named, "    [columns]\n    apply = \"Apply Link\"\n    salary = \"Pay range\"\n"] {
            assert!(output.out.contains(words), "not said: `{words}` in {}", output.out);
        }
        let at = |words: &str| output.out.find(words).unwrap_or_else(|| panic!("no `{words}` in {}", output.out));
        assert!(at(named) < at("apply-missing") && at("apply-missing") < at("warning "), "{}", output.out);
        assert!(output.out.contains("required apply-missing (4)"), "{}", output.out);
    }
    assert!(place.page("baker-acme").contains("The posting does not say how to apply"));
    // As an operator pastes them.
    let lines: Vec<&str> = doctor.out.lines().skip_while(|line| line.trim() != "[columns]").take(3).collect();
    place.write("board.toml", &format!("name = \"Jobs\"\n{}\n", lines.join("\n")));
    let built = place.build(&["--config", "board.toml"]);
    assert!(!built.out.contains("apply-missing") && built.out.contains("columns not used: Notes\n"), "{built:?}");
    let page = place.page("baker-acme");
    assert!(page.contains("https://example.com/apply/1") && page.contains("₹10L - ₹30L / yr"), "{page}");
    let told = place.run(&["doctor", "jobs.csv", "--json", "--now", NOW]).out;
    let told: Value = serde_json::from_str(&told).expect("JSON");
    let column = json!({"file": "jobs.csv", "column": "Pay range", "values": 4, "looks_like": "pay", "alike": 3,
        "looked_at": 4, "line": "salary = \"Pay range\""});
    assert_eq!(told["unread_columns"][1], column, "{told}");
}

#[test]
fn a_board_without_a_currency_compares_in_the_feeds_and_names_the_rates_it_lacks() {
    let place = Place::new();
    place.write(
        "jobs.csv",
        "id,title,company,salary\n1,Baker,Acme,₹10L - ₹30L / yr\n2,Cook,Acme,₹8L / yr\n3,Clerk,Acme,€60K / yr\n\
         4,Porter,Acme,\n5,Driver,Acme,£30K / yr\n6,Waiter,Acme,€30K / yr\n7,Miller,Acme,₹9L / yr\n",
    );
    let index_alone = ["--pages", "none"];
    let output = place.build(&index_alone);
    assert_eq!(output.code, 0, "{output:?}");
    let said = "Pay is compared in INR, the feeds' most common currency (3 of 6 jobs that state pay)";
    assert!(output.out.contains(said) && output.out.contains("currency = \"INR\""), "{output:?}");
    for words in ["pay of 3 jobs cannot be compared in INR", "[rates]", "EUR = …", "; 2 jobs", "GBP = …", "; 1 job"]
    {
        assert!(output.err.contains(words), "not said: `{words}` in {}", output.err);
    }
    let found = place.run(&["search", "site", "", "--facet", "salary=900000", "--json", "--now", NOW]).out;
    let found: Value = serde_json::from_str(&found).expect("JSON");
    let titles = found["hits"].to_string();
    assert!(titles.contains("Baker") && titles.contains("Miller") && !titles.contains("Cook"), "{found}");
    let manifest = fs::read_to_string(place.path("site/data/manifest.json")).expect("a manifest");
    assert!(manifest.contains("\"currency\":\"INR\""), "{manifest}");
    place.write("board.toml", "name = \"Jobs\"\ncurrency = \"EUR\"\n[rates]\nINR = 0.011\nGBP = 1.15\n");
    let output = place.build(&["--config", "board.toml", "--pages", "none"]);
    assert!(!output.out.contains("most common currency") && output.err.is_empty(), "{output:?}");
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
    let told: Value = serde_json::from_str(&output.out).expect("JSON");
    assert_eq!((&told["feeds"][0]["merged"], &told["feeds"][0]["refused"]), (&json!(2), &json!({})), "{told}");
    place.write("jobs.json", &feed.to_string().replacen("\"title\":\"Cook\"", "\"title\":\"\"", 1));
    for arguments in [&build[..], &["doctor", "jobs.json", "--now", NOW]] {
        assert_eq!(place.run(arguments).code, 1, "a record without a title is lost");
    }
}

#[test]
fn a_page_shows_no_reference_but_the_feeds() {
    let place = Place::new();
    place.write("jobs.csv", "title,company,description\nBaker,Acme,Bake bread\n");
    place.write("more.csv", "id,title,company,description\nA-7,Cook,Acme,Cook\nA-7,Clerk,Globex,Write\n");
    let output = place.build(&["--feed", "more.csv"]);
    assert_eq!(output.code, 0, "{output:?}");
    assert!(!place.page("baker-acme").contains("Reference"), "the feed has none");
    assert!(!place.page("baker-acme").contains("\"identifier\""), "machines are told none, either");
    for page in ["cook-acme", "clerk-globex"] {
        let page = place.page(page);
        assert!(page.contains("Reference") && page.contains("A-7") && !page.contains("A-7@globex</"), "{page}");
    }
}

/// A table with three columns that nothing reads.
const TABLE: &str = "id,title,company,description,Apply Link,Pay range,Notes\n\
    1,Baker,Acme,Bake bread,https://example.com/apply/1,₹10L - ₹30L / yr,rye\n\
    2,Cook,Acme,Cook soup,https://example.com/apply/2,₹20L / yr,\n\
    3,Clerk,Acme,Write letters,jobs@example.com,3-6 Lacs PA,\n\
    4,Porter,Acme,Carry bags,https://example.com/apply/4,ask us,\n";

const BUILD: [&str; 7] = ["build", "--feed", "jobs.csv", "--out", "site", "--now", NOW];

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

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("has one")).expect("made");
        fs::write(path, text).expect("written");
    }

    /// What lies in the folder.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn page(&self, job: &str) -> String {
        fs::read_to_string(self.path(&format!("site/jobs/{job}/index.html"))).expect("a page")
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_openroles"));
        let Output { status, stdout, stderr } =
            command.current_dir(self.0.path()).args(arguments).stdin(Stdio::null()).output().expect("started");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Ended { code: status.code().unwrap_or(-1), out: text(stdout), err: text(stderr) }
    }

    /// Builds `jobs.csv` with the tiny app.
    fn build(&self, arguments: &[&str]) -> Ended {
        self.run(&[&BUILD[..], &["--app", &tiny_app::folder()], arguments].concat())
    }
}
