//! The judge: takes a posting, and returns what visitors of the board and search engines' job listings would object to.
//!
//! It looks at values only, and doesn't know how pages or JSON-LD are written. It doesn't decide whether a name is a
//! skill; `doctor` does.

use super::{Finding, FindingCode, Severity};
use crate::domain::{
    ApplicantLocation, BaseSalary, Date, HiringOrganization, JobPosting, Organization, Place, WorkplaceType,
};

/// Judges a posting as of the day `now`; `organization` is the employer's page, if there is one.
pub fn judge(posting: &JobPosting, organization: Option<&Organization>, now: Date) -> Verdict {
    let is_closed = posting.is_expired(now);
    let in_listings = if is_closed { Vec::new() } else { for_listings(posting, organization, now) };
    Verdict { on_board: for_visitors(posting, now), in_listings, is_closed }
}

/// What is wrong with a posting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What visitors of the board would object to.
    pub on_board: Vec<Finding>,
    /// What search engines' job listings would object to, most severe first. Empty for a closed job, whose page has no
    /// `JobPosting`.
    pub in_listings: Vec<Finding>,
    is_closed: bool,
}

impl Verdict {
    /// Whether the posting's page has a `JobPosting`: the job is open, and listings accept it.
    pub fn is_listed(&self) -> bool {
        !self.is_closed && self.in_listings.iter().all(|finding| finding.code.severity() > Severity::Forbidden)
    }

    /// All findings.
    pub fn into_findings(self) -> impl Iterator<Item = Finding> {
        self.on_board.into_iter().chain(self.in_listings)
    }
}

/// Shortest description that counts as complete, in characters.
const SHORT_DESCRIPTION: usize = 100;
/// Name that listings expect for an employer that isn't disclosed.
const CONFIDENTIAL: &str = "confidential";

fn for_visitors(posting: &JobPosting, now: Date) -> Vec<Finding> {
    let last = posting.valid_through.filter(|last| *last < now);
    let expired = last.map(|last| Finding::new(FindingCode::Expired, last.to_string()));
    let is_without_way = posting.how_to_apply.is_none() && last.is_none();
    let apply = is_without_way.then(|| Finding::new(FindingCode::ApplyMissing, "the page can't say how to apply"));
    let unknown = posting.job_locations.iter().filter(|place| place.country.is_none());
    let places = unknown.map(|place| Finding::new(FindingCode::UnknownPlace, place.text.clone()));
    expired.into_iter().chain(apply).chain(places).collect()
}

fn for_listings(posting: &JobPosting, organization: Option<&Organization>, now: Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |code, reason| findings.push(Finding::new(code, reason));
    judge_text(posting, &mut find);
    judge_dates(posting, now, &mut find);
    judge_employer(posting, organization, &mut find);
    judge_places(posting, &mut find);
    judge_terms(posting, &mut find);
    findings.sort_by_key(|finding| finding.code.severity());
    findings
}

/// Takes a code, and why it matters.
type Find<'a> = dyn FnMut(FindingCode, &'static str) + 'a;

fn judge_text(posting: &JobPosting, find: &mut Find<'_>) {
    let title = posting.title.as_str();
    if title.contains(['$', '€', '£', '₹']) || names_employer(title, &posting.hiring_organization) {
        find(FindingCode::TitleSaysMore, "the title also names the employer or the pay");
    }
    let lines = posting.description.lines();
    let words = lines.lines().flat_map(without_placeholders).collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        find(FindingCode::DescriptionMissing, "listings refuse a job without a description");
    } else if title.eq_ignore_ascii_case(&words) {
        find(FindingCode::DescriptionRepeatsTitle, "the description only repeats the title");
    } else if words.chars().count() < SHORT_DESCRIPTION {
        find(FindingCode::DescriptionShort, "the description is too short to explain the job");
    }
}

/// Whether a title ends with the employer, as in "Nurse at Acme", "Nurse - Acme", or "Nurse (Acme)". A company
/// called Python may still look for a "Python developer".
fn names_employer(title: &str, employer: &HiringOrganization) -> bool {
    let employer = match employer {
        HiringOrganization::Named { name, .. } => name.to_lowercase(),
        HiringOrganization::Anonymous { .. } => CONFIDENTIAL.to_owned(),
    };
    let title = title.to_lowercase();
    let title = title.trim_end_matches(')').trim_end();
    let before = title.strip_suffix(&employer).filter(|_| !employer.is_empty()).map(str::trim_end);
    before.is_some_and(|before| [" at", "@", " -", " –", "|", "("].iter().any(|link| before.ends_with(link)))
}

/// Words of a line, without placeholders such as `<TBD>`.
fn without_placeholders(line: &str) -> impl Iterator<Item = &str> {
    let is_name = |part: &str| part.starts_with(|first: char| first.is_ascii_alphabetic() || "/!".contains(first));
    let parts = line.split('<').enumerate().map(move |(at, part)| match part.split_once('>') {
        Some((_, after)) if at > 0 && is_name(part) => after,
        _ => part,
    });
    parts.flat_map(str::split_whitespace)
}

