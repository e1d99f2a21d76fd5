//! Pay, from figures with currency and unit, or from words.
//!
//! What can be read with confidence becomes figures; everything else stays the employer's words. A wrong salary is
//! worse than none, so an amount never becomes figures if its currency or period can't be told, or if it is not
//! plausible.

use openroles_model::{
    domain::{Amount, BaseSalary, Country, Currency, PayRange, SalaryUnit, group_digits},
    words::ENGLISH,
};

use super::{
    clean, gazetteer,
    guess::{Guess, GuessKind, Sureness},
    salary_words::{self, PayPeriod, PayWords},
    work,
};
use crate::feed::RawSalary;

/// The pay that a posting states. `country` is the job's, which tells the currency of `$` and bare amounts. Guesses are
/// added to `guesses`.
pub(super) fn read(raw: &RawSalary, country: Option<Country>, guesses: &mut Vec<Guess>) -> Option<BaseSalary> {
    let words = clean::label(raw.text.as_deref(), LONGEST_WORDS);
    let said = words.as_deref().and_then(salary_words::parse);
    let irregular_in_words = said.as_ref().map(|said| said.period).filter(|period| *period == PayPeriod::Irregular);
    let period = raw.unit.as_deref().map(salary_words::period).unwrap_or_default();
    let context = PayContext {
        currency: raw.currency.as_deref().and_then(Currency::parse),
        period: period.or(irregular_in_words.unwrap_or_default()),
        country,
    };
    // "£15.03 - £24.27 per hour" is the employer's own text; the yearly figures next to it were computed from it.
    let stated_whole = said.as_ref().filter(|said| matches!(said.period, PayPeriod::Per(_)) && said.sign.is_some());
    let pay = stated_whole
        .and_then(|said| from_words(said, &context))
        .or_else(|| from_figures(raw, &context))
        .or_else(|| from_words(said.as_ref()?, &context));
    if let Some(ReadPay { range, source, guessed }) = pay {
        guesses.extend(guessed.into_iter().flatten().map(|(kind, sureness)| {
            let said = match source {
                PaySource::Figures => figures(raw),
                PaySource::Words => words.clone().unwrap_or_default(),
            };
            Guess::new(kind, sureness, &said, &range.in_words(ENGLISH.values))
        }));
        return Some(BaseSalary::Range(range));
    }
    words
        .filter(|words| !is_silence(words) && !is_misplaced(words))
        .or_else(|| irregular(raw, &context))
        .map(BaseSalary::Words)
}

/// Whether a text is pay in figures with a currency or a period, as in a column of pay. A column of years has bare
/// numbers too.
pub fn states_pay(text: &str) -> bool {
    let is_told = |said: PayWords| said.sign.is_some() || matches!(said.period, PayPeriod::Per(_));
    let raw = RawSalary { text: Some(text.to_owned()), ..RawSalary::default() };
    // Any country will do: it only supplies the currency of bare amounts.
    let read = || read(&raw, Country::parse("IN"), &mut Vec::new());
    salary_words::parse(text).is_some_and(is_told) && matches!(read(), Some(BaseSalary::Range(_)))
}

/// The figures as the feed writes them.
fn figures(raw: &RawSalary) -> String {
    let mut figures: Vec<&str> = [&raw.min, &raw.max].into_iter().flatten().map(String::as_str).collect();
    figures.dedup();
    clean::line(&figures.join(" - "), LONGEST_WORDS)
}

/// In characters. The employer's words are cut there, because they are on a card.
const LONGEST_WORDS: usize = 120;

/// What the feed and the job's place say about amounts without a currency or period.
struct PayContext {
    currency: Option<Currency>,
    period: PayPeriod,
    country: Option<Country>,
}

/// A range, its source, and what was guessed about it.
struct ReadPay {
    range: PayRange,
    source: PaySource,
    guessed: [Guessed; 2],
}

