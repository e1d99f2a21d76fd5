//! Counts how many jobs have each value of a facet.

use std::collections::BTreeMap;

use openroles_model::{
    domain::Years,
    facets::{Facet, FacetKind},
};

use super::{
    Polarity, Query,
    results::{FacetCounts, FacetValue, Refined, SalaryHistogram},
};
use crate::index::{Counted, DocId, DocSet, FacetColumn, Index, PayCounts, PostedWithin, StatedPay, YearCounts};

/// Counts for every value of every facet.
pub(super) struct Tally<'a> {
    index: &'a Index,
    query: &'a Query,
    /// For each listed facet, its column and the counts of its values by ordinal.
    listed: Vec<(Facet, &'a FacetColumn, Vec<u32>)>,
    years: YearCounts,
    years_counted: usize,
    pay: PayCounts,
    salary_counted: DocSet,
    posted: Vec<usize>,
}

/// Jobs, also in a form that is fast to count.
struct CountedJobs {
    docs: DocSet,
    counted: Counted,
}

impl CountedJobs {
    fn of(index: &Index, docs: DocSet) -> Self {
        Self { counted: Counted::of(&docs, index.live()), docs }
    }
}

impl<'a> Tally<'a> {
    /// Counts `hits`. A facet in `without` is counted among the hits that the query would have without the facet's
    /// refinements.
    pub(super) fn of(index: &'a Index, query: &'a Query, without: Vec<(Facet, DocSet)>, hits: DocSet) -> Self {
        let mut counted = BTreeMap::new();
        counted.extend(without.into_iter().map(|(facet, docs)| (facet, CountedJobs::of(index, docs))));
        let (without, hits) = (counted, CountedJobs::of(index, hits));
        let of = |facet| without.get(&facet).unwrap_or(&hits);
        let listed = |facet| {
            let column = index.column(facet)?;
            Some((facet, column, column.docs().counts(&of(facet).counted)))
        };
        let posted = of(Facet::Posted);
        let posted_within =
            |within: PostedWithin| posted.docs.len_of_first(index.posted_since(within.since(index.now())));
        Self {
            index,
            query,
            listed: Facet::ALL.into_iter().filter_map(listed).collect(),
            years: index.years().year_counts(&of(Facet::Experience).counted, query.years_asked()),
            years_counted: of(Facet::Experience).docs.len(),
            pay: index.stated_pay().pay_counts(index.salary_scale(), &of(Facet::Salary).counted),
            salary_counted: of(Facet::Salary).docs.clone(),
            posted: PostedWithin::ALL.into_iter().map(posted_within).collect(),
        }
    }

    /// Number of jobs that don't state experience.
    pub(super) fn experience_not_stated(&self) -> usize {
        self.years_counted - self.years.stated
    }

    /// Number of jobs that don't state pay in numbers.
    pub(super) fn undisclosed_salary(&self) -> usize {
        self.salary_counted.len() - self.pay.bars.iter().sum::<usize>() - self.pay.other_currency
    }

    /// Number of jobs with pay in a currency without an exchange rate.
    pub(super) fn incomparable_salary(&self) -> usize {
        self.pay.other_currency
    }

    /// Number of jobs whose pay reaches an amount, which needn't be a step of the scale.
    fn reaching_salary(&self, asked: u32) -> usize {
        let reaches = |doc: &DocId| self.index.stated_pay().of(*doc).is_some_and(|pay: StatedPay| pay.reaches(asked));
        self.salary_counted.iter().filter(reaches).count()
    }

    /// Histogram of the salary control.
    pub(super) fn salary_histogram(&self) -> SalaryHistogram {
        SalaryHistogram { step: self.index.salary_scale().step, counts: self.pay.bars.clone() }
    }

    /// Counts of every facet, in the order of [`Facet::ALL`].
    pub(super) fn facets(&self) -> Vec<FacetCounts> {
        Facet::ALL.into_iter().map(|facet| self.facet(facet)).collect()
    }

