//! The grammar of pay in words: one or two amounts, with sign, multiplier, and period, in the spellings of several
//! countries. It reads what is written; `salary` decides whether it is plausible.

use openroles_model::domain::SalaryUnit;

/// What the words state about pay, without guesses.
#[derive(Debug, PartialEq)]
pub(super) struct PayWords {
    /// Lower end, in units of the currency.
    pub(super) min: Option<f64>,
    /// Upper end, in units of the currency.
    pub(super) max: Option<f64>,
    /// A currency code, or `$`, which can be any dollar.
    pub(super) sign: Option<&'static str>,
    /// The period of both ends.
    pub(super) period: PayPeriod,
}

/// What words state about the period of pay.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum PayPeriod {
    /// No period is stated.
    #[default]
    Unstated,
    /// A period with a fixed number per year.
    Per(SalaryUnit),
    /// A period that doesn't tell the pay per year, such as one-time pay.
    Irregular,
}

impl PayPeriod {
    /// This period, or `other` if this one is unstated.
    pub(super) fn or(self, other: Self) -> Self {
        if self == Self::Unstated { other } else { self }
    }
}

/// Reads `₹10L - ₹30L / yr`, `3.5-6.5 Lacs PA`, `10,000/month`, `€60–75k p.a.`, `From £27,219`; `None` if there is no
/// amount or more than two.
pub(super) fn parse(text: &str) -> Option<PayWords> {
    let all = with_groups_joined(&text.to_lowercase());
    let whole = without_asides(&all);
    let text = without_extras(&whole).to_owned();
    let mut amounts = amounts(&text);
    // The ends, and then the same ends again in the employer's own words.
    let (half, again) = amounts.split_at(amounts.len() / 2);
    if half.len() > 1 && half == again {
        amounts.truncate(amounts.len() / 2);
    }
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let (min, max) = match amounts[..] {
        [only] if has(&["up to", "upto", "max", "under "]) => (None, Some(only.value())),
        [only] if has(&["from", "starting", "min", "at least", "above"]) || only.is_open => (Some(only.value()), None),
        [only] => (Some(only.value()), Some(only.value())),
        [low, high] => (Some(low.sharing(high).value()), Some(high.value())),
        _ => return None,
    };
    let is_lakhs = amounts.iter().any(|amount| matches!(amount.times, Some(LAKH | CRORE)));
    let sign = sign(&text).or(is_lakhs.then_some("INR"));
    // Only an amount with a sign, a multiplier, or the cents of a range is pay: "Band 5" and "10 PA Locum" are not.
    let are_cents = amounts.len() > 1 && amounts.iter().all(|amount| amount.has_cents);
    let is_pay = sign.is_some() || are_cents || amounts.iter().any(|amount| amount.is_money());
    // "₹20,000 + incentives per month": the extras have no amount, so the period belongs to the pay.
    let extras = whole.get(text.len()..).unwrap_or_default();
    let has_own_amount = extras.contains(|c: char| c.is_ascii_digit());
    let behind = if has_own_amount { PayPeriod::Unstated } else { period_of(extras) };
    let aside = if is_once(&all) && !is_once(extras) { PayPeriod::Irregular } else { PayPeriod::Unstated };
    is_pay.then(|| PayWords { min, max, sign, period: period_of(&text).or(behind).or(aside) })
}

/// A number in a field of its own: `24214`, `24,214.00`, `$24214`.
pub(super) fn plain_number(text: &str) -> Option<f64> {
    match amounts(&text.to_lowercase())[..] {
        [only] => Some(only.value()),
        _ => None,
    }
}

/// The period in a field of its own: `YEAR`, `annual`, `per hour`, `2 WEEK`.
pub(super) fn period(text: &str) -> PayPeriod {
    let text = text.trim().to_lowercase();
    match text.split_once(' ').map(|(count, unit)| (count.parse::<f64>(), unit)) {
        Some((Ok(1.0), unit)) => period_of(unit),
        Some((Ok(2.0), unit)) => period_of(&format!("two {unit}")),
        Some((Ok(0.5), unit)) => period_of(&format!("half {unit}")),
        Some((Ok(_), _)) => PayPeriod::Irregular,
        _ if is_once(&text) => PayPeriod::Irregular,
        _ => period_of(&text),
    }
}

