//! The header of every file of an index. It identifies the kind and version of the file, and reveals damage.
//!
//! A file consists of 8 bytes of magic, the format's identity (4 bytes, little-endian), the kind of chunk (1 byte), the
//! XXH3 checksum of the payload (8 bytes, little-endian), and the payload in the postcard wire format. A file's name
//! contains its kind and its checksum. Every reference to a chunk contains its checksum too, so that a file of another
//! build is never used by mistake.

use openroles_model::facets::Facet;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use xxhash_rust::xxh3::xxh3_64;

/// A chunk of an index, except the columns, which come first. The numbers are only meaningful within their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChunkId {
    /// Table of all terms, and the candidates for spelling corrections.
    Dictionary,
    /// A range of terms with their posting lists.
    Terms(u32),
    /// Positions of the same terms in their jobs, for phrases.
    Positions(u32),
    /// Jobs of all terms with a given prefix.
    Prefix(u32),
    /// Cards of a range of jobs.
    Cards(u32),
    /// The most common titles.
    Titles,
    /// The build that first had each job.
    FirstSeen,
}

impl ChunkId {
    /// Whether the hits depend on the chunk: on words that are looked up in it, or on the order that it gives.
    pub fn decides_hits(self) -> bool {
        !matches!(self, Self::Cards(_) | Self::Titles)
    }
}

/// A chunk as bytes, with its file name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Part of the index: `columns`, `dictionary`, `terms`, `positions`, `prefix`, `cards`, `titles`,
    /// `first-seen`, `lookup`, `lookup-jobs`, or `lookup-reposts`.
    pub part: &'static str,
    /// File name, which changes whenever the content does.
    pub name: String,
    /// Header and payload, uncompressed.
    pub bytes: Vec<u8>,
}

/// Why bytes can't be opened as a chunk of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes don't start with the header of this kind of chunk.
    NotAnIndex,
    /// The bytes have another format: another version, or columns of other facets.
    OtherFormat {
        /// Identity of the format of the bytes.
        found: u32,
    },
    /// The bytes aren't those that were written.
    Damaged {
        /// Checksum in the header.
        expected: u64,
        /// Checksum of the payload.
        found: u64,
    },
    /// The bytes are another chunk than the requested one.
    OtherChunk {
        /// Checksum of the requested chunk.
        expected: u64,
        /// Checksum of the bytes.
        found: u64,
    },
    /// The bytes are as they were written, but contradict themselves.
    Malformed {
        /// What is wrong.
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
    FirstSeen,
    LookupTable,
    JobLookup,
    RepostLookup,
}

/// Checksum of a chunk's payload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ChunkHash([u8; 8]);

const MAGIC: &[u8; 8] = b"openrole";
/// Increase this whenever the bytes of an index change, either because of a different layout or because of different
/// weights in `ranking::baked_in`. Facets need no increase, see [`format_id`].
const VERSION: u32 = 8;

