//! Refining by pay: one thumb, a typed number, and a histogram of what there is, the undisclosed included.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::{jobs_in_words, search_box::keeping_scroll};
use crate::{
    domain::{Amount, Currency, PayRange, SalaryUnit},
    index::Facet,
    query::{Query, SalaryHistogram, Undisclosed},
    store::{JobsData, expect_board, jobs_href},
};

/// The histogram's box in its own units: bars share the width, the fullest bar has the height.
const CHART_WIDTH: usize = 240;
const CHART_HEIGHT: usize = 48;

/// The least yearly pay one wants, compared with the top of each job's range.
///
/// Jobs that do not disclose pay stay until they are hidden, with their own count.
#[component]
pub fn SalaryControl(
    /// The results around it.
    #[prop(into)]
    data: Signal<JobsData>,
) -> impl IntoView {
    let currency = expect_board().currency;
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
            <Histogram histogram chosen/>
            <input class="salary-range" type="range" min="0" max=top step=step aria-label="Least salary per year"
                aria-valuetext=words prop:value=move || chosen.get().unwrap_or_default().to_string() on:change=change/>
            <p class="salary-words" aria-hidden="true">{words}</p>
            <label class="number-field" for="salary-amount">
                {format!("At least, in {}", currency.code())}
                <input id="salary-amount" type="number" inputmode="numeric" min="0" step=step
                    prop:value=move || chosen.get().map(|wanted| wanted.to_string()).unwrap_or_default() on:change=typed_change/>
            </label>
            <p class="refinement-note">"Compared with the top of each range"</p>
            <UndisclosedLink data/>
        </fieldset>
    }
    .into_any()
}

/// Jobs by the top of their range; bars below the wanted pay are dimmed.
#[component]
fn Histogram(histogram: Memo<SalaryHistogram>, chosen: Memo<Option<u32>>) -> impl IntoView {
    let bars = move || {
        let SalaryHistogram { step, counts } = histogram.get();
        let fullest = counts.iter().copied().max().unwrap_or_default().max(1);
        let width = CHART_WIDTH / counts.len().max(1);
        let wanted = chosen.get().unwrap_or_default();
        let bar = move |(place, count): (usize, usize)| {
            let height = (count * CHART_HEIGHT).div_ceil(fullest);
            let is_below = (place as u32 + 1).saturating_mul(step) <= wanted;
            let class = if is_below { "bar bar--below" } else { "bar" };
            view! {
                <rect class=class x=(place * width).to_string() y=(CHART_HEIGHT - height).to_string()
                    width=width.saturating_sub(1).to_string() height=height.to_string()></rect>
            }
        };
        counts.into_iter().enumerate().map(bar).collect_view()
    };
    view! {
        <svg class="histogram" viewBox=format!("0 0 {CHART_WIDTH} {CHART_HEIGHT}") preserveAspectRatio="none" aria-hidden="true">
            {bars}
        </svg>
    }
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
