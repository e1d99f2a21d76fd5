//! Jobs similar to one job, each with the reasons.

use leptos::prelude::*;
use maud::{Markup, html};
use openroles_model::words::Words;

use super::{
    PAGE_TITLE, breadcrumbs, describe_document, name_document, nothing_of_that_name, page_faces, slug_in_address,
};
use crate::{
    components::{CardHeading, empty_face, inert_all, similar_cards},
    page::{NotFoundData, Page, PageData, SimilarJobsData},
    routes::Route,
    store::{PageSource, expect_board, expect_words, href, page_about},
};

/// Page of jobs similar to the job in the URL.
#[component]
pub fn SimilarJobsPage() -> impl IntoView {
    let board = expect_board();
    let pick = |page| match page {
        PageData::SimilarJobs(data) => Some(*data),
        _ => None,
    };
    let PageSource { data, head } = page_about(slug_in_address(), Route::SimilarJobs, pick);
    describe_document(move || head.get());
    name_document(move || {
        data.get().ready().map(|data| match data {
            Some(data) => data.head(&board),
            None => NotFoundData.head(&board),
        })
    });
    page_faces(data, |data| match data {
        Some(data) => inert_all(similar(&data)).into_any(),
        None => {
            let gone = expect_words().job.gone;
            inert_all(nothing_of_that_name(gone, gone, &way_out())).into_any()
        }
    })
}

fn similar(data: &SimilarJobsData) -> [Markup; 3] {
    let Words { job: words, frame, .. } = expect_words();
    let (jobs, job) = (href(&Route::Jobs), href(&Route::Job(data.card.slug.clone())));
    [
        breadcrumbs(&[(frame.jobs, &jobs), (&data.card.title, &job)], words.similar, None),
        html! { h1 id=(PAGE_TITLE) tabindex="-1" { (words.similar_to) span lang=[data.card.foreign_language.as_deref()] { (data.card.title) } } },
        if data.similar.is_empty() {
            empty_face(words.none_similar, &way_out())
        } else {
            similar_cards(&data.similar, CardHeading::Second)
        },
    ]
}

fn way_out() -> Markup {
    html! { p { a href=(href(&Route::Jobs)) { (expect_words().frame.search_all_open) } } }
}
