//! Small boards for tests of `index` and `query`.

use std::collections::BTreeMap;

use super::{Index, IndexContents};
use crate::domain::{
    Amount, ApplicantLocation, BaseSalary, Block, Country, Currency, Date, Description, EmploymentType, Experience,
    HiringOrganization, IdSource, Inline, JobId, JobPosting, NamedPlace, PayRange, Place, Provenance, Rates,
    SalaryUnit, SkillSource, Slug, WorkplaceType,
};

/// Day for which test boards are opened.
pub(crate) fn today() -> Date {
    Date::from_ymd(2026, 6, 15).expect("a day of the calendar")
}

/// Posting with a title and nothing else, by the company Acme. Its identifier is its title.
pub(crate) fn posting(title: &str) -> JobPosting {
    JobPosting {
        id: JobId(title.to_owned()),
        id_source: IdSource::Feed,
        slug: Slug::of_or_hash(title),
        title: title.to_owned(),
        hiring_organization: named("Acme"),
        provenance: Provenance::Direct { recruiter: None },
        description: Description::default(),
        skills: Vec::new(),
        skill_source: SkillSource::Stated,
        experience: None,
        base_salary: None,
        job_locations: Vec::new(),
        workplace: None,
        applicant_location: ApplicantLocation::NotStated,
        employment_types: Vec::new(),
        industry: None,
        department: None,
        date_posted: None,
        valid_through: None,
        language: None,
        how_to_apply: None,
        visa_sponsorship: None,
        also_posted: Vec::new(),
        original_title: None,
    }
}

impl JobPosting {
    pub(crate) fn described(mut self, text: &str) -> Self {
        self.description.blocks.push(Block::Paragraph(vec![Inline::Text(text.to_owned())]));
        self
    }

    pub(crate) fn with_skills(mut self, skills: &[&str]) -> Self {
        self.skills = skills.iter().map(|skill| (*skill).to_owned()).collect();
        self
    }

    pub(crate) fn at(mut self, company: &str) -> Self {
        self.hiring_organization = named(company);
        self
    }

    pub(crate) fn in_city(mut self, city: &str) -> Self {
        let named = NamedPlace { slug: Slug::of_or_hash(city), name: city.to_owned() };
        self.job_locations.push(Place {
            text: city.to_owned(),
            city: Some(named),
            region: None,
            country: Country::parse("IN"),
        });
        self
    }

    pub(crate) fn years(mut self, min: Option<f64>, max: Option<f64>) -> Self {
        self.experience = Experience::from_years(min, max);
        self
    }

    pub(crate) fn paying(self, rupees: f64) -> Self {
        self.paying_in("INR", rupees)
    }

    pub(crate) fn paying_in(mut self, currency: &str, amount: f64) -> Self {
        let currency = Currency::parse(currency).expect("a code");
        let range = PayRange::new(None, Amount::from_units(amount), currency, SalaryUnit::Year);
        self.base_salary = range.map(BaseSalary::Range);
        self
    }

    pub(crate) fn working(mut self, workplace: WorkplaceType) -> Self {
        self.workplace = Some(workplace);
        self
    }

    pub(crate) fn employed(mut self, kind: EmploymentType) -> Self {
        self.employment_types.push(kind);
        self
    }

    pub(crate) fn posted_days_ago(mut self, days: i32) -> Self {
        self.date_posted = Some(today().plus_days(-days));
        self
    }

    pub(crate) fn open_for_days(mut self, days: i32) -> Self {
        self.valid_through = Some(today().plus_days(days));
        self
    }
}

fn named(company: &str) -> HiringOrganization {
    HiringOrganization::Named { name: company.to_owned(), slug: Slug::of_or_hash(company) }
}

/// Contents of a board whose currency is the rupee.
pub(crate) fn contents(postings: &[JobPosting]) -> IndexContents {
    IndexContents::of(postings, &[], &Rates { board_currency: Currency::INR, worth: BTreeMap::new() })
}

/// Index of that board, opened today.
pub(crate) fn index(postings: &[JobPosting]) -> Index {
    Index::from_contents(&contents(postings), today()).expect("just written")
}
