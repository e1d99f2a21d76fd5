//! Years of experience in a search: the visitor's own, or a range.
//!
//! What a posting asks for is an [`Experience`](super::Experience). A search tells half years apart, not months.

use crate::words::ValueWords;

/// The visitor's own years of experience, or a range of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Years {
    /// In half years, 0 to 120.
    first: u8,
    /// In half years, at least `first`; `None` if the range is open.
    last: Option<u8>,
}

/// In half years; more is longer than a working life, so it is a typing error.
const MOST_HALVES: u8 = 120;

impl Years {
    /// Whole years; more than 60 count as 60.
    pub fn whole(years: u8) -> Self {
        let halves = years.saturating_mul(2).min(MOST_HALVES);
        Self { first: halves, last: Some(halves) }
    }

    /// Reads a value as in URLs: `5`, `5.5`, `2-5`, `5-`; `5+` is `5-`.
    pub fn parse(value: &str) -> Option<Self> {
        let open = value.strip_suffix('+').map(|first| (first, ""));
        let (first, last) = open.or_else(|| value.split_once('-')).unwrap_or((value, value));
        let first = halves(first)?;
        let last = if last.is_empty() { None } else { Some(halves(last)?) };
        last.is_none_or(|last| first <= last).then_some(Self { first, last })
    }

    /// Reads what a visitor types: `5 years`, `5,5`, `2 – 5 yrs`, `2 to 5`, `5+ years`, `fresher`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase().replace(['–', '—'], "-").replace(" to ", "-").replace(',', ".");
        if ["fresher", "freshers"].contains(&text.as_str()) {
            return Some(Self::whole(0));
        }
        let ends: Vec<String> = text.split('-').map(|end| without_unit(end).replace(" +", "+")).collect();
        Self::parse(&ends.join("-"))
    }

    /// Both ends in half years; an open range ends at 60 years.
    pub fn halves(self) -> (u8, u8) {
        (self.first, self.last.unwrap_or(MOST_HALVES))
    }

    /// As pages show it: `Fresher`, `5.5 years`, `2 to 5 years`, `5+ years`.
    pub fn label(self, words: &ValueWords) -> String {
        let first = shown(self.first);
        match self.last {
            None => (words.years_or_more)(&first),
            Some(last) if last > self.first => (words.years_between)(&first, &shown(last)),
            Some(last) => (words.years)(last, &first),
        }
    }
}

/// As in URLs: `5`, `2-5`, `5-`.
impl std::fmt::Display for Years {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&shown(self.first))?;
        match self.last {
            Some(last) if last == self.first => Ok(()),
            Some(last) => write!(formatter, "-{}", shown(last)),
            None => formatter.write_str("-"),
        }
    }
}

/// A number of years, in half years: a whole number, or one that ends in `.5` or `.0`.
fn halves(text: &str) -> Option<u8> {
    let (whole, half) = match text.split_once('.') {
        None | Some((_, "0")) => (text.trim_end_matches(".0"), 0),
        Some((whole, "5")) => (whole, 1),
        Some(_) => return None,
    };
    let is_number = whole.bytes().all(|byte| byte.is_ascii_digit());
    let years: u8 = whole.parse().ok().filter(|_| is_number)?;
    years.checked_mul(2)?.checked_add(half).filter(|halves| *halves <= MOST_HALVES)
}

fn without_unit(end: &str) -> &str {
    let end = end.trim();
    ["years", "year", "yrs", "yr", "y"].into_iter().find_map(|unit| end.strip_suffix(unit)).unwrap_or(end).trim()
}

fn shown(halves: u8) -> String {
    let half = if halves.is_multiple_of(2) { "" } else { ".5" };
    format!("{}{half}", halves / 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    #[test]
    fn years_are_read_as_a_person_means_them() {
        for (typed, value, label) in [
            ("5", "5", "5 years"),
            (" 05 ", "5", "5 years"),
            ("5.0", "5", "5 years"),
            ("5.5", "5.5", "5.5 years"),
            ("5,5 years", "5.5", "5.5 years"),
            ("0.5", "0.5", "0.5 years"),
            ("1 yr", "1", "1 year"),
            ("Fresher", "0", "Fresher"),
            ("2-5", "2-5", "2 to 5 years"),
            ("3 – 5.5 yrs", "3-5.5", "3 to 5.5 years"),
            ("2 to 5 years", "2-5", "2 to 5 years"),
            ("2 years - 5 Years", "2-5", "2 to 5 years"),
            ("5-5", "5", "5 years"),
            ("5+", "5-", "5+ years"),
            ("5 + years", "5-", "5+ years"),
            ("5-", "5-", "5+ years"),
            ("60", "60", "60 years"),
        ] {
            let years = Years::read(typed);
            assert_eq!(years.map(|years| years.label(ENGLISH.values)).as_deref(), Some(label), "{typed}");
            assert_eq!(years.map(|years| years.to_string()).as_deref(), Some(value), "{typed}");
            assert_eq!(Years::parse(value), years, "{value} is read back");
        }
    }

    #[test]
    fn what_is_no_number_of_years_is_refused() {
        for typed in [
            "",
            "lots",
            "5 2",
            "5-2",
            "-5",
            "-",
            "+",
            "61",
            "60.5",
            "5.3",
            "5.",
            "2-5-7",
            "2-5+",
            "5 bananas",
            "+5",
            "1e1",
        ] {
            assert_eq!(Years::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_plus_that_an_address_turned_into_a_space_is_not_five_years() {
        assert_eq!(Years::parse("5 "), None);
    }
}
