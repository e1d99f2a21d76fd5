//! No job matches: for each thing asked for, what dropping it alone would give.

use maud::{Markup, html};

use super::{faces::empty_face, words::jobs_in_words};
use crate::{
    query::Query,
    store::{JobsData, jobs_href},
};

/// Advice from the leave-one-out counts of empty results, as links; without anything to drop, the way to all jobs.
/// Where nothing was asked for, no job is open.
pub fn no_hits(data: &JobsData) -> Markup {
    let query = &data.query;
    if data.chips.is_empty() && query.text.is_empty() {
        return no_open_jobs();
    }
    let without_text = data.without_text.filter(|count| *count > 0);
    empty_face(
        "No job matches everything you asked for",
        &html! {
            ul class="advice" {
                @if let Some(count) = without_text {
                    (advice(&format!("Without the words “{}”", query.text), count, &query.with_text("")))
                }
                @for dropped in data.leave_one_out.iter().filter(|dropped| dropped.hit_count > 0) {
                    (advice(
                        &format!("Any {}", dropped.facet.label().to_ascii_lowercase()),
                        dropped.hit_count,
                        &query.without(dropped.facet),
                    ))
                }
                li { a href=(jobs_href(&Query::default())) { "Start over with all jobs" } }
            }
        },
    )
}

/// The board has no job that one may apply for today.
pub fn no_open_jobs() -> Markup {
    empty_face("No job is open at the moment", &html! { p { "Come back later." } })
}

fn advice(label: &str, count: usize, query: &Query) -> Markup {
    html! {
        li { a href=(jobs_href(query)) data-noscroll { (label) ": " strong { (jobs_in_words(count)) } } }
    }
}
