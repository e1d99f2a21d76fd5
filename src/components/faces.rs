//! What is shown instead of content that is loading, has failed to load, or is empty.

use leptos::prelude::*;
use maud::{Markup, html};

use super::{icon::icon, inert::inert_element};
use crate::store::{LoadError, expect_job_board, expect_words};

/// Placeholder for a list that is loading. `label` is read by screen readers: `Loading jobs`.
pub fn pending_face(label: &str) -> Markup {
    html! {
        div class="pending-face" role="status" {
            span class="visually-hidden" { (label) }
            @for _ in 0..3 { div class="pending-card" {} }
        }
    }
}

/// Says that jobs couldn't be loaded, why, and what to do, with a Retry button.
#[component]
pub fn FailedFace(
    /// Reason of the failure.
    error: LoadError,
) -> impl IntoView {
    let board = expect_job_board();
    let words = &expect_words().failures;
    let message = error.message(words);
    leptos::logging::warn!("{message}: {}", error.evidence());
    view! {
        <div class="face face--failed" role="alert">
            {inert_element(html! { h2 class="face-title" { (words.not_loaded) } })}
            <p>{message}". "{error.remedy(words)}"."</p>
            <button class="button" type="button" on:click=move |_| board.retry()>{words.retry}</button>
        </div>
    }
}

/// Says that there is nothing to show. `title` says what is missing, without a final period; `way_out` is a
/// sentence or links.
pub fn empty_face(title: &str, way_out: &Markup) -> Markup {
    html! {
        div class="face" {
            (icon("search"))
            h2 class="face-title" { (title) }
            (way_out)
        }
    }
}
