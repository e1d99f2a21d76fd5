//! Lookup of a few jobs by what a visitor's device keeps of them: whether they are on the board, whether they have changed,
//! and which jobs are the same one posted again.
//!
//! Jobs are divided into files by a hash, about 100 to each on most hosts: once by their own key, and once by the key that
//! they share with reposts. A table lists the files, and the manifest names the table. Keys depend only on what a job states,
//! so they are the same on every build.

use openroles_model::{
    domain::{HiringOrganization, JobCard},
    text::fold,
};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{
    DataFiles, DocId,
    chunk::{Chunk, ChunkHash, ChunkKind, OpenError, malformed},
};

/// What identifies a job on a device: a hash of its identifier and its employer. Devices keep it, so it must never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct JobKey([u8; 6]);

/// What a job shares with the same job posted again: a hash of its employer, its title without case and accents, and its
/// places. Devices keep it, so it must never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RepostKey([u8; 5]);

/// Checksum of a part of a posting, which tells whether that part has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PartChecksum([u8; 3]);

/// Job that was looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownJob {
    /// Its own key.
    pub key: JobKey,
    /// Its position in the index.
    pub doc: DocId,
    /// The key that it shares with reposts.
    pub repost: RepostKey,
    /// Checksum of its pay.
    pub pay: PartChecksum,
    /// Checksum of its description.
    pub text: PartChecksum,
}

/// A lookup as files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenLookup {
    /// Table of the files, for [`LookupTable::open`].
    pub table: Chunk,
    /// All files that the table lists.
    pub chunks: Vec<Chunk>,
}

/// Average number of jobs in a file. With more, each job that a visitor keeps costs more bytes; with fewer, a board has more
/// files, and the table is longer.
fn jobs_per_file(files: DataFiles) -> usize {
    match files {
        DataFiles::Small => 100,
        DataFiles::Large => 400,
    }
}

/// Writes the lookup of jobs with these cards and checksums of their descriptions, in the order of their [`DocId`]s; `None` if
/// there are none.
pub(super) fn write(cards: &[JobCard], texts: &[PartChecksum], files: DataFiles) -> Option<WrittenLookup> {
    let count = cards.len().div_ceil(jobs_per_file(files));
    let (mut jobs, mut reposts) = (vec![Vec::new(); count], vec![Vec::new(); count]);
    for ((doc, card), text) in (0..).map(DocId).zip(cards).zip(texts) {
        let job = KnownJob::of(doc, card, *text);
        jobs[place(&job.key.0, count)?].push(job);
        reposts[place(&job.repost.0, count)?].push((job.repost, doc));
    }
    jobs.iter_mut().for_each(|jobs| jobs.sort_unstable_by_key(|job| (job.key, job.doc)));
    reposts.iter_mut().for_each(|reposts| reposts.sort_unstable());
    let (job_chunks, jobs): (Vec<_>, Vec<_>) = jobs.iter().map(|jobs| ChunkKind::JobLookup.write(jobs)).unzip();
    let (repost_chunks, reposts): (Vec<_>, Vec<_>) =
        reposts.iter().map(|reposts| ChunkKind::RepostLookup.write(reposts)).unzip();
    let (table, _) = ChunkKind::LookupTable.write(&LookupTable { jobs, reposts });
    (count > 0).then(|| WrittenLookup { table, chunks: [job_chunks, repost_chunks].concat() })
}

impl KnownJob {
    fn of(doc: DocId, card: &JobCard, text: PartChecksum) -> Self {
        let pay = postcard::to_allocvec(&card.base_salary).expect("postcard refuses no number or string");
        Self { key: JobKey::of(card), doc, repost: RepostKey::of(card), pay: PartChecksum::of(&pay), text }
    }
}

impl JobKey {
    /// Key of a job.
    #[must_use]
    pub fn of(card: &JobCard) -> Self {
        Self(first_bytes(hash(&[employer(card), &card.id.0])))
    }
}

impl RepostKey {
    /// Key that a job shares with reposts.
    #[must_use]
    pub fn of(card: &JobCard) -> Self {
        let title: Vec<_> = card.title.split_whitespace().map(fold).collect();
        let title = title.join(" ");
        let mut parts = vec![employer(card), &title];
        parts.extend(card.places.iter().map(String::as_str));
        Self(first_bytes(hash(&parts)))
    }
}

impl PartChecksum {
    /// Checksum of bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(first_bytes(xxh3_64(bytes)))
    }
}

