//! One file per route. A page takes its values from the store and gives them to components.

mod companies;
mod company;
mod head;
mod home;
mod job;
mod jobs;
mod landing;
mod not_found;
mod similar_jobs;

pub use companies::CompaniesPage;
pub use company::CompanyPage;
pub use head::{Head, canonical_link};
pub use home::HomePage;
pub use job::JobPage;
pub use jobs::JobsPage;
pub use landing::LandingPage;
pub use not_found::NotFoundPage;
pub use similar_jobs::SimilarJobsPage;

use not_found::NothingHere;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use maud::{Markup, html};

use crate::{
    browser,
    components::{FailedFace, empty_face, inert, pending_face},
    domain::Slug,
    store::{LoadError, Loaded, PageArrival, expect_takeover},
};

/// The id of every page's title; focus goes there when a page is reached inside the app.
const PAGE_TITLE: &str = "page-title";

/// The id of the region that announces pages.
pub const ANNOUNCEMENT: &str = "announcement";

/// Names the document as soon as the page is ready; a page reached inside the app also gets focus and is announced.
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

/// Keeps the part of the document's head that describes one page to machines that of the page on display; `None`
/// leaves it as it is.
fn describe_document(page_head: impl Fn() -> Option<String> + 'static) {
    Effect::new(move || {
        if let Some(html) = page_head()
            && html != browser::page_head()
        {
            browser::set_page_head(&html);
        }
    });
}

/// The slug in the address; `None` when the segment cannot be one.
fn slug_in_address() -> Memo<Option<Slug>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("slug").and_then(|segment| Slug::try_from(segment).ok())))
}

/// Shows a page in whichever state its values are.
fn page_faces<T>(values: Signal<Loaded<T, LoadError>>, ready: fn(T) -> AnyView) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    move || match values.get() {
        Loaded::Ready(value) => ready(value),
        Loaded::Failed(error) => view! { <FailedFace error/> }.into_any(),
        Loaded::Pending => inert(pending_face("Loading")).into_any(),
    }
}

/// The way from the front of the site to this page: names with their links, then the page's own name. `language` is that
/// of this name, where it is known and not English.
fn breadcrumbs(above: &[(&str, &str)], here: &str, language: Option<&str>) -> Markup {
    html! {
        nav class="breadcrumbs" aria-label="Breadcrumbs" {
            ol {
                @for (name, link) in above { li { a href=(link) { (name) } } }
                li aria-current="page" lang=[language] { (here) }
            }
        }
    }
}

/// The page of something that is not there: `title` for those who hear the page, `words` for those who see it.
fn nothing_of_that_name(title: &str, words: &str, way_out: &Markup) -> [Markup; 2] {
    [html! { h1 class="visually-hidden" id=(PAGE_TITLE) tabindex="-1" { (title) } }, empty_face(words, way_out)]
}
