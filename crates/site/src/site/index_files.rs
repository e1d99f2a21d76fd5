//! Files of the index, gzipped because most hosts don't compress them: the index of the open jobs, and a small one of the
//! jobs that left within the last days.

use openroles_engine::index::{self, Chunk, DataFiles, IndexContents, LEFT_FOLDER, WrittenIndex};
use rayon::prelude::*;

use super::{SiteError, SiteInput, gzip, room::data_files, staging::Staging, succession::Succession};

/// Folder of the index of the open jobs.
const FOLDER: &str = "data";

/// Index of the open jobs, as written.
pub(super) struct OpenJobsIndex {
    /// The index.
    pub(super) index: WrittenIndex,
    /// Name of the table of the files in which single jobs are looked up, if there are any.
    pub(super) lookup: Option<String>,
}

/// Writes the index of the open jobs. What it is written from takes as much memory as the postings, and is freed before the
/// first page is drawn.
pub(super) fn write(
    staging: &Staging,
    input: &SiteInput<'_>,
    succession: &Succession<'_>,
) -> Result<OpenJobsIndex, SiteError> {
    let contents = IndexContents::of(input.postings, input.organizations, &input.board.conversion());
    let first_builds = succession.first_builds(contents.job_ids());
    let files = data_files(input.host, input.postings.len());
    let index = index::write_after(&contents, &first_builds, files);
    write_chunks(staging, FOLDER, &index)?;
    let lookup = write_lookup(staging, &contents, files)?;
    Ok(OpenJobsIndex { index, lookup })
}

/// Writes the files in which a visitor's device looks up single jobs, and returns the name of their table.
fn write_lookup(staging: &Staging, contents: &IndexContents, files: DataFiles) -> Result<Option<String>, SiteError> {
    let Some(lookup) = contents.write_lookup(files) else { return Ok(None) };
    write_all(staging, FOLDER, &lookup.chunks)?;
    write_one(staging, FOLDER, &lookup.table)?;
    Ok(Some(lookup.table.name))
}

/// Writes the index of the jobs that left, in a folder of its own; `None` if there are none. The first builds of these jobs are
/// written like those of all others.
pub(super) fn write_left(
    staging: &Staging,
    input: &SiteInput<'_>,
    succession: &Succession<'_>,
) -> Result<Option<WrittenIndex>, SiteError> {
    let contents = IndexContents::of(succession.left(), input.organizations, &input.board.conversion());
    if contents.job_ids().next().is_none() {
        return Ok(None);
    }
    let written = index::write_after(&contents, &succession.first_builds(contents.job_ids()), DataFiles::Large);
    write_chunks(staging, LEFT_FOLDER, &written)?;
    Ok(Some(written))
}

fn write_chunks(staging: &Staging, folder: &str, written: &WrittenIndex) -> Result<(), SiteError> {
    write_one(staging, folder, &written.columns)?;
    write_all(staging, folder, &written.chunks)
}

fn write_all(staging: &Staging, folder: &str, chunks: &[Chunk]) -> Result<(), SiteError> {
    chunks.par_iter().try_for_each(|chunk| write_one(staging, folder, chunk))
}

fn write_one(staging: &Staging, folder: &str, chunk: &Chunk) -> Result<(), SiteError> {
    staging.write(chunk.part, &format!("{folder}/{}", chunk.name), &gzip(&chunk.bytes)?)
}

/// Chunks that every search for words needs first.
pub(super) fn word_files(written: &WrittenIndex) -> Vec<String> {
    let names = written.chunks.iter().map(|chunk| &chunk.name);
    names.filter(|name| name.starts_with("dictionary.")).map(|name| format!("{FOLDER}/{name}")).collect()
}
