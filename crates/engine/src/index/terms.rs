//! All terms of the board with their posting lists, as far as they are loaded.
//!
//! Sorted terms are divided into shards of a few kilobytes. The dictionary chunk says which shard contains a term,
//! so a search loads only the shards that its words need. It also has the most common terms, which are the
//! candidates for spelling corrections.

use std::{ops::Range, sync::Arc};

use openroles_model::{parallel, text::Key};
use serde::{Deserialize, Serialize};

use super::{
    ChunkId, DocId,
    chunk::{Chunk, ChunkHash, ChunkKind, OpenError, malformed},
    dictionary::{Dictionary, LetterSet},
    postings::{Impact, POSTING_BYTES, PackedLists, Positions, Posting, PostingLists, SHARD_BYTES},
    prefixes::{self, PrefixList},
    term_pattern::{Probe, TermPattern, probes},
    vocabulary::{GatheredTerm, Vocabulary},
};

/// Position of a term among all terms: 0 to their number minus one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TermOrdinal(u32);

/// Terms loaded so far.
#[derive(Clone, Default)]
pub(crate) struct Terms {
    table: Option<Arc<TermTable>>,
    shards: Vec<Option<Arc<Shard>>>,
    positions: Vec<Option<Arc<Positions>>>,
    prefixes: Vec<Option<Arc<PrefixList>>>,
}

/// Candidate for spelling corrections.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CommonTerm<'a> {
    pub(crate) term: &'a str,
    /// Number of jobs with the term, including expired ones.
    pub(crate) doc_freq: usize,
}

/// Contents of the dictionary chunk, with lookup tables.
struct TermTable {
    shards: Vec<ShardEntry>,
    /// Prefixes with their own lists, sorted.
    prefixes: Vec<(String, ChunkHash)>,
    /// For each shard, the ordinal of its first term.
    first_ordinals: Vec<u32>,
    common: Dictionary,
    doc_freqs: Vec<u32>,
    /// Letters of each common term.
    letters: Vec<LetterSet>,
}

#[derive(Serialize, Deserialize)]
struct ShardEntry {
    first_term: String,
    term_count: u32,
    terms: ChunkHash,
    positions: ChunkHash,
}

/// Written form of the dictionary chunk.
#[derive(Serialize, Deserialize)]
struct PackedTable {
    shards: Vec<ShardEntry>,
    prefixes: Vec<(String, ChunkHash)>,
    common: Dictionary,
    doc_freqs: Vec<u32>,
}

struct Shard {
    terms: Dictionary,
    lists: PostingLists,
}

/// Written form of a terms chunk.
#[derive(Serialize, Deserialize)]
struct PackedShard {
    terms: Dictionary,
    lists: PackedLists,
}

/// A prefix gets its own list if its terms take more than this many shards.
const SHARDS_OF_A_PREFIX: usize = 2;

/// Most candidates for spelling corrections. On large boards, terms beyond these occur a few times, and are mostly
/// misspelled themselves.
const COMMON_TERMS: usize = 16_384;

/// Writes all terms. Returns the chunks and the hash of the dictionary, which names the others.
pub(super) fn write(vocabulary: &Vocabulary) -> (Vec<Chunk>, ChunkHash) {
    let mut chunks = Vec::new();
    let mut shards = Vec::new();
    for (entry, written) in
        parallel::map(shards_of(&vocabulary.terms).collect(), |shard| write_shard(shard, vocabulary))
    {
        shards.push(entry);
        chunks.extend(written);
    }
    let mut prefixes = Vec::new();
    for (prefix, list) in prefixes::lists(vocabulary, SHARDS_OF_A_PREFIX * SHARD_BYTES, term_bytes) {
        let (chunk, hash) = ChunkKind::Prefix.write(&list);
        chunks.push(chunk);
        prefixes.push((prefix, hash));
    }
    let common = common_terms(&vocabulary.terms);
    let table = PackedTable {
        shards,
        prefixes,
        common: Dictionary::of(common.iter().map(|term| term.term.as_str())),
        doc_freqs: common.iter().map(|term| term.doc_freq() as u32).collect(),
    };
    let (dictionary, hash) = ChunkKind::Dictionary.write(&table);
    chunks.push(dictionary);
    (chunks, hash)
}

