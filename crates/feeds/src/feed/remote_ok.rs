//! Remote OK: `remoteok.com/api`, a list whose first entry is the terms of use.
//!
//! Every job is remote. A pay of zero means that none is stated.

use super::source::{Fields, PlaceAt, RecordReader, Salary, Source};

pub(super) const SOURCE: Source = Source {
    name: "remoteok",
    telling: &[&["position", "epoch"]],
    reading: RecordReader::Fields(&Fields {
        id: &["id", "slug"],
        url: &["url"],
        title: &["position"],
        organization: &["company"],
        logo: &["company_logo", "logo"],
        description: &["description"],
        skills: &["tags"],
        salary: Salary {
            min: &["salary_min"],
            max: &["salary_max"],
            currency: &["salary_currency"],
            unit: &[],
            text: &[],
        },
        places: &[PlaceAt::Words(&["location"])],
        date_posted: &["date", "epoch"],
        apply: &["apply_url"],
        aside: &["legal"],
        finish: |_wire, posting| {
            posting.workplace.push("remote".to_owned());
            if posting.salary.min.is_some() && posting.salary.currency.is_none() {
                posting.salary.currency = Some("USD".to_owned());
            }
        },
        ..Fields::NONE
    }),
};

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn the_terms_of_use_are_no_broken_record() {
        check(
            r#"[{"last_updated":1785777773,"legal":"Link back."},{"slug":"remote-baker-1","id":"1","epoch":1785704722,"date":"2026-08-02T21:05:22+00:00","company":"Acme","company_logo":"","position":"Baker","tags":["bread","sys admin"],
            "description":"<p>Bread</p>","location":"Graz, ","apply_url":"https://remoteOK.com/l/1","salary_min":0,"salary_max":0,"logo":"https://example.com/l.png","url":"https://remoteOK.com/remote-jobs/1"}]"#,
            "remoteok",
            &["1 | Baker | Acme | https://remoteOK.com/remote-jobs/1
              place Graz, · workplace remote · pay 0-0 USD · skill bread · skill sys admin · posted 2026-08-02T21:05:22+00:00 · apply https://remoteOK.com/l/1
              <p>Bread</p>"],
        );
    }
}
