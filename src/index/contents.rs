//! The index as bytes: the one place that knows the file format, writer beside reader.
//!
//! Eight bytes of magic, the format's version (4 bytes, little-endian), the XXH3 checksum of the rest (8 bytes,
//! little-endian), then [`IndexContents`] in the postcard wire format. The same contents give the same bytes.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{
    column::{FacetColumn, LISTED},
    dictionary::Dictionary,
    postings::PostingLists,
};
use crate::domain::{Currency, JobCard};

/// All that an index holds before it is opened for a day. Made by [`IndexBuilder`](super::IndexBuilder) alone.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct IndexContents {
    pub(super) currency: Currency,
    pub(super) cards: Vec<JobCard>,
    /// Top of the pay per year in the board's currency; 0 where undisclosed or not comparable.
    pub(super) salary_tops: Vec<u32>,
    /// In the order of [`LISTED`].
    pub(super) columns: Vec<FacetColumn>,
    pub(super) dictionary: Dictionary,
    pub(super) posting_lists: PostingLists,
}

/// Why bytes are not an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes do not begin as an index does.
    NotAnIndex,
    /// The bytes are of another version of the format.
    OtherVersion {
        /// The version found.
        found: u32,
    },
    /// The bytes are not those that were written.
    Damaged {
        /// The checksum that was written.
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

const MAGIC: &[u8; 8] = b"openrole";
const VERSION: u32 = 1;

/// The bytes of an index, for [`Index::open`](super::Index::open).
pub fn write(contents: &IndexContents) -> Vec<u8> {
    let payload = postcard::to_allocvec(contents).expect("postcard refuses no vector, string or number");
    frame(&payload)
}

/// The contents of an index, checked to the last ordinal.
pub(super) fn read(bytes: &[u8]) -> Result<IndexContents, OpenError> {
    let payload = unframe(bytes)?;
    let malformed = |defect: String| OpenError::Malformed { defect };
    let (contents, rest): (IndexContents, _) =
        postcard::take_from_bytes(payload).map_err(|error| malformed(error.to_string()))?;
    let trailing = (!rest.is_empty()).then_some("there are bytes behind the end");
    match trailing.or_else(|| contents.defect()) {
        Some(defect) => Err(malformed(defect.to_owned())),
        None => Ok(contents),
    }
}

fn frame(payload: &[u8]) -> Vec<u8> {
    [&MAGIC[..], &VERSION.to_le_bytes(), &xxh3_64(payload).to_le_bytes(), payload].concat()
}

fn unframe(bytes: &[u8]) -> Result<&[u8], OpenError> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(OpenError::NotAnIndex)?;
    let (version, rest) = rest.split_first_chunk().ok_or(OpenError::NotAnIndex)?;
    let (checksum, payload) = rest.split_first_chunk().ok_or(OpenError::NotAnIndex)?;
    let (version, expected, found) = (u32::from_le_bytes(*version), u64::from_le_bytes(*checksum), xxh3_64(payload));
    match version {
        VERSION if expected == found => Ok(payload),
        VERSION => Err(OpenError::Damaged { expected, found }),
        _ => Err(OpenError::OtherVersion { found: version }),
    }
}

impl IndexContents {
    fn defect(&self) -> Option<&'static str> {
        let doc_count = self.cards.len();
        if self.salary_tops.len() != doc_count {
            return Some("salaries do not fit the jobs");
        }
        if self.columns.len() != LISTED.len() {
            return Some("a facet is missing");
        }
        let in_columns = self.columns.iter().find_map(|column| column.defect(doc_count));
        in_columns
            .or_else(|| self.dictionary.defect())
            .or_else(|| self.posting_lists.defect(self.dictionary.len(), doc_count))
    }
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAnIndex => write!(formatter, "this is not an openroles index: check the path"),
            Self::OtherVersion { found } => {
                write!(formatter, "the index has format {found}, this is format {VERSION}: build the site again")
            }
            Self::Damaged { expected, found } => {
                write!(formatter, "the index is damaged (checksum {found:016x}, not {expected:016x}): load it again")
            }
            Self::Malformed { defect } => {
                write!(formatter, "the index contradicts itself ({defect}): build the site again")
            }
        }
    }
}

impl std::error::Error for OpenError {}

