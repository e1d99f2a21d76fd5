//! Days on which a company's open jobs were posted, counted by week, or by month if they go back further.

use openroles_model::domain::{Date, JobCard};

/// Jobs posted in one week or month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeBar {
    /// First day of the period.
    pub from: Date,
    /// Number of jobs.
    pub count: usize,
}

/// Consecutive periods from the first posting to the last, including empty ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostingTimes {
    /// Length of each period.
    pub period: PostingPeriod,
    /// Periods, oldest first; 2 to 13 of them.
    pub bars: Vec<TimeBar>,
    /// Number of jobs posted before the first period.
    pub earlier: usize,
}

/// Period for counting jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostingPeriod {
    /// Monday to Sunday.
    Week,
    /// Calendar month.
    Month,
}

/// With fewer jobs, a chart shows no more than their dates do.
const FEWEST_JOBS: usize = 5;
/// A quarter in weeks; a year and a month in months.
const MOST_BARS: usize = 13;

impl PostingTimes {
    /// Counts the jobs by period. `None` if too few state a day, or if all were posted in the same period.
    pub fn of(jobs: &[JobCard]) -> Option<Self> {
        let days: Vec<Date> = jobs.iter().filter_map(|job| job.date_posted).collect();
        let (first, last) = (*days.iter().min()?, *days.iter().max()?);
        let fits = last.days() - first.days() < 7 * (MOST_BARS as i32 - 1);
        let period = if fits { PostingPeriod::Week } else { PostingPeriod::Month };
        let mut bars: Vec<TimeBar> = period.starts_until(last, first);
        let mut earlier = 0;
        for day in &days {
            let start = period.start_of(*day);
            match bars.iter_mut().find(|bar| bar.from == start) {
                Some(bar) => bar.count += 1,
                None => earlier += 1,
            }
        }
        bars.reverse();
        (days.len() >= FEWEST_JOBS && bars.len() > 1).then_some(Self { period, bars, earlier })
    }
}

impl PostingPeriod {
    fn start_of(self, day: Date) -> Date {
        // 1970-01-01 was a Thursday.
        let back = match self {
            Self::Week => (day.days() + 3).rem_euclid(7),
            Self::Month => day.ymd().2 as i32 - 1,
        };
        day.plus_days(-back)
    }

    /// Empty bars from the period of `last` back to that of `first`, at most [`MOST_BARS`].
    fn starts_until(self, last: Date, first: Date) -> Vec<TimeBar> {
        let before = |from: &Date| Some(self.start_of(from.plus_days(-1)));
        let starts = std::iter::successors(Some(self.start_of(last)), before);
        let reach_back = starts.take_while(|from| *from >= self.start_of(first)).take(MOST_BARS);
        reach_back.map(|from| TimeBar { from, count: 0 }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_engine::index::fixture::posting;

    /// Checks the bars of jobs posted on these days, written as `Week: 2026-11-02 2, 2026-11-09 0; 1 earlier`.
    fn check(posted: &[&str], expected: Option<&str>) {
        let card = |day: &&str| {
            let mut job = posting("Job");
            job.date_posted = Date::parse(day);
            job.card(None, None)
        };
        let times = PostingTimes::of(&posted.iter().map(card).collect::<Vec<_>>());
        let found = times.map(|PostingTimes { period, bars, earlier }| {
            let bars: Vec<String> = bars.iter().map(|bar| format!("{} {}", bar.from, bar.count)).collect();
            format!("{period:?}: {}; {earlier} earlier", bars.join(", "))
        });
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn jobs_of_a_quarter_are_counted_by_weeks_from_monday_with_the_empty_ones() {
        check(
            &["2026-11-02", "2026-11-08", "2026-11-16", "2026-11-22", "2026-11-17"],
            Some("Week: 2026-11-02 2, 2026-11-09 0, 2026-11-16 3; 0 earlier"),
        );
    }

    #[test]
    fn jobs_that_go_back_further_are_counted_by_months_and_the_oldest_together() {
        check(
            &["2026-11-02", "2026-10-31", "2026-10-01", "2026-08-15", "2024-01-01", ""],
            Some(
                "Month: 2025-11-01 0, 2025-12-01 0, 2026-01-01 0, 2026-02-01 0, 2026-03-01 0, 2026-04-01 0, \
                 2026-05-01 0, 2026-06-01 0, 2026-07-01 0, 2026-08-01 1, 2026-09-01 0, 2026-10-01 2, 2026-11-01 1; \
                 1 earlier",
            ),
        );
    }

    #[test]
    fn few_jobs_and_those_of_one_week_make_no_picture() {
        check(&["2026-11-02", "2026-10-01", "2026-09-01"], None);
        check(&["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"], None);
        check(&[], None);
    }
}
