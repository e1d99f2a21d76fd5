//! The judge: takes a `JobPosting` object, and returns what a search engine's job listing would object to.
//!
//! The object may come from a feed or be our own; `foreign` reads its values. The judge applies only the listings'
//! rules, regardless of what ingest can make of the object.

use serde_json::Value;

use super::{
    finding::{Finding, Severity},
    foreign::{amount, items, member, shown, text, without_tags},
};
use crate::domain::{Currency, Date, EmploymentType};

/// Judges a posting as of the day `now`.
pub fn judge(posting: &Value, now: Date) -> Verdict {
    let mut findings = Vec::new();
    judge_title(posting, &mut findings);
    judge_description(posting, &mut findings);
    judge_dates(posting, now, &mut findings);
    judge_organization(posting, &mut findings);
    judge_places(posting, &mut findings);
    judge_salary(posting, &mut findings);
    judge_employment(posting, &mut findings);
    if text(posting.get("identifier")).is_none() {
        findings.push(Finding::IdentifierMissing);
    }
    findings.sort_by_key(Finding::severity);
    Verdict { findings }
}

/// Result of judging a posting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Findings, most severe first.
    pub findings: Vec<Finding>,
}

/// Whether a listing accepts a posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PostingStanding {
    /// There are no findings.
    Complete,
    /// Accepted, but some recommendations aren't followed.
    Improvable,
    /// Refused: something required is missing, or a rule is broken.
    Refused,
}

impl Verdict {
    /// Whether a listing accepts the posting.
    pub fn standing(&self) -> PostingStanding {
        match self.findings.iter().map(Finding::severity).min() {
            None => PostingStanding::Complete,
            Some(severity) if severity <= Severity::Forbidden => PostingStanding::Refused,
            Some(_) => PostingStanding::Improvable,
        }
    }

    /// Findings because of which a listing refuses the posting.
    pub fn refusals(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity() <= Severity::Forbidden)
    }
}

/// Shortest description that counts as complete, in characters without tags.
const SHORT_DESCRIPTION: usize = 100;

fn judge_title(posting: &Value, findings: &mut Vec<Finding>) {
    let Some(title) = text(posting.get("title")) else {
        return findings.push(Finding::TitleMissing);
    };
    let employer = text(posting.get("hiringOrganization")).unwrap_or_default();
    let names_pay = title.contains(['$', '€', '£', '₹']);
    if names_pay || names_employer(&title.to_lowercase(), &employer.to_lowercase()) {
        findings.push(Finding::TitleSaysMore);
    }
}

/// Whether a title ends with the employer, as in "Nurse at Acme", "Nurse - Acme", or "Nurse (Acme)". A company
/// called Python may still look for a "Python developer".
fn names_employer(title: &str, employer: &str) -> bool {
    let title = title.trim_end_matches(')').trim_end();
    let before = title.strip_suffix(employer).filter(|_| !employer.is_empty()).map(str::trim_end);
    before.is_some_and(|before| [" at", "@", " -", " –", "|", "("].iter().any(|link| before.ends_with(link)))
}

fn judge_description(posting: &Value, findings: &mut Vec<Finding>) {
    let Some(html) = text(posting.get("description")) else {
        return findings.push(Finding::DescriptionMissing);
    };
    let is_escaped = ["&lt;p", "&lt;/", "&lt;br", "&lt;div", "&lt;ul", "&lt;li"].iter().any(|tag| html.contains(tag));
    let words = without_tags(&html);
    if words.is_empty() {
        findings.push(Finding::DescriptionMissing);
    } else if text(posting.get("title")).is_some_and(|title| title.eq_ignore_ascii_case(&words)) {
        findings.push(Finding::DescriptionRepeatsTitle);
    } else if words.chars().count() < SHORT_DESCRIPTION {
        findings.push(Finding::DescriptionShort);
    }
    if is_escaped && !html.contains('<') {
        findings.push(Finding::DescriptionEscaped);
    }
}

fn judge_dates(posting: &Value, now: Date, findings: &mut Vec<Finding>) {
    if text(posting.get("datePosted")).is_none() {
        findings.push(Finding::DatePostedMissing);
    }
    if text(posting.get("validThrough")).is_none() {
        findings.push(Finding::ValidThroughMissing);
    }
    let posted = judged_date(posting, "datePosted", findings);
    let last = judged_date(posting, "validThrough", findings);
    if posted.is_some_and(|posted| posted > now) {
        findings.push(Finding::PostedInTheFuture);
    }
    if let Some(last) = last.filter(|last| *last < now) {
        findings.push(Finding::Expired { last_day: last.to_string() });
    }
    if posted.zip(last).is_some_and(|(posted, last)| last < posted) {
        findings.push(Finding::EndsBeforeItBegins);
    }
}

