//! The pages of a site: every page's values, rendered and written, on every core.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{Progress, SiteError, SiteInput, json, landings::Landings, staging::Staging};
use crate::{
    domain::{JobPosting, Organization},
    index::Index,
    prerender::{AppAssets, page_html},
    query::{PAGE_SIZE, Query},
    routes::Route,
    store::{
        CompaniesData, CompanyData, HomeData, JobData, JobsData, LandingData, LandingTopic, PageBlock, PageData,
        SimilarJobsData,
    },
};

/// What pages are made from.
pub(super) struct PagesInput<'a> {
    /// The site's jobs, companies and settings.
    pub(super) input: &'a SiteInput<'a>,
    /// The index of the jobs.
    pub(super) index: &'a Index,
    /// The files of the app.
    pub(super) assets: &'a AppAssets,
    /// The topics that have a page.
    pub(super) landings: &'a Landings,
}

/// Renders and writes all pages that are wanted, with their values beside them for the app. Where there are pages at
/// all, what a job states is written for every job, page or no page.
pub(super) fn write_pages(staging: &Staging, pages: &PagesInput<'_>) -> Result<(), SiteError> {
    let PagesInput { input, index, assets, landings } = *pages;
    let pages = Pages { staging, input, index, assets, landings };
    let job_pages = input.with_page().len();
    let list_pages = JobsData::of(index, &Query::default()).page_count;
    let total = list_pages.saturating_sub(1) + input.organizations.len() + input.postings.len();
    let done = AtomicUsize::new(0);
    let step = || (input.progress)(Progress { done: done.fetch_add(1, Ordering::Relaxed) + 1, total });
    pages.write_single_pages()?;
    landings.topics().par_bridge().try_for_each(|topic| pages.write_landing(topic))?;
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

/// Links to landing pages on the front page.
const LANDINGS_ON_HOME: usize = 12;

struct Pages<'a> {
    staging: &'a Staging,
    input: &'a SiteInput<'a>,
    index: &'a Index,
    assets: &'a AppAssets,
    landings: &'a Landings,
}

impl Pages<'_> {
    /// The pages there is one of.
    fn write_single_pages(&self) -> Result<(), SiteError> {
        let (index, board) = (self.index, self.input.board);
        let home = HomeData { landings: self.landings.first(LANDINGS_ON_HOME), ..HomeData::of(index, board) };
        self.write(&Route::Home, PageData::Home(Box::new(home)))?;
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

    fn write_landing(&self, topic: &LandingTopic) -> Result<(), SiteError> {
        let data = LandingData::of(self.index, topic.clone(), self.landings.related(topic));
        self.write(&Route::Landing(topic.slug.clone()), PageData::Landing(Box::new(data)))
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
