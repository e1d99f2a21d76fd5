//! Accuracy on strings from real feeds. They were judged by hand, before the results of the rules were known.
//!
//! The tables in `tests/judged/` state what a careful person reads in each string; a reading that the rules get
//! wrong stays as it should be. `cargo test --test judged -- --nocapture` prints precision (the share of returned
//! values that are right), recall (the share of expected values that are returned), and every string with a
//! difference.

use std::collections::BTreeSet;

use openroles_feeds::{
    feed,
    ingest::{IngestOptions, ingest},
};
use openroles_model::domain::{ApplicantLocation, BaseSalary, Country, JobPosting, Slug};
use serde_json::{Map, Value, json};

/// Table, with the precision and recall reached on it, in thousandths. Changes to the rules may raise them, but
/// never lower them.
struct Sample {
    name: &'static str,
    table: &'static str,
    reached: (usize, usize),
}

/// Two tables of each kind: one that was used to improve the rules, and one drawn afterwards to measure the
/// improvement.
const SALARY: [Sample; 2] = [
    Sample { name: "salary", table: include_str!("judged/salary.tsv"), reached: (995, 990) },
    Sample { name: "salary, control", table: include_str!("judged/salary_control.tsv"), reached: (1000, 1000) },
];
const PLACE: [Sample; 2] = [
    Sample { name: "place", table: include_str!("judged/place.tsv"), reached: (992, 972) },
    Sample { name: "place, control", table: include_str!("judged/place_control.tsv"), reached: (981, 949) },
];
const EXPERIENCE: [Sample; 2] = [
    Sample { name: "experience", table: include_str!("judged/experience.tsv"), reached: (982, 1000) },
    Sample { name: "experience, control", table: include_str!("judged/experience_control.tsv"), reached: (923, 1000) },
];

/// Facts about one string, as comparable values: `bengaluru<IN`, `300000–600000 INR/year`.
type Facts = BTreeSet<String>;

/// Line of a table.
struct Judged {
    source: &'static str,
    text: &'static str,
    /// What a person reads; several if more than one reading is right.
    readings: Vec<Facts>,
    /// Facts that may be returned or not.
    optional: Facts,
}

/// Results for one table, in strings and in values.
#[derive(Default)]
struct Score {
    strings: usize,
    exact: usize,
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    /// Share of the returned values that are right, in thousandths.
    fn precision(&self) -> usize {
        per_mille(self.right, self.right + self.wrong)
    }

    /// Share of the expected values that are returned, in thousandths.
    fn recall(&self) -> usize {
        per_mille(self.right, self.right + self.missed)
    }

    fn add(&mut self, judged: &Judged, given: &Facts) {
        let given = in_its_country(given, judged);
        let given: Facts = given.difference(&judged.optional).cloned().collect();
        let best = judged.readings.iter().max_by_key(|reading| reading.intersection(&given).count());
        let expected = best.expect("a reading");
        let right = expected.intersection(&given).count();
        self.strings += 1;
        self.right += right;
        self.wrong += given.len() - right;
        self.missed += expected.len() - right;
        if *expected == given {
            self.exact += 1;
        } else {
            let list = |facts: &Facts| facts.iter().cloned().collect::<Vec<_>>().join(" ");
            eprintln!("{} {:?}\n    read  {}\n    given {}", judged.source, judged.text, list(expected), list(&given));
        }
    }
}

/// Adds the expected country to each returned name without one, so that the name counts as right and the country as
/// missed.
fn in_its_country(given: &Facts, judged: &Judged) -> Facts {
    let place = |fact: &String| {
        let name = fact.strip_suffix("no country").unwrap_or("-");
        let mut read = judged.readings.iter().flatten().chain(&judged.optional);
        read.find(|read| read.starts_with(name)).unwrap_or(fact).clone()
    };
    given.iter().map(place).collect()
}

fn per_mille(part: usize, whole: usize) -> usize {
    (part * 1000).checked_div(whole).unwrap_or(1000)
}

