//! Suggests completions of the last words: titles, skills, companies, and places that begin with them.

use std::{borrow::Cow, cmp::Reverse};

use openroles_model::{
    facets::Facet,
    sorting::sort_by_key,
    text::{Key, fold, tokens},
};

use super::{
    Query, Refined, SearchResults,
    search::{hit_count, search},
    words::QUOTES,
};
use crate::index::{FacetColumn, Index, ValueOrdinal};

/// A completion, with the query that it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What it completes to.
    pub kind: SuggestionKind,
    /// Text to display.
    pub label: String,
    /// Number of jobs that the query finds; `None` while chunks for its words aren't loaded.
    pub count: Option<usize>,
    /// Query to search for when the suggestion is chosen.
    pub query: Query,
}

/// Kind of completion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SuggestionKind {
    /// A title that several jobs have. Choosing it searches for its words.
    Title,
    /// A value of a facet. Choosing it replaces the typed words with a refinement.
    Value(Facet),
}

/// Most titles offered; nobody reads more while typing.
const TITLES_OFFERED: usize = 2;

/// Most of the last words that are completed together.
const MOST_WORDS: usize = 4;

/// Suggestions for the text of `query`; empty if it has no words. If several of the last words together begin a title or
/// a value, they are completed together, as many of them as possible. Words before them stay.
pub fn suggest(index: &Index, query: &Query) -> Vec<Suggestion> {
    let starts = word_starts(&query.text);
    let runs = starts.iter().rev().take(MOST_WORDS).rev().map(|start| query.text.split_at(*start));
    let found = runs.map(|(kept, typed)| Typed::of(index, query, kept, typed).suggestions());
    found.into_iter().find(|suggestions| !suggestions.is_empty()).unwrap_or_default()
}

/// Start of each word that can be completed: those after the last quoted or excluded word.
fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut is_start = true;
    for (at, character) in text.char_indices() {
        let is_sign = QUOTES.contains(&character) || is_start && character == '-';
        if is_sign {
            starts.clear();
        } else if is_start && !character.is_whitespace() {
            starts.push(at);
        }
        is_start = character.is_whitespace() && !is_sign;
    }
    starts
}

/// Last words of a text, which may begin a title or a value.
struct Typed<'a> {
    index: &'a Index,
    /// The query without these words.
    kept: Query,
    folded: String,
    /// Aliases of the word, if it is only one.
    aliases: Vec<String>,
}

impl<'a> Typed<'a> {
    fn of(index: &'a Index, query: &Query, kept: &str, typed: &str) -> Self {
        let terms: Vec<String> = tokens(typed).map(|token| token.term).collect();
        let aliases = match terms.as_slice() {
            [term] => Key::of(term).aliases().map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        Self { index, kept: query.with_text(kept), folded: folded(typed), aliases }
    }

    fn suggestions(&self) -> Vec<Suggestion> {
        if self.folded.is_empty() {
            return Vec::new();
        }
        let titles = self.titles();
        let facets = Facet::of_suggestions().into_iter();
        let columns = facets.filter_map(|facet| Some((facet, self.index.column(facet)?, facet.suggested()?.at_most)));
        let values: Vec<_> =
            columns.map(|(facet, column, limit)| (facet, column, self.values(column), limit)).collect();
        if titles.is_empty() && values.iter().all(|(_, _, found, _)| found.is_empty()) {
            return Vec::new();
        }
        let around = Some(search(self.index, &self.kept)).filter(|results| !results.lacks_hits());
        let mut suggestions: Vec<Suggestion> = titles.into_iter().map(|title| self.title(title)).collect();
        for (facet, column, found, limit) in values {
            suggestions.extend(self.best_values(facet, column, &found, around.as_ref()).take(limit));
        }
        suggestions.retain(|suggestion| suggestion.count != Some(0));
        suggestions
    }

    /// The most common titles that contain the typed words at the start of a word, and more. Titles that begin with
    /// them come first.
    fn titles(&self) -> Vec<&'a str> {
        let titles = self.index.titles().iter().map(String::as_str).filter(|title| self.begins_a_word(title));
        let mut titles: Vec<&str> = titles.filter(|title| folded(title) != self.folded).collect();
        sort_by_key(&mut titles, |title| !begins_folded(title, &self.folded));
        titles.truncate(TITLES_OFFERED);
        titles
    }

