//! The config file as it is written, and the settings that it means.

use std::collections::BTreeMap;

use openroles_model::domain::{
    BoardFigure, BoardSettings, Currency, Date, HostSettings, InterfaceLanguage, PicturesWanted, SocialLink,
    Testimonial, ValueProposition, WebUrl,
};
use serde::Deserialize;

use super::{ConfigError, CurrencySource, Settings, parse_base_path, parse_site_url};
use crate::{
    feed::COLUMN_NAMES,
    ingest::{ApplyParameters, Duplicates},
};

/// The config file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BoardFile {
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
    json_feeds: bool,
    #[serde(default)]
    ingest: IngestTable,
    #[serde(default)]
    columns: BTreeMap<String, String>,
    #[serde(default)]
    pictures: PicturesTable,
    #[serde(default)]
    host: HostTable,
    #[serde(default)]
    logos: LogosTable,
    #[serde(default)]
    apply: ApplyTable,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct LogosTable {
    #[serde(default)]
    fetch: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct HostTable {
    name: Option<String>,
    max_files: Option<usize>,
    max_bytes: Option<u64>,
    hsts: Option<bool>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ApplyTable {
    #[serde(default)]
    parameters: BTreeMap<String, String>,
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
    pub(super) fn into_settings(self) -> Result<Settings, ConfigError> {
        let plain = BoardSettings::named(&self.name);
        let currency_source = self.currency.map_or(CurrencySource::Feeds, |_| CurrencySource::Config);
        let board = BoardSettings {
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
            json_feeds: self.json_feeds,
            search_example: None,
            interface: InterfaceLanguage::default(),
        };
        let duplicates = match self.ingest.duplicates {
            Some(DuplicatesEntry::Keep) => Duplicates::Keep,
            Some(DuplicatesEntry::Fold) | None => Duplicates::Fold,
        };
        let pictures = self.pictures.jobs.map_or_else(PicturesWanted::default, PicturesWanted::from);
        let columns = checked_columns(self.columns)?;
        let apply_parameters = ApplyParameters::of(self.apply.parameters).map_err(|value| ConfigError::Setting {
            name: "apply.parameters",
            value,
            remedy: "use only letters, digits, and `-._~` in names and values, such as \
                     `utm_source = \"jobs.example.com\"`",
        })?;
        Ok(Settings {
            board,
            currency_source,
            duplicates,
            columns,
            pictures,
            host: checked_host(self.host)?,
            fetches_logos: self.logos.fetch,
            apply_parameters,
        })
    }
}

fn checked_host(table: HostTable) -> Result<HostSettings, ConfigError> {
    let HostTable { name, max_files, max_bytes, hsts } = table;
    let parse = |name: String| {
        let remedy = "write `cloudflare-pages`, `github-pages`, `netlify`, or `s3`, or leave it out";
        name.parse().map_err(|_unknown| ConfigError::Setting { name: "host.name", value: name, remedy })
    };
    let plain = HostSettings::default();
    Ok(HostSettings { name: name.map(parse).transpose()?, max_files, max_bytes, hsts: hsts.unwrap_or(plain.hsts) })
}

fn non_empty(name: &'static str, value: String) -> Result<String, ConfigError> {
    if value.trim().is_empty() {
        return Err(ConfigError::Setting { name, value, remedy: "write the board's name" });
    }
    Ok(value)
}

fn checked_columns(columns: BTreeMap<String, String>) -> Result<BTreeMap<String, String>, ConfigError> {
    match columns.keys().find(|name| !COLUMN_NAMES.contains(&name.as_str())) {
        Some(name) => Err(ConfigError::Setting {
            name: "columns",
            value: name.clone(),
            remedy: "write a field on the left of the `=`, such as `title`, `company`, `location`, `url`, `salary`, \
                     or `skills`",
        }),
        None => Ok(columns),
    }
}

fn checked_languages(languages: Vec<String>) -> Result<Vec<String>, ConfigError> {
    let is_tag = |tag: &String| !tag.is_empty() && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if languages.is_empty() || !languages.iter().all(is_tag) {
        let remedy = "list language tags such as `en` or `en-IN`, starting with the main one";
        return Err(ConfigError::Setting { name: "languages", value: languages.join(", "), remedy });
    }
    Ok(languages)
}

fn checked_rates(rates: BTreeMap<Currency, f64>) -> Result<BTreeMap<Currency, f64>, ConfigError> {
    match rates.iter().find(|(_, worth)| !(worth.is_finite() && **worth > 0.0)) {
        Some((currency, worth)) => Err(ConfigError::Setting {
            name: "rates",
            value: format!("{} = {worth}", currency.code()),
            remedy: "write how much one unit of the currency is worth in the board's currency, as a number above 0",
        }),
        None => Ok(rates),
    }
}

/// Parses a day, as text or as a TOML date.
fn parse_day(value: &toml::Value) -> Result<Date, ConfigError> {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Date::parse(&text).ok_or(ConfigError::Setting {
        name: "rates_date",
        value: text,
        remedy: "write the day of the rates as year-month-day, such as `\"2026-11-01\"`",
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
