//! Years of experience, from figures with a unit or from words.

use openroles_model::domain::Experience;

use crate::feed::RawExperience;

/// The range that a posting asks for, if it is clear.
pub(super) fn read(raw: &RawExperience) -> Option<Experience> {
    let number = |text: &Option<String>| text.as_deref().and_then(|text| text.trim().parse::<f64>().ok());
    let per_year = if raw.unit.as_deref().is_some_and(is_month) { 12.0 } else { 1.0 };
    let years = |text: &Option<String>| number(text).map(|count| count / per_year);
    Experience::from_years(years(&raw.min), years(&raw.max)).or_else(|| from_words(raw.text.as_deref()?))
}

/// Whether a text is years and nothing else: `8-12 Yrs`.
pub(super) fn is_years(words: &str) -> bool {
    let is_said = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '–' | '+' | ' ');
    let unit = words.trim_start_matches(is_said).trim().to_lowercase();
    let has_number = words.starts_with(|c: char| c.is_ascii_digit());
    has_number && ["yrs", "yr", "years", "year"].contains(&unit.as_str())
}

/// Reads `8 - 12 yrs`, `3 – 5.5 yrs`, `7+ yrs`, `up to 2 years`, `1 year`, `6-12 months`, `3-6`, `Fresher`, and a
/// single mention of years in a phrase: `at least three years of experience`.
fn from_words(text: &str) -> Option<Experience> {
    let text = text.to_lowercase();
    if text.len() > LONGEST_PHRASE || is_length_of_contract(&text) {
        return None;
    }
    let tokens = tokens(&text);
    let has_number = tokens.iter().any(|token| matches!(token, ExperienceToken::Number(_)));
    let units = |token: &ExperienceToken| matches!(token, ExperienceToken::Word(word) if is_unit(word));
    let mentions: Vec<YearsMention> =
        (0..tokens.len()).filter(|at| units(&tokens[*at])).filter_map(|at| YearsMention::before(&tokens, at)).collect();
    match mentions[..] {
        [] if has_number => unitless(&tokens)?.experience(),
        [] if says_none(&text) => Experience::from_years(Some(0.0), Some(0.0)),
        [mention] => mention.experience(),
        // "2 years to 5 years" is one range. Other pairs ask for several kinds of experience.
        [low, high] if high.follows(&low, &tokens) => YearsMention { low: Some(low.high), ..high }.experience(),
        _ => None,
    }
}

/// In bytes. A longer phrase is a text that happens to mention years.
const LONGEST_PHRASE: usize = 200;
/// Nobody asks for more; a text with more years is about the company.
const LONGEST_ASKED_MONTHS: u16 = 35 * 12;

/// A token of a lowercase text.
#[derive(Clone, Copy, Debug, PartialEq)]
enum ExperienceToken<'a> {
    Number(f64),
    Plus,
    Dash,
    Word(&'a str),
}

/// Numbers with a unit, and which ends the words around them open.
#[derive(Clone, Copy, Debug)]
struct YearsMention {
    /// Indexes of the first number and of the unit among the tokens.
    first: usize,
    unit: usize,
    low: Option<f64>,
    high: f64,
    bound: Bound,
    is_months: bool,
}

/// Which ends of a mention are open.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Bound {
    AsWritten,
    AtLeast,
    AtMost,
    /// "within 6 months": no experience at all.
    Deadline,
}

impl YearsMention {
    /// The numbers right before the unit at `unit`: `3 years`, `12-month`, `5+ yrs`, `2 to 4 years`.
    fn before(tokens: &[ExperienceToken], unit: usize) -> Option<Self> {
        let is_months = matches!(tokens[unit], ExperienceToken::Word(word) if is_month(word));
        let is_skipped = |at: usize| matches!(tokens[at], ExperienceToken::Plus | ExperienceToken::Dash);
        let last = (0..unit).rev().find(|at| !is_skipped(*at))?;
        let ExperienceToken::Number(high) = tokens[last] else {
            return None;
        };
        let is_joint = |at: usize| {
            matches!(tokens[at], ExperienceToken::Dash | ExperienceToken::Plus | ExperienceToken::Word("to" | "and"))
        };
        let earlier = (0..last).rev().find(|at| !is_joint(*at)).filter(|at| at + 1 < last);
        let low = earlier.and_then(|at| match tokens[at] {
            ExperienceToken::Number(low) => Some((at, low)),
            _ => None,
        });
        let first = low.map_or(last, |(at, _)| at);
        // "7-10+ years": the plus opens the upper end.
        let has_plus = tokens[last..unit].contains(&ExperienceToken::Plus);
        let bound = match bound(tokens, first, unit) {
            _ if has_plus => Bound::AtLeast,
            // "Minimum 5-7 years" has both ends.
            Bound::AtLeast | Bound::AtMost if low.is_some() => Bound::AsWritten,
            bound => bound,
        };
        Some(Self { first, unit, low: low.map(|(_, low)| low), high, bound, is_months })
    }