    fn title(&self, title: &str) -> Suggestion {
        let query = self.kept.with_text(&format!("{} {}", self.kept.text, without_signs(title)));
        let count = hit_count(self.index, &query);
        Suggestion { kind: SuggestionKind::Title, label: title.to_owned(), count, query }
    }

    fn values(&self, column: &FacetColumn) -> Vec<ValueOrdinal> {
        column.ordinals().filter(|value| self.means(&self.label(column, *value))).collect()
    }

    fn label<'b>(&self, column: &'b FacetColumn, value: ValueOrdinal) -> Cow<'b, str> {
        column.label(value, self.index.words())
    }

    /// Values that begin with the typed words first, then by number of jobs. `around` contains the results without the
    /// typed words, or `None` if they are unknown.
    fn best_values(
        &self,
        facet: Facet,
        column: &FacetColumn,
        found: &[ValueOrdinal],
        around: Option<&SearchResults>,
    ) -> impl Iterator<Item = Suggestion> {
        let counts = around.and_then(|results| results.facet(facet));
        let count = move |value: ValueOrdinal| counts.map(|counts| counts.count(value) as usize);
        let is_new = |value: &ValueOrdinal| self.kept.is_refined(facet, column.value(*value)) == Refined::No;
        let mut best: Vec<ValueOrdinal> = found.iter().copied().filter(is_new).collect();
        sort_by_key(&mut best, |value| {
            (!begins_folded(&self.label(column, *value), &self.folded), Reverse(count(*value)), *value)
        });
        best.into_iter().map(move |value| Suggestion {
            kind: SuggestionKind::Value(facet),
            label: self.label(column, value).into_owned(),
            count: count(value),
            query: self.kept.toggled(facet, column.value(value)),
        })
    }

    /// Whether a word in the name begins with the typed text, or the name is an alias of it.
    fn means(&self, name: &str) -> bool {
        self.begins_a_word(name) || self.aliases.iter().any(|alias| name.eq_ignore_ascii_case(alias))
    }

    fn begins_a_word(&self, name: &str) -> bool {
        let mut is_start = true;
        name.char_indices().any(|(at, character)| {
            let begins = is_start && begins_folded(&name[at..], &self.folded);
            is_start = !character.is_alphanumeric();
            begins
        })
    }
}

/// A title as search text, without characters that would quote or exclude words.
fn without_signs(title: &str) -> String {
    let unquoted = title.replace(QUOTES, " ");
    let words: Vec<&str> = unquoted.split_whitespace().map(|word| word.trim_start_matches('-')).collect();
    words.join(" ")
}

/// Folds each word and joins them with single spaces.
fn folded(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().map(fold).collect();
    words.join(" ")
}

