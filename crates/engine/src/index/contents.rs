//! The contents of an index, before they are divided into chunks.

use openroles_model::domain::{JobCard, JobId};

use super::{
    FirstBuild,
    cards::{self, DataFiles, WrittenCards},
    chunk::Chunk,
    columns::{self, Directory, Facts},
    first_seen,
    lookup::{self, PartChecksum, WrittenLookup},
    terms, titles,
    vocabulary::Vocabulary,
};

/// Contents of an index. Create them from postings with [`IndexContents::of`].
pub struct IndexContents {
    pub(super) facts: Facts,
    pub(super) cards: Vec<JobCard>,
    /// Checksum of each job's description.
    pub(super) texts: Vec<PartChecksum>,
    pub(super) vocabulary: Vocabulary,
}

impl IndexContents {
    /// Identifiers of the jobs, in the order of their [`DocId`](super::DocId)s.
    pub fn job_ids(&self) -> impl Iterator<Item = &JobId> {
        self.cards.iter().map(|card| &card.id)
    }

    /// Files for looking up single jobs; `None` if there are no jobs.
    pub fn write_lookup(&self, files: DataFiles) -> Option<WrittenLookup> {
        lookup::write(&self.cards, &self.texts, files)
    }
}

/// An index as files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenIndex {
    /// First chunk of the index, for [`Index::open`](super::Index::open).
    pub columns: Chunk,
    /// All other chunks.
    pub chunks: Vec<Chunk>,
    /// File name of the chunk with the build that first had each job, for [`Index::with_first_seen`]. `None` if that isn't
    /// known, or if it is the board's first build for all jobs.
    ///
    /// [`Index::with_first_seen`]: super::Index::with_first_seen
    pub first_seen: Option<String>,
}

/// Divides an index into chunks, with few jobs in each file of cards. The same contents result in the same chunks.
pub fn write(contents: &IndexContents) -> WrittenIndex {
    write_with(contents, cards::write(&contents.cards))
}

/// Like [`write()`], with the build that first had each job, in the order of [`IndexContents::job_ids`], and with a choice of how
/// many jobs share a file of cards. An empty list of builds means that they aren't known.
pub fn write_after(contents: &IndexContents, first_builds: &[FirstBuild], files: DataFiles) -> WrittenIndex {
    let mut written = write_with(contents, cards::write_after(&contents.cards, first_builds, files));
    let chunk = first_seen::write(first_builds);
    written.first_seen = chunk.as_ref().map(|chunk| chunk.name.clone());
    written.chunks.extend(chunk);
    written
}

