//! The values of an object that anyone may have written: a list may stand for a value, a string for an object, text for
//! a number. Nothing is judged here.

use serde_json::Value;

/// The value itself, or each of a list.
pub(super) fn items(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let items = match value {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items.as_slice(),
        Some(single) => std::slice::from_ref(single),
    };
    items.iter()
}

/// What an object, or the first of a list that has it, has by this name.
pub(super) fn member<'a>(value: Option<&'a Value>, name: &str) -> Option<&'a Value> {
    items(value).find_map(|item| item.get(name))
}

/// The text of a value, of the first of a list, or of an object's name or value; empty text is none.
pub(super) fn text(value: Option<&Value>) -> Option<String> {
    items(value).find_map(|item| match item {
        Value::String(text) => Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(object) => ["@value", "name", "value", "@id"].iter().find_map(|name| match object.get(*name) {
            Some(inner @ (Value::String(_) | Value::Number(_))) => text(Some(inner)),
            _ => None,
        }),
        Value::Null | Value::Bool(_) | Value::Array(_) => None,
    })
}

/// A foreign value as a message shows it: short, and without anything that could move a terminal.
pub(super) fn shown(value: &str) -> String {
    const LONGEST: usize = 60;
    value.chars().take(LONGEST).collect::<String>().escape_debug().to_string()
}

/// The text outside of tags, also escaped ones, with single spaces. A `<` that begins no tag is text.
pub(super) fn without_tags(html: &str) -> String {
    let html = html.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ");
    let is_tag = |part: &str| part.starts_with(|first: char| first.is_ascii_alphabetic() || "/!".contains(first));
    let parts = html.split('<').enumerate().map(|(at, part)| match part.split_once('>') {
        _ if at == 0 || !is_tag(part) => part,
        Some((_, after)) => after,
        None => "",
    });
    let words: Vec<&str> = parts.flat_map(str::split_whitespace).collect();
    words.join(" ")
}

/// A plain decimal number, as JSON has it or as text.
pub(super) fn amount(text: &str) -> Option<f64> {
    text.parse().ok().filter(|amount: &f64| amount.is_finite())
}
