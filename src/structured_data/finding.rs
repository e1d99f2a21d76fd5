//! Findings of the judge: severity, property, reason, and remedy of each.

/// Problem or omission of a posting that matters to a search engine's job listing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// No title.
    TitleMissing,
    /// No description.
    DescriptionMissing,
    /// No `datePosted`.
    DatePostedMissing,
    /// No employer.
    OrganizationMissing,
    /// Neither a place nor remote work.
    LocationMissing,
    /// A place without a country.
    CountryMissing,
    /// Remote work without the countries that applicants may live in.
    ApplicantCountriesMissing,
    /// A date that can't be parsed.
    DateUnreadable {
        /// Name of the property.
        property: &'static str,
        /// Value as stated, shortened.
        value: String,
    },
    /// The last day is in the past.
    Expired {
        /// Last day.
        last_day: String,
    },
    /// The last day is before the day of posting.
    EndsBeforeItBegins,
    /// `datePosted` is in the future.
    PostedInTheFuture,
    /// Pay in words instead of numbers.
    SalaryInWords {
        /// Value as stated, shortened.
        value: String,
    },
    /// Pay of zero or less, or a minimum above the maximum.
    SalaryImpossible,
    /// No currency, or one that isn't in ISO 4217.
    SalaryCurrencyUnknown,
    /// No pay period, or an unknown one.
    SalaryUnitUnknown,
    /// A `jobLocationType` other than `TELECOMMUTE`.
    LocationTypeUnknown {
        /// Value as stated, shortened.
        value: String,
    },
    /// An unknown `employmentType`.
    EmploymentTypeUnknown {
        /// Value as stated, shortened.
        value: String,
    },
    /// The title also contains the employer or the pay.
    TitleSaysMore,
    /// The description only repeats the title.
    DescriptionRepeatsTitle,
    /// The description is very short.
    DescriptionShort,
    /// Tags of the description are escaped, so that readers see them.
    DescriptionEscaped,
    /// No `validThrough`.
    ValidThroughMissing,
    /// No pay.
    SalaryMissing,
    /// No `employmentType`.
    EmploymentTypeMissing,
    /// No identifier given by the employer.
    IdentifierMissing,
    /// An employer without a link that distinguishes it from others with the same name.
    OrganizationUnlinked,
    /// A country without a town or region.
    LocalityMissing,
}

/// How much a finding matters, most severe first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The job isn't on the board.
    Lost,
    /// Required: without it, a search engine's job listing refuses the job, or nobody can apply.
    Required,
    /// Breaks a rule of the listing, which may exclude the whole site.
    Forbidden,
    /// Something isn't shown as intended.
    Warning,
    /// Optional: the listing accepts the job, but would show it better with this.
    Note,
}

