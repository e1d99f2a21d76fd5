//! A posting in the feed's words: text where the domain has types, nothing checked, nothing converted.
//!
//! The fields are those of [`openroles_model::domain::JobPosting`]; only `ingest` turns one into the other. Numbers are text
//! here, because feeds write both `"24214"` and `24214`.

use openroles_model::domain::IdSource;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// Identifies one of the feeds that are read together: a digest of the feed's name, the same from build to build. The
/// default means a feed that is read alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FeedId(u64);

impl FeedId {
    /// The identifier of the feed with this name.
    pub fn of(name: &str) -> Self {
        Self(xxh3_64(name.as_bytes()))
    }
}

/// As 16 hexadecimal digits.
impl std::fmt::Display for FeedId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

/// One posting, untrusted. Absent or empty means that the feed doesn't say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawPosting {
    /// The feed that contains it.
    pub feed: FeedId,
    /// Its place in the feed, for messages: `line 17`.
    pub record: String,
    /// The feed's identifier, or a digest of the contents.
    pub id: Option<String>,
    /// Which of the two `id` is.
    pub id_source: IdSource,
    /// Address of the posting's page.
    pub url: Option<String>,
    /// The title as the feed writes it.
    pub title: Option<String>,
    /// The employer.
    pub organization: RawOrganization,
    /// Who posted it; `None` if the feed doesn't state it.
    pub provenance: Option<RawProvenance>,
    /// HTML, Markdown, or plain text.
    pub description: Option<String>,
    /// One skill per item.
    pub skills: Vec<String>,
    /// Experience asked for, in figures or words.
    pub experience: RawExperience,
    /// Pay, in figures or words.
    pub salary: RawSalary,
    /// Places of work; one item may name several.
    pub places: Vec<RawPlace>,
    /// Words for where the work is done, the most specific first: `remote`, `TELECOMMUTE`.
    pub workplace: Vec<String>,
    /// Names of places where applicants may live, or the word `worldwide`.
    pub applicant_locations: Vec<String>,
    /// Kinds of employment, in any spelling.
    pub employment_types: Vec<String>,
    /// The employer's industry: `Healthcare`.
    pub industry: Option<String>,
    /// The department within the company: `Engineering`.
    pub department: Option<String>,
    /// What applicants need to be allowed to work: `No visa sponsorship`.
    pub work_eligibility: Option<String>,
    /// Day, timestamp, or age: `2 days ago`.
    pub date_posted: Option<String>,
    /// Day or timestamp of the last day to apply.
    pub valid_through: Option<String>,
    /// Day or timestamp at which the record was made; ages count from it.
    pub recorded: Option<String>,
    /// A language tag or name: `en`, `German`.
    pub language: Option<String>,
    /// URLs and email addresses, the best first.
    pub how_to_apply: Vec<String>,
}

/// An employer, untrusted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RawOrganization {
    /// Its name, or its description of itself if it is anonymous.
    pub name: Option<String>,
    /// Whether `name` is a name.
    pub anonymity: Anonymity,
    /// Its handle in its board's address: `acme-bakery`. Used if nothing gives a name.
    pub handle: Option<String>,
    /// Address of its own site.
    pub url: Option<String>,
    /// Other addresses of it: its site, profiles.
    pub same_as: Vec<String>,
    /// Address of its logo.
    pub logo: Option<String>,
    /// Year or day of founding.
    pub founded: Option<String>,
    /// What it makes: `Products & Services`.
    pub kind: Option<String>,
    /// Number of employees: `100-1000`.
    pub size: Option<String>,
    /// Its stage as a business: `Profitable`.
    pub stage: Option<String>,
    /// Its description of itself, as HTML or text.
    pub about: Option<String>,
    /// Its profiles on other sites.
    pub social_profiles: Vec<RawProfile>,
    /// People to introduce.
    pub team: Vec<RawPerson>,
    /// Number of its recruiters, as text.
    pub recruiter_count: Option<String>,
    /// Number of its videos, as text.
    pub video_count: Option<String>,
}

/// Whether an employer gives its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Anonymity {
    /// `name` is its name.
    #[default]
    Named,
    /// `name` is a description: `A stealth mode start-up`.
    Anonymous,
}

/// A profile on another site, untrusted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RawProfile {
    /// The network's name; without it, the address tells.
    pub network: Option<String>,
    /// Address of the profile.
    pub url: Option<String>,
}

/// A member of the team, untrusted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RawPerson {
    /// Full name.
    pub name: Option<String>,
    /// Job title there.
    pub role: Option<String>,
    /// Address of a portrait.
    pub image: Option<String>,
}

/// Who posted a job, untrusted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawProvenance {
    /// `direct` or `agency`.
    pub kind: Option<String>,
    /// Name of the agency.
    pub agency: Option<String>,
    /// Name of the recruiter.
    pub recruiter: Option<String>,
}

/// Experience: figures with a unit, or words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawExperience {
    /// Lower end, as a number.
    pub min: Option<String>,
    /// Upper end, as a number.
    pub max: Option<String>,
    /// `YEAR` or `MONTH`; `None` means years.
    pub unit: Option<String>,
    /// The whole in words: `8 - 12 yrs`.
    pub text: Option<String>,
}

/// Pay: figures with currency and unit, or words, or both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawSalary {
    /// Lower end, as a number.
    pub min: Option<String>,
    /// Upper end, as a number.
    pub max: Option<String>,
    /// Currency code: `INR`.
    pub currency: Option<String>,
    /// The period, in any spelling: `YEAR`, `HOUR`.
    pub unit: Option<String>,
    /// The whole in words: `₹10L - ₹30L / yr`, `Best in industry`.
    pub text: Option<String>,
}

/// A place: an address in parts, or words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RawPlace {
    /// City or town.
    pub locality: Option<String>,
    /// State or province.
    pub region: Option<String>,
    /// Country, by name or code.
    pub country: Option<String>,
    /// The whole in words; may name several places. If `country` is set too, it is that of the first.
    pub text: Option<String>,
}

impl RawPlace {
    /// A place that is only known in words.
    pub(super) fn in_words(text: String) -> Self {
        Self { text: Some(text), ..Self::default() }
    }
}