    fn facet(&self, facet: Facet) -> FacetCounts {
        let computed = match facet.kind() {
            FacetKind::Listed => {
                let found = self.listed.iter().find(|(listed, _, _)| *listed == facet);
                let counts = found.map(|(_, column, counts)| self.listed_counts(facet, column, counts));
                return counts.unwrap_or_else(|| FacetCounts::listed(facet, Vec::new()));
            }
            FacetKind::Years => self.experience_values(),
            FacetKind::Pay => self.salary_values(),
            FacetKind::Age => self.posted_values(),
        };
        FacetCounts::computed(facet, computed)
    }

    fn experience_values(&self) -> Vec<FacetValue> {
        let asked = self.query.years_asked();
        let offered = self.index.most_years().map_or(0..0, |most| 0..most + 1);
        let covering = |years: u8| (Years::whole(years), self.years.covering[usize::from(years)]);
        let mut counts: Vec<(Years, usize)> = offered.map(covering).collect();
        insert_asked(&mut counts, asked, || self.years.meeting);
        let value = |(years, count): (Years, usize)| {
            self.computed(Facet::Experience, years.to_string(), count, asked == Some(years))
        };
        counts.into_iter().map(value).filter(is_shown).collect()
    }

    fn salary_values(&self) -> Vec<FacetValue> {
        let (asked, scale) = (self.query.salary_asked(), self.index.salary_scale());
        let reaching = |bar: usize| self.pay.bars[bar..].iter().sum();
        let mut steps: Vec<(u32, usize)> =
            (1..scale.bars).map(|bar| (scale.step.saturating_mul(bar as u32), reaching(bar))).collect();
        insert_asked(&mut steps, asked, || asked.map_or(0, |asked| self.reaching_salary(asked)));
        let value = |(salary, count): (u32, usize)| {
            self.computed(Facet::Salary, salary.to_string(), count, asked == Some(salary))
        };
        steps.into_iter().map(value).filter(is_shown).collect()
    }

    fn computed(&self, facet: Facet, value: String, count: usize, is_asked: bool) -> FacetValue {
        let label = self.index.value_label(facet, &value).into_owned();
        FacetValue { value, label, count, refined: included_if(is_asked) }
    }

    fn posted_values(&self) -> Vec<FacetValue> {
        let asked = self.query.choice(Facet::Posted).and_then(PostedWithin::parse);
        let values = PostedWithin::ALL.into_iter().zip(&self.posted).map(|(within, count)| FacetValue {
            value: within.value().to_owned(),
            label: within.label(self.index.words()).to_owned(),
            count: *count,
            refined: included_if(asked == Some(within)),
        });
        values.filter(is_shown).collect()
    }

    /// Counts of listed values, and of values in the query that no job has.
    fn listed_counts(&self, facet: Facet, column: &FacetColumn, counts: &[u32]) -> FacetCounts {
        let mut result = FacetCounts::listed(facet, counts.to_vec());
        for refinement in self.query.refinements.get(&facet).into_iter().flatten() {
            match column.find(&refinement.value) {
                Some(ordinal) => {
                    let refined = result.refined.entry(ordinal).or_default();
                    *refined = refined.and(refinement.polarity);
                }
                None => result.others.push(FacetValue {
                    value: refinement.value.clone(),
                    label: self.index.value_label(facet, &refinement.value).into_owned(),
                    count: 0,
                    refined: Refined::No.and(refinement.polarity),
                }),
            }
        }
        result
    }
}

impl Refined {
    /// State of a value after one more refinement names it. Excluding a value takes precedence over including it.
    fn and(self, polarity: Polarity) -> Self {
        match (self, polarity) {
            (Self::Excluded, _) | (_, Polarity::Exclude) => Self::Excluded,
            (_, Polarity::Include) => Self::Included,
        }
    }
}

/// Inserts the requested value into the offered ones, in order, if it isn't among them.
fn insert_asked<T: Ord>(counts: &mut Vec<(T, usize)>, asked: Option<T>, count: impl Fn() -> usize) {
    if let Some(asked) = asked
        && let Err(at) = counts.binary_search_by(|(offered, _)| offered.cmp(&asked))
    {
        counts.insert(at, (asked, count()));
    }
}

fn included_if(is_asked: bool) -> Refined {
    if is_asked { Refined::Included } else { Refined::No }
}

fn is_shown(value: &FacetValue) -> bool {
    value.count > 0 || value.refined != Refined::No
}