/// Slug of the employer, or the description of one that doesn't disclose its name.
fn employer(card: &JobCard) -> &str {
    match &card.hiring_organization {
        HiringOrganization::Named { slug, .. } => slug.as_str(),
        HiringOrganization::Anonymous { description } => description,
    }
}

fn hash(parts: &[&str]) -> u64 {
    xxh3_64(parts.join("\n").as_bytes())
}

fn first_bytes<const COUNT: usize>(hash: u64) -> [u8; COUNT] {
    let bytes = hash.to_le_bytes();
    std::array::from_fn(|at| bytes[at])
}

/// Position of the file of a key among `count` files; `None` if there are none.
fn place(key: &[u8], count: usize) -> Option<usize> {
    let number = key.iter().rev().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    number.checked_rem(count as u64).map(|place| place as usize)
}

/// Table of the files of a lookup.
#[derive(Serialize, Deserialize)]
pub struct LookupTable {
    /// Files of jobs, by their own keys.
    jobs: Vec<ChunkHash>,
    /// Files of jobs, by the keys that they share with reposts.
    reposts: Vec<ChunkHash>,
}

impl LookupTable {
    /// Opens the table with this file name. Returns an error for any other bytes.
    pub fn open(bytes: &[u8], file: &str) -> Result<Self, OpenError> {
        ChunkKind::LookupTable.read_named(bytes, file)
    }

    /// Name of the file in which a job is looked up, for [`known_job`]; `None` if the board has no jobs.
    #[must_use]
    pub fn file_of_job(&self, key: JobKey) -> Option<String> {
        let hash = self.jobs.get(place(&key.0, self.jobs.len())?)?;
        Some(ChunkKind::JobLookup.file(*hash))
    }

    /// Name of the file in which reposts are looked up, for [`reposts`]; `None` if the board has no jobs.
    #[must_use]
    pub fn file_of_reposts(&self, key: RepostKey) -> Option<String> {
        let hash = self.reposts.get(place(&key.0, self.reposts.len())?)?;
        Some(ChunkKind::RepostLookup.file(*hash))
    }
}

/// Looks a job up in the file with this name; `None` if the board doesn't have it. The board has `doc_count` jobs. Returns an
/// error for any other bytes.
pub fn known_job(bytes: &[u8], file: &str, key: JobKey, doc_count: usize) -> Result<Option<KnownJob>, OpenError> {
    let jobs: Vec<KnownJob> = ChunkKind::JobLookup.read_named(bytes, file)?;
    expect_jobs(jobs.iter().map(|job| job.doc), doc_count)?;
    Ok(jobs.into_iter().find(|job| job.key == key))
}

/// Looks up all jobs with this key in the file with this name, as [`known_job`] does.
pub fn reposts(bytes: &[u8], file: &str, key: RepostKey, doc_count: usize) -> Result<Vec<DocId>, OpenError> {
    let reposts: Vec<(RepostKey, DocId)> = ChunkKind::RepostLookup.read_named(bytes, file)?;
    expect_jobs(reposts.iter().map(|(_, doc)| *doc), doc_count)?;
    Ok(reposts.into_iter().filter(|(other, _)| *other == key).map(|(_, doc)| doc).collect())
}

