//! Renders and writes every page of a site, using all cores.

use std::sync::atomic::{AtomicUsize, Ordering};

use openroles_app::{
    page::{
        ChangedOn, CompaniesData, CompanyData, HomeData, JobData, JobsData, LandingData, LandingTopic, PageBlock,
        PageData, SimilarJobsData,
    },
    routes::Route,
};
use openroles_engine::query::{FirstHits, PAGE_SIZE, Query};
use openroles_model::domain::{Date, JobPosting, Organization};
use rayon::prelude::*;

use super::{
    PagesWanted, SiteError, WriteProgress, json, pictures::Pictures, plan::Plan, staging::Staging,
    tombstones::Tombstone, values,
};
use crate::prerender::{PageDraft, PageFiles};

/// Renders and writes all pages, each with a JSON file of its values for the app.
///
/// If there are pages at all, the values of every job are written, even of jobs without a page. If there are none,
/// pages of closed jobs stay, and so do the values of jobs that had a page, because a later build may have to show
/// them as closed.
pub(super) fn write_pages(
    staging: &Staging,
    plan: &Plan<'_>,
    pictures: Option<&Pictures<'_>>,
) -> Result<(), SiteError> {
    let pages = Pages { staging, plan, pictures };
    plan.tombstones.par_iter().try_for_each(|tombstone| pages.write_tombstone(tombstone))?;
    match plan.input.pages {
        PagesWanted::None => pages.write_values_of_earlier_pages(),
        PagesWanted::All | PagesWanted::First(_) => pages.write_all(),
    }
}

/// Number of links to landing pages on the front page.
const LANDINGS_ON_HOME: usize = 12;

struct Pages<'a> {
    staging: &'a Staging,
    plan: &'a Plan<'a>,
    pictures: Option<&'a Pictures<'a>>,
}

