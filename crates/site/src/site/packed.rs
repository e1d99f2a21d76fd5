//! Values of jobs without a page, packed into a few files, so that they don't count much toward a host's limit of files.

use openroles_app::page::{JobData, PackedJobs, PackedPart};
use openroles_model::domain::{JobPosting, Slug};
use rayon::prelude::*;
use serde::Serialize;

use super::{
    SiteError, gzip, json,
    staging::{Staging, hashed_name},
    tombstones::Tombstone,
};

/// A job without a page.
#[derive(Clone, Copy)]
pub(super) enum PackedJob<'a> {
    /// A job that its feed has.
    Open(&'a JobPosting),
    /// A job that has left its feed.
    Closed(&'a Tombstone),
}

impl PackedJob<'_> {
    fn slug(&self) -> &Slug {
        match self {
            Self::Open(posting) => &posting.slug,
            Self::Closed(tombstone) => &tombstone.posting().slug,
        }
    }
}

/// Writes the packed values of these jobs, and returns the name of the list of files; `None` if there are no jobs.
pub(super) fn write<'a>(
    staging: &Staging,
    jobs: Vec<PackedJob<'a>>,
    values: impl Fn(PackedJob<'a>) -> JobData + Sync,
) -> Result<Option<String>, SiteError> {
    if jobs.is_empty() {
        return Ok(None);
    }
    let count = PackedJobs::file_count(jobs.len());
    let mut parts = vec![Vec::new(); count];
    jobs.into_iter().for_each(|job| parts[PackedJobs::position(job.slug(), count)].push(job));
    let files = parts.into_par_iter().map(|mut jobs| {
        jobs.sort_by(|one, other| one.slug().cmp(other.slug()));
        write_file(staging, &PackedPart { jobs: jobs.into_iter().map(&values).collect() })
    });
    let files = files.collect::<Result<_, _>>()?;
    write_file(staging, &PackedJobs { files }).map(Some)
}

fn write_file<T: Serialize>(staging: &Staging, value: &T) -> Result<String, SiteError> {
    let bytes = gzip(&json("packed jobs", value)?)?;
    let name = hashed_name("jobs", "bin", &bytes);
    staging.write("packed jobs", &format!("data/{name}"), &bytes)?;
    Ok(name)
}
