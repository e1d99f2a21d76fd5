//! Jobs similar to one job, each with the reasons.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use maud::{Markup, html};
use openroles_model::{domain::Slug, words::Words};

use super::{PAGE_TITLE, breadcrumbs, nothing_of_that_name, shown_page};
use crate::{
    components::{CardHeading, empty_face, inert, inert_all, sentence, similar_cards},
    page::{PageData, SimilarJobsData},
    routes::{JOB_PARAMETER, Route},
    store::{expect_words, href, page_in_address},
};

/// Page of jobs similar to the job in the URL.
#[component]
pub fn SimilarJobsPage() -> impl IntoView {
    let query = use_query_map();
    let slug = move || query.with(|query| query.get(JOB_PARAMETER).and_then(|value| Slug::try_from(value).ok()));
    let route = Memo::new(move |_| slug().map(|slug| Route::SimilarJobs(Some(slug))));
    let page = shown_page(page_in_address(route), |page| match page {
        Some(PageData::SimilarJobs(data)) => inert_all(jobs_similar_to(&data)).into_any(),
        _ => inert_all(no_such_job()).into_any(),
    });
    view! {
        {page}
        {inert(needs_script())}
    }
}

/// Jobs similar to the job. In the page's file, which all jobs share, there is none.
fn jobs_similar_to(SimilarJobsData { card, similar }: &SimilarJobsData) -> [Markup; 3] {
    let Some(card) = card else { return no_such_job() };
    let Words { job: words, frame, .. } = expect_words();
    let title = html! { span lang=[card.foreign_language.as_deref()] { (card.title) } };
    let (jobs, job) = (href(&Route::Jobs), href(&Route::Job(card.slug.clone())));
    [
        breadcrumbs(&[(frame.jobs, &jobs), (&card.title, &job)], words.similar, None),
        html! { h1 id=(PAGE_TITLE) tabindex="-1" { (sentence(words.similar_to, &title)) } },
        if similar.is_empty() {
            empty_face(words.none_similar, &way_out())
        } else {
            similar_cards(similar, CardHeading::Second)
        },
    ]
}

fn no_such_job() -> [Markup; 3] {
    let gone = expect_words().job.gone;
    let [title, face] = nothing_of_that_name(gone, gone, &way_out());
    [title, face, Markup::default()]
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
