//! How much of a feed says what: for each field, the share of postings that state it.

use std::collections::BTreeMap;

use crate::domain::{ApplicantLocation, BaseSalary, JobPosting};

use super::FeedTally;

/// What a posting may state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CoverageField {
    /// A text.
    Description,
    /// A place in words.
    Place,
    /// A place whose country is known.
    Country,
    /// On-site, hybrid or remote.
    Workplace,
    /// From where one may apply.
    Applicants,
    /// Pay in figures.
    Pay,
    /// Pay in words alone.
    PayWords,
    /// Years of experience.
    Experience,
    /// Skills.
    Skills,
    /// No skills, but a title or text that names some.
    FoundSkills,
    /// Kinds of employment.
    Employment,
    /// Branch of trade.
    Industry,
    /// Part of the company.
    Department,
    /// First day it was public.
    DatePosted,
    /// Last day one may apply.
    ValidThrough,
    /// Language of the text.
    Language,
    /// Where applications go.
    Apply,
}

impl CoverageField {
    /// All fields, as the table has them.
    pub const ALL: [Self; 17] = [
        Self::Description,
        Self::Place,
        Self::Country,
        Self::Workplace,
        Self::Applicants,
        Self::Pay,
        Self::PayWords,
        Self::Experience,
        Self::Skills,
        Self::FoundSkills,
        Self::Employment,
        Self::Industry,
        Self::Department,
        Self::DatePosted,
        Self::ValidThrough,
        Self::Language,
        Self::Apply,
    ];

    /// The heading of its column.
    pub fn name(self) -> &'static str {
        match self {
            Self::Description => "text",
            Self::Place => "place",
            Self::Country => "country",
            Self::Workplace => "workplace",
            Self::Applicants => "from",
            Self::Pay => "pay",
            Self::PayWords => "words",
            Self::Experience => "years",
            Self::Skills => "skills",
            Self::FoundSkills => "found",
            Self::Employment => "type",
            Self::Industry => "industry",
            Self::Department => "dept",
            Self::DatePosted => "posted",
            Self::ValidThrough => "until",
            Self::Language => "lang",
            Self::Apply => "apply",
        }
    }

    fn is_stated(self, posting: &JobPosting) -> bool {
        match self {
            Self::Description => !posting.description.is_empty(),
            Self::Place => !posting.job_locations.is_empty(),
            Self::Country => posting.job_locations.iter().any(|place| place.country.is_some()),
            Self::Workplace => posting.workplace.is_some(),
            Self::Applicants => posting.applicant_location != ApplicantLocation::NotStated,
            Self::Pay => posting.base_salary.as_ref().is_some_and(|salary| salary.range().is_some()),
            Self::PayWords => matches!(posting.base_salary, Some(BaseSalary::Words(_))),
            Self::Experience => posting.experience.is_some(),
            Self::Skills => !posting.stated_skills().is_empty(),
            Self::FoundSkills => !posting.skill_source.is_stated(),
            Self::Employment => !posting.employment_types.is_empty(),
            Self::Industry => posting.industry.is_some(),
            Self::Department => posting.department.is_some(),
            Self::DatePosted => posting.date_posted.is_some(),
            Self::ValidThrough => posting.valid_through.is_some(),
            Self::Language => posting.language.is_some(),
            Self::Apply => posting.how_to_apply.is_some(),
        }
    }
}

/// How many postings state each field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    postings: usize,
    stated: BTreeMap<CoverageField, usize>,
}

impl Coverage {
    /// Counts a posting.
    pub fn add(&mut self, posting: &JobPosting) {
        self.postings += 1;
        for field in CoverageField::ALL.into_iter().filter(|field| field.is_stated(posting)) {
            *self.stated.entry(field).or_default() += 1;
        }
    }

    /// The share of postings that state a field, in whole percent; all of them only when all do.
    pub fn percent(&self, field: CoverageField) -> usize {
        self.stated.get(&field).copied().unwrap_or_default() * 100 / self.postings.max(1)
    }
}

/// Feeds as lines of a table: file, kind, records, postings, records merged into those, the percentage that states each field, refused records
/// by reason.
pub fn table<'a>(reports: impl IntoIterator<Item = (&'a str, &'a FeedTally)>) -> String {
    let mut rows = vec![heading()];
    rows.extend(reports.into_iter().map(|(file, report)| row(file, report)));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| match column {
            2..=21 => format!("{cell:>width$}"),
            _ => format!("{cell:<width$}"),
        });
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}

fn heading() -> Vec<String> {
    let counted = ["feed", "kind", "records", "jobs", "merged"].into_iter();
    counted.chain(CoverageField::ALL.map(CoverageField::name)).chain(["refused"]).map(str::to_owned).collect()
}

fn row(file: &str, report: &FeedTally) -> Vec<String> {
    let kind = report.kind.map_or("-", |kind| kind.name());
    let counts = [report.records, report.postings, report.merged].map(|count| count.to_string());
    let mut row = [vec![file.to_owned(), kind.to_owned()], counts.to_vec()].concat();
    row.extend(CoverageField::ALL.map(|field| format!("{}%", report.coverage.percent(field))));
    row.push(report.refused.iter().map(|(code, count)| format!("{count} {code}")).collect::<Vec<_>>().join(", "));
    row
}
