//! Card that shows a job in a list.

use maud::{Markup, html};
use openroles_engine::query::highlight;
use openroles_model::domain::JobCard;

use super::{
    job_facts::{company_line, job_facts, provenance_line},
    monogram::monogram,
    skills::{jobs_asking_for, skills},
};
use crate::{
    routes::Route,
    store::{expect_words, href},
};

/// Heading level of a card, one below that of the list it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardHeading {
    /// `h2`, for lists below a page title.
    Second,
    /// `h3`, for lists below a section title.
    Third,
}

/// Skills shown on a card; the rest is collapsed into `+4 more`.
const SKILLS_AT_ONCE: usize = 5;

/// Card with what a visitor needs to decide whether to open the job; all of it is clickable. Words of `searched`
/// are marked. `reason` says why the job is shown; pass `""` for none.
pub fn job_card(card: &JobCard, searched: &str, heading: CardHeading, reason: &str) -> Markup {
    let language = card.foreign_language.as_deref();
    let title = html! { a href=(href(&Route::Job(card.slug.clone()))) { (marked(&card.title, searched)) } };
    html! {
        article class="job-card" {
            div class="job-card-head" {
                (monogram(card.hiring_organization.label(), None))
                div class="job-card-names" {
                    @match heading {
                        CardHeading::Second => h2 class="job-card-title" lang=[language] { (title) },
                        CardHeading::Third => h3 class="job-card-title" lang=[language] { (title) },
                    }
                    (new_mark(card))
                    (company_line(&card.hiring_organization))
                    (provenance_line(card))
                }
            }
            (job_facts(card))
            @if !card.excerpt.is_empty() {
                p class="job-card-excerpt" lang=[language] { (marked(&card.excerpt, searched)) }
            }
            (skills(&card.skills, card.skill_source, SKILLS_AT_ONCE, jobs_asking_for))
            @if !reason.is_empty() { p class="job-card-reason" { (reason) } }
        }
    }
}

/// Mark of a new job, which the boot script shows for a few days. Empty if the job is there since the board's first build.
fn new_mark(card: &JobCard) -> Markup {
    html! {
        @if let Some(added) = card.added {
            p class="new-mark" data-added=(added) hidden { (expect_words().job.new) }
        }
    }
}

/// Text with the words of `searched` marked.
pub(super) fn marked(text: &str, searched: &str) -> Markup {
    html! {
        @for run in highlight(text, searched) {
            @if run.is_match { mark { (run.text) } } @else { (run.text) }
        }
    }
}
