//! Page for an unknown address.

use leptos::prelude::*;

use super::{PAGE_TITLE, describe_document, name_document};
use crate::{
    components::SearchBox,
    page::{NotFoundData, Page, UNLISTED},
    routes::Route,
    store::{expect_board, href},
};

/// Says that nothing is at this address, and offers a search and links.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let board = expect_board();
    name_document(move || Some(NotFoundData.head(&board)));
    describe_document(|| Some(UNLISTED.to_owned()));
    view! { <NothingHere/> }
}

/// Contents of that page, also used by pages that turn out not to exist.
#[component]
pub(super) fn NothingHere() -> impl IntoView {
    view! {
        <div class="hero">
            <h1 id=PAGE_TITLE tabindex="-1">"Nothing is at this address"</h1>
            <p>"The job may be filled, or the link may be old."</p>
            <SearchBox/>
            <p><a href=href(&Route::Jobs)>"All jobs"</a>" · "<a href=href(&Route::Companies)>"All companies"</a></p>
        </div>
    }
}
