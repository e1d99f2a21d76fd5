//! Job cards, in chunks of a few jobs, so that a page of hits loads only what it shows.
//!
//! The end of a chunk depends on the jobs' identifiers, not on their positions, so an added or removed job changes
//! only its own chunk.

use std::sync::Arc;

use openroles_model::domain::JobCard;
use xxhash_rust::xxh3::xxh3_64;

use super::{
    ChunkId, DocId, FirstBuild,
    chunk::{Chunk, ChunkHash, ChunkKind, OpenError, malformed},
};

/// Cards loaded so far.
#[derive(Clone, Default)]
pub(super) struct Cards {
    table: Arc<CardTable>,
    chunks: Vec<Option<Arc<Vec<JobCard>>>>,
}

#[derive(Default)]
struct CardTable {
    /// End of each chunk: the position after its last job.
    ends: Vec<u32>,
    hashes: Vec<ChunkHash>,
}

/// How many jobs share a file of cards, or a file in which jobs are looked up. A page of hits loads about one file of cards per
/// hit, so small files waste less, and large files are fewer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DataFiles {
    /// About 8 cards of 160 bytes each, or 100 jobs to look up.
    #[default]
    Small,
    /// About 48 cards of 120 bytes each, or 400 jobs to look up, for hosts that limit the number of files.
    Large,
}

impl DataFiles {
    /// On average, one in this many jobs ends a chunk. Each chunk's hash takes 8 bytes of the columns.
    fn jobs_per_chunk(self) -> usize {
        match self {
            Self::Small => 8,
            Self::Large => 48,
        }
    }

    /// Most jobs in a chunk, at most 255.
    fn jobs_at_most(self) -> usize {
        4 * self.jobs_per_chunk()
    }
}

/// Number of cards in each chunk, the chunks' hashes, and the chunks.
pub(super) type WrittenCards = (Vec<u8>, Vec<ChunkHash>, Vec<Chunk>);

/// Writes cards in the order of their jobs.
pub(super) fn write(cards: &[JobCard]) -> WrittenCards {
    write_groups(cards, DataFiles::Small, |group, _| ChunkKind::Cards.write(&group))
}

/// Writes cards with the builds that first had the jobs; those of the last jobs may be missing.
pub(super) fn write_after(cards: &[JobCard], first_builds: &[FirstBuild], files: DataFiles) -> WrittenCards {
    write_groups(cards, files, |group, start| {
        let builds = first_builds.iter().skip(start).map(|build| build.added()).chain(std::iter::repeat(None));
        let dated = group.iter().zip(builds).map(|(card, added)| JobCard { added, ..card.clone() });
        ChunkKind::Cards.write(&dated.collect::<Vec<JobCard>>())
    })
}

/// `write` takes the cards of a chunk and the position of the first.
fn write_groups(
    cards: &[JobCard],
    files: DataFiles,
    write: impl Fn(&[JobCard], usize) -> (Chunk, ChunkHash),
) -> WrittenCards {
    let is_last = |card: &JobCard| xxh3_64(card.id.0.as_bytes()).is_multiple_of(files.jobs_per_chunk() as u64);
    let groups = cards.chunk_by(|card, _| !is_last(card)).flat_map(|group| group.chunks(files.jobs_at_most()));
    let (mut lengths, mut hashes, mut chunks) = (Vec::new(), Vec::new(), Vec::new());
    let mut start = 0;
    for group in groups {
        let (chunk, hash) = write(group, start);
        start += group.len();
        lengths.push(group.len() as u8);
        hashes.push(hash);
        chunks.push(chunk);
    }
    (lengths, hashes, chunks)
}

impl Cards {
    /// No cards loaded. Fails if `lengths` and `hashes` don't fit each other or `doc_count`.
    pub(super) fn none(lengths: &[u8], hashes: Vec<ChunkHash>, doc_count: usize) -> Result<Self, &'static str> {
        let mut end = 0;
        let ends: Vec<u32> = lengths.iter().map(|length| add(&mut end, *length)).collect();
        if lengths.len() != hashes.len() || end as usize != doc_count {
            return Err("cards do not fit the jobs");
        }
        Ok(Self { chunks: vec![None; ends.len()], table: Arc::new(CardTable { ends, hashes }) })
    }

    /// Adds the chunk at position `at`.
    pub(super) fn open(&mut self, at: usize, bytes: &[u8]) -> Result<(), OpenError> {
        let Some(hash) = self.table.hashes.get(at) else { return Err(malformed("there are no such cards")) };
        let cards: Vec<JobCard> = ChunkKind::Cards.read(bytes, *hash)?;
        if cards.len() != super::ends::range(&self.table.ends, at).len() {
            return Err(malformed("cards do not fit their chunk"));
        }
        self.chunks[at] = Some(Arc::new(cards));
        Ok(())
    }

    /// Card of a job, if it is loaded.
    pub(super) fn card(&self, doc: DocId) -> Option<&JobCard> {
        let at = self.chunk_of(doc);
        self.chunks[at].as_ref()?.get(doc.at() - super::ends::range(&self.table.ends, at).start)
    }

    /// Position of the chunk that contains a job's card.
    pub(super) fn chunk_of(&self, doc: DocId) -> usize {
        self.table.ends.partition_point(|end| *end <= doc.0)
    }

    /// File name of a chunk.
    pub(super) fn file(&self, at: usize) -> Option<String> {
        self.table.hashes.get(at).map(|hash| ChunkKind::Cards.file(*hash))
    }

    /// Chunks that aren't loaded.
    pub(super) fn missing(&self) -> impl Iterator<Item = ChunkId> {
        (0..).zip(&self.chunks).filter(|(_, chunk)| chunk.is_none()).map(|(at, _)| ChunkId::Cards(at))
    }
}

fn add(end: &mut u32, length: u8) -> u32 {
    *end = end.saturating_add(length.into());
    *end
}
