//! Postings for tests, also of the other crates.

use crate::domain::{
    Amount, BaseSalary, Block, Country, Currency, Date, EmploymentType, Experience, HiringOrganization, Inline,
    JobPosting, NamedPlace, PayRange, Place, SalaryUnit, Slug, WorkplaceType,
};

/// Day for which test boards are opened.
pub fn today() -> Date {
    Date::from_ymd(2026, 6, 15).expect("a day of the calendar")
}

/// Posting with a title and nothing else, by the company Acme. Its identifier is its title.
pub fn posting(title: &str) -> JobPosting {
    JobPosting::new(title, title, "Acme")
}

impl JobPosting {
    /// Adds a paragraph to the description.
    #[must_use]
    pub fn described(mut self, text: &str) -> Self {
        self.description.blocks.push(Block::Paragraph(vec![Inline::Text(text.to_owned())]));
        self
    }

    /// Replaces the skills.
    #[must_use]
    pub fn with_skills(mut self, skills: &[&str]) -> Self {
        self.skills = skills.iter().map(|skill| (*skill).to_owned()).collect();
        self
    }

    /// Sets the company.
    #[must_use]
    pub fn at(mut self, company: &str) -> Self {
        self.hiring_organization = named(company);
        self
    }

    /// Adds a place in India.
    #[must_use]
    pub fn in_city(mut self, city: &str) -> Self {
        let named = NamedPlace { slug: Slug::of_or_hash(city), name: city.to_owned() };
        self.job_locations.push(Place {
            text: city.to_owned(),
            city: Some(named),
            region: None,
            country: Country::parse("IN"),
        });
        self
    }

    /// Sets the experience, in years.
    #[must_use]
    pub fn years(mut self, min: Option<f64>, max: Option<f64>) -> Self {
        self.experience = Experience::from_years(min, max);
        self
    }

    /// Sets the pay, in rupees a year.
    #[must_use]
    pub fn paying(self, rupees: f64) -> Self {
        self.paying_in("INR", rupees)
    }

    /// Sets the pay, per year.
    #[must_use]
    pub fn paying_in(mut self, currency: &str, amount: f64) -> Self {
        let currency = Currency::parse(currency).expect("a code");
        let range = PayRange::new(None, Amount::from_units(amount), currency, SalaryUnit::Year);
        self.base_salary = range.map(BaseSalary::Range);
        self
    }

    /// Sets the workplace.
    #[must_use]
    pub fn working(mut self, workplace: WorkplaceType) -> Self {
        self.workplace = Some(workplace);
        self
    }

    /// Adds an employment type.
    #[must_use]
    pub fn employed(mut self, kind: EmploymentType) -> Self {
        self.employment_types.push(kind);
        self
    }

    /// Sets the posting day, counted back from [`today`].
    #[must_use]
    pub fn posted_days_ago(mut self, days: i32) -> Self {
        self.date_posted = Some(today().plus_days(-days));
        self
    }

    /// Sets the last day to apply, counted from [`today`].
    #[must_use]
    pub fn open_for_days(mut self, days: i32) -> Self {
        self.valid_through = Some(today().plus_days(days));
        self
    }
}

fn named(company: &str) -> HiringOrganization {
    HiringOrganization::Named { name: company.to_owned(), slug: Slug::of_or_hash(company) }
}
