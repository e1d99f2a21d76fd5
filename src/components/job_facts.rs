//! The facts of a job in one line each: who hires, who posted it, where, how much, since when.

use leptos::prelude::*;

use super::Icon;
use crate::{
    domain::{HiringOrganization, JobCard, Provenance},
    routes::Route,
    store::href,
};

/// The hiring company as a link to its page, or the words of one that does not give its name.
#[component]
pub fn CompanyLine(
    /// Who hires.
    organization: HiringOrganization,
) -> impl IntoView {
    match organization {
        HiringOrganization::Named { name, slug } => {
            view! { <p class="company-line"><a href=href(&Route::Company(slug))>{name}</a></p> }.into_any()
        }
        HiringOrganization::Anonymous { description } => {
            view! { <p class="company-line company-line--anonymous">{description}</p> }.into_any()
        }
    }
}

/// Who posted the job: the agency and person, or the employer's own recruiter, with the counts the seed shows.
///
/// Shows nothing when nobody is named and nothing is counted.
#[component]
pub fn ProvenanceLine(
    /// The job.
    card: JobCard,
) -> impl IntoView {
    let words = provenance_words(&card);
    (!words.is_empty()).then(|| view! { <p class="provenance-line">{words.join(" · ")}</p> })
}

/// Experience, pay, places, workplace, kind of employment and date, as far as they are stated.
#[component]
pub fn JobFacts(
    /// The job.
    card: JobCard,
) -> impl IntoView {
    let places = card.place_words();
    let types = card.employment_words();
    let facts = [
        ("briefcase", "Experience", card.experience.map(|range| range.to_string())),
        ("wallet", "Salary", card.base_salary.map(|salary| salary.to_string())),
        ("map-pin", "Location", (!places.is_empty()).then_some(places)),
        ("clock", "Employment type", (!types.is_empty()).then_some(types)),
    ];
    let stated = facts.into_iter().filter_map(|(icon, label, words)| words.map(|words| fact(icon, label, words)));
    let posted = card.date_posted.map(|date| {
        view! {
            <li class="job-fact">
                <Icon name="calendar"/>
                <span class="visually-hidden">"Posted: "</span>
                <time datetime=date.to_string()>{date.to_words()}</time>
            </li>
        }
    });
    view! { <ul class="job-facts">{stated.collect_view()}{posted}</ul> }.into_any()
}

fn fact(icon: &'static str, label: &'static str, words: String) -> AnyView {
    view! {
        <li class="job-fact">
            <Icon name=icon/>
            <span class="visually-hidden">{format!("{label}: ")}</span>
            <span class="job-fact-words">{words}</span>
        </li>
    }
    .into_any()
}

fn provenance_words(card: &JobCard) -> Vec<String> {
    let by = |who: &Option<String>| who.as_ref().map(|name| format!(" by {name}")).unwrap_or_default();
    let poster = match &card.provenance {
        Provenance::Agency { agency: Some(agency), recruiter } => {
            Some(format!("Agency job via {agency}{}", by(recruiter)))
        }
        Provenance::Agency { agency: None, recruiter } => Some(format!("Agency job{}", by(recruiter))),
        Provenance::Direct { recruiter: Some(name) } => Some(format!("Posted by {name}")),
        Provenance::Direct { recruiter: None } => None,
    };
    let counted = |count: Option<u32>, one: &str, many: &str| {
        count.filter(|count| *count > 0).map(|count| format!("{count} {}", if count == 1 { one } else { many }))
    };
    let recruiters = counted(card.recruiter_count, "recruiter", "recruiters");
    let videos = counted(card.video_count, "video", "videos");
    [poster, recruiters, videos].into_iter().flatten().collect()
}
