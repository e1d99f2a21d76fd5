//! Views of the pages, one file each. A view takes its page's values from the store and passes them to components; the
//! values themselves are in `page`.

mod companies;
mod company;
mod home;
mod job;
mod jobs;
mod landing;
mod list;
mod not_found;
mod similar_jobs;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use maud::{Markup, html};
use not_found::NothingHere;
use openroles_model::domain::Slug;

use crate::{
    browser,
    components::{FailedFace, empty_face, inert, pending_face},
    page::{Head, NotFoundData, Page, PageData},
    routes::Route,
    store::{Loaded, PageArrival, PageSource, expect_board, expect_takeover, expect_words},
};

pub use companies::CompaniesPage;
pub use company::CompanyPage;
pub use home::HomePage;
pub use job::JobPage;
pub use jobs::{JobsPage, load_search_page};
pub use landing::LandingPage;
pub use list::ListPage;
pub use not_found::NotFoundPage;
pub use similar_jobs::SimilarJobsPage;

/// Id of every page's title, which gets the focus when the visitor reaches the page inside the app.
const PAGE_TITLE: &str = "page-title";

/// Id of the live region in which new pages are announced to screen readers.
pub const ANNOUNCEMENT: &str = "announcement";

/// Sets the document's title once the page is loaded. If the visitor reached the page inside the app, also focuses
/// its title and announces it.
fn name_document(head: impl Fn() -> Option<Head> + 'static) {
    let arrival = expect_takeover().count_page();
    Effect::new(move |named: Option<Option<String>>| {
        let head = head();
        let named = named.flatten();
        let title = head.map(|head| head.title);
        if let Some(title) = &title {
            browser::set_title(title);
            let is_another = named.as_ref().is_some_and(|named| named != title);
            if is_another || (named.is_none() && arrival == PageArrival::Navigated) {
                browser::focus(PAGE_TITLE);
                browser::announce(ANNOUNCEMENT, title);
            }
        }
        title.or(named)
    });
}

/// Replaces the elements of the document's head that are specific to one page; does nothing while `page_head`
/// returns `None`.
fn describe_document(page_head: impl Fn() -> Option<String> + 'static) {
    Effect::new(move || {
        if let Some(html) = page_head()
            && html != browser::page_head()
        {
            browser::set_page_head(&html);
        }
    });
}

/// Route of the page whose slug is in the URL; `None` if the segment isn't a valid slug.
fn route_in_address(route: fn(Slug) -> Route) -> Memo<Option<Route>> {
    let params = use_params_map();
    let slug = move || params.with(|params| params.get("slug").and_then(|segment| Slug::try_from(segment).ok()));
    Memo::new(move |_| slug().map(route))
}

/// Shows a page and names and describes the document after it. `ready` draws its values, or says that there is no such
/// page.
///
/// It isn't generic over the kind of page, so the app contains it only once.
fn shown_page(source: PageSource, ready: fn(Option<PageData>) -> AnyView) -> impl IntoView {
    describe_document(move || source.head.get());
    name_page(source);
    page_faces(source, ready)
}

/// Names the document after its page.
fn name_page(source: PageSource) {
    let board = expect_board();
    let head = move |page: Option<PageData>| page.map_or_else(|| NotFoundData.head(&board), |page| page.head(&board));
    name_document(move || source.data.get().ready().map(&head));
}

/// Shows a page, a placeholder, or an error, depending on whether the page's values are loaded.
fn page_faces(source: PageSource, ready: fn(Option<PageData>) -> AnyView) -> impl IntoView {
    move || match source.data.get() {
        Loaded::Ready(page) => ready(page),
        Loaded::Failed(error) => view! { <FailedFace error/> }.into_any(),
        Loaded::Pending => inert(pending_face(expect_words().frame.loading)).into_any(),
    }
}

/// Path from the top of the site to this page: `above` holds names with their links, and `here` is the name of this
/// page. `language` is the language of that name, if it is known and isn't English.
fn breadcrumbs(above: &[(&str, &str)], here: &str, language: Option<&str>) -> Markup {
    html! {
        nav class="breadcrumbs" aria-label=(expect_words().frame.breadcrumbs) {
            ol {
                @for (name, link) in above { li { a href=(link) { (name) } } }
                li aria-current="page" lang=[language] { (here) }
            }
        }
    }
}

/// Page for something that doesn't exist: `title` is the hidden heading for screen readers, and `words` is the
/// visible message.
fn nothing_of_that_name(title: &str, words: &str, way_out: &Markup) -> [Markup; 2] {
    [html! { h1 class="visually-hidden" id=(PAGE_TITLE) tabindex="-1" { (title) } }, empty_face(words, way_out)]
}
