//! Page of all companies, sorted by name or by number of open jobs.

use openroles_engine::{
    index::Index,
    query::{FacetValue, Query, search},
};
use openroles_model::{
    domain::{BoardSettings, Slug},
    facets::Facet,
    sorting::sort_by_key,
    unicode,
    words::CompanyWords,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ChangedOn, Head, Page, PageContext, SharingSubject};
use crate::{routes::Route, structured_data::item_list};

/// Values of the page of all companies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompaniesData {
    /// Companies with open jobs, by initial and name.
    pub companies: Vec<FacetValue>,
}

/// Companies whose names have the same initial.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompanyGroup<'a> {
    /// Their initial.
    pub initial: Initial,
    /// Companies by name.
    pub companies: &'a [FacetValue],
}

/// Initial of a name, in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Initial {
    /// A digit.
    Digit,
    /// A letter of an alphabet, in uppercase and without accents.
    Letter(char),
    /// A character of a script with too many characters for a list of initials, or no letter at all.
    Other,
}

/// First character of the East Asian scripts in Unicode.
const FIRST_OF_EAST_ASIA: char = '\u{2e80}';

impl CompaniesData {
    /// Title and description of the page. They are the same for all companies.
    pub fn any_head(board: &BoardSettings) -> Head {
        let words = board.words();
        let description = (words.head.companies)(&board.name);
        Head { title: format!("{} · {}", words.frame.companies, board.name), description }
    }

    /// All companies with an open job.
    pub fn of(index: &Index) -> Self {
        let results = search(index, &Query::default());
        let counts = results.facet(Facet::Company);
        let mut companies = counts.map(|counts| counts.values(index)).unwrap_or_default();
        sort_by_key(&mut companies, |company| (Initial::of(&company.label), without_accents(&company.label)));
        Self { companies }
    }

    /// Companies grouped by initial.
    pub fn groups(&self) -> impl Iterator<Item = CompanyGroup<'_>> {
        let groups = self.companies.chunk_by(|one, next| Initial::of(&one.label) == Initial::of(&next.label));
        groups.map(|companies| CompanyGroup { initial: Initial::of(&companies[0].label), companies })
    }

    /// Companies whose names contain `text`, ignoring case and accents, by name.
    pub fn named(&self, text: &str) -> Vec<&FacetValue> {
        let text = without_accents(text.trim());
        self.companies.iter().filter(|company| without_accents(&company.label).contains(&text)).collect()
    }
}

impl Page for CompaniesData {
    fn route(&self) -> Option<Route> {
        Some(Route::Companies)
    }

    fn head(&self, board: &BoardSettings) -> Head {
        Self::any_head(board)
    }

    fn structured_data(&self, context: &PageContext<'_>) -> Vec<Option<Value>> {
        let slugs = self.companies.iter().filter_map(|company| Slug::try_from(company.value.clone()).ok());
        vec![item_list(context.board, slugs.map(Route::Company))]
    }

    fn sharing_subject(&self) -> Option<SharingSubject<'_>> {
        Some(SharingSubject::Board)
    }

    fn changed_on(&self) -> ChangedOn<'_> {
        ChangedOn::AnyJob
    }
}

/// The same companies, most open jobs first; order is otherwise kept. It makes one pass for each different count,
/// because counts differ little, and a call of a generic sort adds a kilobyte to the app.
pub fn by_job_count<'a>(companies: &[&'a FacetValue]) -> Vec<&'a FacetValue> {
    let mut sorted = Vec::with_capacity(companies.len());
    let mut last = usize::MAX;
    while let Some(next) = companies.iter().map(|company| company.count).filter(|count| *count < last).max() {
        sorted.extend(companies.iter().filter(|company| company.count == next));
        last = next;
    }
    sorted
}

impl Initial {
    /// Initial of a name. Characters before its first letter or digit are ignored.
    pub fn of(name: &str) -> Self {
        let Some(first) = name.chars().find(|character| character.is_alphanumeric()) else { return Self::Other };
        let mut character = [0; 4];
        let capital = without_accents(first.encode_utf8(&mut character));
        match unicode::upper(&capital).chars().next() {
            Some('0'..='9') => Self::Digit,
            Some(letter) if letter < FIRST_OF_EAST_ASIA && letter.is_alphabetic() => Self::Letter(letter),
            _ => Self::Other,
        }
    }

    /// Text of the initial in the list.
    pub fn label(self, words: &CompanyWords) -> String {
        match self {
            Self::Digit => "0–9".to_owned(),
            Self::Letter(letter) => letter.to_string(),
            Self::Other => words.other_initial.to_owned(),
        }
    }

    /// Id of the group, used as URL fragment.
    pub fn anchor(self) -> String {
        match self {
            Self::Digit => "companies-0-9".to_owned(),
            Self::Letter(letter) => format!("companies-{letter}"),
            Self::Other => "companies-other".to_owned(),
        }
    }
}

fn without_accents(text: &str) -> String {
    let lower = unicode::lower(text);
    if lower.is_ascii() {
        return lower;
    }
    unicode::taken_apart(&lower).chars().filter(|character| !unicode::is_mark(*character)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_engine::index::fixture;
    use openroles_model::words::ENGLISH;

    fn board(companies: &[&str]) -> CompaniesData {
        let jobs = (0..).zip(companies).map(|(at, company)| fixture::posting(&format!("Baker {at}")).at(company));
        CompaniesData::of(&fixture::index(&jobs.collect::<Vec<_>>()))
    }

    fn labels<'a>(companies: impl IntoIterator<Item = &'a FacetValue>) -> Vec<&'a str> {
        companies.into_iter().map(|company| company.label.as_str()).collect()
    }

    #[test]
    fn companies_are_listed_under_their_initials() {
        let data = board(&["zeta", "Écru", "Eddy", "3M", "株式会社", "eagle", "Яблоко", "[Acme]", "Øre"]);
        let groups: Vec<_> =
            data.groups().map(|group| (group.initial.label(&ENGLISH.company), labels(group.companies))).collect();
        let expected = [
            ("0–9", vec!["3M"]),
            ("A", vec!["[Acme]"]),
            ("E", vec!["eagle", "Écru", "Eddy"]),
            ("Z", vec!["zeta"]),
            ("Ø", vec!["Øre"]),
            ("Я", vec!["Яблоко"]),
            ("Other", vec!["株式会社"]),
        ];
        assert_eq!(groups, expected.map(|(label, companies)| (label.to_owned(), companies)));
    }

    #[test]
    fn a_company_is_found_by_any_part_of_its_name() {
        let data = board(&["Écru Labs", "Blue Eco", "Acme"]);
        for (text, expected) in [
            ("ec", &["Blue Eco", "Écru Labs"][..]),
            ("ÉC", &["Blue Eco", "Écru Labs"]),
            (" labs ", &["Écru Labs"]),
            ("", &["Acme", "Blue Eco", "Écru Labs"]),
            ("none", &[]),
        ] {
            assert_eq!(labels(data.named(text)), expected, "{text}");
        }
    }

    #[test]
    fn of_companies_with_as_many_jobs_the_first_by_name_is_first() {
        let data = board(&["C", "B", "B", "A", "D", "D"]);
        assert_eq!(labels(by_job_count(&data.named(""))), ["B", "D", "A", "C"]);
    }
}