impl Severity {
    /// One-word name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Required => "required",
            Self::Forbidden => "forbidden",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Finding {
    /// Stable code for counting, such as `salary-in-words`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TitleMissing => "title-missing",
            Self::DescriptionMissing => "description-missing",
            Self::DatePostedMissing => "date-posted-missing",
            Self::OrganizationMissing => "organization-missing",
            Self::LocationMissing => "location-missing",
            Self::CountryMissing => "country-missing",
            Self::ApplicantCountriesMissing => "applicant-countries-missing",
            Self::DateUnreadable { .. } => "date-unreadable",
            Self::Expired { .. } => "expired",
            Self::EndsBeforeItBegins => "ends-before-it-begins",
            Self::PostedInTheFuture => "posted-in-the-future",
            Self::SalaryInWords { .. } => "salary-in-words",
            Self::SalaryImpossible => "salary-impossible",
            Self::SalaryCurrencyUnknown => "salary-currency-unknown",
            Self::SalaryUnitUnknown => "salary-unit-unknown",
            Self::LocationTypeUnknown { .. } => "location-type-unknown",
            Self::EmploymentTypeUnknown { .. } => "employment-type-unknown",
            Self::TitleSaysMore => "title-says-more",
            Self::DescriptionRepeatsTitle => "description-repeats-title",
            Self::DescriptionShort => "description-short",
            Self::DescriptionEscaped => "description-escaped",
            Self::ValidThroughMissing => "valid-through-missing",
            Self::SalaryMissing => "salary-missing",
            Self::EmploymentTypeMissing => "employment-type-missing",
            Self::IdentifierMissing => "identifier-missing",
            Self::OrganizationUnlinked => "organization-unlinked",
            Self::LocalityMissing => "locality-missing",
        }
    }

    /// How much the finding matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::TitleMissing
            | Self::DescriptionMissing
            | Self::DatePostedMissing
            | Self::OrganizationMissing
            | Self::LocationMissing
            | Self::CountryMissing
            | Self::ApplicantCountriesMissing
            | Self::DateUnreadable { .. } => Severity::Required,
            Self::Expired { .. }
            | Self::EndsBeforeItBegins
            | Self::PostedInTheFuture
            | Self::SalaryInWords { .. }
            | Self::SalaryImpossible
            | Self::SalaryCurrencyUnknown
            | Self::SalaryUnitUnknown
            | Self::LocationTypeUnknown { .. }
            | Self::EmploymentTypeUnknown { .. }
            | Self::DescriptionRepeatsTitle => Severity::Forbidden,
            Self::TitleSaysMore
            | Self::DescriptionShort
            | Self::DescriptionEscaped
            | Self::ValidThroughMissing
            | Self::SalaryMissing
            | Self::EmploymentTypeMissing
            | Self::IdentifierMissing
            | Self::OrganizationUnlinked
            | Self::LocalityMissing => Severity::Note,
        }
    }

    /// Name of the `JobPosting` property that the finding concerns.
    pub fn property(&self) -> &'static str {
        match self {
            Self::TitleMissing | Self::TitleSaysMore => "title",
            Self::DescriptionMissing
            | Self::DescriptionRepeatsTitle
            | Self::DescriptionShort
            | Self::DescriptionEscaped => "description",
            Self::DatePostedMissing | Self::PostedInTheFuture => "datePosted",
            Self::OrganizationMissing | Self::OrganizationUnlinked => "hiringOrganization",
            Self::LocationMissing | Self::CountryMissing | Self::LocalityMissing => "jobLocation",
            Self::ApplicantCountriesMissing => "applicantLocationRequirements",
            Self::DateUnreadable { property, .. } => property,
            Self::Expired { .. } | Self::EndsBeforeItBegins | Self::ValidThroughMissing => "validThrough",
            Self::SalaryInWords { .. }
            | Self::SalaryImpossible
            | Self::SalaryCurrencyUnknown
            | Self::SalaryUnitUnknown
            | Self::SalaryMissing => "baseSalary",
            Self::LocationTypeUnknown { .. } => "jobLocationType",
            Self::EmploymentTypeUnknown { .. } | Self::EmploymentTypeMissing => "employmentType",
            Self::IdentifierMissing => "identifier",
        }
    }

    /// How to fix it, as an imperative without a final period.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::TitleMissing => "add `title`, the job's title alone",
            Self::DescriptionMissing => "add `description`, the whole text in HTML",
            Self::DatePostedMissing => "add `datePosted`, the first day it was public",
            Self::OrganizationMissing => "add `hiringOrganization` with its `name`, or the name `confidential`",
            Self::LocationMissing => "add `jobLocation`, or `jobLocationType` `TELECOMMUTE` for remote work",
            Self::CountryMissing => "add `addressCountry` to each place, a code of ISO 3166-1 such as `IN`",
            Self::ApplicantCountriesMissing => {
                "name the countries one may work from in `applicantLocationRequirements`"
            }
            Self::DateUnreadable { .. } => "write days as year-month-day, such as 2026-11-23",
            Self::Expired { .. } => "take the job down, or move `validThrough` if it is still open",
            Self::EndsBeforeItBegins => "correct `datePosted` or `validThrough`",
            Self::PostedInTheFuture => "publish it on that day, or correct `datePosted`",
            Self::SalaryInWords { .. } => "give figures, or leave `baseSalary` out",
            Self::SalaryImpossible => "give amounts above 0, the lower one as `minValue`",
            Self::SalaryCurrencyUnknown => "add `currency`, a code of ISO 4217 such as `INR`",
            Self::SalaryUnitUnknown => "add `unitText`: HOUR, DAY, WEEK, MONTH or YEAR",
            Self::LocationTypeUnknown { .. } => {
                "write `TELECOMMUTE` for work that is remote in full, else leave it out"
            }
            Self::EmploymentTypeUnknown { .. } => {
                "write FULL_TIME, PART_TIME, CONTRACTOR, TEMPORARY, INTERN, VOLUNTEER, \
                 PER_DIEM or OTHER"
            }
            Self::TitleSaysMore => "keep the title alone: employer, place and pay have properties of their own",
            Self::DescriptionRepeatsTitle | Self::DescriptionShort => "describe duties, qualifications and hours",
            Self::DescriptionEscaped => "write `<p>`, not `&lt;p&gt;`: in JSON, tags need no escapes",
            Self::ValidThroughMissing => "add `validThrough`, the last day one may apply, if there is one",
            Self::SalaryMissing => "add `baseSalary` if the employer discloses it",
            Self::EmploymentTypeMissing => "add `employmentType`, such as FULL_TIME",
            Self::IdentifierMissing => "add `identifier`, the employer's own name for the job",
            Self::OrganizationUnlinked => "add the employer's site as `sameAs`",
            Self::LocalityMissing => "add `addressLocality`, and `addressRegion` where there are regions",
        }
    }
}

