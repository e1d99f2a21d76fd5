//! When jobs were first seen: the build that first had each job, and the days of these builds.
//!
//! This is a chunk of its own, because only the order by the day on which jobs were added needs it. The manifest names it,
//! not the columns: the same jobs give the same columns, whichever build first had them.

use std::sync::Arc;

use openroles_model::domain::Date;
use serde::{Deserialize, Serialize};

use super::{
    DocId,
    chunk::{Chunk, ChunkHash, ChunkKind, OpenError, malformed},
    coded_lists::CodedLists,
};

/// Number of a build that had a job which no build before it had. Others have no number, so that the same input gives the
/// same bytes. The first is 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BuildNumber(pub u32);

impl BuildNumber {
    /// Number of the board's first build.
    pub const FIRST: Self = Self(1);

    /// Number of the next build.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// First build that had a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstBuild {
    /// Number of the build.
    pub number: BuildNumber,
    /// Day of the build.
    pub day: Date,
}

impl FirstBuild {
    /// Day on which the job was added; `None` for the board's first build, for which every job is new.
    pub(super) fn added(self) -> Option<Date> {
        (self.number > BuildNumber::FIRST).then_some(self.day)
    }
}

/// Written form of [`FirstBuilds`].
#[derive(Serialize, Deserialize)]
struct PackedFirstBuilds {
    /// Builds that first had one of the jobs, oldest first.
    builds: Vec<FirstBuild>,
    /// For each job, the position of its build in that list.
    jobs: CodedLists,
}

/// Writes the first build of each job, in the order of their [`DocId`]s. `None` if it is the board's first build for all of
/// them.
pub(super) fn write(first_builds: &[FirstBuild]) -> Option<Chunk> {
    first_builds.iter().find_map(|build| build.added())?;
    let mut builds = first_builds.to_vec();
    builds.sort_unstable_by_key(|build| build.number);
    builds.dedup_by_key(|build| build.number);
    let place = |build: &FirstBuild| builds.partition_point(|other| other.number < build.number) as u32;
    let places: Vec<Vec<u32>> = first_builds.iter().map(|build| vec![place(build)]).collect();
    let jobs = CodedLists::write(&places, builds.len(), &mut Vec::new());
    Some(ChunkKind::FirstSeen.write(&PackedFirstBuilds { builds, jobs }).0)
}

impl PackedFirstBuilds {
    /// Unpacks the first builds of `doc_count` jobs. Fails if they contradict themselves.
    fn unpack(self, doc_count: usize) -> Result<FirstBuilds, &'static str> {
        let Self { builds, jobs } = self;
        if !builds.is_sorted_by(|one, next| one.number < next.number) {
            return Err("builds are not in order");
        }
        let mut numbers = Vec::with_capacity(doc_count);
        jobs.read(doc_count, builds.len(), &mut Vec::new(), |places| {
            let [place] = places[..] else { return Err("a job does not have one first build") };
            numbers.push(builds[place as usize].number);
            Ok(())
        })?;
        Ok(FirstBuilds { builds, numbers })
    }
}

/// First build of each job.
pub(super) struct FirstBuilds {
    /// Builds that first had one of the jobs, oldest first.
    builds: Vec<FirstBuild>,
    /// For each job, the number of its first build.
    numbers: Vec<BuildNumber>,
}

/// First build of each job, or where it is recorded.
#[derive(Clone)]
pub(super) enum FirstSeen {
    /// There is no record, or it is the board's first build for all jobs.
    Unrecorded,
    Missing(ChunkHash),
    Loaded(Arc<FirstBuilds>),
}

impl FirstSeen {
    /// A chunk with this file name, which isn't loaded.
    pub(super) fn missing(file: &str) -> Result<Self, OpenError> {
        let hash = ChunkKind::FirstSeen.hash_in(file);
        hash.map(Self::Missing).ok_or_else(|| malformed("no record of first builds has this name"))
    }

    /// Loads the chunk of an index of `doc_count` jobs.
    pub(super) fn open(&mut self, bytes: &[u8], doc_count: usize) -> Result<(), OpenError> {
        let Self::Missing(hash) = self else { return Ok(()) };
        let packed: PackedFirstBuilds = ChunkKind::FirstSeen.read(bytes, *hash)?;
        *self = Self::Loaded(Arc::new(packed.unpack(doc_count).map_err(malformed)?));
        Ok(())
    }