#[test]
fn pay_is_read_as_a_person_reads_it() {
    let readings = |text: &str| {
        // Words returned instead of expected numbers count as a missed value, not as a wrong one.
        let is_figure = !["words", "-"].contains(&text);
        let optional = is_figure.then(|| "words".to_owned()).into_iter().collect();
        (text.split(" or ").map(one_fact).collect(), optional)
    };
    check(&SALARY, readings, |source, text| salary(&posting(&salary_record(source, text))));
}

#[test]
fn places_are_read_as_a_person_reads_them() {
    let readings = |text: &str| {
        let (required, optional) = place_words(text);
        (vec![required], optional)
    };
    check(&PLACE, readings, |source, text| places(&posting(&place_record(source, text))));
}

#[test]
fn experience_is_read_as_a_person_reads_it() {
    let readings = |text: &str| (text.split(" or ").map(one_fact).collect(), Facts::new());
    check(&EXPERIENCE, readings, |_, text| experience(&posting(&record("experienceRequirements", json!(text)))));
}

/// Scores each sample, prints its results and every difference, and compares them with what was reached before.
fn check(samples: &[Sample], readings: impl Fn(&str) -> (Vec<Facts>, Facts), given: impl Fn(&str, &str) -> Facts) {
    let shown = |per_mille: usize| format!("{}.{}%", per_mille / 10, per_mille % 10);
    let mut all = 0;
    for Sample { name, table, reached } in samples {
        let mut score = Score::default();
        for judged in judged(table, &readings) {
            score.add(&judged, &given(judged.source, judged.text));
        }
        let (precision, recall) = (score.precision(), score.recall());
        let Score { strings, exact, right, wrong, missed } = score;
        eprintln!(
            "{name}: {strings} strings, {exact} exactly so; values: {right} right, {wrong} wrong, {missed} missed; \
             precision {}, recall {}",
            shown(precision),
            shown(recall),
        );
        assert!(precision >= reached.0, "{name}: precision fell below {}", shown(reached.0));
        assert!(recall >= reached.1, "{name}: recall fell below {}", shown(reached.1));
        all += strings;
    }
    assert!(all >= 200, "{all} strings are too few");
}

/// Lines of a table; `read` parses the last column into readings and optional facts.
fn judged(table: &'static str, read: impl Fn(&str) -> (Vec<Facts>, Facts)) -> Vec<Judged> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let mut columns = line.split('\t');
            let mut next = || columns.next().unwrap_or_else(|| panic!("three columns in {line:?}"));
            let (source, text, expected) = (next(), next(), next());
            let (readings, optional) = read(expected);
            Judged { source, text, readings, optional }
        })
        .collect()
}

/// Record of the native format with the field to judge.
fn record(field: &str, value: Value) -> Value {
    let mut record = Map::new();
    record.insert("@type".to_owned(), json!("JobPosting"));
    record.insert("identifier".to_owned(), json!("1"));
    record.insert("title".to_owned(), json!("Baker"));
    record.insert("hiringOrganization".to_owned(), json!("Acme"));
    record.insert(field.to_owned(), value);
    Value::Object(record)
}

fn posting(record: &Value) -> JobPosting {
    let contents = feed::read(record.to_string().as_bytes(), None).expect("a readable feed");
    ingest(contents, &IngestOptions::default()).postings.pop().unwrap_or_else(|| panic!("{record} costs the posting"))
}

/// Record with pay the way its source states it: with a place in India, or as an amount in pounds.
fn salary_record(source: &str, text: &str) -> Value {
    let value = json!({"@type": "QuantitativeValue", "unitText": "YEAR", "value": text});
    let mut posting = match source {
        "nhs" => record("baseSalary", json!({"@type": "MonetaryAmount", "currency": "GBP", "value": value})),
        _ => record("baseSalary", json!(text)),
    };
    if source == "naukri" {
        posting["jobLocation"] = json!("Bengaluru, India");
    }
    posting
}

