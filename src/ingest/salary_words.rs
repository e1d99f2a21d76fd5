//! The grammar of pay in words: one amount or two, with sign, multiplier and period, in the spellings of several
//! countries. It reads what is written; whether to believe it is `salary`'s to say.

use crate::domain::SalaryUnit;

/// What words say about pay, nothing added.
#[derive(Debug, PartialEq)]
pub(super) struct PayWords {
    /// Lower end.
    pub(super) min: Option<f64>,
    /// Upper end.
    pub(super) max: Option<f64>,
    /// A currency code, or `$` which may be any dollar.
    pub(super) sign: Option<&'static str>,
    /// The period.
    pub(super) unit: Option<SalaryUnit>,
}

/// Reads `₹10L - ₹30L / yr`, `3.5-6.5 Lacs PA`, `10,000/month`, `€60–75k p.a.`, `From £27,219`; `None` when there is
/// no amount or there are more than two.
pub(super) fn parse(text: &str) -> Option<PayWords> {
    let text = text.to_lowercase();
    let text = without_extras(&without_asides(&text)).to_owned();
    let amounts = amounts(&text);
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let (min, max) = match amounts[..] {
        [only] if has(&["up to", "upto", "max", "under "]) => (None, Some(only.value())),
        [only] if has(&["from", "starting", "min", "+", "at least", "above"]) => (Some(only.value()), None),
        [only] => (Some(only.value()), Some(only.value())),
        [low, high] => (Some(low.sharing(high).value()), Some(high.value())),
        _ => return None,
    };
    let is_lakhs = amounts.iter().any(|amount| matches!(amount.times, Some(LAKH | CRORE)));
    let sign = sign(&text).or(is_lakhs.then_some("INR"));
    // Only an amount with a sign, a multiplier or a period is pay: "Band 5" and "10 PA Locum" are not.
    let is_pay =
        sign.is_some() || amounts.iter().any(|amount| amount.times.is_some() || amount.number >= SMALLEST_BARE);
    is_pay.then(|| PayWords { min, max, sign, unit: unit_of(&text) })
}

/// A number as a field of its own has it: `24214`, `24,214.00`, `$24214`.
pub(super) fn plain_number(text: &str) -> Option<f64> {
    match amounts(&text.to_lowercase())[..] {
        [only] => Some(only.value()),
        _ => None,
    }
}

/// The period that a word names: `YEAR`, `annual`, `per hour`.
pub(super) fn unit(text: &str) -> Option<SalaryUnit> {
    unit_of(&format!("per {}", text.to_lowercase()))
}

const THOUSAND: f64 = 1e3;
const LAKH: f64 = 1e5;
const MILLION: f64 = 1e6;
const CRORE: f64 = 1e7;
/// A bare number below this may count anything.
const SMALLEST_BARE: f64 = 1_000.0;

#[derive(Clone, Copy, Debug)]
struct PayAmount {
    number: f64,
    times: Option<f64>,
}

impl PayAmount {
    fn value(self) -> f64 {
        self.number * self.times.unwrap_or(1.0)
    }

    /// In `3.5-6.5 lacs` the first number means lacs too; in `50,000-2.5 lacs` it does not.
    fn sharing(self, next: Self) -> Self {
        if self.times.is_none() && self.number <= next.number { Self { times: next.times, ..self } } else { self }
    }
}

/// The amounts of a lower-case text; percentages are none.
fn amounts(text: &str) -> Vec<PayAmount> {
    let mut amounts = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        // A digit inside a word counts something else: "q4", "w2".
        let before = &rest[..start];
        let is_in_word = before.ends_with(|c: char| c.is_alphabetic() && c.is_ascii()) && !ends_with_sign(before);
        let (number, length) = number_at(&rest[start..]);
        rest = &rest[start + length..];
        let (times, is_percent) = multiplier(rest);
        let counts = is_percent || is_in_word || is_rank(before);
        if let Some(number) = number.filter(|_number| !counts) {
            amounts.push(PayAmount { number, times });
        }
    }
    amounts
}

/// "Band 5", "Grade 7": the step of a scale.
fn is_rank(before: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    ["band", "bands", "grade", "level", "step", "scale"].contains(&word)
}

fn ends_with_sign(text: &str) -> bool {
    ["rs", "inr", "usd", "eur", "gbp", "chf", "cad", "aud", "sgd"].iter().any(|sign| text.ends_with(sign))
}

