//! Judges one raw posting: what it must have, and each value by the rules for its kind.

use std::sync::Arc;

use openroles_model::domain::{JobId, JobPosting, Organization, Provenance, SkillSource};
use xxhash_rust::xxh3::xxh3_64;

use super::{
    Judged, applicants, apply, clean,
    days::{self, SaidDays},
    description, experience,
    guess::Guess,
    memory::Memory,
    salary, skill, slugs,
    title::{self, Title},
    visa, work,
};
use crate::feed::{RawPosting, RawProvenance, RejectionReason};

/// What a record becomes.
pub(super) struct Normalized {
    /// Its identifier and slug are not unique yet.
    pub(super) posting: JobPosting,
    /// The employer's page; `None` for anonymous employers.
    pub(super) organization: Option<Arc<Organization>>,
    /// What the record doesn't state directly.
    pub(super) guesses: Vec<Guess>,
    /// What it says about its dates.
    pub(super) days: SaidDays,
}

/// A record as a posting, judged alone; or what it lacks.
pub(super) fn normalized(raw: &RawPosting, company: Option<&str>, memory: &Memory) -> Judged {
    let id = identifier(raw).ok_or(RejectionReason::MissingIdentifier)?;
    let title = title::read(raw.title.as_deref()).ok_or(RejectionReason::MissingTitle)?;
    let employer = memory.employer(raw, company);
    let (hiring_organization, organization) = employer.as_ref().as_ref().ok_or(RejectionReason::MissingOrganization)?;
    let locations = memory.parsed_locations(raw);
    let workplace = raw.workplace.iter().find_map(|word| work::workplace(word)).or(locations.workplace);
    let country = locations.places.iter().find_map(|place| place.country);
    let days = days::read(raw);
    let description = raw.description.as_deref().map(description::parse).unwrap_or_default();
    let mut guesses = Vec::new();
    let Title { shown: title, original } = title.without_places(|end| locations.says(end, workplace), &mut guesses);
    let pay_country = country.or(locations.applicants.first().copied());
    let posting = JobPosting {
        id,
        id_source: raw.id_source,
        slug: slugs::plain(&title, hiring_organization.label()),
        provenance: raw.provenance.as_ref().map_or(Provenance::Direct { recruiter: None }, provenance),
        skills: skill::canonical(&raw.skills, &mut guesses),
        skill_source: SkillSource::Stated,
        experience: experience::read(&raw.experience),
        base_salary: salary::read(&raw.salary, pay_country, &mut guesses),
        applicant_location: applicants::read(&raw.applicant_locations, &locations, workplace),
        job_locations: locations.places.clone(),
        workplace,
        employment_types: work::employment_types(&raw.employment_types),
        industry: clean::label(raw.industry.as_deref(), LONGEST_NAME),
        department: clean::label(raw.department.as_deref(), LONGEST_NAME),
        visa_sponsorship: visa::read(raw, &description, &mut guesses),
        description,
        date_posted: days.date_posted,
        valid_through: days.valid_through,
        language: raw.language.as_deref().and_then(work::language),
        how_to_apply: raw.how_to_apply.iter().find_map(|way| apply::way(way)),
        also_posted: Vec::new(),
        title,
        original_title: original,
        hiring_organization: hiring_organization.clone(),
    };
    Ok(Normalized { posting, organization: organization.clone(), guesses, days })
}

/// In characters. Longer identifiers are cut; see [`JobId`].
const LONGEST_ID: usize = 200;
/// In characters. Longer names of people, departments, and industries are cut.
const LONGEST_NAME: usize = 100;

fn identifier(raw: &RawPosting) -> Option<JobId> {
    let stated = [&raw.id, &raw.url].into_iter().flatten();
    stated.filter_map(|text| clean::optional_line(Some(text), text.len())).map(bounded_id).next().map(JobId)
}

/// Addresses often differ only at their end, so the removed end of a long one is replaced by a digest.
pub(super) fn bounded_id(id: String) -> String {
    const DIGEST: usize = 17;
    if id.chars().nth(LONGEST_ID).is_none() {
        return id;
    }
    let start: String = id.chars().take(LONGEST_ID - DIGEST).collect();
    format!("{start}-{:016x}", xxh3_64(id.as_bytes()))
}

fn provenance(raw: &RawProvenance) -> Provenance {
    let recruiter = clean::label(raw.recruiter.as_deref(), LONGEST_NAME);
    let agency = clean::label(raw.agency.as_deref(), LONGEST_NAME);
    let is_agency =
        raw.kind.as_ref().is_some_and(|kind| kind.to_ascii_lowercase().contains("agency")) || agency.is_some();
    if is_agency { Provenance::Agency { agency, recruiter } } else { Provenance::Direct { recruiter } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_addresses_that_differ_at_their_end_stay_two() {
        let id = |end: &str| {
            let url = Some(format!("https://example.com/{}{end}", "x".repeat(300)));
            identifier(&RawPosting { url, ..RawPosting::default() }).expect("an identifier").0
        };
        assert_ne!(id("1"), id("2"));
        assert_eq!(id("1").len(), LONGEST_ID);
    }
}
