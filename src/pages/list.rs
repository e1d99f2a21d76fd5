//! Page of the list of all open jobs.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use maud::{Markup, html};

use super::{NothingHere, PAGE_TITLE, breadcrumbs, describe_document, name_document, page_faces};
use crate::{
    components::{CardHeading, card_list, inert_all, jobs_in_words, pagination},
    page::{ListData, NotFoundData, Page, PageData},
    routes::Route,
    store::{PageSource, expect_board, expect_words, href, page_about},
};

/// Page of the list of all jobs whose number is in the URL. Shows "nothing is at this address" if there is no such page.
#[component]
pub fn ListPage() -> impl IntoView {
    let board = expect_board();
    let pick = |page| match page {
        PageData::List(data) => Some(*data),
        _ => None,
    };
    let PageSource { data, head } = page_about(number_in_address(), Route::JobsPage, pick);
    describe_document(move || head.get());
    name_document(move || {
        data.get().ready().map(|data| match data {
            Some(data) => data.head(&board),
            None => NotFoundData.head(&board),
        })
    });
    page_faces(data, |data| match data {
        Some(data) => inert_all(list(&data)).into_any(),
        None => view! { <NothingHere/> }.into_any(),
    })
}

/// Number of the page in the URL; `None` if it isn't a number.
fn number_in_address() -> Memo<Option<u32>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("number").and_then(|segment| segment.parse().ok())))
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