/// Identity of the format. It depends on the version and on the keys of the facets that have a column.
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
            Self::FirstSeen => "first-seen",
            Self::LookupTable => "lookup",
            Self::JobLookup => "lookup-jobs",
            Self::RepostLookup => "lookup-reposts",
        }
    }

    /// File name of a chunk with this checksum.
    pub(super) fn file(self, hash: ChunkHash) -> String {
        format!("{}.{:016x}.bin", self.part(), u64::from_le_bytes(hash.0))
    }

    /// Checksum in the file name of a chunk of this kind; `None` for any other name.
    pub(super) fn hash_in(self, file: &str) -> Option<ChunkHash> {
        let digits = file.strip_prefix(self.part())?.strip_prefix('.')?.strip_suffix(".bin")?;
        let hash = ChunkHash(u64::from_str_radix(digits, 16).ok()?.to_le_bytes());
        (self.file(hash) == file).then_some(hash)
    }

    /// Adds the header to a payload. Returns the chunk and its checksum.
    pub(super) fn write<T: Serialize>(self, payload: &T) -> (Chunk, ChunkHash) {
        let payload = postcard::to_allocvec(payload).expect("postcard refuses no vector, string or number");
        let hash = ChunkHash(xxh3_64(&payload).to_le_bytes());
        let bytes = [&MAGIC[..], &format_id().to_le_bytes(), &[self as u8], &hash.0, &payload].concat();
        (Chunk { part: self.part(), name: self.file(hash), bytes }, hash)
    }

    /// Reads the payload of the chunk that comes first, whose checksum is unknown.
    pub(super) fn read_first<T: DeserializeOwned>(self, bytes: &[u8]) -> Result<T, OpenError> {
        self.unframe(bytes).and_then(|(payload, _)| parsed(payload))
    }

    /// Reads the payload of the chunk whose checksum is `hash`.
    pub(super) fn read<T: DeserializeOwned>(self, bytes: &[u8], hash: ChunkHash) -> Result<T, OpenError> {
        let (payload, found) = self.unframe(bytes)?;
        if found == hash {
            return parsed(payload);
        }
        Err(OpenError::OtherChunk { expected: u64::from_le_bytes(hash.0), found: u64::from_le_bytes(found.0) })
    }

    /// Reads the payload of the chunk with this file name.
    pub(super) fn read_named<T: DeserializeOwned>(self, bytes: &[u8], file: &str) -> Result<T, OpenError> {
        let hash = self.hash_in(file).ok_or_else(|| malformed("no part of an index has this name"))?;
        self.read(bytes, hash)
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
        // While fuzzing, a wrong checksum is accepted. Otherwise the fuzzer would have to guess it to reach the code
        // after it.
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
        Ok(_) => Err(malformed("there are bytes after its end")),
        Err(error) => Err(malformed(error)),
    }
}

/// Error for bytes with the right checksum that contradict themselves.
pub(super) fn malformed(defect: impl std::fmt::Display) -> OpenError {
    OpenError::Malformed { defect: defect.to_string() }
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAnIndex => write!(formatter, "this is not part of an openroles index: check the path"),
            Self::OtherFormat { found } => {
                let ours = format_id();
                write!(
                    formatter,
                    "the index has format {found:08x}, but this version reads {ours:08x}: build the site again"
                )
            }
            Self::Damaged { expected, found } => {
                write!(
                    formatter,
                    "the index is damaged (checksum {found:016x} instead of {expected:016x}): load it again"
                )
            }
            Self::OtherChunk { expected, found } => {
                write!(
                    formatter,
                    "this part of the index is from another build ({found:016x} instead of {expected:016x}): load the whole index again"
                )
            }
            Self::Malformed { defect } => {
                write!(formatter, "the index contradicts itself ({defect}): build the site again")
            }
        }
    }
}

impl std::error::Error for OpenError {}

#[cfg(test)]
impl ChunkHash {
    pub(super) fn of(payload: &[u8]) -> Self {
        Self(xxh3_64(payload).to_le_bytes())
    }
}

#[cfg(test)]
impl Chunk {
    /// A payload with a header, as if it had been written.
    pub(super) fn framed(kind: ChunkKind, payload: &[u8]) -> Vec<u8> {
        let checksum = xxh3_64(payload).to_le_bytes();
        [&MAGIC[..], &format_id().to_le_bytes(), &[kind as u8], &checksum, payload].concat()
    }

    /// The same chunk with another payload, and the matching header and name.
    pub(super) fn with_payload(&self, payload: &[u8]) -> Self {
        use ChunkKind::{Cards, Columns, Dictionary, FirstSeen, Positions, Prefix, Terms, Titles};
        let kinds = [Columns, Dictionary, Terms, Positions, Prefix, Cards, Titles, FirstSeen];
        let kind = kinds.into_iter().find(|kind| kind.part() == self.part).expect("every part has a kind");
        let hash = ChunkHash::of(payload);
        Self { part: self.part, name: kind.file(hash), bytes: Self::framed(kind, payload) }
    }

    pub(super) fn payload(&self) -> &[u8] {
        &self.bytes[MAGIC.len() + 4 + 1 + 8..]
    }

    pub(super) fn checksum(&self) -> [u8; 8] {
        xxh3_64(self.payload()).to_le_bytes()
    }
}
