//! Page of jobs similar to one job, each with the reasons. The site has one file for all such pages, without jobs; the
//! app fills it from the pages of the jobs.

use openroles_engine::{
    index::{DocId, Index},
    query::{SimilarJob, SimilarReason, similar, similar_after},
};
use openroles_model::domain::{BoardSettings, Date, JobCard, Slug};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ChangedOn, Head, JobData, Page, PageContext, closes_after, is_open};
use crate::routes::Route;

/// A similar job, with reasons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimilarCard {
    /// The job.
    pub card: JobCard,
    /// Why it is similar, strongest reason first.
    pub reasons: Vec<SimilarReason>,
}

/// A similar job whose card is on its own page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SimilarLink {
    /// Slug of the job.
    pub slug: Slug,
    /// Why it is similar, strongest reason first.
    pub reasons: Vec<SimilarReason>,
}

/// Values of the page of jobs similar to one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SimilarJobsData {
    /// Job that the others are similar to; `None` in the file that all such pages share.
    pub card: Option<JobCard>,
    /// Similar jobs, most similar first.
    pub similar: Vec<SimilarCard>,
}

/// Number of similar jobs on the page.
const SIMILAR_ON_OWN_PAGE: usize = 12;

impl SimilarCard {
    /// The card without excerpt and skills. A page shows many similar jobs, and their reasons say what they share.
    fn of(card: &JobCard, reasons: Vec<SimilarReason>) -> Self {
        Self { card: JobCard { excerpt: String::new(), skills: Vec::new(), ..card.clone() }, reasons }
    }
}

impl SimilarJobsData {
    /// Page of jobs similar to the job with this slug; `None` if the index has no such job.
    pub fn of(index: &Index, slug: &Slug) -> Option<Self> {
        let doc = index.doc_by_slug(slug)?;
        Some(Self::with(index, doc, similar(index, doc, SIMILAR_ON_OWN_PAGE)))
    }

    /// Like [`of`](Self::of), but the jobs that an earlier build listed stay where they are nearly as good.
    pub fn after(index: &Index, slug: &Slug, known: &[DocId]) -> Option<Self> {
        let doc = index.doc_by_slug(slug)?;
        Some(Self::with(index, doc, similar_after(index, doc, SIMILAR_ON_OWN_PAGE, known)))
    }

    fn with(index: &Index, doc: DocId, similar: Vec<SimilarJob>) -> Self {
        let cards = similar.into_iter().map(|job| SimilarCard::of(index.card(job.doc), job.reasons));
        Self { card: Some(index.card(doc).clone()), similar: cards.collect() }
    }

    /// Page of jobs similar to `job`. `others` are the pages of its [`more_similar`](JobData::more_similar) jobs, in the
    /// same order; those that no longer exist are `None`.
    pub fn beside(job: JobData, others: impl IntoIterator<Item = Option<JobData>>) -> Self {
        let card = job.card();
        let more = job.more_similar.into_iter().zip(others);
        let more = more.filter_map(|(link, other)| Some(SimilarCard::of(&other?.card(), link.reasons)));
        Self { card: Some(card), similar: job.similar.into_iter().chain(more).collect() }
    }
}

impl Page for SimilarJobsData {
    fn route(&self) -> Option<Route> {
        Some(Route::SimilarJobs(self.card.as_ref().map(|card| card.slug.clone())))
    }

    fn head(&self, board: &BoardSettings) -> Head {
        let words = board.words();
        let (title, description) = match &self.card {
            Some(card) => {
                ((words.head.similar)(&card.title), (words.head.similar_counted)(self.similar.len(), &card.title))
            }
            None => (words.job.similar.to_owned(), words.job.similar_need_script.to_owned()),
        };
        Head { title: format!("{title} · {}", board.name), description }
    }

    /// The page isn't listed, so search engines need no data.
    fn structured_data(&self, _context: &PageContext<'_>) -> Vec<Option<Value>> {
        Vec::new()
    }

    /// The list repeats other pages' cards.
    fn is_listed(&self, _now: Date) -> bool {
        false
    }

    fn changed_on(&self) -> ChangedOn<'_> {
        ChangedOn::Never
    }

    fn first_closing(&self) -> Option<Date> {
        self.similar.iter().filter_map(|similar| closes_after(&similar.card)).min()
    }

    fn remove_closed(&mut self, day: Date) {
        self.similar.retain(|similar| is_open(&similar.card, day));
    }
}
