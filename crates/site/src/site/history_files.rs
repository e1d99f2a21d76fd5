//! Files of the history: `history.json`, a small index, and gzipped parts under `data/` that it names.
//!
//! Parts are cut between jobs in the order of their identifiers, at places that depend only on the identifiers nearby. So
//! an edited job changes one part, and the others keep their content and their names, which carry its checksum.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU64, Ordering},
};

use openroles_engine::index::BuildNumber;
use openroles_feeds::feed::FeedId;
use openroles_model::domain::{Date, JobId};
use rayon::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use xxhash_rust::xxh3::xxh3_64;

use super::{
    SiteError,
    earlier_files::{EarlierFiles, HISTORY_PATH, is_file_name, unpacked},
    gzip,
    history::{Earlier, History, ProgramId},
    json,
    remembered::Remembered,
    staging::{Staging, hashed_name},
};

/// Version of the format that this code reads and writes.
const FORMAT: u32 = 3;

/// Contents of `history.json`.
#[derive(Serialize, Deserialize)]
struct HistoryIndex {
    format: u32,
    built: Date,
    last_number: BuildNumber,
    builds: BTreeMap<BuildNumber, Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    program: Option<ProgramId>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    behind: BTreeMap<FeedId, Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    packed_jobs: Option<String>,
    /// File with the days on which lists changed.
    lists: String,
    /// Files with the jobs, in the order of their identifiers.
    jobs: Vec<String>,
}

/// Field that every version of the format has.
#[derive(Deserialize)]
struct HistoryVersion {
    format: u32,
}

/// Average number of jobs in a part. Smaller parts mean more requests; with larger ones, an edit changes more bytes.
const JOBS_PER_PART: u64 = 2_048;
/// Fewest and most jobs in a part. The record of a job takes 400 bytes, and 1.5 kB at most, before it is packed: the
/// largest part stays below the limit of 10 MB.
const JOBS_AT_LEAST: usize = 512;
const JOBS_AT_MOST: usize = 6_144;

/// Most parts that are read, enough for two million jobs.
const PARTS_AT_MOST: usize = 1_024;
/// Most bytes of all parts, unpacked; two million jobs take about 500 MB.
const BYTES_AT_MOST: u64 = 2 << 30;

/// Most files that the history of so many jobs has.
pub(super) fn file_count_at_most(jobs: usize) -> usize {
    jobs / JOBS_AT_LEAST + 3
}

/// Writes the history.
pub(super) fn write(staging: &Staging, history: &History) -> Result<(), SiteError> {
    let jobs = parts(&history.jobs).par_iter().map(|part| write_part(staging, part)).collect::<Result<_, _>>()?;
    let index = HistoryIndex {
        format: FORMAT,
        built: history.built,
        last_number: history.last_number,
        builds: history.builds.clone(),
        program: history.program,
        behind: history.behind.clone(),
        packed_jobs: history.packed_jobs.clone(),
        lists: write_part(staging, &history.lists)?,
        jobs,
    };
    staging.write(PART, HISTORY_PATH, &json(PART, &index)?)
}

const PART: &str = "history";

fn parts(jobs: &BTreeMap<JobId, Remembered>) -> Vec<Vec<(&JobId, &Remembered)>> {
    let (mut parts, mut part) = (Vec::new(), Vec::new());
    for (id, job) in jobs {
        part.push((id, job));
        let is_cut = part.len() >= JOBS_AT_LEAST && xxh3_64(id.0.as_bytes()).is_multiple_of(JOBS_PER_PART);
        if is_cut || part.len() == JOBS_AT_MOST {
            parts.push(std::mem::take(&mut part));
        }
    }
    parts.extend(Some(part).filter(|part| !part.is_empty()));
    parts
}

fn write_part<T: Serialize>(staging: &Staging, value: &T) -> Result<String, SiteError> {
    let bytes = gzip(&json(PART, value)?)?;
    let name = part_name(&bytes);
    staging.write(PART, &path_of(&name), &bytes)?;
    Ok(name)
}

fn part_name(bytes: &[u8]) -> String {
    hashed_name(PART, "bin", bytes)
}

fn path_of(name: &str) -> String {
    format!("data/{name}")
}

/// Reads the history of a site. Fails if a file can't be read, or if one is missing or damaged on a live site.
pub(super) fn read(files: &EarlierFiles) -> Result<Earlier, SiteError> {
    let Some(bytes) = files.read(HISTORY_PATH)? else { return Ok(Earlier::None) };
    let index = match serde_json::from_slice(&bytes).map(|HistoryVersion { format }| format) {
        Ok(FORMAT) => serde_json::from_slice::<HistoryIndex>(&bytes),
        Ok(_other_version) => return Ok(Earlier::Unreadable),
        Err(error) => Err(error),
    };
    match index {
        Ok(index) => Ok(read_parts(files, index)?.map_or(Earlier::Unreadable, Earlier::Known)),
        Err(error) => files.note_damage(HISTORY_PATH, &error.to_string()).map(|()| Earlier::Unreadable),
    }
}

