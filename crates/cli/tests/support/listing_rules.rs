//! Whether a search engine's job listing accepts a `JobPosting` object.
//!
//! These are the rules for JSON, for tests alone. `openroles_model::findings` judges postings before they become JSON, and
//! both must agree.

use openroles_model::domain::{Currency, Date, EmploymentType};
use serde_json::Value;

/// Whether nothing required is missing in the object and no rule is broken, as of the day `now`.
pub(crate) fn is_accepted(object: &Value, now: Date) -> bool {
    is_described(object)
        && is_current(object, now)
        && text(&object["hiringOrganization"]["name"]).is_some()
        && is_located(object)
        && is_null_or(&object["baseSalary"], is_pay)
        && items(&object["employmentType"]).all(is_kind)
}

fn is_described(object: &Value) -> bool {
    let letters = |text: &str| text.to_lowercase().split_whitespace().collect::<String>();
    let html = text(&object["description"]).unwrap_or_default();
    let shown = without_tags(html).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let shown = without_tags(&shown.replace("&amp;", "&"));
    text(&object["title"]).is_some_and(|title| !letters(&shown).is_empty() && letters(title) != letters(&shown))
}

/// Text outside of tags. A `<` that doesn't start a tag is text.
fn without_tags(html: &str) -> String {
    let is_tag = |part: &str| part.starts_with(|first: char| first.is_ascii_alphabetic() || "/!".contains(first));
    let parts = html.split('<').enumerate().map(|(at, part)| match part.split_once('>') {
        Some((_, after)) if at > 0 && is_tag(part) => after,
        _ => part,
    });
    parts.collect()
}

fn is_current(object: &Value, now: Date) -> bool {
    let day = |value: &Value| Date::parse(text(value)?);
    let posted = day(&object["datePosted"]).filter(|posted| *posted <= now);
    let is_open = |last: &Value| day(last).is_some_and(|last| last >= now && Some(last) >= posted);
    posted.is_some() && is_null_or(&object["validThrough"], is_open)
}

fn is_located(object: &Value) -> bool {
    let has_country = |place: &Value| text(&place["address"]["addressCountry"]).is_some();
    let named = |area: &Value| text(&area["name"]).is_some();
    let (places, areas) = (items(&object["jobLocation"]), items(&object["applicantLocationRequirements"]));
    let is_somewhere = match object["jobLocationType"].as_str() {
        Some("TELECOMMUTE") => !areas.as_slice().is_empty() && areas.clone().all(named),
        Some(_) => false,
        None => !places.as_slice().is_empty(),
    };
    is_somewhere && places.clone().all(has_country)
}

fn is_pay(pay: &Value) -> bool {
    let (value, currency) = (&pay["value"], text(&pay["currency"]).and_then(Currency::parse));
    let [min, max] = ["minValue", "maxValue"].map(|name| value[name].as_f64());
    let is_unit = ["HOUR", "DAY", "WEEK", "MONTH", "YEAR"].contains(&text(&value["unitText"]).unwrap_or_default());
    let is_range = min.or(max).is_some() && min.zip(max).is_none_or(|(min, max)| min <= max);
    currency.is_some() && is_unit && is_range && min.into_iter().chain(max).all(|amount| amount > 0.0)
}

fn is_kind(kind: &Value) -> bool {
    EmploymentType::ALL.iter().any(|known| Some(known.code()) == kind.as_str())
}

fn is_null_or(value: &Value, is_right: impl Fn(&Value) -> bool) -> bool {
    value.is_null() || is_right(value)
}

fn text(value: &Value) -> Option<&str> {
    value.as_str().map(str::trim).filter(|text| !text.is_empty())
}

/// The values of a property, which is written without a list if it has only one.
pub(crate) fn items(value: &Value) -> std::slice::Iter<'_, Value> {
    match value {
        Value::Null => [].iter(),
        Value::Array(items) => items.iter(),
        single => std::slice::from_ref(single).iter(),
    }
}
