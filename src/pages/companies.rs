//! Every company with an open job.

use leptos::prelude::*;
use maud::{Markup, html};

use super::{Head, PAGE_TITLE, describe_document, name_document, page_faces};
use crate::{
    components::{empty_face, inert, jobs_in_words, monogram},
    query::FacetValue,
    routes::Route,
    store::{PageData, PageSource, expect_board, href, page_at},
};

/// All companies by name, with the number of their open jobs.
#[component]
pub fn CompaniesPage() -> impl IntoView {
    let board = expect_board();
    let pick = |page| match page {
        PageData::Companies(data) => Some(data),
        _ => None,
    };
    let PageSource { data, head } = page_at(Route::Companies, pick);
    describe_document(move || head.get());
    name_document(move || Some(Head::companies(&board)));
    view! {
        <h1 id=PAGE_TITLE tabindex="-1">"Companies"</h1>
        {page_faces(data, |data| inert(companies(&data.companies)).into_any())}
    }
}

fn companies(companies: &[FacetValue]) -> Markup {
    if companies.is_empty() {
        let way_out = html! { p { a href=(href(&Route::Home)) { "Go to the front page" } } };
        return empty_face("No company has an open job", &way_out);
    }
    html! {
        ul class="companies" {
            @for company in companies {
                li class="company" {
                    (monogram(&company.label, None))
                    span {
                        a href={ (href(&Route::Companies)) (company.value) "/" } { (company.label) }
                        small { (jobs_in_words(company.count)) }
                    }
                }
            }
        }
    }
}
