//! Arbeitnow: `arbeitnow.com/api/job-board-api`. Some texts are escaped twice. Its tags are industries, not skills.

use super::source::{Fields, PlaceAt, RecordReader, Source};

pub(super) const SOURCE: Source = Source {
    name: "arbeitnow",
    telling: &[&["job_types", "slug"]],
    reading: RecordReader::Fields(&Fields {
        id: &["slug"],
        url: &["url"],
        title: &["title"],
        organization: &["company_name"],
        description: &["description"],
        places: &[PlaceAt::Words(&["location"])],
        remote: &["remote"],
        employment: &["job_types"],
        industry: &["tags"],
        date_posted: &["created_at"],
        ..Fields::NONE
    }),
};

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn a_job_is_read() {
        check(
            r#"{"data":[{"slug":"baker-graz-6","company_name":"Acme","title":"Baker","description":"&lt;p&gt;Bread&lt;/p&gt;","remote":true,"url":"https://www.arbeitnow.com/jobs/companies/acme/baker-graz-6","tags":["Food"],"job_types":["full-time"],"location":"Graz","created_at":1785792634}],"links":{"next":null},"meta":{}}"#,
            "arbeitnow",
            &["baker-graz-6 | Baker | Acme | https://www.arbeitnow.com/jobs/companies/acme/baker-graz-6
              place Graz · workplace remote · type full-time · industry Food · posted 1785792634
              &lt;p&gt;Bread&lt;/p&gt;"],
        );
    }
}
