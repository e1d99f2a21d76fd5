//! The terms of the work: the kind of employment, and where the work is done.

use serde::{Deserialize, Serialize};

/// schema.org `employmentType`, with the values that search engines know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EmploymentType {
    /// A full working week.
    FullTime,
    /// Less than a full working week.
    PartTime,
    /// Self-employed, working for a client.
    Contractor,
    /// Until a set date.
    Temporary,
    /// In training: an internship.
    Intern,
    /// Without pay, by intent.
    Volunteer,
    /// Paid by the day.
    PerDiem,
    /// Stated, but none of the above.
    Other,
}

impl EmploymentType {
    /// All values, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::FullTime,
        Self::PartTime,
        Self::Contractor,
        Self::Temporary,
        Self::Intern,
        Self::Volunteer,
        Self::PerDiem,
        Self::Other,
    ];

    /// The value in feeds and URLs: `FULL_TIME`.
    pub fn code(self) -> &'static str {
        match self {
            Self::FullTime => "FULL_TIME",
            Self::PartTime => "PART_TIME",
            Self::Contractor => "CONTRACTOR",
            Self::Temporary => "TEMPORARY",
            Self::Intern => "INTERN",
            Self::Volunteer => "VOLUNTEER",
            Self::PerDiem => "PER_DIEM",
            Self::Other => "OTHER",
        }
    }

    /// The value as pages show it: `Full-time`.
    pub fn label(self) -> &'static str {
        match self {
            Self::FullTime => "Full-time",
            Self::PartTime => "Part-time",
            Self::Contractor => "Contract",
            Self::Temporary => "Temporary",
            Self::Intern => "Internship",
            Self::Volunteer => "Volunteer",
            Self::PerDiem => "Per diem",
            Self::Other => "Other",
        }
    }
}

/// Where the work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WorkplaceType {
    /// At one of the posting's places.
    OnSite,
    /// Partly at one of the posting's places, partly remote.
    Hybrid,
    /// Anywhere the employer allows; schema.org's `TELECOMMUTE`.
    Remote,
}

impl WorkplaceType {
    /// All values, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::OnSite, Self::Hybrid, Self::Remote];

    /// The value in URLs: `on-site`.
    pub fn code(self) -> &'static str {
        match self {
            Self::OnSite => "on-site",
            Self::Hybrid => "hybrid",
            Self::Remote => "remote",
        }
    }

    /// The value as pages show it: `On-site`.
    pub fn label(self) -> &'static str {
        match self {
            Self::OnSite => "On-site",
            Self::Hybrid => "Hybrid",
            Self::Remote => "Remote",
        }
    }
}
/// Whether an employer sponsors visas. In JSON: true or false, which needs no code of its own in the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "bool", into = "bool")]
pub enum VisaSponsorship {
    /// It does.
    Offered,
    /// It says that it doesn't.
    NotOffered,
}

impl From<bool> for VisaSponsorship {
    fn from(is_offered: bool) -> Self {
        if is_offered { Self::Offered } else { Self::NotOffered }
    }
}

impl From<VisaSponsorship> for bool {
    fn from(sponsorship: VisaSponsorship) -> Self {
        sponsorship == VisaSponsorship::Offered
    }
}

impl VisaSponsorship {
    /// The value in addresses: `yes`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Offered => "yes",
            Self::NotOffered => "no",
        }
    }

    /// The value as pages show it: `Offered`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Offered => "Offered",
            Self::NotOffered => "Not offered",
        }
    }
}
