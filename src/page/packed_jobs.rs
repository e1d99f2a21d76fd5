//! Jobs without a page of their own: their values are packed into files of about 50 jobs each.
//!
//! A slug alone tells in which file its job is, so there is no list of all slugs.

use openroles_model::domain::Slug;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::JobData;

/// Which file has the values of which job.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedJobs {
    /// Names of the files, which are gzipped [`PackedPart`]s in the manifest's folder. Their number is a power of two.
    pub files: Vec<String>,
}

/// Contents of one file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PackedPart {
    /// Values of each job's page.
    pub jobs: Vec<JobData>,
}

/// Most jobs per file, on average: a visitor who opens one job downloads all of them.
const JOBS_PER_FILE: usize = 50;

impl PackedJobs {
    /// Number of files for this many jobs. It is a power of two, so it rarely changes, and other jobs rarely move to another
    /// file.
    pub fn file_count(job_count: usize) -> usize {
        job_count.div_ceil(JOBS_PER_FILE).next_power_of_two()
    }

    /// Position of the file that has the job with this slug, if there are this many files; 0 if there are none.
    pub fn position(slug: &Slug, file_count: usize) -> usize {
        (xxh3_64(slug.as_str().as_bytes()) % (file_count.max(1) as u64)) as usize
    }

    /// Name of the file that has the job with this slug if any file has it; `None` if there are no files.
    pub fn file_of(&self, slug: &Slug) -> Option<&str> {
        self.files.get(Self::position(slug, self.files.len())).map(String::as_str)
    }
}

impl PackedPart {
    /// Values of the job with this slug.
    pub fn find(self, slug: &Slug) -> Option<JobData> {
        self.jobs.into_iter().find(|job| job.posting.slug == *slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_about_50_jobs_and_every_job_has_one() {
        for (jobs, files) in [(0, 1), (1, 1), (50, 1), (51, 2), (150, 4), (100_000, 2_048)] {
            assert_eq!(PackedJobs::file_count(jobs), files, "{jobs} jobs");
        }
        let slugs = (0..1_000).map(|number| Slug::of_or_hash(&format!("baker-{number}")));
        let counts = slugs.fold(vec![0; 32], |mut counts, slug| {
            counts[PackedJobs::position(&slug, 32)] += 1;
            counts
        });
        assert!(counts.iter().all(|count| (10..60).contains(count)), "{counts:?}");
        assert_eq!(PackedJobs::default().file_of(&Slug::of_or_hash("baker")), None);
    }
}
