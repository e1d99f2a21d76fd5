//! The computed facets laid out for counting: years of experience, pay and age of many jobs at once.

use super::{Counted, DocId, DocSet, FacetCounter, LONGEST_YEARS, PostedWithin, SalaryScale, ValueOrdinal, YearRange};
use crate::domain::Date;

/// Counts what is not a list of values, in an index of one day.
pub(crate) struct ComputedCounters {
    /// The ranges that occur, each one value; jobs that do not say have none.
    year_ranges: Vec<YearRange>,
    years: FacetCounter,
    /// Per bar of the scale a value; jobs that do not disclose pay have none.
    salary: FacetCounter,
    /// Per age offered a value.
    posted: FacetCounter,
}

/// Jobs by the years they ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearCounts {
    /// Per whole number of years from 0, the jobs that state a range covering it.
    pub(crate) covering: [usize; LONGEST_YEARS as usize + 1],
    /// Jobs that state a range.
    pub(crate) stated: usize,
}

/// What the counters are made of: each a value per job.
pub(super) struct ComputedValues<'a> {
    pub(super) years: &'a [Option<YearRange>],
    /// 0 where undisclosed.
    pub(super) salary_tops: &'a [u32],
    pub(super) dates_posted: &'a [Option<Date>],
}

impl ComputedCounters {
    pub(super) fn of(values: &ComputedValues, scale: &SalaryScale, live: &DocSet, now: Date) -> Self {
        let mut year_ranges: Vec<YearRange> = values.years.iter().flatten().copied().collect();
        year_ranges.sort_unstable();
        year_ranges.dedup();
        let years = |doc: DocId| values.years[doc.at()].and_then(|range| year_ranges.binary_search(&range).ok());
        let bar = |doc: DocId| Some(values.salary_tops[doc.at()]).filter(|top| *top > 0).map(|top| scale.bar(top));
        let ages = |doc: DocId| {
            let posted = values.dates_posted[doc.at()];
            let is_within = move |within: &PostedWithin| posted.is_some_and(|date| date >= within.since(now));
            PostedWithin::ALL.iter().enumerate().filter(move |(_, within)| is_within(within)).map(|(at, _)| at)
        };
        let doc_count = values.years.len();
        Self {
            years: FacetCounter::of(year_ranges.len(), doc_count, live, |doc| years(doc).map(ordinal)),
            salary: FacetCounter::of(scale.bars, doc_count, live, |doc| bar(doc).map(ordinal)),
            posted: FacetCounter::of(PostedWithin::ALL.len(), doc_count, live, |doc| ages(doc).map(ordinal)),
            year_ranges,
        }
    }

    /// The jobs by years of experience.
    pub(crate) fn years(&self, jobs: &Counted) -> YearCounts {
        let mut counts = YearCounts { covering: [0; LONGEST_YEARS as usize + 1], stated: 0 };
        for (range, count) in self.year_ranges.iter().zip(self.years.counts(jobs)) {
            counts.stated += count as usize;
            (range.first..=range.last).for_each(|years| counts.covering[usize::from(years)] += count as usize);
        }
        counts
    }

    /// The jobs that disclose pay, by bar of the scale.
    pub(crate) fn salary_bars(&self, jobs: &Counted) -> Vec<usize> {
        self.salary.counts(jobs).into_iter().map(|count| count as usize).collect()
    }

    /// The jobs by age, in the order of [`PostedWithin::ALL`].
    pub(crate) fn posted(&self, jobs: &Counted) -> Vec<usize> {
        self.posted.counts(jobs).into_iter().map(|count| count as usize).collect()
    }
}

fn ordinal(at: usize) -> ValueOrdinal {
    ValueOrdinal(at as u32)
}
