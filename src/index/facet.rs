//! The facets of a board: what a search can be refined by.

use serde::{Deserialize, Serialize};

/// A property that jobs are counted and refined by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Facet {
    /// Skills by canonical name; a job has several.
    Skill,
    /// Every city, region and country a job lies in; a job has several.
    Location,
    /// On-site, hybrid, remote.
    Workplace,
    /// Years asked for: `5.5` means that the job's range covers them, `2-5` and `5-` that the ranges share a value.
    Experience,
    /// Yearly pay in the board's currency: value `1500000` means the top of the range reaches it.
    Salary,
    /// Kind of employment.
    EmploymentType,
    /// The hiring company; anonymous ones have no value.
    Company,
    /// Its head count range.
    CompanySize,
    /// What it makes.
    CompanyType,
    /// How it stands.
    CompanyStage,
    /// Part of the company.
    Department,
    /// Branch of trade.
    Industry,
    /// Posted by the employer or an agency: `direct`, `agency`.
    Source,
    /// Posted within `1d`, `7d` or `30d`.
    Posted,
}

impl Facet {
    /// All facets, in the order they are offered.
    pub const ALL: [Self; 14] = [
        Self::Skill,
        Self::Location,
        Self::Workplace,
        Self::Experience,
        Self::Salary,
        Self::EmploymentType,
        Self::Company,
        Self::Department,
        Self::Industry,
        Self::CompanySize,
        Self::CompanyType,
        Self::CompanyStage,
        Self::Source,
        Self::Posted,
    ];

    /// The facets whose values are listed; experience, salary and age are computed from the job instead.
    pub const LISTED: [Self; 11] = [
        Self::Skill,
        Self::Location,
        Self::Workplace,
        Self::EmploymentType,
        Self::Company,
        Self::Department,
        Self::Industry,
        Self::CompanySize,
        Self::CompanyType,
        Self::CompanyStage,
        Self::Source,
    ];

    /// The name in URLs, on the command line and in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Skill => "skill",
            Self::Location => "location",
            Self::Workplace => "workplace",
            Self::Experience => "experience",
            Self::Salary => "salary",
            Self::EmploymentType => "type",
            Self::Company => "company",
            Self::CompanySize => "size",
            Self::CompanyType => "company_type",
            Self::CompanyStage => "stage",
            Self::Department => "department",
            Self::Industry => "industry",
            Self::Source => "source",
            Self::Posted => "posted",
        }
    }

    /// The facet named `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// The name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Skill => "Skill",
            Self::Location => "Location",
            Self::Workplace => "Workplace",
            Self::Experience => "Experience",
            Self::Salary => "Salary",
            Self::EmploymentType => "Employment type",
            Self::Company => "Company",
            Self::CompanySize => "Company size",
            Self::CompanyType => "Company type",
            Self::CompanyStage => "Company stage",
            Self::Department => "Department",
            Self::Industry => "Industry",
            Self::Source => "Posted by",
            Self::Posted => "Date posted",
        }
    }

    /// Whether a search can name several values of it, or one at a time.
    pub fn is_single_choice(self) -> bool {
        matches!(self, Self::Experience | Self::Salary | Self::Posted)
    }
}
