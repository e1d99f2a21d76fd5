//! Counting: how many jobs have each value of a facet.

use std::cmp::Reverse;

use super::{
    Polarity, Query,
    refine::{parse_salary, parse_years, single_choice},
    results::{FacetCounts, FacetValue, Refined, SalaryHistogram},
};
use crate::{
    domain::SizeRange,
    index::{DocId, Facet, FacetColumn, Index, LONGEST_YEARS, PostedWithin, ValueOrdinal},
};

/// The count of every value of every facet, job by job.
pub(super) struct Tally<'a> {
    index: &'a Index,
    query: &'a Query,
    /// Per listed facet its column and a count per value.
    listed: Vec<(Facet, &'a FacetColumn, Vec<usize>)>,
    years: [usize; LONGEST_YEARS as usize + 1],
    pub(super) experience_not_stated: usize,
    salary_bars: Vec<usize>,
    /// Jobs that reach the salary asked for, which need not be a step of the scale.
    reaching_salary: usize,
    pub(super) undisclosed_salary: usize,
    posted: [usize; PostedWithin::ALL.len()],
}

impl<'a> Tally<'a> {
    pub(super) fn new(index: &'a Index, query: &'a Query) -> Self {
        let columns = Facet::ALL.into_iter().filter_map(|facet| Some((facet, index.column(facet)?)));
        Self {
            index,
            query,
            listed: columns.map(|(facet, column)| (facet, column, vec![0; column.len()])).collect(),
            years: [0; LONGEST_YEARS as usize + 1],
            experience_not_stated: 0,
            salary_bars: vec![0; index.salary_scale().bars],
            reaching_salary: 0,
            undisclosed_salary: 0,
            posted: [0; PostedWithin::ALL.len()],
        }
    }

    /// Counts a job that every facet lets through.
    pub(super) fn add(&mut self, doc: DocId) {
        for (_, column, counts) in &mut self.listed {
            add_listed(column, counts, doc);
        }
        self.add_years(doc);
        self.add_salary(doc);
        self.add_posted(doc);
    }

    /// Counts a job that `facet` alone keeps out: it counts for the values of that facet only.
    pub(super) fn add_to(&mut self, facet: Facet, doc: DocId) {
        match facet {
            Facet::Experience => self.add_years(doc),
            Facet::Salary => self.add_salary(doc),
            Facet::Posted => self.add_posted(doc),
            _ => {
                for (_, column, counts) in self.listed.iter_mut().filter(|(listed, _, _)| *listed == facet) {
                    add_listed(column, counts, doc);
                }
            }
        }
    }

    fn add_years(&mut self, doc: DocId) {
        match self.index.years(doc) {
            Some(range) => (range.first..=range.last).for_each(|years| self.years[usize::from(years)] += 1),
            None => self.experience_not_stated += 1,
        }
    }

    fn add_salary(&mut self, doc: DocId) {
        match self.index.salary_top(doc) {
            Some(top) => {
                self.salary_bars[self.index.salary_scale().bar(top)] += 1;
                self.reaching_salary += usize::from(self.salary_asked().is_some_and(|asked| top >= asked));
            }
            None => self.undisclosed_salary += 1,
        }
    }

    fn add_posted(&mut self, doc: DocId) {
        let Some(posted) = self.index.date_posted(doc) else {
            return;
        };
        for (within, count) in PostedWithin::ALL.into_iter().zip(&mut self.posted) {
            *count += usize::from(posted >= within.since(self.index.now()));
        }
    }

    fn asked(&self, facet: Facet) -> Option<&str> {
        self.query.refinements.get(&facet).and_then(|refinements| single_choice(refinements))
    }

    fn salary_asked(&self) -> Option<u32> {
        self.asked(Facet::Salary).and_then(parse_salary)
    }

    /// The bars above the salary control.
    pub(super) fn salary_histogram(&self) -> SalaryHistogram {
        SalaryHistogram { step: self.index.salary_scale().step, counts: self.salary_bars.clone() }
    }

    /// The values of every facet with their counts, in the order they are shown.
    pub(super) fn facets(&self) -> Vec<FacetCounts> {
        let values = |facet| match facet {
            Facet::Experience => self.experience_values(),
            Facet::Salary => self.salary_values(),
            Facet::Posted => self.posted_values(),
            _ => self
                .listed
                .iter()
                .filter(|(listed, _, _)| *listed == facet)
                .flat_map(|one| self.listed_values(one))
                .collect(),
        };
        Facet::ALL.into_iter().map(|facet| FacetCounts { facet, values: values(facet) }).collect()
    }

