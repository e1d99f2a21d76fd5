//! The board's config: TOML text in, a validated [`BoardSettings`] and ingest settings out.
//!
//! An unknown key is an error that names it, because a misspelled setting that is silently ignored costs an evening. It
//! knows no files: the caller adds the file's name to errors.

mod file;

use std::{collections::BTreeMap, fmt};

use file::BoardFile;
use openroles_model::domain::{BoardSettings, Currency, HostSettings, PayCurrencies, PicturesWanted, WebUrl};

use crate::{
    feed::{FeedKind, ReadOptions},
    ingest::{ApplyParameters, Duplicates},
};

/// The operator's settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The settings that pages need.
    pub board: BoardSettings,
    /// Whether the config or the feeds decide the currency for comparing pay.
    pub currency_source: CurrencySource,
    /// What happens to duplicate postings.
    pub duplicates: Duplicates,
    /// Columns of tables with unknown names: from the known name to the feed's name.
    pub columns: BTreeMap<String, String>,
    /// Which jobs get a picture of their own.
    pub pictures: PicturesWanted,
    /// Host of the site.
    pub host: HostSettings,
    /// Whether pictures in feeds are copied into the site; without copies, pages show none.
    pub fetches_logos: bool,
    /// Parameters to add to application links, such as `utm_source`.
    pub apply_parameters: ApplyParameters,
}

/// What decides the currency for comparing pay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CurrencySource {
    /// The config: it names one.
    Config,
    /// The feeds: the config names none, so it is the one that most jobs state.
    #[default]
    Feeds,
}

/// The name of a board without a config file.
const DEFAULT_NAME: &str = "Open roles";

/// What is wrong with a config.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigError {
    /// It is not TOML, or has unknown keys or values of the wrong type.
    Text {
        /// The parser's message, with the line.
        problem: String,
    },
    /// A setting has an invalid value.
    Setting {
        /// Its key, such as `site_url`.
        name: &'static str,
        /// The value as written.
        value: String,
        /// What to write instead, without a final period.
        remedy: &'static str,
    },
}

impl fmt::Display for ConfigError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { problem } => formatter.write_str(problem.trim_end()),
            Self::Setting { name, value, remedy } => write!(formatter, "`{name}` cannot be `{value}`: {remedy}"),
        }
    }
}

impl std::error::Error for ConfigError {}

/// Without a config, the board has a name and nothing else.
impl Default for Settings {
    fn default() -> Self {
        Self {
            board: BoardSettings::named(DEFAULT_NAME),
            currency_source: CurrencySource::default(),
            duplicates: Duplicates::Fold,
            columns: BTreeMap::new(),
            pictures: PicturesWanted::default(),
            host: HostSettings::default(),
            fetches_logos: false,
            apply_parameters: ApplyParameters::default(),
        }
    }
}

impl Settings {
    /// Reads a config file's text.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let file: BoardFile = toml::from_str(text).map_err(|error| ConfigError::Text { problem: error.to_string() })?;
        file.into_settings()
    }

    /// Compares pay in the currency that most jobs state, unless the config names one or its rates rule that out. Rates
    /// are in the board's currency, so a currency with a rate isn't the board's. And if there are rates, but none for
    /// dollars, they were written for a board in dollars. Returns the currency if it was taken from the feeds.
    pub fn compare_in_commonest(&mut self, pay: &PayCurrencies) -> Option<Currency> {
        let rates = &self.board.rates;
        let fits = |currency: &Currency| {
            !rates.contains_key(currency) && (rates.is_empty() || rates.contains_key(&self.board.currency))
        };
        let (commonest, _) = pay.commonest()?;
        let taken = Some(commonest).filter(fits).filter(|_| self.currency_source == CurrencySource::Feeds)?;
        self.board.currency = taken;
        Some(taken)
    }

    /// The options for reading feeds; `kind` is `None` to detect it.
    pub fn reading(&self, kind: Option<FeedKind>) -> ReadOptions {
        ReadOptions { kind, columns: self.columns.clone(), address: None }
    }
}

