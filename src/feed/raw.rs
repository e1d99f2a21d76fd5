//! A posting as a feed words it: text where the domain has types, nothing checked, nothing converted.
//!
//! The fields are those of [`crate::domain::JobPosting`]; `ingest` alone turns one into the other. Numbers are text
//! here because feeds write `"24214"` and `24214` alike.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::domain::IdSource;

/// Which of the feeds that are read together a record is of: a digest of the feed's name, the same from build to build.
/// The default is that of a feed read by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FeedId(u64);

impl FeedId {
    /// The feed of this name.
    pub fn of(name: &str) -> Self {
        Self(xxh3_64(name.as_bytes()))
    }
}

/// As sixteen digits.
impl std::fmt::Display for FeedId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

/// One posting, untrusted. Absent or empty means the feed does not say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawPosting {
    /// The feed it is of.
    pub feed: FeedId,
    /// Where the feed has it: `line 17`, for messages.
    pub record: String,
    /// The feed's identifier, or a stand-in.
    pub id: Option<String>,
    /// Which of the two.
    pub id_source: IdSource,
    /// The posting's page.
    pub url: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// Who hires.
    pub organization: RawOrganization,
    /// Who posted it.
    pub provenance: Option<RawProvenance>,
    /// HTML, Markdown or plain text.
    pub description: Option<String>,
    /// Skills, one each.
    pub skills: Vec<String>,
    /// Experience asked for.
    pub experience: RawExperience,
    /// Pay.
    pub salary: RawSalary,
    /// Places.
    pub places: Vec<RawPlace>,
    /// Words for where the work is done, the most telling first: `remote`, `TELECOMMUTE`.
    pub workplace: Vec<String>,
    /// Names of places one may apply from, or the word `worldwide`.
    pub applicant_locations: Vec<String>,
    /// Kinds of employment, in any spelling.
    pub employment_types: Vec<String>,
    /// Branch of trade.
    pub industry: Option<String>,
    /// Part of the company.
    pub department: Option<String>,
    /// Day, timestamp or age: `2 days ago`.
    pub date_posted: Option<String>,
    /// Day or timestamp.
    pub valid_through: Option<String>,
    /// The day or timestamp at which the record was made, which ages count from.
    pub recorded: Option<String>,
    /// A language tag or name.
    pub language: Option<String>,
    /// URLs and e-mail addresses, the best first.
    pub how_to_apply: Vec<String>,
}

/// An employer, untrusted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RawOrganization {
    /// Its name, or its words for not giving it.
    pub name: Option<String>,
    /// Whether `name` is a name.
    pub anonymity: Anonymity,
    /// What its board's address calls it: `acme-bakery`. Stands in where nobody gives a name.
    pub handle: Option<String>,
    /// Its site.
    pub url: Option<String>,
    /// Other addresses of it: the site, profiles.
    pub same_as: Vec<String>,
    /// A picture of its logo.
    pub logo: Option<String>,
    /// Year or day of founding.
    pub founded: Option<String>,
    /// What it makes.
    pub kind: Option<String>,
    /// How many people work there: `100-1000`.
    pub size: Option<String>,
    /// How it stands.
    pub stage: Option<String>,
    /// What it says of itself, in HTML or text.
    pub about: Option<String>,
    /// Its profiles.
    pub social_profiles: Vec<RawProfile>,
    /// Its people.
    pub team: Vec<RawPerson>,
    /// How many recruiters it has.
    pub recruiter_count: Option<String>,
    /// How many videos it shows.
    pub video_count: Option<String>,
}

/// Whether an employer gives its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Anonymity {
    /// It does.
    #[default]
    Named,
    /// It describes itself instead.
    Anonymous,
}

/// A profile elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RawProfile {
    /// The network's name; without one the address tells.
    pub network: Option<String>,
    /// The address.
    pub url: Option<String>,
}

/// Someone on the team.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RawPerson {
    /// Full name.
    pub name: Option<String>,
    /// What they do.
    pub role: Option<String>,
    /// A picture.
    pub image: Option<String>,
}

/// Who posted it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawProvenance {
    /// `direct` or `agency`.
    pub kind: Option<String>,
    /// The agency.
    pub agency: Option<String>,
    /// The person.
    pub recruiter: Option<String>,
}

/// Experience: figures with a unit, or words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawExperience {
    /// Lower end.
    pub min: Option<String>,
    /// Upper end.
    pub max: Option<String>,
    /// `YEAR` or `MONTH`; years where it is absent.
    pub unit: Option<String>,
    /// `8 - 12 yrs`.
    pub text: Option<String>,
}

/// Pay: figures with currency and unit, or words, or both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawSalary {
    /// Lower end.
    pub min: Option<String>,
    /// Upper end.
    pub max: Option<String>,
    /// Currency code.
    pub currency: Option<String>,
    /// `YEAR`, `HOUR`, in any spelling.
    pub unit: Option<String>,
    /// `₹10L - ₹30L / yr`, `Best in industry`.
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
    /// The whole in words; may name several places. A country beside it is that of the first.
    pub text: Option<String>,
}

impl RawPlace {
    /// A place in words.
    pub(super) fn in_words(text: String) -> Self {
        Self { text: Some(text), ..Self::default() }
    }
}
