//! What the operator shows beside the jobs: reasons, voices, figures, names.

use leptos::prelude::*;

use super::{Icon, Monogram};
use crate::{
    domain::{Slug, group_digits},
    routes::Route,
    store::{expect_board, href},
};

/// Why apply here. Shows nothing when the board gives no reasons.
#[component]
pub fn ValuePropositions() -> impl IntoView {
    let board = expect_board();
    (!board.value_propositions.is_empty()).then(|| {
        let reasons = board.value_propositions.iter().map(|reason| {
            view! { <li class="value"><h3>{reason.title.clone()}</h3><p>{reason.text.clone()}</p></li> }
        });
        view! {
            <section class="section" aria-labelledby="why">
                <h2 id="why">{format!("Why apply to jobs via {}", board.name)}</h2>
                <ul class="values">{reasons.collect_view()}</ul>
            </section>
        }
    })
}

/// What users say. Shows nothing when nobody is quoted.
#[component]
pub fn Testimonials() -> impl IntoView {
    let board = expect_board();
    (!board.testimonials.is_empty()).then(|| {
        let voices = board.testimonials.iter().map(|voice| {
            view! {
                <li>
                    <figure class="testimonial">
                        <blockquote>{voice.quote.clone()}</blockquote>
                        <figcaption>
                            <Monogram name=voice.name.clone()/>
                            <span><strong>{voice.name.clone()}</strong><br/>{voice.role.clone()}</span>
                        </figcaption>
                    </figure>
                </li>
            }
        });
        view! {
            <section class="section" aria-labelledby="voices">
                <h2 id="voices">{format!("Users love {}", board.name)}</h2>
                <ul class="testimonials">{voices.collect_view()}</ul>
            </section>
        }
    })
}

/// Figures to show off, grouped as the board's readers write them. Shows nothing when there are none.
#[component]
pub fn Figures() -> impl IntoView {
    let board = expect_board();
    (!board.figures.is_empty()).then(|| {
        let figures = board.figures.iter().map(|figure| {
            view! {
                <div class="figure">
                    <dt>{figure.label.clone()}</dt>
                    <dd>{group_digits(figure.value, board.currency)}</dd>
                </div>
            }
        });
        view! { <dl class="figures" aria-label="The board in figures">{figures.collect_view()}</dl> }
    })
}

/// Companies hiring here. Shows nothing when the board names none.
#[component]
pub fn HiringCompanies() -> impl IntoView {
    let board = expect_board();
    (!board.hiring_companies.is_empty()).then(|| {
        let companies = board.hiring_companies.iter().map(|name| {
            let link = href(&Route::Company(Slug::of_or_hash(name)));
            view! { <li><a class="hiring-company" href=link><Monogram name=name.clone()/>{name.clone()}</a></li> }
        });
        view! {
            <section class="section" aria-labelledby="hiring">
                <h2 id="hiring">{format!("Companies hiring on {}", board.name)}</h2>
                <ul class="hiring-companies">{companies.collect_view()}</ul>
            </section>
        }
    })
}

/// A way on for those who did not find their job.
#[component]
pub fn NotFoundYourJob() -> impl IntoView {
    let board = expect_board();
    view! {
        <section class="section call" aria-labelledby="more-jobs">
            <h2 id="more-jobs">"Did not find a job you were looking for?"</h2>
            <p>{format!("Search all open jobs on {} by skill, place, pay and more.", board.name)}</p>
            <a class="button" href=href(&Route::Jobs)><Icon name="search"/>"Search relevant jobs"</a>
        </section>
    }
}