fn shards_of(terms: &[GatheredTerm]) -> impl Iterator<Item = &[GatheredTerm]> {
    let mut rest = terms;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let is_full = |term: &GatheredTerm| {
            let was_full = bytes >= SHARD_BYTES;
            bytes += term_bytes(term);
            was_full
        };
        let end = rest.iter().position(is_full).unwrap_or(rest.len());
        let (shard, after) = rest.split_at(end);
        rest = after;
        (!shard.is_empty()).then_some(shard)
    })
}

fn term_bytes(term: &GatheredTerm) -> usize {
    term.term.len() + term.doc_freq() * POSTING_BYTES
}

/// Writes a shard. Returns its entry in the dictionary, its chunk, and the chunk of its positions.
fn write_shard(shard: &[GatheredTerm], vocabulary: &Vocabulary) -> (ShardEntry, [Chunk; 2]) {
    let (mut lists, mut positions) = (PostingLists::default(), Positions::default());
    for term in shard {
        for posting in term.postings(&vocabulary.lengths) {
            lists.push(posting.doc, posting.impact, posting.fields);
            positions.push(posting.positions.into_iter());
        }
        lists.end_term();
    }
    let terms = Dictionary::of(shard.iter().map(|term| term.term.as_str()));
    let (terms_chunk, terms) =
        ChunkKind::Terms.write(&PackedShard { terms, lists: lists.pack(vocabulary.doc_count()) });
    let (positions_chunk, positions) = ChunkKind::Positions.write(&positions);
    let first_term = shard.first().map(|first| first.term.clone()).unwrap_or_default();
    (ShardEntry { first_term, term_count: shard.len() as u32, terms, positions }, [terms_chunk, positions_chunk])
}

/// The most common words, in alphabetical order. Terms with digits or symbols are left out because they are never
/// taken for misspelled words.
fn common_terms(terms: &[GatheredTerm]) -> Vec<&GatheredTerm> {
    let mut common: Vec<&GatheredTerm> =
        terms.iter().filter(|term| term.term.chars().all(char::is_alphabetic)).collect();
    common.sort_by_key(|term| std::cmp::Reverse(term.doc_freq()));
    common.truncate(COMMON_TERMS);
    common.sort_unstable_by(|left, right| left.term.cmp(&right.term));
    common
}

impl Terms {
    /// Adds the dictionary.
    pub(super) fn open_table(&mut self, bytes: &[u8], hash: ChunkHash) -> Result<(), OpenError> {
        let PackedTable { shards, prefixes, common, doc_freqs } = ChunkKind::Dictionary.read(bytes, hash)?;
        if !shards.is_sorted_by(|left, right| left.first_term < right.first_term) {
            return Err(malformed("shards are not sorted"));
        }
        if !prefixes.is_sorted_by(|left, right| left.0 < right.0) {
            return Err(malformed("beginnings of words are not sorted"));
        }
        if common.len() != doc_freqs.len() {
            return Err(malformed("common terms and their counts differ in number"));
        }
        let mut next = 0_u32;
        let mut first_ordinals = Vec::with_capacity(shards.len());
        for shard in &shards {
            first_ordinals.push(next);
            next = next.checked_add(shard.term_count).ok_or_else(|| malformed("there are too many terms"))?;
        }
        (self.shards, self.positions) = (vec![None; shards.len()], vec![None; shards.len()]);
        self.prefixes = vec![None; prefixes.len()];
        let letters = common.terms().map(LetterSet::of).collect();
        self.table = Some(Arc::new(TermTable { shards, prefixes, first_ordinals, common, doc_freqs, letters }));
        Ok(())
    }

    /// Adds a shard of an index of `doc_count` jobs.
    pub(super) fn open_shard(&mut self, at: usize, bytes: &[u8], doc_count: usize) -> Result<(), OpenError> {
        let Some(entry) = self.entry(at) else { return Err(malformed("there is no such shard")) };
        let PackedShard { terms, lists } = ChunkKind::Terms.read(bytes, entry.terms)?;
        if terms.len() != entry.term_count as usize || terms.len() > 0 && terms.term(0) != entry.first_term {
            return Err(malformed("a shard is not the one its table names"));
        }
        let lists = PostingLists::unpack(&lists, terms.len(), doc_count).map_err(malformed)?;
        self.shards[at] = Some(Arc::new(Shard { terms, lists }));
        Ok(())
    }

