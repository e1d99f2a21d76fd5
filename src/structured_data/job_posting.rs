//! Converts a job to a schema.org `JobPosting`. Every property comes from the value that the page shows.
//!
//! What a job doesn't state is left out. What schema.org can't express (pay in words, hybrid work, the upper end of
//! an experience range) is only on the page.

use openroles_model::domain::{
    Amount, ApplicantLocation, BaseSalary, HiringOrganization, JobPosting, Organization, PayRange, Place, WorkplaceType,
};
use serde_json::{Map, Value};

use super::{LinkAttributes, alone, description_html, put, thing};

/// The job as an object; `organization` is the company's page, if there is one.
pub fn job_posting(posting: &JobPosting, organization: Option<&Organization>) -> Value {
    let mut job = thing("JobPosting");
    put(&mut job, "title", Some(posting.title.as_str()));
    put(&mut job, "description", stated(description_html(&posting.description, LinkAttributes::Href)));
    put(&mut job, "identifier", posting.stated_id().map(|id| identifier(posting, id)));
    put(&mut job, "datePosted", posting.date_posted.map(|day| day.to_string()));
    put(&mut job, "validThrough", posting.valid_through.map(|day| day.to_string()));
    put(&mut job, "hiringOrganization", Some(hiring_organization(&posting.hiring_organization, organization)));
    put(&mut job, "jobLocation", one_or_more(places(&posting.job_locations)));
    put_remote(&mut job, posting);
    put(&mut job, "baseSalary", posting.base_salary.as_ref().and_then(BaseSalary::range).map(base_salary));
    put(&mut job, "employmentType", one_or_more(posting.employment_types.iter().map(|kind| kind.code()).collect()));
    put(&mut job, "experienceRequirements", months_of_experience(posting));
    put(&mut job, "skills", one_or_more(posting.stated_skills().iter().map(String::as_str).collect()));
    put(&mut job, "industry", posting.industry.as_deref());
    alone(job)
}

/// Name that search engines expect for an employer that isn't disclosed.
const CONFIDENTIAL: &str = "confidential";

fn stated(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// Employer's identifier of the job.
fn identifier(posting: &JobPosting, id: &str) -> Value {
    let mut identifier = thing("PropertyValue");
    put(&mut identifier, "name", posting.hiring_organization.slug().map(|_| posting.hiring_organization.label()));
    put(&mut identifier, "value", Some(id));
    identifier.into()
}

fn hiring_organization(hiring: &HiringOrganization, page: Option<&Organization>) -> Value {
    let mut organization = thing("Organization");
    match hiring {
        HiringOrganization::Named { name, .. } => put(&mut organization, "name", Some(name.as_str())),
        HiringOrganization::Anonymous { .. } => put(&mut organization, "name", Some(CONFIDENTIAL)),
    }
    let url = |url: &openroles_model::domain::WebUrl| url.as_str().to_owned();
    put(&mut organization, "sameAs", page.and_then(|page| page.website.as_ref()).map(url));
    put(&mut organization, "logo", page.and_then(|page| page.logo.as_ref()?.shown()).map(url));
    organization.into()
}

/// Addresses of the places, without repetition: a hospital's two wards can be in the same town.
fn places(places: &[Place]) -> Vec<Value> {
    let mut addresses = Vec::new();
    for address in places.iter().filter_map(place) {
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    addresses
}

/// Address of a place; `None` without a country, because search engines reject such an address.
fn place(place: &Place) -> Option<Value> {
    let country = place.country?;
    let mut address = thing("PostalAddress");
    put(&mut address, "addressLocality", place.city.as_ref().map(|city| city.name.as_str()));
    put(&mut address, "addressRegion", place.region.as_ref().map(|region| region.name.as_str()));
    put(&mut address, "addressCountry", Some(country.code()));
    let mut place = thing("Place");
    put(&mut place, "address", Some(address));
    Some(place.into())
}

/// Only fully remote work is `TELECOMMUTE`. Countries are added if the job states them.
fn put_remote(job: &mut Map<String, Value>, posting: &JobPosting) {
    if posting.workplace != Some(WorkplaceType::Remote) {
        return;
    }
    put(job, "jobLocationType", Some("TELECOMMUTE"));
    if let ApplicantLocation::Countries(countries) = &posting.applicant_location {
        let named = countries.iter().map(|country| {
            let mut area = thing("Country");
            put(&mut area, "name", Some(country.name()));
            Value::Object(area)
        });
        put(job, "applicantLocationRequirements", one_or_more(named.collect()));
    }
}

/// Pay range. schema.org has no unit of two weeks, so such pay is converted to weekly.
fn base_salary(range: &PayRange) -> Value {
    let (unit, periods) = range.unit().in_schema();
    let number = |amount: Amount| number(amount.hundredths() as f64 / periods);
    let mut value = thing("QuantitativeValue");
    put(&mut value, "minValue", range.min().map(number));
    put(&mut value, "maxValue", range.max().map(number));
    put(&mut value, "unitText", Some(unit));
    let mut amount = thing("MonetaryAmount");
    put(&mut amount, "currency", Some(range.currency().code()));
    put(&mut amount, "value", Some(value));
    amount.into()
}

/// Amount of hundredths in whole units, without decimals if possible.
fn number(hundredths: f64) -> Value {
    let units = hundredths.round() / 100.0;
    if units.fract() == 0.0 { (units as u64).into() } else { units.into() }
}

/// Minimum experience in months, all that the property can express.
fn months_of_experience(posting: &JobPosting) -> Option<Value> {
    let months = posting.experience?.min_months().filter(|months| *months > 0)?;
    let mut requirements = thing("OccupationalExperienceRequirements");
    put(&mut requirements, "monthsOfExperience", Some(months));
    Some(requirements.into())
}

/// A single value as itself, several as a list, and none as `None`.
fn one_or_more<T: Into<Value>>(mut values: Vec<T>) -> Option<Value> {
    match values.len() {
        0 => None,
        1 => values.pop().map(T::into),
        _ => Some(values.into_iter().map(T::into).collect()),
    }
}
