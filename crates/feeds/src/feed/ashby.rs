//! Ashby: the job board API, `…/posting-api/job-board/{board}?includeCompensation=true`.
//!
//! Pay is in the components of tiers. If a company has turned off showing pay, it is ignored.

use serde_json::Value;

use super::{
    raw::{RawPosting, RawSalary},
    source::{Fields, PlaceAt, RecordReader, Salary, Source},
    wire::Wire,
};

pub(super) const SOURCE: Source = Source {
    name: "ashby",
    telling: &[&["jobUrl", "isListed"], &["jobUrl", "publishedAt"], &["descriptionHtml", "publishedAt"]],
    reading: RecordReader::Fields(&Fields {
        id: &["id"],
        url: &["jobUrl"],
        title: &["title"],
        description: &["descriptionHtml", "descriptionPlain"],
        places: &[
            PlaceAt::Words(&["location", "secondaryLocations.location"]),
            PlaceAt::Parts {
                of: "address.postalAddress",
                locality: &["addressLocality"],
                region: &["addressRegion"],
                country: &["addressCountry"],
            },
        ],
        country: &["address.postalAddress.addressCountry"],
        workplace: &["workplaceType"],
        remote: &["isRemote"],
        employment: &["employmentType"],
        department: &["department", "team"],
        date_posted: &["publishedAt"],
        apply: &["applyUrl"],
        unpublished: &[("isListed", &["false"])],
        finish,
        ..Fields::NONE
    }),
};

fn finish(wire: Wire<'_>, posting: &mut RawPosting) {
    if !wire.says("shouldDisplayCompensationOnJobPostings", &["false"]) {
        posting.salary = salary(wire);
    }
}

/// All salary components as one range; equity and bonuses are ignored.
fn salary(wire: Wire<'_>) -> RawSalary {
    let summary = wire.values("compensation.summaryComponents");
    let tiers = wire.values("compensation.compensationTiers.components");
    let is_salary = |component: &&Value| Wire { record: component, ..wire }.says("compensationType", &["Salary"]);
    let components: Vec<Wire<'_>> =
        summary.into_iter().chain(tiers).filter(is_salary).map(|record| Wire { record, ..wire }).collect();
    if components.is_empty() {
        let summary = &["compensation.scrapeableCompensationSalarySummary", "compensation.compensationTierSummary"];
        return RawSalary { text: wire.text(summary), ..RawSalary::default() };
    }
    COMPONENT.span(&components)
}

/// Pay in one component.
const COMPONENT: Salary =
    Salary { min: &["minValue"], max: &["maxValue"], currency: &["currencyCode"], unit: &["interval"], text: &[] };

#[cfg(test)]
mod tests {
    use super::super::outline::{check, rejected};

    fn job(compensation: &str) -> String {
        format!(
            r#"{{"apiVersion":"1","jobs":[{{"id":"0a","title":"Baker ","department":"Kitchen","team":"Bread","employmentType":"FullTime","location":"Toronto",
            "secondaryLocations":[{{"location":"Montreal","address":{{}}}}],"publishedAt":"2026-07-08T19:48:19.767+00:00","isListed":true,"isRemote":null,"workplaceType":"Hybrid",
            "jobUrl":"https://jobs.ashbyhq.com/Acme/0a","applyUrl":"https://jobs.ashbyhq.com/Acme/0a/application","descriptionHtml":"<p>Bread</p>"{compensation}}}]}}"#
        )
    }

    fn check_pay(compensation: &str, pay: &str) {
        let expected = format!(
            "0a | Baker | - | https://jobs.ashbyhq.com/Acme/0a
            handle Acme · place Toronto · place Montreal · workplace Hybrid · {pay}type FullTime · department Kitchen · posted 2026-07-08T19:48:19.767+00:00 · apply https://jobs.ashbyhq.com/Acme/0a/application
            <p>Bread</p>"
        );
        check(&job(compensation), "ashby", &[&expected]);
    }

    #[test]
    fn pay_is_the_span_of_all_salary_components_unless_it_is_switched_off() {
        let tiers = r#""compensation":{"compensationTierSummary":"x","compensationTiers":[
            {"components":[{"compensationType":"Salary","interval":"1 YEAR","currencyCode":"CAD","minValue":90000,"maxValue":100000}]},
            {"components":[{"compensationType":"Salary","interval":"1 YEAR","currencyCode":"CAD","minValue":102800.5,"maxValue":137000},
                           {"compensationType":"EquityPercentage","minValue":1,"maxValue":2}]}],"summaryComponents":[]}"#;
        check_pay("", "");
        check_pay(&format!(",{tiers}"), "pay 90000-137000 CAD 1 YEAR · ");
        check_pay(&format!(r#","shouldDisplayCompensationOnJobPostings":false,{tiers}"#), "");
        check_pay(
            r#","compensation":{"scrapeableCompensationSalarySummary":"€50K - €60K","summaryComponents":[]}"#,
            "pay \"€50K - €60K\" · ",
        );
    }

    #[test]
    fn an_unlisted_job_is_not_public() {
        rejected(&job("").replace("\"isListed\":true", "\"isListed\":false"), &["record 1 not-published"]);
    }
}
