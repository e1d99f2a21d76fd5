//! A real feed with columns that its publisher parsed from each row: where our values agree with theirs, field by
//! field, and why they differ.
//!
//! Each row of `naukri_da_anshul_1000` has pay in lakhs per year, years of experience, one city, and some skills,
//! in addition to the words that these were parsed from. Two columns have no counterpart: a kind of company guessed
//! from its name, and the day the row was collected.

#[path = "support/real_data.rs"]
mod real_data;

use std::collections::BTreeMap;

use openroles_feeds::{
    feed,
    ingest::{IngestOptions, ingest},
};
use openroles_model::domain::{Amount, JobPosting, WorkplaceType, skill_key};
use serde_json::Value;

/// Results of a comparison, with the number of rows for each.
type Differences = BTreeMap<String, usize>;

#[test]
fn every_difference_from_the_columns_parsed_by_others_is_explained() {
    let Some(bytes) = real_data::feed_bytes("naukri_da_anshul_1000.jsonl.gz") else { return };
    let board = ingest(feed::read(&bytes, None).expect("a readable feed"), &IngestOptions::default());
    let rows = String::from_utf8(bytes).expect("UTF-8");
    assert_eq!((rows.lines().count(), board.postings.len()), (651, 651));
    let mut found = Differences::new();
    for (line, job) in rows.lines().zip(&board.postings) {
        let row = Row(serde_json::from_str(line).expect("JSON"));
        for difference in [pay(&row, job), years(&row, job), vec![city(&row, job)], skills(&row, job)].concat() {
            *found.entry(difference).or_default() += 1;
        }
    }
    let found: Vec<(&str, usize)> = found.iter().map(|(class, count)| (class.as_str(), *count)).collect();
    assert!(
        found == EXPECTED,
        "{}",
        found.iter().map(|(class, count)| format!("(\"{class}\", {count}),\n")).collect::<String>()
    );
}

/// Number of rows for each field and class; for skills, number of their skills.
#[rustfmt::skip]
const EXPECTED: &[(&str, usize)] = &[
    // We take unknown towns before a known one for districts of it; theirs is right.
    ("city: Bidar, Devanahalli, Nelamangala, Hosakote, Bangalore Rural(Dod Ballapur), Bengaluru(Attibele +2), Anekal, Bidar, Devanahalli, Nelamangala, Hosakote, Bangalore Rural(Dod Ballapur), Bengaluru(Attibele +2), Anekal is Bengaluru for us, Bidar for them", 1),
    ("city: Chikmagalur, Gudibanda, Chintamani, Haveri, Hassan, Kolar, Mudigere, Davangere, Chamarajanagar, Chikmagalur, Gudibanda, Chintamani, Haveri, Hassan, Kolar, Mudigere, Davangere, Chamarajanagar is Davanagere for us, Chikmagalur for them", 1),
    // Greater Noida is another city: theirs is wrong.
    ("city: Greater Noida is Greater Noida for us, Noida for them", 1),
    // The country is listed next to its cities; both are right.
    ("city: India, Bengaluru, Mumbai (All Areas) is Bengaluru for us, Pan India for them", 1),
    ("city: India, Kolkata, Hyderabad is Kolkata for us, Pan India for them", 1),
    // Unknown towns before a known one, again.
    ("city: Lakshadweep, Panaji, Dadra & Nagar Haveli, Nagar, North & Middle Andaman, Daman & Diu, New Delhi, Jammu is Panaji for us, Lakshadweep for them", 1),
    ("city: Pathanamthitta, Palakkad is Palakkad for us, Pathanamthitta for them", 1),
    // The other cities.
    ("city: equal", 609),
    ("city: equal but for the part of town, which their city includes", 18),
    ("city: remote for both", 12),
    ("city: the same place by its present name", 5),
    // Monthly pay is pay, and 50,000 is half a lakh; theirs are wrong.
    ("pay: 10,000/month is 0.1 for us, nothing for them", 3),
    ("pay: 50,000-3 Lacs PA is 0.5–3 for us, 50000–3 for them", 1),
    ("pay: equal", 60),
    ("pay: none for both", 587),
    // "Python" in "Python scripting": ours keeps the stated skill whole.
    ("skill: a part of a stated skill", 124),
    // Theirs are guesses: analytics isn't necessarily data analysis, and business intelligence isn't necessarily
    // Power BI.
    ("skill: data analysis, which the row only has in a broader word", 91),
    // Of 1,673 skills in their column.
    ("skill: equal", 1384),
    // Ours are the stated ones if a row states any.
    ("skill: from the title, not stated", 22),
    // Guesses again.
    ("skill: power bi, which the row only has in a broader word", 48),
    ("skill: qlikview, which the row only has in a broader word", 1),
    ("skill: statistics, which the row only has in a broader word", 3),
    // Days of an interview and the length of an internship aren't experience; theirs are wrong.
    ("years: 10 Apr is nothing for us, 10 for them", 1),
    ("years: 12 Apr is nothing for us, 12 for them", 1),
    ("years: 17 Mar - 30 Apr is nothing for us, 17 for them", 2),
    ("years: 3 months duration is nothing for us, 3 for them", 3),
    ("years: 6 months duration is nothing for us, 6 for them", 2),
    ("years: equal", 633),
    ("years: none for both", 9),
];

