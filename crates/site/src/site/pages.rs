//! Renders and writes every page of a site, using all cores.

use std::{
    collections::HashMap,
    mem,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use openroles_app::{
    page::{
        ChangedOn, CompaniesData, CompanyData, HomeData, JobData, JobsData, LandingData, LandingTopic, ListData,
        PageData, SimilarJobsData,
    },
    routes::Route,
};
use openroles_engine::{
    index::DocId,
    query::{FirstHits, Query},
};
use openroles_model::domain::{Date, JobId, JobPosting, Organization};
use rayon::prelude::*;

use super::{
    PagesWanted, SiteError, WriteProgress,
    packed::{self, PackedJob},
    pictures::Pictures,
    plan::Plan,
    remembered::SimilarRef,
    staging::Staging,
    tombstones::Tombstone,
};
use crate::prerender::{PageDraft, PageFiles, PageInput};

/// What was written.
pub(super) struct WrittenPages {
    /// Name of the list of files with the values of jobs without a page, if there are any.
    pub(super) packed_jobs: Option<String>,
    /// Similar jobs on each job's page.
    pub(super) similar: Vec<(JobId, Vec<SimilarRef>)>,
}

/// Renders and writes all pages, and packs the values of jobs without a page.
///
/// If there are no pages at all, pages of closed jobs stay. If the old site has values of jobs, so does the new one,
/// because a later build may have to show these jobs as closed.
pub(super) fn write_pages(
    staging: &Staging,
    plan: &Plan<'_>,
    pictures: Option<&Pictures<'_>>,
) -> Result<WrittenPages, SiteError> {
    let docs = plan.index.docs().map(|doc| (SimilarRef::of(&plan.index.card(doc).id), doc)).collect();
    let pages = Pages { staging, plan, pictures, docs, similar: Mutex::default() };
    let (with_page, packed) = plan.tombstones.split_at(plan.room.closed);
    with_page.par_iter().try_for_each(|tombstone| pages.write_tombstone(tombstone))?;
    let input = plan.input;
    let packed_jobs = match input.pages {
        PagesWanted::None if plan.has_earlier_values => pages.pack(input.postings, packed),
        PagesWanted::None => pages.pack(&[], packed),
        PagesWanted::All | PagesWanted::First(_) => {
            pages.write_all()?;
            pages.pack(&input.postings[input.with_page().len()..], packed)
        }
    }?;
    let similar = mem::take(&mut *pages.similar.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(WrittenPages { packed_jobs, similar })
}

/// Number of links to landing pages on the front page.
const LANDINGS_ON_HOME: usize = 12;

struct Pages<'a> {
    staging: &'a Staging,
    plan: &'a Plan<'a>,
    pictures: Option<&'a Pictures<'a>>,
    /// Jobs of the index by what the history calls them.
    docs: HashMap<SimilarRef, DocId>,
    /// Similar jobs on each job's page, for the history.
    similar: Mutex<Vec<(JobId, Vec<SimilarRef>)>>,
}

impl Pages<'_> {
    fn write_all(&self) -> Result<(), SiteError> {
        let Plan { input, index, landings, .. } = self.plan;
        let job_pages = input.with_page();
        let open = index.docs().filter(|doc| !index.is_expired(*doc)).count();
        let list_pages = ListData::page_count(open);
        let total = list_pages as usize + input.organizations.len() + job_pages.len();
        let done = AtomicUsize::new(0);
        let step = || (input.progress)(WriteProgress { done: done.fetch_add(1, Ordering::Relaxed) + 1, total });
        self.write_single_pages()?;
        landings.topics().par_bridge().try_for_each(|(topic, hits)| self.write_landing(topic, hits))?;
        (1..=list_pages).into_par_iter().try_for_each(|page| self.write_list_page(page).map(|()| step()))?;
        input.organizations.par_iter().try_for_each(|company| self.write_company(company).map(|()| step()))?;
        job_pages.par_iter().try_for_each(|posting| {
            let organization = self.plan.organization_of(posting).cloned();
            self.write_job(posting, organization).map(|()| step())
        })
    }

    /// Packs the values of jobs without a page.
    fn pack(&self, postings: &[JobPosting], closed: &[Tombstone]) -> Result<Option<String>, SiteError> {
        let jobs = postings.iter().map(PackedJob::Open).chain(closed.iter().map(PackedJob::Closed)).collect();
        packed::write(self.staging, jobs, |job| {
            self.job_data(match job {
                PackedJob::Open(posting) => {
                    JobData::alone(posting.clone(), self.plan.organization_of(posting).cloned())
                }
                PackedJob::Closed(tombstone) => tombstone.data.clone(),
            })
        })
    }

    /// Writes the pages that every site has once.
    fn write_single_pages(&self) -> Result<(), SiteError> {
        let (index, board) = (self.plan.index, self.plan.input.board);
        let home = HomeData {
            landings: self.plan.landings.first(LANDINGS_ON_HOME, &board.words().head),
            ..HomeData::of(index, board)
        };
        self.write(&Route::Home, PageData::Home(Box::new(home)))?;
        self.write(&Route::Jobs, PageData::Jobs(Box::new(JobsData::of(index, &Query::default()))))?;
        self.write(&Route::Companies, PageData::Companies(CompaniesData::of(index)))?;
        self.write(&Route::SimilarJobs(None), PageData::SimilarJobs(Box::default()))?;
        self.write(&Route::NotFound, PageData::NotFound)
    }

    fn write_list_page(&self, page: u32) -> Result<(), SiteError> {
        let list = ListData::of(self.plan.index, page);
        list.map_or(Ok(()), |list| self.write(&Route::JobsPage(page), PageData::List(Box::new(list))))
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

    fn write_job(&self, posting: &JobPosting, organization: Option<Organization>) -> Result<(), SiteError> {
        let route = Route::Job(posting.slug.clone());
        let known = self.plan.history.similar(&posting.id).iter().filter_map(|known| self.docs.get(known).copied());
        let Some(similar) = SimilarJobsData::after(self.plan.index, &posting.slug, &known.collect::<Vec<_>>()) else {
            return self.write(&route, self.job(JobData::alone(posting.clone(), organization)));
        };
        let listed = similar.similar.iter().map(|similar| SimilarRef::of(&similar.card.id)).collect();
        self.similar.lock().unwrap_or_else(PoisonError::into_inner).push((posting.id.clone(), listed));
        let data = JobData::beside(&similar, self.plan.input.board, posting.clone(), organization);
        self.write(&route, self.job(data))
    }

    /// Writes the page of a closed job.
    fn write_tombstone(&self, tombstone: &Tombstone) -> Result<(), SiteError> {
        let route = Route::Job(tombstone.posting().slug.clone());
        self.write(&route, self.job(tombstone.data.clone()))
    }

    fn job(&self, data: JobData) -> PageData {
        PageData::Job(Box::new(self.job_data(data)))
    }

    /// Values of a job's page, with links to the landing pages of this build and what the builds have seen of the job.
    fn job_data(&self, data: JobData) -> JobData {
        let skill_pages = match self.plan.input.pages {
            PagesWanted::None => Vec::new(),
            PagesWanted::All | PagesWanted::First(_) => self.plan.landings.of_skills(&data.posting),
        };
        let on_board = self.plan.history.time_on_board(&data.posting);
        JobData { skill_pages, on_board, ..data }
    }

    fn write(&self, route: &Route, page: PageData) -> Result<(), SiteError> {
        let now = self.day_of(&page);
        let picture = self.pictures.map(|pictures| pictures.of_page(&page)).transpose()?.flatten();
        let files = PageFiles { app: self.plan.assets, picture: picture.as_ref() };
        let input = PageInput { board: self.plan.board.clone(), now, page };
        let (draft, file) = (PageDraft::of(input, route, files), route.file());
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
}