    /// Whether only "to" or a dash separates this mention from the one before it.
    fn follows(&self, earlier: &Self, tokens: &[ExperienceToken]) -> bool {
        let between = &tokens[earlier.unit + 1..self.first];
        earlier.low.is_none() && matches!(between, [ExperienceToken::Dash | ExperienceToken::Word("to")])
    }

    fn experience(self) -> Option<Experience> {
        let per_year = if self.is_months { 12.0 } else { 1.0 };
        let (low, high) = (self.low.map(|low| low / per_year), self.high / per_year);
        let (min, max) = match self.bound {
            Bound::AtLeast => (low.or(Some(high)), None),
            Bound::AtMost => (low, Some(high)),
            Bound::AsWritten => (low.or(Some(high)), Some(high)),
            Bound::Deadline => return None,
        };
        let asked = Experience::from_years(min, max)?;
        (asked.min_months().unwrap_or(0) <= LONGEST_ASKED_MONTHS).then_some(asked)
    }
}

/// What the words before the first number, or after the unit, say about the ends.
fn bound(tokens: &[ExperienceToken], first: usize, unit: usize) -> Bound {
    const WORDS_BEFORE: usize = 3;
    let before = &tokens[first.saturating_sub(WORDS_BEFORE)..first];
    let after = tokens.get(unit + 1).into_iter();
    let says = |words: &[&str]| {
        before
            .iter()
            .chain(after.clone())
            .any(|token| matches!(token, ExperienceToken::Word(word) if words.contains(word)))
    };
    let says_pair =
        |one, other| before.windows(2).any(|pair| pair == [ExperienceToken::Word(one), ExperienceToken::Word(other)]);
    if says(&["within"]) {
        Bound::Deadline
    } else if says_pair("up", "to") || says_pair("less", "than") || says(&["upto", "max", "maximum", "under"]) {
        Bound::AtMost
    } else if says(&["least", "min", "minimum", "more", "over", "above", "plus"]) {
        Bound::AtLeast
    } else {
        Bound::AsWritten
    }
}

/// Bare numbers: "3-6", "7+", "up to 5". Without a unit, no other words are allowed: "24 Feb - 28 Feb" is no
/// experience.
fn unitless(tokens: &[ExperienceToken]) -> Option<YearsMention> {
    const BOUNDS: [&str; 10] = ["to", "up", "upto", "max", "min", "minimum", "over", "above", "at", "least"];
    let is_known = |token: &ExperienceToken| !matches!(token, ExperienceToken::Word(word) if !BOUNDS.contains(word));
    let numbers = tokens.iter().filter(|token| matches!(token, ExperienceToken::Number(_))).count();
    let mention = YearsMention::before(&[tokens, &[ExperienceToken::Word("years")]].concat(), tokens.len())?;
    let is_whole = numbers == 1 + usize::from(mention.low.is_some());
    (is_whole && tokens.iter().all(is_known)).then_some(mention)
}

/// "6 months duration", "12-month contract": how long the job lasts, not what it asks for.
fn is_length_of_contract(text: &str) -> bool {
    const TERMS: [&str; 9] =
        ["duration", "contract", "fixed term", "fixed-term", "temp ", "(temp", "temporary", " term", " cover"];
    text.contains("duration") || (!text.contains("exp") && TERMS.iter().any(|term| text.contains(term)))
}

fn says_none(text: &str) -> bool {
    ["fresher", "no experience", "entry level", "not required"].iter().any(|words| text.contains(words))
}

/// Numbers in figures or words, pluses, dashes, and words; all other characters only separate tokens.
fn tokens(text: &str) -> Vec<ExperienceToken<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let is_of_kind = |c: char| {
            if is_number { c.is_ascii_digit() || c == '.' } else { c.is_alphabetic() || matches!(c, '\'' | '’') }
        };
        let length = rest.find(|c| !is_of_kind(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (part, after) = rest.split_at(length);
        tokens.extend(match first {
            '+' => Some(ExperienceToken::Plus),
            '-' | '–' | '—' | '‑' => Some(ExperienceToken::Dash),
            _ if is_number => part.trim_matches('.').parse().ok().map(ExperienceToken::Number),
            _ if first.is_alphabetic() => {
                Some(spelled(part).map_or(ExperienceToken::Word(part), ExperienceToken::Number))
            }
            _ => None,
        });
        rest = after;
    }
    tokens
}

/// The value of a number that is written out.
fn spelled(word: &str) -> Option<f64> {
    const NUMBERS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    NUMBERS.iter().position(|number| *number == word).map(|number| number as f64)
}

fn is_unit(word: &str) -> bool {
    let word = word.trim_end_matches(['\'', '’']);
    matches!(word, "yr" | "yrs" | "year" | "years" | "yoe" | "year's" | "year’s") || is_month(word)
}

fn is_month(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.starts_with("month") || matches!(word.as_str(), "mon" | "mos" | "mths")
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_model::words::ENGLISH;

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
            assert_eq!(read(&raw).map(|range| range.in_words(ENGLISH.values)).as_deref(), shown, "{text}");
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
            assert_eq!(read(&raw).map(|range| range.in_words(ENGLISH.values)).as_deref(), shown);
        }
    }
}
