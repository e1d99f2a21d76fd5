//! The engine in the visitor's browser: it behaves the same as WebAssembly and natively.
//!
//! Everything from a feed's bytes to search results is exercised here once; details are tested next to each module.

use openroles_engine::{
    index::{self, Index, IndexContents},
    query::{SearchResults, parse_query_string, search, similar},
};
use openroles_feeds::{
    feed,
    ingest::{IngestOptions, ingest},
    sample::sample,
};
use openroles_model::{
    domain::{BoardSettings, Date, JobPosting, Slug},
    facets::Facet,
    text::{fold, tokens},
};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const POSTINGS: usize = 300;

/// Words in many scripts, each with its form without case, accents, and compatibility variants.
const FOLDED: &[(&str, &str)] = &[
    ("Café", "cafe"),
    ("Cafe\u{301}", "cafe"),
    ("Łódź", "lodz"),
    ("Ｒｕｓｔ", "rust"),
    ("ﬁnance", "finance"),
    ("İstanbul", "istanbul"),
    ("Đà", "da"),
    ("Ångström", "angstrom"),
    ("ΆΡΗΣ", "αρησ"),
    ("άρης", "αρησ"),
    ("STRAẞE", "strasse"),
    ("Йод", "иод"),
    ("हिन्दी", "हिन्दी"),
    ("がぎ", "がぎ"),
    ("ｶﾞ", "ガ"),
    ("한국어", "한국어"),
    ("①②", "12"),
];

#[test]
fn words_fold_in_every_script() {
    for (word, folded) in FOLDED {
        assert_eq!(fold(word), *folded, "{word}");
    }
}

#[test]
fn marks_stay_with_their_letters_and_other_signs_do_not() {
    for (text, terms) in [("हिन्दी में", &["हिन्दी", "में"][..]), ("Cafe\u{301}–bar", &["cafe", "bar"]), ("\u{301}", &[])]
    {
        let found: Vec<String> = tokens(text).map(|token| token.term).collect();
        assert_eq!(found, terms, "{text}");
    }
}

#[test]
fn names_become_paths() {
    for (name, slug) in [("Ørsted A/S", "orsted-a-s"), ("Crédit Ágil", "credit-agil"), ("ＡＢＣ", "abc")] {
        assert_eq!(Slug::of(name).expect("letters").as_str(), slug);
    }
}

#[test]
fn a_feed_becomes_an_index_that_answers() {
    let (postings, index) = board();
    let results = ask(&index, "");
    assert_eq!(postings.len(), index.len());
    assert_eq!(results.hit_count, postings.iter().filter(|posting| !posting.is_expired(today())).count());
    for posting in &postings {
        let doc = index.doc_by_id(&posting.id.0).expect("indexed");
        assert_eq!(index.card(doc).title, posting.title);
    }
}

#[test]
fn counts_beside_skills_are_those_of_the_postings() {
    let (postings, index) = board();
    let skills = ask(&index, "").facet(Facet::Skill).expect("counted").values(&index);
    assert!(skills.len() > 10, "{skills:?}");
    for value in skills {
        let has_skill = |posting: &&JobPosting| !posting.is_expired(today()) && posting.skills.contains(&value.label);
        assert_eq!(postings.iter().filter(has_skill).count(), value.count, "{}", value.label);
    }
}

#[test]
fn a_misspelled_word_is_corrected() {
    let (_, index) = board();
    let (right, wrong) = (ask(&index, "q=engineer"), ask(&index, "q=enginer"));
    assert!(right.hit_count > 0);
    assert_eq!(wrong.hit_count, right.hit_count);
    assert_eq!(wrong.corrections[0].used, "engineer");
}

#[test]
fn a_job_has_similar_ones_and_is_not_among_them() {
    let (_, index) = board();
    let doc = index.docs().next().expect("a job");
    let jobs = similar(&index, doc, 5);
    assert!(!jobs.is_empty());
    assert!(jobs.iter().all(|job| job.doc != doc && !job.reasons.is_empty()));
}

#[test]
fn damaged_bytes_are_refused() {
    let mut bytes = index::write(&contents(&postings())).columns.bytes;
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    assert!(Index::open(&bytes, today()).is_err());
}

fn today() -> Date {
    Date::from_ymd(2026, 11, 23).expect("a day")
}

/// Sample postings and their index, written and opened again.
fn board() -> (Vec<JobPosting>, Index) {
    let postings = postings();
    let index = Index::from_contents(&contents(&postings), today()).expect("just written");
    (postings, index)
}

fn postings() -> Vec<JobPosting> {
    let lines: Vec<String> = sample(POSTINGS, 1, today()).map(|posting| posting.to_string()).collect();
    let contents = feed::read(lines.join("\n").as_bytes(), None).expect("a feed");
    let ingested = ingest(contents, &IngestOptions::default());
    assert!(ingested.postings.len() > POSTINGS / 2, "{:?}", ingested.rejections.first());
    ingested.postings
}

fn contents(postings: &[JobPosting]) -> IndexContents {
    IndexContents::of(postings, &[], &BoardSettings::named("Sample").conversion())
}

fn ask(index: &Index, query_string: &str) -> SearchResults {
    search(index, &parse_query_string(query_string).query)
}
