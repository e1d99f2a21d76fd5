//! A job: everything it states, how to apply, who hires, and what is similar.

use leptos::prelude::*;

use super::{Head, PAGE_TITLE, name_document, page_faces, slug_in_address};
use crate::{
    browser,
    components::{
        CardHeading, CollapsibleDescription, CompanyFacts, CompanyLine, CompanyWebsite, EmptyFace, Figures,
        HiringCompanies, Icon, JobFacts, Monogram, NotFoundYourJob, ProvenanceLine, SimilarCards, Skills,
        SocialProfiles, Team, Testimonials, ValuePropositions,
    },
    domain::{ApplicantLocation, Date, HowToApply, JobPosting, Organization, Place},
    routes::Route,
    store::{JobData, PageData, SimilarCard, expect_board, expect_takeover, href, page_about},
};

/// A job.
#[component]
pub fn JobPage() -> impl IntoView {
    let board = expect_board();
    let pick = |page| match page {
        PageData::Job(data) => Some(*data),
        _ => None,
    };
    let first = expect_takeover().first_page(pick).map(|data| (data.posting.slug.clone(), data));
    let data = page_about(first, slug_in_address(), Route::Job, pick);
    name_document(move || {
        data.get().ready().map(|data| match data {
            Some(data) => Head::job(&data, &board),
            None => Head::not_found(&board),
        })
    });
    page_faces(data, |data| match data {
        Some(data) => view! { <Job data/> }.into_any(),
        None => view! { <NoSuchJob/> }.into_any(),
    })
}

#[component]
fn Job(data: JobData) -> impl IntoView {
    let card = data.card();
    let JobData { posting, organization, similar } = data;
    let logo = organization.as_ref().and_then(|organization| organization.logo.clone());
    view! {
        <article class="job">
            <nav class="breadcrumbs" aria-label="Breadcrumbs">
                <ol><li><a href=href(&Route::Jobs)>"Jobs"</a></li><li aria-current="page">{posting.title.clone()}</li></ol>
            </nav>
            <header class="job-head">
                <Monogram name=posting.hiring_organization.label().to_owned() logo/>
                <div class="job-names">
                    <h1 id=PAGE_TITLE tabindex="-1">{posting.title.clone()}</h1>
                    <CompanyLine organization=posting.hiring_organization.clone()/>
                    <ProvenanceLine card=card.clone()/>
                </div>
                <Apply posting=posting.clone()/>
            </header>
            <JobFacts card/>
            <MoreFacts posting=posting.clone()/>
            <section class="section" aria-labelledby="skills">
                <h2 id="skills">"Skills"</h2>
                <Skills skills=posting.skills.clone()/>
            </section>
            <section class="section" aria-labelledby="description">
                <h2 id="description">"Job description"</h2>
                {if posting.description.is_empty() {
                    view! { <p>"The posting has no text; the employer's page may say more."</p> }.into_any()
                } else {
                    view! { <CollapsibleDescription description=posting.description.clone() id="job-description"/> }.into_any()
                }}
            </section>
        </article>
        {organization.map(|organization| view! { <About organization/> })}
        <Similar posting=posting.clone() similar/>
        <ValuePropositions/>
        <Testimonials/>
        <HiringCompanies/>
        <Figures/>
        <NotFoundYourJob/>
    }
    .into_any()
}

/// The way to apply, or that the job is closed. The link names the job, as it may be read out of context.
#[component]
fn Apply(
    /// The job.
    posting: JobPosting,
) -> impl IntoView {
    let day = posting.valid_through;
    let is_closed = has_closed(day);
    // A page that has outlived its job: what it tells machines no longer holds.
    Effect::new(move || {
        if is_closed.get() {
            browser::unlist_page();
        }
    });
    move || {
        if is_closed.get() {
            let words = day.map(|last| format!("This job closed on {}", last.to_words())).unwrap_or_default();
            view! { <p class="closed">{words}</p> }.into_any()
        } else {
            apply_link(posting.clone())
        }
    }
}