    /// Adds the positions of a shard that is already loaded.
    pub(super) fn open_positions(&mut self, at: usize, bytes: &[u8]) -> Result<(), OpenError> {
        let found = self.entry(at).zip(self.shard(at));
        let Some((entry, shard)) = found else { return Err(malformed("positions come before their shard")) };
        let positions: Positions = ChunkKind::Positions.read(bytes, entry.positions)?;
        if let Some(defect) = positions.defect(shard.lists.posting_count()) {
            return Err(malformed(defect));
        }
        self.positions[at] = Some(Arc::new(positions));
        Ok(())
    }

    /// Adds the list of a prefix.
    pub(super) fn open_prefix(&mut self, at: usize, bytes: &[u8], doc_count: usize) -> Result<(), OpenError> {
        let hash = self.table.as_deref().and_then(|table| table.prefixes.get(at)).map(|(_, hash)| *hash);
        let Some(hash) = hash else { return Err(malformed("there is no such beginning of words")) };
        let list = PrefixList::unpack(&ChunkKind::Prefix.read(bytes, hash)?, doc_count).map_err(malformed)?;
        self.prefixes[at] = Some(Arc::new(list));
        Ok(())
    }

    /// File name of a chunk; `None` if it isn't a chunk of terms or isn't known yet.
    pub(super) fn file(&self, id: ChunkId) -> Option<String> {
        match id {
            ChunkId::Terms(at) => Some(ChunkKind::Terms.file(self.entry(at as usize)?.terms)),
            ChunkId::Positions(at) => Some(ChunkKind::Positions.file(self.entry(at as usize)?.positions)),
            ChunkId::Prefix(at) => {
                let (_, hash) = self.table.as_deref()?.prefixes.get(at as usize)?;
                Some(ChunkKind::Prefix.file(*hash))
            }
            ChunkId::Dictionary | ChunkId::Cards(_) | ChunkId::Titles | ChunkId::FirstSeen => None,
        }
    }

    /// Chunks that are known and not loaded.
    pub(super) fn missing(&self) -> Vec<ChunkId> {
        if self.table.is_none() {
            return vec![ChunkId::Dictionary];
        }
        let missing = |is_there: bool, id: ChunkId| (!is_there).then_some(id);
        let prefixes = (0..).zip(&self.prefixes).filter_map(|(at, list)| missing(list.is_some(), ChunkId::Prefix(at)));
        let shards = (0..).zip(&self.shards).filter_map(|(at, shard)| missing(shard.is_some(), ChunkId::Terms(at)));
        let positions = (0..).zip(&self.positions);
        let loadable = positions.filter(|(at, _): &(u32, _)| self.shard(*at as usize).is_some());
        let positions = loadable.filter_map(|(at, there)| missing(there.is_some(), ChunkId::Positions(at)));
        shards.chain(positions).chain(prefixes).collect()
    }

    /// Chunks that must be loaded before [`Self::united`] or [`Self::matching`] can answer for a pattern.
    pub(crate) fn missing_for(&self, pattern: &TermPattern) -> Vec<ChunkId> {
        if self.table.is_none() {
            return vec![ChunkId::Dictionary];
        }
        if let Some(at) = self.prefix_of(pattern) {
            return if self.prefixes[at].is_none() { vec![ChunkId::Prefix(at as u32)] } else { Vec::new() };
        }
        let shards = probes(pattern).into_iter().flat_map(|probe| self.shards_with(&probe));
        shards.filter(|at| self.shard(*at).is_none()).map(|at| ChunkId::Terms(at as u32)).collect()
    }

    /// Chunk that must be loaded before the positions of a term are known; `None` if it is loaded.
    pub(crate) fn missing_positions(&self, term: TermOrdinal) -> Option<ChunkId> {
        let (at, _) = self.place(term)?;
        self.positions.get(at)?.is_none().then_some(ChunkId::Positions(at as u32))
    }

    /// Jobs of all terms that match a pattern, and the highest impact of these terms on each, as parallel slices.
    /// `None` if there is no combined list for the pattern or it isn't loaded.
    pub(crate) fn united(&self, pattern: &TermPattern) -> Option<(&[DocId], &[Impact])> {
        let at = self.prefix_of(pattern)?;
        self.prefixes[at].as_deref().map(PrefixList::impacts)
    }

