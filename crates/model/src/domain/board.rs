//! The board itself: its name, its address, and what its operator shows next to the jobs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    date::Date,
    link::WebUrl,
    posting::is_foreign,
    salary::{Currency, Rates},
};
use crate::words::{ENGLISH, FILES_IN_ENGLISH, FileWords, Words};

/// The operator's settings as every page needs them, and what a build adds. Keys that are left out take the values of
/// [`BoardSettings::default`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BoardSettings {
    /// The board's name, as plain text: in the header and in page titles.
    pub name: String,
    /// One sentence below the name; empty for none.
    pub tagline: String,
    /// The origin that serves the board, without a path: `https://jobs.example.com`.
    pub site_url: Option<WebUrl>,
    /// The path of the home page; begins and ends with `/`.
    pub base_path: String,
    /// Languages of the interface and postings, as BCP 47 tags, the main one first.
    pub languages: Vec<String>,
    /// The currency in which salaries are compared.
    pub currency: Currency,
    /// What one unit of each other currency is worth in `currency`.
    pub rates: BTreeMap<Currency, f64>,
    /// The day of those rates, serialized as text: `2026-11-01`.
    #[serde(skip_serializing_if = "Option::is_none", with = "day_as_text")]
    pub rates_date: Option<Date>,
    /// A sentence at the top of every page; the sample board uses it to say that its jobs are generated.
    pub notice: Option<String>,
    /// Quotes from users, in the order shown; empty for none.
    pub testimonials: Vec<Testimonial>,
    /// Names of companies to show as hiring, most prominent first.
    pub hiring_companies: Vec<String>,
    /// Reasons to apply here, in the order shown.
    pub value_propositions: Vec<ValueProposition>,
    /// Large numbers about the board, in the order shown.
    pub figures: Vec<BoardFigure>,
    /// The board's own profiles on other sites.
    pub social_links: Vec<SocialLink>,
    /// Identifiers of jobs to show first on the home page.
    pub featured_jobs: Vec<String>,
    /// Whether companies and landing pages have a JSON Feed next to their Atom feed, as the whole board does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub json_feeds: bool,
    /// Words that find jobs here: `React Bengaluru`. A build takes them from its jobs; the operator doesn't set them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search_example: Option<String>,
    /// The language of the interface's own words.
    #[serde(skip)]
    pub interface: InterfaceLanguage,
}

/// A language that the interface has words in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InterfaceLanguage {
    /// English.
    #[default]
    English,
    /// A language that doesn't exist: see `words::PSEUDO`.
    #[cfg(any(test, feature = "fixture"))]
    Pseudo,
}

/// Which jobs get a picture of their own, and with them the companies that offer those jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PicturesWanted {
    /// Every job.
    All,
    /// At most this many jobs, the newest.
    Newest(usize),
    /// No job: all pages share the board's picture.
    None,
}

/// More jobs than most boards have. With as many companies, the first build of a large board draws for about 15 seconds
/// on two cores and writes about 70 megabytes; later builds draw only what is new.
impl Default for PicturesWanted {
    fn default() -> Self {
        Self::Newest(2_000)
    }
}

/// A quote from a user of the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Testimonial {
    /// Name of the person quoted.
    pub name: String,
    /// Their occupation and company or place.
    pub role: String,
    /// Their words, as plain text.
    pub quote: String,
}

/// A reason to apply here, with a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueProposition {
    /// The reason in a few words.
    pub title: String,
    /// The reason in a sentence or two.
    pub text: String,
}

/// A large number with its label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardFigure {
    /// The bare number; pages group its digits as is usual for the board's currency.
    pub value: u64,
    /// What the number counts: `Matches delivered`.
    pub label: String,
}

/// The board's profile on another site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SocialLink {
    /// The network's name: `LinkedIn`.
    pub network: String,
    /// Address of the board's profile there.
    pub url: WebUrl,
}

/// A board called "Jobs".
impl Default for BoardSettings {
    fn default() -> Self {
        Self::named("Jobs")
    }
}

impl BoardSettings {
    /// A board with nothing but a name: at the root of its host, in English, with dollars.
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            tagline: String::new(),
            site_url: None,
            base_path: "/".to_owned(),
            languages: vec!["en".to_owned()],
            currency: Currency::USD,
            rates: BTreeMap::new(),
            rates_date: None,
            notice: None,
            testimonials: Vec::new(),
            hiring_companies: Vec::new(),
            value_propositions: Vec::new(),
            figures: Vec::new(),
            social_links: Vec::new(),
            featured_jobs: Vec::new(),
            json_feeds: false,
            search_example: None,
            interface: InterfaceLanguage::default(),
        }
    }

    /// The words of the interface.
    pub fn words(&self) -> &'static Words {
        match self.interface {
            InterfaceLanguage::English => &ENGLISH,
            #[cfg(any(test, feature = "fixture"))]
            InterfaceLanguage::Pseudo => &crate::words::PSEUDO,
        }
    }

    /// The words of files that the build writes without the app.
    pub fn words_of_files(&self) -> &'static FileWords {
        match self.interface {
            InterfaceLanguage::English => &FILES_IN_ENGLISH,
            #[cfg(any(test, feature = "fixture"))]
            InterfaceLanguage::Pseudo => &crate::words::FILES_IN_PSEUDO,
        }
    }

    /// The language of the companies' texts, if the board has exactly one language and that isn't English.
    pub fn foreign_language(&self) -> Option<&str> {
        match self.languages.as_slice() {
            [only] if is_foreign(only) => Some(only),
            _ => None,
        }
    }

    /// The rates for comparing salaries in different currencies.
    pub fn conversion(&self) -> Rates {
        Rates { board_currency: self.currency, worth: self.rates.clone() }
    }

    /// The note next to converted pay: `Other currencies are converted with rates of 1 Nov 2026`.
    pub fn conversion_in_words(&self) -> String {
        let words = self.words();
        match self.rates_date {
            Some(day) => (words.pay.converted)(&day.to_words(words.values)),
            None => words.pay.converted_undated.to_owned(),
        }
    }
}

mod day_as_text {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    use super::Date;

    pub(super) fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        let day = |text: String| {
            Date::parse(&text).ok_or_else(|| D::Error::custom(format!("`{text}` is no day: write it as 2026-11-01")))
        };
        text.map(day).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_the_rates_is_text_and_stays_away_where_there_is_none() {
        let dated = BoardSettings { rates_date: Date::parse("2026-11-01"), ..BoardSettings::named("Jobs") };
        let json = serde_json::to_string(&dated).expect("json");
        assert!(json.contains(r#""rates_date":"2026-11-01""#), "{json}");
        assert_eq!(serde_json::from_str::<BoardSettings>(&json).expect("a board"), dated);
        assert!(!serde_json::to_string(&BoardSettings::named("Jobs")).expect("json").contains("rates_date"));
        assert_eq!(
            serde_json::from_str::<BoardSettings>(r#"{"name":"Jobs"}"#).expect("a board"),
            BoardSettings::named("Jobs")
        );
        assert!(serde_json::from_str::<BoardSettings>(r#"{"rates_date":"soon"}"#).is_err());
    }

    #[test]
    fn converted_pay_says_of_which_day_the_rates_are() {
        let board = BoardSettings { rates_date: Date::parse("2026-11-01"), ..BoardSettings::named("Jobs") };
        assert_eq!(board.conversion_in_words(), "Other currencies are converted with rates of 1 Nov 2026");
        let undated = BoardSettings::named("Jobs").conversion_in_words();
        assert_eq!(undated, "Other currencies are converted with undated rates");
    }
}
