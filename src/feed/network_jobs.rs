//! Postings of a network of job boards, one flat JSON object each.
//!
//! | field | becomes |
//! |---|---|
//! | `id`, `url`, `title`, `location` | the same; `url` is also where one applies |
//! | `company` | the organization's name |
//! | `companyDomain` | its website, `https://…` |
//! | `department` | department |
//! | `category` (`customer-success`) | industry, in words (`Customer success`) |
//! | `postedAt`, else `firstSeen` | date posted |
//! | `salary.min`, `salary.max` | base salary in US dollars a year |
//! | `lastSeen` | nothing: it is when the network looked, not when the posting ends |

use serde_json::Value;

use super::{
    lenient::{field, field_names, text_of},
    raw::{RawOrganization, RawPlace, RawPosting, RawSalary},
    rejection::RejectionReason,
};

/// Whether a record is of this source: no other has these two fields.
pub(super) fn recognizes(record: &Value) -> bool {
    record.get("companyDomain").is_some() && record.get("firstSeen").is_some()
}

/// The posting of one record.
pub(super) fn posting(record: &Value) -> Result<RawPosting, RejectionReason> {
    if !record.is_object() {
        return Err(RejectionReason::NotAPosting { found: field_names(record) });
    }
    let url = text_of(record, &["url"]);
    Ok(RawPosting {
        id: text_of(record, &["id"]),
        title: text_of(record, &["title"]),
        organization: RawOrganization {
            name: text_of(record, &["company"]),
            url: text_of(record, &["companyDomain"]).map(|domain| format!("https://{domain}")),
            ..RawOrganization::default()
        },
        salary: field(record, &["salary"]).map(salary).unwrap_or_default(),
        places: text_of(record, &["location"])
            .map(|text| RawPlace { text: Some(text), ..RawPlace::default() })
            .into_iter()
            .collect(),
        industry: text_of(record, &["category"]).map(|category| in_words(&category)),
        department: text_of(record, &["department"]),
        date_posted: text_of(record, &["postedAt", "firstSeen"]),
        how_to_apply: url.clone().into_iter().collect(),
        url,
        ..RawPosting::default()
    })
}

fn salary(value: &Value) -> RawSalary {
    RawSalary {
        min: text_of(value, &["min"]),
        max: text_of(value, &["max"]),
        currency: Some("USD".to_owned()),
        unit: Some("YEAR".to_owned()),
        text: None,
    }
}

/// `customer-success` as people write it. The abbreviations are all the source has.
fn in_words(category: &str) -> String {
    match category {
        "ai-ml" => return "AI & ML".to_owned(),
        "it-security" => return "IT security".to_owned(),
        _ => {}
    }
    let words = category.replace('-', " ");
    let mut characters = words.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}
