//! Whatever a feed contains, the result has no markup, no script, and no address that runs code.

use openroles_model::{
    domain::{Block, Inline, Slug},
    words::ENGLISH,
};
use proptest::prelude::*;

use super::{tests::ingested, *};
use crate::feed;

#[test]
fn a_hostile_posting_is_harmless() {
    let text = "<p onmouseover=alert(1)>Hi\u{202e}</p><script>evil()</script><a href='javascript:x'>a</a>".to_owned()
        + &"<div>".repeat(10_000)
        + &"x ".repeat(500_000);
    let record = serde_json::json!({
        "identifier": "../../etc/passwd\u{202e}",
        "title": "</script><script>alert(1)</script>",
        "url": "javascript:alert(1)",
        "description": text,
        "skills": ["<img src=x onerror=alert(1)>", "\u{202e}tsuR"],
        "jobLocation": "<b>Berlin</b>\u{0}",
        "hiringOrganization": {"name": "../..", "url": "data:text/html,x", "logo": "javascript:x", "team": [{"name": "\u{200b}"}]},
        "baseSalary": "$9999999999999999999999999999999999",
        "experienceRequirements": {"minValue": 1e300, "maxValue": -5},
        "datePosted": "0000-99-99",
        "numberOfEmployees": "99999999999999999999",
    });
    let board = ingested(&serde_json::json!([record]).to_string());
    let posting = &board.postings[0];
    assert_eq!(posting.slug, Slug::of_or_hash(posting.slug.as_str()));
    assert_eq!(posting.how_to_apply, None);
    assert_eq!((posting.experience, posting.date_posted), (None, None));
    assert_eq!(board.organizations[0].logo, None);
    assert!(board.organizations[0].team.is_empty());
    let plain = posting.description.plain_text();
    assert!(plain.starts_with("Hi") && !plain.contains("evil") && plain.len() <= 200_000);
    assert_eq!(unclean(&board), None);
}

/// The first text of a board with a forbidden character.
fn unclean(board: &Ingested) -> Option<String> {
    let mut texts: Vec<String> = Vec::new();
    for posting in &board.postings {
        texts.extend([posting.id.0.clone(), posting.title.clone(), posting.hiring_organization.label().to_owned()]);
        texts.extend(posting.skills.iter().chain(&posting.industry).chain(&posting.department).cloned());
        texts.extend(posting.base_salary.iter().map(|salary| salary.in_words(ENGLISH.values)));
        texts.extend(posting.applicant_location.names().into_iter().map(str::to_owned));
        texts.extend(
            posting.job_locations.iter().flat_map(|place| {
                place.levels().map(|level| level.name).chain([place.text.clone()]).collect::<Vec<_>>()
            }),
        );
        posting.description.blocks.iter().for_each(|block| block_texts(block, &mut texts));
    }
    for organization in &board.organizations {
        texts.push(organization.name.clone());
        texts.extend(organization.kind.iter().chain(&organization.stage).cloned());
        texts.extend(organization.team.iter().map(|person| person.name.clone()));
        organization.about.blocks.iter().for_each(|block| block_texts(block, &mut texts));
    }
    texts.extend(board.rejections.iter().map(|rejection| rejection.record.clone()));
    let is_bad =
        |c: char| c.is_control() || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    texts.into_iter().find(|text| text.contains(is_bad))
}

fn block_texts(block: &Block, texts: &mut Vec<String>) {
    match block {
        Block::Heading(content) | Block::Paragraph(content) => inline_texts(content, texts),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| block_texts(block, texts)),
    }
}

fn inline_texts(content: &[Inline], texts: &mut Vec<String>) {
    for inline in content {
        match inline {
            Inline::Text(text) => texts.push(text.clone()),
            Inline::Emphasis(content) | Inline::Link { content, .. } => inline_texts(content, texts),
            Inline::Break => {}
        }
    }
}

fn check_harmless(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Ok(contents) = feed::read(bytes, None) {
        let board = ingest(contents, &IngestOptions { company: Some("Acme".to_owned()), ..IngestOptions::default() });
        prop_assert_eq!(unclean(&board), None);
    }
    Ok(())
}

/// Scraps of descriptions, places, and pay, so that generated text reaches the parsers' edge cases.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<ul>",
        "<li>",
        "</li>",
        "</ul>",
        "<ol>",
        "<br>",
        "<a href=\"https://e.example/",
        "\">",
        "</a>",
        "<script>",
        "</script>",
        "<svg>",
        "&lt;p&gt;",
        "&amp;",
        "&#x202e;",
        "**",
        "](",
        "[",
        ")",
        "(",
        "\n",
        "\n\n",
        "  - ",
        "• ",
        "o  ",
        "1. ",
        "2) ",
        "## ",
        "https://google.com/url?q=",
        "%68%",
        "\" target=\"_blank\">",
        "Skills:",
        "word",
        "é",
        "\u{202e}",
        "\u{200b}",
        "\u{0}",
        " ",
        "Berlin",
        ", ",
        "CA",
        "; ",
        " - ",
        "Remote",
        "/",
        "₹10L",
        "-",
        "3.5",
        "k",
        "%",
        "Lacs PA",
        "+",
        "yrs",
        "🦀",
        "\u{f0b7}",
        "Georgia",
        "US",
        "\"",
    ]);
    prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
}

proptest! {
    #[test]
    fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_harmless(&bytes)?;
    }

    #[test]
    fn no_json_like_text_does_harm(text in "[\\[{]([\\[\\]{}:,\"\\\\ \n]|\"title\"|\"jobs\"|\"@graph\"|1|null|x){0,80}") {
        check_harmless(text.as_bytes())?;
    }

    #[test]
    fn no_text_in_any_field_does_harm(text in scraps(), other in ".{0,60}") {
        let record = serde_json::json!([
            {"identifier": other, "title": text, "description": text, "skills": text, "jobLocation": text, "industry": text,
             "baseSalary": text, "experienceRequirements": text, "employmentType": text, "inLanguage": text,
             "hiringOrganization": {"name": text, "description": text, "team": [text], "stage": text, "sameAs": text}},
            {"identifier": text, "title": other, "description": other, "jobLocation": other, "baseSalary": other,
             "hiringOrganization": other},
        ]);
        check_harmless(record.to_string().as_bytes())?;
    }
}
