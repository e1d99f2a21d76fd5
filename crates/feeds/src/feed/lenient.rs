//! Reads text out of JSON, however it is wrapped: a string, a number, a list of them, an object with a name.
//!
//! It cuts every text to a maximum length, so nothing after it has to consider a field's size.

use serde_json::Value;

use super::raw::RawProvenance;

/// In bytes. Longer texts are cut: a description of more than a megabyte is a mistake or an attack.
const LONGEST_TEXT: usize = 1 << 20;

/// Longer lists are cut: no posting has more skills or places.
pub(super) const LONGEST_LIST: usize = 500;

/// The first of `names` with a value other than null.
pub(super) fn field<'a>(object: &'a Value, names: &[&str]) -> Option<&'a Value> {
    names.iter().filter_map(|name| object.get(name)).find(|value| !value.is_null())
}

/// The text of the first of `names` that has any.
pub(super) fn text_of(object: &Value, names: &[&str]) -> Option<String> {
    names.iter().filter_map(|name| object.get(name)).find_map(text)
}

/// All texts of the first of `names` with a value other than null.
pub(super) fn texts_of(object: &Value, names: &[&str]) -> Vec<String> {
    field(object, names).map(texts).unwrap_or_default()
}

/// The text of a string or number, of the first list item that has any, or of an object's value or name.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(bounded(text.trim())).filter(|text| !text.is_empty()).map(str::to_owned),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items.iter().take(LONGEST_LIST).find_map(text),
        Value::Object(_) => text_of(value, &["@value", "name", "value", "label", "#text"]),
        Value::Null | Value::Bool(_) => None,
    }
}

/// The texts of a list, or of a single value.
pub(super) fn texts(value: &Value) -> Vec<String> {
    items(value).filter_map(text).collect()
}

/// The items of a list. A text that lists them is split at commas, semicolons, and line ends outside brackets.
pub(super) fn listed(value: &Value) -> Vec<String> {
    match value {
        Value::String(list) => cut(list),
        _ => texts(value),
    }
}

fn cut(list: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let is_end = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        matches!(c, '\n' | ';') || (c == ',' && depth == 0)
    };
    let parts = list.split(is_end).map(str::trim);
    parts.filter(|part| !part.is_empty()).take(MOST_PARTS).map(str::to_owned).collect()
}

/// A text with more items isn't a list; it just has commas.
const MOST_PARTS: usize = 200;

/// Who posted it; `None` if neither an agency nor a person is named.
pub(super) fn provenance(agency: Option<String>, recruiter: Option<String>) -> Option<RawProvenance> {
    let is_named = agency.is_some() || recruiter.is_some();
    is_named.then_some(RawProvenance { kind: None, agency, recruiter })
}

/// The items of a list, or the value itself.
pub(super) fn items(value: &Value) -> impl Iterator<Item = &Value> {
    match value {
        Value::Array(items) => items.as_slice(),
        single => std::slice::from_ref(single),
    }
    .iter()
    .take(LONGEST_LIST)
}

/// The names of an object's fields (or "no fields"), for messages.
pub(super) fn field_names(value: &Value) -> String {
    const SHOWN: usize = 8;
    let Value::Object(fields) = value else {
        return "no fields".to_owned();
    };
    let names: Vec<String> = fields
        .keys()
        .take(SHOWN)
        .map(|name| name.chars().take(40).collect::<String>().escape_debug().to_string())
        .collect();
    if names.is_empty() { "no fields".to_owned() } else { format!("`{}`", names.join("`, `")) }
}

fn bounded(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST_TEXT)]
}
