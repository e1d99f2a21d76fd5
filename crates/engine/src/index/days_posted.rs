//! Days on which jobs were posted. Jobs are numbered from newest to oldest, so each day is stored once for all of
//! its jobs.

use openroles_model::domain::Date;
use serde::{Deserialize, Serialize};

/// Days on which jobs were posted, newest first.
pub(super) struct DaysPosted {
    /// Each day with the number of jobs posted on it or later.
    days: Vec<(Date, u32)>,
    doc_count: usize,
}

/// Written form of [`DaysPosted`].
#[derive(Default, Serialize, Deserialize)]
pub(super) struct PackedDays {
    /// Day on which the newest job was posted, in days since 1970-01-01; 0 if no job has a date.
    newest: i32,
    /// For each day: how many days it is before the previous one in this list, and the number of jobs posted on it.
    days: Vec<(u32, u32)>,
}

impl PackedDays {
    /// Packs the days of all jobs, newest first, with jobs without a date last.
    pub(super) fn pack(dates: &[Option<Date>]) -> Self {
        let dated: Vec<i32> = dates.iter().flatten().map(|date| date.days()).collect();
        let newest = dated.first().copied().unwrap_or_default();
        let mut before = newest;
        let runs = dated.chunk_by(|one, two| one == two);
        let day = |run: &[i32]| {
            let gap = before.abs_diff(run[0]);
            before = run[0];
            (gap, run.len() as u32)
        };
        Self { newest, days: runs.map(day).collect() }
    }

    /// Unpacks the days of `doc_count` jobs. Fails if they don't fit.
    pub(super) fn unpack(self, doc_count: usize) -> Result<DaysPosted, &'static str> {
        let (mut day, mut end) = (self.newest, 0_u32);
        let mut days = Vec::with_capacity(self.days.len());
        for (gap, count) in self.days {
            let earlier = day.checked_sub_unsigned(gap).and_then(|days| Some((days, Date::from_days(days)?)));
            let (number, date) = earlier.ok_or("a day is outside the calendar")?;
            day = number;
            end = end.checked_add(count).filter(|end| *end as usize <= doc_count).ok_or("dates do not fit the jobs")?;
            days.push((date, end));
        }
        Ok(DaysPosted { days, doc_count })
    }
}

impl DaysPosted {
    /// Number of jobs posted on `day` or later. They come first in the index.
    pub(super) fn since(&self, day: Date) -> usize {
        let later = self.days.partition_point(|(posted, _)| *posted >= day);
        later.checked_sub(1).map_or(0, |last| self.days[last].1 as usize)
    }

    /// For each job, the day from which its dates are counted: the day it was posted, or if that is unknown, the
    /// day of the newest job.
    pub(super) fn first_days(&self) -> impl Iterator<Item = i32> {
        let newest = self.days.first().map_or(0, |(date, _)| date.days());
        let starts = std::iter::once(0).chain(self.days.iter().map(|(_, end)| *end));
        let dated = starts.zip(&self.days).flat_map(|(start, (date, end))| (start..*end).map(|_job| date.days()));
        dated.chain(std::iter::repeat(newest)).take(self.doc_count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn days_come_back(mut days in prop::collection::vec(20_000..20_009_i32, 0..40), undated in 0..4_usize) {
            days.sort_unstable_by_key(|day| std::cmp::Reverse(*day));
            let dates: Vec<Option<Date>> =
                days.iter().map(|day| Date::from_days(*day)).chain(std::iter::repeat_n(None, undated)).collect();
            let posted = PackedDays::pack(&dates).unpack(dates.len()).expect("just packed");
            for day in 19_999..20_010 {
                let date = Date::from_days(day).expect("in the calendar");
                prop_assert_eq!(posted.since(date), days.iter().filter(|other| **other >= day).count());
            }
            let newest = days.first().copied().unwrap_or(0);
            let expected: Vec<i32> = days.iter().copied().chain(std::iter::repeat_n(newest, undated)).collect();
            prop_assert_eq!(posted.first_days().collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn days_that_fit_no_board_are_refused() {
        for (newest, days) in [(20_000, vec![(0, 2), (1, 2)]), (i32::MIN, vec![(1, 1)]), (0, vec![(u32::MAX, 1)])] {
            assert!(PackedDays { newest, days }.unpack(3).is_err());
        }
    }
}
