//! A job in a list.

use maud::{Markup, html};

use super::{
    job_facts::{company_line, job_facts, provenance_line},
    monogram::monogram,
    skills::{jobs_asking_for, skills},
};
use crate::{domain::JobCard, query::highlight, routes::Route, store::href};

/// The level of a card's heading, one below the heading of the list it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardHeading {
    /// Below a page title.
    Second,
    /// Below a section title.
    Third,
}

/// Skills shown on a card before `+4 more`.
const SKILLS_AT_ONCE: usize = 5;

/// A job with everything one needs to decide whether to open it; the whole card leads to the job. The words of
/// `searched` are marked; `reason` says why the job is shown, if that needs saying.
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

/// A text with the words marked that are searched.
pub(super) fn marked(text: &str, searched: &str) -> Markup {
    html! {
        @for run in highlight(text, searched) {
            @if run.is_match { mark { (run.text) } } @else { (run.text) }
        }
    }
}
