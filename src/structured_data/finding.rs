//! What the judge can find: how much it matters, where it stands, why it matters and what helps.

/// Something about a posting that a search engine's job listing minds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// No title.
    TitleMissing,
    /// No description.
    DescriptionMissing,
    /// No day of posting.
    DatePostedMissing,
    /// No employer.
    OrganizationMissing,
    /// Neither a place nor remote work.
    LocationMissing,
    /// Places, but one without its country.
    CountryMissing,
    /// Remote work, but not from where.
    ApplicantCountriesMissing,
    /// A day that is no day.
    DateUnreadable {
        /// The property.
        property: &'static str,
        /// Its value.
        value: String,
    },
    /// The last day lies behind.
    Expired {
        /// That day.
        last_day: String,
    },
    /// The last day lies before the first.
    EndsBeforeItBegins,
    /// Not public yet.
    PostedInTheFuture,
    /// Words where an amount belongs.
    SalaryInWords {
        /// The words.
        value: String,
    },
    /// Amounts that nobody is paid.
    SalaryImpossible,
    /// No currency, or none of ISO 4217.
    SalaryCurrencyUnknown,
    /// No period, or none that is known.
    SalaryUnitUnknown,
    /// A kind of place other than `TELECOMMUTE`.
    LocationTypeUnknown {
        /// Its value.
        value: String,
    },
    /// A kind of employment that is not listed.
    EmploymentTypeUnknown {
        /// Its value.
        value: String,
    },
    /// The title says the employer or the pay, too.
    TitleSaysMore,
    /// The description is the title again.
    DescriptionRepeatsTitle,
    /// Hardly any description.
    DescriptionShort,
    /// Tags that are escaped, so that readers see them.
    DescriptionEscaped,
    /// No last day.
    ValidThroughMissing,
    /// No pay.
    SalaryMissing,
    /// No kind of employment.
    EmploymentTypeMissing,
    /// No name of the employer's own.
    IdentifierMissing,
    /// An employer that no address tells from others of its name.
    OrganizationUnlinked,
    /// A country without a town or region.
    LocalityMissing,
}

/// How much something about a posting matters, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The job is not on the board.
    Lost,
    /// Without it, a search engine's job listing refuses the job, or nobody can apply for it.
    Required,
    /// It breaks a rule of the listing, which may cost the whole site its place.
    Forbidden,
    /// Something is not shown as it was meant.
    Warning,
    /// It could be better: a listing takes the job, and shows it better with it.
    Note,
}

impl Severity {
    /// In a word.
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
    /// A short name for counting: `salary-in-words`.
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

    /// How much it matters.
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

    /// The property it is about.
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

    /// What helps, as a request without a full stop.
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

/// Why it matters, in a sentence without a full stop.
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
