//! Recruitee: the careers API, `{company}.recruitee.com/api/offers/`.
//!
//! Amounts are strings, days have the time after a space, and the text is in two parts.

use super::source::{Fields, PlaceAt, RecordReader, Salary, Section, Source};

pub(super) const SOURCE: Source = Source {
    name: "recruitee",
    telling: &[&["careers_url", "title"], &["careers_apply_url", "title"]],
    reading: RecordReader::Fields(&Fields {
        id: &["id", "guid"],
        url: &["careers_url"],
        title: &["title"],
        organization: &["company_name"],
        description: &["description"],
        sections: &[Section { of: "", heading: "", text: "requirements" }],
        salary: Salary {
            min: &["salary.min"],
            max: &["salary.max"],
            currency: &["salary.currency"],
            unit: &["salary.period"],
            text: &[],
        },
        places: &[
            PlaceAt::Parts { of: "locations", locality: &["city"], region: &["state"], country: &["country"] },
            PlaceAt::Words(&["location"]),
            PlaceAt::Parts { of: "", locality: &["city"], region: &["state_name"], country: &["country"] },
        ],
        remote: &["remote"],
        hybrid: &["hybrid"],
        employment: &["employment_type_code"],
        department: &["department"],
        date_posted: &["published_at", "created_at"],
        valid_through: &["close_at"],
        apply: &["careers_apply_url"],
        unpublished: &[("status", &["draft", "closed", "archived", "internal", "unpublished"])],
        finish: |wire, posting| {
            // An offer in a single language names it as the key of its only translation.
            let translations = wire.record.get("translations").and_then(serde_json::Value::as_object);
            posting.language = translations.filter(|all| all.len() == 1).and_then(|all| all.keys().next().cloned());
            // "On site" is often set together with the others, and counts only alone.
            if posting.workplace.is_empty() && wire.is_true(&["on_site"]) {
                posting.workplace.push("on-site".to_owned());
            }
        },
        ..Fields::NONE
    }),
};

#[cfg(test)]
mod tests {
    use super::super::outline::{check, rejected};

    const OFFERS: &str = r#"{"offers":[{"id":27,"guid":"e4","slug":"baker","status":"published","title":"Baker (f/m/d)","company_name":"Acme","department":"Kitchen",
        "careers_url":"https://acme.recruitee.com/o/baker","careers_apply_url":"https://acme.recruitee.com/o/baker/c/new","published_at":"2026-08-05 10:10:39 UTC","created_at":"2026-08-01 10:10:39 UTC","close_at":null,
        "description":"<p>Bread</p>","requirements":"<p>Hands</p>","employment_type_code":"fulltime_permanent","salary":{"min":"60000","max":"75000","period":"year","currency":"EUR"},
        "locations":[{"id":2,"name":"HQ","city":"Berlin","state":"Berlin","country":"Germany"},{"id":3,"name":"Lab","city":"Graz","country":"Austria"}],"location":"Berlin, Germany",
        "remote":false,"hybrid":true,"on_site":true,"translations":{"en":{"title":"Baker"}},"tags":[],"new_field":{"x":1}}]}"#;

    #[test]
    fn an_offer_is_read_with_all_its_places() {
        check(
            OFFERS,
            "recruitee",
            &["27 | Baker (f/m/d) | Acme | https://acme.recruitee.com/o/baker
              handle acme · place Berlin, Berlin, Germany · place Graz, Austria · workplace hybrid · pay 60000-75000 EUR year · type fulltime_permanent · department Kitchen · posted 2026-08-05 10:10:39 UTC · language en · apply https://acme.recruitee.com/o/baker/c/new
              <p>Bread</p> / <p>Hands</p>"],
        );
    }

    #[test]
    fn a_draft_is_not_public() {
        rejected(&OFFERS.replace("\"published\"", "\"draft\""), &["record 1 not-published"]);
    }
}
