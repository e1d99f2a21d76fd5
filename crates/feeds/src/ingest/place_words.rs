//! The grammar of places in words: alternatives, their tokens, and words about the work instead of the place. It only
//! splits and cleans; `place` decides what a token names.

use openroles_model::domain::WorkplaceType;

use super::work;

/// The alternatives in a text: `San Francisco, CA; New York, NY` has two.
pub(super) fn alternatives(text: &str) -> Vec<String> {
    let text = text.replace(" or ", ";").replace(" OR ", ";");
    let is_boundary = |c: char| matches!(c, ';' | '|' | '•' | '·' | '\n' | '/');
    split_outside_brackets(&text, is_boundary)
}

/// The part of an alternative between two commas or dashes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlaceToken {
    /// As written, with brackets: `Bengaluru (Bangalore)`.
    pub(super) text: String,
    /// Without brackets and words about the work: `Bengaluru`.
    pub(super) name: String,
}

/// What an alternative says about the work, and its tokens about the place.
#[derive(Debug, Default)]
pub(super) struct PlaceWords {
    /// On-site, hybrid, or remote; `None` if the words don't state it.
    pub(super) workplace: Option<WorkplaceType>,
    /// Whether it says that applicants may live anywhere.
    pub(super) is_worldwide: bool,
    /// The rest: tokens about the place.
    pub(super) tokens: Vec<PlaceToken>,
}

/// Reads one alternative.
pub(super) fn words(alternative: &str) -> PlaceWords {
    let mut words = PlaceWords::default();
    const DASHES: [&str; 5] = [" – ", " — ", " - ", " -", "- "];
    let mut dashed = alternative.to_owned();
    for dash in DASHES.iter().filter(|_dash| alternative.contains(['-', '–', '—'])) {
        dashed = dashed.replace(dash, ",");
    }
    for part in split_outside_brackets(&dashed, |c| c == ',') {
        words.push(&part, MOST_BRACKETS);
    }
    words
}

