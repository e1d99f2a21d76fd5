//! Real feeds from the data folder next to the project: every record becomes a posting or is rejected with a
//! reason, and no stated field is lost.

#[path = "support/real_data.rs"]
mod real_data;

use std::{collections::BTreeMap, path::Path};

use openroles_feeds::{
    doctor,
    feed::{self, FeedContents},
    ingest::{Duplicates, IngestOptions, Ingested, ingest},
};
use openroles_model::domain::{Date, JobPosting};

fn ingested(bytes: &[u8], duplicates: Duplicates) -> (usize, Ingested) {
    let contents: FeedContents = feed::read(bytes, None).expect("a readable feed");
    let records = contents.postings.len() + contents.rejections.len();
    (records, ingest(contents, &IngestOptions { company: None, duplicates }))
}

/// Number of rejected records for each reason.
type Reasons = &'static [(&'static str, usize)];

/// Samples of applicant tracking systems and aggregators: file, kind, number of postings, and rejected records by
/// reason.
const SAMPLES: &[(&str, &str, usize, Reasons)] = &[
    ("greenhouse.json", "greenhouse", 2, &[]),
    ("lever.json", "lever", 2, &[]),
    ("ashby.json", "ashby", 2, &[]),
    ("aggregators/ashby.json", "ashby", 3, &[]),
    ("workable.json", "workable", 1, &[("folded-duplicate", 1)]),
    ("recruitee.json", "recruitee", 2, &[]),
    ("smartrecruiters.json", "smartrecruiters", 1, &[]),
    ("personio.xml", "personio", 1, &[("folded-duplicate", 1)]),
    ("teamtailor.json", "teamtailor", 2, &[]),
    ("pinpoint.json", "pinpoint", 2, &[]),
    ("bamboohr.json", "bamboohr", 2, &[]),
    ("rippling.json", "rippling", 1, &[("folded-duplicate", 1)]),
    ("workday.json", "workday", 2, &[]),
    ("neogov.xml", "rss", 2, &[]),
    ("aggregators/remoteok.json", "remoteok", 4, &[]),
    ("aggregators/remotive.json", "remotive", 5, &[]),
    ("aggregators/arbeitnow.json", "arbeitnow", 5, &[]),
    ("aggregators/jobicy.json", "jobicy", 5, &[]),
];

#[test]
fn every_sample_of_a_tracking_system_is_read_by_its_adapter() {
    for (file, kind, postings, reasons) in SAMPLES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/ats").join(file);
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("skipped: ats/{file} is not in ../shared/data");
            continue;
        };
        let contents = feed::read(&bytes, None).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(contents.kind.map(feed::FeedKind::name), Some(*kind), "{file}");
        let options = IngestOptions { company: Some("Acme".to_owned()), duplicates: Duplicates::Fold };
        let board = ingest(contents, &options);
        let mut refused: BTreeMap<&str, usize> = BTreeMap::new();
        board.rejections.iter().for_each(|rejection| *refused.entry(rejection.reason.code().name()).or_default() += 1);
        assert_eq!(board.postings.len(), *postings, "{file}");
        assert_eq!(refused.into_iter().collect::<Vec<_>>(), *reasons, "{file}");
    }
}

/// Percentage of the postings for which `is_stated` returns true.
fn percent(board: &Ingested, is_stated: impl Fn(&JobPosting) -> bool) -> usize {
    board.postings.iter().filter(|posting| is_stated(posting)).count() * 100 / board.postings.len().max(1)
}

#[test]
fn every_network_job_is_a_posting_or_rejected_with_a_reason() {
    let Some(bytes) = real_data::feed_bytes("network_jobs.jsonl.gz") else { return };
    let (records, board) = ingested(&bytes, Duplicates::Fold);
    assert_eq!(records, 12_634);
    assert_eq!(board.postings.len() + board.rejections.len(), records);
    let reasons: Vec<&str> = board.rejections.iter().map(|rejection| rejection.reason.code().name()).collect();
    assert!(reasons.iter().all(|code| *code == "folded-duplicate"), "{reasons:?}");
    let (_, kept) = ingested(&bytes, Duplicates::Keep);
    assert_eq!(kept.postings.len(), records);
    assert!(percent(&kept, |posting| posting.date_posted.is_some()) == 100);
    assert!(
        percent(&kept, |posting| posting.workplace.is_some()
            || posting.job_locations.iter().any(|place| place.country.is_some()))
            >= 95
    );
}

