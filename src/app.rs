//! The app: contexts, the frame around every page, and the routes.

use std::{borrow::Cow, sync::Arc, time::Duration};

use leptos::prelude::*;
use leptos_router::{
    ParamSegment, PartialPathMatch, PathSegment, PossibleRouteMatch,
    components::{FlatRoutes, Route, Router},
    hooks::use_location,
    location::Location,
    path,
};
use openroles_model::domain::{BoardSettings, Slug};

use crate::{
    browser,
    components::{Footer, Header, provide_drawer},
    pages::{
        ANNOUNCEMENT, CompaniesPage, CompanyPage, HomePage, JobPage, JobsPage, LandingPage, ListPage, NotFoundPage,
        SimilarJobsPage,
    },
    store::{preload_on_intent, provide_board, provide_current_query, provide_job_board},
};

/// The whole app. It is rendered natively for prerendered pages, and runs in the browser.
///
/// [`provide_takeover`](crate::store::provide_takeover) must have been called.
#[component]
pub fn App(
    /// Operator's settings.
    board: Arc<BoardSettings>,
) -> impl IntoView {
    let base: Cow<'static, str> = board.base_path.trim_end_matches('/').to_owned().into();
    provide_board(board);
    provide_job_board();
    provide_drawer();
    view! {
        <Router base>
            <Frame/>
        </Router>
    }
}

#[component]
fn Frame() -> impl IntoView {
    provide_current_query();
    preload_on_intent();
    keep_address();
    view! {
        <Header/>
        <main id="main" class="page">
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/") view=HomePage/>
                <Route path=path!("/jobs") view=JobsPage/>
                <Route path=path!("/jobs/page/:number") view=ListPage/>
                <Route path=path!("/jobs/:slug") view=JobPage/>
                <Route path=path!("/similar") view=SimilarJobsPage/>
                <Route path=path!("/companies") view=CompaniesPage/>
                <Route path=path!("/companies/:slug") view=CompanyPage/>
                <Route path=(LandingSegment,) view=LandingPage/>
            </FlatRoutes>
        </main>
        <p class="visually-hidden" role="status" id=ANNOUNCEMENT></p>
        <Footer/>
    }
}

/// Adds history entries that the router misses.
///
/// `leptos_router` 0.8 doesn't notice when the visitor goes forward. It still takes the previous entry for the
/// current one, so it adds no entry for a link to that address: the page changes, but the address doesn't.
fn keep_address() {
    let Location { pathname, search, .. } = use_location();
    let shown = Memo::new(move |_| (pathname.get(), search.get()));
    Effect::new(move |_| {
        shown.track();
        // The router changes the address in microtasks that run before this.
        set_timeout(
            move || shown.with_untracked(|(path, search)| browser::expect_address(path, search)),
            Duration::ZERO,
        );
    });
}

/// Path of a landing page, such as `/react-jobs-in-pune/`. It matches no other top-level segment.
#[derive(Clone, Copy, Debug)]
struct LandingSegment;

/// Parameter that pages read from the route.
const SLUG: ParamSegment = ParamSegment("slug");

impl PossibleRouteMatch for LandingSegment {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let segment = path.trim_start_matches('/').split('/').next()?;
        let is_landing = Slug::try_from(segment.to_owned()).is_ok_and(|slug| slug.is_landing());
        SLUG.test(path).filter(|_| is_landing)
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        SLUG.generate_path(path);
    }
}
