//! Where a page's values come from: the prerendered page first, then the file beside the page that is shown.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

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
    let first = StoredValue::new(first);
    let known = move |route: &Option<Route>| {
        first.with_value(|first| {
            first.as_ref().filter(|(shown, _)| Some(shown) == route.as_ref()).map(|(_, value)| value.clone())
        })
    };
    let loaded = loaded_page(route, Signal::derive(move || known(&route.get()).is_none()));
    Signal::derive(move || match known(&route.get()) {
        Some(value) => Loaded::Ready(Some(value)),
        None => loaded.get().map(|page| page.and_then(pick)),
    })
}

/// The values of the page in the address, while they are needed: whatever kind of page it is, so that there is one
/// such function in the app. While a page is on its way, the one before it stays.
fn loaded_page(route: Memo<Option<Route>>, is_needed: Signal<bool>) -> ReadSignal<Loaded<Option<PageData>, LoadError>> {
    let jobs = expect_job_board();
    let board = expect_board();
    let page = RwSignal::new(Loaded::Pending);
    // An answer to an address that has been left since is not shown.
    let turn = StoredValue::new(0_u32);
    Effect::new(move || {
        turn.update_value(|turn| *turn += 1);
        let supply = if is_needed.get() { jobs.page_supply() } else { Loaded::Pending };
        match (supply, route.get()) {
            (Loaded::Ready(PageSupply::Files), Some(route)) => {
                let (board, own_turn) = (Arc::clone(&board), turn.get_value());
                spawn_local(async move {
                    let fetched = fetch_page(&board, &route).await;
                    if turn.try_get_value() == Some(own_turn) {
                        page.set(fetched.map_or_else(Loaded::Failed, Loaded::Ready));
                    }
                });
            }
            (Loaded::Ready(PageSupply::Live(loaded)), Some(route)) => {
                page.set(Loaded::Ready(loaded.page(&board, &route)));
            }
            (Loaded::Ready(_), None) => page.set(Loaded::Ready(None)),
            (Loaded::Pending, _) => page.set(Loaded::Pending),
            (Loaded::Failed(error), _) => page.set(Loaded::Failed(error)),
        }
    });
    page.read_only()
}
