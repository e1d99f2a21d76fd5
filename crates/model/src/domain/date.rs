//! A calendar day, without time or time zone.

use serde::{Deserialize, Serialize};

use crate::words::{ENGLISH_MONTHS, ValueWords};

/// A day in the proleptic Gregorian calendar, stored as days since 1970-01-01; years 1 to 9999.
///
/// Postings name days, not instants: parsing a timestamp drops its time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
pub struct Date(i32);

const FIRST_DAY: i32 = -719_162;
const LAST_DAY: i32 = 2_932_896;

/// The month, from 1, whose English abbreviation `word` begins with, in any case: `Aug`, `august`.
pub fn month_of(word: &str) -> Option<u32> {
    let is_meant = |month: &&str| word.get(..month.len()).is_some_and(|start| start.eq_ignore_ascii_case(month));
    (1..).zip(&ENGLISH_MONTHS).find(|(_, month)| is_meant(month)).map(|(number, _)| number)
}

impl Date {
    /// The day that is `days` after 1970-01-01 (before it, if negative); `None` outside the years 1 to 9999.
    pub fn from_days(days: i32) -> Option<Self> {
        (FIRST_DAY..=LAST_DAY).contains(&days).then_some(Self(days))
    }

    /// The UTC day of a Unix time in seconds.
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        i32::try_from(seconds.div_euclid(86_400)).ok().and_then(Self::from_days)
    }

    /// A year, month (1 to 12) and day, if that day exists.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        let is_valid = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1;
        (is_valid && day <= days_in_month(year, month)).then(|| Self(days_from_civil(year, month, day)))
    }

    /// Reads `2026-11-23`, and the day of `2026-11-23T10:50:17+0000` or `2026-11-23 10:50`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, rest) = (text.get(..10)?, text.get(10..)?);
        if !(rest.is_empty() || rest.starts_with(['T', 't', ' '])) {
            return None;
        }
        let mut parts = day.split('-');
        let (year, month, date) = (parts.next()?, parts.next()?, parts.next()?);
        if (year.len(), month.len(), date.len()) != (4, 2, 2) {
            return None;
        }
        Self::from_ymd(number(year)?.try_into().ok()?, number(month)?, number(date)?)
    }

    /// Days since 1970-01-01; may be negative.
    pub fn days(self) -> i32 {
        self.0
    }

    /// The day `count` days later (earlier if negative), clamped to the calendar's range.
    pub fn plus_days(self, count: i32) -> Self {
        Self(self.0.saturating_add(count).clamp(FIRST_DAY, LAST_DAY))
    }

    /// Year, month (1 to 12) and day of the month.
    pub fn ymd(self) -> (i32, u32, u32) {
        civil_from_days(self.0)
    }

    /// The day as pages show it: `23 Nov 2026`.
    pub fn to_words(self, words: &ValueWords) -> String {
        let (year, month, day) = self.ymd();
        (words.date)(day, month, year)
    }
}

/// The day in ISO 8601: `2026-11-23`.
impl std::fmt::Display for Date {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.ymd();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

impl From<Date> for i32 {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl TryFrom<i32> for Date {
    type Error = String;

    fn try_from(days: i32) -> Result<Self, Self::Error> {
        Self::from_days(days).ok_or_else(|| format!("day {days} lies outside the years 1 to 9999"))
    }
}

fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

fn is_leap(year: i32) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

/// Days since 1970-01-01, counting in eras of 400 years that start on 1 March, so that leap days come last
/// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month as i32 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_from_days(days: i32) -> (i32, u32, u32) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i32::from(month <= 2), month as u32, day as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_and_timestamps_are_read_and_junk_is_not() {
        for (text, expected) in [
            ("2026-11-23", Some("2026-11-23")),
            ("2018-12-27T10:50:17+0000", Some("2018-12-27")),
            ("2024-02-29", Some("2024-02-29")),
            ("2023-02-29", None),
            ("2026-13-01", None),
            ("2026-1-1", None),
            ("+026-01-01", None),
            ("tomorrow", None),
            ("2026-11-23x", None),
            ("２０２６-11-23", None),
        ] {
            assert_eq!(Date::parse(text).map(|date| date.to_string()), expected.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn the_epoch_is_day_zero() {
        assert_eq!(Date::from_ymd(1970, 1, 1).map(Date::days), Some(0));
        assert_eq!(Date::from_ymd(1, 1, 1).map(Date::days), Some(FIRST_DAY));
        assert_eq!(Date::from_ymd(9999, 12, 31).map(Date::days), Some(LAST_DAY));
        assert_eq!(Date::from_unix_seconds(-1).map(|date| date.to_string()).as_deref(), Some("1969-12-31"));
    }

    proptest! {
        #[test]
        fn every_day_survives_the_round_trip(days in FIRST_DAY..=LAST_DAY) {
            let date = Date::from_days(days).expect("in range");
            let (year, month, day) = date.ymd();
            prop_assert_eq!(Date::from_ymd(year, month, day), Some(date));
            prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
        }

        #[test]
        fn no_text_panics(text in ".{0,24}") {
            let _ = Date::parse(&text);
        }
    }
}
