//! JSON values of job pages in the old site: everything a job states.

use std::{fs, path::Path};

use openroles_app::{
    page::{JobData, PageData},
    routes::Route,
};
use openroles_model::domain::{Organization, Slug};

use super::{SiteError, staging_dir::at};

/// Values of the job page with this slug; `None` if there is no file or if another version of openroles wrote it.
/// Copies of pictures belong to the old site, so they are left out.
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

/// Whether the old site has a file with the values of this job page.
pub(super) fn are_there(site: &Path, slug: &Slug) -> bool {
    Route::Job(slug.clone()).data_file().is_some_and(|file| site.join(file).is_file())
}