fn judged_date(posting: &Value, property: &'static str, findings: &mut Vec<Finding>) -> Option<Date> {
    let value = text(posting.get(property))?;
    let date = Date::parse(&value);
    if date.is_none() {
        findings.push(Finding::DateUnreadable { property, value: shown(&value) });
    }
    date
}

fn judge_organization(posting: &Value, findings: &mut Vec<Finding>) {
    let organization = posting.get("hiringOrganization");
    match text(organization) {
        None => findings.push(Finding::OrganizationMissing),
        Some(name) => {
            let is_linked = ["sameAs", "url"].iter().any(|name| text(member(organization, name)).is_some());
            if !is_linked && !name.eq_ignore_ascii_case("confidential") {
                findings.push(Finding::OrganizationUnlinked);
            }
        }
    }
}

fn judge_places(posting: &Value, findings: &mut Vec<Finding>) {
    let kinds: Vec<String> = items(posting.get("jobLocationType")).filter_map(|kind| text(Some(kind))).collect();
    let is_remote = kinds.iter().any(|kind| kind == "TELECOMMUTE");
    if let Some(unknown) = kinds.iter().find(|kind| *kind != "TELECOMMUTE") {
        findings.push(Finding::LocationTypeUnknown { value: shown(unknown) });
    }
    if is_remote && text(posting.get("applicantLocationRequirements")).is_none() {
        findings.push(Finding::ApplicantCountriesMissing);
    }
    let addresses: Vec<&Value> = items(posting.get("jobLocation")).collect();
    let part = |place: &Value, name: &str| text(member(Some(place.get("address").unwrap_or(place)), name));
    if addresses.is_empty() && !is_remote {
        findings.push(Finding::LocationMissing);
    } else if addresses.iter().any(|place| part(place, "addressCountry").is_none()) {
        findings.push(Finding::CountryMissing);
    } else if addresses
        .iter()
        .any(|place| ["addressLocality", "addressRegion", "postalCode"].iter().all(|name| part(place, name).is_none()))
    {
        findings.push(Finding::LocalityMissing);
    }
}

fn judge_salary(posting: &Value, findings: &mut Vec<Finding>) {
    let Some(salary) = items(posting.get("baseSalary")).next() else {
        return findings.push(Finding::SalaryMissing);
    };
    let inner = salary.get("value").unwrap_or(salary);
    let figures = ["minValue", "maxValue", "value"].map(|name| text(member(Some(inner), name)));
    let figures = if inner.is_object() { figures } else { [None, None, text(Some(inner))] };
    let amounts = figures.each_ref().map(|figure| figure.as_deref().and_then(amount));
    if let Some(words) =
        figures.iter().zip(&amounts).find_map(|(figure, amount)| figure.as_ref().filter(|_| amount.is_none()))
    {
        return findings.push(Finding::SalaryInWords { value: shown(words) });
    }
    let is_positive = amounts.iter().flatten().all(|amount| *amount > 0.0) && amounts.iter().any(Option::is_some);
    let is_ordered = amounts[0].zip(amounts[1]).is_none_or(|(min, max)| min <= max);
    if !is_positive || !is_ordered {
        findings.push(Finding::SalaryImpossible);
    }
    let currency = text(salary.get("currency")).or_else(|| text(posting.get("salaryCurrency")));
    if currency.as_deref().and_then(Currency::parse).is_none() {
        findings.push(Finding::SalaryCurrencyUnknown);
    }
    let unit = text(inner.get("unitText")).or_else(|| text(salary.get("unitText"))).unwrap_or_default();
    if !["HOUR", "DAY", "WEEK", "MONTH", "YEAR"].contains(&unit.as_str()) {
        findings.push(Finding::SalaryUnitUnknown);
    }
}