    /// Loaded terms that match, in order.
    pub(crate) fn matching(&self, pattern: &TermPattern) -> Vec<TermOrdinal> {
        let mut found = Vec::new();
        for probe in probes(pattern) {
            let shards = self.shards_with(&probe).filter_map(|at| Some((at, self.shard(at)?)));
            for (at, shard) in shards {
                let places = match &probe {
                    Probe::Whole(term) => shard.terms.find(term).map_or(0..0, |place| place..place + 1),
                    Probe::Beginning(prefix) => shard.terms.with_prefix(prefix),
                };
                let is_meant = |place: &usize| match pattern {
                    TermPattern::Alike(key) => Key::of(shard.terms.term(*place)) == *key,
                    TermPattern::Whole(_) | TermPattern::Beginning(_) => true,
                };
                found.extend(places.filter(is_meant).map(|place| self.ordinal(at, place)));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Jobs of a term and its impact on each, as parallel slices. Empty if its shard isn't loaded.
    pub(crate) fn impacts(&self, term: TermOrdinal) -> (&[DocId], &[Impact]) {
        self.loaded(term).map_or((&[], &[]), |(_, shard, place)| shard.lists.impacts(place))
    }

    /// Postings of a term. Empty if its shard isn't loaded.
    pub(crate) fn posting_list(&self, term: TermOrdinal) -> impl Iterator<Item = Posting<'_>> {
        let found = self.loaded(term);
        found.into_iter().flat_map(|(at, shard, place)| shard.lists.list(place, self.positions[at].as_deref()))
    }

    /// Common terms that may be within `edits` edits of `word`. This is a quick test that never misses a term but
    /// also returns others.
    pub(crate) fn common_like(&self, word: &str, edits: u32) -> impl Iterator<Item = CommonTerm<'_>> {
        let wanted = LetterSet::of(word);
        let table = self.table.as_deref();
        table.into_iter().flat_map(move |table| {
            let places = table.letters.iter().enumerate();
            let alike = places.filter(move |(_, letters)| wanted.missing_from(**letters) <= edits);
            alike.map(|(at, _)| CommonTerm { term: table.common.term(at), doc_freq: table.doc_freqs[at] as usize })
        })
    }

    fn prefix_of(&self, pattern: &TermPattern) -> Option<usize> {
        let TermPattern::Beginning(prefix) = pattern else { return None };
        self.table.as_deref()?.prefixes.binary_search_by(|(known, _)| known.cmp(prefix)).ok()
    }

    fn entry(&self, shard: usize) -> Option<&ShardEntry> {
        self.table.as_deref()?.shards.get(shard)
    }

    fn shard(&self, at: usize) -> Option<&Shard> {
        self.shards.get(at)?.as_deref()
    }

    fn ordinal(&self, shard: usize, place: usize) -> TermOrdinal {
        let first = self.table.as_deref().map_or(0, |table| table.first_ordinals[shard]);
        TermOrdinal(first + place as u32)
    }

    /// Shard of a term, and the position of the term in it.
    fn place(&self, term: TermOrdinal) -> Option<(usize, usize)> {
        let firsts = &self.table.as_deref()?.first_ordinals;
        let shard = firsts.partition_point(|first| *first <= term.0).checked_sub(1)?;
        Some((shard, (term.0 - firsts[shard]) as usize))
    }

    fn loaded(&self, term: TermOrdinal) -> Option<(usize, &Shard, usize)> {
        let (at, place) = self.place(term)?;
        self.shard(at).map(|shard| (at, shard, place))
    }

    /// Shards that can contain matches of a probe.
    fn shards_with(&self, probe: &Probe) -> Range<usize> {
        let Some(table) = self.table.as_deref() else { return 0..0 };
        let (Probe::Whole(text) | Probe::Beginning(text)) = probe;
        let start = table.shards.partition_point(|shard| shard.first_term <= *text).saturating_sub(1);
        let is_begun = |shard: &ShardEntry| match probe {
            Probe::Whole(_) => shard.first_term <= *text,
            Probe::Beginning(_) => shard.first_term <= *text || shard.first_term.starts_with(text.as_str()),
        };
        start..table.shards.partition_point(is_begun).max(start)
    }
}
