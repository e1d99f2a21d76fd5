//! Dates as feeds write them: `2026-11-28`, `28/11/2026`, `3 Nov 2026`, a Unix time, `1 Day Ago`.
//!
//! This reads what a text means by itself. Which of two numbers is the month, and what an age counts from, depends on
//! other records and builds: `days` decides that.

use openroles_model::domain::{Date, month_of};

/// The meaning of a text about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SaidDay {
    /// A known day.
    Day(Date),
    /// A year, and the day and month in an unknown order.
    Numbers(DateNumbers),
    /// A time before an unknown day.
    Age(Age),
}

/// A day and a month in one of two orders, with their year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateNumbers {
    first: u32,
    second: u32,
    year: i32,
}

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayMonthOrder {
    /// `28/11/2026`.
    DayFirst,
    /// `11/28/2026`.
    MonthFirst,
}

/// How long ago a job was posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// Exactly this many days.
    Days(i32),
    /// About this many days: `2 weeks ago`.
    About(i32),
    /// At least some time, which tells no day: `30+ days ago`, `2 months ago`.
    AtLeast,
}

impl DateNumbers {
    /// The only order in which the numbers are a date; `None` if both are. A number above 12 tells.
    pub(super) fn order(self) -> Option<DayMonthOrder> {
        match (self.day(DayMonthOrder::DayFirst), self.day(DayMonthOrder::MonthFirst)) {
            (Some(_), None) => Some(DayMonthOrder::DayFirst),
            (None, Some(_)) => Some(DayMonthOrder::MonthFirst),
            _ => None,
        }
    }

    /// The date, in its own order if the numbers tell one, otherwise in that of its column.
    pub(super) fn in_order(self, of_column: Option<DayMonthOrder>) -> Option<Date> {
        match self.order().or(of_column) {
            Some(order) => self.day(order),
            None => self.day(DayMonthOrder::DayFirst).filter(|_day| self.first == self.second),
        }
    }

    fn day(self, order: DayMonthOrder) -> Option<Date> {
        match order {
            DayMonthOrder::DayFirst => Date::from_ymd(self.year, self.second, self.first),
            DayMonthOrder::MonthFirst => Date::from_ymd(self.year, self.first, self.second),
        }
    }
}

/// Reads a day, a timestamp, a Unix time in seconds or milliseconds, a day in words (`Wed, 19 Aug 2026 23:10:38 GMT`),
/// a day in numbers separated by `/`, `-`, or `.`, or an age.
pub(super) fn said(text: &str) -> Option<SaidDay> {
    let text = text.trim();
    let whole = Date::parse(text).or_else(|| unix(text)).map(SaidDay::Day);
    whole.or_else(|| in_numbers(text)).or_else(|| in_words(text).map(SaidDay::Day)).or_else(|| age(text))
}

/// Whether a text is a date or an age, as in a column of dates; bare numbers are not.
pub fn is_day(text: &str) -> bool {
    text.contains(|c: char| !c.is_ascii_digit()) && said(text).is_some()
}

fn unix(text: &str) -> Option<Date> {
    let number: i64 = text.parse().ok()?;
    match text.len() {
        9 | 10 => Date::from_unix_seconds(number),
        12 | 13 => Date::from_unix_seconds(number / 1_000),
        _ => None,
    }
}

/// Reads `28/11/2026`, `3-1-2026`, `2026.1.5`, with or without a time after it.
fn in_numbers(text: &str) -> Option<SaidDay> {
    let separator = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '-' | '.'))?;
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == separator)).unwrap_or(text.len());
    if !(text[end..].is_empty() || text[end..].starts_with([' ', ',', 'T'])) {
        return None;
    }
    let parts: Vec<&str> = text[..end].split(separator).collect();
    let [first, second, third] = parts[..] else { return None };
    let number = |digits: &str| digits.parse::<u32>().ok();
    let year = |digits: &str| digits.parse::<i32>().ok().filter(|year| *year >= 1_000);
    match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) => Date::from_ymd(year(first)?, number(second)?, number(third)?).map(SaidDay::Day),
        (1..=2, 1..=2, 4) => {
            let numbers = DateNumbers { first: number(first)?, second: number(second)?, year: year(third)? };
            let is_day = |order: DayMonthOrder| numbers.day(order).is_some();
            (is_day(DayMonthOrder::DayFirst) || is_day(DayMonthOrder::MonthFirst)).then_some(SaidDay::Numbers(numbers))
        }
        _ => None,
    }
}

/// Reads `19 Aug 2026`, with or without a weekday before and a time after it. The month may be in full, or first.
fn in_words(text: &str) -> Option<Date> {
    let text = text.get(..text.floor_char_boundary(LONGEST_DATE))?.to_ascii_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let (at, month) = words.iter().enumerate().find_map(|(at, word)| Some((at, month_of(word)?)))?;
    let number = |at: usize| words.get(at)?.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).parse::<u32>().ok();
    let day = at.checked_sub(1).and_then(number).map(|day| (day, at + 1)).or_else(|| Some((number(at + 1)?, at + 2)));
    let (day, year_at) = day?;
    let year = i32::try_from(number(year_at)?).ok().filter(|year| *year >= 1_000)?;
    Date::from_ymd(year, month, day)
}

/// In bytes. Enough for a weekday, a date, and a time.
const LONGEST_DATE: usize = 60;

