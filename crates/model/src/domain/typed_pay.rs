//! Reads the yearly pay that a visitor types, on a board in their currency.
//!
//! It calculates only with whole numbers. Pay in feeds is read in `ingest`, with other doubts: there, the amount
//! decides whether a number is pay at all; here, it is known to be pay.

use super::{Amount, Currency, SalaryUnit, amount_in_short, group_digits};
use crate::words::PayFilterWords;

/// How people write yearly pay in a currency, in its units.
struct Habits {
    /// What a small number without a unit counts: `15` means 15 lakh in rupees and 15 thousand in dollars.
    counted_in: u64,
    /// The lowest amount that can be a year's pay.
    least: u64,
    /// A typical yearly pay, for examples.
    usual: u64,
}

/// Numbers from here on are amounts; smaller ones count thousands, or whatever the currency is counted in.
const MEANS_ITSELF: u64 = 1_000;

/// Words for multiples, and what they multiply by; no word multiplies by 1.
const TIMES: [(&str, u64); 14] = [
    ("", 1),
    ("k", 1_000),
    ("thousand", 1_000),
    ("l", 100_000),
    ("lac", 100_000),
    ("lacs", 100_000),
    ("lakh", 100_000),
    ("lakhs", 100_000),
    ("m", 1_000_000),
    ("mn", 1_000_000),
    ("million", 1_000_000),
    ("cr", 10_000_000),
    ("crore", 10_000_000),
    ("crores", 10_000_000),
];

/// Periods; `per`, `a`, or `an` may come before them.
const PERIODS: [(&str, SalaryUnit); 10] = [
    ("pa", SalaryUnit::Year),
    ("annum", SalaryUnit::Year),
    ("year", SalaryUnit::Year),
    ("yr", SalaryUnit::Year),
    ("pm", SalaryUnit::Month),
    ("month", SalaryUnit::Month),
    ("mo", SalaryUnit::Month),
    ("week", SalaryUnit::Week),
    ("hour", SalaryUnit::Hour),
    ("hr", SalaryUnit::Hour),
];

/// Whole units of the currency per year, from texts such as `15`, `15L`, `12.5 lakh`, `10 LPA`, `1.2 Cr`, `90k`,
/// `90,000`, and `₹50,000 a month`. `None` if it isn't an amount, or is too little for a year's pay.
pub fn read_pay(text: &str, currency: Currency) -> Option<u32> {
    let habits = habits(currency);
    let text = text.trim().to_ascii_lowercase();
    let shown_sign = currency.sign().to_ascii_lowercase();
    let text = text.trim_end_matches(shown_sign.trim()).trim_end();
    let (sign, text) = text.split_at(text.find(|letter: char| letter.is_ascii_digit())?);
    let end = text.find(|letter: char| letter.is_alphabetic() || "+/".contains(letter)).unwrap_or(text.len());
    let (number, words) = text.split_at(end);
    if !is_sign_of(sign.trim(), currency) {
        return None;
    }
    let (times, period) = unit(words, &currency.code().to_ascii_lowercase())?;
    let (whole, decimals) = whole_and_decimals(number.trim(), times > 1)?;
    let is_counted = times == 1 && period.is_none() && whole < MEANS_ITSELF;
    let times = if is_counted { habits.counted_in } else { times };
    let part = if decimals.is_empty() { 0 } else { decimals.parse::<u64>().ok()?.checked_mul(times)? };
    let units = whole.checked_mul(times)?.checked_add(part / 10_u64.checked_pow(decimals.len() as u32)?)?;
    let yearly = units.checked_mul(period.map_or(1, SalaryUnit::per_year))?;
    u32::try_from(yearly).ok().filter(|yearly| u64::from(*yearly) >= habits.least)
}

/// Two ways to write a typical yearly pay: `15L or 15,00,000`.
pub fn pay_examples(currency: Currency, words: &PayFilterWords) -> String {
    let usual = habits(currency).usual;
    let short = Amount::from_units(usual as f64).map(|amount| amount_in_short(amount, currency));
    (words.examples)(&short.unwrap_or_default(), &group_digits(usual, currency))
}

fn habits(currency: Currency) -> Habits {
    let (counted_in, least, usual) = match currency.code() {
        "INR" | "PKR" | "BDT" | "LKR" | "NPR" => (100_000, 10_000, 1_500_000),
        "JPY" => (10_000, 100_000, 5_000_000),
        "KRW" | "IDR" | "VND" | "COP" | "CLP" | "HUF" => (1_000_000, 1_000_000, 50_000_000),
        _ => (1_000, 1_000, 90_000),
    };
    Habits { counted_in, least, usual }
}

/// Whether the text before a number is empty or the board's own currency. Another currency would mean another amount.
fn is_sign_of(sign: &str, currency: Currency) -> bool {
    let is_rupee = currency == Currency::INR && ["rs", "rs."].contains(&sign);
    is_rupee || currency.sign().to_ascii_lowercase().ends_with(sign) || currency.code().eq_ignore_ascii_case(sign)
}