/// Fails if the index has no such jobs.
fn expect_jobs(mut docs: impl Iterator<Item = DocId>, doc_count: usize) -> Result<(), OpenError> {
    match docs.all(|doc| doc.at() < doc_count) {
        true => Ok(()),
        false => Err(malformed("a lookup names a job that the index doesn't have")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::fixture::posting;
    use openroles_model::domain::JobPosting;
    use proptest::prelude::*;

    fn cards(count: usize) -> Vec<JobCard> {
        let posting = |at: usize| JobPosting::new(&format!("job-{at}"), &format!("Clerk {}", at / 2), "Acme");
        (0..count).map(|at| posting(at).card(None, None)).collect()
    }

    fn written(cards: &[JobCard]) -> WrittenLookup {
        write(cards, &vec![PartChecksum::of(b"text"); cards.len()], DataFiles::Small).expect("jobs")
    }

    impl WrittenLookup {
        fn opened(&self) -> LookupTable {
            LookupTable::open(&self.table.bytes, &self.table.name).expect("just written")
        }

        fn chunk(&self, file: &str) -> &Chunk {
            self.chunks.iter().find(|chunk| chunk.name == file).expect("listed")
        }
    }

    #[test]
    fn every_job_is_found_by_its_key_and_with_its_reposts() {
        let cards = cards(1_001);
        let lookup = written(&cards);
        let table = lookup.opened();
        for (doc, card) in (0..).map(DocId).zip(&cards) {
            let file = table.file_of_job(JobKey::of(card)).expect("a file");
            let found = known_job(&lookup.chunk(&file).bytes, &file, JobKey::of(card), cards.len()).expect("written");
            assert_eq!(found, Some(KnownJob::of(doc, card, PartChecksum::of(b"text"))));
            let file = table.file_of_reposts(RepostKey::of(card)).expect("a file");
            let same = reposts(&lookup.chunk(&file).bytes, &file, RepostKey::of(card), cards.len()).expect("written");
            let pair = [doc.0 & !1, doc.0 | 1].map(DocId);
            assert_eq!(same, pair[..if doc.0 == 1_000 { 1 } else { 2 }]);
        }
        let other = JobKey::of(&posting("Baker").card(None, None));
        let file = table.file_of_job(other).expect("a file");
        assert_eq!(known_job(&lookup.chunk(&file).bytes, &file, other, cards.len()), Ok(None));
        assert_eq!(write(&[], &[], DataFiles::Small), None);
    }

    #[test]
    fn a_hundred_jobs_that_a_visitor_keeps_cost_300_kb_on_a_board_of_100_000() {
        let cards = cards(100_000);
        let lookup = written(&cards);
        let table = lookup.opened();
        let kept = cards.iter().step_by(1_000);
        let mut files: Vec<String> = kept
            .flat_map(|card| [table.file_of_job(JobKey::of(card)), table.file_of_reposts(RepostKey::of(card))])
            .flatten()
            .collect();
        files.sort_unstable();
        files.dedup();
        let bytes: usize = files.iter().map(|file| lookup.chunk(file).bytes.len()).sum();
        let total = bytes + lookup.table.bytes.len();
        assert!((200_000..300_000).contains(&total), "{total}");
        assert_eq!(lookup.chunks.len(), 2_000);
    }

    #[test]
    fn a_repost_differs_in_nothing_but_its_identifier_and_its_day() {
        let job = |id: &str, title: &str| JobPosting::new(id, title, "Acme").in_city("Pune").posted_days_ago(3);
        let key = |posting: JobPosting| RepostKey::of(&posting.card(None, None));
        let first = key(job("1", "Café manager"));
        assert_eq!(key(job("2", "CAFE MANAGER").posted_days_ago(0)), first);
        for other in
            [job("1", "Café cook"), job("1", "Café manager").in_city("Goa"), job("1", "Café manager").at("Globex")]
        {
            assert_ne!(key(other), first);
        }
    }

    /// Keys that devices keep.
    #[test]
    fn keys_never_change() {
        let card = posting("Café manager").in_city("Pune").card(None, None);
        assert_eq!(JobKey::of(&card), JobKey([64, 242, 114, 160, 104, 219]));
        assert_eq!(RepostKey::of(&card), RepostKey([40, 163, 68, 79, 238]));
    }

    #[test]
    fn other_files_are_refused() {
        let (lookup, other) = (written(&cards(3)), written(&cards(4)));
        assert!(matches!(LookupTable::open(&other.table.bytes, &lookup.table.name), Err(OpenError::OtherChunk { .. })));
        assert!(LookupTable::open(&lookup.table.bytes, "titles.0123456789abcdef.bin").is_err());
        let key = JobKey::of(&cards(1)[0]);
        let file = lookup.opened().file_of_job(key).expect("a file");
        let bytes = &lookup.chunk(&file).bytes;
        assert!(known_job(bytes, &file, key, 3).is_ok_and(|job| job.is_some()));
        assert!(matches!(known_job(bytes, &file, key, 2), Err(OpenError::Malformed { .. })), "a job too many");
        assert!(matches!(known_job(&bytes[..30], &file, key, 3), Err(OpenError::Damaged { .. })));
    }

    proptest! {
        #[test]
        fn no_bytes_panic(payload in prop::collection::vec(any::<u8>(), 0..100)) {
            let card = &cards(1)[0];
            for kind in [ChunkKind::LookupTable, ChunkKind::JobLookup, ChunkKind::RepostLookup] {
                let bytes = Chunk::framed(kind, &payload);
                let file = kind.file(ChunkHash::of(&payload));
                if let Ok(table) = LookupTable::open(&bytes, &file) {
                    let _names = (table.file_of_job(JobKey::of(card)), table.file_of_reposts(RepostKey::of(card)));
                }
                let _found = known_job(&bytes, &file, JobKey::of(card), 1);
                let _same = reposts(&bytes, &file, RepostKey::of(card), 1);
            }
        }
    }
}
