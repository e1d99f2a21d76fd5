//! What to do if no job matches: links that drop one condition of the search each.

use maud::{Markup, html};
use openroles_engine::query::Query;

use super::{faces::empty_face, words::jobs_in_words};
use crate::{
    page::JobsData,
    store::{expect_words, jobs_href},
};

/// Links that each drop one condition, with the number of jobs that would then match, and a link to all jobs. If
/// the query has no conditions, says that no job is open.
pub fn no_hits(data: &JobsData) -> Markup {
    let query = &data.query;
    if data.chips.is_empty() && query.text.is_empty() {
        return no_open_jobs();
    }
    let all_words = expect_words();
    let words = &all_words.search;
    let without_text = data.without_text.filter(|count| *count > 0);
    empty_face(
        words.no_match,
        &html! {
            ul class="advice" {
                @if let Some(count) = without_text {
                    (advice(&(words.without_words)(&query.text), count, &query.with_text("")))
                }
                @for dropped in data.leave_one_out.iter().filter(|dropped| dropped.hit_count > 0) {
                    (advice(
                        &(words.any_value)(dropped.facet.label(all_words)),
                        dropped.hit_count,
                        &query.without(dropped.facet),
                    ))
                }
                li { a href=(jobs_href(&Query::default())) { (words.start_over) } }
            }
        },
    )
}

/// Says that no job on the board is open.
pub fn no_open_jobs() -> Markup {
    let words = &expect_words().frame;
    empty_face(words.no_open_job, &html! { p { (words.come_back) } })
}

fn advice(label: &str, count: usize, query: &Query) -> Markup {
    html! {
        li { a href=(jobs_href(query)) data-noscroll { (label) ": " strong { (jobs_in_words(count)) } } }
    }
}
