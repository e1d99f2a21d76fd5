//! Every company with an open job.

use leptos::prelude::*;

use super::{Head, PAGE_TITLE, name_document, page_faces};
use crate::{
    components::{EmptyFace, Monogram, jobs_in_words},
    query::FacetValue,
    routes::Route,
    store::{PageData, expect_board, expect_takeover, href, page_at},
};

/// All companies by name, with the number of their open jobs.
#[component]
pub fn CompaniesPage() -> impl IntoView {
    let board = expect_board();
    let pick = |page| match page {
        PageData::Companies(data) => Some(data),
        _ => None,
    };
    let data = page_at(expect_takeover().first_page(pick), Route::Companies, pick);
    name_document(move || Some(Head::companies(&board)));
    view! {
        <h1 id=PAGE_TITLE tabindex="-1">"Companies"</h1>
        {page_faces(data, |data| if data.companies.is_empty() {
            view! { <EmptyFace title="No company has an open job"><p><a href=href(&Route::Home)>"Go to the front page"</a></p></EmptyFace> }.into_any()
        } else {
            view! { <ul class="companies">{data.companies.into_iter().map(company).collect_view()}</ul> }.into_any()
        })}
    }
}

fn company(company: FacetValue) -> impl IntoView {
    let link = format!("{}{}/", href(&Route::Companies), company.value);
    let jobs = jobs_in_words(company.count);
    view! {
        <li class="company">
            <Monogram name=company.label.clone()/>
            <span><a href=link>{company.label}</a><small>{jobs}</small></span>
        </li>
    }
}