    fn experience_values(&self) -> Vec<FacetValue> {
        let asked = self.asked(Facet::Experience).and_then(parse_years);
        let offered = self.index.most_years().map_or(0..0, |most| 0..most + 1);
        let beyond = asked.filter(|years| !offered.contains(years));
        let values = offered.chain(beyond).map(|years| {
            self.computed(Facet::Experience, u32::from(years), self.years[usize::from(years)], asked.map(u32::from))
        });
        values.filter(is_shown).collect()
    }

    fn salary_values(&self) -> Vec<FacetValue> {
        let (asked, scale) = (self.salary_asked(), self.index.salary_scale());
        let reaching = |bar: usize| self.salary_bars[bar..].iter().sum();
        let mut steps: Vec<(u32, usize)> =
            (1..scale.bars).map(|bar| (scale.step.saturating_mul(bar as u32), reaching(bar))).collect();
        if let Some(asked) = asked.filter(|asked| steps.iter().all(|(salary, _)| salary != asked)) {
            let at = steps.partition_point(|(salary, _)| *salary < asked);
            steps.insert(at, (asked, self.reaching_salary));
        }
        let values = steps.into_iter().map(|(salary, count)| self.computed(Facet::Salary, salary, count, asked));
        values.filter(is_shown).collect()
    }

    fn computed(&self, facet: Facet, number: u32, count: usize, asked: Option<u32>) -> FacetValue {
        let value = number.to_string();
        let label = self.index.value_label(facet, &value).into_owned();
        FacetValue { value, label, count, refined: included_if(asked == Some(number)) }
    }

    fn posted_values(&self) -> Vec<FacetValue> {
        let asked = self.asked(Facet::Posted).and_then(PostedWithin::parse);
        let values = PostedWithin::ALL.into_iter().zip(self.posted).map(|(within, count)| FacetValue {
            value: within.value().to_owned(),
            label: within.label().to_owned(),
            count,
            refined: included_if(asked == Some(within)),
        });
        values.filter(is_shown).collect()
    }

    fn listed_values(&self, (facet, column, counts): &(Facet, &FacetColumn, Vec<usize>)) -> Vec<FacetValue> {
        let (refined, unknown) = self.named_values(*facet, column);
        let value = |at: u32| FacetValue {
            value: column.value(ValueOrdinal(at)).to_owned(),
            label: column.label(ValueOrdinal(at)).to_owned(),
            count: counts[at as usize],
            refined: refined[at as usize],
        };
        let mut shown: Vec<u32> = (0..column.len() as u32)
            .filter(|at| counts[*at as usize] > 0 || refined[*at as usize] != Refined::No)
            .collect();
        match facet {
            Facet::CompanySize => shown.sort_by_key(|at| SizeRange::parse(column.value(ValueOrdinal(*at)))),
            // Ordinals decide ties, as comparing thousands of names would take longer than the search.
            _ => shown.sort_unstable_by_key(|at| (Reverse(counts[*at as usize]), *at)),
        }
        shown.into_iter().map(value).chain(unknown).collect()
    }

    /// What the query says about each value of a column, and the values it names that no job has.
    fn named_values(&self, facet: Facet, column: &FacetColumn) -> (Vec<Refined>, Vec<FacetValue>) {
        let mut refined = vec![Refined::No; column.len()];
        let mut unknown = Vec::new();
        for refinement in self.query.refinements.get(&facet).into_iter().flatten() {
            match column.find(&refinement.value) {
                Some(ValueOrdinal(at)) => refined[at as usize] = refined[at as usize].and(refinement.polarity),
                None => unknown.push(FacetValue {
                    value: refinement.value.clone(),
                    label: refinement.value.clone(),
                    count: 0,
                    refined: Refined::No.and(refinement.polarity),
                }),
            }
        }
        (refined, unknown)
    }
}

impl Refined {
    /// What a value is when one more refinement names it; unwanted outweighs wanted.
    fn and(self, polarity: Polarity) -> Self {
        match (self, polarity) {
            (Self::Excluded, _) | (_, Polarity::Exclude) => Self::Excluded,
            (_, Polarity::Include) => Self::Included,
        }
    }
}

fn add_listed(column: &FacetColumn, counts: &mut [usize], doc: DocId) {
    for ValueOrdinal(at) in column.of(doc) {
        counts[*at as usize] += 1;
    }
}

fn included_if(is_asked: bool) -> Refined {
    if is_asked { Refined::Included } else { Refined::No }
}

fn is_shown(value: &FacetValue) -> bool {
    value.count > 0 || value.refined != Refined::No
}
