//! Where a page's values come from: the prerendered page first, the loaded board afterwards.

use std::{future::Future, sync::Arc};

use leptos::prelude::*;

use super::{
    expect_board,
    job_board::{LoadError, LoadedBoard, expect_job_board},
    loaded::Loaded,
};
use crate::{
    domain::{Board, Slug},
    index::Index,
};

/// The values of a page made from the index; `first` is what the prerendered page was made from.
pub fn page_from_index<T>(
    first: Option<T>,
    make: impl Fn(&Index) -> T + Send + Sync + 'static,
) -> Signal<Loaded<T, LoadError>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let jobs = expect_job_board();
    if let Some(first) = first {
        return Signal::stored(Loaded::Ready(first));
    }
    jobs.load();
    Memo::new(move |_| jobs.state().map(|loaded| make(&loaded.index))).into()
}

/// The values of a page about one thing, named in the address; `None` when there is no such thing.
///
/// `first` is what the prerendered page was made from, with the slug it was about.
pub fn page_from_slug<T, F>(
    first: Option<(Slug, T)>,
    slug: Memo<Option<Slug>>,
    load: impl Fn(Arc<LoadedBoard>, Arc<Board>, Slug) -> F + Copy + Send + Sync + 'static,
) -> Signal<Loaded<Option<T>, LoadError>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<Option<T>, LoadError>> + 'static,
{
    let jobs = expect_job_board();
    let board = expect_board();
    let first = StoredValue::new(first);
    let known = move |slug: &Option<Slug>| {
        first.with_value(|first| {
            first.as_ref().filter(|(about, _)| Some(about) == slug.as_ref()).map(|(_, value)| value.clone())
        })
    };
    let loaded = LocalResource::new(move || {
        let slug = slug.get();
        let is_known = known(&slug).is_some();
        let state = if is_known { Loaded::Pending } else { demanded(jobs) };
        let board = Arc::clone(&board);
        async move {
            match (state, slug) {
                (Loaded::Ready(loaded), Some(slug)) => {
                    load(loaded, board, slug).await.map_or_else(Loaded::Failed, Loaded::Ready)
                }
                (Loaded::Ready(_), None) => Loaded::Ready(None),
                (Loaded::Pending, _) => Loaded::Pending,
                (Loaded::Failed(error), _) => Loaded::Failed(error),
            }
        }
    });
    Signal::derive(move || match known(&slug.get()) {
        Some(value) => Loaded::Ready(Some(value)),
        None => loaded.get().unwrap_or(Loaded::Pending),
    })
}

fn demanded(jobs: super::JobBoard) -> Loaded<Arc<LoadedBoard>, LoadError> {
    jobs.load();
    jobs.state()
}
