//! Identifiers of postings, and where they come from.

use serde::{Deserialize, Serialize};

/// The board's identifier of a posting: any text of 1 to 200 characters, unique on the board. It is the feed's own
/// identifier, unless [`IdSource`] says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct JobId(pub String);

/// Where a posting's identifier comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdSource {
    /// The feed states it.
    #[default]
    Feed,
    /// The feed states the part before the last `@`. The rest is the posting's owner, added because another job has the
    /// same identifier.
    Qualified,
    /// The feed states none, so this is a digest of the posting's contents.
    Contents,
}

impl IdSource {
    pub(super) fn is_feed(&self) -> bool {
        *self == Self::Feed
    }
}
