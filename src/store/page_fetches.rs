//! The page that was fetched last, so that it is fetched once, whether the visitor is on it or about to go there.

use leptos::prelude::*;

use super::{load_error::LoadError, loaded::Loaded};
use crate::{browser, page::PageData, routes::Route};

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

    /// A page that was requested a moment ago.
    pub(super) fn fresh(self, route: &Route) -> Option<FetchedPage> {
        let last = self.last.get_value().filter(|last| last.route == *route)?;
        let is_fresh = (0.0..FRESH_FOR).contains(&(browser::milliseconds() - last.since));
        let is_usable = is_fresh && !last.page.with_untracked(|page| matches!(page, Loaded::Failed(_)));
        is_usable.then_some(last.page)
    }

    /// Remembers that a page is being fetched; the page is pending.
    pub(super) fn begin(self, route: &Route) -> FetchedPage {
        let page = ArcRwSignal::new(Loaded::Pending);
        let fetch = PageFetch { route: route.clone(), since: browser::milliseconds(), page: page.clone() };
        self.last.set_value(Some(fetch));
        page
    }
}
