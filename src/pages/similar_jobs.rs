//! Jobs similar to one, each with the reasons why.

use leptos::prelude::*;

use super::{Head, PAGE_TITLE, name_document, page_faces, slug_in_address};
use crate::{
    components::{CardHeading, EmptyFace, SimilarCards},
    routes::Route,
    store::{PageData, SimilarJobsData, expect_board, expect_takeover, href, page_about},
};

/// Jobs similar to the one in the address.
#[component]
pub fn SimilarJobsPage() -> impl IntoView {
    let board = expect_board();
    let pick = |page| match page {
        PageData::SimilarJobs(data) => Some(*data),
        _ => None,
    };
    let first = expect_takeover().first_page(pick).map(|data| (data.card.slug.clone(), data));
    let data = page_about(first, slug_in_address(), Route::SimilarJobs, pick);
    name_document(move || {
        data.get().ready().map(|data| match data {
            Some(data) => Head::similar_jobs(&data, &board),
            None => Head::not_found(&board),
        })
    });
    page_faces(data, |data| match data {
        Some(data) => view! { <Similar data/> }.into_any(),
        None => nothing("This job is no longer here").into_any(),
    })
}

#[component]
fn Similar(data: SimilarJobsData) -> impl IntoView {
    let job = href(&Route::Job(data.card.slug.clone()));
    view! {
        <nav class="breadcrumbs" aria-label="Breadcrumbs">
            <ol>
                <li><a href=href(&Route::Jobs)>"Jobs"</a></li>
                <li><a href=job>{data.card.title.clone()}</a></li>
                <li aria-current="page">"Similar jobs"</li>
            </ol>
        </nav>
        <h1 id=PAGE_TITLE tabindex="-1">{format!("Jobs similar to {}", data.card.title)}</h1>
        {if data.similar.is_empty() {
            view! { <EmptyFace title="No open job is similar"><WayOut/></EmptyFace> }.into_any()
        } else {
            view! { <SimilarCards similar=data.similar heading=CardHeading::Second/> }.into_any()
        }}
    }
}

#[component]
fn WayOut() -> impl IntoView {
    view! { <p><a href=href(&Route::Jobs)>"Search all open jobs"</a></p> }
}

fn nothing(title: &'static str) -> impl IntoView {
    view! {
        <h1 class="visually-hidden" id=PAGE_TITLE tabindex="-1">{title}</h1>
        <EmptyFace title><WayOut/></EmptyFace>
    }
}