/// `None` if one is missing or damaged in a folder.
fn read_parts(files: &EarlierFiles, index: HistoryIndex) -> Result<Option<History>, SiteError> {
    if index.jobs.len() > PARTS_AT_MOST {
        return files.note_damage(HISTORY_PATH, "it names too many files").map(|()| None);
    }
    let left = AtomicU64::new(BYTES_AT_MOST);
    let lists = read_part::<BTreeMap<String, Date>>(files, &index.lists, &left)?;
    let jobs = files.each(&index.jobs, |name| read_part::<Vec<(JobId, Remembered)>>(files, name, &left))?;
    let jobs: Option<Vec<Vec<_>>> = jobs.into_iter().collect();
    let HistoryIndex { built, last_number, builds, program, behind, packed_jobs, .. } = index;
    Ok(lists.zip(jobs).map(|(lists, jobs)| {
        let jobs = jobs.into_iter().flatten().collect();
        History { built, last_number, builds, jobs, lists, behind, program, packed_jobs }
    }))
}

/// Contents of a part; `None` if it is missing or damaged in a folder. `left` is the number of bytes that all parts may
/// still take.
fn read_part<T: DeserializeOwned>(files: &EarlierFiles, name: &str, left: &AtomicU64) -> Result<Option<T>, SiteError> {
    if !is_file_name(name) {
        return files.note_damage(HISTORY_PATH, "it names a file outside its folder").map(|()| None);
    }
    let path = path_of(name);
    let packed = files.read(&path)?.filter(|bytes| part_name(bytes) == name);
    let bytes = packed.as_deref().and_then(unpacked).filter(|bytes| {
        let length = bytes.len() as u64;
        left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(length)).is_ok()
    });
    match bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()) {
        Some(value) => Ok(Some(value)),
        None => files.note_damage(&path, "it is missing or damaged").map(|()| None),
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use openroles_model::domain::{JobPosting, Slug};

    use super::*;
    use crate::site::remembered::{Dating, Stated, fixture::posting};

    fn history(count: usize) -> History {
        let day = Date::parse("2026-11-23").expect("a day");
        let posting = posting("Build.", "2026-11-18");
        let postings = (0..count).map(|number| {
            let (id, slug) = (JobId(format!("job-{number}")), Slug::of_or_hash(&format!("engineer-{number}")));
            JobPosting { id, slug, ..posting.clone() }
        });
        let postings: Vec<_> = postings.collect();
        let stated = postings.iter().map(|posting| Stated {
            posting,
            organization: None,
            feed: Some(FeedId::of("feed")),
            closed: None,
            dating: Dating::Stated,
        });
        let history = History::after(&Earlier::None, stated.collect(), day).expect("made");
        History {
            packed_jobs: Some("jobs.bin".to_owned()),
            lists: BTreeMap::from([("jobs/".to_owned(), day)]),
            ..history
        }
    }

    /// A folder with a site that has this history.
    fn site(history: &History) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let staging = Staging::beside(&folder.path().join("site")).expect("begun");
        write(&staging, history).expect("written");
        staging.publish().expect("published");
        folder
    }

    fn read_from(folder: &Path) -> Earlier {
        read(&EarlierFiles::Folder(folder.join("site"))).expect("looked")
    }

    fn part_names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder.join("site/data")).expect("parts");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("one").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn it_is_found_again_and_nothing_else_is() {
        let history = history(3);
        let folder = site(&history);
        let file = folder.path().join("site").join(HISTORY_PATH);
        assert_eq!(read_from(folder.path()), Earlier::Known(history));
        for text in ["{\"format\": 99, \"jobs\": {}}", "<html>", ""] {
            fs::write(&file, text).expect("written");
            assert_eq!(read_from(folder.path()), Earlier::Unreadable, "{text}");
        }
        fs::remove_file(file).expect("removed");
        assert_eq!(read_from(folder.path()), Earlier::None);
    }

    #[test]
    fn a_damaged_or_missing_part_makes_it_unreadable() {
        for damage in [Some(&b"x"[..]), None] {
            let folder = site(&history(3));
            for name in part_names(folder.path()) {
                let part = folder.path().join("site/data").join(name);
                let before = fs::read(&part).expect("there");
                match damage {
                    Some(bytes) => fs::write(&part, [&before[..], bytes].concat()).expect("written"),
                    None => fs::remove_file(&part).expect("removed"),
                }
                assert_eq!(read_from(folder.path()), Earlier::Unreadable);
                fs::write(&part, before).expect("written");
            }
            assert_ne!(read_from(folder.path()), Earlier::Unreadable);
        }
    }

    #[test]
    fn a_new_and_an_edited_job_change_few_parts() {
        let mut changed = history(20_000);
        let before = part_names(site(&changed).path());
        assert!((5..=file_count_at_most(20_000)).contains(&before.len()), "{} parts", before.len());
        let first = JobId("job-0".to_owned());
        let mut edited = changed.jobs[&first].clone();
        edited.closed = Some(changed.built);
        changed.jobs.insert(JobId("job-12345b".to_owned()), edited.clone());
        changed.jobs.insert(first, edited);
        let after = part_names(site(&changed).path());
        let kept = after.iter().filter(|name| before.contains(name)).count();
        assert!(kept + 3 >= before.len(), "{kept} of {} parts kept", before.len());
    }

    #[test]
    fn a_large_part_stays_below_its_limit() {
        let long = JobId("x".repeat(800));
        let history = history(1);
        let job = history.jobs.values().next().expect("one");
        let bytes = json(PART, &(long, job)).expect("json").len();
        assert!(bytes * JOBS_AT_MOST < 10 << 20, "{bytes}");
    }
}
