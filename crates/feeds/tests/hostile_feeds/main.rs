//! Damaged feeds: whatever the bytes, nothing panics, and a bad record loses only itself.

mod samples;

use openroles_feeds::{
    feed::{self, FeedKind},
    ingest::{IngestOptions, ingest},
};
use proptest::prelude::*;
use samples::{FEEDS, Sample};

/// Invalid records, by the feed's syntax.
fn bad_records(feed: &Sample) -> Vec<String> {
    let bad: &[&str] = match feed.head.chars().next() {
        Some('<') => {
            let element = feed.record[1..].split('>').next().expect("an element");
            return ["<a>", "<a", "&", "<!-- "].map(|inside| format!("<{element}>{inside}</{element}>")).to_vec();
        }
        Some('J') => &["1,2,3,4", "\"1,", ",nobody"],
        _ => &["{\"a\": nope}", "7", "null", "\"x\"", "{}", "[]", "{\"id\":{\"a\":[]}}"],
    };
    bad.iter().map(|bad| (*bad).to_owned()).collect()
}

fn feed_of(feed: &Sample, bad: Option<(usize, &str)>) -> String {
    let mut records = feed.records();
    if let Some((at, bad)) = bad {
        records.insert(at, bad.to_owned());
    }
    feed.of(&records)
}

fn titles(feed: &str, kind: FeedKind) -> Vec<String> {
    let contents = feed::read(feed.as_bytes(), Some(kind)).expect("a readable feed");
    contents.postings.into_iter().filter_map(|posting| posting.title).filter(|title| title != "nobody").collect()
}

#[test]
fn every_kind_has_a_feed_here_and_is_recognized_in_it() {
    for feed in FEEDS {
        let contents = feed::read(feed_of(feed, None).as_bytes(), None).expect("a readable feed");
        assert_eq!(contents.kind.map(FeedKind::name), Some(feed.kind));
        assert_eq!(contents.rejections, []);
    }
    for kind in FeedKind::ALL {
        assert!(FEEDS.iter().any(|feed| feed.kind == kind.name()), "{}", kind.name());
    }
}

#[test]
fn a_bad_record_in_any_place_costs_only_itself() {
    for feed in FEEDS {
        let kind = FeedKind::from_name(feed.kind).expect("a kind");
        for bad in &bad_records(feed) {
            for at in 0..=4 {
                let text = feed_of(feed, Some((at, bad)));
                assert_eq!(titles(&text, kind), ["Baker 1", "Baker 2", "Baker 3", "Baker 4"], "{text}");
            }
        }
    }
}

/// Function that damages a record.
type Damage = fn(&str) -> String;