/// Parses an origin for `site_url`: `https://jobs.example.com`.
pub fn parse_site_url(text: &str) -> Result<WebUrl, ConfigError> {
    let origin = text.trim().trim_end_matches('/');
    let is_origin = origin.split_once("://").is_some_and(|(_, rest)| !rest.contains(['/', '?', '#', '@']));
    WebUrl::parse(origin).filter(|_| is_origin).ok_or_else(|| ConfigError::Setting {
        name: "site_url",
        value: text.to_owned(),
        remedy: "write only the scheme and host, such as `https://jobs.example.com`; a path belongs in `base_path`",
    })
}

/// Parses a base path: `/` or `/jobs/`.
pub fn parse_base_path(text: &str) -> Result<String, ConfigError> {
    let is_segment = |segment: &str| {
        !segment.is_empty()
            && !segment.starts_with('.')
            && segment.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~".contains(c))
    };
    let inner = text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    match inner {
        _ if text == "/" => Ok(text.to_owned()),
        Some(inner) if inner.split('/').all(is_segment) => Ok(text.to_owned()),
        _ => Err(ConfigError::Setting {
            name: "base_path",
            value: text.to_owned(),
            remedy: "begin and end it with `/`, and use only letters, digits, and `-_.~` in between, such as `/jobs/`",
        }),
    }
}

#[cfg(test)]
mod tests {
    use openroles_model::domain::{Date, HostName, HostSettings};
    use proptest::prelude::*;

    use super::*;

    fn settings(text: &str) -> Result<Settings, String> {
        Settings::parse(text).map_err(|error| error.to_string())
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
        assert_eq!(settings.board, BoardSettings::named("Acme jobs"));
        assert_eq!(settings.duplicates, Duplicates::Fold);
    }

    #[test]
    fn the_day_of_the_rates_may_be_a_day_of_toml() {
        let settings = settings("name = \"x\"\nrates_date = 2026-11-01").expect("valid");
        assert_eq!(settings.board.rates_date, Date::parse("2026-11-01"));
    }

