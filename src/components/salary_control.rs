//! Refining by pay: one thumb, a typed number, and a histogram of what there is, the undisclosed included.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use maud::{Markup, html};

use super::{
    chart::{Bar, BarChart, Tone, bar_chart},
    inert, jobs_in_words,
    search_box::keeping_scroll,
};
use crate::{
    domain::{Amount, Currency, PayRange, SalaryUnit},
    index::Facet,
    query::{Query, SalaryHistogram, Undisclosed},
    store::{JobsData, expect_board, jobs_href},
};

/// The least yearly pay one wants, compared with the top of each job's range.
///
/// Jobs that do not disclose pay stay until they are hidden, with their own count. Says of which day the rates are where
/// pay was converted.
#[component]
pub fn SalaryControl(
    /// The results around it.
    #[prop(into)]
    data: Signal<JobsData>,
) -> impl IntoView {
    let board = expect_board();
    let currency = board.currency;
    let conversion = html! { p class="refinement-note" { (board.conversion_in_words()) } };
    let has_converted_pay = Memo::new(move |_| data.with(|data| data.has_converted_pay));
    let navigate = use_navigate();
    let query = Memo::new(move |_| data.with(|data| data.query.clone()));
    let histogram = Memo::new(move |_| data.with(|data| data.salary_histogram.clone()));
    let chosen = Memo::new(move |_| chosen(&query.get()));
    let change = move |event| {
        let wanted = event_target_value(&event).trim().parse::<u32>().unwrap_or_default();
        let rest = query.get_untracked().without(Facet::Salary);
        let target = if wanted == 0 { rest } else { rest.toggled(Facet::Salary, &wanted.to_string()) };
        navigate(&jobs_href(&target), keeping_scroll());
    };
    let step = move || histogram.get().step.max(1);
    let top = move || step() as usize * histogram.with(|histogram| histogram.counts.len().saturating_sub(1));
    let words = move || match chosen.get() {
        Some(wanted) => format!("{} or more", shown_amount(wanted, currency)),
        None => "Any salary".to_owned(),
    };
    let typed_change = change.clone();
    view! {
        <fieldset class="refinement-list">
            <legend>"Salary per year"</legend>
            {move || inert(histogram.with(|histogram| histogram_chart(histogram, chosen.get(), currency)))}
            <input class="salary-range" type="range" min="0" max=top step=step aria-label="Least salary per year"
                aria-valuetext=words prop:value=move || chosen.get().unwrap_or_default().to_string() on:change=change/>
            <p class="salary-words" aria-hidden="true">{words}</p>
            <label class="number-field" for="salary-amount">
                {format!("At least, in {}", currency.code())}
                <input id="salary-amount" type="number" inputmode="numeric" min="0" step=step
                    prop:value=move || chosen.get().map(|wanted| wanted.to_string()).unwrap_or_default() on:change=typed_change/>
            </label>
            <p class="refinement-note">"Compared with the top of each range"</p>
            {move || inert(if has_converted_pay.get() { conversion.clone() } else { Markup::default() })}
            <UndisclosedLink data/>
        </fieldset>
    }
    .into_any()
}

/// Jobs by the top of their range; bars below the wanted pay are faint.
fn histogram_chart(histogram: &SalaryHistogram, chosen: Option<u32>, currency: Currency) -> Markup {
    let start = |place: usize| histogram.step.saturating_mul(place as u32);
    let label = |place: usize| match place {
        0 => format!("Up to {}", shown_amount(start(1), currency)),
        _ if place + 1 == histogram.counts.len() => format!("{} or more", shown_amount(start(place), currency)),
        _ => format!("{} to {}", shown_amount(start(place), currency), shown_amount(start(place + 1), currency)),
    };
    let bar = |(place, count): (usize, &usize)| {
        let is_below = start(place + 1) <= chosen.unwrap_or_default();
        Bar { label: label(place), count: *count, tone: if is_below { Tone::Faint } else { Tone::Strong } }
    };
    let bars = histogram.counts.iter().enumerate().map(bar).collect();
    bar_chart(&BarChart { caption: "Jobs by the top of their pay per year", by: "Pay per year", bars })
}

/// How many jobs do not disclose pay, and the link that hides or keeps them. Shows nothing when there are none.
#[component]
fn UndisclosedLink(data: Signal<JobsData>) -> impl IntoView {
    let query = Memo::new(move |_| data.with(|data| data.query.clone()));
    let is_hidden = move || query.get().undisclosed == Undisclosed::Hide;
    let count = move || data.with(|data| data.undisclosed_salary);
    let link = move || {
        let other = if is_hidden() { Undisclosed::Keep } else { Undisclosed::Hide };
        jobs_href(&query.get().with_undisclosed(other))
    };
    let words = move || {
        let verb = if is_hidden() { "Show" } else { "Hide" };
        format!("{verb} {} without stated pay", jobs_in_words(count()))
    };
    view! {
        <Show when=move || count() != 0 || is_hidden()>
            <a class="link-button" data-noscroll="" href=link>{words}</a>
        </Show>
    }
}

fn chosen(query: &Query) -> Option<u32> {
    let value = &query.refinements.get(&Facet::Salary)?.first()?.value;
    value.parse().ok()
}

fn shown_amount(units: u32, currency: Currency) -> String {
    let amount = Amount::from_units(f64::from(units));
    let range = PayRange::new(amount, amount, currency, SalaryUnit::Year);
    range.map(|range| range.to_string()).unwrap_or_default()
}
