//! Titles as shown: one line, without invisible characters, requisition numbers, and places that are shown anyway, and
//! not all in capitals.

use super::{
    clean,
    guess::{Guess, GuessKind, Sureness},
    known_skills,
};

/// A title, and its original.
pub(super) struct Title {
    /// As pages show it.
    pub(super) shown: String,
    /// As the feed writes it, in one line; `None` if it is shown the same.
    pub(super) original: Option<String>,
}

/// Reads a title; `None` if nothing visible is left.
pub(super) fn read(text: Option<&str>) -> Option<Title> {
    let title = clean::label(text, LONGEST_TITLE)?;
    let shown = unshouted(without_codes(&title));
    let original = (title != shown).then_some(title);
    Some(Title { shown, original })
}

impl Title {
    /// Removes the places at the end of a title, as long as `is_place` is true for them: "Baker - Pune", "Baker (Pune,
    /// India)", "Baker | Remote". Adds what it removes to `guesses`. What follows a comma may still be a part of the
    /// title.
    pub(super) fn without_places(mut self, is_place: impl Fn(&str) -> bool, guesses: &mut Vec<Guess>) -> Self {
        let is_title = |rest: &str| rest.contains(char::is_alphabetic);
        let mut guessed = None;
        while let Some((rest, _)) = ends(&self.shown).into_iter().find(|(rest, end)| is_title(rest) && is_place(end)) {
            let is_behind_comma = self.shown.get(rest.len()..).is_some_and(|end| end.starts_with(','));
            let sureness = if is_behind_comma { Sureness::Likely } else { Sureness::Sure };
            guessed = guessed.max(Some(sureness));
            let shorter = unshouted(rest.trim_end_matches(is_between).to_owned());
            let longer = std::mem::replace(&mut self.shown, shorter);
            self.original.get_or_insert(longer);
        }
        if let (Some(sureness), Some(original)) = (guessed, &self.original) {
            guesses.push(Guess::new(GuessKind::ShortenedTitle, sureness, original, &self.shown));
        }
        self
    }
}

/// The ways to split a title before an end that may not belong to it, longest end first.
fn ends(title: &str) -> Vec<(&str, &str)> {
    const SEPARATORS: [&str; 6] = [" - ", " – ", " — ", " | ", ", ", " @ "];
    if let Some((rest, end)) = title.strip_suffix([')', ']']).and_then(|inside| inside.rsplit_once(['(', '['])) {
        return vec![(rest.trim_end(), end)];
    }
    let found = SEPARATORS.iter().flat_map(|separator| title.match_indices(separator));
    let mut found: Vec<_> = found.collect();
    found.sort_unstable();
    found.into_iter().map(|(at, separator)| (title[..at].trim_end(), &title[at + separator.len()..])).collect()
}

/// In characters. Longer titles are cut.
const LONGEST_TITLE: usize = 200;

/// A word with at least this many letters isn't taken for an abbreviation.
const SHORTEST_WORD: usize = 5;

/// The title without requisition numbers, unless nothing else is left: "[Job-10730] Data Engineer", "Analyst
/// (Req-7558)", "Engineer #7405".
fn without_codes(title: &str) -> String {
    let mut left = title.to_owned();
    for (open, close) in [('[', ']'), ('(', ')')] {
        let inside = |text: &str| {
            let starts = text.match_indices(open).map(|(start, _)| start);
            starts
                .filter_map(|start| Some((start, start + text[start..].find(close)?)))
                .find(|(start, end)| is_code(&text[start + 1..*end]))
        };
        while let Some((start, end)) = inside(&left) {
            left.replace_range(start..=end, " ");
        }
    }
    if let Some((name, number)) = left.rsplit_once(" #")
        && number.trim().len() >= SHORTEST_NUMBER
        && number.trim().bytes().all(|byte| byte.is_ascii_digit())
    {
        left.truncate(name.len());
    }
    let words = left.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let alone = words.trim_matches(is_between);
    let is_changed = words.len() < title.len();
    if is_changed && alone.contains(char::is_alphabetic) { alone.to_owned() } else { title.to_owned() }
}

/// Whether a character separates parts of a title.
fn is_between(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '–' | '—' | '|' | ':' | ',')
}

