//! A record that doesn't become a posting, with the reason.

use openroles_model::findings::{FindingCode, Severity};

use super::raw::FeedId;

/// One rejected record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The feed that contains it.
    pub feed: FeedId,
    /// The record's identifier, its URL, or its place in the feed: `line 17`.
    pub record: String,
    /// Why it was rejected.
    pub reason: RejectionReason,
}

/// Why a record is rejected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RejectionReason {
    /// The record is not JSON, or nested too deeply.
    InvalidJson {
        /// The parser's message.
        problem: String,
    },
    /// The record is not well-formed XML, or nested too deeply.
    InvalidXml {
        /// The parser's message.
        problem: String,
    },
    /// A row has more cells than the table has columns.
    TooManyCells {
        /// Number of cells in the row.
        cells: usize,
        /// Number of columns in the table.
        columns: usize,
    },
    /// The record is JSON but not a posting.
    NotAPosting {
        /// The names of its fields, or "no fields".
        found: String,
    },
    /// The source marks it as not public.
    NotPublished,
    /// It has neither an identifier nor a URL.
    MissingIdentifier,
    /// It has no title, or none with visible characters.
    MissingTitle,
    /// It has no employer.
    MissingOrganization,
    /// An earlier record has the same identifier.
    DuplicateIdentifier {
        /// The title of the earlier record.
        earlier_title: String,
        /// The feed of the earlier record.
        feed: FeedId,
    },
    /// An earlier record is the same posting, and got this one's places.
    FoldedDuplicate {
        /// The identifier of the earlier record.
        into: String,
        /// The feed of the earlier record.
        feed: FeedId,
    },
}

impl RejectionReason {
    /// Whether the record was merged into an earlier record's job, so that no job is missing.
    pub fn is_merge(&self) -> bool {
        matches!(self, Self::FoldedDuplicate { .. })
    }

    /// Whether nothing is lost: the posting is on the board under another identifier, or isn't meant to be there.
    pub fn is_harmless(&self) -> bool {
        self.code().severity() != Severity::Lost
    }

    /// The feed of the earlier record that this one duplicates, if any.
    pub fn earlier_feed(&self) -> Option<FeedId> {
        match self {
            Self::DuplicateIdentifier { feed, .. } | Self::FoldedDuplicate { feed, .. } => Some(*feed),
            _ => None,
        }
    }

    /// The code to count by, with its remedy.
    pub fn code(&self) -> FindingCode {
        match self {
            Self::InvalidJson { .. } => FindingCode::InvalidJson,
            Self::InvalidXml { .. } => FindingCode::InvalidXml,
            Self::TooManyCells { .. } => FindingCode::TooManyCells,
            Self::NotAPosting { .. } => FindingCode::NotAPosting,
            Self::NotPublished => FindingCode::NotPublished,
            Self::MissingIdentifier => FindingCode::MissingIdentifier,
            Self::MissingTitle => FindingCode::MissingTitle,
            Self::MissingOrganization => FindingCode::MissingOrganization,
            Self::DuplicateIdentifier { .. } => FindingCode::DuplicateIdentifier,
            Self::FoldedDuplicate { .. } => FindingCode::FoldedDuplicate,
        }
    }
}

impl std::fmt::Display for RejectionReason {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::InvalidJson { problem } => write!(formatter, "it isn't JSON ({problem})"),
            Self::InvalidXml { problem } => write!(formatter, "it isn't XML ({problem})"),
            Self::TooManyCells { cells, columns } => {
                write!(formatter, "it has {cells} cells, but the table has {columns} columns")
            }
            Self::NotAPosting { found } => write!(formatter, "it isn't a job posting: it has {found}"),
            Self::NotPublished => write!(formatter, "its source marks it as not public"),
            Self::MissingIdentifier => write!(formatter, "it has no identifier and no URL"),
            Self::MissingTitle => write!(formatter, "it has no title"),
            Self::MissingOrganization => write!(formatter, "it has no hiring organization"),
            Self::DuplicateIdentifier { earlier_title, .. } => {
                write!(formatter, "an earlier posting has the same identifier: `{earlier_title}`")
            }
            Self::FoldedDuplicate { into, .. } => write!(formatter, "it is the same posting as `{into}`"),
        }
    }
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}; {}", self.record, self.reason, self.reason.code().remedy())
    }
}
