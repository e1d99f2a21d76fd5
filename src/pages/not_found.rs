//! Page for an unknown address.

use leptos::prelude::*;
use maud::html;

use super::{PAGE_TITLE, describe_document, name_document};
use crate::{
    components::{SearchForm, inert_element},
    page::{NotFoundData, Page, UNLISTED},
    routes::Route,
    store::{expect_board, expect_words, href},
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
    let words = &expect_words().frame;
    view! {
        <div class="hero">
            <h1 id=PAGE_TITLE tabindex="-1">{words.nothing_here}</h1>
            {inert_element(html! { p { (words.nothing_here_because) } })}
            <SearchForm/>
            <p><a href=href(&Route::Jobs)>{words.all_jobs}</a>" · "<a href=href(&Route::Companies)>{words.all_companies}</a></p>
        </div>
    }
}
