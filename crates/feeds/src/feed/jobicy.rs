//! Jobicy: `jobicy.com/api/v2/remote-jobs`. Every job is remote, and says where applicants may live.

use super::source::{Fields, RecordReader, Salary, Source};

pub(super) const SOURCE: Source = Source {
    name: "jobicy",
    telling: &[&["jobTitle", "jobGeo"]],
    reading: RecordReader::Fields(&Fields {
        id: &["id"],
        url: &["url"],
        title: &["jobTitle"],
        organization: &["companyName"],
        logo: &["companyLogo"],
        description: &["jobDescription", "jobExcerpt"],
        salary: Salary {
            min: &["salaryMin", "annualSalaryMin"],
            max: &["salaryMax", "annualSalaryMax"],
            currency: &["salaryCurrency"],
            unit: &["salaryPeriod"],
            text: &[],
        },
        applicants: &["jobGeo"],
        employment: &["jobType"],
        industry: &["jobIndustry"],
        date_posted: &["pubDate"],
        finish: |wire, posting| {
            posting.workplace.push("remote".to_owned());
            if wire.text(&["annualSalaryMin"]).is_some() {
                posting.salary.unit = Some("year".to_owned());
            }
        },
        ..Fields::NONE
    }),
};

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn a_job_is_read_in_both_spellings_of_its_pay() {
        check(
            r#"{"apiVersion":"2","jobs":[{"id":15,"url":"https://jobicy.com/jobs/15-baker","jobTitle":"Baker","companyName":"Acme","companyLogo":"","jobIndustry":["Food &amp; Drink"],"jobType":["Full-Time"],"jobGeo":"USA","jobLevel":"Senior","jobExcerpt":"Bread…","jobDescription":"<p>Bread</p>","pubDate":"2026-08-03T18:45:05+00:00","salaryMin":122600,"salaryMax":204400,"salaryCurrency":"USD","salaryPeriod":"yearly"},
            {"id":16,"url":"https://jobicy.com/jobs/16-cook","jobTitle":"Cook","companyName":"Acme","jobGeo":"Anywhere","annualSalaryMin":"50000","annualSalaryMax":"60000","salaryCurrency":"EUR"}]}"#,
            "jobicy",
            &[
                "15 | Baker | Acme | https://jobicy.com/jobs/15-baker
                 workplace remote · from USA · pay 122600-204400 USD yearly · type Full-Time · industry Food &amp; Drink · posted 2026-08-03T18:45:05+00:00
                 <p>Bread</p>",
                "16 | Cook | Acme | https://jobicy.com/jobs/16-cook
                 workplace remote · from Anywhere · pay 50000-60000 EUR year",
            ],
        );
    }
}
