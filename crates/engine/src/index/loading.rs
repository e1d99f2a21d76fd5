//! Loads an index chunk by chunk, or all at once from what was just written.

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use openroles_model::domain::Date;

use super::{
    Chunk, ChunkId, Index, IndexContents, OpenError, WrittenIndex,
    chunk::{self, ChunkKind},
    title_docs::TitleDocs,
    write,
};

impl Index {
    /// Fully loaded index of contents that were just built, for the day `now`.
    pub fn from_contents(contents: &IndexContents, now: Date) -> Result<Self, OpenError> {
        Self::from_written(&write(contents), now)
    }

    /// Fully loaded index of written chunks, for the day `now`.
    pub fn from_written(written: &WrittenIndex, now: Date) -> Result<Self, OpenError> {
        Self::with_some_of(written, now, |_| true)
    }

    /// Index of written chunks for the day `now`, with what pages show: cards, and terms, which tell similar jobs. It
    /// knows no phrases and completes no titles, and takes about half the memory of a fully loaded one.
    pub fn from_written_for_pages(written: &WrittenIndex, now: Date) -> Result<Self, OpenError> {
        let is_shown = |id| matches!(id, ChunkId::Dictionary | ChunkId::Terms(_) | ChunkId::Cards(_));
        Self::with_some_of(written, now, is_shown)
    }

    fn with_some_of(written: &WrittenIndex, now: Date, is_wanted: impl Fn(ChunkId) -> bool) -> Result<Self, OpenError> {
        let by_name: HashMap<&str, &Chunk> = written.chunks.iter().map(|chunk| (chunk.name.as_str(), chunk)).collect();
        let index = Self::open(&written.columns.bytes, now)?.with_first_seen(written.first_seen.as_deref())?;
        index.with_all_of(is_wanted, |name| match by_name.get(name) {
            Some(chunk) => Ok(chunk.bytes.as_slice()),
            None => Err(chunk::malformed("a chunk is missing")),
        })
    }

    /// Returns this index with more chunks loaded. Fails if bytes don't match the hash in a chunk's name, or if
    /// terms come before the dictionary.
    pub fn with_chunks<B: AsRef<[u8]>>(
        &self,
        chunks: impl IntoIterator<Item = (ChunkId, B)>,
    ) -> Result<Self, OpenError> {
        let (mut terms, mut cards) = (self.terms.clone(), self.cards.clone());
        let (mut titles, mut first_seen) = (self.titles.clone(), self.first_seen.clone());
        for (id, bytes) in chunks {
            let bytes = bytes.as_ref();
            match id {
                ChunkId::Dictionary => terms.open_table(bytes, self.dictionary),
                ChunkId::Terms(at) => terms.open_shard(at as usize, bytes, self.len()),
                ChunkId::Positions(at) => terms.open_positions(at as usize, bytes),
                ChunkId::Prefix(at) => terms.open_prefix(at as usize, bytes, self.len()),
                ChunkId::Cards(at) => cards.open(at as usize, bytes),
                ChunkId::Titles => titles.open(bytes),
                ChunkId::FirstSeen => first_seen.open(bytes, self.len()),
            }?;
        }
        let (by_slug, seniorities, title_docs) = (OnceLock::new(), OnceLock::new(), TitleDocs::default());
        let (columns, dictionary, words) = (Arc::clone(&self.columns), self.dictionary, self.words);
        Ok(Self { columns, dictionary, terms, cards, titles, first_seen, by_slug, seniorities, title_docs, words })
    }

    /// Returns this index fully loaded. `read` returns the bytes of a chunk, given its file name.
    pub fn with_all<B: AsRef<[u8]>, E: From<OpenError>>(self, read: impl Fn(&str) -> Result<B, E>) -> Result<Self, E> {
        self.with_all_of(|_| true, read)
    }

    /// Returns this index with all chunks loaded that are wanted.
    fn with_all_of<B: AsRef<[u8]>, E: From<OpenError>>(
        self,
        is_wanted: impl Fn(ChunkId) -> bool,
        read: impl Fn(&str) -> Result<B, E>,
    ) -> Result<Self, E> {
        let mut index = self;
        loop {
            let missing: Vec<ChunkId> = index.missing_chunks().into_iter().filter(|id| is_wanted(*id)).collect();
            if missing.is_empty() {
                return Ok(index);
            }
            let named = missing.into_iter().filter_map(|id| Some((id, index.chunk_file(id)?)));
            let chunks: Vec<_> = named.map(|(id, name)| Ok((id, read(&name)?))).collect::<Result<_, E>>()?;
            index = index.with_chunks(chunks)?;
        }
    }

    /// Chunks that aren't loaded yet. Those of terms are included only once the dictionary is loaded.
    pub fn missing_chunks(&self) -> Vec<ChunkId> {
        let mut missing = self.terms.missing();
        missing.extend(self.cards.missing());
        missing.extend(self.titles.file().is_some().then_some(ChunkId::Titles));
        missing.extend(self.missing_first_seen());
        missing
    }

    /// File name of a chunk; `None` if the index has no such chunk or doesn't know its name yet.
    pub fn chunk_file(&self, id: ChunkId) -> Option<String> {
        match id {
            ChunkId::Dictionary => Some(ChunkKind::Dictionary.file(self.dictionary)),
            ChunkId::Terms(_) | ChunkId::Positions(_) | ChunkId::Prefix(_) => self.terms.file(id),
            ChunkId::Cards(at) => self.cards.file(at as usize),
            ChunkId::Titles => self.titles.file(),
            ChunkId::FirstSeen => self.first_seen.file(),
        }
    }
}
