//! The native format: schema.org `JobPosting` with a few extension properties, as `schema.json` documents it.
//!
//! Accepts what other boards really write: strings for objects, objects for strings, numbers for either, and the plain
//! names of flat lists (`id`, `company`, `location`, `departments`). It ignores unknown fields. It decides where a
//! value is, never what it means.

use openroles_model::domain::IdSource;
use serde_json::Value;

use super::{
    lenient::{field, field_names, items, listed, text, text_of, texts, texts_of},
    organization::organization,
    raw::{FeedId, RawExperience, RawPlace, RawPosting, RawProvenance, RawSalary},
    rejection::RejectionReason,
    source::{RecordReader, Source},
};

pub(super) const SOURCE: Source = Source {
    name: "native",
    telling: &[&["@type"], &["@graph"], &["@context"], &["hiringOrganization"], &["title"], &["jobLocation"]],
    reading: RecordReader::Whole(|wire| postings(wire.record)),
};

/// The postings of a record: the record itself, or those in its graph or list.
pub(super) fn postings(record: &Value) -> Result<Vec<RawPosting>, RejectionReason> {
    let mut found = Vec::new();
    collect(record, DEEPEST, &mut found);
    if found.is_empty() {
        return Err(RejectionReason::NotAPosting { found: field_names(record) });
    }
    let graph = field(record, &["@graph"]);
    Ok(found.into_iter().map(|value| posting(value, graph)).collect())
}

/// Levels of lists and graphs around a posting; real pages have three.
const DEEPEST: usize = 8;

fn collect<'a>(value: &'a Value, depth: usize, found: &mut Vec<&'a Value>) {
    match value {
        Value::Array(values) if depth > 0 => values.iter().for_each(|value| collect(value, depth - 1, found)),
        Value::Object(_) if is_posting(value) => found.push(value),
        Value::Object(_) if depth > 0 => {
            for name in ["@graph", "itemListElement", "item", "mainEntity", "jobs"] {
                value.get(name).into_iter().for_each(|inner| collect(inner, depth - 1, found));
            }
        }
        _ => {}
    }
}

/// Whether its type is `JobPosting`, or it has no type but a title or an employer.
fn is_posting(value: &Value) -> bool {
    match value.get("@type") {
        Some(kind) => texts(kind).iter().any(|kind| kind.rsplit(['/', ':']).next() == Some("JobPosting")),
        None => value.get("title").is_some() || value.get("hiringOrganization").is_some(),
    }
}

fn posting(value: &Value, graph: Option<&Value>) -> RawPosting {
    let url = text_of(value, &["url"]);
    RawPosting {
        feed: FeedId::default(),
        record: String::new(),
        id_source: IdSource::Feed,
        id: field(value, &["identifier", "id"]).and_then(identifier),
        title: text_of(value, &["title", "name"]),
        organization: field(value, &["hiringOrganization", "company"])
            .map(|named| organization(resolved(named, graph)))
            .unwrap_or_default(),
        provenance: field(value, &["provenance"]).map(provenance),
        description: text_of(value, &["description"]),
        skills: field(value, &["skills"]).map(listed).unwrap_or_default(),
        experience: field(value, &["experienceRequirements"]).map(experience).unwrap_or_default(),
        salary: salary(value),
        places: field(value, &["jobLocation", "location"]).map(places).unwrap_or_default(),
        workplace: [texts_of(value, &["workplaceType"]), texts_of(value, &["jobLocationType"])].concat(),
        applicant_locations: field(value, &["applicantLocationRequirements"]).map(countries).unwrap_or_default(),
        employment_types: texts_of(value, &["employmentType"]),
        industry: text_of(value, &["industry"]),
        department: text_of(value, &["department", "departments"]),
        work_eligibility: text_of(value, &["eligibilityToWorkRequirement"]),
        date_posted: text_of(value, &["datePosted"]),
        valid_through: text_of(value, &["validThrough"]),
        recorded: text_of(value, &["dateCreated", "scrapedAt", "scraped_at"]),
        language: field(value, &["inLanguage"]).and_then(language),
        how_to_apply: how_to_apply(value, url.clone()),
        url,
    }
}

