//! Lists of job cards.

use maud::{Markup, html};
use openroles_model::domain::JobCard;

use super::job_card::{CardHeading, job_card};
use crate::{page::SimilarCard, store::expect_words};

/// Jobs as a plain list, in the given order.
pub fn card_list(cards: &[JobCard], heading: CardHeading) -> Markup {
    html! {
        ul class="card-list" {
            @for card in cards { li { (job_card(card, "", heading, "")) } }
        }
    }
}

/// Hits of a search as a plain list, best first, with the words of `searched` marked. A card that is still loading
/// (`None`) is shown as a placeholder.
pub fn hit_list(cards: &[Option<JobCard>], searched: &str, heading: CardHeading) -> Markup {
    let is_busy = cards.iter().any(Option::is_none);
    html! {
        ul class="card-list" aria-busy=[is_busy.then_some("true")] {
            @for card in cards {
                @match card {
                    Some(card) => li { (job_card(card, searched, heading, "")) },
                    None => li class="pending-card" aria-hidden="true" {},
                }
            }
        }
    }
}

/// Similar jobs as a grid, most similar first, each with the reasons.
pub fn similar_cards(similar: &[SimilarCard], heading: CardHeading) -> Markup {
    let words = &expect_words().job;
    let reason = |similar: &SimilarCard| {
        similar.reasons.iter().map(|reason| reason.in_words(words)).collect::<Vec<_>>().join(" · ")
    };
    html! {
        ul class="card-list card-list--grid" {
            @for similar in similar { li { (job_card(&similar.card, "", heading, &reason(similar))) } }
        }
    }
}
