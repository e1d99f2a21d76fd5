//! Source of a page's values: the page that the browser opened first, then the files of further pages, or a live
//! feed.

use leptos::prelude::*;

use super::{
    expect_board,
    job_board::{PageSupply, expect_job_board},
    load_error::LoadError,
    loaded::Loaded,
    page_fetches::{FetchedPage, FoundPage},
    takeover::expect_takeover,
};
use crate::{
    page::{PageData, UNLISTED},
    routes::Route,
};

/// Page to show.
#[derive(Clone, Copy)]
pub struct PageSource {
    /// Its values; `Ready(None)` if it doesn't exist.
    pub data: Signal<Loaded<Option<PageData>, LoadError>>,
    /// HTML of the `head` elements that are specific to the page; `None` until it is loaded.
    pub head: Signal<Option<String>>,
}

/// Page with a fixed route. If it doesn't exist, `data` is `Failed`, because every board has one.
pub fn page_at(route: Route) -> PageSource {
    let url = route.href(&expect_board().base_path);
    let PageSource { data, head } = page_in_address(Memo::new(move |_| Some(route.clone())));
    let data = Signal::derive(move || match data.get() {
        Loaded::Ready(None) => Loaded::Failed(LoadError::Missing { url: url.clone() }),
        other => other,
    });
    PageSource { data, head }
}

/// Page whose route depends on the URL; the route is `None` if the URL can't name a page.
pub fn page_in_address(route: Memo<Option<Route>>) -> PageSource {
    let found = found_page(route);
    PageSource {
        data: Signal::derive(move || found.get().map(|page| page.map(|page| page.data))),
        head: Signal::derive(move || {
            found.get().ready().map(|page| page.map_or_else(|| UNLISTED.to_owned(), |page| page.head))
        }),
    }
}

/// Page that the URL asks for.
#[derive(Clone, Debug, PartialEq)]
enum Wanted {
    /// Page that was prerendered.
    First,
    /// Any other page; `None` if the URL can't name a page.
    Other(Option<Route>),
}

/// Page that the URL asks for.
///
/// The route is wrapped in one memo because of a bug in Leptos: if an effect reads two memos, the first of which
/// depends on the second, and only the second changes, the effect doesn't run again. An old page would then stay
/// under a new URL.
fn found_page(route: Memo<Option<Route>>) -> Signal<Loaded<Option<FoundPage>, LoadError>> {
    let first = first_page();
    let wanted = Memo::new(move |_| {
        let route = route.get();
        let is_first = first.with(|first| first.as_ref().is_some_and(|(first, _)| Some(first) == route.as_ref()));
        if is_first { Wanted::First } else { Wanted::Other(route) }
    });
    let loaded = loaded_page(wanted, first);
    Signal::derive(move || match wanted.get() {
        Wanted::First => Loaded::Ready(first.with(|first| first.clone().map(|(_, page)| page))),
        Wanted::Other(_) => loaded.get(),
    })
}

/// Prerendered page: unchanged until the app has taken over, then without jobs that have closed since.
fn first_page() -> RwSignal<Option<(Route, FoundPage)>> {
    let takeover = expect_takeover();
    let head = takeover.first_head();
    let first = RwSignal::new(takeover.first_page(|data| Some((data.route()?, FoundPage { data, head }))));
    Effect::new(move || {
        let day = takeover.today();
        let has_closed = |page: &FoundPage| page.data.first_closing().is_some_and(|last| last < day);
        // Setting the values renders the page again, so that is done only if something has closed.
        if takeover.is_live() && first.with_untracked(|first| first.as_ref().is_some_and(|(_, page)| has_closed(page)))
        {
            let open = |page: FoundPage| FoundPage { data: page.data.open_on(day), head: page.head };
            first.update(|first| *first = first.take().map(|(route, page)| (route, open(page))));
        }
    });
    first
}

/// Page in the URL. While it loads, the previous page stays.
fn loaded_page(
    wanted: Memo<Wanted>,
    first: RwSignal<Option<(Route, FoundPage)>>,
) -> ReadSignal<Loaded<Option<FoundPage>, LoadError>> {
    let jobs = expect_job_board();
    let board = expect_board();
    let page = RwSignal::new(Loaded::Pending);
    let on_its_way = RwSignal::new(None::<FetchedPage>);
    Effect::new(move || {
        let (known, fetched) = match wanted.get() {
            Wanted::First => (Some(Loaded::Ready(first.get().map(|(_, page)| page))), None),
            Wanted::Other(route) => match (jobs.page_supply(), route) {
                (Loaded::Ready(PageSupply::Files), Some(route)) => (None, Some(jobs.fetched_page(&route))),
                (Loaded::Ready(PageSupply::Live(loaded)), Some(route)) => {
                    let page = loaded.live.as_ref().and_then(|live| live.page(&loaded.index, &board, &route));
                    (Some(Loaded::Ready(page)), None)
                }
                (Loaded::Ready(_), None) => (Some(Loaded::Ready(None)), None),
                (Loaded::Pending, _) => ((!page.with_untracked(Loaded::is_ready)).then_some(Loaded::Pending), None),
                (Loaded::Failed(error), _) => (Some(Loaded::Failed(error)), None),
            },
        };
        on_its_way.set(fetched);
        known.into_iter().for_each(|known| page.set(known));
    });
    // A page that arrives after the visitor has left its URL isn't shown, because another one is then being
    // fetched.
    Effect::new(move || {
        let fetched = on_its_way.get().map_or(Loaded::Pending, |fetched| fetched.get());
        if !matches!(fetched, Loaded::Pending) {
            page.set(fetched);
        }
    });
    page.read_only()
}
