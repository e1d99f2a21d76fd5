//! Pay: what the employer states, how it is compared, and how it is written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::words::ValueWords;

/// An amount of money in hundredths of the currency's unit (cents, paise); never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Amount(u64);

/// An ISO 4217 code: three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// The period that a stated amount covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SalaryUnit {
    /// One hour.
    Hour,
    /// One day.
    Day,
    /// One week.
    Week,
    /// One month.
    Month,
    /// One year.
    Year,
    /// Two weeks: 26 of them make a year.
    TwoWeeks,
    /// Half a month: 24 of them make a year.
    HalfMonth,
}

/// What the employer says about pay.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BaseSalary {
    /// Pay in figures: one amount or a range.
    Range(PayRange),
    /// The employer's words instead of figures: `Best in industry`.
    Words(String),
}

/// Pay in figures. At least one end is stated, and the ends are in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PayRange {
    min: Option<Amount>,
    max: Option<Amount>,
    currency: Currency,
    unit: SalaryUnit,
}

/// What one unit of each currency is worth in the board's currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rates {
    /// The currency to convert into.
    pub board_currency: Currency,
    /// Worth of one unit in the board's currency; a currency that isn't listed can't be compared.
    pub worth: BTreeMap<Currency, f64>,
}

/// Working time for comparing periods: 52 weeks of 5 days of 8 hours make 2,080 hours a year. Other boards use 2,016 or
/// 1,920, so job pages state this number next to a converted figure.
const HOURS_PER_YEAR: u64 = 2_080;
const DAYS_PER_YEAR: u64 = 260;
const WEEKS_PER_YEAR: u64 = 52;
const MONTHS_PER_YEAR: u64 = 12;

/// 10¹² units: more is a typing error.
const LARGEST_UNITS: f64 = 1e12;

impl Amount {
    /// An amount in the currency's unit; `None` if negative, not finite, or above 10¹².
    pub fn from_units(units: f64) -> Option<Self> {
        (0.0..=LARGEST_UNITS).contains(&units).then(|| Self((units * 100.0).round() as u64))
    }

    /// Whole units, rounded down: 10.50 is 10.
    pub fn whole_units(self) -> u64 {
        self.0 / 100
    }

    /// Hundredths of a unit: 10.50 is 1050.
    pub fn hundredths(self) -> u64 {
        self.0
    }
}

impl Currency {
    /// Indian rupee.
    pub const INR: Self = Self(*b"INR");
    /// United States dollar.
    pub const USD: Self = Self(*b"USD");

