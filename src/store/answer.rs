//! Results for the current query, and the loading of the chunks they need.

use std::time::Duration;

use leptos::prelude::*;
use openroles_engine::query::{Query, search};

use super::{
    CurrentQuery,
    job_board::{JobBoard, expect_job_board},
    load_error::LoadError,
    loaded::Loaded,
    takeover::expect_takeover,
};
use crate::page::{JobsData, PageData};

/// Pause in typing before the chunks for unfinished words are loaded. Most words that a fast typist passes through
/// are never looked at.
const TYPING_PAUSE: Duration = Duration::from_millis(120);

/// Time after which a visitor who is still reading a list may want the next page; by then, nothing else is loading.
const READING_PAUSE: Duration = Duration::from_secs(1);

/// Results to show, and why they are incomplete.
#[derive(Clone, Debug, PartialEq)]
pub struct JobsAnswer {
    /// The results.
    pub data: JobsData,
    /// Why chunks that they need couldn't be loaded.
    pub failure: Option<LoadError>,
}

impl From<JobsData> for JobsAnswer {
    fn from(data: JobsData) -> Self {
        Self { data, failure: None }
    }
}

/// Results for the current query. Until the index is loaded, a prerendered page provides the results for its own
/// query. While words are being looked up or another order is being loaded, the last results stay, with links that carry the
/// new query.
pub fn answer_to(current: CurrentQuery) -> Memo<Loaded<JobsAnswer, LoadError>> {
    let jobs = expect_job_board();
    let prerendered = prerendered();
    let found = Memo::new(move |_| {
        let query = current.query().get();
        jobs.state().ready().map(|loaded| JobsData::of(&loaded.index, &query))
    });
    load_what_lacks(jobs, current, found, prerendered);
    Memo::new(move |previous: Option<&Loaded<JobsAnswer, LoadError>>| {
        let query = current.query().get();
        let first = || prerendered(&query).map(JobsAnswer::from);
        match (jobs.state(), found.get()) {
            (Loaded::Ready(_), Some(data)) if data.missing.is_empty() => Loaded::Ready(data.into()),
            (Loaded::Failed(error), _) => first().map_or(Loaded::Failed(error), Loaded::Ready),
            (Loaded::Pending, _) | (Loaded::Ready(_), None) => first().map_or(Loaded::Pending, Loaded::Ready),
            (Loaded::Ready(_), Some(data)) => first().map_or_else(|| partial(jobs, data, previous), Loaded::Ready),
        }
    })
}

/// Results to show if `data` is incomplete. Counts don't need cards, so they are shown at once. If words couldn't
/// be looked up or jobs couldn't be ordered, the last list stays, with the error above it.
fn partial(
    jobs: JobBoard,
    data: JobsData,
    previous: Option<&Loaded<JobsAnswer, LoadError>>,
) -> Loaded<JobsAnswer, LoadError> {
    match (jobs.failure_of(&data.missing), previous) {
        (Some(error), Some(Loaded::Ready(last))) if data.lacks_hits() => {
            Loaded::Ready(JobsAnswer { data: data.shown_as(&last.data), failure: Some(error) })
        }
        (Some(error), _) if data.lacks_hits() => Loaded::Failed(error),
        (failure, _) if !data.lacks_hits() => Loaded::Ready(JobsAnswer { data, failure }),
        (_, Some(Loaded::Ready(last))) => Loaded::Ready(data.shown_as(&last.data).into()),
        _ => Loaded::Pending,
    }
}

/// Returns a function that gives the prerendered page's results if a query is the page's own.
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

/// Loads the chunks that the results need. Chunks that failed wait for Retry or for other results. A page that was
/// prerendered today needs none.
fn load_what_lacks(
    jobs: JobBoard,
    current: CurrentQuery,
    found: Memo<Option<JobsData>>,
    prerendered: impl Fn(&Query) -> Option<JobsData> + Copy + Send + Sync + 'static,
) {
    let takeover = expect_takeover();
    let missing = Memo::new(move |_| {
        let is_exact = takeover.is_of_today() && current.query().with(|query| prerendered(query).is_some());
        let missing = found.with(|data| data.as_ref().map(|data| data.missing.clone()));
        // A newer board may have other chunks with the same ids.
        let board = jobs.state().ready().and_then(|loaded| loaded.files.clone());
        (board, missing.filter(|_| !is_exact).unwrap_or_default())
    });
    load_next_page(jobs, found);
    // Query at which typing has paused. From then on, further chunks are loaded without a pause.
    let settled = StoredValue::new(None::<Query>);
    Effect::new(move |waiting: Option<Option<TimeoutHandle>>| {
        waiting.flatten().iter().for_each(TimeoutHandle::clear);
        // Read before anything derived from it: see `page_source::found_page`.
        let query = current.query().get();
        let (_, missing) = missing.get();
        if jobs.failure_of(&missing).is_some() || missing.is_empty() {
            return None;
        }
        if !current.is_being_typed() || settled.with_value(|settled| settled.as_ref() == Some(&query)) {
            jobs.load_chunks(missing);
            return None;
        }
        let load = move || {
            settled.set_value(Some(query.clone()));
            jobs.load_chunks(missing.clone());
        };
        set_timeout_with_handle(load, TYPING_PAUSE).ok()
    });
}

/// Loads the cards of the next page once the results are complete and nothing has changed for a while.
fn load_next_page(jobs: JobBoard, found: Memo<Option<JobsData>>) {
    let next = Memo::new(move |_| {
        let whole = found.get().filter(|data| data.missing.is_empty());
        whole.filter(|data| data.page + 1 < data.page_count).map(|data| data.query.with_page(data.page as u32 + 1))
    });
    Effect::new(move |waiting: Option<Option<TimeoutHandle>>| {
        waiting.flatten().iter().for_each(TimeoutHandle::clear);
        let query = next.get()?;
        let load = move || {
            if let Loaded::Ready(loaded) = jobs.state_untracked() {
                jobs.load_chunks(search(&loaded.index, &query).missing);
            }
        };
        set_timeout_with_handle(load, READING_PAUSE).ok()
    });
}
