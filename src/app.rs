//! The app: providers, the frame around every page, and the routes.

use std::{borrow::Cow, sync::Arc, time::Duration};

use leptos::prelude::*;
use leptos_router::{
    ParamSegment, PartialPathMatch, PathSegment, PossibleRouteMatch,
    components::{FlatRoutes, Route, Router},
    hooks::use_location,
    location::Location,
    path,
};

use crate::{
    browser,
    components::{Footer, Header, provide_drawer},
    domain::{BoardSettings, Slug},
    pages::{
        ANNOUNCEMENT, CompaniesPage, CompanyPage, HomePage, JobPage, JobsPage, LandingPage, NotFoundPage,
        SimilarJobsPage,
    },
    store::{preload_on_intent, provide_board, provide_current_query, provide_job_board},
};

/// The whole site in one component: rendered natively for every page, alive in the browser.
///
/// The take-over must be provided around it.
#[component]
pub fn App(
    /// The operator's settings.
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
                <Route path=path!("/jobs/page/:number") view=JobsPage/>
                <Route path=path!("/jobs/:slug") view=JobPage/>
                <Route path=path!("/jobs/:slug/similar") view=SimilarJobsPage/>
                <Route path=path!("/companies") view=CompaniesPage/>
                <Route path=path!("/companies/:slug") view=CompanyPage/>
                <Route path=(LandingSegment,) view=LandingPage/>
            </FlatRoutes>
        </main>
        <p class="visually-hidden" role="status" id=ANNOUNCEMENT></p>
        <Footer/>
    }
}

/// Adds the history entry that the router leaves out.
///
/// `leptos_router` 0.8 doesn't notice Forward: it still takes the entry before for the current one, and adds no entry for
/// a link that leads there. The page changed, but the address remained that of the page before.
fn keep_address() {
    let Location { pathname, search, .. } = use_location();
    let shown = Memo::new(move |_| (pathname.get(), search.get()));
    Effect::new(move |_| {
        shown.track();
        // The router writes the address in the microtasks that follow.
        set_timeout(
            move || shown.with_untracked(|(path, search)| browser::expect_address(path, search)),
            Duration::ZERO,
        );
    });
}

/// The path of a landing page, `/react-jobs-in-pune/`: any other segment at the top names nothing.
#[derive(Clone, Copy, Debug)]
struct LandingSegment;

/// As the pages read it from the address.
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