/// Where the amounts come from.
#[derive(Clone, Copy)]
enum PaySource {
    Figures,
    Words,
}

/// What was guessed and how sure it is; `None` if it is stated.
type Guessed = Option<(GuessKind, Sureness)>;

fn from_figures(raw: &RawSalary, context: &PayContext) -> Option<ReadPay> {
    let number = |text: &Option<String>| text.as_deref().and_then(salary_words::plain_number);
    let (currency, of_currency) = context.own_currency()?;
    let top = number(&raw.max).or(number(&raw.min))?;
    let (unit, of_unit) = unit(context.period, top, currency, of_currency)?;
    let range = believable(number(&raw.min), number(&raw.max), currency, unit)?;
    Some(ReadPay { range, source: PaySource::Figures, guessed: [of_currency, of_unit] })
}

fn from_words(said: &PayWords, context: &PayContext) -> Option<ReadPay> {
    let (currency, of_currency) = match said.sign {
        Some("$") => Some(dollar(context)),
        Some(sign) => Currency::parse(sign).map(|currency| (currency, None)),
        None => context.own_currency(),
    }?;
    let top = said.max.or(said.min)?;
    let (unit, of_unit) = match (said.period, context.period) {
        (PayPeriod::Unstated, PayPeriod::Per(stated)) => {
            let likely = likely_unit(top, currency, of_currency);
            likely.map_or((stated, None), |(unit, guessed)| (unit, guessed.filter(|_| unit != stated)))
        }
        (said, stated) => unit(said.or(stated), top, currency, of_currency)?,
    };
    let range = believable(said.min, said.max, currency, unit)?;
    Some(ReadPay { range, source: PaySource::Words, guessed: [of_currency, of_unit] })
}

impl PayContext {
    /// The currency of amounts without a sign: the feed's, or the country's.
    fn own_currency(&self) -> Option<(Currency, Guessed)> {
        let of_country = || Some((currency_of(self.country?)?, Some((GuessKind::PayCurrency, Sureness::Likely))));
        self.currency.map(|currency| (currency, None)).or_else(of_country)
    }
}

/// The period of an amount, if it is stated or likely.
fn unit(period: PayPeriod, top: f64, currency: Currency, of_currency: Guessed) -> Option<(SalaryUnit, Guessed)> {
    match period {
        PayPeriod::Per(unit) => Some((unit, None)),
        PayPeriod::Unstated => likely_unit(top, currency, of_currency),
        PayPeriod::Irregular => None,
    }
}

/// Figures for a period that can't be converted to a year, in words: `$5,000 - $8,000, one-time`.
fn irregular(raw: &RawSalary, context: &PayContext) -> Option<String> {
    let period = raw.unit.as_deref().filter(|_period| context.period == PayPeriod::Irregular);
    let period = clean::label(period, LONGEST_WORDS)?.to_lowercase();
    let currency = context.currency?;
    let amount = |text: &Option<String>| {
        let amount = Amount::from_units(text.as_deref().and_then(salary_words::plain_number)?)?;
        Some(amount.whole_units()).filter(|units| *units > 0)
    };
    let mut ends: Vec<u64> = [&raw.min, &raw.max].into_iter().filter_map(amount).collect();
    ends.dedup();
    let shown = |units: u64| format!("{}{}", currency.sign(), group_digits(units, currency));
    let amounts = ends.into_iter().map(shown).collect::<Vec<_>>().join(" - ");
    Some(format!("{amounts}, {period}")).filter(|_words| !amounts.is_empty())
}