const THOUSAND: f64 = 1e3;
const LAKH: f64 = 1e5;
const MILLION: f64 = 1e6;
const CRORE: f64 = 1e7;
/// A smaller bare number can count anything.
const SMALLEST_BARE: f64 = 1_000.0;
/// A smaller bare number counts something else if an amount of money comes before it.
const LARGEST_COUNT: f64 = 100.0;

#[derive(Clone, Copy, Debug, PartialEq)]
struct PayAmount {
    number: f64,
    times: Option<f64>,
    /// Whether it is written with cents: `8.72`.
    has_cents: bool,
    /// Whether a plus right after it opens its end: `40k+`.
    is_open: bool,
}

impl PayAmount {
    fn is_money(self) -> bool {
        self.times.is_some() || self.number >= SMALLEST_BARE
    }

    fn value(self) -> f64 {
        self.number * self.times.unwrap_or(1.0)
    }

    /// In `3.5-6.5 lacs`, the first number is in lacs too; in `50,000-2.5 lacs`, it isn't.
    fn sharing(self, next: Self) -> Self {
        if self.times.is_none() && self.number <= next.number { Self { times: next.times, ..self } } else { self }
    }
}

/// The amounts in a lowercase text, without percentages.
fn amounts(text: &str) -> Vec<PayAmount> {
    let mut amounts: Vec<PayAmount> = Vec::new();
    let mut rest = text;
    let mut is_after_count = false;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        // A digit inside a word counts something else: "q4", "w2".
        let before = &rest[..start];
        let is_in_word = before.ends_with(|c: char| c.is_alphabetic() && c.is_ascii()) && !ends_with_sign(before);
        let (number, length) = number_at(&rest[start..]);
        let has_cents = matches!(rest[start..start + length].rsplit_once('.'), Some((_, cents)) if cents.len() == 2);
        rest = &rest[start + length..];
        let (times, is_percent) = multiplier(rest);
        let is_open = rest.trim_start_matches(|c: char| c.is_alphabetic() || c == ' ').starts_with('+');
        let amount = number.map(|number| PayAmount { number, times, has_cents, is_open });
        let is_rank = is_rank(before) || (is_after_count && is_bare(before, amount) && is_linked(before));
        let is_count = amounts.last().is_some_and(|earlier| earlier.is_money() || earlier.has_cents)
            && is_bare(before, amount)
            && !is_linked(before);
        is_after_count = is_rank || is_count;
        amounts.extend(amount.filter(|_amount| !(is_percent || is_in_word || is_after_count)));
    }
    amounts
}

/// Whether it is a small number that nothing marks as money.
fn is_bare(before: &str, amount: Option<PayAmount>) -> bool {
    let has_sign = before.ends_with(|c: char| "£$€₹¥".contains(c)) || ends_with_sign(before.trim_end());
    !has_sign && amount.is_some_and(|amount| !amount.is_money() && !amount.has_cents && amount.number < LARGEST_COUNT)
}

/// Whether the text between two numbers makes them the ends of one range: "82,096 10 PAs", "26,701, band 6", and "per
/// week for 12 months" don't.
fn is_linked(between: &str) -> bool {
    const LINKS: [&str; 30] = [
        "k", "l", "lac", "lacs", "lakh", "lakhs", "lpa", "cr", "crore", "to", "upto", "up", "and", "or", "per", "p",
        "a", "an", "pa", "ph", "h", "hour", "year", "annum", "month", "week", "day", "hr", "yr", "rs",
    ];
    let mut words = between.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    !between.trim().is_empty() && words.all(|word| LINKS.contains(&word))
}

/// "Band 5", "Grade 7": whether the number is a grade on a scale.
fn is_rank(before: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    ["band", "bands", "grade", "level", "step", "scale"].contains(&word)
}

fn ends_with_sign(text: &str) -> bool {
    ["rs", "inr", "usd", "eur", "gbp", "chf", "cad", "aud", "sgd"].iter().any(|sign| text.ends_with(sign))
}

/// The number at the start of `text`, and its length in bytes: `24,214.00`, `1.2`, `60.000`, `10,00,000`.
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
    // A point or comma before one or two final digits is the decimal separator; all others separate groups.
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

