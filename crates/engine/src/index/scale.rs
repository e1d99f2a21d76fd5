//! The computed facets: years of experience, pay, and day of posting.

use openroles_model::{
    domain::{Amount, Currency, Date, Experience, PayRange, Rates, SalaryUnit, Years},
    sorting::sort,
    words::ValueWords,
};

/// Most years of experience that can be searched for, in half years.
pub(super) const MOST_HALVES: u8 = 120;

/// Most years of experience offered as a value.
pub(super) const MOST_YEARS_OFFERED: u8 = 20;

/// Half years that a range of experience covers, 0 to 120. If `first` is greater than `last`, the range lies
/// between two half years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct YearRange {
    pub(crate) first: u8,
    pub(crate) last: u8,
}

/// Half a year in months.
const HALF_YEAR: u16 = 6;

impl YearRange {
    pub(crate) fn of(experience: Experience) -> Self {
        let first = experience.min_months().unwrap_or(0).div_ceil(HALF_YEAR).min(u16::from(MOST_HALVES) + 1);
        let last = experience.max_months().map_or(MOST_HALVES.into(), |months| months / HALF_YEAR);
        Self { first: first as u8, last: last.min(MOST_HALVES.into()) as u8 }
    }

    /// Checks a range that was read; `None` if it exceeds 120. `first` may be 121, for a range that no one can
    /// fulfill.
    pub(super) fn new(first: u8, last: u8) -> Option<Self> {
        (first <= MOST_HALVES + 1 && last <= MOST_HALVES).then_some(Self { first, last })
    }

    /// Whether the range overlaps `asked`. This is exact even for ranges between half years, because `asked` begins
    /// and ends with a half year.
    pub(crate) fn meets(self, asked: Years) -> bool {
        let (first, last) = asked.halves();
        self.first <= last && first <= self.last
    }

    /// Highest number of whole years that distinguishes this range from others: its end, or its start if it is
    /// open.
    pub(super) fn most_years(experience: Experience) -> u8 {
        let range = Self::of(experience);
        let most = if experience.max_months().is_some() { range.last / 2 } else { range.first.div_ceil(2) };
        most.min(MOST_YEARS_OFFERED)
    }
}

/// Pay in numbers, in comparable form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatedPay {
    /// Top of the range per year in the board's currency, above 0.
    Top(u32),
    /// Pay in a currency without an exchange rate.
    OtherCurrency,
}

impl StatedPay {
    pub(super) fn of(range: &PayRange, rates: &Rates) -> Self {
        range.annual_top(rates).filter(|top| *top > 0).map_or(Self::OtherCurrency, Self::Top)
    }

    /// Top of the range, if it is comparable.
    pub(crate) fn top(self) -> Option<u32> {
        match self {
            Self::Top(top) => Some(top),
            Self::OtherCurrency => None,
        }
    }

    /// Whether the top is comparable and at least `least`.
    pub(crate) fn reaches(self, least: u32) -> bool {
        self.top().is_some_and(|top| top >= least)
    }
}

/// Values of the facet for the day of posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PostedWithin {
    Day,
    Week,
    Month,
}

impl PostedWithin {
    pub(crate) const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    pub(crate) fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|within| within.value() == value)
    }

    pub(crate) fn value(self) -> &'static str {
        match self {
            Self::Day => "1d",
            Self::Week => "7d",
            Self::Month => "30d",
        }
    }

    pub(crate) fn label(self, words: &ValueWords) -> &'static str {
        match self {
            Self::Day => words.last_day,
            Self::Week => words.last_week,
            Self::Month => words.last_month,
        }
    }

    /// Earliest day that is included.
    pub(crate) fn since(self, now: Date) -> Date {
        now.plus_days(match self {
            Self::Day => -1,
            Self::Week => -7,
            Self::Month => -30,
        })
    }
}

/// Steps in which pay is counted and offered. They depend on the whole index, so they don't change with the query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct SalaryScale {
    /// Width of a bar in the board's currency; 0 if no job states pay.
    pub(crate) step: u32,
    /// Number of bars, at most 24.
    pub(crate) bars: usize,
}

/// Most bars that are still readable on a phone.
const MOST_BARS: u64 = 24;

