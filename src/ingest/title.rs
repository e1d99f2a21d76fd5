//! Titles as they are shown: one line, without what cannot be seen, and not shouted.

use super::{clean, skill};

/// The title, or nothing when nothing visible is left.
pub(super) fn read(text: Option<&str>) -> Option<String> {
    let title = clean::label(text, LONGEST_TITLE)?;
    Some(if is_shouted(&title) { calmed(&title) } else { title })
}

/// Titles are cut there, in characters.
const LONGEST_TITLE: usize = 200;

/// A word of at least so many letters is not taken for an abbreviation.
const SHORTEST_WORD: usize = 5;

/// Whether all is in capitals, and not because it is all abbreviations.
fn is_shouted(title: &str) -> bool {
    let has_word = || words(title).any(|word| word.len() >= SHORTEST_WORD && !is_abbreviation(word));
    !title.contains(|c: char| c.is_lowercase()) && words(title).nth(1).is_some() && has_word()
}

fn words(title: &str) -> impl Iterator<Item = &str> {
    title.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// The title with capitals at the beginning of words alone; abbreviations and names of skills keep theirs.
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
    if let Some(known) = skill::known(word) {
        return known.to_owned();
    }
    if is_abbreviation(word) {
        return word.to_owned();
    }
    let mut characters = word.chars();
    let first = characters.next().into_iter();
    first.chain(characters.flat_map(char::to_lowercase)).collect()
}

/// Roman numbers, words nobody could say, and the abbreviations of trades.
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
