//! Refinements of a search, as chips that remove them.

use maud::{Markup, html};

use super::icon::icon;
use crate::{
    query::{Chip, Polarity, Query},
    store::jobs_href,
};

/// One chip per refinement, and a link to `cleared`, the query without refinements. Empty if nothing is refined.
pub fn chips(chips: &[Chip], cleared: &Query) -> Markup {
    html! {
        @if !chips.is_empty() {
            ul class="chips" aria-label="Refinements" {
                @for each in chips { (chip(each)) }
                li { a class="chip chip--clear" href=(jobs_href(cleared)) data-noscroll { "Clear all" } }
            }
        }
    }
}

fn chip(chip: &Chip) -> Markup {
    let label = match chip.polarity {
        Polarity::Include => chip.label.clone(),
        Polarity::Exclude => format!("Not {}", chip.label),
    };
    let name = format!("Remove {}: {label}", chip.facet.label());
    html! {
        li { a class="chip" href=(jobs_href(&chip.without)) aria-label=(name) data-noscroll { (label) (icon("close")) } }
    }
}
