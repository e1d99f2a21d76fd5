//! Himalayas: `himalayas.app/jobs/api`. Every job is remote. Countries are names, or objects with names; an empty list
//! means all countries.

use serde_json::Value;

use super::source::{Fields, RecordReader, Salary, Source};

pub(super) const SOURCE: Source = Source {
    name: "himalayas",
    telling: &[&["locationRestrictions", "companyName"]],
    reading: RecordReader::Fields(&Fields {
        id: &["guid", "applicationLink"],
        url: &["applicationLink", "guid"],
        title: &["title"],
        organization: &["companyName"],
        logo: &["companyLogo"],
        description: &["description", "excerpt"],
        salary: Salary {
            min: &["minSalary"],
            max: &["maxSalary"],
            currency: &["currency"],
            unit: &["salaryPeriod"],
            text: &[],
        },
        applicants: &["locationRestrictions"],
        employment: &["employmentType"],
        industry: &["parentCategories"],
        date_posted: &["pubDate"],
        valid_through: &["expiryDate"],
        finish: |wire, posting| {
            posting.workplace.push("remote".to_owned());
            let is_unrestricted = wire.record.get("locationRestrictions") == Some(&Value::Array(Vec::new()));
            posting.applicant_locations.extend(is_unrestricted.then(|| "worldwide".to_owned()));
        },
        ..Fields::NONE
    }),
};

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn a_list_of_no_countries_means_all_of_them() {
        check(
            r#"{"jobs":[{"title":"Baker","companyName":"Acme","locationRestrictions":[],"guid":"https://himalayas.app/jobs/1"},
            {"title":"Cook","companyName":"Acme","locationRestrictions":null,"guid":"https://himalayas.app/jobs/2"}]}"#,
            "himalayas",
            &[
                "https://himalayas.app/jobs/1 | Baker | Acme | https://himalayas.app/jobs/1
                 workplace remote · from worldwide",
                "https://himalayas.app/jobs/2 | Cook | Acme | https://himalayas.app/jobs/2
                 workplace remote",
            ],
        );
    }

    #[test]
    fn countries_are_read_by_name() {
        check(
            r#"{"comments":"x","updatedAt":1,"offset":0,"limit":20,"totalCount":1,"jobs":[{"title":"Baker","excerpt":"Bread…","companyName":"Acme","companySlug":"acme","companyLogo":"https://example.com/l.png","employmentType":"Contractor","minSalary":85,"maxSalary":90,"salaryPeriod":"hourly","seniority":["Senior"],"currency":"USD",
            "locationRestrictions":["Canada",{"alpha2":"US","name":"United States","slug":"united-states"}],"timezoneRestrictions":[-10],"categories":["Baker"],"parentCategories":["Food"],"description":"<p>Bread</p>","pubDate":1785704722,"expiryDate":1790704722,"applicationLink":"https://himalayas.app/companies/acme/jobs/baker","guid":"https://himalayas.app/companies/acme/jobs/baker"}]}"#,
            "himalayas",
            &["https://himalayas.app/companies/acme/jobs/baker | Baker | Acme | https://himalayas.app/companies/acme/jobs/baker
              workplace remote · from Canada · from United States · pay 85-90 USD hourly · type Contractor · industry Food · posted 1785704722 · until 1790704722
              <p>Bread</p>"],
        );
    }
}
