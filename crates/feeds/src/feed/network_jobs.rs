//! Postings of a network of job boards, one flat JSON object each.
//!
//! `lastSeen` is when the network looked, not when the posting ends. Pay is in US dollars a year.

use openroles_model::unicode;

use super::source::{Fields, PlaceAt, RecordReader, Salary, Source};

pub(super) const SOURCE: Source = Source {
    name: "network-jobs",
    telling: &[&["companyDomain", "firstSeen"]],
    reading: RecordReader::Fields(&Fields {
        id: &["id"],
        url: &["url"],
        title: &["title"],
        organization: &["company"],
        salary: Salary { min: &["salary.min"], max: &["salary.max"], ..Salary::NONE },
        places: &[PlaceAt::Words(&["location"])],
        industry: &["category"],
        department: &["department"],
        date_posted: &["postedAt", "firstSeen"],
        finish: |wire, posting| {
            posting.organization.url = wire.text(&["companyDomain"]).map(|domain| format!("https://{domain}"));
            posting.industry = posting.industry.take().map(|category| in_words(&category));
            if posting.salary.min.is_some() || posting.salary.max.is_some() {
                posting.salary.currency = Some("USD".to_owned());
                posting.salary.unit = Some("YEAR".to_owned());
            }
        },
        ..Fields::NONE
    }),
};

/// `customer-success` as `Customer success`. The source has no other abbreviations than these two.
fn in_words(category: &str) -> String {
    match category {
        "ai-ml" => return "AI & ML".to_owned(),
        "it-security" => return "IT security".to_owned(),
        _ => {}
    }
    unicode::capitalized(&category.replace('-', " "))
}

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn categories_become_words_and_pay_is_yearly() {
        check(
            r#"{"id":7,"title":"Engineer","company":"Acme","companyDomain":"acme.example","department":"Core","category":"customer-success",
            "location":"Berlin","url":"https://example.com/7","firstSeen":"2026-01-10T09:13:49.628Z","salary":{"min":100,"max":200}}"#,
            "network-jobs",
            &["7 | Engineer | Acme | https://example.com/7
              place Berlin · pay 100-200 USD YEAR · industry Customer success · department Core · posted 2026-01-10T09:13:49.628Z"],
        );
    }
}
