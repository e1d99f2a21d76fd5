//! Refining by years of experience: one number, matched against each job's range.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use maud::Markup;

use super::{
    chart::{Bar, BarChart, Tone, bar_chart},
    inert, jobs_in_words,
    search_box::keeping_scroll,
};
use crate::{
    index::Facet,
    query::Query,
    store::{JobsData, jobs_href},
};

/// A number field for one's own years below how many jobs are open to which; jobs that do not state experience stay, and
/// are counted.
#[component]
pub fn ExperienceControl(
    /// The results around it.
    #[prop(into)]
    data: Signal<JobsData>,
) -> impl IntoView {
    let navigate = use_navigate();
    let query = Memo::new(move |_| data.with(|data| data.query.clone()));
    let years = move || chosen(&query.get()).unwrap_or_default();
    let change = move |event| {
        let value = event_target_value(&event);
        let target = if value.trim().is_empty() {
            query.get_untracked().without(Facet::Experience)
        } else {
            query.get_untracked().without(Facet::Experience).toggled(Facet::Experience, value.trim())
        };
        navigate(&jobs_href(&target), keeping_scroll());
    };
    let unstated = move || data.with(|data| data.experience_not_stated);
    view! {
        <fieldset class="refinement-list">
            <legend>"Experience"</legend>
            {move || inert(data.with(years_chart))}
            <label class="number-field" for="experience-years">
                "Your years of experience"
                <input id="experience-years" type="number" inputmode="numeric" min="0" max="60" step="1"
                    prop:value=years on:change=change/>
            </label>
            <Show when=move || unstated() != 0>
                <p class="refinement-note">{move || format!("Not stated by {}, kept in", jobs_in_words(unstated()))}</p>
            </Show>
            <Show when=move || chosen(&query.get()).is_some()>
                <a class="link-button" data-noscroll="" href=move || jobs_href(&query.get().without(Facet::Experience))>"Any experience"</a>
            </Show>
        </fieldset>
    }
    .into_any()
}

/// Jobs by the years they are open to; when one's own are given, the bars of the others are faint.
fn years_chart(data: &JobsData) -> Markup {
    let values = data.facet(Facet::Experience).map(|list| list.values.as_slice()).unwrap_or_default();
    let own = chosen(&data.query);
    let bar = |years: u32| {
        let value = years.to_string();
        let count = values.iter().find(|each| each.value == value).map_or(0, |each| each.count);
        let tone = if own.as_ref().is_none_or(|own| *own == value) { Tone::Strong } else { Tone::Faint };
        Bar { label: value, count, tone }
    };
    let most = values.iter().filter_map(|value| value.value.parse().ok()).max();
    let bars = most.map_or(Vec::new(), |most: u32| (0..=most).map(bar).collect());
    bar_chart(&BarChart { caption: "Jobs by the years of experience they are open to", by: "Years", bars })
}

fn chosen(query: &Query) -> Option<String> {
    query.refinements.get(&Facet::Experience)?.first().map(|refinement| refinement.value.clone())
}
