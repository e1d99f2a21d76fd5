//! Rows whose values have shifted into neighboring columns: pay under experience, "1 Day Ago" among skills.
//!
//! A scraper that misses one field of a page shifts all fields after it. Some values are unmistakable in any column: an
//! age, pay, a list of places, a button's label. Such a value goes back to its field if that is free. Text and skills
//! can look like anything, so they go back only if exactly one value is a text. Everything else is left out and
//! reported.

use openroles_model::domain::Place;

use super::{
    dates::{self, SaidDay},
    experience,
    guess::{Guess, GuessKind, Sureness},
    place::parsed_locations,
    salary_words, work,
};
use crate::feed::{RawPlace, RawPosting};

/// Moves the values of a shifted row back. Returns what was moved and what is left out.
pub(super) fn mend(raw: &mut RawPosting) -> Vec<Guess> {
    let mut guesses = Vec::new();
    if !is_slipped(raw) {
        return guesses;
    }
    let mut strays = Strays::default();
    strays.take_from_skills(&mut raw.skills);
    strays.take_from_words(&mut raw.experience.text, RowField::Experience);
    strays.take_from_words(&mut raw.salary.text, RowField::Pay);
    strays.take_from_words(&mut raw.description, RowField::Text);
    strays.put_back(raw);
    let Strays { moved, omitted, .. } = strays;
    if !moved.is_empty() {
        let (said, fields): (Vec<String>, Vec<&str>) = moved.into_iter().unzip();
        guesses.push(Guess::new(GuessKind::MovedFields, Sureness::Sure, &said.join(" | "), &fields.join(", ")));
    }
    let omit = |said: String| Guess::new(GuessKind::OmittedFields, Sureness::Sure, &said, "");
    guesses.extend(omitted.into_iter().map(omit));
    guesses
}

/// Whether a value is where it can't belong.
fn is_slipped(raw: &RawPosting) -> bool {
    let is_stray = |text: &str| matches!(kind(text), Some(ValueKind::Age | ValueKind::Pay | ValueKind::Label));
    raw.skills.iter().any(|skill| is_stray(skill))
        || raw.experience.text.as_deref().is_some_and(is_stray)
        || raw.description.as_deref().is_some_and(|text| matches!(kind(text), Some(ValueKind::Age | ValueKind::Label)))
}

/// What a value is, in any column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ValueKind {
    /// An age: "1 Day Ago".
    Age,
    /// Pay: "8-12 Lacs PA", "Not disclosed".
    Pay,
    /// The label of a button or badge: "Save".
    Label,
}

/// In bytes. Longer values are none of these kinds.
const LONGEST_STRAY: usize = 60;

fn kind(text: &str) -> Option<ValueKind> {
    let text = text.trim();
    let is_one_of = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    let ends_in_ago = || text.len() >= 3 && text.as_bytes()[text.len() - 3..].eq_ignore_ascii_case(b"ago");
    if text.len() > LONGEST_STRAY {
        None
    } else if is_one_of(&["today", "just now", "yesterday"]) {
        Some(ValueKind::Age)
    } else if ends_in_ago() {
        matches!(dates::said(text), Some(SaidDay::Age(_))).then_some(ValueKind::Age)
    } else if is_one_of(&LABELS) || is_start(text) {
        Some(ValueKind::Label)
    } else {
        (is_one_of(&["not disclosed", "undisclosed"]) || is_pay(text)).then_some(ValueKind::Pay)
    }
}

/// Labels of job boards' cards that scrapers take for values.
const LABELS: [&str; 12] = [
    "save",
    "saved",
    "save job",
    "apply",
    "apply now",
    "easy apply",
    "easily apply",
    "unknown",
    "promoted",
    "walk-in",
    "exclusive for women",
    "women candidates preferred",
];

/// "Starts in 1-3 months".
fn is_start(text: &str) -> bool {
    ["Starts in ", "Starts within "].iter().any(|start| text.starts_with(start))
}

/// Whether it has amounts with a currency and a multiplier or period, and no word about anything else.
fn is_pay(text: &str) -> bool {
    const WORDS: [&str; 37] = [
        "a",
        "annual",
        "annually",
        "annum",
        "cr",
        "crore",
        "crores",
        "ctc",
        "day",
        "eur",
        "from",
        "gbp",
        "hour",
        "hourly",
        "hr",
        "including",
        "inr",
        "k",
        "l",
        "lac",
        "lacs",
        "lakh",
        "lakhs",
        "lpa",
        "month",
        "monthly",
        "p",
        "pa",
        "per",
        "rs",
        "to",
        "up",
        "upto",
        "usd",
        "variable",
        "year",
        "yr",
    ];
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.all(|word| WORDS.contains(&word)) && salary_words::parse(&text).is_some_and(|pay| pay.sign.is_some())
}

/// Whether it is only cities (with or without region and country) or remote work.
fn is_places(text: &str) -> bool {
    let locations = parsed_locations(&[RawPlace { text: Some(text.to_owned()), ..RawPlace::default() }]);
    let is_known = |place: &Place| place.country.is_some() && (place.city.is_some() || place.region.is_some());
    let is_somewhere = !locations.places.is_empty() || work::workplace(text).is_some();
    is_somewhere && locations.places.iter().all(is_known)
}

