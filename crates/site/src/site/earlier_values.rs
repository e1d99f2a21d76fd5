//! Values of jobs in the old site. A page contains its own values; those of jobs without a page are in packed files. The
//! history tells which job is where.

use std::collections::{BTreeMap, HashMap};

use openroles_app::{
    page::{JobData, PackedJobs, PackedPart, PageData},
    routes::Route,
};
use openroles_model::domain::{JobId, Organization};
use serde::de::DeserializeOwned;

use super::{
    SiteError,
    earlier_files::{EarlierFiles, is_file_name, unpacked},
    history::{History, ProgramId},
    remembered::{Remembered, ValuesIn},
};
use crate::prerender::values_in;

/// A job and its record.
pub(super) type RecordedJob<'a> = (&'a JobId, &'a Remembered);

/// Values of these jobs, except those that are missing or that another version of openroles wrote. Copies of pictures
/// belong to the old site, so they are left out.
///
/// Reads each page and each packed file once.
pub(super) fn values_of<'a>(
    files: &EarlierFiles,
    history: &History,
    jobs: &[RecordedJob<'a>],
) -> Result<HashMap<&'a JobId, JobData>, SiteError> {
    let source = ValuesSource { files, history };
    let are_in = |values: ValuesIn| jobs.iter().copied().filter(move |(_, job)| job.values == values);
    let of_pages = files.each(&are_in(ValuesIn::Page).collect::<Vec<_>>(), |job| source.of_page(*job))?;
    let packed: Vec<RecordedJob<'a>> = are_in(ValuesIn::Packed).collect();
    let of_packed = files.each(&source.by_file(&packed)?, |(file, jobs)| source.of_file(file, jobs))?;
    let mut found: HashMap<&JobId, JobData> =
        of_pages.into_iter().flatten().chain(of_packed.into_iter().flatten()).collect();
    let organizations = found.values_mut().flat_map(|data| &mut data.organization);
    organizations.flat_map(Organization::pictures_mut).for_each(|picture| picture.copy = None);
    Ok(found)
}

struct ValuesSource<'a> {
    files: &'a EarlierFiles,
    history: &'a History,
}

impl ValuesSource<'_> {
    fn of_page<'a>(&self, (id, job): RecordedJob<'a>) -> Result<Option<(&'a JobId, JobData)>, SiteError> {
        let route = Route::Job(job.slug.clone());
        let page = self.files.read_page(&route)?;
        let is_there = page.is_some();
        let data = page.and_then(|html| values_in(&html)).and_then(|block| match block.page {
            PageData::Job(data) if data.posting.id == *id && data.posting.slug == job.slug => Some(*data),
            _ => None,
        });
        if data.is_none() {
            self.note_damage(&self.files.path_of(&route), is_there)?;
        }
        Ok(data.map(|data| (id, data)))
    }

    /// These jobs by the packed file that has their values.
    fn by_file<'a>(&self, jobs: &[RecordedJob<'a>]) -> Result<Vec<(String, Vec<RecordedJob<'a>>)>, SiteError> {
        if jobs.is_empty() {
            return Ok(Vec::new());
        }
        let list = self.history.packed_jobs.as_deref().unwrap_or_default();
        let Some(packed) = self.unpacked::<PackedJobs>(list)? else { return Ok(Vec::new()) };
        let mut by_file: BTreeMap<&str, Vec<RecordedJob<'a>>> = BTreeMap::new();
        for &(id, job) in jobs {
            by_file.entry(packed.file_of(&job.slug).unwrap_or_default()).or_default().push((id, job));
        }
        Ok(by_file.into_iter().map(|(file, jobs)| (file.to_owned(), jobs)).collect())
    }

    fn of_file<'a>(&self, file: &str, jobs: &[RecordedJob<'a>]) -> Result<Vec<(&'a JobId, JobData)>, SiteError> {
        let mut ids: HashMap<&JobId, &'a JobId> = jobs.iter().map(|(id, _)| (*id, *id)).collect();
        let part = self.unpacked::<PackedPart>(file)?.unwrap_or_default();
        let found = part.jobs.into_iter().filter_map(|data| ids.remove(&data.posting.id).map(|id| (id, data)));
        let found = found.collect();
        if !ids.is_empty() {
            self.note_damage(&path_of(file), true)?;
        }
        Ok(found)
    }

    /// Contents of a packed file; `None` if it is missing or damaged.
    fn unpacked<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, SiteError> {
        let path = path_of(name);
        let packed = if name.is_empty() || !is_file_name(name) { None } else { self.files.read(&path)? };
        let value = packed.as_deref().and_then(unpacked).and_then(|bytes| serde_json::from_slice(&bytes).ok());
        if value.is_none() {
            self.note_damage(&path, packed.is_some())?;
        }
        Ok(value)
    }

    /// Takes note of values that can't be used. It is no damage if another version of openroles wrote them.
    fn note_damage(&self, path: &str, is_there: bool) -> Result<(), SiteError> {
        if is_there && self.history.program != ProgramId::this() {
            return Ok(());
        }
        self.files.note_damage(path, if is_there { "it is damaged" } else { "it is missing" })
    }
}

fn path_of(name: &str) -> String {
    format!("data/{name}")
}
