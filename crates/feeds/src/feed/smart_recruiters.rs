//! SmartRecruiters: `…/v1/companies/{company}/postings`, and single postings.
//!
//! The list has no text; a single posting has everything. Given both, `ingest` completes one from the other.

use super::source::{Fields, PlaceAt, RecordReader, Section, Source};

pub(super) const SOURCE: Source = Source {
    name: "smartrecruiters",
    telling: &[&["jobAd.sections"], &["releasedDate", "name"], &["refNumber", "typeOfEmployment"]],
    reading: RecordReader::Fields(&Fields {
        id: &["id"],
        url: &["postingUrl"],
        title: &["name"],
        organization: &["company.name", "company.identifier"],
        sections: &[
            Section { of: "jobAd.sections.companyDescription", heading: "title", text: "text" },
            Section { of: "jobAd.sections.jobDescription", heading: "title", text: "text" },
            Section { of: "jobAd.sections.qualifications", heading: "title", text: "text" },
            Section { of: "jobAd.sections.additionalInformation", heading: "title", text: "text" },
        ],
        places: &[PlaceAt::Parts { of: "location", locality: &["city"], region: &["region"], country: &["country"] }],
        remote: &["location.remote"],
        hybrid: &["location.hybrid"],
        employment: &["typeOfEmployment.label"],
        industry: &["industry.label"],
        department: &["department.label", "function.label"],
        date_posted: &["releasedDate"],
        language: &["language.code"],
        apply: &["applyUrl"],
        unpublished: &[("visibility", &["INTERNAL", "PRIVATE"]), ("active", &["false"])],
        finish: |wire, posting| {
            // The list has only addresses in the API. A posting's page is made of the company's handle and the
            // posting's number.
            let page = || {
                let (company, id) = (wire.text(&["company.identifier"])?, wire.text(&["id"])?);
                Some(format!("https://jobs.smartrecruiters.com/{company}/{id}"))
            };
            if posting.url.is_none() {
                posting.url = page();
                posting.how_to_apply.extend(posting.url.clone());
            }
        },
        ..Fields::NONE
    }),
};

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    const HEAD: &str = r#""id":"743","name":"Baker","uuid":"07","refNumber":"R1","company":{"identifier":"Acme1","name":"Acme"},"releasedDate":"2026-06-08T02:11:28.000Z",
        "location":{"city":"St. Louis","region":"MO","country":"us","remote":false,"hybrid":true,"latitude":"38.6"},"industry":{"id":"food","label":"Food"},"department":{},"function":{"id":"k","label":"Kitchen"},
        "typeOfEmployment":{"id":"part-time","label":"Part-time"},"experienceLevel":{"id":"entry_level","label":"Entry Level"},"customField":[],"visibility":"PUBLIC","language":{"code":"en","label":"English"}"#;

    #[test]
    fn a_list_gives_the_page_of_each_posting() {
        check(
            &format!(r#"{{"offset":0,"limit":100,"totalFound":1,"content":[{{{HEAD}}}]}}"#),
            "smartrecruiters",
            &["743 | Baker | Acme | https://jobs.smartrecruiters.com/Acme1/743
              place St. Louis, MO, us · workplace hybrid · type Part-time · industry Food · department Kitchen · posted 2026-06-08T02:11:28.000Z · language en"],
        );
    }

    #[test]
    fn a_posting_by_itself_has_its_text_in_sections() {
        check(
            &format!(
                r#"{{{HEAD},"postingUrl":"https://jobs.smartrecruiters.com/Acme1/743-baker","applyUrl":"https://jobs.smartrecruiters.com/Acme1/743-baker?oga=true","active":true,
                "jobAd":{{"sections":{{"companyDescription":{{"title":"Company","text":"<p>We bake.</p>"}},"jobDescription":{{"title":"Job","text":"<p>Bread</p>"}},"qualifications":{{"title":"Needs","text":""}},"videos":{{"urls":[]}}}}}}}}"#
            ),
            "smartrecruiters",
            &["743 | Baker | Acme | https://jobs.smartrecruiters.com/Acme1/743-baker
              handle Acme1 · place St. Louis, MO, us · workplace hybrid · type Part-time · industry Food · department Kitchen · posted 2026-06-08T02:11:28.000Z · language en · apply https://jobs.smartrecruiters.com/Acme1/743-baker?oga=true
              <h3>Company</h3> / <p>We bake.</p> / <h3>Job</h3> / <p>Bread</p>"],
        );
    }
}
