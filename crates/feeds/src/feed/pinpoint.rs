//! Pinpoint: the careers site's `postings.json`.
//!
//! The text is in parts, with the company's own headings. Pay may be marked as hidden; then it is ignored.

use super::{
    raw::RawSalary,
    source::{Fields, PlaceAt, RecordReader, Salary, Section, Source},
};

pub(super) const SOURCE: Source = Source {
    name: "pinpoint",
    telling: &[&["skills_knowledge_expertise"], &["key_responsibilities", "workplace_type"], &["compensation_visible"]],
    reading: RecordReader::Fields(&Fields {
        id: &["id"],
        url: &["url"],
        title: &["title"],
        description: &["description"],
        sections: &[
            Section { of: "", heading: "key_responsibilities_header", text: "key_responsibilities" },
            Section { of: "", heading: "skills_knowledge_expertise_header", text: "skills_knowledge_expertise" },
            Section { of: "", heading: "benefits_header", text: "benefits" },
        ],
        salary: Salary {
            min: &["compensation_minimum"],
            max: &["compensation_maximum"],
            currency: &["compensation_currency"],
            unit: &["compensation_frequency"],
            text: &["compensation"],
        },
        places: &[
            PlaceAt::Parts { of: "location", locality: &["city"], region: &["province"], country: &["country"] },
            PlaceAt::Words(&["location.name"]),
        ],
        workplace: &["workplace_type"],
        employment: &["employment_type", "employment_type_text"],
        department: &["department.name", "job.department.name", "job.division.name"],
        date_posted: &["published_at"],
        valid_through: &["deadline_at"],
        finish: |wire, posting| {
            if wire.says("compensation_visible", &["false"]) {
                posting.salary = RawSalary::default();
            }
        },
        ..Fields::NONE
    }),
};

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn parts_keep_their_headings_and_hidden_pay_stays_hidden() {
        check(
            r#"{"data":[{"id":"p1","title":"Baker","url":"https://acme.pinpointhq.com/en/postings/p1","path":"/en/postings/p1","description":"<p>Bread</p>","key_responsibilities_header":"You will","key_responsibilities":"<ul><li>knead</li></ul>",
            "skills_knowledge_expertise":"<p>Hands</p>","benefits":"","workplace_type":"remote","workplace_type_text":"Fully remote","compensation":"$40 - $50 / hour","compensation_minimum":40.0,"compensation_maximum":50,
            "compensation_currency":"USD","compensation_frequency":"hour","compensation_visible":true,"deadline_at":"2026-08-28T23:59:59-04:00","employment_type":"full_time","job":{"department":{"name":"Kitchen"},"division":null},"location":{"id":"l1","name":"Atlanta, GA"}},
            {"id":"p2","title":"Cook","path":"/postings/p2","compensation":"$9","compensation_minimum":9,"compensation_visible":false,"location":{"name":"HQ","city":"Graz","province":"Styria"}}]}"#,
            "pinpoint",
            &[
                "p1 | Baker | - | https://acme.pinpointhq.com/en/postings/p1
                 handle acme · place Atlanta, GA · workplace remote · pay 40.0-50 USD hour \"$40 - $50 / hour\" · type full_time · department Kitchen · until 2026-08-28T23:59:59-04:00
                 <p>Bread</p> / <h3>You will</h3> / <ul><li>knead</li></ul> / <p>Hands</p>",
                "p2 | Cook | - | -
                 place Graz, Styria",
            ],
        );
    }
}