    /// Reads any three letters, in any case; doesn't check that ISO 4217 lists them.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.trim().as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_alphabetic).then(|| Self(bytes.map(|byte| byte.to_ascii_uppercase())))
    }

    /// The code: `INR`.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// The sign before an amount: `₹`, `$`, or the code with a space.
    pub fn sign(&self) -> String {
        match &self.0 {
            b"INR" => "₹".to_owned(),
            b"USD" => "$".to_owned(),
            b"EUR" => "€".to_owned(),
            b"GBP" => "£".to_owned(),
            b"JPY" => "¥".to_owned(),
            b"CAD" => "CA$".to_owned(),
            b"AUD" => "A$".to_owned(),
            b"SGD" => "S$".to_owned(),
            _ => format!("{} ", self.code()),
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = String;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::parse(&code).ok_or_else(|| format!("`{code}` is not a currency: use an ISO 4217 code such as INR or USD"))
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl SalaryUnit {
    /// How many of these periods make a working year.
    pub fn per_year(self) -> u64 {
        match self {
            Self::Hour => HOURS_PER_YEAR,
            Self::Day => DAYS_PER_YEAR,
            Self::Week => WEEKS_PER_YEAR,
            Self::Month => MONTHS_PER_YEAR,
            Self::Year => 1,
            Self::TwoWeeks => WEEKS_PER_YEAR / 2,
            Self::HalfMonth => MONTHS_PER_YEAR * 2,
        }
    }

    /// An amount for one of these periods: `₹15L / yr`.
    pub fn of_amount(self, amount: &str, words: &ValueWords) -> String {
        let unit = match self {
            Self::Hour => words.hour,
            Self::Day => words.day,
            Self::Week => words.week,
            Self::Month => words.month,
            Self::Year => words.year,
            Self::TwoWeeks => words.two_weeks,
            Self::HalfMonth => words.half_month,
        };
        (words.pay_per)(amount, unit)
    }

    /// schema.org's `unitText`, such as `YEAR`, and how many of these make up this period: schema.org has no unit of
    /// two weeks.
    pub fn in_schema(self) -> (&'static str, f64) {
        match self {
            Self::Hour => ("HOUR", 1.0),
            Self::Day => ("DAY", 1.0),
            Self::Week => ("WEEK", 1.0),
            Self::Month => ("MONTH", 1.0),
            Self::Year => ("YEAR", 1.0),
            Self::TwoWeeks => ("WEEK", 2.0),
            Self::HalfMonth => ("MONTH", 0.5),
        }
    }
}

impl PayRange {
    /// A range; `None` if neither end is stated, the top is zero, or the ends are reversed.
    pub fn new(min: Option<Amount>, max: Option<Amount>, currency: Currency, unit: SalaryUnit) -> Option<Self> {
        let top = max.or(min)?;
        (top.0 > 0 && min.unwrap_or(top) <= top).then_some(Self { min, max, currency, unit })
    }

    /// Lower end; `None` means "up to the upper end".
    pub fn min(&self) -> Option<Amount> {
        self.min
    }

    /// Upper end; `None` means "or more".
    pub fn max(&self) -> Option<Amount> {
        self.max
    }

    /// The currency of both ends.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// The period of both ends.
    pub fn unit(&self) -> SalaryUnit {
        self.unit
    }

    /// The top of the range (its only end if one is missing) per year, in whole units of the board's currency; `None`
    /// if the board has no rate for the range's currency.
    pub fn annual_top(&self, rates: &Rates) -> Option<u32> {
        self.annual(self.max.or(self.min)?, rates)
    }

    /// Like `annual_top`, but for the bottom of the range.
    pub fn annual_bottom(&self, rates: &Rates) -> Option<u32> {
        self.annual(self.min.or(self.max)?, rates)
    }

    /// Whether its currency differs from the board's, and the board has a rate for it.
    pub fn is_converted(&self, rates: &Rates) -> bool {
        self.currency != rates.board_currency && rates.worth.contains_key(&self.currency)
    }

    /// As pages show it: `₹10L - ₹30L / yr`, `$53K - $91K / yr`, `£9.21 / hr`, `€60K+ / yr`.
    pub fn in_words(&self, words: &ValueWords) -> String {
        let shown = |amount| [self.currency.sign(), amount_in_short(amount, self.currency)].concat();
        let amount = match (self.min, self.max) {
            (Some(min), Some(max)) if min != max => (words.pay_between)(&shown(min), &shown(max)),
            (Some(_same), Some(max)) => shown(max),
            (Some(min), None) => (words.pay_from)(&shown(min)),
            (None, Some(max)) => (words.up_to)(&shown(max)),
            (None, None) => return String::new(),
        };
        self.unit.of_amount(&amount, words)
    }

    fn annual(&self, amount: Amount, rates: &Rates) -> Option<u32> {
        let rate = if self.currency == rates.board_currency { 1.0 } else { *rates.worth.get(&self.currency)? };
        let annual = amount.0 as f64 / 100.0 * self.unit.per_year() as f64 * rate;
        (annual.is_finite() && annual >= 0.0 && annual < f64::from(u32::MAX)).then_some(annual.round() as u32)
    }
}

impl BaseSalary {
    /// The figures, if there are any.
    pub fn range(&self) -> Option<&PayRange> {
        match self {
            Self::Range(range) => Some(range),
            Self::Words(_) => None,
        }
    }

    /// As pages show it: the figures with their unit, or the employer's own words.
    pub fn in_words(&self, words: &ValueWords) -> String {
        match self {
            Self::Range(range) => range.in_words(words),
            Self::Words(text) => text.clone(),
        }
    }
}

/// Whole units in short form with their currency: `₹15L`.
pub fn short_money(units: u32, currency: Currency) -> String {
    let amount = Amount::from_units(f64::from(units)).map(|amount| amount_in_short(amount, currency));
    format!("{}{}", currency.sign(), amount.unwrap_or_default())
}

/// An amount in the short form that is usual for the currency, without its sign: lakh and crore for rupees, K and M
/// otherwise, with at most two decimals.
pub fn amount_in_short(amount: Amount, currency: Currency) -> String {
    let steps: &[(u64, &str)] = if currency == Currency::INR {
        &[(10_000_000, "Cr"), (100_000, "L"), (1_000, "K")]
    } else {
        &[(1_000_000, "M"), (1_000, "K")]
    };
    for (size, suffix) in steps {
        if amount.whole_units() >= *size {
            return format!("{}{suffix}", two_decimals(amount.0 / size));
        }
    }
    two_decimals(amount.0)
}

/// Hundredths as a number with at most two decimals: 1050 is `10.5`.
fn two_decimals(hundredths: u64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => format!("{whole}"),
        _ if rest.is_multiple_of(10) => format!("{whole}.{}", rest / 10),
        _ => format!("{whole}.{rest:02}"),
    }
}

/// A whole number with separators: Indian groups (`21,01,133`) for rupees, thousands otherwise.
pub fn group_digits(number: u64, currency: Currency) -> String {
    let digits = number.to_string();
    let group_after_first = if currency == Currency::INR { 2 } else { 3 };
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        let left = digits.len() - index;
        let is_boundary = left == 3 || (left > 3 && (left - 3).is_multiple_of(group_after_first));
        if index > 0 && is_boundary {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    fn shown(min: Option<f64>, max: Option<f64>, currency: &str, unit: SalaryUnit) -> Option<String> {
        let amount = |units: Option<f64>| units.and_then(Amount::from_units);
        PayRange::new(amount(min), amount(max), Currency::parse(currency)?, unit)
            .map(|range| range.in_words(ENGLISH.values))
    }

    #[test]
    fn pay_is_written_as_its_readers_write_it() {
        for (min, max, currency, unit, expected) in [
            (Some(1e6), Some(3e6), "INR", SalaryUnit::Year, "₹10L - ₹30L / yr"),
            (Some(1e6), Some(1e6), "INR", SalaryUnit::Year, "₹10L / yr"),
            (Some(350_000.0), Some(1.2e7), "INR", SalaryUnit::Year, "₹3.5L - ₹1.2Cr / yr"),
            (Some(53_000.0), Some(91_000.0), "USD", SalaryUnit::Year, "$53K - $91K / yr"),
            (Some(9.21), Some(9.21), "GBP", SalaryUnit::Hour, "£9.21 / hr"),
            (Some(60_000.0), None, "EUR", SalaryUnit::Year, "€60K+ / yr"),
            (None, Some(4_500.0), "CHF", SalaryUnit::Month, "up to CHF 4.5K / mo"),
            (Some(2_000.0), Some(2_500.0), "USD", SalaryUnit::TwoWeeks, "$2K - $2.5K / two weeks"),
            (Some(2_000.0), None, "USD", SalaryUnit::HalfMonth, "$2K+ / half month"),
        ] {
            assert_eq!(shown(min, max, currency, unit).as_deref(), Some(expected));
        }
    }

    #[test]
    fn impossible_pay_does_not_exist() {
        assert_eq!(shown(None, None, "INR", SalaryUnit::Year), None);
        assert_eq!(shown(Some(0.0), Some(0.0), "INR", SalaryUnit::Year), None);
        assert_eq!(shown(Some(5.0), Some(3.0), "INR", SalaryUnit::Year), None);
        assert_eq!(Amount::from_units(-1.0), None);
        assert_eq!(Amount::from_units(f64::NAN), None);
    }

    #[test]
    fn one_rule_converts_period_and_currency() {
        let rates = Rates { board_currency: Currency::INR, worth: BTreeMap::from([(Currency::USD, 80.0)]) };
        let hourly = PayRange::new(Amount::from_units(10.0), None, Currency::USD, SalaryUnit::Hour).expect("valid");
        assert_eq!(hourly.annual_top(&rates), Some(10 * 2_080 * 80));
        assert!(hourly.is_converted(&rates));
        let own = PayRange::new(Amount::from_units(10.0), None, Currency::INR, SalaryUnit::Hour).expect("valid");
        assert!(!own.is_converted(&rates));
        let unknown =
            PayRange::new(Amount::from_units(10.0), None, Currency(*b"CHF"), SalaryUnit::Hour).expect("valid");
        assert_eq!(unknown.annual_top(&rates), None);
        assert!(!unknown.is_converted(&rates));
        for (unit, times) in [(SalaryUnit::TwoWeeks, 26), (SalaryUnit::HalfMonth, 24)] {
            let range = PayRange::new(Amount::from_units(100.0), None, Currency::INR, unit).expect("valid");
            assert_eq!(range.annual_top(&rates), Some(100 * times));
        }
    }

    #[test]
    fn digits_group_by_lakh_for_rupees_and_by_thousand_elsewhere() {
        assert_eq!(group_digits(2_101_133, Currency::INR), "21,01,133");
        assert_eq!(group_digits(2_101_133, Currency::USD), "2,101,133");
        assert_eq!(group_digits(15_000, Currency::INR), "15,000");
        assert_eq!(group_digits(999, Currency::INR), "999");
    }
}
