//! The three faces of something that is not there: on its way, failed, empty.

use leptos::prelude::*;

use super::Icon;
use crate::store::{LoadError, expect_job_board};

/// Something is on its way; shaped like the list it stands for.
#[component]
pub fn PendingFace(
    /// What is on its way, for screen readers: `Loading jobs`.
    label: &'static str,
) -> impl IntoView {
    view! {
        <div class="pending-face" role="status">
            <span class="visually-hidden">{label}</span>
            <div class="pending-card"></div>
            <div class="pending-card"></div>
            <div class="pending-card"></div>
        </div>
    }
}

/// Something did not arrive: what failed, what helps, and a way to try again.
#[component]
pub fn FailedFace(
    /// What failed.
    error: LoadError,
) -> impl IntoView {
    let board = expect_job_board();
    view! {
        <div class="face face--failed" role="alert">
            <h2 class="face-title">"The jobs could not be loaded"</h2>
            <p>{error.to_string()}". "{error.remedy()}"."</p>
            <button class="button" type="button" on:click=move |_| board.retry()>"Retry"</button>
        </div>
    }
}

/// Nothing is here, with a way out.
#[component]
pub fn EmptyFace(
    /// What is missing, as a sentence without a full stop.
    #[prop(into)]
    title: String,
    /// The way out: links or a sentence.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="face">
            <Icon name="search"/>
            <h2 class="face-title">{title}</h2>
            {children()}
        </div>
    }
}
