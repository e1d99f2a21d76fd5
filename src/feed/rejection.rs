//! A record that doesn't become a posting, with the reason and the remedy.

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
        matches!(self, Self::FoldedDuplicate { .. } | Self::NotPublished)
    }

    /// The feed of the earlier record that this one duplicates, if any.
    pub fn earlier_feed(&self) -> Option<FeedId> {
        match self {
            Self::DuplicateIdentifier { feed, .. } | Self::FoldedDuplicate { feed, .. } => Some(*feed),
            _ => None,
        }
    }

    /// A short name to count by: `missing-title`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidJson { .. } => "invalid-json",
            Self::InvalidXml { .. } => "invalid-xml",
            Self::TooManyCells { .. } => "too-many-cells",
            Self::NotAPosting { .. } => "not-a-posting",
            Self::NotPublished => "not-published",
            Self::MissingIdentifier => "missing-identifier",
            Self::MissingTitle => "missing-title",
            Self::MissingOrganization => "missing-organization",
            Self::DuplicateIdentifier { .. } => "duplicate-identifier",
            Self::FoldedDuplicate { .. } => "folded-duplicate",
        }
    }

    /// What the feed's author can do about it, without a final period.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::InvalidJson { .. } => "write each record as one JSON object; `openroles schema` prints the format",
            Self::InvalidXml { .. } => "close every element, and write `&` as `&amp;` and `<` as `&lt;` in text",
            Self::TooManyCells { .. } => "put a cell that holds the separator or a line end in double quotes",
            Self::NotAPosting { .. } => "give it \"@type\": \"JobPosting\" and a title, or leave it out",
            Self::NotPublished => "nothing to do; publish it at its source to show it",
            Self::MissingIdentifier => "add `identifier` or `url`",
            Self::MissingTitle => "add `title`",
            Self::MissingOrganization => "add `hiringOrganization`, or name the company with --company",
            Self::DuplicateIdentifier { .. } => "give each posting an `identifier` of its own",
            Self::FoldedDuplicate { .. } => "nothing to do; set `duplicates = \"keep\"` to show both",
        }
    }
}

impl std::fmt::Display for RejectionReason {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::InvalidJson { problem } => write!(formatter, "it is not JSON ({problem})"),
            Self::InvalidXml { problem } => write!(formatter, "it is not XML ({problem})"),
            Self::TooManyCells { cells, columns } => {
                write!(formatter, "it has {cells} cells in a table of {columns} columns")
            }
            Self::NotAPosting { found } => write!(formatter, "it is not a job posting but has {found}"),
            Self::NotPublished => write!(formatter, "its source says that it is not public"),
            Self::MissingIdentifier => write!(formatter, "it has no identifier and no URL"),
            Self::MissingTitle => write!(formatter, "it has no title"),
            Self::MissingOrganization => write!(formatter, "it has no hiring organization"),
            Self::DuplicateIdentifier { earlier_title, .. } => {
                write!(formatter, "an earlier posting has its identifier: `{earlier_title}`")
            }
            Self::FoldedDuplicate { into, .. } => write!(formatter, "it is the same posting as `{into}`"),
        }
    }
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}; {}", self.record, self.reason, self.reason.remedy())
    }
}