/// The number a text starts with and the bytes it takes: `24,214.00`, `1.2`, `60.000`, `10,00,000`.
fn number_at(text: &str) -> (Option<f64>, usize) {
    let is_separator = |c: char| matches!(c, ',' | '.' | '\'' | '’' | '\u{a0}' | '\u{202f}');
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let continues = characters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if !(character.is_ascii_digit() || is_separator(character) && continues) {
            break;
        }
        end = at + character.len_utf8();
    }
    let written = &text[..end];
    // A point or comma before one or two last digits is a decimal one, every other separator groups.
    let decimals = written.rfind(['.', ',']).filter(|at| {
        let group = &written[at + 1..];
        group.len() <= 2 && group.bytes().all(|byte| byte.is_ascii_digit())
    });
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
    let number = match decimals {
        Some(at) => format!("{}.{}", digits(&written[..at]), digits(&written[at..])),
        None => digits(written),
    };
    (number.parse().ok(), end)
}

/// The multiplier after a number, and whether it is a percentage instead.
fn multiplier(rest: &str) -> (Option<f64>, bool) {
    let rest = rest.trim_start_matches(['+', ' ', '\u{a0}']);
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    let times = match word.as_str() {
        "k" | "thousand" | "tsd" => Some(THOUSAND),
        "l" | "lac" | "lacs" | "lakh" | "lakhs" | "lpa" | "lakhspa" | "lacspa" => Some(LAKH),
        "cr" | "crore" | "crores" => Some(CRORE),
        "m" | "mn" | "mio" | "million" => Some(MILLION),
        _ => None,
    };
    (times, rest.starts_with('%'))
}

fn sign(text: &str) -> Option<&'static str> {
    const SIGNS: [(&str, &str); 27] = [
        ("₹", "INR"),
        ("£", "GBP"),
        ("€", "EUR"),
        ("us$", "USD"),
        ("ca$", "CAD"),
        ("c$", "CAD"),
        ("cad", "CAD"),
        ("au$", "AUD"),
        ("a$", "AUD"),
        ("aud", "AUD"),
        ("s$", "SGD"),
        ("sgd", "SGD"),
        ("nz$", "NZD"),
        ("nzd", "NZD"),
        ("hk$", "HKD"),
        ("hkd", "HKD"),
        ("r$", "BRL"),
        ("usd", "USD"),
        ("eur", "EUR"),
        ("gbp", "GBP"),
        ("inr", "INR"),
        ("chf", "CHF"),
        ("pln", "PLN"),
        ("zł", "PLN"),
        ("jpy", "JPY"),
        ("¥", "JPY"),
        ("$", "$"),
    ];
    let is_rupees = || text.split(|c: char| !c.is_alphabetic()).any(|word| matches!(word, "rs" | "rupees"));
    SIGNS
        .iter()
        .find(|(written, _)| text.contains(written))
        .map(|(_, code)| *code)
        .or_else(|| is_rupees().then_some("INR"))
}

fn unit_of(text: &str) -> Option<SalaryUnit> {
    let text =
        text.replace("p.a", "pa").replace("p/a", "pa").replace("p/h", "ph").replace("p.h", "ph").replace("p.m", "pm");
    let words = text.split(|c: char| !c.is_alphabetic());
    words.map(unit_word).find_map(|unit| unit)
}

fn unit_word(word: &str) -> Option<SalaryUnit> {
    match word {
        "year" | "years" | "yr" | "yearly" | "annum" | "annual" | "annually" | "pa" | "lpa" | "jahr" => {
            Some(SalaryUnit::Year)
        }
        "month" | "monthly" | "mo" | "pm" | "mon" | "monat" | "mois" => Some(SalaryUnit::Month),
        "week" | "weekly" | "wk" | "pw" => Some(SalaryUnit::Week),
        "day" | "daily" | "pd" => Some(SalaryUnit::Day),
        "hour" | "hourly" | "hr" | "hrs" | "ph" | "stunde" => Some(SalaryUnit::Hour),
        _ => None,
    }
}

/// Asides hold other figures: "(Including Variable: 15.0%)"; but some put all they say in brackets.
fn without_asides(text: &str) -> String {
    let outside = without_brackets(text);
    if outside.contains(|c: char| c.is_ascii_digit()) { outside } else { text.replace(['(', ')', '[', ']'], " ") }
}

/// What comes on top is another amount: "£25,000 - £36,629 + £5K bonus".
fn without_extras(text: &str) -> &str {
    let has_digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    match text.split_once(" + ").or_else(|| text.split_once(" plus ")) {
        Some((pay, extras)) if has_digit(pay) && has_digit(extras) => pay,
        _ => text,
    }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect()
}
