//! The terms of the work: the kind of employment, and where the work is done.

use serde::{Deserialize, Serialize};

use crate::words::ValueWords;

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
    pub fn label(self, words: &ValueWords) -> &'static str {
        match self {
            Self::FullTime => words.full_time,
            Self::PartTime => words.part_time,
            Self::Contractor => words.contractor,
            Self::Temporary => words.temporary,
            Self::Intern => words.intern,
            Self::Volunteer => words.volunteer,
            Self::PerDiem => words.per_diem,
            Self::Other => words.other_employment,
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
    pub fn label(self, words: &ValueWords) -> &'static str {
        match self {
            Self::OnSite => words.on_site,
            Self::Hybrid => words.hybrid,
            Self::Remote => words.remote,
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
    /// All values, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Offered, Self::NotOffered];

    /// The value in addresses: `yes`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Offered => "yes",
            Self::NotOffered => "no",
        }
    }

    /// The value as pages show it: `Offered`.
    pub fn label(self, words: &ValueWords) -> &'static str {
        match self {
            Self::Offered => words.visa_offered,
            Self::NotOffered => words.visa_not_offered,
        }
    }
}
