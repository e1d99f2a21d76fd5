//! Values of jobs in the old site. A page contains its own values; those of jobs without a page are in packed files.

use std::{
    fs,
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

use flate2::read::GzDecoder;
use openroles_app::{
    page::{JobData, PackedJobs, PackedPart, PageData},
    routes::Route,
};
use openroles_engine::index::{MANIFEST_PATH, Manifest};
use openroles_model::domain::{Organization, Slug};
use serde::de::DeserializeOwned;

use super::{SiteError, staging_dir::at};
use crate::prerender::values_in;

/// Values that the old site has of its jobs.
#[derive(Debug)]
pub(super) struct EarlierValues {
    folder: PathBuf,
    packed: PackedJobs,
}

/// Most bytes of an unpacked file. A larger one is damaged: 50 jobs take about 200 kB.
const UNPACKED_BYTES_AT_MOST: u64 = 1 << 28;

impl EarlierValues {
    /// Values of the site in `folder`. Packed files that another version wrote count as missing.
    pub(super) fn of(folder: &Path) -> Result<Self, SiteError> {
        let manifest = read(&folder.join(MANIFEST_PATH))?.and_then(|bytes| Manifest::parse(&bytes).ok());
        let values = Self { folder: folder.to_owned(), packed: PackedJobs::default() };
        let packed =
            manifest.and_then(|manifest| manifest.packed_jobs).map(|list| values.unpacked(&list)).transpose()?;
        Ok(Self { packed: packed.flatten().unwrap_or_default(), ..values })
    }

    /// Values of the job with this slug. `None` if the site has none, or if another version of openroles wrote them.
    /// Copies of pictures belong to the old site, so they are left out.
    pub(super) fn of_job(&self, slug: &Slug) -> Result<Option<JobData>, SiteError> {
        let mut data = self.of_page(slug)?;
        if data.is_none()
            && let Some(file) = self.packed.file_of(slug)
        {
            data = self.unpacked::<PackedPart>(file)?.and_then(|part| part.find(slug));
        }
        let pictures = data.iter_mut().flat_map(|data| &mut data.organization).flat_map(Organization::pictures_mut);
        pictures.for_each(|picture| picture.copy = None);
        Ok(data)
    }

    /// Whether the site has values of no job at all.
    pub(super) fn is_empty(&self) -> bool {
        let has_pages =
            || fs::read_dir(self.folder.join(Route::Jobs.path())).is_ok_and(|mut jobs| jobs.next().is_some());
        self.packed.files.is_empty() && !has_pages()
    }

    fn of_page(&self, slug: &Slug) -> Result<Option<JobData>, SiteError> {
        let page = read(&self.folder.join(Route::Job(slug.clone()).file()))?;
        Ok(page.and_then(|html| values_in(&html)).and_then(|block| match block.page {
            PageData::Job(data) if data.posting.slug == *slug => Some(*data),
            _ => None,
        }))
    }

    /// Contents of a packed file; `None` if it is missing or damaged.
    fn unpacked<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, SiteError> {
        // The name comes from a file that may be damaged, so it must not lead out of the folder.
        let Some(name) = Path::new(name).file_name() else { return Ok(None) };
        let Some(packed) = read(&self.folder.join("data").join(name))? else { return Ok(None) };
        let mut bytes = Vec::new();
        let unpacked = GzDecoder::new(packed.as_slice()).take(UNPACKED_BYTES_AT_MOST).read_to_end(&mut bytes);
        Ok(unpacked.ok().and_then(|_| serde_json::from_slice(&bytes).ok()))
    }
}

/// Bytes of a file; `None` if there is none.
fn read(path: &Path) -> Result<Option<Vec<u8>>, SiteError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error)
            if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory) =>
        {
            Ok(None)
        }
        Err(error) => Err(at(path)(error)),
    }
}
