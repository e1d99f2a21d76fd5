//! A job posting.

use serde::{Deserialize, Serialize};

use super::{
    country::Country,
    date::Date,
    description::Description,
    experience::Experience,
    job_id::{IdSource, JobId},
    link::{HowToApply, WebUrl},
    place::Place,
    salary::BaseSalary,
    slug::Slug,
    work::{EmploymentType, VisaSponsorship, WorkplaceType},
};
use crate::unicode;

/// One job posting, with the names of schema.org `JobPosting`. An absent value means "not stated".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobPosting {
    /// Identifies the posting from build to build.
    pub id: JobId,
    /// Where `id` comes from.
    #[serde(default, skip_serializing_if = "IdSource::is_feed")]
    pub id_source: IdSource,
    /// Last segment of its path under `/jobs/`, unique on the board.
    pub slug: Slug,
    /// The title as shown, without requisition numbers and the places that the posting shows anyway.
    pub title: String,
    /// The title as the feed writes it, if that differs from what is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_title: Option<String>,
    /// The employer, not an agency.
    pub hiring_organization: HiringOrganization,
    /// Who posted it: the employer or an agency.
    pub provenance: Provenance,
    /// The body text; empty if the feed has none.
    pub description: Description,
    /// Canonical names, most important first, without duplicates.
    pub skills: Vec<String>,
    /// Whether the feed lists `skills` or ingest found them.
    #[serde(default, skip_serializing_if = "SkillSource::is_stated")]
    pub skill_source: SkillSource,
    /// Years of experience asked for.
    pub experience: Option<Experience>,
    /// Pay, in figures or words.
    pub base_salary: Option<BaseSalary>,
    /// Places of work; empty if none is stated, or if the job is remote without a place.
    pub job_locations: Vec<Place>,
    /// On-site, hybrid, or remote.
    pub workplace: Option<WorkplaceType>,
    /// Where applicants may live.
    pub applicant_location: ApplicantLocation,
    /// Kinds of employment, without duplicates.
    pub employment_types: Vec<EmploymentType>,
    /// The employer's industry, in the feed's words: `Healthcare`.
    pub industry: Option<String>,
    /// The department within the company, in the feed's words: `Engineering`.
    pub department: Option<String>,
    /// Whether the employer sponsors visas; `None` if the posting doesn't say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visa_sponsorship: Option<VisaSponsorship>,
    /// First day it was public.
    pub date_posted: Option<Date>,
    /// Last day to apply, inclusive.
    pub valid_through: Option<Date>,
    /// Language of the text, as a BCP 47 tag: `en`.
    pub language: Option<String>,
    /// Where to apply; `None` if the feed doesn't say.
    pub how_to_apply: Option<HowToApply>,
    /// Other ways to apply, from duplicate records that were merged into this one. Each occurs once and differs from
    /// `how_to_apply`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_posted: Vec<AlsoPosted>,
}

/// Where a job's skills come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SkillSource {
    /// The feed lists them, or the job has none.
    #[default]
    Stated,
    /// The feed lists none: ingest found their names in the title or the text.
    Found,
}

/// Another way to apply for the same job.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AlsoPosted {
    /// The shown text of each place in the duplicate record.
    pub places: Vec<String>,
    /// Where to apply for the job in these places.
    pub how_to_apply: HowToApply,
}

/// The employer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HiringOrganization {
    /// A company with a page of its own.
    Named {
        /// As pages show it.
        name: String,
        /// Last segment of its path under `/companies/`.
        slug: Slug,
    },
    /// A company that doesn't give its name, and so has no page.
    Anonymous {
        /// What it says instead: `A stealth mode realty tech start-up`.
        description: String,
    },
}

/// Who posted a job.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Provenance {
    /// The employer: `Posted by …`.
    Direct {
        /// Name of the person who posted it.
        recruiter: Option<String>,
    },
    /// An agency for the employer: `Agency job via … by …`.
    Agency {
        /// Name of the agency.
        agency: Option<String>,
        /// Name of the agency's recruiter.
        recruiter: Option<String>,
    },
}

/// The code of [`ApplicantLocation::Worldwide`] in addresses and in the index.
pub(crate) const ANYWHERE: &str = "anywhere";

/// Where applicants may live. "Worldwide" and "not stated" are never merged.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ApplicantLocation {
    /// Only in these countries.
    Countries(Vec<Country>),
    /// In places that aren't all countries, each by its name or in the posting's words: `Europe`, `France`, `European
    /// time zones`.
    Places(Vec<String>),
    /// Explicitly anywhere.
    Worldwide,
    /// The posting doesn't say.
    NotStated,
}

impl JobPosting {
    /// A posting that states only an identifier, a title, and a company; set what else it states in its fields.
    #[must_use]
    pub fn new(id: &str, title: &str, company: &str) -> Self {
        Self {
            id: JobId(id.to_owned()),
            id_source: IdSource::Feed,
            slug: Slug::of_or_hash(title),
            title: title.to_owned(),
            hiring_organization: HiringOrganization::Named {
                name: company.to_owned(),
                slug: Slug::of_or_hash(company),
            },
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

    /// Whether the last day to apply is before `now`; false if none is stated.
    pub fn is_expired(&self, now: Date) -> bool {
        self.valid_through.is_some_and(|last| last < now)
    }

    /// The title as the feed writes it, if it differs from the shown one in more than capitals.
    pub fn untrimmed_title(&self) -> Option<&str> {
        let is_trimmed = |original: &&str| unicode::lower(original) != unicode::lower(&self.title);
        self.original_title.as_deref().filter(is_trimmed)
    }

    /// The identifier as the feed states it; `None` if it states none.
    pub fn stated_id(&self) -> Option<&str> {
        let id = self.id.0.as_str();
        match self.id_source {
            IdSource::Feed => Some(id),
            IdSource::Qualified => id.rsplit_once('@').map(|(stated, _owner)| stated),
            IdSource::Contents => None,
        }
    }

    /// The feed's identifier, to show to people; `None` if the feed states none, or an address.
    pub fn reference(&self) -> Option<&str> {
        self.stated_id().filter(|id| WebUrl::parse(id).is_none())
    }

    /// The language of the text, if it is known and not English, the language of the interface.
    pub fn foreign_language(&self) -> Option<&str> {
        self.language.as_deref().filter(|tag| is_foreign(tag))
    }

    /// The skills that the feed lists; empty if ingest found them.
    pub fn stated_skills(&self) -> &[String] {
        self.skill_source.stated(&self.skills)
    }
}

/// Whether a BCP 47 tag names a language other than English (in any country).
pub(super) fn is_foreign(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    !["en", "eng"].iter().any(|english| language.eq_ignore_ascii_case(english))
}

impl ApplicantLocation {
    /// Names of the listed countries or places; empty for worldwide and not stated.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Countries(countries) => countries.iter().map(|country| country.name()).collect(),
            Self::Places(names) => names.iter().map(String::as_str).collect(),
            Self::Worldwide | Self::NotStated => Vec::new(),
        }
    }
}

impl SkillSource {
    /// Whether the feed lists the skills; true also if there are none.
    pub fn is_stated(&self) -> bool {
        *self == Self::Stated
    }

    /// The skills, if the feed lists them; otherwise none.
    pub(super) fn stated(self, skills: &[String]) -> &[String] {
        if self.is_stated() { skills } else { &[] }
    }
}

impl HiringOrganization {
    /// The name, or the description that replaces it.
    pub fn label(&self) -> &str {
        match self {
            Self::Named { name, .. } => name,
            Self::Anonymous { description } => description,
        }
    }

    /// Last segment of the company page's path; `None` for anonymous employers.
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
