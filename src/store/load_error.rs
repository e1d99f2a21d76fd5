//! Why the board's jobs or one of its pages couldn't be loaded.

use openroles_model::words::FailureWords;

use crate::browser::FetchError;

/// Why there are no jobs to show. [`LoadError::message`] and [`LoadError::remedy`] have no final period.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadError {
    /// A file or the feed couldn't be fetched.
    Fetch(FetchError),
    /// A file or the feed was fetched but couldn't be parsed.
    Malformed {
        /// URL of the file.
        url: String,
        /// Message of the parser.
        reason: String,
    },
    /// A page that every board has doesn't exist.
    Missing {
        /// URL of the page.
        url: String,
    },
    /// The feed has no jobs that can be shown.
    Empty {
        /// URL of the feed.
        url: String,
        /// Number of rejected records.
        rejection_count: usize,
    },
}

impl LoadError {
    /// Details for the console: the URL and what is wrong.
    pub fn evidence(&self) -> String {
        match self {
            Self::Fetch(error) => error.evidence().to_owned(),
            Self::Malformed { url, reason } => format!("{url}: {reason}"),
            Self::Missing { url } | Self::Empty { url, .. } => url.clone(),
        }
    }

    /// What happened, for candidates, so it doesn't mention files.
    pub fn message(&self, words: &FailureWords) -> String {
        match self {
            Self::Fetch(error) => error.message(words),
            Self::Malformed { .. } => words.malformed.to_owned(),
            Self::Missing { .. } => words.missing.to_owned(),
            Self::Empty { rejection_count: 0, .. } => words.no_jobs.to_owned(),
            Self::Empty { rejection_count, .. } => (words.none_valid)(*rejection_count),
        }
    }

    /// What the visitor can do.
    pub fn remedy(&self, words: &FailureWords) -> &'static str {
        match self {
            Self::Fetch(error) => error.remedy(words),
            Self::Malformed { .. } | Self::Missing { .. } => words.try_in_a_minute,
            Self::Empty { .. } => words.come_back,
        }
    }
}

impl From<FetchError> for LoadError {
    fn from(error: FetchError) -> Self {
        Self::Fetch(error)
    }
}

/// The loader prints the reason to the console and doesn't pass it on.
#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for LoadError {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self::Fetch(FetchError::Unreachable { url: "a module of the app".to_owned() })
    }
}

pub(super) fn malformed(url: &str, reason: String) -> LoadError {
    LoadError::Malformed { url: url.to_owned(), reason }
}
