//! The answer to the current query: searched in what is loaded, while what it lacks is on its way.

use leptos::prelude::*;

use super::{
    CurrentQuery,
    job_board::{JobBoard, LoadError, expect_job_board},
    loaded::Loaded,
    page_data::{JobsData, PageData},
    takeover::expect_takeover,
};
use crate::query::Query;

/// The answer to the current query. Until the index is here, the prerendered page answers its own query; while words
/// are being looked up, the last answer stays, with links that carry the new words.
pub fn answer_to(current: CurrentQuery) -> Memo<Loaded<JobsData, LoadError>> {
    let jobs = expect_job_board();
    let prerendered = prerendered();
    let found = Memo::new(move |_| {
        let query = current.query().get();
        jobs.state().ready().map(|loaded| JobsData::of(&loaded.index, &query))
    });
    load_what_lacks(jobs, found);
    Memo::new(move |previous: Option<&Loaded<JobsData, LoadError>>| {
        let query = current.query().get();
        let before = || prerendered(&query).map_or(Loaded::Pending, Loaded::Ready);
        match (jobs.state(), found.get()) {
            (Loaded::Failed(error), _) => prerendered(&query).map_or(Loaded::Failed(error), Loaded::Ready),
            (Loaded::Pending, _) | (Loaded::Ready(_), None) => before(),
            (Loaded::Ready(_), Some(data)) => match (jobs.failure_of(&data.missing), previous) {
                (Some(error), _) if data.lacks_words() => Loaded::Failed(error),
                (Some(error), _) => Loaded::Ready(JobsData { failure: Some(error), ..data }),
                (None, Some(Loaded::Ready(last))) if data.lacks_words() => Loaded::Ready(data.shown_as(last)),
                (None, _) if data.lacks_words() => before(),
                (None, _) => Loaded::Ready(data),
            },
        }
    })
}

/// What the prerendered page answers, for a query that is its own.
fn prerendered() -> impl Fn(&Query) -> Option<JobsData> + Copy + Send + Sync {
    let takeover = expect_takeover();
    let first = StoredValue::new(takeover.first_page(|page| match page {
        PageData::Jobs(data) => Some(*data),
        _ => None,
    }));
    move |query| {
        let is_for =
            |data: &JobsData| *query == Query { page: data.page as u32, ..Query::default() } || !takeover.is_live();
        first.with_value(|first| first.as_ref().filter(|data| is_for(data)).cloned())
    }
}

/// Loads the chunks an answer lacks; those that failed wait for Retry or for another answer.
fn load_what_lacks(jobs: JobBoard, found: Memo<Option<JobsData>>) {
    let missing = Memo::new(move |_| found.with(|data| data.as_ref().map(|data| data.missing.clone())));
    Effect::new(move |_| {
        let missing = missing.get().unwrap_or_default();
        if jobs.failure_of(&missing).is_none() {
            jobs.load_chunks(missing);
        }
    });
}