/// Whether a name begins with folded words. While a visitor types, thousands of names are checked, so ASCII is compared
/// without folding.
fn begins_folded(name: &str, words: &str) -> bool {
    match name.as_bytes().get(..words.len()) {
        Some(beginning) if beginning.is_ascii() => beginning.eq_ignore_ascii_case(words.as_bytes()),
        _ => !name.is_ascii() && folded(name).starts_with(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_model::domain::{JobId, JobPosting};

    use crate::{
        index::fixture::{index, posting},
        query::parse_query_string,
    };

    fn jobs() -> Vec<JobPosting> {
        vec![
            posting("Rust engineer").with_skills(&["Rust", "Machine Learning"]).in_city("Pune").at("Rustic Homes"),
            posting("Rust engineer").with_skills(&["Rust", "JavaScript"]).in_city("Pune"),
            posting("Software engineer").with_skills(&["Ruby"]).in_city("Delhi"),
            posting("Software engineer").with_skills(&["Ruby", "Rust"]).in_city("Delhi"),
            posting("Café manager").in_city("Delhi").at("Élan"),
            posting("Café manager").open_for_days(-1).with_skills(&["Rundeck"]),
            posting("Writer -Remote \"nights\""),
            posting("Writer -Remote \"nights\""),
        ]
    }

    /// Checks the suggestions for a query string: kind, label, number of jobs, and the query string that each leads to.
    fn check(query_string: &str, expected: &[(&str, &str, usize, &str)]) {
        let mut jobs = jobs();
        (0..).zip(&mut jobs).for_each(|(number, job)| job.id = JobId(format!("{number}")));
        let index = index(&jobs);
        let found = suggest(&index, &parse_query_string(query_string).query);
        let shown = found.iter().map(|one| (kind(one), one.label.as_str(), one.count, one.query.to_query_string()));
        let shown: Vec<_> = shown.collect();
        let expected: Vec<_> =
            expected.iter().map(|(kind, label, count, to)| (*kind, *label, Some(*count), (*to).to_owned())).collect();
        assert_eq!(shown, expected, "{query_string}");
        for suggestion in found {
            assert_eq!(suggestion.count, Some(search(&index, &suggestion.query).hit_count), "{}", suggestion.label);
        }
    }

    fn kind(suggestion: &Suggestion) -> &'static str {
        match suggestion.kind {
            SuggestionKind::Title => "title",
            SuggestionKind::Value(facet) => facet.key(),
        }
    }

    #[test]
    fn each_kind_of_name_that_begins_as_typed_is_offered_with_its_jobs() {
        check(
            "q=ru",
            &[
                ("title", "Rust engineer", 3, "q=Rust+engineer"),
                ("skill", "Rust", 3, "skill=Rust"),
                ("skill", "Ruby", 2, "skill=Ruby"),
                ("company", "Rustic Homes", 1, "company=rustic-homes"),
            ],
        );
    }

    #[test]
    fn words_within_names_and_other_spellings_are_found() {
        check("q=lea", &[("skill", "Machine Learning", 1, "skill=Machine+Learning")]);
        check("q=JS", &[("skill", "JavaScript", 1, "skill=JavaScript")]);
        check("q=ela", &[("company", "Élan", 1, "company=elan")]);
        check("q=caf", &[("title", "Café manager", 1, "q=Caf%C3%A9+manager")]);
    }

    #[test]
    fn signs_in_titles_are_no_signs_of_the_query() {
        check("q=wri", &[("title", "Writer -Remote \"nights\"", 2, "q=Writer+Remote+nights")]);
    }

    #[test]
    fn the_longest_run_of_words_decides_and_the_words_before_stay() {
        check("q=ruby machine le", &[]);
        check("q=rust machine le", &[("skill", "Machine Learning", 1, "q=rust&skill=Machine+Learning")]);
        check("q=software eng", &[("title", "Software engineer", 2, "q=Software+engineer")]);
        check("q=ruby soft", &[("title", "Software engineer", 2, "q=ruby+Software+engineer")]);
    }

    #[test]
    fn refinements_in_force_stay_and_are_not_offered_again() {
        check("q=rub&skill=Rust&location=delhi", &[("skill", "Ruby", 2, "skill=Ruby&skill=Rust&location=delhi")]);
        check(
            "q=rus&skill=Rust&location=delhi",
            &[("title", "Rust engineer", 1, "q=Rust+engineer&skill=Rust&location=delhi")],
        );
    }

    #[test]
    fn quoted_and_unwanted_words_begin_nothing() {
        check("q=\"ru", &[]);
        check("q=-ru", &[]);
        check("q=-rust caf", &[("title", "Café manager", 1, "q=-rust+Caf%C3%A9+manager")]);
        check("", &[]);
        check("q=%E2%80%94", &[]);
    }
}