/// Reads `1 Day Ago`, `Posted 30+ Days Ago`, `a few hours ago`, `Today`, `5d ago`.
fn age(text: &str) -> Option<SaidDay> {
    if text.len() > LONGEST_DATE {
        return None;
    }
    let text = parted(&text.to_ascii_lowercase());
    let words: Vec<&str> = text.split_whitespace().skip_while(|word| BEFORE_AGES.contains(word)).collect();
    let age = match words[..] {
        ["today" | "now"] | ["just", "now" | "posted"] => Age::Days(0),
        ["yesterday"] => Age::Days(1),
        ["few" | "several", unit, "ago"] | ["a", "few", unit, "ago"] => few(unit)?,
        ["more", "than", count, unit, "ago"] | ["over", count, unit, "ago"] => {
            ago(count, unit).map(|_age| Age::AtLeast)?
        }
        [count, "+", unit, "ago"] | [count, unit, "+", "ago"] => ago(count, unit).map(|_age| Age::AtLeast)?,
        [count, unit, "ago"] => ago(count, unit)?,
        _ => return None,
    };
    Some(SaidDay::Age(age))
}

/// Words before an age.
const BEFORE_AGES: [&str; 5] = ["posted", "published", "added", "listed", "on"];

/// Puts a space between digits, letters, and signs: `30d+` becomes three words.
fn parted(text: &str) -> String {
    let kind = |c: char| (c.is_ascii_digit(), c.is_alphabetic(), c == '+');
    let mut parted = String::new();
    let mut before = None;
    for character in text.chars() {
        if before.is_some_and(|before| kind(before) != kind(character)) {
            parted.push(' ');
        }
        parted.push(if character.is_alphanumeric() || character == '+' { character } else { ' ' });
        before = Some(character);
    }
    parted
}

/// "A few hours ago" means the same day; "a few days ago" tells no day.
fn few(unit: &str) -> Option<Age> {
    matches!(days_of(unit)?, Unit::Hours).then_some(Age::Days(0))
}

fn ago(count: &str, unit: &str) -> Option<Age> {
    const LONGEST: i32 = 36_500;
    let count = if matches!(count, "a" | "an" | "one") { 1 } else { count.parse::<i32>().ok()? };
    let is_counted = (0..=LONGEST).contains(&count);
    let age = match days_of(unit)? {
        Unit::Hours => Age::Days(count / 24),
        Unit::Days => Age::Days(count),
        Unit::Weeks => Age::About(count * 7),
        Unit::Longer => Age::AtLeast,
    };
    is_counted.then_some(age)
}

/// The unit of an age.
enum Unit {
    /// Hours or less.
    Hours,
    Days,
    Weeks,
    /// Months and years; they are rounded too much to tell a day.
    Longer,
}

fn days_of(unit: &str) -> Option<Unit> {
    Some(match unit.strip_suffix('s').filter(|unit| unit.len() > 1).unwrap_or(unit) {
        "second" | "sec" | "minute" | "min" | "moment" => Unit::Hours,
        "hour" | "hr" | "h" => Unit::Hours,
        "day" | "d" => Unit::Days,
        "week" | "wk" | "w" => Unit::Weeks,
        "month" | "mo" | "year" | "yr" | "y" => Unit::Longer,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_are_read_in_every_spelling_of_feeds() {
        for (text, expected) in [
            ("2026-08-19", Some("2026-08-19")),
            ("2026-08-05 10:10:39 UTC", Some("2026-08-05")),
            ("1764205361939", Some("2025-11-27")),
            ("1785704722", Some("2026-08-02")),
            ("Wed, 19 Aug 2026 23:10:38 GMT", Some("2026-08-19")),
            ("Sun, 20 Sep 2026 04:59:00:0", Some("2026-09-20")),
            ("19 August 2026", Some("2026-08-19")),
            ("Aug 3rd, 2026", Some("2026-08-03")),
            ("2026/8/3 10:00", Some("2026-08-03")),
            ("31 Feb 2026", None),
            ("31/02/2026", None),
            ("3/4/26", None),
            ("3/4-2026", None),
            ("28/11/2026x", None),
            ("Mar", None),
            ("", None),
        ] {
            let day = match said(text) {
                Some(SaidDay::Day(day)) => Some(day.to_string()),
                Some(other) => Some(format!("{other:?}")),
                None => None,
            };
            assert_eq!(day.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn ages_are_days_where_they_name_one() {
        for (text, expected) in [
            ("1 Day Ago", Some(Age::Days(1))),
            ("Posted 3 Days Ago", Some(Age::Days(3))),
            ("Posted Yesterday", Some(Age::Days(1))),
            (" Few Hours Ago", Some(Age::Days(0))),
            ("a few minutes ago", Some(Age::Days(0))),
            ("an hour ago", Some(Age::Days(0))),
            ("30 hours ago", Some(Age::Days(1))),
            ("Just now", Some(Age::Days(0))),
            ("TODAY", Some(Age::Days(0))),
            ("5d ago", Some(Age::Days(5))),
            ("2 weeks ago", Some(Age::About(14))),
            ("30+ days ago", Some(Age::AtLeast)),
            ("Posted 30+ Days Ago", Some(Age::AtLeast)),
            ("30d+ ago", Some(Age::AtLeast)),
            ("More than 30 days ago", Some(Age::AtLeast)),
            ("3+ weeks ago", Some(Age::AtLeast)),
            ("1 month ago", Some(Age::AtLeast)),
            ("a few days ago", None),
            ("Starts in 1-3 months", None),
            ("5 days", None),
            ("ago", None),
            ("Save", None),
        ] {
            assert_eq!(said(text), expected.map(SaidDay::Age), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in ".{0,24}|[0-9a-z+/. -]{0,24}") {
            let _ = said(&text);
        }
    }
}
