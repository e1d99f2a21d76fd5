//! The jobs that want one skill in one city, for those who look for just that.

use leptos::prelude::*;

use super::{Head, NothingHere, PAGE_TITLE, name_document, page_faces, slug_in_address};
use crate::{
    components::{CardHeading, CardList, jobs_in_words},
    routes::Route,
    store::{LandingData, LandingLink, PageData, expect_board, expect_takeover, href, jobs_href, page_about},
};

/// The page of the skill and city in the address; for those without enough jobs, that nothing is there.
#[component]
pub fn LandingPage() -> impl IntoView {
    let board = expect_board();
    let pick = |page| match page {
        PageData::Landing(data) => Some(*data),
        _ => None,
    };
    let first = expect_takeover().first_page(pick).map(|data| (data.topic.slug.clone(), data));
    let data = page_about(first, slug_in_address(), Route::Landing, pick);
    name_document(move || {
        data.get().ready().map(|data| match data {
            Some(data) => Head::landing(&data, &board),
            None => Head::not_found(&board),
        })
    });
    page_faces(data, |data| match data {
        Some(data) => view! { <Landing data/> }.into_any(),
        None => view! { <NothingHere/> }.into_any(),
    })
}

#[component]
fn Landing(data: LandingData) -> impl IntoView {
    let title = data.topic.title();
    let search = jobs_href(&data.topic.query());
    view! {
        <nav class="breadcrumbs" aria-label="Breadcrumbs">
            <ol><li><a href=href(&Route::Jobs)>"Jobs"</a></li><li aria-current="page">{title.clone()}</li></ol>
        </nav>
        <h1 id=PAGE_TITLE tabindex="-1">{title}</h1>
        <section class="section" aria-labelledby="open-jobs">
            <div class="section-head">
                <h2 id="open-jobs">{format!("{} open", jobs_in_words(data.job_count))}</h2>
                <a class="with-script" href=search>"Search and filter them"</a>
            </div>
            <CardList cards=data.jobs heading=CardHeading::Third/>
        </section>
        <LandingLinks title="Related" links=data.related/>
    }
    .into_any()
}

/// Links to landing pages, which work without script. Shows nothing when there are none.
#[component]
pub(super) fn LandingLinks(
    /// What the links have in common.
    title: &'static str,
    /// The links, the most jobs first.
    links: Vec<LandingLink>,
) -> impl IntoView {
    (!links.is_empty()).then(|| {
        let links = links.into_iter().map(|link| {
            view! {
                <li>
                    <a href=href(&Route::Landing(link.slug))>{link.title}</a>" "<span class="count">{link.count}</span>
                </li>
            }
        });
        view! {
            <section class="section browse" aria-labelledby="landing-links">
                <h2 id="landing-links">{title}</h2>
                <div class="browse-list"><ul>{links.collect_view()}</ul></div>
            </section>
        }
    })
}
