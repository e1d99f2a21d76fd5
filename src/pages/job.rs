//! A job's page: everything it states, how to apply, the company, and similar jobs.

use leptos::prelude::*;
use maud::{Markup, html};
use openroles_model::{
    domain::{AlsoPosted, ApplicantLocation, Date, HowToApply, JobCard, JobPosting, Organization, Place, Slug},
    words::{JobWords, Words},
};

use super::{
    PAGE_TITLE, breadcrumbs, describe_document, name_page, nothing_of_that_name, page_faces, route_in_address,
};
use crate::{
    components::{
        CardHeading, RangeChart, RangeRow, Tone, collapsible_description, company_facts, company_line, company_website,
        figures, hiring_companies, icon, inert, inert_all, job_facts, jobs_asking_for, monogram, not_found_your_job,
        provenance_line, range_chart, section, sentence, similar_cards, skills, social_profiles, stated_facts, team,
        testimonials, value_propositions,
    },
    page::{JobData, PageData, PayAmong, SimilarCard, TimeOnBoard, UNLISTED, YearlyPay},
    routes::Route,
    store::{Loaded, expect_board, expect_takeover, expect_words, href, page_in_address},
};

/// Page of the job in the URL.
#[component]
pub fn JobPage() -> impl IntoView {
    let source = page_in_address(route_in_address(Route::Job));
    let last_day = Signal::derive(move || match source.data.get() {
        Loaded::Ready(Some(PageData::Job(data))) => data.posting.valid_through,
        _ => None,
    });
    let is_closed = has_closed(last_day);
    // After the job has closed, the structured data in the page's head is no longer true.
    describe_document(move || {
        let head = source.head.get();
        if is_closed.get() { Some(UNLISTED.to_owned()) } else { head }
    });
    name_page(source);
    page_faces(source, |page| match page {
        Some(PageData::Job(data)) => view! { <Job data=*data/> }.into_any(),
        _ => inert_all(no_such_job()).into_any(),
    })
}

#[component]
fn Job(data: JobData) -> impl IntoView {
    let card = data.card();
    let JobData { posting, organization, similar, pay, skill_pages, on_board, more_similar: _ } = data;
    let pay = pay.map(|pay| pay_among(&pay)).unwrap_or_default();
    let about = organization.as_ref().map(about).unwrap_or_default();
    view! {
        <article class="job">
            {inert(breadcrumbs(&[(expect_words().frame.jobs, &href(&Route::Jobs))], &posting.title, posting.foreign_language()))}
            <header class="job-head">
                {inert_all(names(&posting, organization.as_ref(), &card))}
                <Apply posting=posting.clone()/>
            </header>
            {inert_all(facts_and_text(&posting, &card, &skill_pages, on_board))}
        </article>
        {inert_all(about)}
        {inert(pay)}
        <Similar posting similar/>
        {inert_all([
            value_propositions(),
            testimonials(),
            hiring_companies(),
            figures(),
            not_found_your_job(),
        ])}
    }
    .into_any()
}

fn names(posting: &JobPosting, organization: Option<&Organization>, card: &JobCard) -> [Markup; 2] {
    let logo = organization.and_then(|organization| organization.logo.as_ref());
    [
        monogram(posting.hiring_organization.label(), logo),
        html! {
            div class="job-names" {
                h1 id=(PAGE_TITLE) tabindex="-1" lang=[posting.foreign_language()] { (posting.title) }
                (company_line(&posting.hiring_organization))
                (provenance_line(card))
            }
        },
    ]
}

