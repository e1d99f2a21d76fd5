//! Refinement by pay: a slider, a few amounts as links, a text field, and a histogram.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use maud::{Markup, html};
use openroles_engine::query::{Query, SalaryHistogram, Undisclosed};
use openroles_model::{
    domain::{Currency, SalaryUnit, group_digits, pay_examples, read_pay, short_money},
    facets::Facet,
    words::{ValueWords, Words},
};

use super::{
    chart::{Bar, BarChart, Tone, bar_chart},
    inert, inert_element, jobs_in_words,
    search_box::keeping_scroll,
    typed_field::{TypedField, TypedValue},
};
use crate::{
    page::JobsData,
    store::{expect_board, expect_words, jobs_href},
};

const PAY: TypedValue = TypedValue {
    facet: Facet::Salary,
    id: "salary-amount",
    noun: |words| words.pay.yearly_salary,
    examples: |words, currency| pay_examples(currency, &words.pay),
    read: |text, currency| read_pay(text, currency).map(|pay| pay.to_string()),
    shown: |value, currency| group_digits(value.parse().unwrap_or_default(), currency),
    meaning: |words, value, currency| (words.pay.at_least)(&short_money(value.parse().unwrap_or_default(), currency)),
};

/// Number of amounts offered as links.
const STEPS: usize = 4;

/// Refinement by the least yearly pay a visitor wants, compared with the top of each job's range.
///
/// Jobs that don't state pay are included and counted; a link hides them. If any pay was converted, names the day
/// of the exchange rates.
#[component]
pub fn SalaryControl(
    /// Current results.
    #[prop(into)]
    data: Signal<JobsData>,
) -> impl IntoView {
    let board = expect_board();
    let currency = board.currency;
    let Words { pay: words, values, .. } = board.words();
    let conversion = html! { p class="refinement-note" { (board.conversion_in_words()) } };
    let has_converted_pay = Memo::new(move |_| data.with(|data| data.has_converted_pay));
    let navigate = use_navigate();
    let query = Memo::new(move |_| data.with(|data| data.query.clone()));
    let histogram = Memo::new(move |_| data.with(|data| data.salary_histogram.clone()));
    let chosen = Memo::new(move |_| chosen(&query.get()));
    let change = move |event| {
        let wanted = Some(event_target_value(&event)).filter(|wanted| wanted != "0");
        let target = query.with_untracked(|query| query.choosing(Facet::Salary, wanted.as_deref()));
        navigate(&jobs_href(&target), keeping_scroll());
    };
    let step = move || histogram.get().step.max(1);
    let top = move || step() as usize * histogram.with(|histogram| histogram.counts.len().saturating_sub(1));
    let meaning = move || match chosen.get() {
        Some(wanted) => (words.or_more)(&yearly(wanted, currency, values)),
        None => words.any.to_owned(),
    };
    let steps = move || query.with(|query| histogram.with(|histogram| steps(histogram, query, currency)));
    view! {
        <fieldset class="refinement-list">
            {inert_element(html! { legend { (words.legend) } })}
            {move || inert(histogram.with(|histogram| histogram_chart(histogram, chosen.get(), currency)))}
            <input class="salary-range" type="range" min="0" max=top step=step aria-label=words.least
                aria-valuetext=meaning prop:value=move || chosen.get().unwrap_or_default().to_string() on:change=change/>
            {move || inert(steps())}
            <TypedField value=PAY query label=(words.at_least_in)(currency.code())/>
            {inert_element(html! { p class="refinement-note" { (words.compared) } })}
            {move || inert(if has_converted_pay.get() { conversion.clone() } else { Markup::default() })}
            <UndisclosedLink data/>
        </fieldset>
    }
    .into_any()
}

/// A few amounts as links, evenly spread over the histogram. Empty if the histogram has too few bars.
fn steps(histogram: &SalaryHistogram, query: &Query, currency: Currency) -> Markup {
    let mut bars: Vec<usize> = (1..=STEPS).map(|part| histogram.counts.len() * part / (STEPS + 1)).collect();
    bars.retain(|bar| *bar > 0);
    bars.dedup();
    let pays = bars.into_iter().map(|bar| histogram.step.saturating_mul(bar as u32));
    let is_chosen = |pay: u32| chosen(query) == Some(pay);
    let Words { pay: words, values, .. } = expect_words();
    html! {
        @if histogram.counts.len() > STEPS {
            ul class="chips salary-steps" aria-label=(words.salaries) {
                @for pay in pays {
                    li {
                        a class="chip" href=(jobs_href(&query.choosing(Facet::Salary, Some(&pay.to_string())))) data-noscroll
                            aria-current=[is_chosen(pay).then_some("true")] { ((values.pay_from)(&short_money(pay, currency))) }
                    }
                }
            }
        }
    }
}

/// Jobs by the top of their pay range. Bars below the chosen pay are faint.
fn histogram_chart(histogram: &SalaryHistogram, chosen: Option<u32>, currency: Currency) -> Markup {
    let Words { pay: words, values, .. } = expect_words();
    let yearly = |units: u32| yearly(units, currency, values);
    let start = |place: usize| histogram.step.saturating_mul(place as u32);
    let label = |place: usize| match place {
        0 => (words.up_to)(&yearly(start(1))),
        _ if place + 1 == histogram.counts.len() => (words.or_more)(&yearly(start(place))),
        _ => (words.between)(&yearly(start(place)), &yearly(start(place + 1))),
    };
    let bar = |(place, count): (usize, &usize)| {
        let is_below = start(place + 1) <= chosen.unwrap_or_default();
        Bar { label: label(place), count: *count, tone: if is_below { Tone::Faint } else { Tone::Strong } }
    };
    let bars = histogram.counts.iter().enumerate().map(bar).collect();
    bar_chart(&BarChart { caption: words.chart, by: words.per_year, bars })
}

/// Link that hides or shows jobs whose pay can't be compared, with their number. Shows nothing if there are none.
#[component]
fn UndisclosedLink(data: Signal<JobsData>) -> impl IntoView {
    let is_hidden = move || data.with(|data| data.query.undisclosed == Undisclosed::Hide);
    let counts = move || data.with(|data| (data.undisclosed_salary, data.incomparable_salary));
    let link = move || data.with(|data| jobs_href(&data.query.with_undisclosed(data.query.undisclosed.other())));
    let Words { pay: words, filters, .. } = expect_words();
    let label = move || {
        let (undisclosed, incomparable) = counts();
        let silent = (words.not_stated)(&jobs_in_words(undisclosed));
        let others = (words.in_other_currency)(&jobs_in_words(incomparable));
        let jobs = match (undisclosed, incomparable) {
            (_, 0) => silent,
            (0, _) => others,
            _ => (words.both)(&silent, &others),
        };
        if is_hidden() { (filters.show)(&jobs) } else { (filters.hide)(&jobs) }
    };
    view! {
        <Show when=move || counts() != (0, 0) || is_hidden()>
            <a class="link-button" data-noscroll="" href=link>{label}</a>
        </Show>
    }
}

/// Pay per year: `₹15L / yr`.
fn yearly(units: u32, currency: Currency, words: &ValueWords) -> String {
    SalaryUnit::Year.of_amount(&short_money(units, currency), words)
}

fn chosen(query: &Query) -> Option<u32> {
    query.choice(Facet::Salary)?.parse().ok()
}
