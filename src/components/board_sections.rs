//! Sections that the operator configures: reasons to apply, testimonials, figures, and hiring companies.

use maud::{Markup, html};
use openroles_model::domain::{Slug, group_digits};

use super::{icon::icon, monogram::monogram, section::list_section};
use crate::{
    routes::Route,
    store::{expect_board, href},
};

/// Reasons to apply through this board. Empty if the operator gives none.
pub fn value_propositions() -> Markup {
    let board = expect_board();
    let reasons = board.value_propositions.iter().map(|reason| {
        html! {
            li class="value" { h3 { (reason.title) } p { (reason.text) } }
        }
    });
    list_section("why", &(board.words().home.why_here)(&board.name), "values", &reasons.collect::<Vec<_>>())
}

/// Quotes from users. Empty if there are none.
pub fn testimonials() -> Markup {
    let board = expect_board();
    let voices = board.testimonials.iter().map(|voice| {
        html! {
            li {
                figure class="testimonial" {
                    blockquote { (voice.quote) }
                    figcaption {
                        (monogram(&voice.name, None))
                        span { strong { (voice.name) } br; (voice.role) }
                    }
                }
            }
        }
    });
    list_section("voices", &(board.words().home.users_love)(&board.name), "testimonials", &voices.collect::<Vec<_>>())
}

/// The board's key figures, with digits grouped as is usual for its currency. Empty if there are none.
pub fn figures() -> Markup {
    let board = expect_board();
    html! {
        @if !board.figures.is_empty() {
            dl class="figures" aria-label=(board.words().home.figures) {
                @for figure in &board.figures {
                    div class="figure" { dt { (figure.label) } dd { (group_digits(figure.value, board.currency)) } }
                }
            }
        }
    }
}

/// Companies that the operator features. Empty if there are none.
pub fn hiring_companies() -> Markup {
    let board = expect_board();
    let companies = board.hiring_companies.iter().map(|name| {
        html! {
            li {
                a class="hiring-company" href=(href(&Route::Company(Slug::of_or_hash(name)))) {
                    (monogram(name, None)) (name)
                }
            }
        }
    });
    let title = (board.words().home.hiring_on)(&board.name);
    list_section("hiring", &title, "hiring-companies", &companies.collect::<Vec<_>>())
}

/// Link to the search for visitors who haven't found a job on the page.
pub fn not_found_your_job() -> Markup {
    let board = expect_board();
    let words = &board.words().home;
    html! {
        section class="section call" aria-labelledby="more-jobs" {
            h2 id="more-jobs" { (words.not_found) }
            p { ((words.search_all_on)(&board.name)) }
            a class="button" href=(href(&Route::Jobs)) { (icon("search")) (words.search) }
        }
    }
}
