//! Greenhouse: the job board API, `…/v1/boards/{board}/jobs?content=true`, and exports with its field names.
//!
//! The text is HTML that is escaped once more. Some boards give pay, as ranges in cents.

use super::{
    raw::{RawPosting, RawSalary},
    source::{Fields, PlaceAt, RecordReader, Source},
    wire::Wire,
};

pub(super) const SOURCE: Source = Source {
    name: "greenhouse",
    telling: &[&["absolute_url", "updated_at"], &["absolute_url", "internal_job_id"]],
    reading: RecordReader::Fields(&Fields {
        id: &["id"],
        url: &["absolute_url"],
        title: &["title"],
        organization: &["company_name", "company"],
        description: &["content"],
        places: &[PlaceAt::Words(&["location"])],
        department: &["departments.name", "departments"],
        date_posted: &["first_published", "updated_at"],
        valid_through: &["application_deadline"],
        language: &["language"],
        finish,
        ..Fields::NONE
    }),
};

fn finish(wire: Wire<'_>, posting: &mut RawPosting) {
    let cents = |path| wire.text(&[path])?.parse::<f64>().ok().map(|cents| (cents / 100.0).to_string());
    posting.salary = RawSalary {
        min: cents("pay_input_ranges.min_cents"),
        max: cents("pay_input_ranges.max_cents"),
        currency: wire.text(&["pay_input_ranges.currency_type"]),
        unit: None,
        text: None,
    };
    let custom = wire.values("metadata").into_iter().map(|record| Wire { record, ..wire });
    let says = |field: &Wire<'_>, name: &str| field.text(&["name"]).is_some_and(|said| said.eq_ignore_ascii_case(name));
    for field in custom {
        if says(&field, "Employment Type") || says(&field, "Time Type") {
            posting.employment_types = field.texts(&["value"]);
        } else if says(&field, "Workplace Type") || says(&field, "Location Type") {
            posting.workplace = field.texts(&["value"]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn a_board_is_read_and_names_its_company() {
        check(
            r#"{"jobs":[{"id":41,"internal_job_id":7,"absolute_url":"https://job-boards.greenhouse.io/acme/jobs/41","title":"Baker ","updated_at":"2026-07-29T08:50:01-04:00",
            "first_published":"2026-07-16T11:55:32-04:00","application_deadline":null,"language":"en","location":{"name":"London, UK"},"company_name":"Acme ",
            "content":"&lt;p&gt;Bread &amp;amp; buns&lt;/p&gt;","departments":[{"id":1,"name":"Kitchen"}],"offices":[{"name":"London"}],
            "pay_input_ranges":[{"min_cents":5000000,"max_cents":6000000,"currency_type":"GBP","title":"Pay"}],
            "metadata":[{"id":1,"name":"Employment Type","value":"Full-time","value_type":"single_select"},{"id":2,"name":"Other","value":null}]}],"meta":{"total":1}}"#,
            "greenhouse",
            &["41 | Baker | Acme | https://job-boards.greenhouse.io/acme/jobs/41
              handle acme · place London, UK · pay 50000-60000 GBP · type Full-time · department Kitchen · posted 2026-07-16T11:55:32-04:00 · language en
              &lt;p&gt;Bread &amp;amp; buns&lt;/p&gt;"],
        );
    }

    #[test]
    fn a_list_without_texts_is_read_by_the_address() {
        check(
            r#"{"jobs":[{"absolute_url":"https://boards.greenhouse.io/acme/jobs/5","id":5,"internal_job_id":1,"location":{"name":"Remote"},"metadata":null,"title":"Cook","updated_at":"2026-01-02"}]}"#,
            "greenhouse",
            &["5 | Cook | - | https://boards.greenhouse.io/acme/jobs/5
              handle acme · place Remote · posted 2026-01-02"],
        );
    }
}