fn judge_dates(posting: &JobPosting, now: Date, find: &mut Find<'_>) {
    let (posted, last) = (posting.date_posted, posting.valid_through);
    match posted {
        None => find(FindingCode::DatePostedMissing, "listings refuse a job of unknown age"),
        Some(posted) if posted > now => find(FindingCode::PostedInTheFuture, "its day of posting is after today"),
        Some(_) => {}
    }
    if last.is_none() {
        find(FindingCode::ValidThroughMissing, "listings may show the job after it has closed");
    }
    if posted.zip(last).is_some_and(|(posted, last)| last < posted) {
        find(FindingCode::EndsBeforeItBegins, "its last day to apply is before its day of posting");
    }
}

fn judge_employer(posting: &JobPosting, organization: Option<&Organization>, find: &mut Find<'_>) {
    let is_linked = organization.is_some_and(|organization| organization.website.is_some());
    let is_disclosed = match &posting.hiring_organization {
        HiringOrganization::Named { name, .. } => !name.eq_ignore_ascii_case(CONFIDENTIAL),
        HiringOrganization::Anonymous { .. } => false,
    };
    if is_disclosed && !is_linked {
        find(FindingCode::OrganizationUnlinked, "listings may confuse the employer with another of the same name");
    }
    if posting.stated_id().is_none() {
        find(FindingCode::DerivedIdentifier, "listings can't recognize copies of the job on other sites");
    }
}

fn judge_places(posting: &JobPosting, find: &mut Find<'_>) {
    let is_remote = posting.workplace == Some(WorkplaceType::Remote);
    let names_countries =
        matches!(&posting.applicant_location, ApplicantLocation::Countries(countries) if !countries.is_empty());
    if is_remote && !names_countries {
        find(FindingCode::ApplicantCountriesMissing, "remote work is listed by country, and the job names none");
    }
    let known = || posting.job_locations.iter().filter(|place| place.country.is_some());
    let is_whole_country = |place: &Place| place.city.is_none() && place.region.is_none();
    if known().next().is_none() && !is_remote {
        find(FindingCode::LocationMissing, "jobs are listed by place, and the job has none in a known country");
    } else if known().any(is_whole_country) {
        find(FindingCode::LocalityMissing, "the job is listed for a whole country instead of near a place");
    }
}