/// The fewest digits of a requisition number after a word for one. Without that word, it needs one more, and isn't a
/// year.
const SHORTEST_NUMBER: usize = 3;

/// "Job-10730", "Req-7558", "ID#10848", "REF501E", "PGD-9992", "75219"; not "2026", "W2", "AS9100", "ISO-27001",
/// "24/7".
fn is_code(text: &str) -> bool {
    const NAMES: [&str; 9] = ["job id", "job", "jobid", "req id", "req", "requisition", "ref", "id", "jr"];
    const STANDARDS: [&str; 7] = ["iso", "iec", "en", "din", "do", "mil", "nist"];
    let lower = text.trim().to_lowercase();
    let named = NAMES.iter().filter_map(|name| lower.strip_prefix(name)).min_by_key(|rest| rest.len());
    let is_number = |text: &str, digits: usize| text.len() >= digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(rest) = named {
        let number =
            rest.trim_start_matches([' ', '.', ':', '#', '-', '_']).trim_end_matches(|c: char| c.is_alphabetic());
        return is_number(number, SHORTEST_NUMBER);
    }
    let number = match lower.split_once('-') {
        Some((letters, _)) if STANDARDS.contains(&letters) || !letters.bytes().all(|c| c.is_ascii_alphabetic()) => "",
        Some((_, number)) => number,
        None => lower.as_str(),
    };
    let is_year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    is_number(number, SHORTEST_NUMBER + 1) && !is_year && number != FORM_OF_CONTRACTORS
}

/// The tax form that means self-employed in titles.
const FORM_OF_CONTRACTORS: &str = "1099";

fn unshouted(title: String) -> String {
    if is_shouted(&title) { calmed(&title) } else { title }
}

/// Whether the title is all in capitals, and not only because it consists of abbreviations.
fn is_shouted(title: &str) -> bool {
    let has_word = || words(title).any(|word| word.len() >= SHORTEST_WORD && !is_abbreviation(word));
    !title.contains(|c: char| c.is_lowercase()) && words(title).nth(1).is_some() && has_word()
}

fn words(title: &str) -> impl Iterator<Item = &str> {
    title.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Capitalizes only the start of words; abbreviations and names of skills keep their capitals.
fn calmed(title: &str) -> String {
    let mut calmed = String::new();
    let mut rest = title;
    while let Some(start) = rest.find(char::is_alphabetic) {
        calmed.push_str(&rest[..start]);
        rest = &rest[start..];
        let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        calmed.push_str(&calm_word(&rest[..length], calmed.is_empty()));
        rest = &rest[length..];
    }
    calmed + rest
}

fn calm_word(word: &str, is_first: bool) -> String {
    const SMALL: [&str; 12] = ["AND", "AT", "BY", "FOR", "FROM", "IN", "OF", "ON", "OR", "THE", "TO", "WITH"];
    if SMALL.contains(&word) && !is_first {
        return word.to_lowercase();
    }
    if let Some(known) = known_skills::known(word) {
        return known.to_owned();
    }
    if is_abbreviation(word) {
        return word.to_owned();
    }
    let mut characters = word.chars();
    let first = characters.next().into_iter();
    first.chain(characters.flat_map(char::to_lowercase)).collect()
}

/// Whether a word is a Roman numeral, unpronounceable, or a known abbreviation.
fn is_abbreviation(word: &str) -> bool {
    const KNOWN: [&str; 38] = [
        "AI", "API", "BA", "BI", "BPO", "CA", "CEO", "CFO", "CIO", "COO", "CTO", "ERP", "ETL", "EU", "EMEA", "APAC",
        "GIS", "GUI", "HR", "ICU", "IOS", "IOT", "IT", "ITES", "KYC", "OTE", "PA", "QA", "ROI", "SAP", "SEO", "UAE",
        "UI", "UK", "US", "USA", "UX", "VP",
    ];
    const LONGEST_UNSAYABLE: usize = 5;
    let is_roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let is_unsayable = word.len() <= LONGEST_UNSAYABLE && !word.contains(['A', 'E', 'I', 'O', 'U', 'Y']);
    word.is_ascii() && (is_roman || is_unsayable || KNOWN.contains(&word))
}