fn facts_and_text(
    posting: &JobPosting,
    card: &JobCard,
    skill_pages: &[(String, Slug)],
    on_board: Option<TimeOnBoard>,
) -> [Markup; 4] {
    let words = &expect_words().job;
    // Links to landing pages are preferred because they work without JavaScript; a search doesn't.
    let link = |skill: &str| match skill_pages.iter().find(|(name, _)| name == skill) {
        Some((_, slug)) => href(&Route::Landing(slug.clone())),
        None => jobs_asking_for(skill),
    };
    [
        job_facts(card),
        more_facts(posting, on_board),
        if posting.skills.is_empty() {
            Markup::default()
        } else {
            section("skills", words.skills, &skills(&posting.skills, posting.skill_source, usize::MAX, link))
        },
        section(
            "description",
            words.description,
            &if posting.description.is_empty() {
                html! { p { (words.no_description) } }
            } else {
                collapsible_description(&posting.description, "job-description", posting.foreign_language())
            },
        ),
    ]
}

/// Link for applying, or a note that the job is closed. The link's accessible name contains the job's title, so
/// that it makes sense out of context.
#[component]
fn Apply(
    /// The job.
    posting: JobPosting,
) -> impl IntoView {
    let day = posting.valid_through;
    let is_closed = has_closed(day.into());
    let Words { job: words, values, .. } = expect_words();
    let link = html! { (apply_link(&posting, words)) (also_posted(&posting, words)) };
    move || {
        let closed = day.filter(|_| is_closed.get());
        inert(closed.map_or_else(
            || link.clone(),
            |last| {
                html! {
                    p class="closed" { ((words.closed_on)(&last.to_words(values))) }
                }
            },
        ))
    }
}

/// Whether the last day to apply has passed.
fn has_closed(last_day: Signal<Option<Date>>) -> Memo<bool> {
    let takeover = expect_takeover();
    Memo::new(move |_| last_day.get().is_some_and(|last| last < takeover.today()))
}

fn apply_link(posting: &JobPosting, words: &JobWords) -> Markup {
    let title = &posting.title;
    match &posting.how_to_apply {
        Some(HowToApply::Url(url)) => html! {
            a class="button button--apply" href=(url.as_str()) aria-label=((words.apply_now_for)(title))
                rel="noopener nofollow ugc external" {
                (words.apply_now)
            }
        },
        Some(email) => html! {
            a class="button button--apply" href=(email.href()) aria-label=((words.apply_by_mail_for)(title)) rel="external" {
                (words.apply_by_mail) (icon("mail"))
            }
        },
        None => html! { p class="closed" { (words.no_way_to_apply) } },
    }
}

/// Other ways to apply for the same job, collapsed. Empty if there are none.
fn also_posted(posting: &JobPosting, words: &JobWords) -> Markup {
    let title = &posting.title;
    let host = |way: &HowToApply| match way {
        HowToApply::Url(url) => url.host().to_owned(),
        HowToApply::Email(address) => address.as_str().to_owned(),
    };
    let label = |also: &AlsoPosted| match also.places.join(" · ") {
        places if places.is_empty() => host(&also.how_to_apply),
        places => (words.places_at_host)(&places, &host(&also.how_to_apply)),
    };
    html! {
        @if !posting.also_posted.is_empty() {
            details class="also-posted" {
                summary { ((words.also_posted)(posting.also_posted.len())) }
                ul {
                    @for (also, label) in posting.also_posted.iter().map(|also| (also, label(also))) {
                        li {
                            a href=(also.how_to_apply.href()) aria-label=((words.apply_for)(title, &label))
                                rel="noopener nofollow ugc external" { (label) }
                        }
                    }
                }
            }
        }
    }
}

