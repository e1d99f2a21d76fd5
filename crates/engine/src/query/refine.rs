//! Finds the jobs that the refinements of a query allow.

use openroles_model::{
    domain::{Date, Years},
    facets::{Facet, FacetKind},
};

use super::{Polarity, Query, Refinement, SkillMatch, Sort, Undisclosed};
use crate::{
    index::{DocSet, DocValues, FacetColumn, Index, PostedWithin, StatedPay, ValueOrdinal},
    ranking::PayGroup,
};

/// Refinements of one facet.
pub(super) struct Group {
    pub(super) facet: Facet,
    /// Jobs that the refinements allow, including expired ones.
    pub(super) passing: DocSet,
}

/// Refinements of a query, grouped by facet. Values that aren't valid for their facet have no effect.
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
    let value = query.choice(facet);
    Some(match facet.kind() {
        FacetKind::Listed => {
            let column = index.column(facet)?;
            ListedValues::of(column, refinements).passing(index, column.docs(), all_wanted(query, facet))
        }
        FacetKind::Years => meeting(index, Years::parse(value?)?),
        FacetKind::Pay => reaching(index, parse_salary(value?)?, query.undisclosed),
        FacetKind::Age => posted_since(index, PostedWithin::parse(value?)?.since(index.now())),
    })
}

fn meeting(index: &Index, years: Years) -> DocSet {
    let mut docs = DocSet::all(index.len());
    docs.subtract(&index.years().docs_where(|range| !range.meets(years)));
    docs
}

fn reaching(index: &Index, least: u32, undisclosed: Undisclosed) -> DocSet {
    match undisclosed {
        Undisclosed::Hide => index.stated_pay().docs_where(|pay| pay.reaches(least)),
        Undisclosed::Keep => {
            let mut docs = DocSet::all(index.len());
            docs.subtract(&index.stated_pay().docs_where(|pay| pay.top().is_some_and(|top| top < least)));
            docs
        }
    }
}

/// Divides the hits into groups that are listed one after the other. If a salary is requested, the default order has
/// the groups of [`PayGroup`]; otherwise, there is a single group.
pub(super) fn ordered_groups(index: &Index, query: &Query, hits: &DocSet) -> Vec<DocSet> {
    let asked = match query.sort {
        Sort::Relevance => query.salary_asked(),
        Sort::Newest | Sort::Added | Sort::Salary => None,
    };
    let Some(asked) = asked else { return vec![hits.clone()] };
    let stated = index.stated_pay();
    let group = |group: PayGroup| {
        let mut docs = hits.clone();
        match group {
            PayGroup::Reaching => docs.intersect(&stated.docs_where(|pay| pay.reaches(asked))),
            PayGroup::OtherCurrency => docs.intersect(&stated.docs_where(|pay| pay == StatedPay::OtherCurrency)),
            PayGroup::Unstated => docs.subtract(&stated.docs_where(|_| true)),
        }
        docs
    };
    PayGroup::IN_ORDER.map(group).into()
}

impl Query {
    /// Requested pay per year, in whole units of the board's currency.
    pub(super) fn salary_asked(&self) -> Option<u32> {
        self.choice(Facet::Salary).and_then(parse_salary)
    }

    /// Requested years of experience.
    pub fn years_asked(&self) -> Option<Years> {
        self.choice(Facet::Experience).and_then(Years::parse)
    }
}

fn posted_since(index: &Index, day: Date) -> DocSet {
    DocSet::first(index.posted_since(day), index.len())
}

/// Parses an amount in whole units of the board's currency, above 0.
pub(super) fn parse_salary(value: &str) -> Option<u32> {
    digits(value).filter(|salary| *salary > 0)
}

fn digits(value: &str) -> Option<u32> {
    value.bytes().all(|byte| byte.is_ascii_digit()).then(|| value.parse().ok()).flatten()
}

fn all_wanted(query: &Query, facet: Facet) -> bool {
    facet == Facet::Skill && query.skill_match == SkillMatch::All
}

/// Refinements of a listed facet. Values that no job has aren't in the lists.
struct ListedValues {
    wanted: Vec<ValueOrdinal>,
    unwanted: Vec<ValueOrdinal>,
    /// Whether any value is included, even if no job has it.
    is_choosy: bool,
    /// Whether a value is included that no job has.
    wants_unknown: bool,
}

impl ListedValues {
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
