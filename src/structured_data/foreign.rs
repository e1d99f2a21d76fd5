//! Reads the values of untrusted JSON-LD, which may have a list instead of a single value, a string instead of an
//! object, or text instead of a number. It judges nothing.

use serde_json::Value;

/// Items of a list, or the value itself as the only item.
pub(super) fn items(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let items = match value {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items.as_slice(),
        Some(single) => std::slice::from_ref(single),
    };
    items.iter()
}

/// Member `name` of an object, or of the first object in a list that has it.
pub(super) fn member<'a>(value: Option<&'a Value>, name: &str) -> Option<&'a Value> {
    items(value).find_map(|item| item.get(name))
}

/// Text of a value: a string, a number, or an object's name or value. In a list, the first that has text. Empty
/// text counts as none.
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

/// Untrusted value for a message: at most 60 characters, with control characters escaped.
pub(super) fn shown(value: &str) -> String {
    const LONGEST: usize = 60;
    value.chars().take(LONGEST).collect::<String>().escape_debug().to_string()
}

/// Text outside of tags, including escaped tags, with whitespace collapsed. A `<` that doesn't start a tag is text.
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

/// Parses a finite decimal number.
pub(super) fn amount(text: &str) -> Option<f64> {
    text.parse().ok().filter(|amount: &f64| amount.is_finite())
}