/// Department, industry, full places, eligibility, time on the board, deadline, original title, and reference. Facts that
/// aren't stated are left out.
fn more_facts(posting: &JobPosting, on_board: Option<TimeOnBoard>) -> Markup {
    let Words { job: words, values, .. } = expect_words();
    let eligibility = match &posting.applicant_location {
        ApplicantLocation::Countries(_) | ApplicantLocation::Places(_) => {
            Some(posting.applicant_location.names().join(", "))
        }
        ApplicantLocation::Worldwide => Some(words.anywhere.to_owned()),
        ApplicantLocation::NotStated => None,
    };
    stated_facts([
        (words.department, posting.department.clone()),
        (words.industry, posting.industry.clone()),
        (words.place, places_in_full(&posting.job_locations)),
        (words.apply_from, eligibility),
        (words.visa_sponsorship, posting.visa_sponsorship.map(|stated| stated.label(values).to_owned())),
        (
            words.on_board_since,
            on_board.map(|TimeOnBoard { since, moves }| since.to_words(values) + &(words.moved)(moves)),
        ),
        (words.apply_until, posting.valid_through.map(|date| date.to_words(values))),
        (words.posted_as, posting.untrimmed_title().map(str::to_owned)),
        (words.reference, posting.reference().map(str::to_owned)),
    ])
}

/// City, region, and country of every place; `None` if no place is shortened elsewhere on the page.
fn places_in_full(places: &[Place]) -> Option<String> {
    let in_full = places.iter().map(Place::in_full).collect::<Vec<_>>().join(" · ");
    places.iter().any(Place::is_abridged).then_some(in_full)
}

fn about(organization: &Organization) -> Vec<Markup> {
    let (words, name) = (&expect_words().job, &organization.name);
    vec![
        section(
            "about",
            &(words.about)(name),
            &html! {
                (company_website(organization.website.as_ref()))
                (company_facts(organization))
                (collapsible_description(&organization.about, "about-company", expect_board().foreign_language()))
                p { a href=(href(&Route::Company(organization.slug.clone()))) { ((words.all_at)(name)) } }
            },
        ),
        team(&organization.team),
        social_profiles(name, &organization.social_profiles),
    ]
}

/// Pay of this job compared with similar jobs, as a chart and in words.
fn pay_among(among: &PayAmong) -> Markup {
    let board = expect_board();
    let Words { job: words, values, .. } = board.words();
    let rates = board.conversion();
    let row = |label, pay: YearlyPay, tone| {
        let words = pay.in_words(&rates, values);
        RangeRow { label, ends: (pay.bottom, pay.top), words, tone }
    };
    let mut rows: Vec<_> = among.others.iter().map(|other| row(&other.title, other.pay, Tone::Faint)).collect();
    rows.insert(among.above(), row(words.this_job, among.own, Tone::Strong));
    let count = match among.above() {
        0 => words.none.to_owned(),
        above => above.to_string(),
    };
    let is_above = (words.pay_is_above)(among.others.len(), rates.board_currency.code());
    let highest =
        among.others.iter().map(|other| other.pay).chain([among.own]).map(|pay| pay.top).max().unwrap_or_default();
    let highest = YearlyPay { top: highest, bottom: highest }.in_words(&rates, values);
    let chart = RangeChart { caption: words.pay_chart, rows, highest };
    let contents = html! {
        (range_chart(&chart))
        p {
            (sentence(&is_above, &html! { strong { (count) } }))
            @if among.has_converted_pay { " " (board.conversion_in_words()) "." }
        }
    };
    section("pay", words.pay_compared, &contents)
}

/// A few similar jobs, with a link to more unless the job is closed. Shows nothing if there are none.
#[component]
fn Similar(posting: JobPosting, similar: Vec<SimilarCard>) -> impl IntoView {
    let words = &expect_words().job;
    let is_closed = has_closed(posting.valid_through.into());
    let more = href(&Route::SimilarJobs(Some(posting.slug)));
    let cards = similar_cards(&similar, CardHeading::Third);
    (!similar.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="similar">
                {move || inert(html! {
                    div class="section-head" {
                        h2 id="similar" { (words.similar) }
                        @if !is_closed.get() { a href=(more) { (words.more_similar) } }
                    }
                })}
                {inert(cards)}
            </section>
        }
    })
}

fn no_such_job() -> [Markup; 2] {
    let Words { job: words, frame, .. } = expect_words();
    let way_out = html! { p { a href=(href(&Route::Jobs)) { (frame.search_all_open) } } };
    nothing_of_that_name(words.not_found, words.gone, &way_out)
}
