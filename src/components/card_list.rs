//! Lists of job cards.

use leptos::prelude::*;

use super::{CardHeading, JobCardView};
use crate::{domain::JobCard, store::SimilarCard};

/// Jobs in a plain list.
#[component]
pub fn CardList(
    /// The jobs, in order.
    cards: Vec<JobCard>,
    /// The level of the cards' headings.
    heading: CardHeading,
) -> impl IntoView {
    let items = cards.into_iter().map(|card| view! { <li><JobCardView card heading/></li> });
    view! { <ul class="card-list">{items.collect_view()}</ul> }
}

/// The hits of a search in a plain list; cards that are on their way hold their place.
#[component]
pub fn HitList(
    /// The hits, best first.
    cards: Vec<Option<JobCard>>,
    /// The words searched for, marked in the titles.
    searched: String,
    /// The level of the cards' headings.
    heading: CardHeading,
) -> impl IntoView {
    let is_busy = cards.iter().any(Option::is_none);
    let items = cards.into_iter().map(|card| match card {
        Some(card) => view! { <li><JobCardView card searched=searched.clone() heading/></li> }.into_any(),
        None => view! { <li class="pending-card" aria-hidden="true"></li> }.into_any(),
    });
    view! { <ul class="card-list" aria-busy=is_busy.then_some("true")>{items.collect_view()}</ul> }
}

/// Similar jobs, each with the reasons why.
#[component]
pub fn SimilarCards(
    /// The jobs, most similar first.
    similar: Vec<SimilarCard>,
    /// The level of the cards' headings.
    heading: CardHeading,
) -> impl IntoView {
    let items = similar.into_iter().map(|SimilarCard { card, reasons }| {
        let reason = reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join(" · ");
        view! { <li><JobCardView card heading reason/></li> }
    });
    view! { <ul class="card-list card-list--grid">{items.collect_view()}</ul> }
}