    #[test]
    fn a_board_compares_in_what_most_jobs_state_unless_its_config_says_otherwise() {
        let feed = r#"[{"id":1,"title":"A","company":"X","baseSalary":"₹10L - ₹30L / yr"},
            {"id":2,"title":"B","company":"X","baseSalary":"₹20L / yr"},
            {"id":3,"title":"C","company":"X","baseSalary":"€60K / yr"},{"id":4,"title":"D","company":"X"}]"#;
        let contents = crate::feed::read(feed.as_bytes(), None).expect("a feed");
        let pay = PayCurrencies::of(&crate::ingest::ingest(contents, &Default::default()).postings);
        assert_eq!((pay.commonest(), pay.job_count()), (Some((Currency::INR, 2)), 3));
        for (config, expected, is_from_feeds) in [
            ("", "INR", true),
            ("currency = \"EUR\"", "EUR", false),
            ("currency = \"INR\"", "INR", false),
            // Rates of dollars in rupees, of rupees in dollars, and of pounds in an unstated currency.
            ("[rates]\nUSD = 84.0", "INR", true),
            ("[rates]\nINR = 0.012", "USD", false),
            ("[rates]\nGBP = 1.3", "USD", false),
        ] {
            let mut settings = settings(&format!("name = \"x\"\n{config}")).expect(config);
            let taken = settings.compare_in_commonest(&pay);
            assert_eq!((settings.board.currency.code(), taken.is_some()), (expected, is_from_feeds), "{config}");
        }
        assert_eq!(Settings::default().compare_in_commonest(&PayCurrencies::default()), None);
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
    fn the_host_is_named_and_a_paid_plan_has_its_own_limits() {
        let host = |lines: &str| settings(&format!("name = \"x\"\n{lines}")).expect("valid").host;
        assert_eq!(host(""), HostSettings::default());
        let paid = host("[host]\nname = \"cloudflare-pages\"\nmax_files = 100000\nhsts = false");
        let expected = HostSettings {
            name: Some(HostName::CloudflarePages),
            max_files: Some(100_000),
            max_bytes: None,
            hsts: false,
        };
        assert_eq!(paid, expected);
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
            ("name = \"x\"\n[host]\nname = \"geocities\"", "cloudflare-pages"),
            ("name = \"x\"\n[host]\nfiles = 1", "max_files"),
            ("name = \"x\"\nrates_date = \"1 Nov 2026\"", "year-month-day"),
            ("name = \"x\"\nrates_date = 20261101", "year-month-day"),
            ("name = \"x\"\nrates_date = \"2026-02-30\"", "rates_date"),
            ("name = \"x\"\nlanguages = []", "languages"),
            ("name = \"x\"\n[pictures]\njobs = \"some\"", "a number of jobs"),
            ("name = \"x\"\n[pictures]\njobs = -1", "a number of jobs"),
            ("name = \"x\"\n[apply]\nparameter = 1", "parameter"),
            ("name = \"x\"\n[apply.parameters]\nutm_source = \"our jobs\"", "our jobs"),
            ("name = \"x\"\n[apply.parameters]\n\"a&b\" = \"x\"", "a&b"),
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

    /// Lines that begin, continue, or break something.
    fn scraps() -> impl Strategy<Value = String> {
        const SCRAPS: [&str; 34] = [
            "name",
            "tagline",
            "site_url",
            "base_path",
            "languages",
            "currency",
            "rates",
            "pictures",
            "jobs",
            "ingest",
            "duplicates",
            "columns",
            "figures",
            "value",
            "label",
            "social_links",
            "url",
            "[",
            "]",
            "[[",
            "]]",
            "{",
            "}",
            "=",
            ".",
            ",",
            "\"",
            "\"\"\"",
            "'",
            "\n",
            "#",
            " ",
            "-1e999",
            "\\u",
        ];
        const VALUES: [&str; 10] = [
            "\"x\"",
            "\"https://example.com\"",
            "\"/jobs/\"",
            "\"INR\"",
            "[]",
            "nan",
            "0",
            "true",
            "1979-05-27",
            "{a = 1}",
        ];
        let scrap = prop_oneof![
            4 => prop::sample::select(&SCRAPS[..]).prop_map(str::to_owned),
            2 => prop::sample::select(&VALUES[..]).prop_map(str::to_owned),
            1 => ".{0,6}",
        ];
        prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
    }

    fn line() -> impl Strategy<Value = String> {
        "[^\\p{C}]{0,20}"
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_parser_and_what_it_takes_is_valid(text in scraps()) {
            for text in [text.clone(), format!("name = \"x\"\n{text}")] {
                if let Ok(settings) = Settings::parse(&text) {
                    prop_assert!(!settings.board.name.trim().is_empty());
                    prop_assert!(parse_base_path(&settings.board.base_path).is_ok());
                    prop_assert!(settings.board.rates.values().all(|worth| worth.is_finite() && *worth > 0.0));
                }
            }
        }

        #[test]
        fn valid_settings_are_read_as_they_were_written(
            (name, tagline, quote) in ("[a-z][^\\p{C}]{0,20}", line(), line()),
            path in prop::collection::vec("[a-z0-9_~-]{1,8}", 0..3),
            rate in 0.001..1e6_f64,
            value in 0..=u64::try_from(i64::MAX).unwrap_or_default(),
            newest in 0..1_000_000_usize,
        ) {
            let base_path = path.iter().fold("/".to_owned(), |path, segment| format!("{path}{segment}/"));
            let written = serde_json::json!({
                "name": name, "tagline": tagline, "base_path": base_path, "rates": {"USD": rate},
                "testimonials": [{"name": name, "quote": quote}], "figures": [{"value": value, "label": quote}],
                "columns": {"title": quote}, "pictures": {"jobs": newest}, "ingest": {"duplicates": "keep"},
            });
            let settings = Settings::parse(&toml::to_string(&written).expect("TOML")).expect("valid");
            let board = &settings.board;
            prop_assert_eq!((&board.name, &board.tagline, &board.base_path), (&name, &tagline, &base_path));
            prop_assert_eq!(board.rates.get(&Currency::USD), Some(&rate));
            prop_assert_eq!((&board.testimonials[0].quote, board.figures[0].value), (&quote, value));
            prop_assert_eq!(settings.columns.get("title"), Some(&quote));
            prop_assert_eq!(settings.pictures, PicturesWanted::Newest(newest));
            prop_assert_eq!(settings.duplicates, Duplicates::Keep);
        }
    }
}
