//! A job posting, and the part of it that a card shows.

use serde::{Deserialize, Serialize};

use super::{
    country::Country,
    date::Date,
    description::Description,
    experience::Experience,
    link::{HowToApply, WebUrl},
    place::Place,
    salary::BaseSalary,
    slug::Slug,
    work::{EmploymentType, WorkplaceType},
};
use crate::unicode;

/// What the board knows a posting by: any text of 1 to 200 characters, unique on the board. It is the feed's own
/// identifier, unless its [`IdSource`] says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct JobId(pub String);

/// Where a posting's identifier is from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdSource {
    /// The feed states it.
    #[default]
    Feed,
    /// The feed states what is before the last `@`; its owner was added, as another job has the same.
    Qualified,
    /// The feed states none: it is a digest of what the posting says.
    Contents,
}

/// One job posting, with the names of schema.org `JobPosting`. What is absent is "not stated".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobPosting {
    /// What the board knows it by.
    pub id: JobId,
    /// Where that is from.
    #[serde(default, skip_serializing_if = "IdSource::is_feed")]
    pub id_source: IdSource,
    /// Its path under `/jobs/`, unique on the board.
    pub slug: Slug,
    /// The title alone, as shown.
    pub title: String,
    /// The title as the feed writes it, where it is shown otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_title: Option<String>,
    /// Who hires.
    pub hiring_organization: HiringOrganization,
    /// Who posted it.
    pub provenance: Provenance,
    /// The text.
    pub description: Description,
    /// Skills by their canonical names, most important first, none twice.
    pub skills: Vec<String>,
    /// Who says that it asks for them.
    #[serde(default, skip_serializing_if = "SkillSource::is_stated")]
    pub skill_source: SkillSource,
    /// Years asked for.
    pub experience: Option<Experience>,
    /// Pay, in figures or words.
    pub base_salary: Option<BaseSalary>,
    /// Where; empty when not stated or remote without a place.
    pub job_locations: Vec<Place>,
    /// On-site, hybrid or remote.
    pub workplace: Option<WorkplaceType>,
    /// From where one may apply.
    pub applicant_location: ApplicantLocation,
    /// Kinds of employment, none twice.
    pub employment_types: Vec<EmploymentType>,
    /// Branch of trade.
    pub industry: Option<String>,
    /// Part of the company.
    pub department: Option<String>,
    /// First day it was public.
    pub date_posted: Option<Date>,
    /// Last day one may apply.
    pub valid_through: Option<Date>,
    /// Language of the text, as a BCP 47 tag: `en`.
    pub language: Option<String>,
    /// Where applications go.
    pub how_to_apply: Option<HowToApply>,
    /// Where else they go, as the records say that were folded into this one: each way once, none of them the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_posted: Vec<AlsoPosted>,
}

/// Who says that a job asks for its skills.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SkillSource {
    /// The feed lists them, or there are none.
    #[default]
    Stated,
    /// The feed lists none: their names were found in the title or the text.
    Found,
}

/// Another way to apply for the same offer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AlsoPosted {
    /// The shown text of each place that its record names.
    pub places: Vec<String>,
    /// Where applications go.
    pub how_to_apply: HowToApply,
}

/// Who hires.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HiringOrganization {
    /// A company with a page of its own.
    Named {
        /// Its name.
        name: String,
        /// Its path under `/companies/`.
        slug: Slug,
    },
    /// A company that does not give its name, and so has no page.
    Anonymous {
        /// What it says instead: `A stealth mode realty tech start-up`.
        description: String,
    },
}

impl IdSource {
    fn is_feed(&self) -> bool {
        *self == Self::Feed
    }
}

/// Who posted it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Provenance {
    /// The employer: `Posted by …`.
    Direct {
        /// The person, if named.
        recruiter: Option<String>,
    },
    /// An agency for the employer: `Agency job via … by …`.
    Agency {
        /// The agency, if named.
        agency: Option<String>,
        /// The person, if named.
        recruiter: Option<String>,
    },
}

/// From where one may apply: three values, the last two never merged.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ApplicantLocation {
    /// From these countries and no others.
    Countries(Vec<Country>),
    /// From places that are not all countries, each by its name or in the posting's words: `Europe`, `France`,
    /// `European time zones`.
    Places(Vec<String>),
    /// From anywhere, as the posting says.
    Worldwide,
    /// The posting does not say.
    NotStated,
}

