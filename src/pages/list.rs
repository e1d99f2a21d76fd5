//! Page of the list of all open jobs.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use maud::{Markup, html};

use super::{NothingHere, PAGE_TITLE, breadcrumbs, shown_page};
use crate::{
    components::{CardHeading, card_list, inert_all, jobs_in_words, pagination},
    page::{ListData, PageData},
    routes::Route,
    store::{expect_words, href, page_in_address},
};

/// Page of the list of all jobs whose number is in the URL. Shows "nothing is at this address" if there is no such page.
#[component]
pub fn ListPage() -> impl IntoView {
    let params = use_params_map();
    let number = move || params.with(|params| params.get("number").and_then(|segment| segment.parse().ok()));
    let route = Memo::new(move |_| number().map(Route::JobsPage));
    shown_page(page_in_address(route), |page| match page {
        Some(PageData::List(data)) => inert_all(list(&data)).into_any(),
        _ => view! { <NothingHere/> }.into_any(),
    })
}

fn list(data: &ListData) -> [Markup; 4] {
    let words = expect_words();
    let (page, count) = (data.page, data.page_count);
    [
        breadcrumbs(&[(words.frame.jobs, &href(&Route::Jobs))], &(words.head.list)(page, count), None),
        html! { h1 id=(PAGE_TITLE) tabindex="-1" { ((words.head.list)(page, count)) } },
        html! {
            section class="section" aria-labelledby="open-jobs" {
                div class="section-head" {
                    h2 id="open-jobs" { ((words.home.open)(&jobs_in_words(data.job_count))) }
                    a class="with-script" href=(href(&Route::Jobs)) { (words.frame.search_and_filter) }
                }
                (card_list(&data.jobs, CardHeading::Third))
            }
        },
        pagination(page as usize - 1, count as usize, |page| href(&Route::JobsPage(page as u32 + 1))),
    ]
}