/// Why it matters, as a sentence without a final period.
impl std::fmt::Display for Finding {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let reason = match self {
            Self::TitleMissing => "a job without a title cannot be listed",
            Self::DescriptionMissing => "a job without a description is refused",
            Self::DatePostedMissing => "a job of unknown age is refused",
            Self::OrganizationMissing => "a job without an employer is refused",
            Self::LocationMissing => "a job is found by its place, and it has none",
            Self::CountryMissing => "a place without a country is not found on a map",
            Self::ApplicantCountriesMissing => "remote work is listed by country, and none is named",
            Self::DateUnreadable { property, value } => {
                return write!(formatter, "`{property}` is `{value}`, which is no day");
            }
            Self::Expired { last_day } => {
                return write!(formatter, "it closed on {last_day}, and closed jobs may not be marked up");
            }
            Self::EndsBeforeItBegins => "its last day lies before its first",
            Self::PostedInTheFuture => "it is dated after today",
            Self::SalaryInWords { value } => return write!(formatter, "the pay is `{value}`, which is no amount"),
            Self::SalaryImpossible => "the pay is zero, below zero, or its ends are reversed",
            Self::SalaryCurrencyUnknown => "the currency of the pay is not told",
            Self::SalaryUnitUnknown => "the period of the pay is not told",
            Self::LocationTypeUnknown { value } => {
                return write!(formatter, "`{value}` is no kind of place that is known");
            }
            Self::EmploymentTypeUnknown { value } => {
                return write!(formatter, "`{value}` is no kind of employment that is known");
            }
            Self::TitleSaysMore => "the title also says who hires or what is paid",
            Self::DescriptionRepeatsTitle => "the description only repeats the title",
            Self::DescriptionShort => "the description is too short to tell what the work is",
            Self::DescriptionEscaped => "readers would see tags instead of paragraphs",
            Self::ValidThroughMissing => "without a last day it may be shown after it has closed",
            Self::SalaryMissing => "jobs that disclose pay are shown more prominently",
            Self::EmploymentTypeMissing => "it cannot be found by kind of employment",
            Self::IdentifierMissing => "copies of the job on other sites cannot be recognized",
            Self::OrganizationUnlinked => "the employer cannot be told from others of its name",
            Self::LocalityMissing => "it is listed for the whole country, not near anyone",
        };
        formatter.write_str(reason)
    }
}
