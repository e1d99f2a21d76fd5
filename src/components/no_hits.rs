//! No job matches: for each thing asked for, what dropping it alone would give.

use leptos::prelude::*;

use super::{EmptyFace, jobs_in_words};
use crate::{
    query::Query,
    store::{JobsData, jobs_href},
};

/// Advice from the leave-one-out counts, as links; without anything to drop, the way to all jobs.
#[component]
pub fn NoHits(
    /// The empty results.
    data: JobsData,
) -> impl IntoView {
    let JobsData { query, leave_one_out, without_text, .. } = data;
    let drop_text = without_text
        .filter(|count| *count > 0)
        .map(|count| advice(format!("Without the words “{}”", query.text), count, jobs_href(&query.with_text(""))));
    let drop_facets = leave_one_out.into_iter().filter(|dropped| dropped.hit_count > 0).map(move |dropped| {
        let label = format!("Any {}", dropped.facet.label().to_lowercase());
        advice(label, dropped.hit_count, jobs_href(&query.without(dropped.facet)))
    });
    view! {
        <EmptyFace title="No job matches everything you asked for">
            <ul class="advice">
                {drop_text}
                {drop_facets.collect_view()}
                <li><a href=jobs_href(&Query::default())>"Start over with all jobs"</a></li>
            </ul>
        </EmptyFace>
    }
}

fn advice(label: String, count: usize, link: String) -> impl IntoView {
    view! { <li><a href=link data-noscroll="">{label}": "<strong>{jobs_in_words(count)}</strong></a></li> }
}
