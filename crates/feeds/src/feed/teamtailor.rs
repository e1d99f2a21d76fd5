//! Teamtailor: a JSON Feed whose items contain a schema.org posting, `{company}/jobs.json`.
//!
//! The posting inside is in the native format; the item around it fills in what that lacks.

use serde_json::{Map, Value};

use super::{
    lenient::field_names,
    native,
    raw::RawPosting,
    rejection::RejectionReason,
    source::{RecordReader, Source},
    wire::Wire,
};

pub(super) const SOURCE: Source =
    Source { name: "teamtailor", telling: &[&["_jobposting"]], reading: RecordReader::Whole(postings) };

/// Fields to fill in from the item and the feed, if the posting inside lacks them.
const BESIDE: [(&str, &str); 6] = [
    ("identifier", "id"),
    ("title", "title"),
    ("url", "url"),
    ("description", "content_html"),
    ("datePosted", "date_published"),
    ("hiringOrganization", "^.title"),
];

fn postings(wire: Wire<'_>) -> Result<Vec<RawPosting>, RejectionReason> {
    let inside = wire.record.get("_jobposting").and_then(Value::as_object);
    let mut posting: Map<String, Value> = inside.cloned().unwrap_or_default();
    for (name, path) in BESIDE {
        if posting.get(name).is_none_or(Value::is_null)
            && let Some(value) = wire.values(path).first()
        {
            posting.insert(name.to_owned(), (*value).clone());
        }
    }
    if inside.is_none() && !posting.contains_key("identifier") {
        return Err(RejectionReason::NotAPosting { found: field_names(wire.record) });
    }
    // Its position makes it a posting, even if it says next to nothing.
    posting.entry("@type").or_insert_with(|| "JobPosting".into());
    native::postings(&Value::Object(posting))
}

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn an_item_completes_the_posting_inside() {
        check(
            r#"{"version":"https://jsonfeed.org/version/1.1","title":"Acme","home_page_url":"https://acme.teamtailor.com/jobs","items":[{"id":"20","title":"Baker","url":"https://acme.teamtailor.com/jobs/7","content_html":"<p>Bread</p>","date_published":"2026-02-04T09:26:20+01:00",
            "_jobposting":{"@context":"http://schema.org/","@type":"JobPosting","title":"Baker","identifier":{"@type":"PropertyValue","name":"Teamtailor","value":7},"datePosted":"2026-02-04",
            "jobLocation":[{"@type":"Place","address":{"addressLocality":"Madrid","addressCountry":"ES","addressRegion":"Europe"}}]}}]}"#,
            "teamtailor",
            &["7 | Baker | Acme | https://acme.teamtailor.com/jobs/7
              place Madrid, Europe, ES · posted 2026-02-04
              <p>Bread</p>"],
        );
    }
}