/// Percentage of the stated tops that the bars must cover; the few above share the last bar.
const WITHIN_BARS_PERCENT: usize = 95;

impl SalaryScale {
    /// Scale for tops of pay per year, each given with its number of jobs.
    pub(super) fn of(tops: impl Iterator<Item = (u32, usize)>, currency: Currency) -> Self {
        let mut tops: Vec<(u32, usize)> = tops.collect();
        sort(&mut tops);
        let disclosed: usize = tops.iter().map(|(_, count)| count).sum();
        let mut within = disclosed.saturating_sub(1) * WITHIN_BARS_PERCENT / 100 + 1;
        let high = tops.iter().find(|(_, count)| {
            let is_reached = within <= *count;
            within = within.saturating_sub(*count);
            is_reached
        });
        let Some(high) = high.map(|(top, _)| u64::from(*top)) else {
            return Self::default();
        };
        let step = round_steps(currency).find(|step| high / step < MOST_BARS).unwrap_or(u64::from(u32::MAX));
        Self { step: step as u32, bars: (high / step) as usize + 1 }
    }

    /// Index of the bar for a top of pay per year.
    pub(crate) fn bar(&self, top: u32) -> usize {
        ((top / self.step.max(1)) as usize).min(self.bars.saturating_sub(1))
    }
}

/// 1, 2, 5, 10, 20, 50, and so on, times the smallest step that is meaningful in the currency.
fn round_steps(currency: Currency) -> impl Iterator<Item = u64> {
    let finest = if currency == Currency::INR { 100_000 } else { 1_000 };
    (0..7).flat_map(move |power| [1, 2, 5].map(|digit| finest * digit * 10_u64.pow(power)))
}

/// Label of a minimum salary, such as `₹15L+ / yr`.
pub(crate) fn salary_label(salary: u32, currency: Currency, words: &ValueWords) -> String {
    let amount = Amount::from_units(f64::from(salary));
    match PayRange::new(amount, None, currency, SalaryUnit::Year) {
        Some(range) => range.in_words(words),
        None => salary.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_model::words::ENGLISH;

    #[test]
    fn a_year_range_meets_what_shares_a_month_with_its_experience() {
        for (min, max) in
            [(None, Some(6)), (Some(7), Some(11)), (Some(36), Some(66)), (Some(84), None), (Some(720), None)]
        {
            let experience = Experience::from_months(min, max).expect("valid");
            for asked in ["0", "0.5", "1", "5.5", "6", "0-1", "0.5-3", "5.5-7", "6-", "60", "0-"] {
                let asked = Years::parse(asked).expect("valid");
                let (first, last) = asked.halves();
                let months = u16::from(first) * 6..=u16::from(last) * 6;
                let shares =
                    months.into_iter().any(|month| min.unwrap_or(0) <= month && month <= max.unwrap_or(u16::MAX));
                assert_eq!(YearRange::of(experience).meets(asked), shares, "{experience:?} {asked}");
            }
        }
    }

    fn scale(tops: &[u32], currency: Currency) -> SalaryScale {
        SalaryScale::of(tops.iter().map(|top| (*top, 1)), currency)
    }

    #[test]
    fn steps_are_round_and_at_most_24() {
        for (tops, currency, step, bars) in [
            (&[][..], Currency::INR, 0, 0),
            (&[300_000, 2_000_000], Currency::INR, 100_000, 4),
            (&[3_000_000; 3], Currency::INR, 200_000, 16),
            (&[250_000; 2], Currency::USD, 20_000, 13),
            (&[u32::MAX - 1; 2], Currency::USD, 200_000_000, 22),
        ] {
            assert_eq!(scale(tops, currency), SalaryScale { step, bars }, "{tops:?}");
        }
    }

    #[test]
    fn one_enormous_salary_does_not_flatten_the_others() {
        let mut tops = vec![90_000; 99];
        tops.push(1_000_000_000);
        assert_eq!(scale(&tops, Currency::USD).step, 5_000);
    }

    #[test]
    fn labels_read_as_people_speak() {
        assert_eq!(salary_label(1_500_000, Currency::INR, ENGLISH.values), "₹15L+ / yr");
    }
}