/// Whether a text means every country.
pub(super) fn is_worldwide(text: &str) -> bool {
    const WORLDWIDE: [&str; 7] =
        ["worldwide", "world wide", "anywhere", "anywhere in the world", "global", "globally", "everywhere"];
    let text = text.trim();
    WORLDWIDE.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// The most levels of brackets to read.
const MOST_BRACKETS: usize = 2;

impl PlaceWords {
    fn push(&mut self, part: &str, depth: usize) {
        let (outside, inside) = brackets(part);
        let name = self.without_work_words(&outside);
        let is_about_work = inside.as_deref().is_some_and(is_work_words);
        if !is_noise(&name) {
            let text = if is_about_work || name != outside { name.clone() } else { part.trim().to_owned() };
            self.tokens.push(PlaceToken { text, name });
        }
        // Text in brackets counts if it is about the work, or if only words about the work come before it: "Remote
        // (US)".
        if let Some(inside) = inside.filter(|_inside| depth > 0 && (is_about_work || self.tokens.is_empty())) {
            split_outside_brackets(&inside, |c| matches!(c, ',' | ';' | '/'))
                .iter()
                .for_each(|part| self.push(part, depth - 1));
        }
    }

    /// Removes `Remote`, `Hybrid`, `office`, and similar words from the ends of a part, and notes their meaning.
    fn without_work_words(&mut self, part: &str) -> String {
        let rest = part.trim();
        if is_worldwide(rest) {
            self.is_worldwide = true;
            self.note(WorkplaceType::Remote);
            return String::new();
        }
        let mut words: Vec<&str> = rest.split([' ', '-']).collect();
        let is_hyphenated_work = rest.contains('-') && words.iter().any(|word| is_work_word(word));
        if !is_hyphenated_work {
            words = rest.split(' ').collect();
        }
        // "Anywhere in the US".
        if starts_with(rest, "anywhere ") && !named_place(rest["anywhere ".len()..].trim()).is_empty() {
            self.note(WorkplaceType::Remote);
            return named_place(rest["anywhere ".len()..].trim()).to_owned();
        }
        let about_work = words.iter().filter(|word| is_work_word(word)).count();
        if about_work > 0 || is_work_words(rest) {
            if let Some(workplace) = work::workplace(rest) {
                self.note(workplace);
            }
            if is_work_words(rest) {
                return String::new();
            }
            let left: Vec<&str> = words.into_iter().filter(|word| !is_work_word(word)).collect();
            let place = named_place(&left.join(" ")).to_owned();
            // The rest of "Remote Home Office".
            return Some(place).filter(|place| !place.eq_ignore_ascii_case("home")).unwrap_or_default();
        }
        if starts_with(rest, "within ") { named_place(rest).to_owned() } else { rest.to_owned() }
    }

    /// The first workplace counts, but hybrid overrides the others: "Remote or hybrid" is a choice, not a promise.
    fn note(&mut self, workplace: WorkplaceType) {
        if self.workplace.is_none() || workplace == WorkplaceType::Hybrid {
            self.workplace = Some(workplace);
        }
    }
}

/// The parts between boundaries, trimmed, without empty ones; a boundary inside brackets doesn't count.
fn split_outside_brackets(text: &str, is_boundary: impl Fn(char) -> bool) -> Vec<String> {
    let mut depth = 0_usize;
    let parts = text.split(|c: char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && is_boundary(c)
    });
    parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The text outside the first brackets, and the text inside them.
fn brackets(part: &str) -> (String, Option<String>) {
    let Some((before, rest)) = part.split_once(['(', '[']) else {
        return (part.trim().to_owned(), None);
    };
    let (inside, after) = rest.rsplit_once([')', ']']).unwrap_or((rest, ""));
    (format!("{} {}", before.trim(), after.trim()).trim().to_owned(), Some(inside.trim().to_owned()))
}

/// Whether a word is about the work.
fn is_work_word(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "remote",
        "remotely",
        "remoto",
        "hybrid",
        "hibrido",
        "híbrido",
        "onsite",
        "on-site",
        "in-office",
        "wfh",
        "distributed",
        "virtual",
        "only",
        "fully",
        "based",
        "office",
        "offices",
        "hq",
        "headquarters",
        "opportunity",
        "position",
        "home-office",
    ];
    let word = word.trim_end_matches(':');
    WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether the whole text is about the work: `Remote only`, `Work from home`, `In-Office`.
fn is_work_words(text: &str) -> bool {
    const PHRASES: [&str; 6] = ["workfromhome", "homebased", "homeoffice", "inoffice", "wfhworkfromhome", "inperson"];
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let are_all = text.split([' ', '/', '-']).filter(|word| !word.is_empty()).all(is_work_word);
    PHRASES.contains(&letters.as_str()) || (are_all && !text.trim().is_empty())
}

/// The place next to a word about the work: "in Germany", "from India", but not "3 days per week in" or "with some
/// travel".
fn named_place(text: &str) -> &str {
    const CONNECTORS: [&str; 8] = ["in ", "from ", "within ", "anywhere in ", "the ", "only ", "hiring ", "located "];
    let mut rest = text.trim();
    while let Some(word) = CONNECTORS.iter().find(|word| starts_with(rest, word)) {
        rest = rest[word.len()..].trim_start();
    }
    let is_condition = rest.split(' ').any(|word| matches!(word, "day" | "days" | "week" | "travel" | "required"));
    let ends = |c: char| matches!(c, ':' | '-' | '/') || c.is_whitespace();
    if is_condition { "" } else { rest.trim_matches(ends) }
}

/// Whether a text is a truncated sentence from another column, which names no place.
pub(super) fn is_torn(text: &str) -> bool {
    text.ends_with("...") || text.ends_with('…')
}

fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// What machines write for a missing value, and what people write to stay vague: "various bases across Cornwall".
fn is_noise(name: &str) -> bool {
    const NOISE: [&str; 20] = [
        "undefined",
        "null",
        "none",
        "n/a",
        "na",
        "a",
        "n",
        "tbd",
        "various",
        "various locations",
        "multiple locations",
        "any",
        "location",
        "locations",
        "all locations",
        "flexible",
        "countywide",
        "nationwide",
        "international",
        "multiple cities",
    ];
    let is_vague = starts_with(name, "various ") || name.to_lowercase().ends_with(" preferred");
    is_vague || !name.contains(char::is_alphanumeric) || NOISE.iter().any(|word| name.eq_ignore_ascii_case(word))
}
