//! The `hiringOrganization` of the native format: a name, or an object with everything that a company page shows.

use serde_json::Value;

use super::{
    lenient::{field, items, text, text_of, texts_of},
    raw::{Anonymity, RawOrganization, RawPerson, RawProfile},
};

/// The employer that a value names or describes.
pub(super) fn organization(value: &Value) -> RawOrganization {
    let Some(object) = items(value).find(|item| item.is_object()) else {
        return RawOrganization { name: text(value), ..RawOrganization::default() };
    };
    RawOrganization {
        name: text_of(object, &["name", "legalName"]),
        anonymity: anonymity(object),
        handle: None,
        url: text_of(object, &["url"]),
        same_as: texts_of(object, &["sameAs"]),
        logo: field(object, &["logo"]).and_then(image),
        founded: text_of(object, &["foundingDate"]),
        kind: text_of(object, &["organizationType"]),
        size: field(object, &["numberOfEmployees"]).and_then(size),
        stage: text_of(object, &["stage"]),
        about: text_of(object, &["description"]),
        social_profiles: field(object, &["socialProfiles"]).map(profiles).unwrap_or_default(),
        team: field(object, &["team", "employee"]).map(team).unwrap_or_default(),
        recruiter_count: text_of(object, &["recruiterCount"]),
        video_count: text_of(object, &["videoCount"]),
    }
}

fn anonymity(object: &Value) -> Anonymity {
    match object.get("anonymous") {
        Some(Value::Bool(true)) => Anonymity::Anonymous,
        _ => Anonymity::Named,
    }
}

/// An address, or the address in an `ImageObject`.
fn image(value: &Value) -> Option<String> {
    items(value).find_map(|item| match item {
        Value::Object(_) => text_of(item, &["contentUrl", "url", "@id"]),
        _ => text(item),
    })
}

/// A text as it is (`100-1000`); an object's ends joined: `100-1000`, `5000+`.
fn size(value: &Value) -> Option<String> {
    let Value::Object(_) = value else {
        return text(value);
    };
    match (text_of(value, &["minValue"]), text_of(value, &["maxValue"])) {
        (Some(min), Some(max)) => Some(format!("{min}-{max}")),
        (Some(min), None) => Some(format!("{min}+")),
        (None, Some(max)) => Some(format!("1-{max}")),
        (None, None) => text_of(value, &["value"]),
    }
}

fn profiles(value: &Value) -> Vec<RawProfile> {
    items(value)
        .map(|item| match item {
            Value::Object(_) => {
                RawProfile { network: text_of(item, &["network", "name"]), url: text_of(item, &["url"]) }
            }
            _ => RawProfile { network: None, url: text(item) },
        })
        .collect()
}

fn team(value: &Value) -> Vec<RawPerson> {
    items(value)
        .map(|item| match item {
            Value::Object(_) => RawPerson {
                name: text_of(item, &["name"]),
                role: text_of(item, &["jobTitle"]),
                image: field(item, &["image"]).and_then(image),
            },
            _ => RawPerson { name: text(item), ..RawPerson::default() },
        })
        .collect()
}
