//! The board's config file: TOML text in, a validated [`Board`] and ingest settings out.
//!
//! An unknown key is an error that names it: a misspelled setting that is silently ignored costs an evening.

use std::{collections::BTreeMap, fs, path::Path};

use serde::Deserialize;

use super::error::CliError;
use crate::{
    domain::{Board, BoardFigure, Currency, Date, SocialLink, Testimonial, ValueProposition, WebUrl},
    feed::{COLUMN_NAMES, FeedKind, ReadOptions},
    ingest::Duplicates,
    site::PicturesWanted,
};

/// What the operator sets.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Settings {
    /// The board as its pages need it.
    pub(super) board: Board,
    /// What happens to postings that say the same.
    pub(super) duplicates: Duplicates,
    /// What the columns of tables are called.
    pub(super) columns: BTreeMap<String, String>,
    /// Which jobs get a picture of their own.
    pub(super) pictures: PicturesWanted,
}

/// What a board without a config file is called.
const DEFAULT_NAME: &str = "Open roles";

impl Settings {
    /// Reads the config file; without one the board has a name and nothing else.
    pub(super) fn read(path: Option<&Path>) -> Result<Self, CliError> {
        let Some(path) = path else {
            return Ok(Self {
                board: Board::named(DEFAULT_NAME),
                duplicates: Duplicates::Fold,
                columns: BTreeMap::new(),
                pictures: PicturesWanted::default(),
            });
        };
        let text = fs::read_to_string(path).map_err(|source| CliError::Read { path: path.to_owned(), source })?;
        let config = |problem: String| CliError::Config { path: path.to_owned(), problem };
        let file: BoardFile = toml::from_str(&text).map_err(|error| config(error.to_string()))?;
        file.into_settings().map_err(|error| config(error.to_string()))
    }

    /// How feeds are to be read, of a `kind` where one is named.
    pub(super) fn reading(&self, kind: Option<FeedKind>) -> ReadOptions {
        ReadOptions { kind, columns: self.columns.clone() }
    }
}

/// An origin as `site_url`: `https://jobs.example.com`.
pub(super) fn parse_site_url(text: &str) -> Result<WebUrl, CliError> {
    let origin = text.trim().trim_end_matches('/');
    let is_origin = origin.split_once("://").is_some_and(|(_, rest)| !rest.contains(['/', '?', '#', '@']));
    WebUrl::parse(origin).filter(|_| is_origin).ok_or_else(|| CliError::Setting {
        name: "site_url",
        value: text.to_owned(),
        remedy: "write scheme and host alone, such as `https://jobs.example.com`; a path goes into `base_path`",
    })
}

/// A base path: `/` or `/jobs/`.
pub(super) fn parse_base_path(text: &str) -> Result<String, CliError> {
    let is_segment = |segment: &str| {
        !segment.is_empty()
            && !segment.starts_with('.')
            && segment.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~".contains(c))
    };
    let inner = text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    match inner {
        _ if text == "/" => Ok(text.to_owned()),
        Some(inner) if inner.split('/').all(is_segment) => Ok(text.to_owned()),
        _ => Err(CliError::Setting {
            name: "base_path",
            value: text.to_owned(),
            remedy: "begin and end it with `/` and use letters, digits and `-_.~` between, such as `/jobs/`",
        }),
    }
}

/// The file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BoardFile {
    name: String,
    #[serde(default)]
    tagline: String,
    site_url: Option<String>,
    base_path: Option<String>,
    languages: Option<Vec<String>>,
    currency: Option<Currency>,
    #[serde(default)]
    rates: BTreeMap<Currency, f64>,
    rates_date: Option<toml::Value>,
    notice: Option<String>,
    #[serde(default)]
    testimonials: Vec<TestimonialEntry>,
    #[serde(default)]
    hiring_companies: Vec<String>,
    #[serde(default)]
    value_propositions: Vec<ValuePropositionEntry>,
    #[serde(default)]
    figures: Vec<FigureEntry>,
    #[serde(default)]
    social_links: Vec<SocialLinkEntry>,
    #[serde(default)]
    featured_jobs: Vec<String>,
    #[serde(default)]
    ingest: IngestTable,
    #[serde(default)]
    columns: BTreeMap<String, String>,
    #[serde(default)]
    pictures: PicturesTable,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PicturesTable {
    jobs: Option<PicturesEntry>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "write `jobs = \"all\"`, `jobs = \"none\"` or a number of jobs")]
