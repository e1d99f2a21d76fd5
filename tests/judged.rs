//! Accuracy on strings of real feeds that were judged by hand, before it was known what the rules make of them.
//!
//! The tables in `tests/judged/` say what a careful person reads in each string; a reading that the rules get wrong stays
//! there as it is right. `cargo test --test judged -- --nocapture` prints precision (of the values given, how many are
//! right), recall (of the values a person reads, how many are given right), and every string where the two differ.

use std::collections::BTreeSet;

use openroles::{
    domain::{ApplicantLocation, BaseSalary, Country, JobPosting, Slug},
    feed,
    ingest::{IngestOptions, ingest},
};
use serde_json::{Map, Value, json};

/// A table, and the precision and recall reached on it, of a thousand: a change of the rules may raise them, never lower
/// them.
struct Sample {
    name: &'static str,
    table: &'static str,
    reached: (usize, usize),
}

/// Each kind twice: a table that showed what to mend, and one drawn afterwards to see what the mending is worth.
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

/// What is true of one string, as comparable values: `bengaluru<IN`, `300000–600000 INR/year`.
type Facts = BTreeSet<String>;

/// One line of a table.
struct Judged {
    source: &'static str,
    text: &'static str,
    /// What a person reads; several where more than one reading is right.
    readings: Vec<Facts>,
    /// What may be given or not.
    optional: Facts,
}

/// How a kind of strings fared, in strings and in values.
#[derive(Default)]
struct Score {
    strings: usize,
    exact: usize,
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    /// Of the values given, how many of a thousand are right.
    fn precision(&self) -> usize {
        per_mille(self.right, self.right + self.wrong)
    }

    /// Of the values a person reads, how many of a thousand are given right.
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

/// What was given, each name without a country as in the country a person reads it in: the name is right, the country
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
        // Words that were kept where a person reads figures are a value missed, not one that is wrong.
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

/// Scores each sample, prints its line and every difference, and holds it to what was reached.
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

/// The lines of a table; `read` makes readings and optional facts of the last column.
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

/// A record of the native format with one field that is judged.
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

/// Pay stands where its source has it: beside a place in India, or in an amount in pounds.
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
            let amount = |amount: Option<openroles::domain::Amount>| {
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

/// One fact, or none where the text is `-`.
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
            // The one name with a comma in it.
            let countries: Vec<String> =
                text.replace("Islands, ", "Islands¦ ").split(", ").map(|name| name.replace('¦', ",")).collect();
            record("applicantLocationRequirements", json!(countries))
        }
        _ => record("jobLocation", json!(text)),
    }
}

/// The levels of each place with their country, the workplace, and each country one may apply from.
///
/// A level stands without those between it and its country, so that a city that is right counts as right beside a
/// region that is not.
fn places(posting: &JobPosting) -> Facts {
    let mut facts = Facts::new();
    for place in &posting.job_locations {
        // A city's own slug may tell it from its namesakes; that is no reading of the string.
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

/// The facts of `bengaluru<karnataka<IN remote from IN+US ?devon<england<GB`, required and optional.
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
