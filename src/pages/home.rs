//! Front page: search, a few jobs, links into the site, and the operator's sections.

use leptos::prelude::*;
use maud::{Markup, html};
use openroles_engine::query::{FacetValue, Query};
use openroles_model::facets::Facet;

use super::{PAGE_TITLE, landing::landing_links, shown_page};
use crate::{
    components::{
        CardHeading, SearchForm, card_list, figures, hiring_companies, inert, inert_all, jobs_in_words, no_open_jobs,
        not_found_your_job, testimonials, value_propositions,
    },
    page::{HomeData, PageData},
    routes::Route,
    store::{expect_board, expect_words, href, jobs_href, page_at},
};

/// Front page.
#[component]
pub fn HomePage() -> impl IntoView {
    let page = shown_page(page_at(Route::Home), |page| match page {
        Some(PageData::Home(data)) => inert_all(home_sections(&data)).into_any(),
        _ => inert(no_open_jobs()).into_any(),
    });
    view! {
        <Hero/>
        {page}
        {inert_all([value_propositions(), testimonials(), figures(), hiring_companies(), not_found_your_job()])}
    }
}

#[component]
fn Hero() -> impl IntoView {
    let board = expect_board();
    view! {
        <div class="hero">
            <h1 id=PAGE_TITLE tabindex="-1">{if board.tagline.is_empty() { board.name.clone() } else { board.tagline.clone() }}</h1>
            <SearchForm/>
        </div>
    }
}

fn home_sections(data: &HomeData) -> [Markup; 3] {
    if data.job_count == 0 {
        return [no_open_jobs(), Markup::default(), Markup::default()];
    }
    let words = &expect_words().home;
    [
        html! {
            // All of them may have closed since the build.
            @if !data.jobs.is_empty() {
                section class="section" aria-labelledby="newest" {
                    div class="section-head" {
                        h2 id="newest" { (words.to_start_with) }
                        a href=(href(&Route::Jobs)) { ((words.all_jobs)(&jobs_in_words(data.job_count))) }
                    }
                    (card_list(&data.jobs, CardHeading::Third))
                }
            }
        },
        html! {
            section class="section browse" aria-labelledby="browse" {
                h2 id="browse" { (words.browse) }
                div class="browse-columns" {
                    (browse_list(words.by_skill, &data.skills, |value| to_jobs(Facet::Skill, value)))
                    (browse_list(words.by_place, &data.locations, |value| to_jobs(Facet::Location, value)))
                    // These links lead to prerendered pages, which work without JavaScript.
                    (browse_list(words.by_company, &data.companies, |value| format!("{}{value}/", href(&Route::Companies))))
                }
            }
        },
        landing_links(words.often_sought, &data.landings),
    ]
}

fn to_jobs(facet: Facet, value: &str) -> String {
    jobs_href(&Query::default().toggled(facet, value))
}

/// Links for each value, with counts. Empty if there are no values.
fn browse_list(title: &str, values: &[FacetValue], link: impl Fn(&str) -> String) -> Markup {
    html! {
        @if !values.is_empty() {
            div class="browse-list" {
                h3 { (title) }
                ul {
                    @for value in values {
                        li { a href=(link(&value.value)) { (value.label) } " " span class="count" { (value.count) } }
                    }
                }
            }
        }
    }
}