fn write_with(contents: &IndexContents, (card_lengths, card_hashes, cards): WrittenCards) -> WrittenIndex {
    let (mut chunks, dictionary) = terms::write(&contents.vocabulary);
    chunks.extend(cards);
    let (titles_chunk, titles) = titles::write(&contents.cards);
    chunks.push(titles_chunk);
    let columns = columns::write(&contents.facts, Directory { dictionary, titles, card_lengths, card_hashes });
    WrittenIndex { columns, chunks, first_seen: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        index::{
            ChunkId, Index, OpenError,
            chunk::{ChunkKind, format_id},
            fixture,
        },
        query::{Query, Sort, search, similar, suggest},
    };
    use proptest::prelude::*;
    use xxhash_rust::xxh3::xxh3_64;

    fn board() -> WrittenIndex {
        let posting =
            |title: &str| fixture::posting(title).described("Build things with C++ and 软件.").in_city("Pune");
        let contents = fixture::contents(&[
            posting("Rust engineer").with_skills(&["Rust", "Go"]).paying(2e6).years(Some(2.0), None),
            posting("Café manager").at("Globex").posted_days_ago(3).open_for_days(9),
            posting("Baker"),
            posting("Baker").at("Initech"),
        ]);
        write_after(&contents, &[1, 3, 1, 2].map(fixture::build), DataFiles::Small)
    }

    fn open(columns: &[u8]) -> Result<Index, OpenError> {
        Index::open(columns, fixture::today())
    }

    /// The same board with another payload in one of its chunks, and all checksums adapted. Someone who knows the
    /// format could serve such files.
    fn with_payload(board: WrittenIndex, at: usize, payload: &[u8]) -> WrittenIndex {
        let mut chunks = board.chunks;
        chunks.push(board.columns);
        let mut changed = vec![(at % chunks.len(), payload.to_vec())];
        while let Some((at, payload)) = changed.pop() {
            let old = chunks[at].checksum();
            chunks[at] = chunks[at].with_payload(&payload);
            let new = chunks[at].checksum();
            for (parent, chunk) in chunks.iter().enumerate() {
                let mut payload = chunk.payload().to_vec();
                if let Some(place) = payload.windows(8).position(|bytes| bytes == old) {
                    payload[place..place + 8].copy_from_slice(&new);
                    changed.push((parent, payload));
                }
            }
        }
        let columns = chunks.pop().expect("just pushed");
        let first_seen = chunks.iter().find(|chunk| chunk.part == "first-seen").map(|chunk| chunk.name.clone());
        WrittenIndex { columns, chunks, first_seen }
    }

    #[test]
    fn large_files_of_cards_are_fewer_and_have_the_same_cards() {
        let postings: Vec<_> =
            (0..500).map(|number| fixture::posting(&format!("Baker {number}")).posted_days_ago(number)).collect();
        let contents = fixture::contents(&postings);
        let (small, large) = (write(&contents), write_after(&contents, &[], DataFiles::Large));
        let count = |written: &WrittenIndex| written.chunks.iter().filter(|chunk| chunk.part == "cards").count();
        assert!(count(&small) > 3 * count(&large), "{} {}", count(&small), count(&large));
        let [small, large] =
            [small, large].map(|written| Index::from_written(&written, fixture::today()).expect("just written"));
        assert!(small.docs().all(|doc| small.card(doc) == large.card(doc)));
    }

    #[test]
    fn the_same_postings_give_the_same_chunks() {
        assert_eq!(board(), board());
    }

    /// Identity of the format, and checksum of the board above in this format.
    const GOLDEN: (u32, u64) = (3_185_117_684, 18_335_670_827_671_430_454);

    #[test]
    fn other_bytes_for_the_same_postings_are_another_version_of_the_format() {
        let WrittenIndex { columns, chunks, .. } = board();
        let bytes: Vec<u8> = chunks.into_iter().chain([columns]).flat_map(|chunk| chunk.bytes).collect();
        assert_eq!(
            (format_id(), xxh3_64(&bytes)),
            GOLDEN,
            "the index has other bytes than before: raise `VERSION` in chunk.rs, then put both numbers into `GOLDEN`"
        );
    }

    #[test]
    fn other_bytes_are_refused_with_the_reason() {
        let board = board();
        let bytes = &board.columns.bytes;
        let changed = |at: usize, byte: u8| {
            let mut bytes = bytes.clone();
            bytes[at] = byte;
            bytes
        };
        assert!(open(bytes).is_ok());
        assert!(matches!(open(b"<!doctype html>"), Err(OpenError::NotAnIndex)));
        assert!(matches!(open(&bytes[..12]), Err(OpenError::NotAnIndex)));
        assert!(matches!(open(&board.chunks[0].bytes), Err(OpenError::NotAnIndex)));
        assert!(matches!(open(&bytes[..bytes.len() - 1]), Err(OpenError::Damaged { .. })));
        assert!(matches!(open(&changed(40, !bytes[40])), Err(OpenError::Damaged { .. })));
        assert!(matches!(open(&changed(8, !bytes[8])), Err(OpenError::OtherFormat { .. })));
        assert!(matches!(open(&Chunk::framed(ChunkKind::Columns, &[])), Err(OpenError::Malformed { .. })));
        let longer = [&bytes[21..], &[0]].concat();
        assert!(matches!(open(&Chunk::framed(ChunkKind::Columns, &longer)), Err(OpenError::Malformed { .. })));
    }

    #[test]
    fn a_chunk_of_another_build_is_never_taken_for_ours() {
        let (ours, theirs) = (board(), write(&fixture::contents(&[fixture::posting("Rust engineer")])));
        let index = open(&ours.columns.bytes).expect("just written");
        let of_part = |part: &str| theirs.chunks.iter().find(|chunk| chunk.part == part).expect("every board has it");
        for (id, part) in [(ChunkId::Dictionary, "dictionary"), (ChunkId::Cards(0), "cards")] {
            let result = index.with_chunks([(id, &of_part(part).bytes)]);
            assert!(matches!(result, Err(OpenError::OtherChunk { .. })), "{part}");
        }
        assert!(
            index.with_chunks([(ChunkId::Terms(0), &of_part("terms").bytes)]).is_err(),
            "no dictionary leads to it"
        );
    }

    #[test]
    fn a_search_names_the_chunks_it_lacks_until_none_is_missing() {
        let written = board();
        let whole = Index::from_written(&written, fixture::today()).expect("just written");
        let bytes = |index: &Index, id: ChunkId| {
            let name = index.chunk_file(id).expect("a search names chunks there are");
            written.chunks.iter().find(|chunk| chunk.name == name).expect("written").bytes.clone()
        };
        for (text, rounds) in [("", 1), ("engineer", 3), ("\"things with\"", 4), ("enginer", 3), ("zzzzz", 2)] {
            let query = Query::default().with_text(text);
            let mut index = open(&written.columns.bytes).expect("just written");
            for _ in 0..rounds {
                let missing = search(&index, &query).missing;
                assert!(!missing.is_empty(), "{text}");
                index = index.with_chunks(missing.iter().map(|id| (*id, bytes(&index, *id)))).expect("just written");
            }
            assert_eq!(search(&index, &query), search(&whole, &query), "{text}");
        }
    }

    #[test]
    fn the_first_builds_are_loaded_only_for_the_order_that_needs_them() {
        let written = board();
        let name = written.first_seen.as_deref();
        let index = open(&written.columns.bytes).and_then(|index| index.with_first_seen(name)).expect("just written");
        assert!(index.records_added());
        for sort in [Sort::Relevance, Sort::Newest, Sort::Salary] {
            let missing = search(&index, &Query::default().with_sort(sort)).missing;
            assert!(!missing.is_empty() && !missing.contains(&ChunkId::FirstSeen), "{sort:?}: {missing:?}");
        }
        let by_added = Query::default().with_sort(Sort::Added);
        assert_eq!(search(&index, &by_added).missing, [ChunkId::FirstSeen], "cards of another order are of no use");
        let both = search(&index, &by_added.with_text("engineer")).missing;
        assert_eq!(both, [ChunkId::Dictionary, ChunkId::FirstSeen]);
    }

    #[test]
    fn a_board_without_first_builds_has_no_such_chunk_and_keeps_the_order_of_posting() {
        let written =
            write(&fixture::contents(&[fixture::posting("Baker"), fixture::posting("Cook").posted_days_ago(1)]));
        assert_eq!(written.first_seen, None);
        let index = Index::from_written(&written, fixture::today()).expect("just written");
        assert!(!index.records_added());
        let by_added = search(&index, &Query::default().with_sort(Sort::Added));
        assert_eq!((by_added.missing.len(), by_added.hits), (0, search(&index, &Query::default()).hits));
    }

    #[test]
    fn a_card_states_when_its_job_was_added_unless_that_was_the_first_build() {
        let index = Index::from_written(&board(), fixture::today()).expect("just written");
        let found: Vec<_> = index.docs().map(|doc| (index.first_build(doc), index.card(doc).added)).collect();
        let expected =
            [1, 3, 1, 2].map(fixture::build).map(|build| (Some(build), Some(build.day).filter(|_| build.number.0 > 1)));
        assert_eq!(found, expected);
    }

    /// Every index that can be opened can be searched.
    fn use_all_of(index: &Index) {
        for text in ["rust engineer", "b", "\"things with\"", "enginer", "软件"] {
            let query = Query::default().with_text(text);
            assert!(suggest(index, &query).iter().all(|one| one.count.is_none_or(|count| count <= index.len())));
            let results = search(index, &query);
            assert!(results.hit_count <= index.len());
            assert_eq!(search(index, &query.with_sort(Sort::Added)).hit_count, results.hit_count);
            results.facets.iter().for_each(|counts| assert!(counts.values(index).len() <= counts.value_count()));
        }
        for doc in index.docs() {
            assert!(similar(index, doc, 5).iter().all(|job| job.doc != doc));
            assert!(
                index.card(doc).base_salary.as_ref().is_none_or(|salary| salary.in_words(index.words()).len() < 1_000)
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]
        #[test]
        fn no_bytes_can_make_an_index_that_panics(
            chunk in any::<prop::sample::Index>(),
            edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
            cut in prop::option::weighted(0.1, any::<prop::sample::Index>()),
        ) {
            let board = board();
            // The last position stands for the columns.
            let at = chunk.index(board.chunks.len() + 1);
            let mut payload = board.chunks.get(at).unwrap_or(&board.columns).payload().to_vec();
            edit(&mut payload, &edits, cut);
            if let Ok(index) = Index::from_written(&with_payload(board, at, &payload), fixture::today()) {
                use_all_of(&index);
            }
        }

        #[test]
        fn random_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(open(&bytes).is_err());
            prop_assert!(open(&Chunk::framed(ChunkKind::Columns, &bytes)).is_err());
        }
    }

    fn edit(payload: &mut Vec<u8>, edits: &[(prop::sample::Index, u8)], cut: Option<prop::sample::Index>) {
        for (at, byte) in edits {
            let at = at.index(payload.len());
            payload[at] = *byte;
        }
        if let Some(cut) = cut {
            payload.truncate(cut.index(payload.len()));
        }
    }
}
