//! Page of the list of all open jobs, newest first. Crawlers and visitors without JavaScript find every job on these
//! pages.

use openroles_engine::index::Index;
use openroles_model::domain::{BoardSettings, Date, JobCard};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Head, Page, PageContext, SharingSubject, all_jobs_crumb, cards, keep_open, listed_jobs};
use crate::{
    routes::Route,
    structured_data::{Crumb, breadcrumbs},
};

/// Values of one page of the list of all open jobs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListData {
    /// Page, counted from 1.
    pub page: u32,
    /// Number of pages, at least 1.
    pub page_count: u32,
    /// Number of open jobs on the board.
    pub job_count: usize,
    /// Jobs of this page, newest first.
    pub jobs: Vec<JobCard>,
}

/// Number of jobs on a page. Five times as many as on a page of results, so that there are few files.
const JOBS_PER_PAGE: usize = 100;

impl ListData {
    /// The page with this number; `None` if the list has no such page. An empty board has one page.
    pub fn of(index: &Index, page: u32) -> Option<Self> {
        let open = || index.docs().filter(|doc| !index.is_expired(*doc));
        let job_count = open().count();
        let page_count = Self::page_count(job_count);
        let start = page.checked_sub(1).filter(|_| page <= page_count)? as usize * JOBS_PER_PAGE;
        let jobs = cards(index, open().skip(start).take(JOBS_PER_PAGE));
        Some(Self { page, page_count, job_count, jobs })
    }

    /// Number of pages for this many open jobs.
    pub fn page_count(job_count: usize) -> u32 {
        u32::try_from(job_count.div_ceil(JOBS_PER_PAGE).max(1)).unwrap_or(u32::MAX)
    }
}

impl Page for ListData {
    fn route(&self) -> Option<Route> {
        Some(Route::JobsPage(self.page))
    }

    fn head(&self, board: &BoardSettings) -> Head {
        let words = &board.words().head;
        let title = (words.list)(self.page, self.page_count);
        Head {
            description: (words.list_counted)(self.job_count, &board.name),
            title: format!("{title} · {}", board.name),
        }
    }

    fn structured_data(&self, context: &PageContext<'_>) -> Vec<Option<Value>> {
        let title = (context.board.words().head.list)(self.page, self.page_count);
        let crumbs = [all_jobs_crumb(context.board), Crumb { name: &title, route: Route::JobsPage(self.page) }];
        vec![breadcrumbs(context.board, &crumbs), listed_jobs(context.board, &self.jobs)]
    }

    fn sharing_subject(&self) -> Option<SharingSubject<'_>> {
        Some(SharingSubject::Board)
    }

    fn listed_cards(&self) -> Option<&[JobCard]> {
        Some(&self.jobs)
    }

    fn remove_closed(&mut self, day: Date) {
        self.job_count = self.job_count.saturating_sub(keep_open(&mut self.jobs, day));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_engine::index::fixture;

    #[test]
    fn the_pages_show_every_open_job_once_and_newest_first() {
        let postings: Vec<_> = (0..250).map(|number| fixture::posting(&format!("Baker {number}"))).collect();
        let index = fixture::index(&postings);
        let pages: Vec<ListData> = (1..).map_while(|page| ListData::of(&index, page)).collect();
        let counts: Vec<_> = pages.iter().map(|page| (page.page, page.page_count, page.jobs.len())).collect();
        assert_eq!(counts, [(1, 3, 100), (2, 3, 100), (3, 3, 50)]);
        let shown: Vec<_> = pages.into_iter().flat_map(|page| page.jobs).collect();
        assert_eq!(shown, cards(&index, index.docs()));
        assert_eq!(ListData::of(&index, 0), None);
        let empty = ListData::of(&fixture::index(&[]), 1).expect("a page");
        assert_eq!((empty.page_count, empty.job_count), (1, 0));
    }
}
