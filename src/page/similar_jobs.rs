//! Page of jobs similar to one job, each with the reasons.

use openroles_engine::{
    index::{DocId, Index},
    query::{SimilarReason, similar},
};
use openroles_model::domain::{BoardSettings, Date, JobCard, Slug};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ChangedOn, Head, Page, PageContext, SharingSubject, all_jobs_crumb, closes_after, is_open, job_crumb};
use crate::{
    routes::Route,
    structured_data::{Crumb, breadcrumbs, item_list},
};

/// A similar job, with reasons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimilarCard {
    /// The job.
    pub card: JobCard,
    /// Why it is similar, strongest reason first.
    pub reasons: Vec<SimilarReason>,
}

/// Values of the page of jobs similar to one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimilarJobsData {
    /// Job that the others are similar to.
    pub card: JobCard,
    /// Similar jobs, most similar first.
    pub similar: Vec<SimilarCard>,
}

/// Number of similar jobs on the page.
const SIMILAR_ON_OWN_PAGE: usize = 12;

impl SimilarJobsData {
    /// Page of jobs similar to the job with this slug; `None` if the index has no such job.
    pub fn of(index: &Index, slug: &Slug) -> Option<Self> {
        let doc = index.doc_by_slug(slug)?;
        Some(Self { card: index.card(doc).clone(), similar: similar_cards(index, doc, SIMILAR_ON_OWN_PAGE) })
    }
}

impl Page for SimilarJobsData {
    fn route(&self) -> Option<Route> {
        Some(Route::SimilarJobs(self.card.slug.clone()))
    }

    fn head(&self, board: &BoardSettings) -> Head {
        let words = &board.words().head;
        let description = (words.similar_counted)(self.similar.len(), &self.card.title);
        Head { title: format!("{} · {}", (words.similar)(&self.card.title), board.name), description }
    }

    fn structured_data(&self, context: &PageContext<'_>) -> Vec<Option<Value>> {
        let route = Route::SimilarJobs(self.card.slug.clone());
        let job = job_crumb(&self.card.title, &self.card.slug);
        let crumbs = [all_jobs_crumb(context.board), job, Crumb { name: context.board.words().job.similar, route }];
        let slug = |similar: &SimilarCard| Route::Job(similar.card.slug.clone());
        vec![breadcrumbs(context.board, &crumbs), item_list(context.board, self.similar.iter().map(slug))]
    }

    fn sharing_subject(&self) -> Option<SharingSubject<'_>> {
        Some(SharingSubject::Job(Box::new(self.card.clone())))
    }

    /// The list repeats other pages' cards.
    fn is_listed(&self, _now: Date) -> bool {
        false
    }

    fn changed_on(&self) -> ChangedOn<'_> {
        ChangedOn::Newest(std::slice::from_ref(&self.card))
    }

    fn first_closing(&self) -> Option<Date> {
        self.similar.iter().filter_map(|similar| closes_after(&similar.card)).min()
    }

    fn remove_closed(&mut self, day: Date) {
        self.similar.retain(|similar| is_open(&similar.card, day));
    }
}

fn similar_cards(index: &Index, doc: DocId, limit: usize) -> Vec<SimilarCard> {
    let similar = similar(index, doc, limit).into_iter();
    similar.map(|job| SimilarCard { card: index.card(job.doc).clone(), reasons: job.reasons }).collect()
}