/// A plausible range: both ends are in the same unit, and the yearly top is neither too low to live on nor too high for
/// anyone to earn. A zero end counts as missing.
fn believable(min: Option<f64>, max: Option<f64>, currency: Currency, unit: SalaryUnit) -> Option<PayRange> {
    let stated = |amount: Option<f64>| amount.filter(|amount| *amount > 0.0);
    let (min, max) = (stated(min), stated(max));
    let top = max.or(min)?;
    let annual = top * unit.per_year() as f64;
    let is_one_kind = min.is_none_or(|min| top / min <= WIDEST_RANGE);
    let is_livable = (LOWEST_ANNUAL..=highest_annual(currency)).contains(&annual);
    // "$80,000, paid bi-weekly" states when it is paid, not the period.
    let is_part_of_month = matches!(unit, SalaryUnit::TwoWeeks | SalaryUnit::HalfMonth);
    let is_yearly = || likely_unit(top, currency, None).is_some_and(|(unit, _guessed)| unit == SalaryUnit::Year);
    let is_schedule = is_part_of_month && is_yearly();
    let amount = |amount: Option<f64>| amount.and_then(Amount::from_units);
    if is_one_kind && is_livable && !is_schedule {
        PayRange::new(amount(min), amount(max), currency, unit)
    } else {
        None
    }
}

/// The largest ratio of a range's ends; beyond it, they are in different units.
const WIDEST_RANGE: f64 = 50.0;
/// In units of any currency. A lower yearly top is no pay.
const LOWEST_ANNUAL: f64 = 500.0;

/// In units of the currency. A higher yearly top is a typing error.
fn highest_annual(currency: Currency) -> f64 {
    match currency.code() {
        "USD" | "EUR" | "GBP" | "CHF" | "CAD" | "AUD" | "SGD" | "NZD" => 1e7,
        "INR" => 1e9,
        _ => 1e11,
    }
}

/// The likely period of an amount without one: yearly pay has five digits, hourly pay two, and amounts between stay
/// unread. A guess near these limits, or in a doubtful currency, is doubtful.
fn likely_unit(top: f64, currency: Currency, of_currency: Guessed) -> Option<(SalaryUnit, Guessed)> {
    /// Monthly and daily pay are next to the limits.
    const CLEAR: f64 = 2.0;
    let (yearly_from, hourly) = match currency.code() {
        "USD" | "EUR" | "GBP" | "CHF" | "CAD" | "AUD" | "SGD" | "NZD" => (12_000.0, 3.0..=250.0),
        "INR" => (100_000.0, 0.0..=0.0),
        // In these countries, monthly pay is usual and has up to five digits.
        "PLN" => (100_000.0, 0.0..=0.0),
        "SEK" | "NOK" | "DKK" => (200_000.0, 0.0..=0.0),
        _ => return None,
    };
    let (unit, is_clear) = if top >= yearly_from {
        (SalaryUnit::Year, top >= CLEAR * yearly_from)
    } else if hourly.contains(&top) {
        (SalaryUnit::Hour, CLEAR * top <= *hourly.end())
    } else {
        return None;
    };
    let sureness = if is_clear { Sureness::Likely } else { Sureness::Doubtful };
    let sureness = of_currency.map_or(sureness, |(_, of_currency)| of_currency.max(sureness));
    Some((unit, Some((GuessKind::PayPeriod, sureness))))
}

/// Which dollar `$` means: the feed's, the country's, or the US dollar. People outside the United States also write `$`
/// for it, even in countries with their own dollar.
fn dollar(context: &PayContext) -> (Currency, Guessed) {
    let is_dollar = |currency: &Currency| currency.code().ends_with('D') || currency.code() == "MXN";
    if let Some(stated) = context.currency.filter(is_dollar) {
        return (stated, None);
    }
    let (currency, sureness) = match context.country.and_then(currency_of).filter(is_dollar) {
        Some(Currency::USD) => (Currency::USD, Sureness::Sure),
        Some(other) => (other, Sureness::Likely),
        None => (Currency::USD, Sureness::Doubtful),
    };
    (currency, Some((GuessKind::Dollar, sureness)))
}

