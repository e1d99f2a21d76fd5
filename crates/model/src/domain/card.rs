//! The part of a job posting that a card in a list shows.

use serde::{Deserialize, Serialize};

use super::{
    date::Date,
    experience::Experience,
    job_id::JobId,
    posting::{ANYWHERE, ApplicantLocation, HiringOrganization, JobPosting, Provenance, SkillSource},
    salary::BaseSalary,
    slug::Slug,
    work::{EmploymentType, WorkplaceType},
};
use crate::words::ValueWords;

/// What a card in a list shows of a posting: everything except the long texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobCard {
    /// See [`JobPosting::id`].
    pub id: JobId,
    /// See [`JobPosting::slug`].
    pub slug: Slug,
    /// See [`JobPosting::title`].
    pub title: String,
    /// See [`JobPosting::hiring_organization`].
    pub hiring_organization: HiringOrganization,
    /// See [`JobPosting::provenance`].
    pub provenance: Provenance,
    /// See [`Organization::recruiter_count`](super::Organization).
    pub recruiter_count: Option<u32>,
    /// See [`Organization::video_count`](super::Organization).
    pub video_count: Option<u32>,
    /// The first words of the description, at most 180 characters and an ellipsis.
    pub excerpt: String,
    /// See [`JobPosting::skills`].
    pub skills: Vec<String>,
    /// See [`JobPosting::skill_source`].
    #[serde(default)]
    pub skill_source: SkillSource,
    /// See [`JobPosting::experience`].
    pub experience: Option<Experience>,
    /// See [`JobPosting::base_salary`].
    pub base_salary: Option<BaseSalary>,
    /// The shown text of each place.
    pub places: Vec<String>,
    /// See [`JobPosting::workplace`].
    pub workplace: Option<WorkplaceType>,
    /// Where applicants for a remote job without a place may live.
    #[serde(default)]
    pub applicants: CardApplicants,
    /// See [`JobPosting::employment_types`].
    pub employment_types: Vec<EmploymentType>,
    /// See [`JobPosting::date_posted`].
    pub date_posted: Option<Date>,
    /// See [`JobPosting::valid_through`].
    pub valid_through: Option<Date>,
    /// Day of the first build that had the job; `None` if that isn't known, or if it was the board's first build, for which
    /// every job is new.
    #[serde(default)]
    pub added: Option<Date>,
    /// See [`JobPosting::foreign_language`].
    #[serde(default)]
    pub foreign_language: Option<String>,
}

/// Where applicants may live, as a card shows it. It is written as text: empty, `anywhere`, or the names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum CardApplicants {
    /// The posting doesn't say, or the card shows a place instead.
    #[default]
    Hidden,
    /// Anywhere in the world.
    Anywhere,
    /// At most two names, and how many more there are: `India`, `Europe, Brazil +2`.
    Named(String),
}

/// Enough for two lines on a card.
const EXCERPT_CHARACTERS: usize = 180;

impl JobPosting {
    /// The card of this posting; the counts come from its organization. A posting doesn't know when it was added.
    pub fn card(&self, recruiter_count: Option<u32>, video_count: Option<u32>) -> JobCard {
        JobCard {
            id: self.id.clone(),
            slug: self.slug.clone(),
            title: self.title.clone(),
            hiring_organization: self.hiring_organization.clone(),
            provenance: self.provenance.clone(),
            recruiter_count,
            video_count,
            excerpt: self.description.excerpt(EXCERPT_CHARACTERS),
            skills: self.skills.clone(),
            skill_source: self.skill_source,
            experience: self.experience,
            base_salary: self.base_salary.clone(),
            places: self.job_locations.iter().map(|place| place.text.clone()).collect(),
            workplace: self.workplace,
            applicants: CardApplicants::of(self),
            employment_types: self.employment_types.clone(),
            date_posted: self.date_posted,
            valid_through: self.valid_through,
            added: None,
            foreign_language: self.foreign_language().map(str::to_owned),
        }
    }
}

