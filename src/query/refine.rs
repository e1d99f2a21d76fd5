//! The refinements of a query, resolved against an index: which jobs each facet lets through.

use super::{Polarity, Query, Refinement, SkillMatch, Undisclosed};
use crate::{
    domain::Date,
    index::{DocId, Facet, FacetColumn, Index, LONGEST_YEARS, PostedWithin, ValueOrdinal},
};

/// The refinements of one facet, as one test.
pub(super) struct Group {
    pub(super) facet: Facet,
    test: Test,
}

enum Test {
    Listed { marks: Vec<Mark>, wanted: Wanted },
    Years(u8),
    Salary { least: u32, undisclosed: Undisclosed },
    Since(Date),
}

/// What a query says about a listed value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Unnamed,
    Wanted,
    Unwanted,
}

/// What a job must have of the wanted values.
#[derive(Clone, Copy)]
enum Wanted {
    /// Whatever it has; only unwanted values are named.
    Anything,
    /// One at least.
    Any,
    /// As many as there are.
    All(usize),
    /// What no job has.
    Impossible,
}

/// The refinements as tests, one for each facet refined. Values that make no sense are as good as none.
pub(super) fn groups(index: &Index, query: &Query) -> Vec<Group> {
    let named = query.refinements.iter().filter(|(_, refinements)| !refinements.is_empty());
    let mut groups: Vec<Group> =
        named.filter_map(|(facet, refinements)| group(index, query, *facet, refinements)).collect();
    let is_any_salary = groups.iter().all(|group| group.facet != Facet::Salary);
    if is_any_salary && query.undisclosed == Undisclosed::Hide {
        groups.push(Group { facet: Facet::Salary, test: Test::Salary { least: 0, undisclosed: Undisclosed::Hide } });
    }
    groups
}

fn group(index: &Index, query: &Query, facet: Facet, refinements: &[Refinement]) -> Option<Group> {
    let value = single_choice(refinements);
    let test = match (index.column(facet), facet) {
        (Some(column), _) => listed(column, refinements, all_wanted(query, facet)),
        (None, Facet::Experience) => Test::Years(parse_years(value?)?),
        (None, Facet::Salary) => Test::Salary { least: parse_salary(value?)?, undisclosed: query.undisclosed },
        (None, _) => Test::Since(PostedWithin::parse(value?)?.since(index.now())),
    };
    Some(Group { facet, test })
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

fn listed(column: &FacetColumn, refinements: &[Refinement], all_wanted: bool) -> Test {
    let mut marks = vec![Mark::Unnamed; column.len()];
    let mut unknown = 0;
    let (wanted, unwanted): (Vec<_>, Vec<_>) =
        refinements.iter().partition(|refinement| refinement.polarity == Polarity::Include);
    for refinement in &wanted {
        match column.find(&refinement.value) {
            Some(ValueOrdinal(at)) => marks[at as usize] = Mark::Wanted,
            None => unknown += 1,
        }
    }
    let known = marks.iter().filter(|mark| **mark == Mark::Wanted).count();
    for ValueOrdinal(at) in unwanted.iter().filter_map(|refinement| column.find(&refinement.value)) {
        marks[at as usize] = Mark::Unwanted;
    }
    let wanted = match known {
        _ if wanted.is_empty() => Wanted::Anything,
        0 => Wanted::Impossible,
        _ if all_wanted && unknown > 0 => Wanted::Impossible,
        _ if all_wanted => Wanted::All(known),
        _ => Wanted::Any,
    };
    Test::Listed { marks, wanted }
}

impl Group {
    /// Whether the facet lets a job through.
    pub(super) fn passes(&self, index: &Index, doc: DocId) -> bool {
        match &self.test {
            Test::Listed { marks, wanted } => {
                index.column(self.facet).is_some_and(|column| passes_listed(column.of(doc), marks, *wanted))
            }
            Test::Years(years) => index.years(doc).is_none_or(|range| range.covers(*years)),
            Test::Salary { least, undisclosed } => match index.salary_top(doc) {
                Some(top) => top >= *least,
                None => *undisclosed == Undisclosed::Keep,
            },
            Test::Since(day) => index.date_posted(doc).is_some_and(|posted| posted >= *day),
        }
    }
}

fn passes_listed(values: &[ValueOrdinal], marks: &[Mark], wanted: Wanted) -> bool {
    let mut found = 0;
    for ValueOrdinal(at) in values {
        match marks[*at as usize] {
            Mark::Unnamed => {}
            Mark::Wanted => found += 1,
            Mark::Unwanted => return false,
        }
    }
    match wanted {
        Wanted::Anything => true,
        Wanted::Any => found > 0,
        Wanted::All(count) => found == count,
        Wanted::Impossible => false,
    }
}
