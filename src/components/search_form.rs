//! Search form of pages without results: submitting it leads to the search page.

use leptos::{ev::SubmitEvent, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use maud::{Markup, html};
use openroles_engine::query::Query;

use super::{icon::icon, inert::inert_all};
use crate::{
    browser,
    routes::Route,
    store::{expect_board, expect_words, href, jobs_href, preload_search},
};

/// Id of the text field.
pub const SEARCH_FIELD: &str = "search-field";

/// Most characters that the field takes.
pub(super) const SEARCH_LENGTH: &str = "200";

/// Text field with a button. It looks like the [search page's](super::SearchBox).
#[component]
pub fn SearchForm() -> impl IntoView {
    let navigate = use_navigate();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let text = browser::typed_text(SEARCH_FIELD).unwrap_or_default();
        navigate(&jobs_href(&Query::default().with_text(&text)), to_new_entry());
    };
    let field = html! {
        div class="search-box-row" {
            (icon("search"))
            input class="search-box-field" id=(SEARCH_FIELD) name="q" type="search" autocomplete="off"
                autocapitalize="none" spellcheck="false" enterkeyhint="search" maxlength=(SEARCH_LENGTH)
                placeholder=(search_placeholder());
            button class="button" type="submit" { (expect_words().search.button) }
        }
    };
    view! {
        <form class="search-box" role="search" action=href(&Route::Jobs) method="get" on:submit=submit
            on:focusin=move |_| preload_search() on:input=move |_| preload_search()>
            {inert_all([search_label(), field])}
        </form>
    }
}

pub(super) fn search_label() -> Markup {
    html! { label class="search-box-label" for=(SEARCH_FIELD) { (expect_words().search.field) } }
}

/// Placeholder of the field: words that find something on this board, if the operator or the build chose some.
pub(super) fn search_placeholder() -> String {
    let board = expect_board();
    let words = &board.words().search;
    board.search_example.as_deref().map_or_else(|| words.search_jobs.to_owned(), words.try_words)
}

/// How to navigate with a new entry in the history.
pub(super) fn to_new_entry() -> NavigateOptions {
    NavigateOptions { resolve: false, ..NavigateOptions::default() }
}