#[test]
fn every_nhs_posting_is_read_with_its_text_place_and_pay() {
    let Some(bytes) = real_data::feed_bytes("nhs_jobposting_jsonld.jsonl.gz") else { return };
    let (records, board) = ingested(&bytes, Duplicates::Keep);
    assert_eq!((records, board.postings.len()), (10_328, 10_328));
    // Eight of them have an empty text.
    assert!(percent(&board, |posting| !posting.description.is_empty()) >= 99);
    assert!(percent(&board, |posting| posting.base_salary.is_some()) >= 99);
    assert!(percent(&board, |posting| posting.job_locations.iter().all(|place| place.country.is_some())) >= 99);
    let has_markup = |posting: &JobPosting| {
        let text = posting.description.plain_text();
        ["<p>", "<li>", "&lt;", "&amp;", "</"].iter().any(|markup| text.contains(markup))
    };
    let with_markup: Vec<&str> =
        board.postings.iter().filter(|posting| has_markup(posting)).map(|posting| posting.id.0.as_str()).collect();
    assert!(with_markup.is_empty(), "{with_markup:?}");
}

#[test]
fn slugs_and_identifiers_are_unique_on_a_large_board() {
    let Some(bytes) = real_data::feed_bytes("network_jobs.jsonl.gz") else { return };
    let (_, board) = ingested(&bytes, Duplicates::Keep);
    let unique = |names: Vec<String>| {
        let count = names.len();
        let set: std::collections::HashSet<String> = names.into_iter().collect();
        count - set.len()
    };
    assert_eq!(unique(board.postings.iter().map(|posting| posting.slug.to_string()).collect()), 0);
    assert_eq!(unique(board.postings.iter().map(|posting| posting.id.0.clone()).collect()), 0);
    assert_eq!(unique(board.organizations.iter().map(|organization| organization.slug.to_string()).collect()), 0);
}

/// Report on each real feed, as `openroles doctor` prints it. It is committed, so that a change of any adapter or
/// rule shows its effect on all of them. Run with `UPDATE=1` to update it.
#[test]
fn the_table_of_real_feeds_is_as_committed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let data = root.join("../../../shared/data");
    let mut files = Vec::new();
    for folder in ["", "ats", "ats/aggregators"] {
        let Ok(entries) = std::fs::read_dir(data.join(folder)) else {
            eprintln!("skipped: the folder ../shared/data/{folder} is not there");
            return;
        };
        let paths = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file());
        files.extend(paths.filter(|path| path.extension().is_none_or(|extension| extension != "md")));
    }
    files.sort();
    let options = IngestOptions { company: Some("Acme".to_owned()), duplicates: Duplicates::Fold };
    let now = Date::parse("2026-08-10").expect("a day");
    let mut reports = Vec::new();
    let mut unread = String::new();
    for path in &files {
        let name = path.strip_prefix(&data).expect("below").display().to_string();
        let mut bytes = std::fs::read(path).expect("readable");
        if name.ends_with(".gz") {
            bytes = real_data::feed_bytes(&name).expect("there");
        }
        match feed::read(&bytes, None) {
            Ok(contents) => reports.push(doctor::examine(&name, contents, &options, now).feeds.remove(0)),
            Err(error) => unread.push_str(&format!("{name}: {error}\n")),
        }
    }
    let table = doctor::table(
        reports.iter().filter_map(|patient| Some((patient.name.as_str(), patient.result.as_ref().ok()?))),
    ) + "\n"
        + &unread;
    let committed = root.join("tests/real_feeds.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&committed, &table).expect("written");
    }
    let expected = std::fs::read_to_string(&committed).expect("the committed table");
    let changed = |one: &str, other: &str| -> String {
        one.lines().filter(|line| !other.lines().any(|same| same == *line)).map(|line| format!("{line}\n")).collect()
    };
    let (after, before) = (changed(&table, &expected), changed(&expected, &table));
    assert!(table == expected, "run again with UPDATE=1 if this is meant\nafter\n{after}before\n{before}");
}
