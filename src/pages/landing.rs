//! Landing page: jobs that ask for one skill in one city.

use leptos::prelude::*;
use maud::{Markup, html};

use super::{NothingHere, PAGE_TITLE, breadcrumbs, describe_document, name_document, page_faces, slug_in_address};
use crate::{
    components::{CardHeading, card_list, inert_all, jobs_in_words},
    page::{LandingData, LandingLink, NotFoundData, Page, PageData},
    routes::Route,
    store::{PageSource, expect_board, expect_words, href, jobs_href, page_about},
};

/// Landing page of the skill and city in the URL. Shows "nothing is at this address" if there is no such page.
#[component]
pub fn LandingPage() -> impl IntoView {
    let board = expect_board();
    let pick = |page| match page {
        PageData::Landing(data) => Some(*data),
        _ => None,
    };
    let PageSource { data, head } = page_about(slug_in_address(), Route::Landing, pick);
    describe_document(move || head.get());
    name_document(move || {
        data.get().ready().map(|data| match data {
            Some(data) => data.head(&board),
            None => NotFoundData.head(&board),
        })
    });
    page_faces(data, |data| match data {
        Some(data) => inert_all(landing(&data)).into_any(),
        None => view! { <NothingHere/> }.into_any(),
    })
}

fn landing(data: &LandingData) -> [Markup; 4] {
    let words = expect_words();
    let title = data.topic.title(&words.head);
    [
        breadcrumbs(&[(words.frame.jobs, &href(&Route::Jobs))], &title, None),
        html! { h1 id=(PAGE_TITLE) tabindex="-1" { (title) } },
        html! {
            section class="section" aria-labelledby="open-jobs" {
                div class="section-head" {
                    h2 id="open-jobs" { ((words.home.open)(&jobs_in_words(data.job_count))) }
                    a class="with-script" href=(jobs_href(&data.topic.query())) { (words.frame.search_and_filter) }
                }
                (card_list(&data.jobs, CardHeading::Third))
            }
        },
        landing_links(words.home.related, &data.related),
    ]
}

/// Links to landing pages, with counts. They work without JavaScript. `title` says what the pages have in common.
/// Empty if there are no links.
pub(super) fn landing_links(title: &str, links: &[LandingLink]) -> Markup {
    html! {
        @if !links.is_empty() {
            section class="section browse" aria-labelledby="landing-links" {
                h2 id="landing-links" { (title) }
                div class="browse-list" {
                    ul {
                        @for link in links {
                            li {
                                a href=(href(&Route::Landing(link.slug.clone()))) { (link.title) }
                                " " span class="count" { (link.count) }
                            }
                        }
                    }
                }
            }
        }
    }
}
