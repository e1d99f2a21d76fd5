//! The refinements of a query, resolved against an index: which jobs each facet lets through.

use super::{Polarity, Query, Refinement, SkillMatch, Undisclosed};
use crate::{
    domain::Date,
    index::{DocSet, DocValues, Facet, FacetColumn, Index, LONGEST_YEARS, PostedWithin, ValueOrdinal},
};

/// The refinements of one facet.
pub(super) struct Group {
    pub(super) facet: Facet,
    /// The jobs they let through, expired ones included.
    pub(super) passing: DocSet,
}

/// The refinements of a query, one group for each facet refined. Values that make no sense are as good as none.
pub(super) fn groups(index: &Index, query: &Query) -> Vec<Group> {
    let named = query.refinements.iter().filter(|(_, refinements)| !refinements.is_empty());
    let group = |(facet, refinements): (&Facet, &Vec<Refinement>)| {
        Some(Group { facet: *facet, passing: passing(index, query, *facet, refinements)? })
    };
    let mut groups: Vec<Group> = named.filter_map(group).collect();
    let is_any_salary = groups.iter().all(|group| group.facet != Facet::Salary);
    if is_any_salary && query.undisclosed == Undisclosed::Hide {
        groups.push(Group { facet: Facet::Salary, passing: reaching(index, 0, Undisclosed::Hide) });
    }
    groups
}

fn passing(index: &Index, query: &Query, facet: Facet, refinements: &[Refinement]) -> Option<DocSet> {
    let value = single_choice(refinements);
    Some(match (index.column(facet), facet) {
        (Some(column), _) => Listed::of(column, refinements).passing(index, column.docs(), all_wanted(query, facet)),
        (None, Facet::Experience) => covering(index, parse_years(value?)?),
        (None, Facet::Salary) => reaching(index, parse_salary(value?)?, query.undisclosed),
        (None, _) => posted_since(index, PostedWithin::parse(value?)?.since(index.now())),
    })
}

fn covering(index: &Index, years: u8) -> DocSet {
    let mut docs = DocSet::all(index.len());
    docs.subtract(&index.years().docs_where(|range| !range.covers(years)));
    docs
}

fn reaching(index: &Index, least: u32, undisclosed: Undisclosed) -> DocSet {
    match undisclosed {
        Undisclosed::Hide => index.salary_tops().docs_where(|top| top >= least),
        Undisclosed::Keep => {
            let mut docs = DocSet::all(index.len());
            docs.subtract(&index.salary_tops().docs_where(|top| top < least));
            docs
        }
    }
}

fn posted_since(index: &Index, day: Date) -> DocSet {
    DocSet::first(index.posted_since(day), index.len())
}

/// The value of a facet that takes one at a time.
pub(super) fn single_choice(refinements: &[Refinement]) -> Option<&str> {
    let wanted = refinements.iter().find(|refinement| refinement.polarity == Polarity::Include);
    wanted.map(|refinement| refinement.value.as_str())
}

/// Whole years from 0 to 60.
pub(super) fn parse_years(value: &str) -> Option<u8> {
    digits(value).and_then(|years| u8::try_from(years).ok()).filter(|years| *years <= LONGEST_YEARS)
}

/// Whole units of the board's currency, above 0.
pub(super) fn parse_salary(value: &str) -> Option<u32> {
    digits(value).filter(|salary| *salary > 0)
}

fn digits(value: &str) -> Option<u32> {
    value.bytes().all(|byte| byte.is_ascii_digit()).then(|| value.parse().ok()).flatten()
}

fn all_wanted(query: &Query, facet: Facet) -> bool {
    facet == Facet::Skill && query.skill_match == SkillMatch::All
}

/// What refinements say about the listed values of a facet.
struct Listed {
    wanted: Vec<ValueOrdinal>,
    unwanted: Vec<ValueOrdinal>,
    /// Whether a value is wanted at all, be it one no job has.
    is_choosy: bool,
    /// Whether a value is wanted that no job has.
    wants_unknown: bool,
}

impl Listed {
    fn of(column: &FacetColumn, refinements: &[Refinement]) -> Self {
        let known = |polarity| {
            let named = refinements.iter().filter(move |refinement| refinement.polarity == polarity);
            named.map(|refinement| column.find(&refinement.value))
        };
        let unwanted: Vec<ValueOrdinal> = known(Polarity::Exclude).flatten().collect();
        Self {
            wanted: known(Polarity::Include).flatten().collect(),
            unwanted,
            is_choosy: known(Polarity::Include).next().is_some(),
            wants_unknown: known(Polarity::Include).any(|found| found.is_none()),
        }
    }

    fn passing(&self, index: &Index, values: &DocValues, all_wanted: bool) -> DocSet {
        let mut docs = if !self.is_choosy {
            DocSet::all(index.len())
        } else if !all_wanted {
            values.docs_with_any(&self.wanted)
        } else if self.wants_unknown {
            DocSet::none(index.len())
        } else {
            self.with_all_wanted(index, values)
        };
        docs.subtract(&values.docs_with_any(&self.unwanted));
        docs
    }

    fn with_all_wanted(&self, index: &Index, values: &DocValues) -> DocSet {
        let mut docs = DocSet::all(index.len());
        self.wanted.iter().for_each(|value| docs.intersect(&values.docs_with_any(&[*value])));
        docs
    }
}
