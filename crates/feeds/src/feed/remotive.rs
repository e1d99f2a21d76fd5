//! Remotive: `remotive.com/api/remote-jobs`. Every job is remote, and says where applicants may live.

use super::source::{Fields, RecordReader, Salary, Source};

pub(super) const SOURCE: Source = Source {
    name: "remotive",
    telling: &[&["candidate_required_location"]],
    reading: RecordReader::Fields(&Fields {
        id: &["id"],
        url: &["url"],
        title: &["title"],
        organization: &["company_name"],
        logo: &["company_logo_url", "company_logo"],
        description: &["description"],
        skills: &["tags"],
        salary: Salary { text: &["salary"], ..Salary::NONE },
        applicants: &["candidate_required_location"],
        employment: &["job_type"],
        industry: &["category"],
        date_posted: &["publication_date"],
        finish: |_wire, posting| posting.workplace.push("remote".to_owned()),
        ..Fields::NONE
    }),
};

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn a_job_says_from_where_one_may_apply() {
        check(
            r#"{"00-warning":"x","job-count":1,"jobs":[{"id":20,"url":"https://remotive.com/remote-jobs/food/baker-20","title":"Baker","company_name":"Acme","company_logo":"https://remotive.com/job/20/logo","category":"Food","tags":["bread"],
            "job_type":"full_time","publication_date":"2026-07-28T14:23:05","candidate_required_location":"USA","salary":"$18 - $22/hr","description":"<p>Bread</p>"}]}"#,
            "remotive",
            &["20 | Baker | Acme | https://remotive.com/remote-jobs/food/baker-20
              workplace remote · from USA · pay \"$18 - $22/hr\" · skill bread · type full_time · industry Food · posted 2026-07-28T14:23:05
              <p>Bread</p>"],
        );
    }
}