/// The multiple and the period, if one is named, from the words after a number.
fn unit(words: &str, code: &str) -> Option<(u64, Option<SalaryUnit>)> {
    let is_known = |letter: char| letter.is_alphabetic() || " ./+".contains(letter);
    let letters: String = words.chars().filter(|letter| letter.is_alphabetic()).collect();
    let letters = letters.replace(code, "");
    let rest = |(name, times): &(&str, u64)| Some((*times, period(letters.strip_prefix(name)?)?));
    words.chars().all(is_known).then(|| TIMES.iter().find_map(rest)).flatten()
}

fn period(word: &str) -> Option<Option<SalaryUnit>> {
    let is_named = |name: &str| ["", "per", "a", "an"].iter().any(|article| word.strip_prefix(article) == Some(name));
    let named = PERIODS.iter().find(|(name, _)| is_named(name)).map(|(_, unit)| *unit);
    (word.is_empty() || named.is_some()).then_some(named)
}

/// A number without its separators, and its decimals. One or two digits at the end are decimals; three are a group,
/// unless a unit follows: `1.255 Cr`.
fn whole_and_decimals(number: &str, has_unit: bool) -> Option<(u64, &str)> {
    let (whole, decimals) = match number.rfind(['.', ',']) {
        Some(at) if number.len() - at <= 3 || has_unit && number[at..].starts_with('.') => {
            (&number[..at], &number[at + 1..])
        }
        _ => (number, ""),
    };
    let groups: Vec<&str> = whole.split([',', '.', ' ', '\'', '’', '\u{a0}', '\u{202f}']).collect();
    let are_groups = match groups[..] {
        [_, ref middle @ .., last] => last.len() == 3 && middle.iter().all(|group| matches!(group.len(), 2 | 3)),
        _ => true,
    };
    groups.concat().parse().ok().filter(|_| are_groups).map(|whole| (whole, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    fn check(currency: &str, typed: &str, expected: Option<u32>) {
        let currency = Currency::parse(currency).expect("a code");
        assert_eq!(read_pay(typed, currency), expected, "{typed} in {}", currency.code());
    }

    #[test]
    fn pay_in_rupees_is_what_its_readers_mean() {
        for (typed, expected) in [
            ("15", 1_500_000),
            ("15L", 1_500_000),
            ("₹15 L", 1_500_000),
            ("12.5", 1_250_000),
            ("12.5 lakh", 1_250_000),
            ("12.5 lakhs per annum", 1_250_000),
            ("Rs. 12,5 lacs p.a.", 1_250_000),
            ("10 LPA", 1_000_000),
            ("10lpa+", 1_000_000),
            ("1.2 Cr", 12_000_000),
            ("1.255 crore", 12_550_000),
            ("90k", 90_000),
            ("90,000", 90_000),
            ("15,00,000", 1_500_000),
            ("1500000", 1_500_000),
            ("INR 1,500,000 a year", 1_500_000),
            ("50,000 a month", 600_000),
            ("50k/month", 600_000),
            ("500 per hour", 1_040_000),
            ("15 lakh INR", 1_500_000),
        ] {
            check("INR", typed, Some(expected));
        }
    }

    #[test]
    fn the_same_words_mean_other_amounts_in_other_currencies() {
        for (currency, typed, expected) in [
            ("USD", "15", 15_000),
            ("USD", "90", 90_000),
            ("USD", "90k", 90_000),
            ("USD", "$90,000", 90_000),
            ("USD", "90,000.50", 90_000),
            ("USD", "1.2M", 1_200_000),
            ("USD", "$50 / hr", 104_000),
            ("CAD", "CA$90k", 90_000),
            ("CAD", "$90k", 90_000),
            ("EUR", "90.000", 90_000),
            ("EUR", "90.000,00 €", 90_000),
            ("EUR", "62,5k", 62_500),
            ("CHF", "CHF 90'000", 90_000),
            ("SEK", "480 000", 480_000),
            ("JPY", "500", 5_000_000),
            ("IDR", "150", 150_000_000),
        ] {
            check(currency, typed, Some(expected));
        }
    }

    #[test]
    fn nonsense_is_refused_and_never_a_tiny_amount() {
        for typed in [
            "",
            "lots",
            "15 bananas",
            "0",
            "0 L",
            "-5",
            "15-20",
            "15 20",
            "1,5,000,0",
            "$15",
            "₹15 / yr",
            "1,500",
            "99999999999999999999",
            "900 Cr",
            "1.2.3 Cr",
            "L",
            "15LL",
            "15%",
            "15 / month",
        ] {
            check("INR", typed, None);
        }
        check("USD", "999 a year", None);
        check("JPY", "1000", None);
    }

    #[test]
    fn the_examples_are_read_as_the_same_pay() {
        for code in ["INR", "USD", "JPY", "IDR"] {
            let currency = Currency::parse(code).expect("a code");
            for example in pay_examples(currency, &ENGLISH.pay).split(" or ") {
                assert_eq!(read_pay(example, currency).map(u64::from), Some(habits(currency).usual), "{example}");
            }
        }
    }
}
