//! The values of a job's page as the old site has them beside it: all that a job states, in the site itself.

use std::{fs, path::Path};

use super::{SiteError, staging::at};
use crate::{
    domain::{Organization, Slug},
    routes::Route,
    store::{JobData, PageData},
};

/// The values of the page at this path; `None` where there are none that this program understands: they are another
/// program's. Copies of pictures are the old site's, and left to it.
pub(super) fn of_job(site: &Path, slug: &Slug) -> Result<Option<JobData>, SiteError> {
    let Some(file) = Route::Job(slug.clone()).data_file() else { return Ok(None) };
    let path = site.join(file);
    if !path.is_file() {
        return Ok(None);
    }
    match serde_json::from_slice(&fs::read(&path).map_err(at(&path))?) {
        Ok(PageData::Job(mut data)) if data.posting.slug == *slug => {
            data.organization.iter_mut().flat_map(Organization::pictures_mut).for_each(|picture| picture.copy = None);
            Ok(Some(*data))
        }
        Ok(_) | Err(_) => Ok(None),
    }
}

/// Whether there is a file with the values of the page at this path.
pub(super) fn are_there(site: &Path, slug: &Slug) -> bool {
    Route::Job(slug.clone()).data_file().is_some_and(|file| site.join(file).is_file())
}
