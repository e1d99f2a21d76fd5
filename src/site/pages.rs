//! The pages of a site: every page's values, rendered and written, on every core.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{Progress, SiteError, SiteInput, json, staging::Staging};
use crate::{
    domain::{JobPosting, Organization},
    index::Index,
    prerender::{AppAssets, page_html},
    query::{PAGE_SIZE, Query},
    routes::Route,
    store::{CompaniesData, CompanyData, HomeData, JobData, JobsData, PageBlock, PageData, SimilarJobsData},
};

/// Renders and writes all pages that are wanted, with their values beside them for the app. Where there are pages at
/// all, what a job states is written for every job, page or no page.
pub(super) fn write_pages(
    staging: &Staging,
    input: &SiteInput<'_>,
    index: &Index,
    assets: &AppAssets,
) -> Result<(), SiteError> {
    let pages = Pages { staging, input, index, assets };
    let job_pages = input.with_page().len();
    let list_pages = JobsData::of(index, &Query::default()).page_count;
    let total = list_pages.saturating_sub(1) + input.organizations.len() + input.postings.len();
    let done = AtomicUsize::new(0);
    let step = || (input.progress)(Progress { done: done.fetch_add(1, Ordering::Relaxed) + 1, total });
    pages.write_single_pages()?;
    (1..list_pages).into_par_iter().try_for_each(|page| pages.write_list_page(page).map(|()| step()))?;
    input.organizations.par_iter().try_for_each(|company| pages.write_company(company).map(|()| step()))?;
    let organizations = input.organizations_by_slug();
    input.postings.par_iter().enumerate().try_for_each(|(at, posting)| {
        let slug = posting.hiring_organization.slug();
        let organization = slug.and_then(|slug| organizations.get(slug)).copied().cloned();
        let written = match at < job_pages {
            true => pages.write_job(posting, organization),
            false => pages.write_job_values(posting, organization),
        };
        written.map(|()| step())
    })
}

struct Pages<'a> {
    staging: &'a Staging,
    input: &'a SiteInput<'a>,
    index: &'a Index,
    assets: &'a AppAssets,
}

impl Pages<'_> {
    /// The pages there is one of.
    fn write_single_pages(&self) -> Result<(), SiteError> {
        let (index, board) = (self.index, self.input.board);
        self.write(&Route::Home, PageData::Home(Box::new(HomeData::of(index, board))))?;
        self.write(&Route::Jobs, PageData::Jobs(Box::new(JobsData::of(index, &Query::default()))))?;
        self.write(&Route::Companies, PageData::Companies(CompaniesData::of(index)))?;
        self.write(&Route::NotFound, PageData::NotFound)
    }

    /// A page of all jobs after the first, from 1.
    fn write_list_page(&self, page: usize) -> Result<(), SiteError> {
        let number = u32::try_from(page + 1).unwrap_or(u32::MAX);
        debug_assert!(page < self.index.len().div_ceil(PAGE_SIZE), "list pages end with the jobs");
        let data = JobsData::of(self.index, &Query::default().with_page(number - 1));
        self.write(&Route::JobsPage(number), PageData::Jobs(Box::new(data)))
    }

    fn write_company(&self, organization: &Organization) -> Result<(), SiteError> {
        let route = Route::Company(organization.slug.clone());
        let data = PageData::Company(Box::new(CompanyData::of(self.index, organization.clone())));
        self.write(&route, data)
    }

    /// A job's own page and the page of jobs similar to it.
    fn write_job(&self, posting: &JobPosting, organization: Option<Organization>) -> Result<(), SiteError> {
        let data = JobData::of(self.index, posting.clone(), organization);
        self.write(&Route::Job(posting.slug.clone()), PageData::Job(Box::new(data)))?;
        match SimilarJobsData::of(self.index, &posting.slug) {
            Some(similar) => {
                self.write(&Route::SimilarJobs(posting.slug.clone()), PageData::SimilarJobs(Box::new(similar)))
            }
            None => Ok(()),
        }
    }

    fn write_job_values(&self, posting: &JobPosting, organization: Option<Organization>) -> Result<(), SiteError> {
        let data = PageData::Job(Box::new(JobData::alone(posting.clone(), organization)));
        self.write_values(&Route::Job(posting.slug.clone()), &data)
    }

    fn write(&self, route: &Route, page: PageData) -> Result<(), SiteError> {
        self.write_values(route, &page)?;
        let block = PageBlock { board: self.input.board.clone(), now: self.input.now, page };
        self.staging.write("pages", &route.file(), page_html(&block, route, self.assets).as_bytes())
    }

    /// The file the app reads when a link leads to the page.
    fn write_values(&self, route: &Route, page: &PageData) -> Result<(), SiteError> {
        match route.data_file() {
            Some(file) => self.staging.write("page values", &file, &json("page values", page)?),
            None => Ok(()),
        }
    }
}
