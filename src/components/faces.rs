//! The three faces of something that is not there: on its way, failed, empty.

use leptos::prelude::*;
use maud::{Markup, html};

use super::icon::icon;
use crate::store::{LoadError, expect_job_board};

/// Something is on its way; shaped like the list it stands for. `label` says what, for screen readers: `Loading jobs`.
pub fn pending_face(label: &str) -> Markup {
    html! {
        div class="pending-face" role="status" {
            span class="visually-hidden" { (label) }
            @for _ in 0..3 { div class="pending-card" {} }
        }
    }
}

/// Something did not arrive: what failed, what helps, and a way to try again.
#[component]
pub fn FailedFace(
    /// What failed.
    error: LoadError,
) -> impl IntoView {
    let board = expect_job_board();
    leptos::logging::warn!("{error}: {}", error.evidence());
    view! {
        <div class="face face--failed" role="alert">
            <h2 class="face-title">"The jobs could not be loaded"</h2>
            <p>{error.to_string()}". "{error.remedy()}"."</p>
            <button class="button" type="button" on:click=move |_| board.retry()>"Retry"</button>
        </div>
    }
}

/// Nothing is here. `title` says what is missing, as a sentence without a full stop; `way_out` is links or a sentence.
pub fn empty_face(title: &str, way_out: &Markup) -> Markup {
    html! {
        div class="face" {
            (icon("search"))
            h2 class="face-title" { (title) }
            (way_out)
        }
    }
}
