//! Notes and controls above the results: sort order, spelling corrections, and jobs without comparable pay.

use leptos::prelude::*;
use maud::{Markup, html};
use openroles_engine::query::{Correction, Query, Sort, Spelling, Undisclosed};
use openroles_model::{
    domain::{group_digits, short_money},
    facets::Facet,
    words::SearchWords,
};

use super::{inert::inert_element, words::sentence};
use crate::{
    page::JobsData,
    store::{expect_board, expect_words, jobs_href},
};

/// What decides which sort orders make a difference.
struct Sortable<'a> {
    query: &'a Query,
    /// Whether the board records when jobs were added.
    records_added: bool,
}

impl Sortable<'_> {
    /// Name of a sort order; `None` if it would make no difference. Without words or pay in the query, the default order is
    /// the same as newest first.
    fn name(&self, sort: Sort, words: &SearchWords) -> Option<&'static str> {
        match sort {
            Sort::Relevance if !self.query.text.is_empty() => Some(words.by_relevance),
            Sort::Relevance => self.has_relevance().then_some(words.by_pay_reached),
            Sort::Newest => Some(words.by_day),
            Sort::Added => self.records_added.then_some(words.by_day_added),
            Sort::Salary => Some(words.by_salary),
        }
    }

    /// Whether the results are in this order.
    fn is_current(&self, sort: Sort) -> bool {
        let current = match self.query.sort {
            Sort::Relevance if !self.has_relevance() => Sort::Newest,
            Sort::Added if !self.records_added => Sort::Newest,
            order => order,
        };
        sort == current
    }

    /// Whether the query has words or pay, by which jobs can be more or less relevant.
    fn has_relevance(&self) -> bool {
        !self.query.text.is_empty() || self.query.refinements.contains_key(&Facet::Salary)
    }
}

/// Sort orders as links, with the current one marked.
#[component]
pub fn SortLinks(
    /// Current query.
    #[prop(into)]
    query: Signal<Query>,
    /// Results that are shown, of this query or of the last one.
    data: Signal<JobsData>,
) -> impl IntoView {
    let words = &expect_words().search;
    let records_added = move || data.with(|data| data.records_added);
    let link = move |sort: Sort| {
        let target = move || jobs_href(&query.get().with_sort(sort));
        let current = move || {
            let is_current = query.with(|query| Sortable { query, records_added: records_added() }.is_current(sort));
            is_current.then_some("true")
        };
        let name = Memo::new(move |_| {
            query.with(|query| Sortable { query, records_added: records_added() }.name(sort, words))
        });
        view! {
            <li hidden=move || name.get().is_none()>
                <a href=target aria-current=current data-noscroll="">{move || name.get().unwrap_or_default()}</a>
            </li>
        }
    };
    view! {
        <nav class="sort-links" aria-label=words.sort_by>
            {inert_element(html! { span aria-hidden="true" { (words.sort_by) } })}
            <ul>{Sort::ALL.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}

/// Says which words were corrected, with a link that searches for the words as typed. Empty if nothing was
/// corrected.
pub fn corrections(corrections: &[Correction], query: &Query) -> Markup {
    let words = |word: fn(&Correction) -> &str| corrections.iter().map(word).collect::<Vec<_>>().join(", ");
    let texts = &expect_words().search;
    let as_typed = jobs_href(&query.with_spelling(Spelling::AsTyped));
    html! {
        @if !corrections.is_empty() {
            p class="corrections" {
                (sentence(texts.showing_results_for, &html! { em { (words(|correction| &correction.used)) } })) " "
                a href=(as_typed) { ((texts.search_instead_for)(&words(|correction| &correction.typed))) }
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
    let words = &expect_words().pay;
    let number = |count: usize| group_digits(count as u64, currency);
    let pay = short_money(value.value.parse().unwrap_or_default(), currency);
    let mut parts = vec![(words.reach)(value.count, &number(value.count), &pay)];
    if data.undisclosed_salary > 0 {
        parts.push((words.do_not_state)(data.undisclosed_salary, &number(data.undisclosed_salary)));
    }
    if data.incomparable_salary > 0 {
        parts.push((words.state_in_other_currency)(data.incomparable_salary, &number(data.incomparable_salary)));
    }
    let (counts, has_others) = (parts.join(" · "), parts.len() > 1);
    let is_hidden = data.query.undisclosed == Undisclosed::Hide;
    let way_out = match (is_hidden, data.undisclosed_salary) {
        (true, _) => words.show_hidden,
        (false, 0) => words.hide_in_other_currency,
        (false, _) => words.hide_not_stated,
    };
    html! {
        p class="notice" {
            @if is_hidden { ((words.hidden)(&counts)) } @else { (counts) }
            @if is_hidden || has_others {
                " "
                a href=(jobs_href(&data.query.with_undisclosed(data.query.undisclosed.other()))) data-noscroll { (way_out) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_engine::{
        index::fixture::{index, posting},
        query::parse_query_string,
    };
    use openroles_model::domain::{BoardSettings, Currency};

    use crate::store::provide_board;

    #[test]
    fn searching_for_what_was_typed_begins_on_the_first_page() {
        let markup = Owner::new().with(|| {
            provide_board(std::sync::Arc::new(BoardSettings::default()));
            let query = parse_query_string("q=enginer&location=pune&page=2").query;
            corrections(&[Correction { typed: "enginer".to_owned(), used: "engineer".to_owned() }], &query)
        });
        assert!(markup.0.contains("jobs/?q=enginer&amp;exact=1&amp;location=pune\""), "{}", markup.0);
    }

    /// The notice above the results. The board compares in rupees: one job pays in rupees, one in euros, and one doesn't
    /// state pay.
    fn split(query: &str) -> String {
        let postings = [posting("Go").paying(1_500_000.0), posting("Rust").paying_in("EUR", 60_000.0), posting("C")];
        let data = JobsData::of(&index(&postings), &parse_query_string(query).query);
        Owner::new().with(|| {
            provide_board(std::sync::Arc::new(BoardSettings { currency: Currency::INR, ..BoardSettings::default() }));
            salary_split(&data).0
        })
    }

    #[test]
    fn pay_in_a_currency_without_a_rate_is_never_called_undisclosed() {
        let said = split("salary=900000");
        let expected = "1 reaches ₹9L · 1 doesn't state pay · 1 states pay in another currency";
        assert!(said.contains(expected), "{said}");
        let hidden = split("salary=900000&undisclosed=hide");
        assert!(hidden.contains("1 states pay in another currency (hidden)"), "{hidden}");
    }
}