    /// First build that had a job; `None` if it isn't loaded.
    pub(super) fn of(&self, doc: DocId) -> Option<FirstBuild> {
        let Self::Loaded(first) = self else { return None };
        let number = first.numbers[doc.at()];
        let place = first.builds.partition_point(|build| build.number < number);
        Some(first.builds[place])
    }

    /// File name of the chunk while it isn't loaded.
    pub(super) fn file(&self) -> Option<String> {
        match self {
            Self::Missing(hash) => Some(ChunkKind::FirstSeen.file(*hash)),
            Self::Unrecorded | Self::Loaded(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::fixture::build;
    use proptest::prelude::*;

    fn opened(chunk: &Chunk, doc_count: usize) -> Result<FirstSeen, OpenError> {
        let mut first_seen = FirstSeen::missing(&chunk.name)?;
        assert_eq!((first_seen.file().as_ref(), first_seen.of(DocId(0))), (Some(&chunk.name), None));
        first_seen.open(&chunk.bytes, doc_count).map(|()| first_seen)
    }

    proptest! {
        #[test]
        fn first_builds_come_back(numbers in prop::collection::vec(1..9_u32, 0..50)) {
            let builds: Vec<FirstBuild> = numbers.iter().map(|number| build(*number)).collect();
            let chunk = write(&builds);
            prop_assert_eq!(chunk.is_some(), numbers.iter().any(|number| *number > 1));
            if let Some(chunk) = chunk {
                let first_seen = opened(&chunk, builds.len()).expect("just written");
                let found: Vec<_> = (0..builds.len() as u32).filter_map(|doc| first_seen.of(DocId(doc))).collect();
                prop_assert_eq!(found, builds);
                prop_assert_eq!(first_seen.file(), None);
            }
        }
    }

    #[test]
    fn a_job_takes_less_than_a_byte() {
        // The newest jobs come first, and most builds bring a few jobs.
        let builds: Vec<FirstBuild> = (0..10_000_u32).map(|doc| build(100 - doc / 100 + doc % 7)).collect();
        let chunk = write(&builds).expect("several builds");
        assert!(chunk.bytes.len() < builds.len(), "{}", chunk.bytes.len());
    }

    #[test]
    fn a_record_that_fits_no_board_is_refused() {
        let packed = |builds: &[u32], jobs: &[Vec<u32>]| PackedFirstBuilds {
            builds: builds.iter().map(|number| build(*number)).collect(),
            jobs: CodedLists::write(jobs, builds.len(), &mut Vec::new()),
        };
        let (first, second) = (vec![0], vec![1]);
        let jobs = [first.clone(), second.clone(), first.clone()];
        assert!(packed(&[1, 2], &jobs).unpack(3).is_ok());
        for (name, packed) in [
            ("builds out of order", packed(&[2, 1], &jobs)),
            ("the same build twice", packed(&[2, 2], &jobs)),
            ("no build", packed(&[1, 2], &[first.clone(), Vec::new(), second.clone()])),
            ("two builds", packed(&[1, 2], &[first.clone(), vec![0, 1], second.clone()])),
        ] {
            assert!(packed.unpack(3).is_err(), "{name}");
        }
    }

    #[test]
    fn only_the_named_chunk_is_opened() {
        let chunk = write(&[build(1), build(2)]).expect("two builds");
        let other = write(&[build(1), build(3)]).expect("two builds");
        let mut first_seen = FirstSeen::missing(&chunk.name).expect("its name");
        assert!(matches!(first_seen.open(&other.bytes, 2), Err(OpenError::OtherChunk { .. })));
        assert!(matches!(first_seen.open(&chunk.bytes[..20], 2), Err(OpenError::NotAnIndex)));
        assert_eq!(first_seen.open(&chunk.bytes, 2), Ok(()));
        for name in ["", "first-seen.bin", "titles.0123456789abcdef.bin", "first-seen.+123456789abcdef.bin", "../x"] {
            assert!(FirstSeen::missing(name).is_err(), "{name}");
        }
    }
}
