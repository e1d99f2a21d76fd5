//! BambooHR: the careers page's `list`, and single openings (`{number}/detail`).
//!
//! The workplace is a number. A single opening has its own number only in its address. An opening in the list has an
//! address only if the list's own address is known.

use super::{
    address,
    source::{Fields, PlaceAt, RecordReader, Salary, Source},
};

pub(super) const SOURCE: Source = Source {
    name: "bamboohr",
    telling: &[&["jobOpeningName"]],
    reading: RecordReader::Fields(&Fields {
        id: &["id"],
        url: &["jobOpeningShareUrl"],
        title: &["jobOpeningName"],
        description: &["description"],
        salary: Salary { text: &["compensation"], ..Salary::NONE },
        places: &[
            PlaceAt::Parts {
                of: "location",
                locality: &["city"],
                region: &["state", "province"],
                country: &["addressCountry"],
            },
            PlaceAt::Parts {
                of: "atsLocation",
                locality: &["city"],
                region: &["state", "province"],
                country: &["country"],
            },
        ],
        remote: &["isRemote"],
        employment: &["employmentStatusLabel", "employmentType"],
        department: &["departmentLabel"],
        date_posted: &["datePosted"],
        unpublished: &[("jobOpeningStatus", &["Closed", "Draft", "On Hold", "Filled", "Canceled"])],
        finish: |wire, posting| {
            let number = |url: &String| url.rsplit('/').find(|part| !part.is_empty()).map(str::to_owned);
            posting.id = posting.id.take().or_else(|| posting.url.as_ref().and_then(number));
            let origin = wire.address.and_then(|address| address::origin(address, &["bamboohr.com"]));
            let page = origin.zip(posting.id.as_ref()).map(|(origin, id)| format!("{origin}/careers/{id}"));
            address::complete(posting, page);
            let workplace = match wire.text(&["locationType"]).as_deref() {
                Some("1") => Some("remote"),
                Some("2") => Some("hybrid"),
                _ => None,
            };
            posting.workplace.extend(workplace.map(str::to_owned));
        },
        ..Fields::NONE
    }),
};

#[cfg(test)]
mod tests {
    use super::super::outline::{check, check_fetched};

    #[test]
    fn an_opening_of_a_fetched_list_has_its_page() {
        check_fetched(
            r#"{"meta":{},"result":[{"id":"86","jobOpeningName":"Baker"}]}"#,
            "https://acme.bamboohr.com/careers/list",
            &["86 · acme · https://acme.bamboohr.com/careers/86"],
        );
    }

    #[test]
    fn openings_are_read_from_the_list_and_by_themselves() {
        check(
            r#"{"meta":{"totalCount":1},"result":[{"id":"86","jobOpeningName":"Baker","departmentId":"18","departmentLabel":"Kitchen ","employmentStatusLabel":"Full Time","employmentType":null,
            "location":{"city":"Tampa","state":"Florida"},"atsLocation":{"country":null,"state":null,"province":null,"city":null},"isRemote":null,"locationType":"2"}]}"#,
            "bamboohr",
            &["86 | Baker | - | -
              place Tampa, Florida · workplace hybrid · type Full Time · department Kitchen"],
        );
        check(
            r#"{"meta":{},"result":{"jobOpening":{"jobOpeningShareUrl":"https://acme.bamboohr.com/careers/86","jobOpeningName":"Baker","jobOpeningStatus":"Open","departmentLabel":"Kitchen","employmentStatusLabel":"Full Time",
            "location":{"city":null,"state":null},"atsLocation":{"country":"Austria","state":null,"province":"Styria","city":"Graz"},"description":"<p>Bread</p>","compensation":"€40,000","datePosted":"2026-08-01","locationType":"0"},"formFields":{}}}"#,
            "bamboohr",
            &["86 | Baker | - | https://acme.bamboohr.com/careers/86
              handle acme · place Graz, Styria, Austria · pay \"€40,000\" · type Full Time · department Kitchen · posted 2026-08-01
              <p>Bread</p>"],
        );
    }
}
