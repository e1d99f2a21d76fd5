//! The refinements of a search as chips that remove themselves.

use leptos::prelude::*;

use super::Icon;
use crate::{
    query::{Chip, Polarity, Query},
    store::jobs_href,
};

/// One removable chip a refinement, and a way to clear all. Shows nothing when nothing is refined.
#[component]
pub fn Chips(
    /// The refinements.
    #[prop(into)]
    chips: Signal<Vec<Chip>>,
    /// The query without any refinement.
    #[prop(into)]
    cleared: Signal<Query>,
) -> impl IntoView {
    move || {
        let chips = chips.get();
        (!chips.is_empty()).then(|| {
            view! {
                <ul class="chips" aria-label="Refinements">
                    {chips.into_iter().map(chip).collect_view()}
                    <li><a class="chip chip--clear" href=jobs_href(&cleared.get()) data-noscroll="">"Clear all"</a></li>
                </ul>
            }
        })
    }
}

fn chip(chip: Chip) -> impl IntoView {
    let label = match chip.polarity {
        Polarity::Include => chip.label,
        Polarity::Exclude => format!("Not {}", chip.label),
    };
    let name = format!("Remove {}: {label}", chip.facet.label());
    view! {
        <li><a class="chip" href=jobs_href(&chip.without) aria-label=name data-noscroll="">{label}<Icon name="close"/></a></li>
    }
}
