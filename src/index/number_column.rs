//! A number every job states or does not: years of experience, pay.

use super::{
    Counted, DocId, DocSet, DocValues, SalaryScale, StatedPay, YearRange,
    doc_values::{DocValuesBuilder, ValueOrdinal},
    scale::MOST_HALVES,
};
use crate::domain::Years;

/// The numbers of all jobs, laid out for counting: each that occurs is a value.
pub(crate) struct NumberColumn<T> {
    /// The numbers that occur, the commonest first.
    distinct: Vec<T>,
    values: DocValues,
}

impl<T: Copy> NumberColumn<T> {
    /// Of numbers by ordinal, with the ordinal of each job's.
    pub(super) fn new(distinct: Vec<T>, values: DocValuesBuilder, live: &DocSet) -> Self {
        Self { distinct, values: values.build(live) }
    }

    /// What a job states.
    pub(crate) fn of(&self, doc: DocId) -> Option<T> {
        self.values.of(doc).next().map(|value| self.distinct[value.at()])
    }

    /// The jobs that state a number for which `is_meant` holds, expired ones included.
    pub(crate) fn docs_where(&self, is_meant: impl Fn(T) -> bool) -> DocSet {
        self.values.docs_where(|value| is_meant(self.distinct[value.at()]))
    }

    /// How many of the jobs state each number that some of them state.
    pub(crate) fn counts(&self, jobs: &Counted) -> impl Iterator<Item = (T, usize)> {
        let counts = self.distinct.iter().copied().zip(self.values.counts(jobs));
        counts.filter(|(_, count)| *count > 0).map(|(number, count)| (number, count as usize))
    }

    /// How many jobs state each number that some job states, expired ones included.
    fn doc_freqs(&self) -> impl Iterator<Item = (T, usize)> {
        let freqs = (0..).map(|at| self.values.doc_freq(ValueOrdinal(at)));
        self.distinct.iter().copied().zip(freqs).filter(|(_, freq)| *freq > 0)
    }
}

/// Jobs by the years they ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearCounts {
    /// Per whole number of years from 0, the jobs that state a range covering it.
    pub(crate) covering: [usize; MOST_HALVES as usize / 2 + 1],
    /// Jobs that state a range.
    pub(crate) stated: usize,
    /// Jobs that state a range that shares a value with what is asked for.
    pub(crate) meeting: usize,
}

/// Jobs by the top of their pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PayCounts {
    /// Jobs with comparable pay, by bar of the scale.
    pub(crate) bars: Vec<usize>,
    /// Jobs with pay in a currency without a rate.
    pub(crate) other_currency: usize,
}

impl NumberColumn<YearRange> {
    /// The jobs by years of experience.
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
    /// The jobs that state pay in figures.
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

    /// How many jobs have each comparable top, expired ones included.
    pub(super) fn top_freqs(&self) -> impl Iterator<Item = (u32, usize)> {
        self.doc_freqs().filter_map(|(pay, freq)| Some((pay.top()?, freq)))
    }
}