/// Ways to damage a JSON record: no title, a title of the wrong type, or invalid JSON.
const JSON_DAMAGE: &[Damage] = &[
    |record| without_field_of(record, "\"Baker"),
    |record| retitled(record, "null"),
    |record| retitled(record, r#"{"a":[]}"#),
    |record| retitled(record, "[[],{}]"),
    |record| retitled(record, "Baker"),
    |record| retitled(record, r#""Bak\x65r""#),
    |record| record.replacen(':', "", 1),
    |_record| "[7]".to_owned(),
];

/// In JSON Lines, a record also ends at the end of its line.
const LINE_DAMAGE: &[Damage] = &[
    |record| record[..record.len() - 1].to_owned(),
    |record| record[..record.find("Baker").unwrap_or(1)].to_owned(),
    |record| record[1..].to_owned(),
    |_record| "Baker".to_owned(),
];

/// Ways to damage an XML record: no title, a tag that isn't closed, a closing tag without a start, or an unfinished
/// tag.
const XML_DAMAGE: &[Damage] = &[
    |record| untitled(record),
    |record| record.replace("Baker", "<b>Baker"),
    |record| record.replace("Baker", "</b>Baker"),
    |record| record.replace("Baker", "<Baker"),
    |record| record.replace("Baker", "<![CDATA[Baker"),
    |record| record[..record.rfind("</").unwrap_or(1)].to_owned(),
];

/// Ways to damage a row: no title, or more cells than columns.
const ROW_DAMAGE: &[Damage] = &[|row| row[..=row.find(',').unwrap_or(1)].to_owned(), |row| format!("{row},more")];

/// A JSON record with another value as its title.
fn retitled(record: &str, title: &str) -> String {
    let start = record.find("\"Baker").expect("a title");
    let end = start + 1 + record[start + 1..].find('"').expect("its end") + 1;
    format!("{}{title}{}", &record[..start], &record[end..])
}

/// A JSON record without the field that has this value.
fn without_field_of(record: &str, value: &str) -> String {
    let start = record.find(value).expect("the value");
    let name = record[..start - 2].rfind('"').expect("its name");
    let end = start + 1 + record[start + 1..].find('"').expect("its end") + 1;
    let (before, after) = (&record[..name], &record[end..]);
    match after.strip_prefix(',') {
        Some(after) => format!("{before}{after}"),
        None => format!("{}{after}", before.trim_end_matches(',')),
    }
}

/// An XML record with an empty title.
fn untitled(record: &str) -> String {
    let start = record.find("Baker").expect("a title");
    let end = start + record[start..].find('<').expect("its end");
    format!("{}{}", &record[..start], &record[end..])
}

/// Checks a feed with one damaged record: all others are on the board, and the rejection names the damaged one by
/// its identifier or its position.
fn check_damaged(feed: &Sample, damage: Damage, at: usize) {
    let mut records = feed.records();
    records[at] = damage(&records[at]);
    let text = feed.of(&records);
    let contents = feed::read(text.as_bytes(), FeedKind::from_name(feed.kind)).expect("a readable feed");
    let ingested = ingest(contents, &IngestOptions { company: Some("Acme".to_owned()), ..IngestOptions::default() });
    let read: Vec<&str> = ingested.postings.iter().map(|posting| posting.title.as_str()).collect();
    let mut others = vec!["Baker 1", "Baker 2", "Baker 3", "Baker 4"];
    others.remove(at);
    assert_eq!(read, others, "{text}");
    // The header takes the first line.
    let line = at + 1 + feed.head.lines().filter(|_| feed.between == "\n").count();
    let names = [(at + 1).to_string(), format!("record {}", at + 1), format!("line {line}")];
    let refused: Vec<&str> = ingested.rejections.iter().map(|rejection| rejection.record.as_str()).collect();
    assert!(refused.len() == 1 && names.iter().any(|name| *name == refused[0]), "{refused:?} in {text}");
}

#[test]
fn a_record_broken_in_any_way_and_place_costs_only_itself_and_is_named() {
    for feed in FEEDS {
        let kinds: &[&[Damage]] = match (feed.head.chars().next(), feed.between) {
            (Some('<'), _) => &[XML_DAMAGE],
            (Some('J'), _) => &[ROW_DAMAGE],
            (_, "\n") => &[JSON_DAMAGE, LINE_DAMAGE],
            _ => &[JSON_DAMAGE],
        };
        for damage in kinds.iter().copied().flatten().copied() {
            (0..4).for_each(|at| check_damaged(feed, damage, at));
        }
    }
}

#[test]
fn a_feed_cut_short_anywhere_keeps_what_came_before() {
    for feed in FEEDS {
        let whole = feed_of(feed, None);
        let third = whole.find("Baker 3").expect("a third record");
        for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
            let kind = FeedKind::from_name(feed.kind);
            let contents = feed::read(&whole.as_bytes()[..end], kind);
            if end > third {
                assert!(contents.expect("readable").postings.len() >= 2, "{}", &whole[..end]);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), kind in 0..FeedKind::ALL.len()) {
        let _ = feed::read(&bytes, None);
        let _ = feed::read(&bytes, Some(FeedKind::ALL[kind]));
    }

    #[test]
    fn no_damage_to_a_feed_panics(
        feed in 0..FEEDS.len(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), "[{}\\[\\]\"<>/,;:&!\n\\\\ a0é-]{0,3}"), 1..6),
    ) {
        let mut text = feed_of(&FEEDS[feed], None);
        for (at, scrap) in damage {
            let start = text.floor_char_boundary(at.index(text.len()));
            let end = text.ceil_char_boundary((start + 2).min(text.len()));
            text.replace_range(start..end, &scrap);
        }
        for kind in [None, FeedKind::from_name(FEEDS[feed].kind)] {
            if let Ok(contents) = feed::read(text.as_bytes(), kind) {
                ingest(contents, &IngestOptions { company: Some("Acme".to_owned()), ..IngestOptions::default() });
            }
        }
    }
}