impl CardApplicants {
    fn of(posting: &JobPosting) -> Self {
        const SHOWN: usize = 2;
        if posting.workplace != Some(WorkplaceType::Remote) || !posting.job_locations.is_empty() {
            return Self::Hidden;
        }
        if posting.applicant_location == ApplicantLocation::Worldwide {
            return Self::Anywhere;
        }
        let names = posting.applicant_location.names();
        let (shown, more) = names.split_at(names.len().min(SHOWN));
        match more.len() {
            0 => shown.join(", ").into(),
            count => Self::Named(format!("{} +{count}", shown.join(", "))),
        }
    }
}

impl From<String> for CardApplicants {
    fn from(text: String) -> Self {
        match text.as_str() {
            "" => Self::Hidden,
            ANYWHERE => Self::Anywhere,
            _ => Self::Named(text),
        }
    }
}

impl From<CardApplicants> for String {
    fn from(applicants: CardApplicants) -> Self {
        match applicants {
            CardApplicants::Hidden => Self::new(),
            CardApplicants::Anywhere => ANYWHERE.to_owned(),
            CardApplicants::Named(names) => names,
        }
    }
}

impl JobCard {
    /// The skills that the feed lists; empty if ingest found them.
    pub fn stated_skills(&self) -> &[String] {
        self.skill_source.stated(&self.skills)
    }

    /// Place and workplace: `Remote · Pune, India`, `Pune, India · Hybrid`; empty if neither is stated.
    pub fn place_words(&self, words: &ValueWords) -> String {
        let places = self.places.join(" · ");
        match (self.workplace, &self.applicants) {
            (Some(WorkplaceType::Remote), _) if !places.is_empty() => [words.remote, " · ", &places].concat(),
            (Some(WorkplaceType::Remote), CardApplicants::Hidden) => words.remote_only.to_owned(),
            (Some(WorkplaceType::Remote), CardApplicants::Anywhere) => [words.remote, " · ", words.anywhere].concat(),
            (Some(WorkplaceType::Remote), CardApplicants::Named(names)) => [words.remote, " · ", names].concat(),
            (Some(WorkplaceType::Hybrid), _) if places.is_empty() => words.hybrid.to_owned(),
            (Some(WorkplaceType::Hybrid), _) => [&places, " · ", words.hybrid].concat(),
            (Some(WorkplaceType::OnSite), _) if places.is_empty() => words.on_site.to_owned(),
            (Some(WorkplaceType::OnSite) | None, _) => places,
        }
    }

    /// The kinds of employment: `Full-time, Contract`; empty if none is stated.
    pub fn employment_words(&self, words: &ValueWords) -> String {
        self.employment_types.iter().map(|kind| kind.label(words)).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::Country, words::ENGLISH};

    fn remote(applicant_location: ApplicantLocation) -> JobCard {
        let workplace = Some(WorkplaceType::Remote);
        JobPosting { workplace, applicant_location, ..JobPosting::new("1", "Baker", "Acme") }.card(None, None)
    }

    #[test]
    fn a_card_of_a_remote_job_says_in_short_who_may_apply() {
        let places = |names: &[&str]| ApplicantLocation::Places(names.iter().map(|name| (*name).to_owned()).collect());
        let india = Country::parse("IN").into_iter().collect();
        for (location, text, shown) in [
            (ApplicantLocation::NotStated, "", "Remote only"),
            (ApplicantLocation::Worldwide, "anywhere", "Remote · Anywhere"),
            (ApplicantLocation::Countries(india), "India", "Remote · India"),
            (places(&["Europe", "Brazil"]), "Europe, Brazil", "Remote · Europe, Brazil"),
            (places(&["Europe", "Brazil", "Peru", "Chile"]), "Europe, Brazil +2", "Remote · Europe, Brazil +2"),
        ] {
            let card = remote(location);
            assert_eq!(card.place_words(ENGLISH.values), shown);
            let written = serde_json::to_value(&card.applicants).expect("a text");
            assert_eq!(written, text);
            assert_eq!(serde_json::from_value::<CardApplicants>(written).expect("as written"), card.applicants);
        }
    }
}