/// Whether the last day to apply is over.
fn has_closed(last_day: Option<Date>) -> Memo<bool> {
    let takeover = expect_takeover();
    Memo::new(move |_| last_day.is_some_and(|last| last < takeover.today()))
}

fn apply_link(posting: JobPosting) -> AnyView {
    let name = format!("Apply for {}", posting.title);
    match posting.how_to_apply {
        Some(HowToApply::Url(url)) => view! {
            <a class="button button--apply" href=url.as_str().to_owned() aria-label=name rel="noopener nofollow ugc external">
                "Apply now"<Icon name="external-link"/>
            </a>
        }
        .into_any(),
        Some(email) => view! {
            <a class="button button--apply" href=email.href() aria-label=name rel="external">"Apply by e-mail"<Icon name="mail"/></a>
        }
        .into_any(),
        None => view! { <p class="closed">"The posting does not say how to apply"</p> }.into_any(),
    }
}

/// Department, industry, places in full, eligibility, deadline and reference, as far as they are stated.
#[component]
fn MoreFacts(
    /// The job.
    posting: JobPosting,
) -> impl IntoView {
    let eligibility = match &posting.applicant_location {
        ApplicantLocation::Countries(countries) => {
            Some(countries.iter().map(|country| country.name()).collect::<Vec<_>>().join(", "))
        }
        ApplicantLocation::Worldwide => Some("Anywhere in the world".to_owned()),
        ApplicantLocation::NotStated => None,
    };
    let reference = posting.reference().map(str::to_owned);
    let facts = [
        ("Department", posting.department),
        ("Industry", posting.industry),
        ("Place", places_in_full(&posting.job_locations)),
        ("Apply from", eligibility),
        ("Apply until", posting.valid_through.map(|date| date.to_words())),
        ("Reference", reference),
    ];
    let stated: Vec<_> = facts.into_iter().filter_map(|(label, value)| value.map(|value| (label, value))).collect();
    (!stated.is_empty()).then(|| {
        let rows = stated.into_iter().map(|(label, value)| view! { <div><dt>{label}</dt><dd>{value}</dd></div> });
        view! { <dl class="company-facts">{rows.collect_view()}</dl> }
    })
}

/// Town, region and country of every place; `None` when the places already say so themselves.
fn places_in_full(places: &[Place]) -> Option<String> {
    let in_full = places.iter().map(Place::in_full).collect::<Vec<_>>().join(" · ");
    places.iter().any(Place::is_abridged).then_some(in_full)
}

#[component]
fn About(organization: Organization) -> impl IntoView {
    let name = organization.name.clone();
    view! {
        <section class="section" aria-labelledby="about">
            <h2 id="about">{format!("About {name}")}</h2>
            <CompanyWebsite website=organization.website.clone()/>
            <CompanyFacts organization=organization.clone()/>
            <CollapsibleDescription description=organization.about.clone() id="about-company"/>
            <p><a href=href(&Route::Company(organization.slug.clone()))>{format!("All jobs at {name}")}</a></p>
        </section>
        <Team team=organization.team/>
        <SocialProfiles name profiles=organization.social_profiles/>
    }
    .into_any()
}

/// A few similar jobs with the way to more, which a closed job has no longer. Shows nothing when none is similar.
#[component]
fn Similar(posting: JobPosting, similar: Vec<SimilarCard>) -> impl IntoView {
    let is_closed = has_closed(posting.valid_through);
    let more = href(&Route::SimilarJobs(posting.slug));
    (!similar.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="similar">
                <div class="section-head">
                    <h2 id="similar">"Similar jobs"</h2>
                    <Show when=move || !is_closed.get()><a href=more.clone()>"More similar jobs"</a></Show>
                </div>
                <SimilarCards similar heading=CardHeading::Third/>
            </section>
        }
    })
}

#[component]
fn NoSuchJob() -> impl IntoView {
    view! {
        <h1 class="visually-hidden" id=PAGE_TITLE tabindex="-1">"Job not found"</h1>
        <EmptyFace title="This job is no longer here">
            <p><a href=href(&Route::Jobs)>"Search all open jobs"</a></p>
        </EmptyFace>
    }
}
