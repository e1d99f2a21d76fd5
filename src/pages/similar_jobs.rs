//! Jobs similar to one job, each with the reasons.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use maud::{Markup, html};
use openroles_model::{
    domain::{JobCard, Slug},
    words::Words,
};

use super::{PAGE_TITLE, breadcrumbs, describe_document, name_document, nothing_of_that_name, page_faces};
use crate::{
    components::{CardHeading, empty_face, inert, inert_all, similar_cards},
    page::{NotFoundData, Page, PageData, SimilarCard, SimilarJobsData},
    routes::{JOB_PARAMETER, Route},
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
    let PageSource { data, head } = page_about(job_in_address(), |slug| Route::SimilarJobs(Some(slug)), pick);
    describe_document(move || head.get());
    name_document(move || {
        data.get().ready().map(|data| match data {
            Some(data) => data.head(&board),
            None => NotFoundData.head(&board),
        })
    });
    let page = page_faces(data, |data| match data {
        Some(SimilarJobsData { card: Some(card), similar }) => inert_all(jobs_similar_to(&card, &similar)).into_any(),
        Some(SimilarJobsData { card: None, .. }) | None => {
            let gone = expect_words().job.gone;
            inert_all(nothing_of_that_name(gone, gone, &way_out())).into_any()
        }
    });
    view! {
        {page}
        {inert(needs_script())}
    }
}

/// Slug of the job in the URL; `None` if it isn't a valid slug.
fn job_in_address() -> Memo<Option<Slug>> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| query.get(JOB_PARAMETER).and_then(|value| Slug::try_from(value).ok())))
}

fn jobs_similar_to(card: &JobCard, similar: &[SimilarCard]) -> [Markup; 3] {
    let Words { job: words, frame, .. } = expect_words();
    let (jobs, job) = (href(&Route::Jobs), href(&Route::Job(card.slug.clone())));
    [
        breadcrumbs(&[(frame.jobs, &jobs), (&card.title, &job)], words.similar, None),
        html! { h1 id=(PAGE_TITLE) tabindex="-1" { (words.similar_to) span lang=[card.foreign_language.as_deref()] { (card.title) } } },
        if similar.is_empty() {
            empty_face(words.none_similar, &way_out())
        } else {
            similar_cards(similar, CardHeading::Second)
        },
    ]
}

fn way_out() -> Markup {
    html! { p { a href=(href(&Route::Jobs)) { (expect_words().frame.search_all_open) } } }
}

/// Tells browsers without JavaScript why there are no jobs here.
fn needs_script() -> Markup {
    html! {
        noscript {
            p class="notice" { (expect_words().job.similar_need_script) }
            (way_out())
        }
    }
}
