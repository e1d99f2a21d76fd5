//! The search box: live where the results are below it, a plain form elsewhere.

use leptos::{ev::SubmitEvent, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::Icon;
use crate::{
    browser,
    query::Query,
    routes::Route,
    store::{CurrentQuery, expect_job_board, expect_takeover, href, jobs_href},
};

/// The id of the text field.
pub const SEARCH_FIELD: &str = "search-field";

/// A text field with a button. Without script it is an ordinary form that leads to the search page.
#[component]
pub fn SearchBox(
    /// The search whose words are edited while typing; without one, submitting leads to the search page.
    #[prop(optional, into)]
    live: Option<CurrentQuery>,
) -> impl IntoView {
    let navigate = use_navigate();
    let type_navigate = navigate.clone();
    let type_text = move |event| {
        if let Some(current) = live {
            current.type_text(event_target_value(&event), type_navigate.clone());
        }
    };
    let jobs = expect_job_board();
    let about_to_type = move |_| {
        if live.is_some() {
            jobs.expect_words();
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let text = browser::typed_text(SEARCH_FIELD).unwrap_or_default();
        match live {
            Some(_) => browser::focus("results"),
            None => navigate(&jobs_href(&Query::default().with_text(&text)), to_new_entry()),
        }
    };
    let typed_early = expect_takeover().typed().unwrap_or_default();
    let shown = move || live.map_or_else(|| typed_early.clone(), CurrentQuery::text);
    view! {
        <form class="search-box" role="search" action=href(&Route::Jobs) method="get" on:submit=submit>
            <label class="search-box-label" for=SEARCH_FIELD>"Title, skill, company or place"</label>
            <div class="search-box-row">
                <Icon name="search"/>
                <input class="search-box-field" id=SEARCH_FIELD name="q" type="search" autocomplete="off"
                    autocapitalize="none" spellcheck="false" enterkeyhint="search" maxlength="200"
                    placeholder="Try rust bengaluru" prop:value=shown on:focus=about_to_type on:input=type_text/>
                <button class="button" type="submit">"Search"</button>
            </div>
        </form>
    }
}

/// Navigation that adds a history entry and keeps the scroll position: a control was changed.
pub fn keeping_scroll() -> NavigateOptions {
    NavigateOptions { scroll: false, ..to_new_entry() }
}

fn to_new_entry() -> NavigateOptions {
    NavigateOptions { resolve: false, ..NavigateOptions::default() }
}