/// What a card in a list shows of a posting: all of it but the long texts.
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
    /// The first words of the description.
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
    /// See [`JobPosting::employment_types`].
    pub employment_types: Vec<EmploymentType>,
    /// See [`JobPosting::date_posted`].
    pub date_posted: Option<Date>,
    /// See [`JobPosting::valid_through`].
    pub valid_through: Option<Date>,
    /// See [`JobPosting::foreign_language`].
    #[serde(default)]
    pub foreign_language: Option<String>,
}

/// Enough for two lines on a card.
const EXCERPT_CHARACTERS: usize = 180;

impl JobPosting {
    /// Whether one may no longer apply on the day `now`.
    pub fn is_expired(&self, now: Date) -> bool {
        self.valid_through.is_some_and(|last| last < now)
    }

    /// The title as the feed writes it, where more than its capitals differs from what is shown.
    pub fn untrimmed_title(&self) -> Option<&str> {
        let is_trimmed = |original: &&str| unicode::lower(original) != unicode::lower(&self.title);
        self.original_title.as_deref().filter(is_trimmed)
    }

    /// The identifier as the feed states it; `None` where it states none.
    pub fn stated_id(&self) -> Option<&str> {
        let id = self.id.0.as_str();
        match self.id_source {
            IdSource::Feed => Some(id),
            IdSource::Qualified => id.rsplit_once('@').map(|(stated, _owner)| stated),
            IdSource::Contents => None,
        }
    }

    /// The feed's identifier for people; `None` where it states none, or an address.
    pub fn reference(&self) -> Option<&str> {
        self.stated_id().filter(|id| WebUrl::parse(id).is_none())
    }

    /// The language of the text, where it is known and another than the interface's, which is English.
    pub fn foreign_language(&self) -> Option<&str> {
        self.language.as_deref().filter(|tag| is_foreign(tag))
    }

    /// The skills that the feed lists.
    pub fn stated_skills(&self) -> &[String] {
        self.skill_source.stated(&self.skills)
    }

    /// The card of this posting; the counts come from its organization.
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
            employment_types: self.employment_types.clone(),
            date_posted: self.date_posted,
            valid_through: self.valid_through,
            foreign_language: self.foreign_language().map(str::to_owned),
        }
    }
}

/// Whether a BCP 47 tag is not of English, in any country.
pub(super) fn is_foreign(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    !["en", "eng"].iter().any(|english| language.eq_ignore_ascii_case(english))
}

impl ApplicantLocation {
    /// The places that are listed, by name.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Countries(countries) => countries.iter().map(|country| country.name()).collect(),
            Self::Places(names) => names.iter().map(String::as_str).collect(),
            Self::Worldwide | Self::NotStated => Vec::new(),
        }
    }
}

impl SkillSource {
    /// Whether the feed lists them; so it is of no skills.
    pub fn is_stated(&self) -> bool {
        *self == Self::Stated
    }

    /// Those of a job's skills that its feed lists: all or none.
    fn stated(self, skills: &[String]) -> &[String] {
        if self.is_stated() { skills } else { &[] }
    }
}

impl JobCard {
    /// The skills that the feed lists.
    pub fn stated_skills(&self) -> &[String] {
        self.skill_source.stated(&self.skills)
    }

    /// Where the work is done: `Remote · Pune, India`, `Pune, India · Hybrid`; empty when that is not stated.
    pub fn place_words(&self) -> String {
        let places = self.places.join(" · ");
        match self.workplace {
            Some(WorkplaceType::Remote) if places.is_empty() => "Remote only".to_owned(),
            Some(WorkplaceType::Remote) => format!("Remote · {places}"),
            Some(WorkplaceType::Hybrid) if places.is_empty() => "Hybrid".to_owned(),
            Some(WorkplaceType::Hybrid) => format!("{places} · Hybrid"),
            Some(WorkplaceType::OnSite) if places.is_empty() => "On-site".to_owned(),
            Some(WorkplaceType::OnSite) | None => places,
        }
    }

    /// The kinds of employment: `Full-time, Contract`; empty when none is stated.
    pub fn employment_words(&self) -> String {
        self.employment_types.iter().map(|kind| kind.label()).collect::<Vec<_>>().join(", ")
    }
}

impl HiringOrganization {
    /// The name, or what stands in its place.
    pub fn label(&self) -> &str {
        match self {
            Self::Named { name, .. } => name,
            Self::Anonymous { description } => description,
        }
    }

    /// The company page's path segment, for companies that have one.
    pub fn slug(&self) -> Option<&Slug> {
        match self {
            Self::Named { slug, .. } => Some(slug),
            Self::Anonymous { .. } => None,
        }
    }
}

impl Provenance {
    /// Whether an agency posted it.
    pub fn is_agency(&self) -> bool {
        matches!(self, Self::Agency { .. })
    }
}
