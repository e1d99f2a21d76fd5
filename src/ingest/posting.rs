//! One raw posting, judged: what it must have, and each of its values by the rules of its kind.

use crate::{
    domain::{
        ApplicantLocation, Country, Date, HowToApply, JobId, JobPosting, Organization, Provenance, WorkplaceType,
    },
    feed::{RawPosting, RawProvenance, RejectionReason},
};

use super::{clean, description, experience, gazetteer, organization, place, place_words, salary, skill, slugs, work};

/// A posting and, unless it is anonymous, its organization; or what it lacks.
pub(super) fn normalized(
    raw: RawPosting,
    company: Option<&str>,
) -> Result<(JobPosting, Option<Organization>), RejectionReason> {
    let id = identifier(&raw).ok_or(RejectionReason::MissingIdentifier)?;
    let title = title(&raw).ok_or(RejectionReason::MissingTitle)?;
    let (hiring_organization, organization) =
        organization::normalized(&raw.organization, company).ok_or(RejectionReason::MissingOrganization)?;
    let whereabouts = place::whereabouts(&raw.places);
    let workplace = raw.workplace.iter().find_map(|word| work::workplace(word)).or(whereabouts.workplace);
    let country = whereabouts.places.iter().find_map(|place| place.country);
    let posting = JobPosting {
        id,
        slug: slugs::plain(&title, hiring_organization.label()),
        provenance: raw.provenance.map_or(Provenance::Direct { recruiter: None }, provenance),
        description: raw.description.as_deref().map(description::parse).unwrap_or_default(),
        skills: skill::canonical(&raw.skills),
        experience: experience::read(&raw.experience),
        base_salary: salary::read(&raw.salary, country.or(whereabouts.applicants.first().copied())),
        applicant_location: applicant_location(&raw.applicant_locations, &whereabouts, workplace),
        job_locations: whereabouts.places,
        workplace,
        employment_types: work::employment_types(&raw.employment_types),
        industry: clean::label(raw.industry.as_deref(), LONGEST_NAME),
        department: clean::label(raw.department.as_deref(), LONGEST_NAME),
        date_posted: raw.date_posted.as_deref().and_then(date),
        valid_through: raw.valid_through.as_deref().and_then(date),
        language: raw.language.as_deref().and_then(work::language),
        how_to_apply: raw.how_to_apply.iter().find_map(|way| HowToApply::parse(way)),
        title,
        hiring_organization,
    };
    Ok((posting, organization))
}

/// Titles are cut there, in characters.
const LONGEST_TITLE: usize = 200;
/// Identifiers are cut there, in characters; [`JobId`] says so.
const LONGEST_ID: usize = 200;
/// Names of people, departments and trades are cut there, in characters.
const LONGEST_NAME: usize = 100;

fn identifier(raw: &RawPosting) -> Option<JobId> {
    let stated = clean::optional_line(raw.id.as_deref(), LONGEST_ID);
    stated.or_else(|| clean::optional_line(raw.url.as_deref(), LONGEST_ID)).map(JobId)
}

fn title(raw: &RawPosting) -> Option<String> {
    clean::label(raw.title.as_deref(), LONGEST_TITLE)
}

fn provenance(raw: RawProvenance) -> Provenance {
    let recruiter = clean::label(raw.recruiter.as_deref(), LONGEST_NAME);
    let agency = clean::label(raw.agency.as_deref(), LONGEST_NAME);
    let is_agency = raw.kind.is_some_and(|kind| kind.to_ascii_lowercase().contains("agency")) || agency.is_some();
    if is_agency { Provenance::Agency { agency, recruiter } } else { Provenance::Direct { recruiter } }
}

/// A stated requirement decides; otherwise the words of a remote posting's place do ("Remote, United States").
fn applicant_location(
    stated: &[String],
    whereabouts: &place::Whereabouts,
    workplace: Option<WorkplaceType>,
) -> ApplicantLocation {
    let is_worldwide = |word: &String| place_words::is_worldwide(word);
    let mut countries: Vec<Country> = stated.iter().filter_map(|name| gazetteer::country(name)).collect();
    let mut worldwide = stated.iter().any(is_worldwide);
    if stated.is_empty() && workplace == Some(WorkplaceType::Remote) {
        countries.clone_from(&whereabouts.applicants);
        worldwide = whereabouts.is_worldwide;
    }
    countries.sort_unstable();
    countries.dedup();
    match (worldwide, countries.is_empty()) {
        (true, _) => ApplicantLocation::Worldwide,
        (false, false) => ApplicantLocation::Countries(countries),
        (false, true) => ApplicantLocation::NotStated,
    }
}

/// A day, a timestamp, or a Unix time in seconds or milliseconds.
fn date(text: &str) -> Option<Date> {
    let unix = |text: &str| {
        let number: i64 = text.parse().ok()?;
        match text.len() {
            9 | 10 => Date::from_unix_seconds(number),
            12 | 13 => Date::from_unix_seconds(number / 1_000),
            _ => None,
        }
    };
    Date::parse(text).or_else(|| unix(text.trim()))
}
