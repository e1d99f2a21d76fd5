//! Above the results: their order, and what was searched instead of what was typed.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::{
    query::{Correction, Query, Sort, Spelling},
    store::jobs_href,
};

const ORDERS: [(Sort, &str); 3] = [(Sort::Relevance, "Relevance"), (Sort::Newest, "Newest"), (Sort::Salary, "Salary")];

/// The orders of results as links, the current one marked.
#[component]
pub fn SortLinks(
    /// The current query.
    #[prop(into)]
    query: Signal<Query>,
) -> impl IntoView {
    let link = move |(sort, label): (Sort, &'static str)| {
        let target = move || jobs_href(&query.get().with_sort(sort));
        let current = move || (query.get().sort == sort).then_some("true");
        view! { <li><a href=target aria-current=current data-noscroll="">{label}</a></li> }
    };
    view! {
        <nav class="sort-links" aria-label="Sort by">
            <span aria-hidden="true">"Sort by"</span>
            <ul>{ORDERS.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}

/// What was searched instead of what was typed, with the way back to just that. Empty when nothing was corrected.
pub fn corrections(corrections: &[Correction], query: &Query) -> Markup {
    let words = |word: fn(&Correction) -> &str| corrections.iter().map(word).collect::<Vec<_>>().join(", ");
    let as_typed = jobs_href(&Query { spelling: Spelling::AsTyped, ..query.clone() });
    html! {
        @if !corrections.is_empty() {
            p class="corrections" {
                "Showing results for " em { (words(|correction| &correction.used)) } ". "
                a href=(as_typed) { "Search instead for " (words(|correction| &correction.typed)) }
            }
        }
    }
}