fn judge_employment(posting: &Value, findings: &mut Vec<Finding>) {
    let kinds: Vec<String> = items(posting.get("employmentType")).filter_map(|kind| text(Some(kind))).collect();
    if kinds.is_empty() {
        findings.push(Finding::EmploymentTypeMissing);
    }
    let is_known = |kind: &str| EmploymentType::ALL.iter().any(|known| known.code() == kind);
    if let Some(unknown) = kinds.iter().find(|kind| !is_known(kind)) {
        findings.push(Finding::EmploymentTypeUnknown { value: shown(unknown) });
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn now() -> Date {
        Date::from_ymd(2026, 11, 23).expect("a day")
    }

    /// Posting without findings.
    fn complete() -> Value {
        json!({
            "@context": "https://schema.org/",
            "@type": "JobPosting",
            "title": "Rust engineer",
            "description": format!("<p>{}</p>", "You build what others build with. ".repeat(5)),
            "datePosted": "2026-11-20",
            "validThrough": "2026-12-31",
            "identifier": {"@type": "PropertyValue", "name": "Acme", "value": "17"},
            "hiringOrganization": {"@type": "Organization", "name": "Acme", "sameAs": "https://acme.example"},
            "jobLocation": {"@type": "Place", "address": {"addressLocality": "Pune", "addressCountry": "IN"}},
            "baseSalary": {"currency": "INR", "value": {"minValue": 1, "maxValue": 2.5, "unitText": "YEAR"}},
            "employmentType": ["FULL_TIME", "PART_TIME"],
        })
    }

    /// Checks the findings of the complete posting after some properties are replaced; `null` removes a property.
    fn check(changes: &Value, expected: &[&str]) {
        let mut posting = complete();
        for (name, value) in changes.as_object().expect("an object") {
            posting[name] = value.clone();
        }
        let codes: Vec<&str> = judge(&posting, now()).findings.iter().map(Finding::code).collect();
        assert_eq!(codes, expected, "{changes}");
    }

    #[test]
    fn a_complete_posting_has_no_findings() {
        check(&json!({}), &[]);
        assert_eq!(judge(&complete(), now()).standing(), PostingStanding::Complete);
    }

    #[test]
    fn what_is_required_is_missed() {
        for (name, code) in [
            ("title", "title-missing"),
            ("description", "description-missing"),
            ("datePosted", "date-posted-missing"),
            ("hiringOrganization", "organization-missing"),
            ("jobLocation", "location-missing"),
        ] {
            for nothing in [json!(null), json!([])] {
                check(&json!({name: nothing}), &[code]);
            }
        }
        for name in ["title", "description", "datePosted", "hiringOrganization"] {
            let mut posting = complete();
            posting[name] = json!("  ");
            assert_eq!(judge(&posting, now()).standing(), PostingStanding::Refused, "{name}");
        }
        check(&json!({"description": "<p> </p>&lt;br&gt;"}), &["description-missing"]);
        check(&json!({"description": "<p>&lt; 3 years</p>"}), &["description-short"]);
        check(&json!({"hiringOrganization": {"name": ""}}), &["organization-missing"]);
        check(&json!({"datePosted": "last week"}), &["date-unreadable"]);
    }

    #[test]
    fn a_place_needs_its_country_and_remote_work_the_countries_one_may_work_from() {
        let place = |address: Value| json!({"jobLocation": {"@type": "Place", "address": address}});
        check(&place(json!({"addressLocality": "Pune"})), &["country-missing"]);
        check(&place(json!("Pune, India")), &["country-missing"]);
        check(&place(json!({"addressCountry": {"@type": "Country", "name": "IN"}})), &["locality-missing"]);
        check(&json!({"jobLocationType": "TELECOMMUTE"}), &["applicant-countries-missing"]);
        let telecommute = json!({"jobLocation": null, "jobLocationType": "TELECOMMUTE"});
        let remote = |countries: Value| {
            let mut changes = telecommute.clone();
            changes["applicantLocationRequirements"] = countries;
            changes
        };
        check(&remote(json!(null)), &["applicant-countries-missing"]);
        check(&remote(json!([{"@type": "Country", "name": "India"}])), &[]);
        check(&json!({"jobLocationType": "hybrid"}), &["location-type-unknown"]);
    }

    #[test]
    fn closed_and_impossible_days_are_forbidden() {
        check(&json!({"validThrough": "2026-11-23T23:59:59+0530"}), &[]);
        check(&json!({"validThrough": "2026-11-22"}), &["expired"]);
        check(&json!({"datePosted": "2026-11-24"}), &["posted-in-the-future"]);
        check(
            &json!({"datePosted": "2026-11-24", "validThrough": "2026-11-23"}),
            &["posted-in-the-future", "ends-before-it-begins"],
        );
        check(&json!({"validThrough": "soon"}), &["date-unreadable"]);
    }

    #[test]
    fn pay_is_figures_with_currency_and_period_or_nothing() {
        let pay = |value: Value| json!({"baseSalary": {"currency": "INR", "value": value}});
        check(&json!({"baseSalary": null}), &["salary-missing"]);
        check(&json!({"baseSalary": "Best in industry"}), &["salary-in-words"]);
        check(&pay(json!({"value": "negotiable", "unitText": "YEAR"})), &["salary-in-words"]);
        check(&pay(json!({"value": "24000", "unitText": "YEAR"})), &[]);
        check(&pay(json!({"minValue": 1, "unitText": "HOUR"})), &[]);
        check(&pay(json!({"minValue": 3, "maxValue": 2, "unitText": "YEAR"})), &["salary-impossible"]);
        check(&pay(json!({"value": 0, "unitText": "YEAR"})), &["salary-impossible"]);
        check(&pay(json!({"unitText": "YEAR"})), &["salary-impossible"]);
        check(&pay(json!(24_000)), &["salary-unit-unknown"]);
        check(&pay(json!({"value": 1, "unitText": "yearly"})), &["salary-unit-unknown"]);
        check(&json!({"baseSalary": {"value": {"value": 1, "unitText": "DAY"}}}), &["salary-currency-unknown"]);
    }

    #[test]
    fn what_is_recommended_is_said_and_refuses_nothing() {
        check(&json!({"validThrough": null}), &["valid-through-missing"]);
        check(&json!({"identifier": null}), &["identifier-missing"]);
        check(&json!({"employmentType": null}), &["employment-type-missing"]);
        check(&json!({"description": "<p>Short.</p>"}), &["description-short"]);
        check(&json!({"hiringOrganization": "Acme"}), &["organization-unlinked"]);
        check(&json!({"hiringOrganization": {"name": "Confidential"}}), &[]);
        let escaped = format!("&lt;p&gt;{}&lt;/p&gt;", "You build. ".repeat(20));
        check(&json!({"description": escaped}), &["description-escaped"]);
        let verdict = judge(&json!({"title": "x"}), now());
        assert_eq!(verdict.standing(), PostingStanding::Refused);
        assert!(verdict.refusals().count() < verdict.findings.len());
    }

    #[test]
    fn a_title_is_the_title_alone() {
        for (title, is_alone) in [
            ("Rust engineer", true),
            ("Acme certified engineer", true),
            ("Rust engineer at Acme", false),
            ("Rust engineer (ACME)", false),
            ("Rust engineer - Acme", false),
            ("Rust engineer, ₹30L", false),
        ] {
            check(&json!({"title": title}), if is_alone { &[] } else { &["title-says-more"] });
        }
        check(&json!({"description": "rust engineer"}), &["description-repeats-title"]);
    }

    #[test]
    fn a_kind_of_employment_is_one_of_the_listed() {
        check(&json!({"employmentType": "Full-time"}), &["employment-type-unknown"]);
        check(&json!({"employmentType": ["FULL_TIME", "GIG"]}), &["employment-type-unknown"]);
    }

    #[test]
    fn every_finding_says_why_it_matters_and_what_helps() {
        let value =
            json!({"title": "x at y", "hiringOrganization": "y", "validThrough": "?", "baseSalary": "\u{1b}[2J"});
        for finding in judge(&value, now()).findings {
            assert!(!finding.to_string().ends_with('.') && !finding.remedy().ends_with('.'), "{finding}");
            assert!(!finding.to_string().contains('\u{1b}'), "{finding:?}");
            assert!(!finding.property().is_empty() && !finding.code().is_empty());
        }
    }

    proptest::proptest! {
        #[test]
        fn no_object_panics(text in ".{0,40}", number: f64, keys in proptest::collection::vec(0..11_usize, 0..11)) {
            let mut posting = complete();
            let names: Vec<String> = posting.as_object().expect("an object").keys().cloned().collect();
            for (at, key) in keys.into_iter().enumerate() {
                let object = json!({"value": text, "name": number});
                let hostile = [json!(text), json!(number), json!([text]), object, json!(true)];
                posting[&names[key]] = hostile[at % hostile.len()].clone();
            }
            let _ = judge(&posting, now());
        }
    }
}
