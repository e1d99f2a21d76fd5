//! Where a page's values come from: the prerendered page first, then the file beside the page that is shown.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    expect_board,
    job_board::{LoadError, PageSupply, expect_job_board, fetch_page},
    loaded::Loaded,
    page_data::PageData,
};
use crate::{domain::Slug, routes::Route};

/// The values of a page there is one of. `first` is what the prerendered page was made from; `pick` takes the values
/// of this kind of page.
pub fn page_at<T>(first: Option<T>, route: Route, pick: fn(PageData) -> Option<T>) -> Signal<Loaded<T, LoadError>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let url = route.href(&expect_board().base_path);
    let first = first.map(|value| (route.clone(), value));
    let page = page_in_address(first, Memo::new(move |_| Some(route.clone())), pick);
    Signal::derive(move || match page.get() {
        Loaded::Ready(Some(value)) => Loaded::Ready(value),
        Loaded::Ready(None) => Loaded::Failed(LoadError::Missing { url: url.clone() }),
        Loaded::Failed(error) => Loaded::Failed(error),
        Loaded::Pending => Loaded::Pending,
    })
}

/// The values of a page about one thing, named in the address; `None` when there is no such thing.
///
/// `first` is what the prerendered page was made from, with the slug it was about.
pub fn page_about<T>(
    first: Option<(Slug, T)>,
    slug: Memo<Option<Slug>>,
    route: fn(Slug) -> Route,
    pick: fn(PageData) -> Option<T>,
) -> Signal<Loaded<Option<T>, LoadError>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    page_in_address(first.map(|(slug, value)| (route(slug), value)), Memo::new(move |_| slug.get().map(route)), pick)
}

fn page_in_address<T>(
    first: Option<(Route, T)>,
    route: Memo<Option<Route>>,
    pick: fn(PageData) -> Option<T>,
) -> Signal<Loaded<Option<T>, LoadError>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let jobs = expect_job_board();
    let board = expect_board();
    let first = StoredValue::new(first);
    let known = move |route: &Option<Route>| {
        first.with_value(|first| {
            first.as_ref().filter(|(shown, _)| Some(shown) == route.as_ref()).map(|(_, value)| value.clone())
        })
    };
    let loaded = LocalResource::new(move || {
        let route = route.get();
        let supply = if known(&route).is_some() { Loaded::Pending } else { jobs.page_supply() };
        let board = Arc::clone(&board);
        async move {
            let page = match (supply, route) {
                (Loaded::Ready(PageSupply::Files), Some(route)) => fetch_page(&board, &route).await,
                (Loaded::Ready(PageSupply::Live(loaded)), Some(route)) => Ok(loaded.page(&board, &route)),
                (Loaded::Ready(_), None) => Ok(None),
                (Loaded::Pending, _) => return Loaded::Pending,
                (Loaded::Failed(error), _) => Err(error),
            };
            page.map_or_else(Loaded::Failed, |page| Loaded::Ready(page.and_then(pick)))
        }
    });
    Signal::derive(move || match known(&route.get()) {
        Some(value) => Loaded::Ready(Some(value)),
        None => loaded.get().unwrap_or(Loaded::Pending),
    })
}