fn salary(posting: &JobPosting) -> Facts {
    match &posting.base_salary {
        None => Facts::new(),
        Some(BaseSalary::Words(_)) => one_fact("words"),
        Some(BaseSalary::Range(range)) => {
            let amount = |amount: Option<openroles_model::domain::Amount>| {
                amount.map_or(String::new(), |amount| (amount.hundredths() as f64 / 100.0).to_string())
            };
            let (min, max) = (amount(range.min()), amount(range.max()));
            let ends = if min == max { min } else { format!("{min}–{max}") };
            one_fact(&format!("{ends} {}/{}", range.currency().code(), range.unit().in_schema().0.to_lowercase()))
        }
    }
}

fn experience(posting: &JobPosting) -> Facts {
    let years = |months: Option<u16>| months.map_or(String::new(), |months| (f64::from(months) / 12.0).to_string());
    posting.experience.map_or_else(Facts::new, |range| {
        let (min, max) = (years(range.min_months()), years(range.max_months()));
        one_fact(&if min == max { min } else { format!("{min}–{max}") })
    })
}

/// One fact; none if the text is `-`.
fn one_fact(text: &str) -> Facts {
    Some(text).filter(|text| *text != "-").map(str::to_owned).into_iter().collect()
}

fn place_record(source: &str, text: &str) -> Value {
    match source {
        "nhs" => record(
            "jobLocation",
            json!({"@type": "Place", "address": {
            "@type": "PostalAddress", "addressCountry": "GB", "addressLocality": text}}),
        ),
        "applicants" => {
            // The only name with a comma.
            let countries: Vec<String> =
                text.replace("Islands, ", "Islands¦ ").split(", ").map(|name| name.replace('¦', ",")).collect();
            record("applicantLocationRequirements", json!(countries))
        }
        _ => record("jobLocation", json!(text)),
    }
}

/// Levels of each place with their country, the workplace, and the countries from which applicants may apply.
///
/// A level is written without the levels between it and its country, so a correct city counts even if its region is
/// wrong.
fn places(posting: &JobPosting) -> Facts {
    let mut facts = Facts::new();
    for place in &posting.job_locations {
        // A city's slug may distinguish it from others with the same name, which isn't a reading of the string.
        let city = place.city.as_ref().map(|city| Slug::of_or_hash(&city.name));
        let names = [city, place.region.as_ref().map(|region| region.slug.clone())];
        let country = place.country.map(|country| country.code());
        add_levels(&mut facts, names.iter().flatten().map(Slug::as_str), country);
    }
    facts.extend(posting.workplace.map(|workplace| workplace.code().to_owned()));
    match &posting.applicant_location {
        ApplicantLocation::Countries(countries) => {
            facts.extend(countries.iter().map(|country| format!("from {}", country.code())));
        }
        ApplicantLocation::Places(names) => {
            let countries = names.iter().filter_map(|name| Country::parse(name));
            facts.extend(countries.map(|country| format!("from {}", country.code())));
        }
        ApplicantLocation::Worldwide => drop(facts.insert("from anywhere".to_owned())),
        ApplicantLocation::NotStated => {}
    }
    facts
}

fn add_levels<'a>(facts: &mut Facts, names: impl Iterator<Item = &'a str>, country: Option<&str>) {
    let country = country.unwrap_or("no country");
    facts.extend(names.map(|name| format!("{name}<{country}")));
    facts.extend((country != "no country").then(|| country.to_owned()));
}

/// Required and optional facts of a text such as `bengaluru<karnataka<IN remote from IN+US ?devon<england<GB`.
fn place_words(text: &str) -> (Facts, Facts) {
    let (mut required, mut optional) = (Facts::new(), Facts::new());
    for word in text.replace("from ", "from:").split(' ').filter(|word| *word != "-") {
        let facts = if word.starts_with('?') { &mut optional } else { &mut required };
        let word = word.trim_start_matches('?');
        if let Some(countries) = word.strip_prefix("from:") {
            facts.extend(countries.split('+').map(|code| format!("from {code}")));
        } else if word == "remote" || word == "hybrid" {
            facts.insert(word.to_owned());
        } else {
            let mut levels: Vec<&str> = word.split('<').collect();
            let country = levels.pop();
            add_levels(facts, levels.into_iter(), country);
        }
    }
    let optional = optional.difference(&required).cloned().collect();
    (required, optional)
}
