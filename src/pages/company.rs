//! A company: what it says of itself, its people, its open jobs.

use leptos::prelude::*;

use super::{Head, PAGE_TITLE, name_document, page_faces, slug_in_address};
use crate::{
    components::{
        CardHeading, CardList, CollapsibleDescription, CompanyFacts, CompanyWebsite, EmptyFace, Monogram,
        SocialProfiles, Team,
    },
    index::Facet,
    query::Query,
    routes::Route,
    store::{CompanyData, PageData, expect_board, expect_takeover, href, jobs_href, page_about},
};

/// The company in the address.
#[component]
pub fn CompanyPage() -> impl IntoView {
    let board = expect_board();
    let pick = |page| match page {
        PageData::Company(data) => Some(*data),
        _ => None,
    };
    let first = expect_takeover().first_page(pick).map(|data| (data.organization.slug.clone(), data));
    let data = page_about(first, slug_in_address(), Route::Company, pick);
    name_document(move || {
        data.get().ready().map(|data| match data {
            Some(data) => Head::company(&data, &board),
            None => Head::not_found(&board),
        })
    });
    page_faces(data, |data| match data {
        Some(data) => view! { <Company data/> }.into_any(),
        None => view! { <NoSuchCompany/> }.into_any(),
    })
}

#[component]
fn Company(data: CompanyData) -> impl IntoView {
    let CompanyData { organization, jobs } = data;
    let search = jobs_href(&Query::default().toggled(Facet::Company, organization.slug.as_str()));
    view! {
        <nav class="breadcrumbs" aria-label="Breadcrumbs">
            <ol>
                <li><a href=href(&Route::Companies)>"Companies"</a></li>
                <li aria-current="page">{organization.name.clone()}</li>
            </ol>
        </nav>
        <header class="job-head">
            <Monogram name=organization.name.clone() logo=organization.logo.clone()/>
            <div class="job-names">
                <h1 id=PAGE_TITLE tabindex="-1">{organization.name.clone()}</h1>
                <CompanyWebsite website=organization.website.clone()/>
            </div>
        </header>
        <CompanyFacts organization=organization.clone()/>
        <CollapsibleDescription description=organization.about.clone() id="about-company"/>
        <section class="section" aria-labelledby="open-jobs">
            <div class="section-head">
                <h2 id="open-jobs">{match jobs.len() { 1 => "1 open job".to_owned(), count => format!("{count} open jobs") }}</h2>
                <a class="with-script" href=search>"Search and filter them"</a>
            </div>
            {if jobs.is_empty() {
                view! { <p>"No job is open here at the moment."</p> }.into_any()
            } else {
                view! { <CardList cards=jobs heading=CardHeading::Third/> }.into_any()
            }}
        </section>
        <Team team=organization.team/>
        <SocialProfiles name=organization.name profiles=organization.social_profiles/>
    }
}

#[component]
fn NoSuchCompany() -> impl IntoView {
    view! {
        <h1 class="visually-hidden" id=PAGE_TITLE tabindex="-1">"Company not found"</h1>
        <EmptyFace title="This company is not here">
            <p><a href=href(&Route::Companies)>"See all companies"</a></p>
        </EmptyFace>
    }
}
