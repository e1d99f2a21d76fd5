//! Lever: the postings API, `…/v0/postings/{site}?mode=json`.
//!
//! The text comes in parts: an opening, lists whose content is bare `<li>` elements, and a closing.

use super::source::{Fields, PlaceAt, RecordReader, Salary, Section, Source};

pub(super) const SOURCE: Source = Source {
    name: "lever",
    telling: &[&["hostedUrl", "categories"], &["text", "categories"]],
    reading: RecordReader::Fields(&Fields {
        id: &["id"],
        url: &["hostedUrl"],
        title: &["text"],
        description: &["description", "descriptionPlain"],
        sections: &[
            Section { of: "lists", heading: "text", text: "content" },
            Section { of: "", heading: "", text: "salaryDescription" },
            Section { of: "", heading: "", text: "additional" },
        ],
        salary: Salary {
            min: &["salaryRange.min"],
            max: &["salaryRange.max"],
            currency: &["salaryRange.currency"],
            unit: &["salaryRange.interval"],
            text: &[],
        },
        places: &[
            PlaceAt::Words(&["categories.location", "categories.allLocations"]),
            PlaceAt::Parts { of: "", locality: &[], region: &[], country: &["country"] },
        ],
        country: &["country"],
        workplace: &["workplaceType"],
        employment: &["categories.commitment"],
        department: &["categories.department", "categories.team"],
        date_posted: &["createdAt"],
        apply: &["applyUrl"],
        ..Fields::NONE
    }),
};

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn the_parts_of_the_text_are_joined_under_their_headings() {
        check(
            r#"[{"id":"a2","text":"Baker","hostedUrl":"https://jobs.lever.co/acme/a2","applyUrl":"https://jobs.lever.co/acme/a2/apply","createdAt":1764205361939,
            "categories":{"commitment":"Part-time","location":"Chicago, IL","team":"Kitchen","allLocations":["Chicago, IL","Boston, MA"]},"country":"US","workplaceType":"hybrid",
            "description":"<div>Bread.</div>","descriptionPlain":"Bread.","lists":[{"text":"You","content":"<li>knead</li><li>bake</li>"}],"additional":"<div>More.</div>","additionalPlain":"More.","salaryDescription":"<div>Pay.</div>","salaryDescriptionPlain":"Pay.",
            "salaryRange":{"min":40000,"max":50000,"currency":"USD","interval":"per-year-salary"}}]"#,
            "lever",
            &["a2 | Baker | - | https://jobs.lever.co/acme/a2
              handle acme · place US, Chicago, IL · place Boston, MA · workplace hybrid · pay 40000-50000 USD per-year-salary · type Part-time · department Kitchen · posted 1764205361939 · apply https://jobs.lever.co/acme/a2/apply
              <div>Bread.</div> / <h3>You</h3> / <li>knead</li><li>bake</li> / <div>Pay.</div> / <div>More.</div>"],
        );
    }
}