/// Whether it is running text, and not a list of names, even a glued one.
fn is_text(text: &str) -> bool {
    const SMALL: [&str; 18] = [
        "a", "an", "and", "are", "as", "at", "be", "for", "from", "in", "is", "of", "on", "or", "the", "to", "will",
        "with",
    ];
    let small = text.split(|c: char| !c.is_alphanumeric()).filter(|word| SMALL.contains(word)).count();
    let letters = || text.chars().zip(text.chars().skip(1));
    let glued = letters().filter(|(one, next)| one.is_lowercase() && next.is_uppercase()).count();
    let ends = text.ends_with("...") || text.ends_with('…') || text.ends_with('.') || text.contains(". ");
    let words = text.split_whitespace().count();
    words >= FEWEST_WORDS && (ends || small >= 2) && glued * WORDS_TO_A_GLUED <= words
}

/// The fewest words of a text.
const FEWEST_WORDS: usize = 4;
/// The fewest words of a text per word with a capital inside, such as JavaScript. In a list that lost its separators,
/// nearly every word has one.
const WORDS_TO_A_GLUED: usize = 3;

/// The column in which a value was found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowField {
    Experience,
    Pay,
    Text,
}

/// Values taken from columns where they can't belong.
#[derive(Default)]
struct Strays {
    ages: Vec<String>,
    pays: Vec<String>,
    places: Vec<String>,
    years: Vec<String>,
    /// Texts and lists of skills; only their form tells which is which.
    words: Vec<String>,
    /// What was moved back, and to which field.
    moved: Vec<(String, &'static str)>,
    /// What is left out.
    omitted: Vec<String>,
}

impl Strays {
    fn take(&mut self, kind: ValueKind, value: String) {
        match kind {
            ValueKind::Age => self.ages.push(value),
            ValueKind::Pay => self.pays.push(value),
            ValueKind::Label => self.omitted.push(value),
        }
    }

    fn take_from_skills(&mut self, skills: &mut Vec<String>) {
        for skill in rejoined(std::mem::take(skills)) {
            match kind(&skill) {
                Some(kind) => self.take(kind, skill),
                None => skills.push(skill),
            }
        }
    }

    fn take_from_words(&mut self, words: &mut Option<String>, field: RowField) {
        let Some(text) = words.clone() else { return };
        match kind(&text) {
            Some(ValueKind::Pay) if field == RowField::Pay => return,
            Some(kind) => self.take(kind, text),
            None if field == RowField::Text => return,
            None if field == RowField::Pay && experience::is_years(&text) => self.years.push(text),
            None if is_places(&text) => self.places.push(text),
            None if field == RowField::Pay && is_text(&text) => self.words.push(text),
            None => return,
        }
        *words = None;
    }

    fn put_back(&mut self, raw: &mut RawPosting) {
        let has_day = raw.date_posted.as_deref().and_then(dates::said).is_some();
        let has_pay = [&raw.salary.text, &raw.salary.min, &raw.salary.max].iter().any(|said| said.is_some());
        let (ages, pays, years) =
            (std::mem::take(&mut self.ages), std::mem::take(&mut self.pays), std::mem::take(&mut self.years));
        self.put(ages, (!has_day).then_some(&mut raw.date_posted), "date");
        self.put(pays, (!has_pay).then_some(&mut raw.salary.text), "pay");
        self.put(years, Some(&mut raw.experience.text).filter(|words| words.is_none()), "experience");
        self.put_back_places(raw);
        self.put_back_words(raw);
    }

    /// Puts a single value into its field, if that is free; otherwise, the values are left out.
    fn put(&mut self, mut values: Vec<String>, free: Option<&mut Option<String>>, name: &'static str) {
        values.dedup();
        match (free, values.len()) {
            (Some(field), 1) => {
                self.moved.extend(values.iter().map(|value| (value.clone(), name)));
                *field = values.pop();
            }
            _ => self.omitted.append(&mut values),
        }
    }

    /// If a place has shifted, the values in its column and in later columns have shifted too.
    fn put_back_places(&mut self, raw: &mut RawPosting) {
        let places = std::mem::take(&mut self.places);
        let own = match &raw.places[..] {
            [] => None,
            [RawPlace { text: Some(text), locality: None, region: None, .. }] => Some(text.clone()),
            _ => return self.omitted.extend(places),
        };
        if places.len() != 1 || own.as_deref().is_some_and(is_places) {
            return self.omitted.extend(places);
        }
        self.words.extend(own);
        self.words.extend(raw.description.take());
        self.moved.extend(places.iter().map(|place| (place.clone(), "place")));
        raw.places = places.into_iter().map(|text| RawPlace { text: Some(text), ..RawPlace::default() }).collect();
    }

    fn put_back_words(&mut self, raw: &mut RawPosting) {
        let words = std::mem::take(&mut self.words);
        let (texts, mut lists): (Vec<String>, Vec<String>) = words.into_iter().partition(|words| is_text(words));
        if texts.len() != 1 || lists.len() > 1 || raw.description.is_some() {
            self.omitted.extend(texts.into_iter().chain(lists));
            return;
        }
        self.put(texts, Some(&mut raw.description), "text");
        if raw.skills.is_empty() {
            let names = lists.iter().flat_map(|list| list.split([',', ';'])).map(str::trim);
            raw.skills = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();
            self.moved.extend(lists.into_iter().map(|list| (list, "skills")));
        } else {
            self.omitted.append(&mut lists);
        }
    }
}

/// Joins amounts in skills that were split at the comma of a thousand: "50" and "000-2.5 Lacs PA".
fn rejoined(skills: Vec<String>) -> Vec<String> {
    let is_digits =
        |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let is_group =
        |text: &str| text.get(..3).is_some_and(|start| is_digits(start, 3)) && kind(text) == Some(ValueKind::Pay);
    let mut whole: Vec<String> = Vec::new();
    for skill in skills {
        match whole.last_mut() {
            Some(before) if is_digits(before, 3) && is_group(&skill) => *before = format!("{before},{skill}"),
            _ => whole.push(skill),
        }
    }
    whole
}
