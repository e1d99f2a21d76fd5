//! Why the board's jobs or one of its pages couldn't be loaded.

use crate::browser::FetchError;

/// Why there are no jobs to show. The message has no final period; [`LoadError::remedy`] says what to do.
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

    /// What the visitor can do, without a final period.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Fetch(error) => error.remedy(),
            Self::Malformed { .. } | Self::Missing { .. } => {
                "Try again in a minute; if it stays, tell the board's operator"
            }
            Self::Empty { .. } => "Come back later: nothing is open at the moment",
        }
    }
}

/// Message for candidates, so it doesn't mention files.
impl std::fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Fetch(error) => error.fmt(formatter),
            Self::Malformed { .. } => formatter.write_str("The board's data cannot be read"),
            Self::Missing { .. } => formatter.write_str("This page is missing"),
            Self::Empty { rejection_count: 0, .. } => formatter.write_str("The board holds no jobs"),
            Self::Empty { rejection_count: 1, .. } => {
                formatter.write_str("The board holds no jobs that can be shown; 1 record was rejected")
            }
            Self::Empty { rejection_count, .. } => {
                write!(formatter, "The board holds no jobs that can be shown; {rejection_count} records were rejected")
            }
        }
    }
}

impl From<FetchError> for LoadError {
    fn from(error: FetchError) -> Self {
        Self::Fetch(error)
    }
}

pub(super) fn malformed(url: &str, reason: String) -> LoadError {
    LoadError::Malformed { url: url.to_owned(), reason }
}
