//! Refinement by years of experience: visitors enter a number or a range, which is matched against the range of
//! each job.

use leptos::prelude::*;
use maud::{Markup, html};
use openroles_model::{domain::Years, facets::Facet};

use super::{
    chart::{Bar, BarChart, Tone, bar_chart},
    inert, inert_element, jobs_in_words,
    typed_field::{TypedField, TypedValue},
};
use crate::{
    page::JobsData,
    store::{expect_words, jobs_href},
};

const YEARS: TypedValue = TypedValue {
    facet: Facet::Experience,
    id: "experience-years",
    noun: |words| words.experience.number_of_years,
    examples: |words, _| words.experience.examples.to_owned(),
    read: |text, _| Years::read(text).map(|years| years.to_string()),
    shown: |value, _| value.strip_suffix('-').map_or_else(|| value.to_owned(), |first| format!("{first}+")),
    meaning: |words, value, _| {
        let years = Years::parse(value).map(|years| years.label(words.values)).unwrap_or_default();
        (words.experience.open_to)(&years)
    },
};

/// A field for the visitor's years of experience, below a chart of the jobs open to each number of years. Jobs that
/// don't state experience are included and counted.
#[component]
pub fn ExperienceControl(
    /// Current results.
    #[prop(into)]
    data: Signal<JobsData>,
) -> impl IntoView {
    let words = &expect_words().experience;
    let query = Memo::new(move |_| data.with(|data| data.query.clone()));
    let unstated = move || data.with(|data| data.experience_not_stated);
    view! {
        <fieldset class="refinement-list">
            {inert_element(html! { legend { (words.legend) } })}
            {move || inert(data.with(years_chart))}
            <TypedField value=YEARS query label=words.your_years.to_owned()/>
            <Show when=move || unstated() != 0>
                <p class="refinement-note">{move || (words.not_stated)(unstated(), &jobs_in_words(unstated()))}</p>
            </Show>
            <Show when=move || query.with(|query| query.choice(Facet::Experience).is_some())>
                <a class="link-button" data-noscroll="" href=move || jobs_href(&query.get().without(Facet::Experience))>{words.any}</a>
            </Show>
        </fieldset>
    }
    .into_any()
}

/// Jobs by the years of experience they are open to. Bars outside of the visitor's own range are faint.
fn years_chart(data: &JobsData) -> Markup {
    let values = data.facet(Facet::Experience).map(|list| list.values.as_slice()).unwrap_or_default();
    let own = data.query.years_asked().map(Years::halves);
    let bar = |years: u8| {
        let value = years.to_string();
        let count = values.iter().find(|each| each.value == value).map_or(0, |each| each.count);
        // The values are half years: 5.5 belongs to the bar of 5.
        let is_own = own.is_none_or(|(first, last)| (first / 2..=last / 2).contains(&years));
        Bar { label: value, count, tone: if is_own { Tone::Strong } else { Tone::Faint } }
    };
    let most = values.iter().filter_map(|value| value.value.parse().ok()).max();
    let bars = most.map_or(Vec::new(), |most: u8| (0..=most).map(bar).collect());
    let words = &expect_words().experience;
    bar_chart(&BarChart { caption: words.chart, by: words.years, bars })
}
