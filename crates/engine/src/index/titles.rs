//! Titles that several jobs have, offered as completions while a visitor types.

use std::{cmp::Reverse, collections::HashMap, sync::Arc};

use openroles_model::{domain::JobCard, text::fold};

use super::chunk::{Chunk, ChunkHash, ChunkKind, OpenError, malformed};

/// Most titles kept; each takes about 20 bytes to transfer.
const MOST_TITLES: usize = 1_000;

/// Fewest jobs a title must have; a rarer one says nothing about what visitors look for.
const FEWEST_JOBS: usize = 2;

/// Longest title in bytes; longer ones are sentences, which visitors don't want completed.
const LONGEST_TITLE: usize = 60;

/// Writes the most common titles of these jobs. Titles that differ only in case and accents count as one.
pub(super) fn write(cards: &[JobCard]) -> (Chunk, ChunkHash) {
    let mut known: HashMap<String, (usize, &str)> = HashMap::new();
    for card in cards.iter().filter(|card| card.title.len() <= LONGEST_TITLE) {
        known.entry(fold(&card.title).into_owned()).or_insert((0, &card.title)).0 += 1;
    }
    let mut common: Vec<(usize, &str)> = known.into_values().filter(|(count, _)| *count >= FEWEST_JOBS).collect();
    common.sort_unstable_by_key(|(count, title)| (Reverse(*count), *title));
    let titles: Vec<&str> = common.into_iter().map(|(_, title)| title).take(MOST_TITLES).collect();
    ChunkKind::Titles.write(&titles)
}

/// Titles, or the hash of their chunk.
#[derive(Clone)]
pub(super) enum Titles {
    Missing(ChunkHash),
    /// Most common title first.
    Loaded(Arc<Vec<String>>),
}

impl Titles {
    /// Loads the chunk.
    pub(super) fn open(&mut self, bytes: &[u8]) -> Result<(), OpenError> {
        let Self::Missing(hash) = self else { return Ok(()) };
        let titles: Vec<String> = ChunkKind::Titles.read(bytes, *hash)?;
        if titles.len() > MOST_TITLES || titles.iter().any(|title| title.len() > LONGEST_TITLE) {
            return Err(malformed("there are too many titles, or too long ones"));
        }
        *self = Self::Loaded(Arc::new(titles));
        Ok(())
    }

    /// Titles, most common first. Empty until they are loaded.
    pub(super) fn list(&self) -> &[String] {
        match self {
            Self::Missing(_) => &[],
            Self::Loaded(titles) => titles,
        }
    }

    /// File name of the chunk while it isn't loaded.
    pub(super) fn file(&self) -> Option<String> {
        match self {
            Self::Missing(hash) => Some(ChunkKind::Titles.file(*hash)),
            Self::Loaded(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::fixture::posting;

    #[test]
    fn titles_of_several_jobs_are_kept_the_commonest_first() {
        let titles = ["Baker", "Cook", "Waiter", "baker", "Cook", "Báker"];
        let cards: Vec<JobCard> = titles.iter().map(|title| posting(title).card(None, None)).collect();
        let (chunk, hash) = write(&cards);
        let mut titles = Titles::Missing(hash);
        assert_eq!((titles.list().len(), titles.open(&chunk.bytes)), (0, Ok(())));
        assert_eq!(titles.list(), ["Baker", "Cook"]);
    }
}
