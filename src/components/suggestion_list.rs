//! List of suggestions below the search box.

use leptos::{ev::MouseEvent, prelude::*};
use maud::html;
use openroles_engine::query::{Suggestion, SuggestionKind};

use super::{icon::icon, inert::inert_all, job_card::marked, words::jobs_in_words};
use crate::store::{Popup, expect_words};

/// Id of the list, for `aria-controls`.
pub(super) const SUGGESTION_LIST: &str = "search-suggestions";

/// Id of an option, for `aria-activedescendant`.
pub(super) fn option_id(at: usize) -> String {
    format!("search-suggestion-{at}")
}

/// Suggestions as a list box. Hidden while it is closed or there are no suggestions.
#[component]
pub(super) fn SuggestionList(
    /// Suggestions in order.
    suggestions: Signal<Vec<Suggestion>>,
    /// Whether the list is open, and which option is active.
    popup: Signal<Popup>,
    /// Text in the search field; its words are marked in the options.
    typed: Signal<String>,
    /// Called with the index of an option that is clicked.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let is_shown = move || popup.get() != Popup::Closed && suggestions.with(|list| !list.is_empty());
    let options = move || {
        let shown = if is_shown() { suggestions.get() } else { Vec::new() };
        let option = |(at, suggestion)| option_view(at, suggestion, popup, typed, on_choose);
        shown.into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <ul class="suggestions" role="listbox" id=SUGGESTION_LIST aria-label=expect_words().search.suggestions hidden=move || !is_shown()>
            {options}
        </ul>
    }
}

fn option_view(
    at: usize,
    suggestion: Suggestion,
    popup: Signal<Popup>,
    typed: Signal<String>,
    on_choose: Callback<usize>,
) -> impl IntoView {
    let (symbol, kind) = face(suggestion.kind);
    let is_active = move || popup.get().active() == Some(at);
    // Keeps the focus in the text field, so that the visitor can continue to type.
    let keep_focus = |event: MouseEvent| event.prevent_default();
    view! {
        <li class="suggestion" role="option" id=option_id(at) aria-selected=move || is_active().to_string()
            on:mousedown=keep_focus on:click=move |_| on_choose.run(at)>
            {inert_all([
                icon(symbol),
                html! { span class="suggestion-label" { (marked(&suggestion.label, &typed.get_untracked())) } },
                html! { span class="suggestion-kind" { (kind) } },
                html! { span class="suggestion-count" { (suggestion.count.map(jobs_in_words).unwrap_or_default()) } },
            ])}
        </li>
    }
}

/// Icon and label of a kind of suggestion.
fn face(kind: SuggestionKind) -> (&'static str, &'static str) {
    let words = expect_words();
    match kind {
        SuggestionKind::Title => ("briefcase", words.search.suggested_title),
        SuggestionKind::Value(facet) => {
            facet.suggested().map_or(("filter", facet.label(words)), |row| (row.icon, (row.noun)(&words.facets)))
        }
    }
}
