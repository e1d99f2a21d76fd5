//! Texts designed to be slow: whatever a feed contains, the time per posting is bounded.

use std::time::Instant;

use openroles_feeds::{
    feed,
    ingest::{IngestOptions, ingest},
};

/// Limit for an unoptimized build on a busy machine; the slowest text takes a tenth of it.
const LONGEST_SECONDS: f32 = 5.0;

#[test]
fn text_made_to_be_slow_is_read_in_time() {
    for scrap in
        ["http://a ", "**a", "**a** ", "[", "[a](b", "• ", "<b>", "<ul><li>", "a,", "a;", "US ", "(", "1. a\n", "&amp;"]
    {
        let text = scrap.repeat(200_000 / scrap.len());
        let places = vec![&text[..text.floor_char_boundary(2_000)]; 100];
        let record = serde_json::json!([{"identifier": 1, "title": text, "description": text, "skills": text,
            "baseSalary": text, "experienceRequirements": text, "jobLocation": places, "hiringOrganization": text}]);
        let start = Instant::now();
        let contents = feed::read(record.to_string().as_bytes(), None).expect("a readable feed");
        ingest(contents, &IngestOptions::default());
        let seconds = start.elapsed().as_secs_f32();
        assert!(seconds < LONGEST_SECONDS, "{scrap:?} took {seconds} s");
    }
}

#[test]
fn a_feed_made_to_be_slow_is_cut_apart_in_time() {
    for (head, scrap) in [
        ("<jobs>", "<!--"),
        ("<jobs>", "<![CDATA["),
        ("<jobs>", "<job>"),
        ("<jobs>", "<job><a>"),
        ("<jobs><job>", "<a b='"),
        ("<jobs><job>", "&amp;"),
        ("title,url\n", "\""),
        ("title,url\n", ",\""),
        ("title,url\n", "\"\"\"x,"),
        ("title,url\n", "\"x,\n"),
        ("", "["),
        ("", "{\"jobs\":"),
        ("{\"jobs\":[", "{\"jobs\":["),
        ("", "{\"data\":{}}\n"),
    ] {
        let feed = format!("{head}{}", scrap.repeat(1_000_000 / scrap.len()));
        let start = Instant::now();
        // The result doesn't matter.
        let _ = feed::read(feed.as_bytes(), None);
        let seconds = start.elapsed().as_secs_f32();
        assert!(seconds < LONGEST_SECONDS, "{head}{scrap} took {seconds} s");
    }
}
