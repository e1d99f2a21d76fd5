//! Where a page's values come from: the prerendered page first, then the file beside the page that is shown.

use leptos::prelude::*;

use super::{
    expect_board,
    job_board::{LoadError, PageSupply, expect_job_board},
    loaded::Loaded,
    page_data::PageData,
    page_fetches::FetchedPage,
    takeover::expect_takeover,
};
use crate::{domain::Slug, routes::Route};

/// The values of a page there is one of; `pick` takes those of this kind of page.
pub fn page_at<T>(route: Route, pick: fn(PageData) -> Option<T>) -> Signal<Loaded<T, LoadError>>
where
    T: Clone + Send + Sync + 'static,
{
    let url = route.href(&expect_board().base_path);
    let page = page_in_address(Memo::new(move |_| Some(route.clone())), pick);
    Signal::derive(move || match page.get() {
        Loaded::Ready(Some(value)) => Loaded::Ready(value),
        Loaded::Ready(None) => Loaded::Failed(LoadError::Missing { url: url.clone() }),
        Loaded::Failed(error) => Loaded::Failed(error),
        Loaded::Pending => Loaded::Pending,
    })
}

/// The values of a page about one thing, named in the address; `None` when there is no such thing.
pub fn page_about<T>(
    slug: Memo<Option<Slug>>,
    route: fn(Slug) -> Route,
    pick: fn(PageData) -> Option<T>,
) -> Signal<Loaded<Option<T>, LoadError>>
where
    T: Clone + Send + Sync + 'static,
{
    page_in_address(Memo::new(move |_| slug.get().map(route)), pick)
}

fn page_in_address<T>(
    route: Memo<Option<Route>>,
    pick: fn(PageData) -> Option<T>,
) -> Signal<Loaded<Option<T>, LoadError>>
where
    T: Clone + Send + Sync + 'static,
{
    let first = first_page();
    let is_first = Memo::new(move |_| {
        let shown = route.get();
        first.with(|first| first.as_ref().is_some_and(|(first, _)| Some(first) == shown.as_ref()))
    });
    let loaded = loaded_page(route, Signal::derive(move || !is_first.get()));
    Signal::derive(move || match is_first.get() {
        true => Loaded::Ready(first.with(|first| first.clone().and_then(|(_, page)| pick(page)))),
        false => loaded.get().map(|page| page.and_then(pick)),
    })
}

/// The page that the app was found on, and its values: as they were written until the app has taken over, then without
/// what has closed since.
fn first_page() -> RwSignal<Option<(Route, PageData)>> {
    let takeover = expect_takeover();
    let first = RwSignal::new(takeover.first_page(|page| Some((page.route()?, page))));
    Effect::new(move || {
        let day = takeover.today();
        let has_closed = |page: &PageData| page.first_closing().is_some_and(|last| last < day);
        // Pages are drawn anew when their values are set.
        if takeover.is_live() && first.with_untracked(|first| first.as_ref().is_some_and(|(_, page)| has_closed(page)))
        {
            first.update(|first| *first = first.take().map(|(route, page)| (route, page.open_on(day))));
        }
    });
    first
}

/// The values of the page in the address, while they are needed: whatever kind of page it is, so that there is one
/// such function in the app. While a page is on its way, the one before it stays.
fn loaded_page(route: Memo<Option<Route>>, is_needed: Signal<bool>) -> ReadSignal<Loaded<Option<PageData>, LoadError>> {
    let jobs = expect_job_board();
    let board = expect_board();
    let page = RwSignal::new(Loaded::Pending);
    let on_its_way = RwSignal::new(None::<FetchedPage>);
    Effect::new(move || {
        let supply = if is_needed.get() { jobs.page_supply() } else { Loaded::Pending };
        let (known, fetched) = match (supply, route.get()) {
            (Loaded::Ready(PageSupply::Files), Some(route)) => (None, Some(jobs.fetched_page(&route))),
            (Loaded::Ready(PageSupply::Live(loaded)), Some(route)) => {
                (Some(Loaded::Ready(loaded.page(&board, &route))), None)
            }
            (Loaded::Ready(_), None) => (Some(Loaded::Ready(None)), None),
            (Loaded::Pending, _) => (Some(Loaded::Pending), None),
            (Loaded::Failed(error), _) => (Some(Loaded::Failed(error)), None),
        };
        on_its_way.set(fetched);
        known.into_iter().for_each(|known| page.set(known));
    });
    // An answer to an address that has been left since is not shown: another one is on its way then.
    Effect::new(move || {
        let fetched = on_its_way.get().map_or(Loaded::Pending, |fetched| fetched.get());
        if !matches!(fetched, Loaded::Pending) {
            page.set(fetched);
        }
    });
    page.read_only()
}
