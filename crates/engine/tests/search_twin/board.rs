//! Generated postings with few distinct values, so that they often share them.

use std::{collections::BTreeMap, ops::Range};

use openroles_model::domain::{
    Amount, ApplicantLocation, BaseSalary, Block, Country, Currency, Date, Description, EmploymentType, Experience,
    HiringOrganization, Inline, JobId, JobPosting, NamedPlace, Organization, PayRange, Place, Provenance, Rates,
    SalaryUnit, SizeRange, Slug, WorkplaceType,
};
use proptest::{
    prelude::*,
    sample::{select, subsequence},
};

/// Words of titles and descriptions.
pub(crate) const WORDS: [&str; 17] = [
    "rust",
    "rustic",
    "engineer",
    "engineers",
    "engineering",
    "go",
    "golang",
    "c++",
    "c#",
    "k8s",
    "kubernetes",
    "café",
    "软件",
    "manager",
    "remote",
    "part",
    "time",
];
const SKILLS: [&str; 5] = ["Rust", "Go", "C++", "JavaScript", "Kubernetes"];
const CITIES: [(&str, &str, &str); 4] = [
    ("Bengaluru", "Karnataka", "IN"),
    ("Mysuru", "Karnataka", "IN"),
    ("Pune", "Maharashtra", "IN"),
    ("Paris", "", "FR"),
];
/// Named companies; some jobs have an anonymous one.
const COMPANIES: [&str; 3] = ["Acme", "Globex Rust", "Initech"];

/// Posting, with its company if that has a page, and the number of the build that first had it.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    pub(crate) posting: JobPosting,
    pub(crate) organization: Option<Organization>,
    pub(crate) build: u32,
}

pub(crate) fn today() -> Date {
    Date::from_ymd(2026, 6, 15).expect("a day of the calendar")
}

pub(crate) fn rates() -> Rates {
    Rates { board_currency: Currency::INR, worth: BTreeMap::from([(Currency::USD, 80.0)]) }
}

pub(crate) fn jobs() -> impl Strategy<Value = Vec<Job>> {
    jobs_of(1..40)
}

/// Generates jobs. `count` must end below 20,011.
pub(crate) fn jobs_of(count: Range<usize>) -> impl Strategy<Value = Vec<Job>> {
    prop::collection::vec(job(), count).prop_map(|mut jobs| {
        for (number, job) in jobs.iter_mut().enumerate() {
            // Sorting by these unique identifiers changes the order of the jobs. The modulus is a prime above the
            // number of jobs.
            job.posting.id = JobId(format!("job-{}", (number * 7) % 20_011));
            job.posting.slug = Slug::of_or_hash(&job.posting.id.0);
        }
        jobs
    })
}

fn job() -> impl Strategy<Value = Job> {
    let language = prop::option::of(select(&["de", "en-GB"][..]));
    let stated = (texts(), terms(), dates(), (language, applicants()), 0..COMPANIES.len() + 1, 1..4_u32);
    stated.prop_map(|(mut posting, terms, (posted, until), (language, applicants), company, build)| {
        let company = COMPANIES.get(company).copied();
        posting.hiring_organization = hiring(company);
        (posting.experience, posting.base_salary, posting.workplace) = (terms.0, terms.1, terms.2);
        (posting.department, posting.industry, posting.employment_types) = (terms.3, terms.4, terms.5);
        posting.applicant_location = applicants;
        posting.language = language.map(str::to_owned);
        posting.date_posted = posted.map(|days| today().plus_days(-days));
        posting.valid_through = until.map(|days| today().plus_days(days));
        Job { posting, organization: company.and_then(organization), build }
    })
}

fn applicants() -> impl Strategy<Value = ApplicantLocation> {
    let places = |names: &[&str]| ApplicantLocation::Places(names.iter().map(|name| (*name).to_owned()).collect());
    let country = |code| Country::parse(code).expect("a country");
    select(vec![
        ApplicantLocation::NotStated,
        ApplicantLocation::Worldwide,
        ApplicantLocation::Countries(vec![country("DE"), country("IN")]),
        places(&["European Union", "India"]),
        places(&["European time zones"]),
    ])
}