enum PicturesEntry {
    Newest(usize),
    Word(PicturesWord),
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum PicturesWord {
    All,
    None,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct IngestTable {
    duplicates: Option<DuplicatesEntry>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum DuplicatesEntry {
    Fold,
    Keep,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TestimonialEntry {
    name: String,
    #[serde(default)]
    role: String,
    quote: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValuePropositionEntry {
    title: String,
    #[serde(default)]
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureEntry {
    value: u64,
    label: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SocialLinkEntry {
    network: String,
    url: WebUrl,
}

impl BoardFile {
    fn into_settings(self) -> Result<Settings, CliError> {
        let plain = Board::named(&self.name);
        let board = Board {
            name: non_empty("name", self.name)?,
            tagline: self.tagline,
            site_url: self.site_url.as_deref().map(parse_site_url).transpose()?,
            base_path: self.base_path.as_deref().map_or(Ok(plain.base_path), parse_base_path)?,
            languages: self.languages.map_or(Ok(plain.languages), checked_languages)?,
            currency: self.currency.unwrap_or(plain.currency),
            rates: checked_rates(self.rates)?,
            rates_date: self.rates_date.as_ref().map(parse_day).transpose()?,
            notice: self.notice,
            testimonials: self.testimonials.into_iter().map(Testimonial::from).collect(),
            hiring_companies: self.hiring_companies,
            value_propositions: self.value_propositions.into_iter().map(ValueProposition::from).collect(),
            figures: self.figures.into_iter().map(BoardFigure::from).collect(),
            social_links: self.social_links.into_iter().map(SocialLink::from).collect(),
            featured_jobs: self.featured_jobs,
        };
        let duplicates = match self.ingest.duplicates {
            Some(DuplicatesEntry::Keep) => Duplicates::Keep,
            Some(DuplicatesEntry::Fold) | None => Duplicates::Fold,
        };
        let pictures = self.pictures.jobs.map_or_else(PicturesWanted::default, PicturesWanted::from);
        Ok(Settings { board, duplicates, columns: checked_columns(self.columns)?, pictures })
    }
}

fn non_empty(name: &'static str, value: String) -> Result<String, CliError> {
    if value.trim().is_empty() {
        return Err(CliError::Setting { name, value, remedy: "write the board's name" });
    }
    Ok(value)
}

fn checked_columns(columns: BTreeMap<String, String>) -> Result<BTreeMap<String, String>, CliError> {
    match columns.keys().find(|name| !COLUMN_NAMES.contains(&name.as_str())) {
        Some(name) => Err(CliError::Setting {
            name: "columns",
            value: name.clone(),
            remedy: "write what the column is, such as `title`, `company`, `location`, `url`, `salary` or `skills`",
        }),
        None => Ok(columns),
    }
}

fn checked_languages(languages: Vec<String>) -> Result<Vec<String>, CliError> {
    let is_tag = |tag: &String| !tag.is_empty() && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if languages.is_empty() || !languages.iter().all(is_tag) {
        let remedy = "list language tags such as `en` or `en-IN`, the main one first";
        return Err(CliError::Setting { name: "languages", value: languages.join(", "), remedy });
    }
    Ok(languages)
}

fn checked_rates(rates: BTreeMap<Currency, f64>) -> Result<BTreeMap<Currency, f64>, CliError> {
    match rates.iter().find(|(_, worth)| !(worth.is_finite() && **worth > 0.0)) {
        Some((currency, worth)) => Err(CliError::Setting {
            name: "rates",
            value: format!("{} = {worth}", currency.code()),
            remedy: "write what one unit of the currency is worth in the board's currency, a number above 0",
        }),
        None => Ok(rates),
    }
}

/// A day as text, or as TOML has days.
fn parse_day(value: &toml::Value) -> Result<Date, CliError> {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Date::parse(&text).ok_or(CliError::Setting {
        name: "rates_date",
        value: text,
        remedy: "write the day that the rates are of as year-month-day, such as `\"2026-11-01\"`",
    })
}

impl From<PicturesEntry> for PicturesWanted {
    fn from(entry: PicturesEntry) -> Self {
        match entry {
            PicturesEntry::Newest(count) => Self::Newest(count),
            PicturesEntry::Word(PicturesWord::All) => Self::All,
            PicturesEntry::Word(PicturesWord::None) => Self::None,
        }
    }
}

impl From<TestimonialEntry> for Testimonial {
    fn from(entry: TestimonialEntry) -> Self {
        Self { name: entry.name, role: entry.role, quote: entry.quote }
    }
}

impl From<ValuePropositionEntry> for ValueProposition {
    fn from(entry: ValuePropositionEntry) -> Self {
        Self { title: entry.title, text: entry.text }
    }
}

impl From<FigureEntry> for BoardFigure {
    fn from(entry: FigureEntry) -> Self {
        Self { value: entry.value, label: entry.label }
    }
}

impl From<SocialLinkEntry> for SocialLink {
    fn from(entry: SocialLinkEntry) -> Self {
        Self { network: entry.network, url: entry.url }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Result<Settings, String> {
        let file: BoardFile = toml::from_str(text).map_err(|error| error.to_string())?;
        file.into_settings().map_err(|error| error.to_string())
    }

    #[test]
    fn a_full_config_becomes_a_board() {
        let settings = settings(
            r#"
            name = "Acme jobs"
            site_url = "https://jobs.example.com/"
            base_path = "/in/jobs/"
            currency = "inr"
            languages = ["en-IN", "hi"]
            rates_date = "2026-11-01"
            featured_jobs = ["7"]
            [ingest]
            duplicates = "keep"
            [rates]
            USD = 84.5
            [[figures]]
            value = 2101133
            label = "matches delivered"
            [[social_links]]
            network = "LinkedIn"
            url = "https://example.com/in"
            "#,
        )
        .expect("valid");
        assert_eq!(settings.board.site_url.expect("given").as_str(), "https://jobs.example.com");
        assert_eq!(settings.board.base_path, "/in/jobs/");
        assert_eq!(settings.board.currency, Currency::INR);
        assert_eq!(settings.board.rates[&Currency::USD], 84.5);
        assert_eq!(settings.board.rates_date, Date::parse("2026-11-01"));
        assert_eq!(settings.board.figures[0].value, 2_101_133);
        assert_eq!(settings.duplicates, Duplicates::Keep);
    }

    #[test]
    fn a_name_is_all_a_board_needs() {
        let settings = settings("name = \"Acme jobs\"").expect("valid");
        assert_eq!(settings.board, Board::named("Acme jobs"));
        assert_eq!(settings.duplicates, Duplicates::Fold);
    }

    #[test]
    fn the_day_of_the_rates_may_be_a_day_of_toml() {
        let settings = settings("name = \"x\"\nrates_date = 2026-11-01").expect("valid");
        assert_eq!(settings.board.rates_date, Date::parse("2026-11-01"));
    }

    #[test]
    fn pictures_are_for_all_jobs_for_the_newest_or_for_none() {
        for (value, wanted) in
            [("\"all\"", PicturesWanted::All), ("\"none\"", PicturesWanted::None), ("200", PicturesWanted::Newest(200))]
        {
            let settings = settings(&format!("name = \"x\"\n[pictures]\njobs = {value}")).expect(value);
            assert_eq!(settings.pictures, wanted);
        }
        assert_eq!(settings("name = \"x\"").expect("valid").pictures, PicturesWanted::default());
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, named) in [
            ("name = \"x\"\ncolour = 1", "colour"),
            ("name = \"x\"\n[ingest]\nduplicate = \"keep\"", "duplicate"),
            ("name = \"x\"\n[ingest]\nduplicates = \"drop\"", "drop"),
            ("tagline = \"x\"", "name"),
            ("name = \" \"", "name"),
            ("name = \"x\"\nbase_path = \"jobs\"", "base_path"),
            ("name = \"x\"\nsite_url = \"https://x.org/jobs\"", "site_url"),
            ("name = \"x\"\ncurrency = \"rupees\"", "rupees"),
            ("name = \"x\"\n[rates]\nUSD = -1.0", "USD"),
            ("name = \"x\"\nrates_date = \"1 Nov 2026\"", "year-month-day"),
            ("name = \"x\"\nrates_date = 20261101", "year-month-day"),
            ("name = \"x\"\nrates_date = \"2026-02-30\"", "rates_date"),
            ("name = \"x\"\nlanguages = []", "languages"),
            ("name = \"x\"\n[pictures]\njobs = \"some\"", "a number of jobs"),
            ("name = \"x\"\n[pictures]\njobs = -1", "a number of jobs"),
            ("name = \"x\"\n[columns]\ncolour = \"Colour\"", "colour"),
            ("name = \"x\"\n[[social_links]]\nnetwork = \"x\"\nurl = \"javascript:alert(1)\"", "javascript"),
        ] {
            let problem = settings(text).expect_err(text);
            assert!(problem.contains(named), "{problem}");
        }
    }

    #[test]
    fn a_base_path_begins_and_ends_with_a_slash_and_climbs_nowhere() {
        for (text, is_valid) in [
            ("/", true),
            ("/jobs/", true),
            ("/a/b-1.2_~/", true),
            ("", false),
            ("jobs/", false),
            ("/jobs", false),
            ("//", false),
            ("//evil.example/", false),
            ("/../", false),
            ("/a/./b/", false),
            ("/a b/", false),
            ("/a?b/", false),
        ] {
            assert_eq!(parse_base_path(text).is_ok(), is_valid, "{text}");
        }
    }
}
