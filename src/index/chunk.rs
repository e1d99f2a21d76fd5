//! The frame of every file of an index: what it is, which version, and whether it is whole.
//!
//! Eight bytes of magic, the format's identity (4 bytes, little-endian), the kind of chunk (1 byte), the XXH3 checksum
//! of the rest (8 bytes, little-endian), then the payload in the postcard wire format. A chunk is named by its kind
//! and that checksum, and whatever leads to it states the checksum: so a file of another build is never taken for it.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use xxhash_rust::xxh3::xxh3_64;

use crate::facets::Facet;

/// A chunk of an index, besides the columns it begins with. Numbers mean nothing outside their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChunkId {
    /// The table of all terms, and the terms worth correcting a word to.
    Dictionary,
    /// Some terms next to each other with their posting lists.
    Terms(u32),
    /// Where the same terms stand in their jobs, for phrases.
    Positions(u32),
    /// The jobs of all terms that begin with some letters.
    Prefix(u32),
    /// What the cards of some jobs show.
    Cards(u32),
    /// The commonest titles.
    Titles,
}

impl ChunkId {
    /// Whether words are looked up in it.
    pub fn holds_words(self) -> bool {
        !matches!(self, Self::Cards(_) | Self::Titles)
    }
}

/// A chunk as bytes, with the name of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// The part of the index it belongs to: `columns`, `dictionary`, `terms`, `positions`, `prefix`, `cards`, `titles`.
    pub part: &'static str,
    /// The file's name, which changes whenever the content does.
    pub name: String,
    /// The framed bytes, not compressed.
    pub bytes: Vec<u8>,
}

/// Why bytes are not a chunk of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes do not begin as a chunk does.
    NotAnIndex,
    /// The bytes have another format: another version, or columns of other facets.
    OtherFormat {
        /// The format's identity in the bytes.
        found: u32,
    },
    /// The bytes are not those that were written.
    Damaged {
        /// The checksum that was written.
        expected: u64,
        /// The checksum of the bytes.
        found: u64,
    },
    /// The bytes are another chunk than the one that was asked for.
    OtherChunk {
        /// The checksum of the chunk asked for.
        expected: u64,
        /// The checksum of the bytes.
        found: u64,
    },
    /// The bytes are as written, but contradict themselves.
    Malformed {
        /// What does not fit.
        defect: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChunkKind {
    Columns = 1,
    Dictionary,
    Terms,
    Positions,
    Prefix,
    Cards,
    Titles,
}

/// The checksum of a chunk's payload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ChunkHash([u8; 8]);

const MAGIC: &[u8; 8] = b"openrole";
/// Raised whenever the bytes of an index change: another layout, or other weights in `ranking::baked_in`. Facets count
/// by themselves, see [`format_id`].
const VERSION: u32 = 6;

/// The identity of the format: the version and the keys of the facets that have a column.
pub(super) fn format_id() -> u32 {
    let keys: Vec<&str> = Facet::listed().map(Facet::key).collect();
    xxh3_64(keys.join(" ").as_bytes()) as u32 ^ VERSION
}

impl ChunkKind {
    fn part(self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Dictionary => "dictionary",
            Self::Terms => "terms",
            Self::Positions => "positions",
            Self::Prefix => "prefix",
            Self::Cards => "cards",
            Self::Titles => "titles",
        }
    }

    /// The name of the file that holds the chunk.
    pub(super) fn file(self, hash: ChunkHash) -> String {
        format!("{}.{:016x}.bin", self.part(), u64::from_le_bytes(hash.0))
    }

    /// A payload framed, with what leads to it.
    pub(super) fn write<T: Serialize>(self, payload: &T) -> (Chunk, ChunkHash) {
        let payload = postcard::to_allocvec(payload).expect("postcard refuses no vector, string or number");
        let hash = ChunkHash(xxh3_64(&payload).to_le_bytes());
        let bytes = [&MAGIC[..], &format_id().to_le_bytes(), &[self as u8], &hash.0, &payload].concat();
        (Chunk { part: self.part(), name: self.file(hash), bytes }, hash)
    }

    /// The payload of a chunk that is the first of its index.
    pub(super) fn read_first<T: DeserializeOwned>(self, bytes: &[u8]) -> Result<T, OpenError> {
        self.unframe(bytes).and_then(|(payload, _)| parsed(payload))
    }

    /// The payload of the very chunk that `hash` leads to.
    pub(super) fn read<T: DeserializeOwned>(self, bytes: &[u8], hash: ChunkHash) -> Result<T, OpenError> {
        let (payload, found) = self.unframe(bytes)?;
        if found == hash {
            return parsed(payload);
        }
        Err(OpenError::OtherChunk { expected: u64::from_le_bytes(hash.0), found: u64::from_le_bytes(found.0) })
    }

    fn unframe(self, bytes: &[u8]) -> Result<(&[u8], ChunkHash), OpenError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(OpenError::NotAnIndex)?;
        let (format, rest) = rest.split_first_chunk().ok_or(OpenError::NotAnIndex)?;
        let (kind, rest) = rest.split_first().ok_or(OpenError::NotAnIndex)?;
        let (checksum, payload) = rest.split_first_chunk().ok_or(OpenError::NotAnIndex)?;
        let (format, expected, found) = (u32::from_le_bytes(*format), u64::from_le_bytes(*checksum), xxh3_64(payload));
        if format != format_id() {
            return Err(OpenError::OtherFormat { found: format });
        }
        // A fuzzer would have to guess the checksum before it came to anything behind it.
        if expected != found && !cfg!(fuzzing) {
            return Err(OpenError::Damaged { expected, found });
        }
        if *kind != self as u8 {
            return Err(OpenError::NotAnIndex);
        }
        Ok((payload, ChunkHash(*checksum)))
    }
}

