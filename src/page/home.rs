//! Front page: a few jobs, and links into the site.

use openroles_engine::{
    index::{DocId, Index},
    query::{FacetValue, Query, Sort, search},
};
use openroles_model::{
    domain::{BoardSettings, Date, JobCard},
    facets::Facet,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Head, LandingLink, Page, PageContext, SharingSubject, cards, earliest_closing, keep_open, listed_jobs};
use crate::{routes::Route, structured_data::website};

/// Values of the front page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HomeData {
    /// Number of open jobs.
    pub job_count: usize,
    /// Featured jobs, followed by the newest; six in total.
    pub jobs: Vec<JobCard>,
    /// Most common skills.
    pub skills: Vec<FacetValue>,
    /// Most common places.
    pub locations: Vec<FacetValue>,
    /// Companies with the most jobs.
    pub companies: Vec<FacetValue>,
    /// Landing pages with the most jobs; empty for a live feed.
    #[serde(default)]
    pub landings: Vec<LandingLink>,
}

/// Number of jobs on the front page.
const HOME_JOBS: usize = 6;
/// Number of links per facet on the front page.
const HOME_VALUES: usize = 12;

impl HomeData {
    /// Values of the front page. `landings` is left empty.
    pub fn of(index: &Index, board: &BoardSettings) -> Self {
        let results = search(index, &Query { sort: Sort::Newest, ..Query::default() });
        let top =
            |facet| results.facet(facet).map(|counts| counts.first_values(index, HOME_VALUES)).unwrap_or_default();
        let chosen =
            board.featured_jobs.iter().filter_map(|id| index.doc_by_id(id)).filter(|doc| !index.is_expired(*doc));
        let mut docs: Vec<DocId> = chosen.take(HOME_JOBS).collect();
        for hit in &results.hits {
            if docs.len() < HOME_JOBS && !docs.contains(&hit.doc) {
                docs.push(hit.doc);
            }
        }
        Self {
            job_count: results.hit_count,
            jobs: cards(index, docs),
            skills: top(Facet::Skill),
            locations: top(Facet::Location),
            companies: top(Facet::Company),
            landings: Vec::new(),
        }
    }
}

impl Page for HomeData {
    fn route(&self) -> Option<Route> {
        Some(Route::Home)
    }

    fn head(&self, board: &BoardSettings) -> Head {
        let title =
            if board.tagline.is_empty() { board.name.clone() } else { format!("{} · {}", board.name, board.tagline) };
        Head { title, description: (board.words().head.board)(self.job_count, &board.name) }
    }

    fn structured_data(&self, context: &PageContext<'_>) -> Vec<Option<Value>> {
        vec![website(context.board), listed_jobs(context.board, &self.jobs)]
    }

    fn sharing_subject(&self) -> Option<SharingSubject<'_>> {
        Some(SharingSubject::Board)
    }

    fn first_closing(&self) -> Option<Date> {
        earliest_closing(&self.jobs)
    }

    fn remove_closed(&mut self, day: Date) {
        self.job_count = self.job_count.saturating_sub(keep_open(&mut self.jobs, day));
    }
}