fn currency_of(country: Country) -> Option<Currency> {
    const EURO: &str = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK";
    let code = match country.code() {
        "IN" => "INR",
        "US" => "USD",
        "GB" => "GBP",
        "CA" => "CAD",
        "AU" => "AUD",
        "NZ" => "NZD",
        "SG" => "SGD",
        "HK" => "HKD",
        "CH" => "CHF",
        "JP" => "JPY",
        "PL" => "PLN",
        "SE" => "SEK",
        "DK" => "DKK",
        "NO" => "NOK",
        code if EURO.contains(code) => "EUR",
        _ => return None,
    };
    Currency::parse(code)
}

/// Whether words state nothing about pay.
fn is_silence(words: &str) -> bool {
    const SILENT: [&str; 10] =
        ["0", "not disclosed", "undisclosed", "not stated", "n/a", "na", "none", "null", "undefined", "-"];
    SILENT.iter().any(|silent| words.eq_ignore_ascii_case(silent))
}

/// Whether words belong to another column: names of places, and sentences.
fn is_misplaced(words: &str) -> bool {
    const MOST_WORDS: usize = 14;
    let is_torn = words.starts_with('.') || words.ends_with("...") || words.ends_with('…');
    let is_sentence = words.split(' ').count() > MOST_WORDS || is_torn;
    let outside = salary_words::without_brackets(words);
    let mut names = outside.split([',', '/', '-']).map(str::trim).filter(|name| !name.is_empty()).peekable();
    let is_place = |name: &str| !gazetteer::cities(name).is_empty() || work::workplace(name).is_some();
    is_sentence || (names.peek().is_some() && names.all(is_place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, country: Option<&str>) -> Option<String> {
        let raw = RawSalary { text: Some(text.to_owned()), ..RawSalary::default() };
        read(&raw, country.and_then(Country::parse), &mut Vec::new()).map(|salary| match salary {
            BaseSalary::Range(range) => range.in_words(ENGLISH.values),
            BaseSalary::Words(words) => format!("words: {words}"),
        })
    }

    #[test]
    fn pay_in_words_becomes_figures_where_it_can_be_told() {
        for (text, expected) in [
            ("₹10L - ₹30L / yr", "₹10L - ₹30L / yr"),
            ("₹10L - ₹10L / yr", "₹10L / yr"),
            ("3.5-6.5 Lacs PA", "₹3.5L - ₹6.5L / yr"),
            ("35-37.5 Lacs P.A.", "₹35L - ₹37.5L / yr"),
            ("50,000-2.5 Lacs PA", "₹50K - ₹2.5L / yr"),
            ("18-33 Lacs PA (Including Variable: 15.0%)", "₹18L - ₹33L / yr"),
            ("1.2 Cr", "₹1.2Cr / yr"),
            ("12 LPA", "₹12L / yr"),
            ("$53K-$91K", "$53K - $91K / yr"),
            ("£9.21 Per Hour", "£9.21 / hr"),
            ("£13.54-£27.85", "£13.54 - £27.85 / hr"),
            ("£56.04 p/h to £67.24 p/h", "£56.04 - £67.24 / hr"),
            ("€60–75k p.a.", "€60K - €75K / yr"),
            ("€60.000 - €75.000 pro Jahr", "€60K - €75K / yr"),
            ("From £27,219 pa pro rata plus enhancements", "£27.21K+ / yr"),
            ("Up to $120k", "up to $120K / yr"),
            ("£22,478.00 - £23,810.00 per annum (Inc Inner HCAS)", "£22.47K - £23.81K / yr"),
            ("CA$90,000 to CA$110,000", "CA$90K - CA$110K / yr"),
            ("$2,000 bi-weekly", "$2K / two weeks"),
            ("$2,000 - $2,500 biweekly", "$2K - $2.5K / two weeks"),
            ("£1,500 per fortnight", "£1.5K / two weeks"),
            ("£1,500 fortnightly", "£1.5K / two weeks"),
            ("€1,800 every two weeks", "€1.8K / two weeks"),
            ("$1,800 every 2 weeks", "$1.8K / two weeks"),
            ("$1,800 every other week", "$1.8K / two weeks"),
            ("$2,500 semi-monthly", "$2.5K / half month"),
            ("$2,500 twice a month", "$2.5K / half month"),
            ("$2K - $2.5K / two weeks", "$2K - $2.5K / two weeks"),
            ("$2K / half month", "$2K / half month"),
            ("$30,000 plus one-time bonus", "$30K / yr"),
            ("Employer provided salary: $100K-$140K", "$100K - $140K / yr"),
            ("Employer Provided Salary:$25 - $32 Per Hour", "$25 - $32 / hr"),
            ("$110K-$150K (employer est.)", "$110K - $150K / yr"),
            ("$110K - $150K(Glassdoor est.)", "$110K - $150K / yr"),
            ("$21-$29 per hour (estimated)", "$21 - $29 / hr"),
            ("$21-$29 Per Hour(Glassdoor est.)", "$21 - $29 / hr"),
            ("Estimated: $80K a year", "$80K / yr"),
            ("Base pay range $100,000.00/yr - $140,000.00/yr", "$100K - $140K / yr"),
            ("(Employer est.) $110K-$150K", "$110K - $150K / yr"),
            ("$55,000 (estimated minimum) per year", "$55K / yr"),
        ] {
            assert_eq!(shown(text, None).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn the_country_tells_what_a_bare_amount_is_in() {
        assert_eq!(shown("10,000/month", Some("IN")).as_deref(), Some("₹10K / mo"));
        assert_eq!(shown("10,000/month", None).as_deref(), Some("words: 10,000/month"));
        assert_eq!(shown("$90,000 a year", Some("CA")).as_deref(), Some("CA$90K / yr"));
        assert_eq!(shown("$90,000 a year", Some("DE")).as_deref(), Some("$90K / yr"));
    }

    #[test]
    fn what_cannot_be_believed_stays_words() {
        for text in [
            "Best in industry",
            "negotiable",
            "Band 5",
            "Unpaid",
            "£1",
            "$5,000,000,000 / yr",
            "£24,214 / £26,220 / £27,260",
            "10 PA Locum Consultant",
            "$3,000",
            "$15,000 one-time",
            "$15,000 (one-time payment)",
            "$6,000 bi-monthly",
            "$80,000 paid bi-weekly",
        ] {
            assert_eq!(shown(text, None), Some(format!("words: {text}")));
        }
    }

    #[test]
    fn silence_is_not_stated() {
        for text in ["Not Disclosed", "n/a", "-", " ", "\u{200b}"] {
            assert_eq!(shown(text, None), None, "{text}");
        }
    }

    #[test]
    fn figures_are_read_unless_the_words_beside_them_say_it_whole() {
        let raw = |min: &str, max: &str, text: &str| RawSalary {
            min: Some(min.to_owned()),
            max: Some(max.to_owned()),
            currency: Some("GBP".to_owned()),
            unit: Some("YEAR".to_owned()),
            text: Some(text.to_owned()),
        };
        for (min, max, text, expected) in [
            ("24214", "26220", "£24,214 / £26,220 / £27,260", "£24.21K - £26.22K / yr"),
            ("25265", "40797", "£15.03 - £24.27 per hour", "£15.03 - £24.27 / hr"),
            ("0", "40000", "Band 5", "up to £40K / yr"),
            ("0", "0", "Band 5", "Band 5"),
            ("40000", "30000", "see text", "see text"),
        ] {
            let salary = read(&raw(min, max, text), None, &mut Vec::new());
            assert_eq!(salary.map(|salary| salary.in_words(ENGLISH.values)).as_deref(), Some(expected));
        }
    }

    #[test]
    fn every_period_of_a_feed_is_its_own() {
        for (unit, expected) in [
            ("per-year-salary", "$15K - $20K / yr"),
            ("per-month-salary", "$15K - $20K / mo"),
            ("per-week-salary", "$15K - $20K / wk"),
            ("bi-month-salary", "$15,000 - $20,000, bi-month-salary"),
            ("one-time", "$15,000 - $20,000, one-time"),
            ("6 MONTH", "$15,000 - $20,000, 6 month"),
            ("NONE", "$15K - $20K / yr"),
        ] {
            assert_eq!(figures("15000", "20000", unit).as_deref(), Some(expected), "{unit}");
        }
        for (unit, expected) in [
            ("bi-week-salary", "$1.5K - $2K / two weeks"),
            ("2 WEEK", "$1.5K - $2K / two weeks"),
            ("semi-month-salary", "$1.5K - $2K / half month"),
            ("0.5 MONTH", "$1.5K - $2K / half month"),
            ("1 MONTH", "$1.5K - $2K / mo"),
            ("1 WEEK", "$1.5K - $2K / wk"),
        ] {
            assert_eq!(figures("1500", "2000", unit).as_deref(), Some(expected), "{unit}");
        }
        assert_eq!(figures("0", "0", "one-time"), None);
    }

    fn figures(min: &str, max: &str, unit: &str) -> Option<String> {
        let text = |text: &str| Some(text.to_owned());
        let (min, max) = (text(min), text(max));
        let raw = RawSalary { min, max, currency: text("USD"), unit: text(unit), text: None };
        read(&raw, None, &mut Vec::new()).map(|salary| salary.in_words(ENGLISH.values))
    }

    #[test]
    fn what_is_guessed_of_pay_is_said_with_how_sure_it_is() {
        for (text, currency, unit, country, expected) in [
            ("$90,000 a year", "", "", "US", "Dollar Sure"),
            ("$90,000 a year", "", "", "CA", "Dollar Likely"),
            ("$90,000 a year", "", "", "DE", "Dollar Doubtful"),
            ("$90,000 a year", "CAD", "", "US", ""),
            ("US$90,000 a year", "", "", "CA", ""),
            ("€60,000", "", "", "", "PayPeriod Likely"),
            ("€60,000", "", "YEAR", "", ""),
            ("€14,000", "", "", "", "PayPeriod Doubtful"),
            ("£9.21 - £12.50", "", "", "", "PayPeriod Likely"),
            ("£200.00", "", "", "", "PayPeriod Doubtful"),
            ("$90,000", "", "", "", "Dollar Doubtful, PayPeriod Doubtful"),
            ("10,000/month", "", "", "IN", "PayCurrency Likely"),
            ("3.5-6.5 Lacs PA", "", "", "", ""),
            ("Best in industry", "", "", "US", ""),
        ] {
            let stated = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            let raw = RawSalary { currency: stated(currency), unit: stated(unit), ..RawSalary::default() };
            let mut guesses = Vec::new();
            read(&RawSalary { text: stated(text), ..raw }, Country::parse(country), &mut guesses);
            let told: Vec<String> =
                guesses.iter().map(|guess| format!("{:?} {:?}", guess.kind, guess.sureness)).collect();
            assert_eq!(told.join(", "), expected, "{text} {country}");
            assert!(guesses.iter().all(|guess| guess.words.starts_with(&format!("{text} → "))), "{guesses:?}");
        }
    }

    #[test]
    fn bare_figures_are_in_the_currency_of_the_country_and_the_period_of_their_size() {
        let raw = RawSalary { min: Some("60000".to_owned()), max: Some("75000".to_owned()), ..RawSalary::default() };
        let mut guesses = Vec::new();
        read(&raw, Country::parse("DE"), &mut guesses);
        let words: Vec<(GuessKind, &str)> = guesses.iter().map(|guess| (guess.kind, guess.words.as_str())).collect();
        let expected = "60000 - 75000 → €60K - €75K / yr";
        assert_eq!(words, [(GuessKind::PayCurrency, expected), (GuessKind::PayPeriod, expected)]);
    }
}
