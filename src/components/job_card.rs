//! A job in a list.

use leptos::prelude::*;

use super::{CompanyLine, JobFacts, Monogram, ProvenanceLine, Skills};
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

/// A job with everything one needs to decide whether to open it; the whole card leads to the job.
#[component]
pub fn JobCardView(
    /// The job.
    card: JobCard,
    /// The words searched for, marked in the title; none by default.
    #[prop(optional, into)]
    searched: String,
    /// The heading's level.
    heading: CardHeading,
    /// Why the job is shown, in words; nothing by default.
    #[prop(optional, into)]
    reason: Option<String>,
) -> impl IntoView {
    let title = view! { <a href=href(&Route::Job(card.slug.clone()))>{marked(&card.title, &searched)}</a> };
    let title = match heading {
        CardHeading::Second => view! { <h2 class="job-card-title">{title}</h2> }.into_any(),
        CardHeading::Third => view! { <h3 class="job-card-title">{title}</h3> }.into_any(),
    };
    let excerpt = (!card.excerpt.is_empty())
        .then(|| view! { <p class="job-card-excerpt">{marked(&card.excerpt, &searched)}</p> });
    view! {
        <article class="job-card">
            <div class="job-card-head">
                <Monogram name=card.hiring_organization.label().to_owned()/>
                <div class="job-card-names">
                    {title}
                    <CompanyLine organization=card.hiring_organization.clone()/>
                    <ProvenanceLine card=card.clone()/>
                </div>
            </div>
            <JobFacts card=card.clone()/>
            {excerpt}
            <Skills skills=card.skills at_once=SKILLS_AT_ONCE/>
            {reason.map(|reason| view! { <p class="job-card-reason">{reason}</p> })}
        </article>
    }
    .into_any()
}

/// A text with the words marked that are searched.
pub(super) fn marked(text: &str, searched: &str) -> impl IntoView + use<> {
    let runs = highlight(text, searched).into_iter();
    runs.map(|run| if run.is_match { view! { <mark>{run.text}</mark> }.into_any() } else { run.text.into_any() })
        .collect_view()
}
