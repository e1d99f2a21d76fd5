//! The page for an address that names nothing.

use leptos::prelude::*;

use super::{Head, PAGE_TITLE, describe_document, name_document};
use crate::{
    components::SearchBox,
    routes::Route,
    store::{UNLISTED, expect_board, href},
};

/// Says so, and offers search and the ways in.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let board = expect_board();
    name_document(move || Some(Head::not_found(&board)));
    describe_document(|| Some(UNLISTED.to_owned()));
    view! { <NothingHere/> }
}

/// That nothing is here, for pages whose address turns out to name nothing.
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
