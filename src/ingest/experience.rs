//! Years of experience, from figures with a unit or from words.

use crate::{domain::Experience, feed::RawExperience};

/// The range a posting asks for, where it can be told.
pub(super) fn read(raw: &RawExperience) -> Option<Experience> {
    let number = |text: &Option<String>| text.as_deref().and_then(|text| text.trim().parse::<f64>().ok());
    let per_year = if raw.unit.as_deref().is_some_and(is_month) { 12.0 } else { 1.0 };
    let years = |text: &Option<String>| number(text).map(|count| count / per_year);
    Experience::from_years(years(&raw.min), years(&raw.max)).or_else(|| from_words(raw.text.as_deref()?))
}

/// Reads `8 - 12 yrs`, `3 – 5.5 yrs`, `7+ yrs`, `up to 2 years`, `1 year`, `6-12 months`, `3-6`, `Fresher`.
///
/// More than two numbers are a text that happens to have some; it is not read.
fn from_words(text: &str) -> Option<Experience> {
    let text = text.to_lowercase();
    let numbers = numbers(&text)?;
    let per_year = if text.split(|c: char| !c.is_alphabetic()).any(is_month) { 12.0 } else { 1.0 };
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    // "24 Feb - 28 Feb" is no experience: numbers count with their unit, or with no other word at all.
    let is_about_years =
        says(&["yr", "year", "month", "yoe"]) || !text.replace(" to ", "").contains(char::is_alphabetic);
    // "6 months duration" is how long an internship takes.
    if says(&["duration"]) || (!numbers.is_empty() && !is_about_years) {
        return None;
    }
    let (min, max) = match numbers[..] {
        [] if says(&["fresher", "no experience", "entry level", "not required"]) => (Some(0.0), Some(0.0)),
        [max] if says(&["up to", "upto", "less than", "max", "under "]) => (None, Some(max)),
        [min] if says(&["+", "at least", "min", "more than", "over ", "above", "plus"]) => (Some(min), None),
        [exactly] => (Some(exactly), Some(exactly)),
        [min, max] => (Some(min), Some(max)),
        _ => return None,
    };
    Experience::from_years(min.map(|count| count / per_year), max.map(|count| count / per_year))
}

/// The decimal numbers of a text; `None` when it is a calendar date or other text full of figures.
fn numbers(text: &str) -> Option<Vec<f64>> {
    const MOST_CHARACTERS: usize = 80;
    if text.len() > MOST_CHARACTERS {
        return None;
    }
    let digits = text.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    let numbers = digits.map(|part| part.trim_matches('.')).filter(|part| !part.is_empty());
    numbers.map(|part| part.parse().ok()).collect()
}

fn is_month(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.starts_with("month") || matches!(word.as_str(), "mon" | "mos" | "mths")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_years() {
        for (text, shown) in [
            ("8 - 12 yrs", Some("8 - 12 yrs")),
            ("3 - 5.5 yrs", Some("3 - 5.5 yrs")),
            ("3 – 5.5 yrs", Some("3 - 5.5 yrs")),
            ("3-6", Some("3 - 6 yrs")),
            ("0-5 Yrs", Some("0 - 5 yrs")),
            ("7+ yrs", Some("7+ yrs")),
            ("Minimum 5 years", Some("5+ yrs")),
            ("1 year", Some("1 yr")),
            ("7 Yrs", Some("7 yrs")),
            ("up to 2 years", Some("up to 2 yrs")),
            ("6-12 months", Some("0.5 - 1 yrs")),
            ("Fresher", Some("0 yrs")),
            ("5 to 3 years", None),
            ("24 Feb - 28 Feb", None),
            ("6 months duration", None),
            ("2019", None),
            ("Hybrid - Bengaluru", None),
            ("", None),
        ] {
            let raw = RawExperience { text: Some(text.to_owned()), ..RawExperience::default() };
            assert_eq!(read(&raw).map(|range| range.to_string()).as_deref(), shown, "{text}");
        }
    }

    #[test]
    fn figures_are_read_by_their_unit() {
        for (min, max, unit, shown) in [
            (Some("36"), None, Some("MONTH"), Some("3+ yrs")),
            (Some("3"), Some("5.5"), Some("YEAR"), Some("3 - 5.5 yrs")),
            (Some("3"), Some("5.5"), None, Some("3 - 5.5 yrs")),
            (Some("x"), None, None, None),
        ] {
            let owned = |text: Option<&str>| text.map(str::to_owned);
            let raw = RawExperience { min: owned(min), max: owned(max), unit: owned(unit), text: None };
            assert_eq!(read(&raw).map(|range| range.to_string()).as_deref(), shown);
        }
    }
}
