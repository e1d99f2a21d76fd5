//! What may be meant by what is being typed: the list below the search box.

use leptos::{ev::MouseEvent, prelude::*};
use maud::html;

use super::{icon::icon, inert::inert_all, job_card::marked, words::jobs_in_words};
use crate::{
    query::{Suggestion, SuggestionKind},
    store::Popup,
};

/// The id of the list, for the field that controls it.
pub(super) const SUGGESTION_LIST: &str = "search-suggestions";

/// The id of an option, for the field that points at it.
pub(super) fn option_id(at: usize) -> String {
    format!("search-suggestion-{at}")
}

/// The options as a list box. Shows nothing while it is closed or there is nothing to suggest.
#[component]
pub(super) fn SuggestionList(
    /// What is offered, in order.
    suggestions: Signal<Vec<Suggestion>>,
    /// Whether it is open, and where in it one is.
    popup: Signal<Popup>,
    /// What was typed; its words are marked in the options.
    typed: Signal<String>,
    /// What happens when an option is clicked.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let is_shown = move || popup.get() != Popup::Closed && suggestions.with(|list| !list.is_empty());
    let options = move || {
        let shown = if is_shown() { suggestions.get() } else { Vec::new() };
        let option = |(at, suggestion)| option_view(at, suggestion, popup, typed, on_choose);
        shown.into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <ul class="suggestions" role="listbox" id=SUGGESTION_LIST aria-label="Suggestions" hidden=move || !is_shown()>
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
    // The field keeps the focus, so that one can go on typing.
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

/// The symbol and the word for a kind of suggestion.
fn face(kind: SuggestionKind) -> (&'static str, &'static str) {
    match kind {
        SuggestionKind::Title => ("briefcase", "Title"),
        SuggestionKind::Value(facet) => facet.suggested().map_or(("filter", facet.label()), |row| (row.icon, row.noun)),
    }
}
