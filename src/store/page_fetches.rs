//! Fetches the values of pages, once each, whether the visitor is on the page or about to go there.

use leptos::{prelude::*, task::spawn_local};

use super::{
    expect_board,
    job_board::{JobBoard, LoadError, PageSupply, expect_job_board, fetch_page},
    loaded::Loaded,
    page_data::PageData,
};
use crate::{browser, routes::Route};

/// Page that was found.
#[derive(Clone)]
pub(super) struct FoundPage {
    /// Its values.
    pub(super) data: PageData,
    /// HTML of the `head` elements that are specific to the page.
    pub(super) head: String,
}

/// Page being fetched; `Ready(None)` if it doesn't exist.
pub(super) type FetchedPage = ArcRwSignal<Loaded<Option<FoundPage>, LoadError>>;

/// Holds the page that was requested last.
#[derive(Clone, Copy)]
pub(super) struct PageFetches {
    last: StoredValue<Option<PageFetch>>,
}

#[derive(Clone)]
struct PageFetch {
    route: Route,
    /// When it was requested, in milliseconds since 1970.
    since: f64,
    page: FetchedPage,
}

/// For how long a fetched page is used without asking the server again, in milliseconds: long enough to read a card
/// with the pointer on it.
const FRESH_FOR: f64 = 30_000.0;

impl PageFetches {
    pub(super) fn new() -> Self {
        Self { last: StoredValue::new(None) }
    }

    fn fresh(self, route: &Route) -> Option<FetchedPage> {
        let last = self.last.get_value().filter(|last| last.route == *route)?;
        let is_fresh = (0.0..FRESH_FOR).contains(&(js_sys::Date::now() - last.since));
        let is_usable = is_fresh && !last.page.with_untracked(|page| matches!(page, Loaded::Failed(_)));
        is_usable.then_some(last.page)
    }
}

impl JobBoard {
    /// Values of a prerendered page, fetched now unless that was done a moment ago.
    pub(super) fn fetched_page(self, route: &Route) -> FetchedPage {
        if let Some(page) = self.pages.fresh(route) {
            return page;
        }
        let page = ArcRwSignal::new(Loaded::Pending);
        let fetch = PageFetch { route: route.clone(), since: js_sys::Date::now(), page: page.clone() };
        self.pages.last.set_value(Some(fetch.clone()));
        spawn_local(async move {
            let fetched = fetch_page(&self.settings(), &fetch.route).await;
            fetch.page.set(fetched.map_or_else(Loaded::Failed, Loaded::Ready));
        });
        page
    }
}

/// Fetches the page of a link when the visitor seems about to follow it.
pub fn preload_on_intent() {
    let jobs = expect_job_board();
    let base_path = StoredValue::new(expect_board().base_path.clone());
    let expected = RwSignal::new(None);
    Effect::new(move || {
        browser::on_link_intent(move |path| {
            let route = base_path.with_value(|base| path.strip_prefix(base.as_str()).map(Route::parse));
            expected.set(route);
        });
    });
    Effect::new(move || {
        let Some(route) = expected.get().filter(Route::has_page_data) else { return };
        if let Loaded::Ready(PageSupply::Files) = jobs.page_supply() {
            jobs.fetched_page(&route);
            expected.set(None);
        }
    });
}
