//! List of every company with an open job.

use leptos::{ev::SubmitEvent, prelude::*};
use leptos_router::hooks::{use_location, use_navigate};
use maud::{Markup, html};
use openroles_engine::query::{FacetValue, parse_query_string, percent};
use openroles_model::words::Words;

use super::{PAGE_TITLE, describe_document, name_document, page_faces};
use crate::{
    browser,
    components::{Icon, empty_face, inert, inert_all, jobs_in_words},
    page::{CompaniesData, Initial, PageData, by_job_count},
    routes::Route,
    store::{expect_board, expect_takeover, expect_words, href, page_at, replacing},
};

/// All companies, or those whose names match; sorted by name or by number of open jobs.
#[component]
pub fn CompaniesPage() -> impl IntoView {
    let board = expect_board();
    let words = board.words();
    let source = page_at(Route::Companies);
    describe_document(move || source.head.get());
    name_document(move || Some(CompaniesData::any_head(&board)));
    view! {
        <h1 id=PAGE_TITLE tabindex="-1">{words.frame.companies}</h1>
        {page_faces(source, |page| match page {
            Some(PageData::Companies(data)) if !data.companies.is_empty() => view! { <Companies data/> }.into_any(),
            _ => inert(no_company()).into_any(),
        })}
    }
}

fn no_company() -> Markup {
    let words = &expect_words().company;
    empty_face(words.none_hiring, &html! { p { a href=(href(&Route::Home)) { (words.to_front_page) } } })
}

/// Id of the field for a company's name.
const FIELD: &str = "company-field";

/// Sort order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CompanyOrder {
    Name,
    Jobs,
}

impl CompanyOrder {
    fn asked_for(query_string: &str) -> Self {
        match query_string.trim_start_matches('?').split('&').any(|part| part == BY_JOBS) {
            true => Self::Jobs,
            false => Self::Name,
        }
    }
}

/// Search field, sort order, and the list. Name and order are kept in the URL, so that Back restores them.
#[component]
fn Companies(data: CompaniesData) -> impl IntoView {
    let takeover = expect_takeover();
    let (search, navigate) = (use_location().search, use_navigate());
    let asked = move || if takeover.is_live() { search.get() } else { String::new() };
    let asked_name = move || parse_query_string(&asked()).query.text;
    let order = Memo::new(move |_| CompanyOrder::asked_for(&asked()));
    let typed = RwSignal::new(None::<String>);
    // Text typed before the app started is only in the field itself.
    let early =
        move || takeover.is_live().then(|| browser::typed_text(FIELD)).flatten().filter(|text| !text.is_empty());
    let text = Memo::new(move |_| typed.get().or_else(early).unwrap_or_else(asked_name));
    // The field loses the focus before a link is followed, so the URL is up to date by then.
    let on_leave = move |_| navigate(&address(order.get_untracked(), &text.get_untracked()), replacing());
    view! {
        <div class="companies-head with-script">
            <form class="search-box" role="search" on:submit=|event: SubmitEvent| event.prevent_default()>
                <label class="search-box-label" for=FIELD>{expect_words().company.field}</label>
                <div class="search-box-row">
                    <Icon name="search"/>
                    <input class="search-box-field" id=FIELD type="search" autocomplete="off" spellcheck="false"
                        maxlength="100" value=asked_name on:change=on_leave
                        on:input=move |event| typed.set(Some(event_target_value(&event)))/>
                </div>
            </form>
            {move || inert(sort_links(order.get(), &text.get()))}
        </div>
        {move || inert_all(list(&data, order.get(), &text.get()))}
    }
}

/// URL parameter for sorting by number of jobs.
const BY_JOBS: &str = "sort=jobs";

fn address(order: CompanyOrder, text: &str) -> String {
    let name = (!text.is_empty()).then(|| format!("q={}", percent::encoded(text)));
    let order = (order == CompanyOrder::Jobs).then(|| BY_JOBS.to_owned());
    let asked: Vec<String> = name.into_iter().chain(order).collect();
    let mark = if asked.is_empty() { "" } else { "?" };
    href(&Route::Companies) + mark + &asked.join("&")
}

fn sort_links(current: CompanyOrder, text: &str) -> Markup {
    let Words { company: words, search, .. } = expect_words();
    let orders = [(CompanyOrder::Name, words.by_name), (CompanyOrder::Jobs, words.by_job_count)];
    html! {
        nav class="sort-links" aria-label=(search.sort_by) {
            span aria-hidden="true" { (search.sort_by) }
            ul {
                @for (order, label) in orders {
                    li {
                        a href=(address(order, text)) aria-current=[(order == current).then_some("true")] data-noscroll="" {
                            (label)
                        }
                    }
                }
            }
        }
    }
}

/// Number of companies, and the list. All companies sorted by name are grouped by initial.
fn list(data: &CompaniesData, order: CompanyOrder, text: &str) -> [Markup; 2] {
    let mut found = data.named(text);
    let words = &expect_words().company;
    let count = (words.companies_counted)(found.len());
    let listed = match order {
        _ if found.is_empty() => empty_face(&(words.none_called)(text.trim()), &html! { p { (words.try_a_part) } }),
        CompanyOrder::Name if text.trim().is_empty() => groups(data),
        CompanyOrder::Name => companies(found),
        CompanyOrder::Jobs => {
            found = by_job_count(&found);
            companies(found)
        }
    };
    [html! { p class="companies-count" role="status" { (count) } }, listed]
}

fn groups(data: &CompaniesData) -> Markup {
    let words = &expect_words().company;
    let initials: Vec<Initial> = data.groups().map(|group| group.initial).collect();
    html! {
        div {
            nav class="letters" aria-label=(words.first_letters) {
                ul {
                    @for initial in initials {
                        li { a class="page-link" href={ "#" (initial.anchor()) } rel="external" { (initial.label(words)) } }
                    }
                }
            }
            @for group in data.groups() {
                section class="company-group" {
                    h2 id=(group.initial.anchor()) { (group.initial.label(words)) }
                    (companies(group.companies))
                }
            }
        }
    }
}

fn companies<'a>(companies: impl IntoIterator<Item = &'a FacetValue>) -> Markup {
    let all = href(&Route::Companies);
    html! {
        ul class="companies" {
            @for company in companies {
                li class="company" {
                    a href={ (all) (company.value) "/" } { (company.label) }
                    small { (jobs_in_words(company.count)) }
                }
            }
        }
    }
}
