//! Rippling: the job board API, `…/board/{board}/jobs`, and single jobs.
//!
//! In the list, a job in several places occurs once for each, with the same identifier; `ingest` merges them. A single
//! job has a pay range for each place.

use super::{
    source::{Fields, PlaceAt, RecordReader, Salary, Section, Source},
    wire::Wire,
};

pub(super) const SOURCE: Source = Source {
    name: "rippling",
    telling: &[&["uuid", "workLocation"], &["uuid", "workLocations"], &["name", "locations.workplaceType"]],
    reading: RecordReader::Fields(&Fields {
        id: &["uuid", "id"],
        url: &["url"],
        title: &["name"],
        organization: &["companyName"],
        sections: &[
            Section { of: "", heading: "", text: "description.company" },
            Section { of: "", heading: "", text: "description.role" },
        ],
        places: &[
            PlaceAt::Words(&["workLocation", "workLocations"]),
            PlaceAt::Parts { of: "locations", locality: &["city"], region: &["state"], country: &["country"] },
            PlaceAt::Words(&["locations.name"]),
        ],
        workplace: &["locations.workplaceType"],
        employment: &["employmentType.label"],
        department: &["department.label", "department.name"],
        date_posted: &["createdOn"],
        finish: |wire, posting| {
            let entries = wire.values("payRangeDetails").into_iter().map(|record| Wire { record, ..wire });
            posting.salary = PAY_RANGE.span(&entries.collect::<Vec<_>>());
        },
        ..Fields::NONE
    }),
};

/// Pay in the range of one place.
const PAY_RANGE: Salary =
    Salary { min: &["rangeStart"], max: &["rangeEnd"], currency: &["currency"], unit: &["frequency"], text: &[] };

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn jobs_are_read_in_both_versions_of_the_board() {
        check(
            r#"[{"uuid":"2f","name":"Baker","department":{"id":"Kitchen","label":"Kitchen"},"url":"https://ats.rippling.com/acme/jobs/2f","workLocation":{"label":"Remote (New Jersey, US)","id":"x"}},
            {"uuid":"3f","name":"Cook","companyName":"Acme","description":{"company":"<p>We bake.</p>","role":"<p>Soup</p>"},"workLocations":["Graz","Linz"],"employmentType":{"label":"SALARIED_FT","id":"x"},"createdOn":"2026-08-01T00:00:00Z",
            "payRangeDetails":[{"location":"Graz","rangeStart":40000,"rangeEnd":50000.5,"currency":"EUR","frequency":"YEAR","isRemote":false},{"rangeStart":38000,"rangeEnd":45000,"currency":"EUR","frequency":"YEAR"},{"rangeStart":20,"rangeEnd":25,"currency":"EUR","frequency":"HOUR"}],"url":"https://ats.rippling.com/acme/jobs/3f"}]"#,
            "rippling",
            &[
                "2f | Baker | - | https://ats.rippling.com/acme/jobs/2f
                 handle acme · place Remote (New Jersey, US) · department Kitchen",
                "3f | Cook | Acme | https://ats.rippling.com/acme/jobs/3f
                 handle acme · place Graz · place Linz · pay 38000-50000.5 EUR YEAR · type SALARIED_FT · posted 2026-08-01T00:00:00Z
                 <p>We bake.</p> / <p>Soup</p>",
            ],
        );
        check(
            r#"{"items":[{"id":"4f","name":"Chef","url":"https://ats.rippling.com/acme/jobs/4f","department":{"name":"Kitchen"},"locations":[{"name":"Graz","city":"Graz","state":"Styria","country":"Austria","workplaceType":"ON_SITE"}]}],"page":0,"pageSize":20,"totalItems":1}"#,
            "rippling",
            &["4f | Chef | - | https://ats.rippling.com/acme/jobs/4f
              handle acme · place Graz, Styria, Austria · workplace ON_SITE · department Kitchen"],
        );
    }
}
