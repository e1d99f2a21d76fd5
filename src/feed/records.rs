//! Cuts JSON text into records without parsing it, so that a broken or hostile record costs only itself and a large
//! feed is never held as a tree.
//!
//! Knows arrays, `{"jobs": […]}`, JSON Lines and JSON values one after the other; not what a record means.

use serde::de::IgnoredAny;
use serde_json::Value;

use super::rejection::RejectionReason;

/// The records of a JSON text that begins with `[` or `{`.
pub(super) fn split(text: &str) -> Vec<Record<'_>> {
    if let Some(elements) = text.strip_prefix('[') {
        return numbered("record", values(elements));
    }
    if is_json_lines(text) {
        return lines(text);
    }
    let whole = value_at(text);
    match member(whole, "jobs") {
        Some(jobs) => numbered("record", values(jobs)),
        None => numbered("record", values(text)),
    }
}

/// One record, not yet parsed.
pub(super) struct Record<'a> {
    unit: &'static str,
    number: usize,
    text: &'a str,
}

impl Record<'_> {
    /// Where it stands: `line 17`.
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.unit, self.number)
    }

    /// Its JSON.
    pub(super) fn parse(&self) -> Result<Value, RejectionReason> {
        parse(self.text)
    }
}

/// Reads one JSON value; nesting beyond 127 levels is refused by the parser itself.
pub(super) fn parse(text: &str) -> Result<Value, RejectionReason> {
    serde_json::from_str(text).map_err(|error| RejectionReason::InvalidJson { problem: error.to_string() })
}

fn numbered<'a>(unit: &'static str, texts: impl Iterator<Item = &'a str>) -> Vec<Record<'a>> {
    texts.enumerate().map(|(index, text)| Record { unit, number: index + 1, text }).collect()
}

fn lines(text: &str) -> Vec<Record<'_>> {
    let line_records = text.lines().enumerate().map(|(index, line)| Record {
        unit: "line",
        number: index + 1,
        text: line.trim().trim_end_matches(','),
    });
    line_records.filter(|record| !record.text.is_empty()).collect()
}

/// Whether each line is a record: the first value ends with its line and more follows. A first line that is broken
/// still looks like an object, and so does the second.
fn is_json_lines(text: &str) -> bool {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let is_whole = serde_json::from_str::<IgnoredAny>(first).is_ok();
    let looks_whole = first.trim_end().ends_with('}') && rest.trim_start().starts_with('{');
    !rest.trim().is_empty() && (is_whole || looks_whole)
}

/// The inside of the array named `name` in an object.
fn member<'a>(object: &'a str, name: &str) -> Option<&'a str> {
    let mut parts = values(object.strip_prefix('{')?);
    while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
        if key.trim_matches('"') == name {
            return value.strip_prefix('[');
        }
    }
    None
}

/// The values of one level, up to its closing bracket or the end; keys of an object are values of their own.
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

/// The value `text` starts with; to the end of the text when it is never closed.
fn value_at(text: &str) -> &str {
    let bytes = text.as_bytes();
    let end = match bytes.first() {
        Some(b'{' | b'[') => nested_end(bytes),
        Some(b'"') => string_end(bytes, 0),
        _ => bytes.iter().position(|byte| b",:]} \t\r\n".contains(byte)).unwrap_or(bytes.len()).max(1),
    };
    text.get(..end).unwrap_or(text)
}

fn nested_end(bytes: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            b'"' => {
                at = string_end(bytes, at);
                continue;
            }
            _ => {}
        }
        at += 1;
        if depth == 0 {
            break;
        }
    }
    at
}

/// The end of the string whose opening quote is at `start`.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}