fn parsed<T: DeserializeOwned>(payload: &[u8]) -> Result<T, OpenError> {
    match postcard::take_from_bytes(payload) {
        Ok((value, [])) => Ok(value),
        Ok(_) => Err(malformed("there are bytes behind the end")),
        Err(error) => Err(malformed(error)),
    }
}

/// Bytes that are as written and still make no sense.
pub(super) fn malformed(defect: impl std::fmt::Display) -> OpenError {
    OpenError::Malformed { defect: defect.to_string() }
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAnIndex => write!(formatter, "this is not the openroles index: check the path"),
            Self::OtherFormat { found } => {
                let ours = format_id();
                write!(formatter, "the index has format {found:08x}, this is format {ours:08x}: build the site again")
            }
            Self::Damaged { expected, found } => {
                write!(formatter, "the index is damaged (checksum {found:016x}, not {expected:016x}): load it again")
            }
            Self::OtherChunk { expected, found } => {
                write!(formatter, "the index is of another build ({found:016x}, not {expected:016x}): load it again")
            }
            Self::Malformed { defect } => {
                write!(formatter, "the index contradicts itself ({defect}): build the site again")
            }
        }
    }
}

impl std::error::Error for OpenError {}

#[cfg(test)]
impl Chunk {
    /// A payload framed as if it had been written so.
    pub(super) fn framed(kind: ChunkKind, payload: &[u8]) -> Vec<u8> {
        let checksum = xxh3_64(payload).to_le_bytes();
        [&MAGIC[..], &format_id().to_le_bytes(), &[kind as u8], &checksum, payload].concat()
    }

    /// The same chunk with another payload, framed and named accordingly.
    pub(super) fn with_payload(&self, payload: &[u8]) -> Self {
        use ChunkKind::{Cards, Columns, Dictionary, Positions, Prefix, Terms, Titles};
        let kinds = [Columns, Dictionary, Terms, Positions, Prefix, Cards, Titles];
        let kind = kinds.into_iter().find(|kind| kind.part() == self.part).expect("every part has a kind");
        let hash = ChunkHash(xxh3_64(payload).to_le_bytes());
        Self { part: self.part, name: kind.file(hash), bytes: Self::framed(kind, payload) }
    }

    pub(super) fn payload(&self) -> &[u8] {
        &self.bytes[MAGIC.len() + 4 + 1 + 8..]
    }

    pub(super) fn checksum(&self) -> [u8; 8] {
        xxh3_64(self.payload()).to_le_bytes()
    }
}