fn dates() -> impl Strategy<Value = (Option<i32>, Option<i32>)> {
    (prop::option::of(-2..40_i32), prop::option::weighted(0.4, -3..4_i32))
}

type Terms = (
    Option<Experience>,
    Option<BaseSalary>,
    Option<WorkplaceType>,
    Option<String>,
    Option<String>,
    Vec<EmploymentType>,
);

fn terms() -> impl Strategy<Value = Terms> {
    let part = |names: &'static [&str]| prop::option::of(select(names).prop_map(str::to_owned));
    (
        select(experiences()),
        select(salaries()),
        prop::option::of(select(&WorkplaceType::ALL[..])),
        part(&["Sales", "Research"]),
        part(&["Banking", "Games"]),
        subsequence(EmploymentType::ALL[..3].to_vec(), 0..3),
    )
}

/// Posting that states only searchable text.
fn texts() -> impl Strategy<Value = JobPosting> {
    let skills = subsequence(SKILLS.to_vec(), 0..4).prop_shuffle();
    let cities = subsequence(CITIES.to_vec(), 0..3);
    (phrase(1..4), phrase(0..6), skills, cities, any::<bool>()).prop_map(|(title, text, skills, cities, is_agency)| {
        JobPosting {
            hiring_organization: hiring(None),
            provenance: match is_agency {
                true => Provenance::Agency { agency: None, recruiter: None },
                false => Provenance::Direct { recruiter: None },
            },
            description: Description { blocks: vec![Block::Paragraph(vec![Inline::Text(text)])] },
            skills: skills.into_iter().map(str::to_owned).collect(),
            job_locations: cities.into_iter().map(place).collect(),
            ..JobPosting::new("", &title, "")
        }
    })
}

fn phrase(length: Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(select(&WORDS[..]), length).prop_map(|words| words.join(" "))
}

fn experiences() -> Vec<Option<Experience>> {
    let years = |min, max| Some(Experience::from_years(min, max).expect("a valid range"));
    vec![
        None,
        years(Some(0.0), Some(1.0)),
        years(Some(3.0), Some(5.5)),
        years(Some(7.0), None),
        years(None, Some(2.0)),
        years(Some(0.5), Some(0.9)),
        years(Some(25.0), Some(30.0)),
    ]
}

fn salaries() -> Vec<Option<BaseSalary>> {
    let pay = |max: f64, currency: &str, unit| {
        let currency = Currency::parse(currency).expect("a code");
        PayRange::new(None, Amount::from_units(max), currency, unit).map(BaseSalary::Range)
    };
    vec![
        None,
        Some(BaseSalary::Words("Best in industry".to_owned())),
        pay(600_000.0, "INR", SalaryUnit::Year),
        pay(1_500_000.0, "INR", SalaryUnit::Year),
        pay(250_000.0, "INR", SalaryUnit::Month),
        pay(20.0, "USD", SalaryUnit::Hour),
        pay(90_000.0, "CHF", SalaryUnit::Year),
    ]
}

fn place((city, region, country): (&str, &str, &str)) -> Place {
    let named = |name: &str| Slug::of(name).map(|slug| NamedPlace { slug, name: name.to_owned() });
    Place { text: city.to_owned(), city: named(city), region: named(region), country: Country::parse(country) }
}

fn hiring(company: Option<&str>) -> HiringOrganization {
    match company {
        Some(name) => HiringOrganization::Named { name: name.to_owned(), slug: Slug::of_or_hash(name) },
        None => HiringOrganization::Anonymous { description: "A stealth start-up".to_owned() },
    }
}

/// Page of a company; Initech has none.
fn organization(name: &str) -> Option<Organization> {
    (name != "Initech").then(|| Organization {
        name: name.to_owned(),
        slug: Slug::of_or_hash(name),
        logo: None,
        website: None,
        founded: None,
        kind: Some("Products".to_owned()),
        size: SizeRange::parse(if name == "Acme" { "11-50" } else { "1000+" }),
        stage: (name == "Acme").then(|| "Profitable".to_owned()),
        about: Description::default(),
        social_profiles: Vec::new(),
        team: Vec::new(),
        recruiter_count: None,
        video_count: None,
    })
}
