//! Cuts JSON text into records without parsing it, so that a broken or hostile record costs only itself, and a large
//! feed is never held as a tree.
//!
//! It knows arrays, JSON Lines, JSON values in a row, and pages around a list of records (`{"jobs": […]}`, `{"total":
//! 2, "content": […]}`), also several of them. It doesn't know what a record means.

use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::{
    Extent,
    record::{Record, Records},
    rejection::RejectionReason,
};

/// The records of a JSON text that begins with `[` or `{`.
pub(super) fn split(text: &str) -> Records<'_> {
    let mut records = Records::default();
    if is_json_lines(text) {
        add_lines(&mut records, text, 0);
        return records;
    }
    records.extent = extent(text);
    for value in values(text) {
        match value.strip_prefix('[') {
            Some(elements) => values(elements).for_each(|element| add_next(&mut records, element)),
            None => add_next(&mut records, value),
        }
    }
    records
}

/// Adds the record of each line; `before` lines came before these.
pub(super) fn add_lines<'a>(records: &mut Records<'a>, text: &'a str, before: usize) {
    for (number, line) in (before + 1..).zip(text.lines()) {
        add(records, line.trim().trim_end_matches(','), ("line", number));
    }
    records.extent = extent(text.lines().last().unwrap_or_default());
}

/// Adds a record, named by its number in the feed, or all records of a page.
pub(super) fn add_next<'a>(records: &mut Records<'a>, text: &'a str) {
    let number = records.next_number();
    add(records, text, ("record", number));
}

/// Whether all brackets and strings are closed. Nothing else is checked: a broken record in the middle affects only
/// itself.
pub(super) fn extent(text: &str) -> Extent {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                at = string_end(bytes, at).unwrap_or(bytes.len());
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    if depth == 0 { Extent::Whole } else { Extent::CutOff }
}

/// Reads one JSON value. The parser itself refuses nesting beyond 127 levels.
pub(super) fn parse(text: &str) -> Result<Value, RejectionReason> {
    serde_json::from_str(text).map_err(|error| RejectionReason::InvalidJson { problem: error.to_string() })
}

/// Fields in which a page has its records, or its only record.
const LISTS: [&str; 14] = [
    "jobs",
    "content",
    "offers",
    "items",
    "data",
    "result",
    "results",
    "jobPostings",
    "positions",
    "postings",
    "vacancies",
    "openings",
    "jobOpening",
    "jobPostingInfo",
];

/// Levels of objects to search for a list: `{"data": {"jobs": […]}}`.
const DEEPEST_PAGE: usize = 3;

/// A list whose first values (this many) aren't objects isn't a list of records.
const LOOKED_AT: usize = 20;

/// In bytes. Longer fields of a page are of no use to its records.
const LONGEST_PAGE_FIELD: usize = 1 << 16;

/// Adds a record, or all records of a page.
fn add<'a>(records: &mut Records<'a>, text: &'a str, (unit, number): (&'static str, usize)) {
    if text.is_empty() {
        return;
    }
    let Some((list, page)) = list_in(text, DEEPEST_PAGE) else {
        let page = records.pages.len();
        return records.list.push(Record::json(unit, number, text, page.checked_sub(1)));
    };
    records.pages.push(Value::Object(page));
    let page = Some(records.pages.len() - 1);
    let elements: Vec<&str> = match list.strip_prefix('[') {
        Some(elements) => values(elements).collect(),
        None => vec![list],
    };
    for element in elements {
        let number = records.next_number();
        records.list.push(Record::json("record", number, element, page));
    }
}

/// The list of records in a page, or the single record that it wraps, with the page's other fields.
fn list_in(object: &str, depth: usize) -> Option<(&str, Map<String, Value>)> {
    let members = || {
        let mut parts = values(object.strip_prefix('{').unwrap_or_default());
        std::iter::from_fn(move || Some((parts.next()?.trim_matches('"'), parts.next()?)))
    };
    // An object with a type is a record itself, not a page around one.
    if members().any(|(name, _)| name.starts_with('@')) {
        return None;
    }
    let is_list = |value: &str| {
        let mut elements = value.strip_prefix('[').into_iter().flat_map(values).take(LOOKED_AT).peekable();
        value.starts_with('[') && (elements.peek().is_none() || elements.any(|element| element.starts_with('{')))
    };
    let (at, (name, list)) = members()
        .enumerate()
        .find(|(_, (name, value))| LISTS.contains(name) && (is_list(value) || value.starts_with('{') && depth > 0))?;
    let beside = members().enumerate().filter(|(index, (_, value))| *index != at && value.len() <= LONGEST_PAGE_FIELD);
    let mut page: Map<String, Value> =
        beside.filter_map(|(_, (name, value))| Some((name.to_owned(), parse(value).ok()?))).collect();
    if list.starts_with('[') {
        return Some((list, page));
    }
    // The object is a page within the page, or the only record.
    match list_in(list, depth - 1) {
        Some((inner, fields)) => {
            page.extend(fields);
            Some((inner, page))
        }
        None if name == "jobs" => None,
        None => Some((list, page)),
    }
}

/// Whether the text is JSON Lines: the first value ends where its line ends, and more lines follow. A broken first line
/// counts if it and the next look like objects. An array is never JSON Lines, even if each value has its own line.
pub(super) fn is_json_lines(text: &str) -> bool {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let is_whole = is_json(first) || breaks_off(first, rest);
    let looks_whole = first.trim_end().ends_with('}') && rest.trim_start().starts_with('{');
    let is_neither = !first.starts_with('{');
    !text.starts_with('[') && !rest.trim().is_empty() && (is_whole || looks_whole || is_neither)
}

/// Whether a line is an incomplete record: the next line is a complete one, and the line doesn't open a list of records.
fn breaks_off(line: &str, rest: &str) -> bool {
    const LOOKED_AT: usize = 5;
    let mut next = rest.lines().map(str::trim).filter(|line| !line.is_empty()).take(LOOKED_AT);
    let is_followed = next.next().is_some_and(|next| next.starts_with('{') && is_json(next));
    is_followed && next.all(|line| line.starts_with('{')) && !line.trim_end().ends_with('[')
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// The values of one level, up to its closing bracket or the end; an object's keys count as values.
fn values(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',' || c == ':');
        if rest.is_empty() || rest.starts_with([']', '}']) {
            return None;
        }
        let value = value_at(rest);
        rest = &rest[value.len()..];
        Some(value)
    })
}

/// The value at the start of `text`; if it is never closed, all of `text`.
fn value_at(text: &str) -> &str {
    let end = value_end(text.as_bytes()).unwrap_or(text.len()).max(1);
    text.get(..end).unwrap_or(text)
}

/// The length of the value at the start of `bytes`; `None` if it may continue after their end.
pub(super) fn value_end(bytes: &[u8]) -> Option<usize> {
    match bytes.first() {
        Some(b'{' | b'[') => nested_end(bytes),
        Some(b'"') => string_end(bytes, 0),
        _ => bytes.iter().position(|byte| b",:]} \t\r\n".contains(byte)),
    }
}

fn nested_end(bytes: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            b'"' => {
                at = string_end(bytes, at)?;
                continue;
            }
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The end of the string whose opening quote is at `start`.
fn string_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return Some(at + 1),
            _ => at += 1,
        }
    }
    None
}
