//! The list of codes: each has a name that never changes its meaning, a severity, and a remedy.
//!
//! `missing-…` is what a record lacks, so it doesn't become a posting. `…-missing` is what a posting lacks.
//! `src/doctor/code_tests.rs` has a feed for each code.

use std::fmt;

use super::Severity;

/// Declares [`FindingCode`] from rows of `Variant = "name", Severity, "remedy"`.
macro_rules! finding_codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal, $severity:ident, $remedy:literal;)*) => {
        /// What can be wrong with a feed, a record, or a posting.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FindingCode {
            $($(#[$doc])* $code,)*
        }

        impl FindingCode {
            /// All codes, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// Stable name for counting, such as `unread-pay`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)*
                }
            }

            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity,)*
                }
            }

            /// How to fix it, as an imperative without a final period.
            pub fn remedy(self) -> &'static str {
                match self {
                    $(Self::$code => $remedy,)*
                }
            }
        }
    };
}

finding_codes! {
    // Feeds.

    /// A feed can't be read at all.
    UnreadableFeed = "unreadable-feed", Lost,
        "check the path, its permissions, and whether the export or download finished";
    /// A feed ends in the middle, so there may be more records.
    BreaksOff = "breaks-off", Lost,
        "check whether the export or download finished";
    /// Nothing is read from a column of a table. Only a note if it doesn't look like anything that is read.
    UnreadColumn = "unread-column", Warning,
        "add the column under `[columns]` in the config file; if it says nothing about the job, there is nothing to do";

    // Records that don't become postings.

    /// A record isn't JSON, or is nested too deeply.
    InvalidJson = "invalid-json", Lost,
        "write each record as one JSON object; `openroles schema` prints the format";
    /// A record isn't well-formed XML, or is nested too deeply.
    InvalidXml = "invalid-xml", Lost,
        "close every element, and write `&` as `&amp;` and `<` as `&lt;` in text";
    /// A row has more cells than the table has columns.
    TooManyCells = "too-many-cells", Lost,
        "put cells that contain the separator or a line break in double quotes";
    /// A record is JSON, but not a job posting.
    NotAPosting = "not-a-posting", Lost,
        r#"give it `"@type": "JobPosting"` and a title, or remove it from the feed"#;
    /// A record has neither an identifier nor a URL.
    MissingIdentifier = "missing-identifier", Lost,
        "add `identifier` or `url`";
    /// A record has no title, or none with visible characters.
    MissingTitle = "missing-title", Lost,
        "add `title`";
    /// A record has no employer.
    MissingOrganization = "missing-organization", Lost,
        "add `hiringOrganization`, or name the company with --company";
    /// An earlier record has the same identifier.
    DuplicateIdentifier = "duplicate-identifier", Lost,
        "give each posting its own `identifier`";
    /// An earlier record is the same posting.
    FoldedDuplicate = "folded-duplicate", Note,
        r#"nothing to do; to show both, set `duplicates = "keep"`"#;
    /// The source marks a record as not public.
    NotPublished = "not-published", Note,
        "nothing to do; to show it, publish it at its source";

    // Values that a record states and the posting doesn't, or that were guessed.

    /// Amounts of pay that aren't plausible, or have no currency or period.
    UnreadPay = "unread-pay", Warning,
        "check the amounts, and state `currency` and `unitText`; implausible pay isn't shown";
    /// A value of a pay field that says nothing about pay.
    MisplacedPay = "misplaced-pay", Warning,
        "this isn't pay: check whether values are in the wrong columns, or leave it out";
    /// Pay that is shown in the record's words, because they state no amount.
    PayInWords = "pay-in-words", Note,
        "state amounts with a currency and a period, so that searches by pay find the job";
    /// Experience that isn't a number of years.
    UnreadExperience = "unread-experience", Warning,
        "write years as `3-6`, or use `minValue` and `maxValue`";
    /// A date that can't be read.
    UnreadDate = "unread-date", Warning,
        "write dates as year-month-day, such as 2026-11-23";
    /// A date that may be one of two days.
    AmbiguousDate = "ambiguous-date", Warning,
        "write dates as year-month-day: no value of this column shows whether the day or the month comes first";
    /// A minimum age instead of a date.
    OpenEndedDate = "open-ended-date", Note,
        "state the date itself; a minimum age such as `30+ days ago` isn't shown";
    /// A date that was computed from an age.
    GuessedDate = "guessed-date", Note,
        "state the date itself; an age counts once, from the day the record was made or the job was first seen";
    /// An application link or address that can't be used.
    UnusableLink = "unusable-link", Warning,
        "use an https address or an e-mail address";
    /// Which dollar `$` means.
    GuessedDollar = "guessed-dollar", Note,
        "state `currency`, or write `US$` or `CA$`: several countries have dollars";
    /// The currency of pay, derived from the country.
    GuessedCurrency = "guessed-currency", Note,
        "state `currency`; it was derived from the country of the job";
    /// The period of pay, derived from the amount.
    GuessedPeriod = "guessed-period", Note,
        "state `unitText`; it was derived from the amount";
    /// Skills that were written without separators.
    GuessedSkills = "guessed-skills", Note,
        "list each skill separately, or put commas between them";
    /// A title that was shortened by the places at its end.
    GuessedTitle = "guessed-title", Note,
        "nothing to do if the shorter title is right; otherwise, state places only in `jobLocation`";
    /// An employer's name that was derived from an address.
    GuessedCompany = "guessed-company", Note,
        "name the company with --company; its name was derived from the address";
    /// Whether the employer sponsors visas, read from phrases of the text.
    ReadVisaSponsorship = "read-visa-sponsorship", Note,
        "nothing to do if it is right; to be sure, state it in `eligibilityToWorkRequirement`";
    /// Values of a row that were moved back from other columns.
    MovedFields = "moved-fields", Note,
        "fix the export: values of this row were in the wrong columns and were moved back";
    /// A value of a row that fits nowhere, so it was left out.
    OmittedField = "omitted-field", Warning,
        "fix the export: this value was in the wrong column and was left out";

    // Postings, as visitors see them.

    /// The last day to apply is in the past.
    Expired = "expired", Warning,
        "remove it from the feed, or give it a later `validThrough`";
    /// An open job that doesn't say how to apply.
    ApplyMissing = "apply-missing", Required,
        "add `howToApply`, an https address or an e-mail address";
    /// A place whose country isn't known.
    UnknownPlace = "unknown-place", Note,
        "write city, region, and country; the place is shown and found as written, but isn't in any country";
    /// A skill that isn't in the table of skills.
    UnknownSkill = "unknown-skill", Note,
        "nothing to do if it is a skill; otherwise, list each skill separately";

    // Postings, as search engines' job listings see them.

    /// No description.
    DescriptionMissing = "description-missing", Required,
        "add `description`, the full text in HTML";
    /// No day of posting.
    DatePostedMissing = "date-posted-missing", Required,
        "add `datePosted`, the first day the job was public";
    /// Neither a place in a known country nor fully remote work.
    LocationMissing = "location-missing", Required,
        "add `jobLocation` with its country, or `jobLocationType` `TELECOMMUTE` for fully remote work";
    /// Fully remote work without the countries that applicants may live in.
    ApplicantCountriesMissing = "applicant-countries-missing", Required,
        "list the countries that applicants may live in under `applicantLocationRequirements`";
    /// The last day to apply is before the day of posting.
    EndsBeforeItBegins = "ends-before-it-begins", Forbidden,
        "correct `datePosted` or `validThrough`";
    /// The day of posting is in the future.
    PostedInTheFuture = "posted-in-the-future", Forbidden,
        "publish it on that day, or correct `datePosted`";
    /// The description only repeats the title.
    DescriptionRepeatsTitle = "description-repeats-title", Forbidden,
        "describe the duties, qualifications, and hours";
    /// The title also contains the employer or the pay.
    TitleSaysMore = "title-says-more", Note,
        "keep only the title: the employer, the place, and the pay have their own properties";
    /// The description is very short.
    DescriptionShort = "description-short", Note,
        "describe the duties, qualifications, and hours";
    /// No last day to apply.
    ValidThroughMissing = "valid-through-missing", Note,
        "add `validThrough`, the last day to apply, if there is one";
    /// No pay in numbers.
    SalaryMissing = "salary-missing", Note,
        "add `baseSalary` if the employer discloses it";
    /// No kind of employment.
    EmploymentTypeMissing = "employment-type-missing", Note,
        "add `employmentType`, such as FULL_TIME";
    /// The feed states no identifier, so it was derived from the contents.
    DerivedIdentifier = "derived-identifier", Note,
        "add `identifier`, the employer's own ID for the job";
    /// An employer without a website that distinguishes it from others with the same name.
    OrganizationUnlinked = "organization-unlinked", Note,
        "add the employer's website as `sameAs`";
    /// A country without a town or region.
    LocalityMissing = "locality-missing", Note,
        "add `addressLocality`, and `addressRegion` where there are regions";
}

impl fmt::Display for FindingCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_codes_consist_of_the_same_words() {
        // `missing-title` and `title-missing` once meant the same.
        let words = |code: &FindingCode| code.name().split('-').collect::<BTreeSet<_>>();
        let different: BTreeSet<_> = FindingCode::ALL.iter().map(words).collect();
        assert_eq!(different.len(), FindingCode::ALL.len());
    }

    #[test]
    fn every_code_is_a_slug_with_a_remedy_in_one_line() {
        for code in FindingCode::ALL {
            let name = code.name();
            assert!(
                name.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase())),
                "{name}"
            );
            assert!(!code.remedy().is_empty() && !code.remedy().ends_with('.'), "{name}");
            assert!(!code.remedy().contains(['\n', '\t']), "{name}");
        }
    }
}
