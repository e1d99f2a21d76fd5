//! Workable: the widget API, `…/widget/accounts/{account}?details=true`, and its other endpoints with more fields.
//!
//! A job in several places occurs once for each, with the same shortcode; `ingest` merges them.

use super::source::{Fields, PlaceAt, RecordReader, Salary, Section, Source};

pub(super) const SOURCE: Source = Source {
    name: "workable",
    telling: &[&["shortcode", "title"]],
    reading: RecordReader::Fields(&Fields {
        id: &["shortcode"],
        url: &["url", "shortlink"],
        title: &["title", "full_title"],
        organization: &["^.name"],
        about: &["^.description"],
        description: &["full_description", "description"],
        sections: &[
            Section { of: "", heading: "", text: "requirements" },
            Section { of: "", heading: "", text: "benefits" },
        ],
        salary: Salary {
            min: &["salary.salary_from"],
            max: &["salary.salary_to"],
            currency: &["salary.salary_currency"],
            unit: &[],
            text: &[],
        },
        places: &[
            PlaceAt::Parts { of: "locations", locality: &["city"], region: &["region"], country: &["country"] },
            PlaceAt::Parts { of: "", locality: &["city"], region: &["state"], country: &["country"] },
        ],
        workplace: &["workplace"],
        remote: &["telecommuting", "location.telecommuting"],
        employment: &["employment_type"],
        industry: &["industry"],
        department: &["department"],
        date_posted: &["published_on", "created_at"],
        apply: &["application_url"],
        unpublished: &[("state", &["draft", "closed", "archived"])],
        ..Fields::NONE
    }),
};

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn the_account_names_the_company_and_each_place_is_a_record() {
        check(
            r#"{"name":"Acme","description":"<p>We bake.</p>","jobs":[
            {"title":"Baker","shortcode":"DD1","telecommuting":true,"department":"Kitchen","url":"https://apply.workable.com/j/DD1","application_url":"https://apply.workable.com/j/DD1/apply","published_on":"2026-08-05","created_at":"2026-07-02",
             "country":"Spain","city":"","state":"","employment_type":"Full-time","industry":"Food","locations":[{"country":"Spain","countryCode":"ES","city":"","region":null,"hidden":false}],"description":"<p>Bread</p>"},
            {"title":"Cook","shortcode":"DD2","country":"Portugal","city":"Porto","state":""}]}"#,
            "workable",
            &[
                "DD1 | Baker | Acme | https://apply.workable.com/j/DD1
                 place Spain · workplace remote · type Full-time · industry Food · department Kitchen · posted 2026-08-05 · apply https://apply.workable.com/j/DD1/apply
                 <p>Bread</p>",
                "DD2 | Cook | Acme | -
                 place Porto, Portugal",
            ],
        );
    }
}
