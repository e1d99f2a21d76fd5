//! Above the results: their order, and what was searched instead of what was typed.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::{
    index::Facet,
    query::{Correction, Query, Sort, Spelling},
    store::jobs_href,
};

const ORDERS: [Sort; 3] = [Sort::Relevance, Sort::Newest, Sort::Salary];

/// What an order is called for this query; `None` when it would order nothing by itself. The default order asks for
/// words or for pay: without both, jobs come by date.
fn order_name(sort: Sort, query: &Query) -> Option<&'static str> {
    match sort {
        Sort::Relevance if !query.text.is_empty() => Some("Relevance"),
        Sort::Relevance if query.refinements.contains_key(&Facet::Salary) => Some("Pay reached first"),
        Sort::Relevance => None,
        Sort::Newest => Some("Newest"),
        Sort::Salary => Some("Salary"),
    }
}

/// Whether the results are in this order.
fn is_current(sort: Sort, query: &Query) -> bool {
    let default = order_name(Sort::Relevance, query).map_or(Sort::Newest, |_| Sort::Relevance);
    sort == if query.sort == Sort::Relevance { default } else { query.sort }
}

/// The orders of results as links, the current one marked.
#[component]
pub fn SortLinks(
    /// The current query.
    #[prop(into)]
    query: Signal<Query>,
) -> impl IntoView {
    let link = move |sort: Sort| {
        let target = move || jobs_href(&query.get().with_sort(sort));
        let current = move || is_current(sort, &query.get()).then_some("true");
        let name = Memo::new(move |_| query.with(|query| order_name(sort, query)));
        view! {
            <li hidden=move || name.get().is_none()>
                <a href=target aria-current=current data-noscroll="">{move || name.get().unwrap_or_default()}</a>
            </li>
        }
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
