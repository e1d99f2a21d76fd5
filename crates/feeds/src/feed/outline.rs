//! Raw postings as lines for tests, so that an adapter's output is easy to compare with what is expected.

use super::{RawPlace, RawPosting, RawSalary, ReadOptions, read, read_with};

/// Checks that a feed is detected as `kind` and gives these postings, by their [`outline`]. White space around lines
/// doesn't matter.
pub(super) fn check(feed: &str, kind: &str, expected: &[&str]) {
    let contents = read(feed.as_bytes(), None).expect("a readable feed");
    assert_eq!(contents.rejections, [], "{feed}");
    assert_eq!(contents.kind.map(super::FeedKind::name), Some(kind), "{feed}");
    let outlines: Vec<String> = contents.postings.iter().map(outline).collect();
    let expected: Vec<String> =
        expected.iter().map(|text| text.lines().map(str::trim).collect::<Vec<_>>().join("\n")).collect();
    assert_eq!(outlines, expected, "\n{}", outlines.join("\n"));
}

/// Checks what the address that a feed was fetched from tells about its postings: `id · handle · page`. Any address
/// other than the source's own must tell nothing.
pub(super) fn check_fetched(feed: &str, address: &str, expected: &[&str]) {
    let told = |address: &str| -> Vec<String> {
        let options = ReadOptions { address: Some(address.to_owned()), ..ReadOptions::default() };
        let postings = read_with(feed.as_bytes(), &options).expect("a readable feed").postings;
        let told = postings.into_iter().map(|posting| {
            assert_eq!(posting.how_to_apply, Vec::from_iter(posting.url.clone()));
            [posting.id, posting.organization.handle, posting.url].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        told.collect()
    };
    assert_eq!(told(address), expected);
    let ids: Vec<&str> = expected.iter().filter_map(|text| text.split(" · ").next()).collect();
    assert_eq!(told("https://example.com/feeds/acme"), ids);
}

/// Checks which records a feed's adapter rejects: `record 1 not-published`.
pub(super) fn rejected(feed: &str, expected: &[&str]) {
    let contents = read(feed.as_bytes(), None).expect("a readable feed");
    let rejected: Vec<String> = contents
        .rejections
        .iter()
        .map(|rejection| format!("{} {}", rejection.record, rejection.reason.code()))
        .collect();
    assert_eq!(rejected, expected);
}

/// At most three lines: `id | title | organization | url`, the other fields, the text with ` / ` for line ends.
fn outline(posting: &RawPosting) -> String {
    let dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let first = [&posting.id, &posting.title, &posting.organization.name, &posting.url].map(dash).join(" | ");
    let mut fields = Vec::new();
    let mut add = |name: &str, text: Option<&String>| fields.extend(text.map(|text| format!("{name} {text}")));
    add("handle", posting.organization.handle.as_ref());
    posting.places.iter().for_each(|place| add("place", Some(&place_text(place))));
    posting.workplace.iter().for_each(|word| add("workplace", Some(word)));
    posting.applicant_locations.iter().for_each(|name| add("from", Some(name)));
    add("pay", pay(&posting.salary).as_ref());
    add("years", posting.experience.text.as_ref());
    posting.skills.iter().for_each(|skill| add("skill", Some(skill)));
    posting.employment_types.iter().for_each(|kind| add("type", Some(kind)));
    add("industry", posting.industry.as_ref());
    add("department", posting.department.as_ref());
    add("posted", posting.date_posted.as_ref());
    add("until", posting.valid_through.as_ref());
    add("language", posting.language.as_ref());
    let elsewhere = |way: &&String| Some(*way) != posting.url.as_ref();
    posting.how_to_apply.iter().filter(elsewhere).for_each(|way| add("apply", Some(way)));
    let text = posting
        .description
        .as_ref()
        .map(|text| text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" / "));
    let lines = [Some(first), Some(fields.join(" · ")).filter(|line| !line.is_empty()), text];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn place_text(place: &RawPlace) -> String {
    let parts = [&place.locality, &place.region, &place.country, &place.text];
    parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
}

fn pay(salary: &RawSalary) -> Option<String> {
    let range = match (&salary.min, &salary.max) {
        (None, None) => None,
        (min, max) => Some(format!("{}-{}", min.as_deref().unwrap_or_default(), max.as_deref().unwrap_or_default())),
    };
    let words = salary.text.as_ref().map(|text| format!("\"{text}\""));
    let parts = [range, salary.currency.clone(), salary.unit.clone(), words];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Some(parts.join(" ")).filter(|text| !text.is_empty())
}
