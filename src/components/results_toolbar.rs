//! Notes and controls above the results: sort order, spelling corrections, and jobs without comparable pay.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::{
    domain::{group_digits, short_money},
    facets::Facet,
    page::JobsData,
    query::{Correction, Query, Sort, Spelling, Undisclosed},
    store::{expect_board, jobs_href},
};

const ORDERS: [Sort; 3] = [Sort::Relevance, Sort::Newest, Sort::Salary];

/// Name of a sort order for this query; `None` if it would make no difference. Without words or pay in the query,
/// the default order is the same as newest first.
fn order_name(sort: Sort, query: &Query) -> Option<&'static str> {
    match sort {
        Sort::Relevance if !query.text.is_empty() => Some("Relevance"),
        Sort::Relevance if query.refinements.contains_key(&Facet::Salary) => Some("Pay reached first"),
        Sort::Relevance => None,
        Sort::Newest => Some("Newest"),
        Sort::Salary => Some("Salary"),
    }
}

/// Whether the results are in this order.
fn is_current(sort: Sort, query: &Query) -> bool {
    let default = order_name(Sort::Relevance, query).map_or(Sort::Newest, |_| Sort::Relevance);
    sort == if query.sort == Sort::Relevance { default } else { query.sort }
}

/// Sort orders as links, with the current one marked.
#[component]
pub fn SortLinks(
    /// Current query.
    #[prop(into)]
    query: Signal<Query>,
) -> impl IntoView {
    let link = move |sort: Sort| {
        let target = move || jobs_href(&query.get().with_sort(sort));
        let current = move || is_current(sort, &query.get()).then_some("true");
        let name = Memo::new(move |_| query.with(|query| order_name(sort, query)));
        view! {
            <li hidden=move || name.get().is_none()>
                <a href=target aria-current=current data-noscroll="">{move || name.get().unwrap_or_default()}</a>
            </li>
        }
    };
    view! {
        <nav class="sort-links" aria-label="Sort by">
            <span aria-hidden="true">"Sort by"</span>
            <ul>{ORDERS.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}

/// Says which words were corrected, with a link that searches for the words as typed. Empty if nothing was
/// corrected.
pub fn corrections(corrections: &[Correction], query: &Query) -> Markup {
    let words = |word: fn(&Correction) -> &str| corrections.iter().map(word).collect::<Vec<_>>().join(", ");
    let as_typed = jobs_href(&query.with_spelling(Spelling::AsTyped));
    html! {
        @if !corrections.is_empty() {
            p class="corrections" {
                "Showing results for " em { (words(|correction| &correction.used)) } ". "
                a href=(as_typed) { "Search instead for " (words(|correction| &correction.typed)) }
            }
        }
    }
}

/// Says how many jobs reach the chosen salary and how many can't be compared, with a link that hides or shows
/// those. Empty if no salary is chosen.
pub fn salary_split(data: &JobsData) -> Markup {
    let asked = data.query.choice(Facet::Salary);
    let values = data.facet(Facet::Salary).map(|list| list.values.as_slice()).unwrap_or_default();
    let Some(value) = values.iter().find(|value| Some(value.value.as_str()) == asked) else { return Markup::default() };
    let currency = expect_board().currency;
    let counted = |count: usize, one: &str, several: &str| {
        format!("{} {}", group_digits(count as u64, currency), if count == 1 { one } else { several })
    };
    let pay = short_money(value.value.parse().unwrap_or_default(), currency);
    let mut parts = vec![format!("{} {pay}", counted(value.count, "reaches", "reach"))];
    if data.undisclosed_salary > 0 {
        parts.push(counted(data.undisclosed_salary, "doesn't state pay", "don't state pay"));
    }
    if data.incomparable_salary > 0 {
        parts.push(counted(
            data.incomparable_salary,
            "states pay in another currency",
            "state pay in another currency",
        ));
    }
    let is_hidden = data.query.undisclosed == Undisclosed::Hide;
    let words = match (is_hidden, data.undisclosed_salary) {
        (true, _) => "Show them",
        (false, 0) => "Hide pay in another currency",
        (false, _) => "Hide jobs without stated pay",
    };
    html! {
        p class="notice" {
            (parts.join(" · "))
            @if is_hidden || parts.len() > 1 {
                @if is_hidden { " (hidden)" }
                " "
                a href=(jobs_href(&data.query.with_undisclosed(data.query.undisclosed.other()))) data-noscroll { (words) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::BoardSettings, query::parse_query_string, store::provide_board};

    #[test]
    fn searching_for_what_was_typed_begins_on_the_first_page() {
        let markup = Owner::new().with(|| {
            provide_board(std::sync::Arc::new(BoardSettings::default()));
            let query = parse_query_string("q=enginer&location=pune&page=2").query;
            corrections(&[Correction { typed: "enginer".to_owned(), used: "engineer".to_owned() }], &query)
        });
        assert!(markup.0.contains("jobs/?q=enginer&amp;exact=1&amp;location=pune\""), "{}", markup.0);
    }
}