/// The node of the graph that a bare `{"@id": …}` refers to, or the value itself.
fn resolved<'a>(value: &'a Value, graph: Option<&'a Value>) -> &'a Value {
    let reference = value.get("@id").filter(|_id| value.get("name").is_none());
    let named = |id: &Value| items(graph?).find(|node| node.get("@id") == Some(id));
    reference.and_then(named).unwrap_or(value)
}

fn identifier(value: &Value) -> Option<String> {
    items(value).find_map(|item| match item {
        Value::Object(_) => text_of(item, &["value", "@value", "@id"]),
        _ => text(item),
    })
}

fn experience(value: &Value) -> RawExperience {
    let Some(object) = items(value).find(|item| item.is_object()) else {
        return RawExperience { text: text(value), ..RawExperience::default() };
    };
    if let Some(months) = text_of(object, &["monthsOfExperience"]) {
        return RawExperience { min: Some(months), unit: Some("MONTH".to_owned()), ..RawExperience::default() };
    }
    let exactly = text_of(object, &["value"]);
    RawExperience {
        min: text_of(object, &["minValue"]).or_else(|| exactly.clone()),
        max: text_of(object, &["maxValue"]).or(exactly),
        unit: text_of(object, &["unitText", "unitCode"]),
        text: text_of(object, &["description", "name"]),
    }
}

fn salary(posting: &Value) -> RawSalary {
    let Some(amount) = field(posting, &["baseSalary"]).and_then(|value| items(value).next()) else {
        return RawSalary::default();
    };
    let currency = text_of(amount, &["currency"]).or_else(|| text_of(posting, &["salaryCurrency"]));
    // The figures are in `value`, or next to `currency`, or are the whole amount.
    let figures = match amount.get("value") {
        Some(inner @ Value::Object(_)) => inner,
        _ => amount,
    };
    let text = match figures {
        Value::Object(_) => text_of(figures, &["value"]),
        bare => text(bare),
    };
    RawSalary {
        min: text_of(figures, &["minValue"]),
        max: text_of(figures, &["maxValue"]),
        currency,
        unit: text_of(figures, &["unitText", "unitCode"]).or_else(|| text_of(amount, &["unitText"])),
        text,
    }
}

fn places(value: &Value) -> Vec<RawPlace> {
    items(value).map(place).collect()
}

fn place(value: &Value) -> RawPlace {
    let whole = |text: Option<String>| text.map(RawPlace::in_words).unwrap_or_default();
    let address = match value.get("address") {
        Some(address @ Value::Object(_)) => address,
        Some(address) => return whole(text(address)),
        None => value,
    };
    let place = RawPlace {
        locality: text_of(address, &["addressLocality"]),
        region: text_of(address, &["addressRegion"]),
        country: text_of(address, &["addressCountry"]),
        text: None,
    };
    if place == RawPlace::default() { whole(text(value)) } else { place }
}

/// Names of countries. A state is replaced by its country, if it names one.
fn countries(value: &Value) -> Vec<String> {
    items(value)
        .filter_map(|item| match field(item, &["address"]) {
            Some(address) => text_of(address, &["addressCountry"]),
            None => text(item),
        })
        .collect()
}

fn language(value: &Value) -> Option<String> {
    match value {
        Value::Object(_) => text_of(value, &["alternateName", "name"]),
        _ => text(value),
    }
}

fn how_to_apply(posting: &Value, url: Option<String>) -> Vec<String> {
    let contact = field(posting, &["applicationContact"]);
    let contact_ways = contact.map(|contact| [text_of(contact, &["url"]), text_of(contact, &["email"])]);
    let ways = [text_of(posting, &["howToApply"])].into_iter().chain(contact_ways.into_iter().flatten()).chain([url]);
    ways.flatten().collect()
}

fn provenance(value: &Value) -> RawProvenance {
    match value {
        Value::Object(_) => RawProvenance {
            kind: text_of(value, &["kind"]),
            agency: text_of(value, &["agency"]),
            recruiter: text_of(value, &["recruiter"]),
        },
        _ => RawProvenance { kind: text(value), ..RawProvenance::default() },
    }
}
