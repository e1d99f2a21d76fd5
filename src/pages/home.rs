//! The front page: search, ways in, and what the operator shows.

use leptos::prelude::*;

use super::{Head, LandingLinks, PAGE_TITLE, name_document, page_faces};
use crate::{
    components::{
        CardHeading, CardList, Figures, HiringCompanies, NotFoundYourJob, SearchBox, Testimonials, ValuePropositions,
    },
    domain::group_digits,
    index::Facet,
    query::{FacetValue, Query},
    routes::Route,
    store::{HomeData, PageData, expect_board, expect_takeover, href, jobs_href, page_at},
};

/// The front page.
#[component]
pub fn HomePage() -> impl IntoView {
    let board = expect_board();
    let pick = |page| match page {
        PageData::Home(data) => Some(*data),
        _ => None,
    };
    let data = page_at(expect_takeover().first_page(pick), Route::Home, pick);
    name_document(move || data.get().ready().map(|data| Head::home(&data, &board)));
    view! {
        <Hero/>
        {page_faces(data, |data| view! { <HomeSections data/> })}
        <ValuePropositions/>
        <Testimonials/>
        <Figures/>
        <HiringCompanies/>
        <NotFoundYourJob/>
    }
}

#[component]
fn Hero() -> impl IntoView {
    let board = expect_board();
    view! {
        <div class="hero">
            <h1 id=PAGE_TITLE tabindex="-1">{if board.tagline.is_empty() { board.name.clone() } else { board.tagline.clone() }}</h1>
            <SearchBox/>
        </div>
    }
}

#[component]
fn HomeSections(data: HomeData) -> impl IntoView {
    let currency = expect_board().currency;
    view! {
        <section class="section" aria-labelledby="newest">
            <div class="section-head">
                <h2 id="newest">"Jobs to start with"</h2>
                <a href=href(&Route::Jobs)>{format!("All {} jobs", group_digits(data.job_count as u64, currency))}</a>
            </div>
            <CardList cards=data.jobs heading=CardHeading::Third/>
        </section>
        <section class="section browse" aria-labelledby="browse">
            <h2 id="browse">"Browse"</h2>
            <div class="browse-columns">
                <BrowseList title="By skill" facet=Facet::Skill values=data.skills/>
                <BrowseList title="By place" facet=Facet::Location values=data.locations/>
                <BrowseCompanies companies=data.companies/>
            </div>
        </section>
        <LandingLinks title="Often looked for" links=data.landings/>
    }
}

/// Links to the jobs of each value. Shows nothing when there is no value.
#[component]
fn BrowseList(title: &'static str, facet: Facet, values: Vec<FacetValue>) -> impl IntoView {
    (!values.is_empty()).then(|| {
        let links = values.into_iter().map(|value| {
            let link = jobs_href(&Query::default().toggled(facet, &value.value));
            view! { <li><a href=link>{value.label}</a>" "<span class="count">{value.count}</span></li> }
        });
        view! { <div class="browse-list"><h3>{title}</h3><ul>{links.collect_view()}</ul></div> }
    })
}

/// Links to company pages, which also work without script.
#[component]
fn BrowseCompanies(companies: Vec<FacetValue>) -> impl IntoView {
    (!companies.is_empty()).then(|| {
        let links = companies.into_iter().map(|company| {
            let link = format!("{}{}/", href(&Route::Companies), company.value);
            view! { <li><a href=link>{company.label}</a>" "<span class="count">{company.count}</span></li> }
        });
        view! {
            <div class="browse-list">
                <h3>"By company"</h3>
                <ul>{links.collect_view()}</ul>
            </div>
        }
    })
}