/// Row of the feed.
struct Row(Value);

impl Row {
    fn text(&self, column: &str) -> &str {
        self.0[column].as_str().unwrap_or_default().trim()
    }

    fn number(&self, column: &str) -> Option<f64> {
        self.text(column).parse().ok()
    }
}

/// Lower end, upper end, and middle.
type Ends = [Option<f64>; 3];

fn ends(min: Option<f64>, max: Option<f64>) -> Ends {
    [min, max, min.zip(max).map(|(min, max)| (min + max) / 2.0)]
}

fn shown(ends: Ends) -> String {
    match ends {
        [Some(min), Some(max), _] if min == max => min.to_string(),
        [Some(min), Some(max), _] => format!("{min}–{max}"),
        _ => "nothing".to_owned(),
    }
}

fn compared(field: &str, said: &str, ours: Ends, theirs: Ends) -> Vec<String> {
    // Their middle is rounded to hundredths.
    let is_near = |(ours, theirs): (&Option<f64>, &Option<f64>)| match (ours, theirs) {
        (Some(ours), Some(theirs)) => (ours - theirs).abs() < 0.006,
        (ours, theirs) => ours == theirs,
    };
    let class = match ours {
        _ if !ours.iter().zip(&theirs).all(is_near) => {
            format!("{said} is {} for us, {} for them", shown(ours), shown(theirs))
        }
        [None, None, None] => "none for both".to_owned(),
        _ => "equal".to_owned(),
    };
    vec![format!("{field}: {class}")]
}

fn pay(row: &Row, job: &JobPosting) -> Vec<String> {
    let lakhs = |amount: Option<Amount>| amount.map(|amount| amount.hundredths() as f64 / 1e7);
    let range = job.base_salary.as_ref().and_then(|salary| salary.range());
    let ours = range.map_or([None; 3], |range| ends(lakhs(range.min()), lakhs(range.max())));
    let theirs = ["salary_min_lpa", "salary_max_lpa", "salary_mid_lpa"].map(|column| row.number(column));
    compared("pay", row.text("salary"), ours, theirs)
}

fn years(row: &Row, job: &JobPosting) -> Vec<String> {
    let years = |months: Option<u16>| months.map(|months| f64::from(months) / 12.0);
    let ours = job.experience.map_or([None; 3], |range| ends(years(range.min_months()), years(range.max_months())));
    let theirs = ["exp_min_yrs", "exp_max_yrs", "exp_mid_yrs"].map(|column| row.number(column));
    compared("years", row.text("experience"), ours, theirs)
}

/// Their city is the first of the row; ours is the first of all that the row names.
fn city(row: &Row, job: &JobPosting) -> String {
    let theirs = row.text("city");
    let without_part = theirs.split('(').next().unwrap_or_default().trim();
    let first = job.job_locations.first();
    let name = first.and_then(|place| place.city.as_ref()).map(|city| city.name.as_str());
    let is_as_written = first.is_some_and(|place| place.text.split('(').next() == Some(without_part));
    let class = match name {
        Some(name) if name == theirs => "equal".to_owned(),
        Some(name) if name == without_part => "equal but for the part of town, which their city includes".to_owned(),
        Some(_) if is_as_written => "the same place by its present name".to_owned(),
        None if first.is_none() && theirs == "Remote" && job.workplace == Some(WorkplaceType::Remote) => {
            "remote for both".to_owned()
        }
        _ => format!("{} is {} for us, {theirs} for them", row.text("location"), name.unwrap_or("nothing")),
    };
    format!("city: {class}")
}

/// Skills of theirs, with the broader word that each is derived from.
const BROADER: [(&str, &str); 6] = [
    ("data analysis", "analy"),
    ("power bi", "bi"),
    ("power bi", "business intelligence"),
    ("statistics", "statistical"),
    ("qlikview", "qlik"),
    ("data modeling", "data model"),
];

/// Theirs are found in the row's words with a list of names; ours are the stated ones.
fn skills(row: &Row, job: &JobPosting) -> Vec<String> {
    let stated = row.text("skills").to_lowercase();
    let title = row.text("title").to_lowercase();
    let class = |theirs: &str| {
        if job.skills.iter().any(|ours| skill_key(ours) == skill_key(theirs)) {
            "equal".to_owned()
        } else if stated.contains(theirs) {
            "a part of a stated skill".to_owned()
        } else if title.contains(theirs) {
            "from the title, not stated".to_owned()
        } else if BROADER.iter().any(|(named, broader)| theirs == *named && stated.contains(broader)) {
            format!("{theirs}, which the row only has in a broader word")
        } else {
            format!("{theirs}, though the row says only {stated}")
        }
    };
    let theirs = row.text("extracted_skills").split(',').map(str::trim).filter(|skill| !skill.is_empty());
    theirs.map(|theirs| format!("skill: {}", class(theirs))).collect()
}
