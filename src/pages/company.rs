//! A company's page: description, team, and open jobs.

use leptos::prelude::*;
use maud::{Markup, html};
use openroles_engine::query::Query;
use openroles_model::{
    domain::{JobCard, Organization},
    facets::Facet,
    words::Words,
};

use super::{PAGE_TITLE, breadcrumbs, nothing_of_that_name, route_in_address, shown_page};
use crate::{
    components::{
        Bar, BarChart, CardHeading, Tone, bar_chart, card_list, collapsible_description, company_facts,
        company_website, inert_all, monogram, section, social_profiles, team,
    },
    page::{CompanyData, PageData, PostingPeriod, PostingTimes, TimeBar},
    routes::Route,
    store::{expect_board, expect_words, href, jobs_href, page_in_address},
};

/// Page of the company in the URL.
#[component]
pub fn CompanyPage() -> impl IntoView {
    shown_page(page_in_address(route_in_address(Route::Company)), |page| match page {
        Some(PageData::Company(data)) => inert_all(company(&data)).into_any(),
        _ => inert_all(no_such_company()).into_any(),
    })
}

fn company(data: &CompanyData) -> [Markup; 8] {
    let CompanyData { organization, jobs } = data;
    let name = &organization.name;
    [
        breadcrumbs(&[(expect_words().frame.companies, &href(&Route::Companies))], name, None),
        html! {
            header class="job-head" {
                (monogram(name, organization.logo.as_ref()))
                div class="job-names" {
                    h1 id=(PAGE_TITLE) tabindex="-1" { (name) }
                    (company_website(organization.website.as_ref()))
                }
            }
        },
        company_facts(organization),
        collapsible_description(&organization.about, "about-company", expect_board().foreign_language()),
        open_jobs(organization, jobs),
        PostingTimes::of(jobs).map(|times| posted_over_time(&times)).unwrap_or_default(),
        team(&organization.team),
        social_profiles(name, &organization.social_profiles),
    ]
}

fn open_jobs(organization: &Organization, jobs: &[JobCard]) -> Markup {
    let search = jobs_href(&Query::default().toggled(Facet::Company, organization.slug.as_str()));
    let Words { company: words, frame, .. } = expect_words();
    html! {
        section class="section" aria-labelledby="open-jobs" {
            div class="section-head" {
                h2 id="open-jobs" { ((words.open_jobs)(jobs.len())) }
                a class="with-script" href=(search) { (frame.search_and_filter) }
            }
            @if jobs.is_empty() {
                p { (words.no_open_job) }
            } @else {
                (card_list(jobs, CardHeading::Third))
            }
        }
    }
}

/// Chart of the days on which the open jobs were posted.
fn posted_over_time(times: &PostingTimes) -> Markup {
    let Words { company: words, values, .. } = expect_words();
    let (by, about) = match times.period {
        PostingPeriod::Week => (words.week_from, words.by_week),
        PostingPeriod::Month => (words.month_from, words.by_month),
    };
    let bar = |bar: &TimeBar| Bar { label: bar.from.to_words(values), count: bar.count, tone: Tone::Strong };
    let chart = BarChart { caption: words.posting_times_chart, by, bars: times.bars.iter().map(bar).collect() };
    let contents = html! {
        p { (about) @if times.earlier > 0 { " " ((words.posted_earlier)(times.earlier)) } }
        (bar_chart(&chart))
    };
    section("posting-times", words.posting_times, &contents)
}

fn no_such_company() -> [Markup; 2] {
    let words = &expect_words().company;
    let way_out = html! { p { a href=(href(&Route::Companies)) { (words.see_all) } } };
    nothing_of_that_name(words.not_found, words.not_here, &way_out)
}