/// The first period that a lowercase text names.
fn period_of(text: &str) -> PayPeriod {
    const SPELLINGS: [(&str, &str); 8] = [
        ("p.a", "pa"),
        ("p/a", "pa"),
        ("p/h", "ph"),
        ("p.h", "ph"),
        ("p.m", "pm"),
        ("every 2 ", "two "),
        ("per 2 ", "two "),
        ("twice a ", "twice "),
    ];
    let text = SPELLINGS.iter().fold(text.to_owned(), |text, (written, read)| text.replace(written, read));
    let mut before = "";
    let periods = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(|word| {
        let period = named_period(before, word);
        before = word;
        period
    });
    periods.fold(PayPeriod::Unstated, PayPeriod::or)
}

/// The period of a word, given the word before it: "every other week" isn't weekly.
fn named_period(before: &str, word: &str) -> PayPeriod {
    let is_several = matches!(before, "two" | "other");
    let unit = unit_word(word).or_else(|| unit_word(word.strip_suffix('s').filter(|_word| is_several)?));
    match (before, unit) {
        ("bi" | "two" | "other", Some(SalaryUnit::Week)) => PayPeriod::Per(SalaryUnit::TwoWeeks),
        ("semi" | "half" | "twice", Some(SalaryUnit::Month)) => PayPeriod::Per(SalaryUnit::HalfMonth),
        ("bi" | "semi" | "two" | "other" | "half" | "twice", Some(_)) => PayPeriod::Irregular,
        (_, Some(unit)) => PayPeriod::Per(unit),
        (_, None) if word == "bimonthly" => PayPeriod::Irregular,
        (_, None) => PayPeriod::Unstated,
    }
}

fn unit_word(word: &str) -> Option<SalaryUnit> {
    match word {
        "year" | "years" | "yr" | "yearly" | "annum" | "annual" | "annually" | "pa" | "lpa" | "jahr" => {
            Some(SalaryUnit::Year)
        }
        "month" | "monthly" | "mo" | "pm" | "mon" | "monat" | "mois" => Some(SalaryUnit::Month),
        "semimonthly" => Some(SalaryUnit::HalfMonth),
        "week" | "weekly" | "wk" | "pw" => Some(SalaryUnit::Week),
        "biweekly" | "fortnight" | "fortnightly" => Some(SalaryUnit::TwoWeeks),
        "day" | "daily" | "pd" => Some(SalaryUnit::Day),
        "hour" | "hourly" | "hr" | "hrs" | "ph" | "stunde" => Some(SalaryUnit::Hour),
        _ => None,
    }
}

/// Whether a lowercase text says that the pay is one-time.
fn is_once(text: &str) -> bool {
    ["one-time", "one time", "onetime", "one_time", "lump sum", "per project"].iter().any(|once| text.contains(once))
}

/// Drops text in brackets, which has other figures: "(Including Variable: 15.0%)". If everything is in brackets, keeps
/// it.
fn without_asides(text: &str) -> String {
    let outside = without_brackets(text);
    if amounts(&outside).is_empty() { text.replace(['(', ')', '[', ']'], " ") } else { outside }
}

/// Drops extras, which aren't part of the pay: "£25,000 - £36,629 + £5K bonus", "£16.97 per hour +12.07% WTD", and
/// after a range, "London Allowance £2,162".
fn without_extras(text: &str) -> &str {
    let cut = [" +", " plus "].iter().filter_map(|on_top| text.split_once(on_top)).min_by_key(|cut| cut.0.len());
    let text = match cut {
        Some((pay, extras)) if !amounts(pay).is_empty() && extras.contains(char::is_alphanumeric) => pay,
        _ => text,
    };
    let names = ["allowance", "supplement", "bonus"].iter().filter_map(|name| text.find(name));
    names.min().map(|at| &text[..at]).filter(|pay| amounts(pay).len() > 1).unwrap_or(text)
}

/// "£32, 478" is one amount.
fn with_groups_joined(text: &str) -> String {
    let is_group = |after: &str| {
        let digits = after.chars().take_while(char::is_ascii_digit).count();
        digits == 3
    };
    let mut joined = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(", ") {
        joined.push_str(before);
        let digits = joined.chars().rev().take_while(char::is_ascii_digit).count();
        let is_first_group = (1..=3).contains(&digits) && !joined[..joined.len() - digits].ends_with(',');
        joined.push_str(if is_first_group && is_group(after) { "," } else { ", " });
        rest = after;
    }
    joined + rest
}

/// The text outside brackets.
pub(super) fn without_brackets(text: &str) -> String {
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