fn judge_terms(posting: &JobPosting, find: &mut Find<'_>) {
    if posting.base_salary.as_ref().and_then(BaseSalary::range).is_none() {
        find(FindingCode::SalaryMissing, "listings show jobs with pay more prominently");
    }
    if posting.employment_types.is_empty() {
        find(FindingCode::EmploymentTypeMissing, "searches by kind of employment don't find the job");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    use crate::domain::{Amount, Country, Currency, Description, EmploymentType, IdSource, PayRange, SalaryUnit};

    fn now() -> Date {
        day("2026-11-23")
    }

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    /// Posting that lacks nothing but a link to its employer.
    fn complete() -> JobPosting {
        JobPosting {
            date_posted: Some(day("2026-11-20")),
            valid_through: Some(day("2026-12-31")),
            employment_types: vec![EmploymentType::FullTime],
            base_salary: Some(BaseSalary::Range(pay(Some(1.0), Some(2.5)))),
            ..fixture::posting("Rust engineer").described(&"You build for builders. ".repeat(5)).in_city("Pune")
        }
    }

    fn pay(min: Option<f64>, max: Option<f64>) -> PayRange {
        let amount = |units: Option<f64>| units.map(|units| Amount::from_units(units).expect("an amount"));
        PayRange::new(amount(min), amount(max), Currency::INR, SalaryUnit::Year).expect("a range")
    }

    /// Checks what listings object to after a change of the complete posting, and that they take it unless something
    /// required is missing or a rule is broken.
    fn check(change: impl FnOnce(&mut JobPosting), expected: &[&str]) {
        let mut posting = complete();
        change(&mut posting);
        let verdict = judge(&posting, None, now());
        let codes = verdict.in_listings.iter().map(|finding| finding.code);
        let codes: Vec<&str> =
            codes.filter(|code| *code != FindingCode::OrganizationUnlinked).map(FindingCode::name).collect();
        assert_eq!(codes, expected, "{posting:?}");
        let is_refused = verdict.in_listings.iter().any(|finding| finding.code.severity() <= Severity::Forbidden);
        assert_eq!(verdict.is_listed(), !is_refused, "{posting:?}");
    }

    #[test]
    fn a_title_names_neither_the_employer_nor_the_pay() {
        for title in ["Rust engineer", "Acme certified engineer", "Acme"] {
            check(|posting| posting.title = title.to_owned(), &[]);
        }
        for title in ["Rust engineer at Acme", "Rust engineer (ACME)", "Rust engineer - Acme", "Rust engineer, ₹30L"]
        {
            check(|posting| posting.title = title.to_owned(), &["title-says-more"]);
        }
    }

    #[test]
    fn a_description_says_more_than_the_title() {
        let described = |text: &str| fixture::posting("").described(text).description;
        check(|posting| posting.description = Description::default(), &["description-missing"]);
        for placeholder in ["<TBD>", "</p> <!-- -->"] {
            check(|posting| posting.description = described(placeholder), &["description-missing"]);
        }
        for text in ["Short.", "< 3 years", "a <b", "<TBD> soon", &"x".repeat(SHORT_DESCRIPTION - 1)] {
            check(|posting| posting.description = described(text), &["description-short"]);
        }
        check(|posting| posting.description = described(&"x".repeat(SHORT_DESCRIPTION)), &[]);
        check(|posting| posting.description = described("  rust \n Engineer"), &["description-repeats-title"]);
    }

    #[test]
    fn a_closed_job_is_not_listed_and_has_no_findings_of_listings() {
        let mut posting = complete();
        for (last, is_closed) in [("2026-11-23", false), ("2026-11-22", true)] {
            posting.valid_through = Some(day(last));
            let verdict = judge(&posting, None, now());
            assert_eq!(verdict.is_listed(), !is_closed, "{last}");
            assert_eq!(verdict.in_listings.is_empty(), is_closed, "{last}");
            let codes: Vec<&str> = verdict.on_board.iter().map(|finding| finding.code.name()).collect();
            assert_eq!(codes, [if is_closed { "expired" } else { "apply-missing" }], "{last}");
        }
    }

    #[test]
    fn days_are_stated_and_in_order() {
        check(|posting| posting.date_posted = None, &["date-posted-missing"]);
        check(|posting| posting.valid_through = None, &["valid-through-missing"]);
        check(|posting| posting.date_posted = Some(day("2026-11-23")), &[]);
        check(|posting| posting.date_posted = Some(day("2026-11-24")), &["posted-in-the-future"]);
        check(
            |posting| (posting.date_posted, posting.valid_through) = (Some(day("2026-12-02")), Some(day("2026-12-01"))),
            &["posted-in-the-future", "ends-before-it-begins"],
        );
    }

    #[test]
    fn a_job_is_in_a_known_country_or_remote_for_listed_countries() {
        let remote = |applicants: ApplicantLocation| {
            move |posting: &mut JobPosting| {
                posting.job_locations.clear();
                posting.workplace = Some(WorkplaceType::Remote);
                posting.applicant_location = applicants;
            }
        };
        check(|posting| posting.job_locations.clear(), &["location-missing"]);
        check(|posting| posting.job_locations[0].country = None, &["location-missing"]);
        check(|posting| posting.job_locations[0].city = None, &["locality-missing"]);
        check(|posting| posting.workplace = Some(WorkplaceType::Remote), &["applicant-countries-missing"]);
        check(|posting| posting.workplace = Some(WorkplaceType::Hybrid), &[]);
        let india = Country::parse("IN").expect("a country");
        check(remote(ApplicantLocation::Countries(vec![india])), &[]);
        for nowhere in [
            ApplicantLocation::Worldwide,
            ApplicantLocation::NotStated,
            ApplicantLocation::Countries(Vec::new()),
            ApplicantLocation::Places(vec!["Europe".to_owned()]),
        ] {
            check(remote(nowhere), &["applicant-countries-missing"]);
        }
    }

    #[test]
    fn pay_is_a_range() {
        let paid = |salary: Option<BaseSalary>| move |posting: &mut JobPosting| posting.base_salary = salary;
        check(paid(None), &["salary-missing"]);
        check(paid(Some(BaseSalary::Words("Best in industry".to_owned()))), &["salary-missing"]);
        check(paid(Some(BaseSalary::Range(pay(Some(1.0), None)))), &[]);
    }

    #[test]
    fn an_employer_is_linked_unless_it_stays_anonymous() {
        let has_link = |posting: &JobPosting| {
            let verdict = judge(posting, None, now());
            verdict.in_listings.iter().all(|finding| finding.code != FindingCode::OrganizationUnlinked)
        };
        let anonymous = HiringOrganization::Anonymous { description: "A bakery in Graz".to_owned() };
        assert!(!has_link(&complete()) && !has_link(&complete().at("Confident")));
        assert!(has_link(&complete().at("Confidential")));
        assert!(has_link(&JobPosting { hiring_organization: anonymous, ..complete() }));
        check(|posting| posting.id_source = IdSource::Contents, &["derived-identifier"]);
        check(|posting| posting.employment_types.clear(), &["employment-type-missing"]);
    }
}
