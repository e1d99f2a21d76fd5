//! Landing page: jobs that ask for one skill in one city.

use leptos::prelude::*;
use maud::{Markup, html};

use super::{NothingHere, PAGE_TITLE, breadcrumbs, route_in_address, shown_page};
use crate::{
    components::{CardHeading, card_list, inert_all, jobs_in_words},
    page::{LandingData, LandingLink, PageData},
    routes::Route,
    store::{expect_words, href, jobs_href, page_in_address},
};

/// Landing page of the skill and city in the URL. Shows "nothing is at this address" if there is no such page.
#[component]
pub fn LandingPage() -> impl IntoView {
    shown_page(page_in_address(route_in_address(Route::Landing)), |page| match page {
        Some(PageData::Landing(data)) => inert_all(landing(&data)).into_any(),
        _ => view! { <NothingHere/> }.into_any(),
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
