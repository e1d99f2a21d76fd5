//! Columns of numbers that jobs may state: years of experience, and pay.

use openroles_model::domain::Years;

use super::{
    Counted, DocId, DocSet, DocValues, SalaryScale, StatedPay, YearRange,
    doc_values::{DocValuesBuilder, ValueOrdinal},
    scale::MOST_HALVES,
};

/// Numbers of all jobs, laid out for counting. Each distinct number is a value.
pub(crate) struct NumberColumn<T> {
    /// Distinct numbers, most common first.
    distinct: Vec<T>,
    values: DocValues,
}

impl<T: Copy> NumberColumn<T> {
    /// Column of the numbers in `distinct`, with each job's ordinal in `values`.
    pub(super) fn new(distinct: Vec<T>, values: DocValuesBuilder, live: &DocSet) -> Self {
        Self { distinct, values: values.build(live) }
    }

    /// Number that a job states, if any.
    pub(crate) fn of(&self, doc: DocId) -> Option<T> {
        self.values.of(doc).next().map(|value| self.distinct[value.at()])
    }

    /// Jobs that state a number for which `is_meant` returns true, including expired ones.
    pub(crate) fn docs_where(&self, is_meant: impl Fn(T) -> bool) -> DocSet {
        self.values.docs_where(|value| is_meant(self.distinct[value.at()]))
    }

    /// Numbers that the given jobs state, each with the number of jobs.
    pub(crate) fn counts(&self, jobs: &Counted) -> impl Iterator<Item = (T, usize)> {
        let counts = self.distinct.iter().copied().zip(self.values.counts(jobs));
        counts.filter(|(_, count)| *count > 0).map(|(number, count)| (number, count as usize))
    }

    /// Numbers that any job states, each with the number of jobs, including expired ones.
    fn doc_freqs(&self) -> impl Iterator<Item = (T, usize)> {
        let freqs = (0..).map(|at| self.values.doc_freq(ValueOrdinal(at)));
        self.distinct.iter().copied().zip(freqs).filter(|(_, freq)| *freq > 0)
    }
}

/// Counts of jobs by years of experience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearCounts {
    /// For each whole number of years from 0, the number of jobs whose range contains it.
    pub(crate) covering: [usize; MOST_HALVES as usize / 2 + 1],
    /// Number of jobs that state a range.
    pub(crate) stated: usize,
    /// Number of jobs whose range overlaps the years in the query.
    pub(crate) meeting: usize,
}

/// Counts of jobs by the top of their pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PayCounts {
    /// Number of jobs with comparable pay, for each bar of the scale.
    pub(crate) bars: Vec<usize>,
    /// Number of jobs with pay in a currency that has no exchange rate.
    pub(crate) other_currency: usize,
}

impl NumberColumn<YearRange> {
    /// Counts the given jobs by years of experience. `asked` is the range in the query.
    pub(crate) fn year_counts(&self, jobs: &Counted, asked: Option<Years>) -> YearCounts {
        let mut counts = YearCounts { covering: [0; MOST_HALVES as usize / 2 + 1], stated: 0, meeting: 0 };
        for (range, count) in self.counts(jobs) {
            counts.stated += count;
            if asked.is_some_and(|asked| range.meets(asked)) {
                counts.meeting += count;
            }
            let whole_years = range.first.div_ceil(2)..=range.last / 2;
            whole_years.for_each(|years| counts.covering[usize::from(years)] += count);
        }
        counts
    }
}

impl NumberColumn<StatedPay> {
    /// Counts the given jobs that state pay in numbers.
    pub(crate) fn pay_counts(&self, scale: &SalaryScale, jobs: &Counted) -> PayCounts {
        let mut counts = PayCounts { bars: vec![0; scale.bars], other_currency: 0 };
        for (pay, count) in self.counts(jobs) {
            match pay {
                StatedPay::Top(top) => counts.bars[scale.bar(top)] += count,
                StatedPay::OtherCurrency => counts.other_currency += count,
            }
        }
        counts
    }

    /// Comparable tops of pay, each with the number of jobs, including expired ones.
    pub(super) fn top_freqs(&self) -> impl Iterator<Item = (u32, usize)> {
        self.doc_freqs().filter_map(|(pay, freq)| Some((pay.top()?, freq)))
    }
}
