//! Facts of a job, one line each: company, poster, and then experience, pay, location, and dates.

use maud::{Markup, html};
use openroles_model::{
    domain::{HiringOrganization, JobCard, Provenance},
    words::{JobWords, Words},
};

use super::icon::icon;
use crate::{
    routes::Route,
    store::{expect_words, href},
};

/// The company as a link to its page, or the description of one that doesn't disclose its name.
pub fn company_line(organization: &HiringOrganization) -> Markup {
    match organization {
        HiringOrganization::Named { name, slug } => html! {
            p class="company-line" { a href=(href(&Route::Company(slug.clone()))) { (name) } }
        },
        HiringOrganization::Anonymous { description } => html! {
            p class="company-line company-line--anonymous" { (description) }
        },
    }
}

/// Who posted the job (an agency, a recruiter, or both) and the company's numbers of recruiters and videos. Empty
/// if none of these is stated.
pub fn provenance_line(card: &JobCard) -> Markup {
    let words = provenance_words(card, &expect_words().job);
    html! {
        @if !words.is_empty() { p class="provenance-line" { (words.join(" · ")) } }
    }
}

/// Experience, pay, places and workplace, employment types, and day of posting. Facts that aren't stated are left
/// out.
pub fn job_facts(card: &JobCard) -> Markup {
    let Words { job: words, values, .. } = expect_words();
    let places = card.place_words(values);
    let types = card.employment_words(values);
    let facts = [
        ("briefcase", words.experience, card.experience.map(|range| range.in_words(values))),
        ("wallet", words.salary, card.base_salary.as_ref().map(|salary| salary.in_words(values))),
        ("map-pin", words.location, (!places.is_empty()).then_some(places)),
        ("clock", words.employment_type, (!types.is_empty()).then_some(types)),
    ];
    let stated = facts.into_iter().filter_map(|(icon, label, fact)| Some((icon, label, fact?)));
    html! {
        ul class="job-facts" {
            @for (symbol, label, fact) in stated {
                li class="job-fact" {
                    (icon(symbol))
                    span class="visually-hidden" { (label) ": " }
                    span class="job-fact-words" { (fact) }
                }
            }
            @if let Some(date) = card.date_posted {
                li class="job-fact" {
                    (icon("calendar"))
                    span class="visually-hidden" { (words.posted) ": " }
                    time datetime=(date) { (date.to_words(values)) }
                }
            }
        }
    }
}

fn provenance_words(card: &JobCard, words: &JobWords) -> Vec<String> {
    let poster = match &card.provenance {
        Provenance::Agency { agency, recruiter } => Some((words.agency_job)(agency.as_deref(), recruiter.as_deref())),
        Provenance::Direct { recruiter: Some(name) } => Some((words.posted_by)(name)),
        Provenance::Direct { recruiter: None } => None,
    };
    let recruiters = card.recruiter_count.filter(|count| *count > 0).map(words.recruiters);
    let videos = card.video_count.filter(|count| *count > 0).map(words.videos);
    [poster, recruiters, videos].into_iter().flatten().collect()
}
