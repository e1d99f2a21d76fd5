//! Measures which share of a feed's postings state each field.

use std::collections::BTreeMap;

use openroles_model::{
    domain::{BaseSalary, JobPosting},
    facets::{Facet, FacetKind},
};

use super::FeedTally;

/// Something that a posting can state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CoverageField {
    /// A description that isn't empty.
    Description,
    /// A place in words.
    Place,
    /// A place with a known country.
    Country,
    /// Skills that the feed lists.
    Skills,
    /// Skills found in the title or description, because the feed lists none.
    FoundSkills,
    /// A value of a facet that has a heading for this table.
    Facet(Facet),
    /// Pay in words instead of numbers.
    PayWords,
    /// Language of the description.
    Language,
    /// Last day to apply.
    ValidThrough,
    /// A way to apply.
    Apply,
}

impl CoverageField {
    /// All fields, in the order of the table's columns.
    pub fn all() -> Vec<Self> {
        let facets = Facet::ALL.into_iter().filter(|facet| facet.coverage().is_some()).map(Self::Facet);
        let before = [Self::Description, Self::Place, Self::Country, Self::Skills, Self::FoundSkills];
        let after = [Self::PayWords, Self::Language, Self::ValidThrough, Self::Apply];
        before.into_iter().chain(facets).chain(after).collect()
    }

    /// Heading of the column.
    pub fn name(self) -> &'static str {
        match self {
            Self::Description => "text",
            Self::Place => "place",
            Self::Country => "country",
            Self::Skills => "skills",
            Self::FoundSkills => "found",
            Self::Facet(facet) => facet.coverage().unwrap_or(facet.key()),
            Self::PayWords => "words",
            Self::Language => "lang",
            Self::ValidThrough => "until",
            Self::Apply => "apply",
        }
    }

    fn is_stated(self, posting: &JobPosting) -> bool {
        match self {
            Self::Description => !posting.description.is_empty(),
            Self::Place => !posting.job_locations.is_empty(),
            Self::Country => posting.job_locations.iter().any(|place| place.country.is_some()),
            Self::Skills => !posting.stated_skills().is_empty(),
            Self::FoundSkills => !posting.skill_source.is_stated(),
            Self::Facet(facet) => is_facet_stated(facet, posting),
            Self::PayWords => matches!(posting.base_salary, Some(BaseSalary::Words(_))),
            Self::Language => posting.language.is_some(),
            Self::ValidThrough => posting.valid_through.is_some(),
            Self::Apply => posting.how_to_apply.is_some(),
        }
    }
}

fn is_facet_stated(facet: Facet, posting: &JobPosting) -> bool {
    match facet.kind() {
        FacetKind::Listed => {
            let values = facet.values(posting, None);
            values.iter().any(|named| Some(named.value.as_str()) != facet.not_stated())
        }
        FacetKind::Years => posting.experience.is_some(),
        FacetKind::Pay => posting.base_salary.as_ref().is_some_and(|salary| salary.range().is_some()),
        FacetKind::Age => posting.date_posted.is_some(),
    }
}

/// Number of postings that state each field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    postings: usize,
    stated: BTreeMap<CoverageField, usize>,
}

impl Coverage {
    /// Adds a posting to the numbers.
    pub fn add(&mut self, posting: &JobPosting) {
        self.postings += 1;
        for field in CoverageField::all().into_iter().filter(|field| field.is_stated(posting)) {
            *self.stated.entry(field).or_default() += 1;
        }
    }

    /// Percentage of postings that state a field, 0 to 100, rounded down. So it is only 100 if all postings do.
    pub fn percent(&self, field: CoverageField) -> usize {
        self.stated.get(&field).copied().unwrap_or_default() * 100 / self.postings.max(1)
    }
}

/// Table of feeds. Each line has the file, kind, numbers of records, postings, and merged records, the percentage of
/// postings that state each field, and the number of refused records for each reason.
pub fn table<'a>(reports: impl IntoIterator<Item = (&'a str, &'a FeedTally)>) -> String {
    let mut rows = vec![heading()];
    rows.extend(reports.into_iter().map(|(file, report)| row(file, report)));
    let numbers = 2..rows[0].len() - 1;
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| match column {
            column if numbers.contains(&column) => format!("{cell:>width$}"),
            _ => format!("{cell:<width$}"),
        });
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}

fn heading() -> Vec<String> {
    let counted = ["feed", "kind", "records", "jobs", "merged"].into_iter();
    let names = CoverageField::all().into_iter().map(CoverageField::name);
    counted.chain(names).chain(["refused"]).map(str::to_owned).collect()
}

fn row(file: &str, report: &FeedTally) -> Vec<String> {
    let kind = report.kind.map_or("-", |kind| kind.name());
    let counts = [report.records, report.postings, report.merged].map(|count| count.to_string());
    let mut row = [vec![file.to_owned(), kind.to_owned()], counts.to_vec()].concat();
    row.extend(CoverageField::all().into_iter().map(|field| format!("{}%", report.coverage.percent(field))));
    row.push(report.refused.iter().map(|(code, count)| format!("{count} {code}")).collect::<Vec<_>>().join(", "));
    row
}