/// Places where the parts of a concatenation end: never descending, so written as the lengths of the parts.
pub(super) mod ends {
    use std::ops::Range;

    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// Where part `at` lies.
    pub(in crate::index) fn range(ends: &[u32], at: usize) -> Range<usize> {
        let start = at.checked_sub(1).map_or(0, |before| ends[before]);
        start as usize..ends[at] as usize
    }

    /// Whether the parts make up `length` items.
    pub(in crate::index) fn are_of(ends: &[u32], length: usize) -> bool {
        ends.last().map_or(0, |end| *end as usize) == length
    }

    pub(in crate::index) fn serialize<S: Serializer>(ends: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((0..ends.len()).map(|at| range(ends, at).len() as u32))
    }

    pub(in crate::index) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
        let mut ends = Vec::<u32>::deserialize(deserializer)?;
        let mut end = 0_u32;
        for part in &mut ends {
            end = end.checked_add(*part).ok_or_else(|| D::Error::custom("the parts are too long"))?;
            *part = end;
        }
        Ok(ends)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        index::{DocId, Index, fixture},
        query::{Query, search, similar},
    };
    use proptest::prelude::*;

    fn board() -> Vec<u8> {
        let posting =
            |title: &str| fixture::posting(title).described("Build things with C++ and 软件.").in_city("Pune");
        write(&fixture::contents(&[
            posting("Rust engineer").with_skills(&["Rust", "Go"]).paying(2e6).years(Some(2.0), None),
            posting("Café manager").at("Globex").posted_days_ago(3).open_for_days(9),
            posting("Baker"),
        ]))
    }

    fn open(bytes: &[u8]) -> Result<Index, OpenError> {
        Index::open(bytes, fixture::today())
    }

    #[test]
    fn what_is_written_is_read_and_written_alike() {
        let bytes = board();
        let contents = read(&bytes).expect("just written");
        assert_eq!(write(&contents), bytes);
        assert_eq!(board(), bytes, "the same postings give the same bytes");
    }

    #[test]
    fn other_bytes_are_refused_with_the_reason() {
        let bytes = board();
        let mut damaged = bytes.clone();
        damaged[40] ^= 1;
        let mut newer = bytes.clone();
        newer[8] = 9;
        assert!(matches!(open(b"<!doctype html>"), Err(OpenError::NotAnIndex)));
        assert!(matches!(open(&bytes[..12]), Err(OpenError::NotAnIndex)));
        assert!(matches!(open(&bytes[..bytes.len() - 1]), Err(OpenError::Damaged { .. })));
        assert!(matches!(open(&damaged), Err(OpenError::Damaged { .. })));
        assert!(matches!(open(&newer), Err(OpenError::OtherVersion { found: 9 })));
        assert!(matches!(open(&frame(&[])), Err(OpenError::Malformed { .. })));
        assert!(matches!(open(&frame(&[&bytes[20..], &[0]].concat())), Err(OpenError::Malformed { .. })));
    }

    /// Whatever opens can be searched.
    fn use_all_of(index: &Index) {
        for text in ["rust engineer", "b", "\"things with\"", "enginer", "软件"] {
            let results = search(index, &Query::default().with_text(text));
            assert!(results.hit_count <= index.len());
        }
        for doc in index.docs() {
            assert!(similar(index, doc, 5).iter().all(|job| job.doc != doc));
            assert!(index.card(doc).base_salary.as_ref().is_none_or(|salary| salary.to_string().len() < 1_000));
        }
        assert!(index.doc_by_id("Baker").is_none_or(|doc| doc <= DocId(index.len() as u32)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]
        #[test]
        fn no_bytes_can_make_an_index_that_panics(
            edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
            cut in prop::option::weighted(0.1, any::<prop::sample::Index>()),
        ) {
            let mut payload = board().split_off(20);
            for (at, byte) in edits {
                let at = at.index(payload.len());
                payload[at] = byte;
            }
            if let Some(cut) = cut {
                payload.truncate(cut.index(payload.len()));
            }
            if let Ok(index) = open(&frame(&payload)) {
                use_all_of(&index);
            }
        }

        #[test]
        fn random_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(open(&bytes).is_err());
            prop_assert!(open(&frame(&bytes)).is_err());
        }
    }
}