impl Pages<'_> {
    fn write_all(&self) -> Result<(), SiteError> {
        let Plan { input, index, landings, .. } = self.plan;
        let job_pages = input.with_page().len();
        let list_pages = JobsData::of(index, &Query::default()).page_count;
        let total = list_pages.saturating_sub(1) + input.organizations.len() + input.postings.len();
        let done = AtomicUsize::new(0);
        let step = || (input.progress)(WriteProgress { done: done.fetch_add(1, Ordering::Relaxed) + 1, total });
        self.write_single_pages()?;
        landings.topics().par_bridge().try_for_each(|(topic, hits)| self.write_landing(topic, hits))?;
        (1..list_pages).into_par_iter().try_for_each(|page| self.write_list_page(page).map(|()| step()))?;
        input.organizations.par_iter().try_for_each(|company| self.write_company(company).map(|()| step()))?;
        input.postings.par_iter().enumerate().try_for_each(|(at, posting)| {
            let organization = self.plan.organization_of(posting).cloned();
            let written = match at < job_pages {
                true => self.write_job(posting, organization),
                false => self.write_job_values(posting, organization),
            };
            written.map(|()| step())
        })
    }

    fn write_values_of_earlier_pages(&self) -> Result<(), SiteError> {
        let input = self.plan.input;
        let with_values = input.postings.par_iter().filter(|posting| values::are_there(input.out, &posting.slug));
        with_values.try_for_each(|posting| self.write_job_values(posting, self.plan.organization_of(posting).cloned()))
    }

    /// Writes the front page, the first page of jobs, the list of companies, and the "not found" page.
    fn write_single_pages(&self) -> Result<(), SiteError> {
        let (index, board) = (self.plan.index, self.plan.input.board);
        let home = HomeData {
            landings: self.plan.landings.first(LANDINGS_ON_HOME, &board.words().head),
            ..HomeData::of(index, board)
        };
        self.write(&Route::Home, PageData::Home(Box::new(home)))?;
        self.write(&Route::Jobs, PageData::Jobs(Box::new(JobsData::of(index, &Query::default()))))?;
        self.write(&Route::Companies, PageData::Companies(CompaniesData::of(index)))?;
        self.write(&Route::NotFound, PageData::NotFound)
    }

    /// Writes a later page of all jobs; `page` counts from 0, so it is at least 1.
    fn write_list_page(&self, page: usize) -> Result<(), SiteError> {
        let number = u32::try_from(page + 1).unwrap_or(u32::MAX);
        debug_assert!(page < self.plan.index.len().div_ceil(PAGE_SIZE), "list pages end with the jobs");
        let data = JobsData::of(self.plan.index, &Query::default().with_page(number - 1));
        self.write(&Route::JobsPage(number), PageData::Jobs(Box::new(data)))
    }

    fn write_landing(&self, topic: &LandingTopic, hits: &FirstHits) -> Result<(), SiteError> {
        let related = self.plan.landings.related(topic, &self.plan.input.board.words().head);
        let data = LandingData::of(self.plan.index, topic.clone(), hits, related);
        self.write(&Route::Landing(topic.slug.clone()), PageData::Landing(Box::new(data)))
    }

    fn write_company(&self, organization: &Organization) -> Result<(), SiteError> {
        let route = Route::Company(organization.slug.clone());
        let data = PageData::Company(Box::new(CompanyData::of(self.plan.index, organization.clone())));
        self.write(&route, data)
    }

    /// Writes a job's page and, while the job is open, the page of similar jobs. A closed job's page shows a few
    /// similar jobs but has no link to more.
    fn write_job(&self, posting: &JobPosting, organization: Option<Organization>) -> Result<(), SiteError> {
        let route = Route::Job(posting.slug.clone());
        let Some(similar) = SimilarJobsData::of(self.plan.index, &posting.slug) else {
            return self.write(&route, self.job(JobData::alone(posting.clone(), organization)));
        };
        let data = JobData::beside(&similar, self.plan.input.board, posting.clone(), organization);
        self.write(&route, self.job(data))?;
        if posting.is_expired(self.plan.input.now) {
            return Ok(());
        }
        self.write(&Route::SimilarJobs(posting.slug.clone()), PageData::SimilarJobs(Box::new(similar)))
    }

    /// Writes the page of a closed job.
    fn write_tombstone(&self, tombstone: &Tombstone) -> Result<(), SiteError> {
        let route = Route::Job(tombstone.posting().slug.clone());
        self.write(&route, self.job(tombstone.data.clone()))
    }

    fn write_job_values(&self, posting: &JobPosting, organization: Option<Organization>) -> Result<(), SiteError> {
        let data = self.job(JobData::alone(posting.clone(), organization));
        self.write_values(&Route::Job(posting.slug.clone()), &data)
    }

    /// Values of a job's page, with links to the landing pages of this build.
    fn job(&self, data: JobData) -> PageData {
        let skill_pages = match self.plan.input.pages {
            PagesWanted::None => Vec::new(),
            PagesWanted::All | PagesWanted::First(_) => self.plan.landings.of_skills(&data.posting),
        };
        PageData::Job(Box::new(JobData { skill_pages, ..data }))
    }

    fn write(&self, route: &Route, page: PageData) -> Result<(), SiteError> {
        self.write_values(route, &page)?;
        let now = self.day_of(&page);
        let picture = self.pictures.map(|pictures| pictures.of_page(&page)).transpose()?.flatten();
        let files = PageFiles { app: self.plan.assets, picture: picture.as_ref() };
        let block = PageBlock { board: self.plan.board.clone(), now, page };
        let (draft, file) = (PageDraft::of(block, route, files), route.file());
        // The body depends only on the page's values, so the same program would draw the same body again.
        if self.plan.is_same_program && self.staging.take_over_if("pages", &file, |old| draft.is_drawn_as(old)) {
            return Ok(());
        }
        self.staging.write("pages", &file, draft.draw().as_bytes())
    }

    /// Day for which a page is rendered. If the page would look the same on an earlier day, returns that day, so
    /// that the file stays the same from build to build until the page changes.
    fn day_of(&self, page: &PageData) -> Date {
        let today = self.plan.input.now;
        let day = match page.changed_on() {
            ChangedOn::EveryDay => None,
            ChangedOn::Never => Date::from_days(0),
            ChangedOn::AnyJob => self.plan.history.list_changed(&Route::Home),
            ChangedOn::Posting(JobPosting { id, valid_through, date_posted, .. }) => {
                let closed = valid_through.filter(|last| *last < today).map(|last| last.plus_days(1));
                closed.or_else(|| self.plan.history.changed(id).max(*date_posted))
            }
            ChangedOn::Newest(cards) => cards.iter().filter_map(|card| card.date_posted).max(),
        };
        day.map_or(today, |day| day.min(today))
    }

    /// Writes the file that the app fetches when a visitor follows a link to the page.
    fn write_values(&self, route: &Route, page: &PageData) -> Result<(), SiteError> {
        match route.data_file() {
            Some(file) => self.staging.write("page values", &file, &json("page values", page)?),
            None => Ok(()),
        }
    }
}
