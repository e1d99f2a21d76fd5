//! Refinements of a search, as chips that remove them.

use maud::{Markup, html};
use openroles_engine::query::{Chip, Polarity, Query};
use openroles_model::words::Words;

use super::icon::icon;
use crate::store::{expect_words, jobs_href};

/// One chip per refinement, and a link to `cleared`, the query without refinements. Empty if nothing is refined.
pub fn chips(chips: &[Chip], cleared: &Query) -> Markup {
    let words = expect_words();
    html! {
        @if !chips.is_empty() {
            ul class="chips" aria-label=(words.filters.set) {
                @for each in chips { (chip(each, words)) }
                li { a class="chip chip--clear" href=(jobs_href(cleared)) data-noscroll { (words.filters.clear_all) } }
            }
        }
    }
}

fn chip(chip: &Chip, words: &Words) -> Markup {
    let facet = chip.facet.label(words);
    let words = &words.filters;
    let value = chip.label.as_deref().unwrap_or(words.stated_pay_only);
    let label = match chip.polarity {
        Polarity::Include => value.to_owned(),
        Polarity::Exclude => (words.excluded)(value),
    };
    let name = (words.remove)(facet, &label);
    html! {
        li { a class="chip" href=(jobs_href(&chip.without)) aria-label=(name) data-noscroll { (label) (icon("close")) } }
    }
}
