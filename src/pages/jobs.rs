//! The search page: search field, results, and filters. The URL contains the query.

use std::{sync::Arc, time::Duration};

use futures_util::FutureExt;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;
use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    prelude::*,
    task::spawn_local,
};
use leptos_router::hooks::use_navigate;
use maud::{Markup, html};
use openroles_engine::query::{Query, SkillMatch};
use openroles_model::{
    domain::BoardSettings,
    facets::Facet,
    words::{SearchWords, Words},
};

use super::{PAGE_TITLE, describe_document, name_document};
use crate::{
    browser,
    components::{
        CardHeading, Drawer, ExperienceControl, FACET_KEYS, FailedFace, Icon, RefinementList, SalaryControl, SearchBox,
        SortLinks, chips, corrections, hit_list, inert, inert_all, inert_element, jobs_in_words, no_hits, pagination,
        pending_face, salary_split,
    },
    page::{JobsData, ListData, canonical_link},
    routes::Route,
    store::{
        CurrentQuery, JobsAnswer, LoadError, Loaded, answer_to, expect_board, expect_current_query, expect_job_board,
        expect_takeover, expect_words, href, jobs_href,
    },
};

/// Live region that announces a new number of jobs to screen readers, once the visitor stops typing for
/// [`STATUS_PAUSE`].
const STATUS: &str = "results-status";
const STATUS_PAUSE: Duration = Duration::from_millis(700);

/// Page with all jobs, to search and filter. Until its module is loaded, it is a placeholder.
#[component]
pub fn JobsPage() -> impl IntoView {
    let jobs = expect_job_board();
    let drawing = RwSignal::new(Loaded::Pending);
    draw_page(drawing);
    Effect::new(move |before: Option<u32>| {
        let retries = jobs.retries();
        if before.is_some_and(|before| before != retries) && !drawing.with_untracked(Loaded::is_ready) {
            drawing.set(Loaded::Pending);
            draw_page(drawing);
        }
        retries
    });
    move || match drawing.get() {
        Loaded::Ready(draw) => draw(),
        Loaded::Failed(error) => view! { <FailedFace error/> }.into_any(),
        Loaded::Pending => inert(pending_face(expect_words().search.loading)).into_any(),
    }
}

/// Function that draws the search page.
type DrawPage = fn() -> AnyView;

/// Loads the function, at once if its module is there, so that a prerendered page can be taken over.
fn draw_page(drawing: RwSignal<Loaded<DrawPage, LoadError>>) {
    let arrive = move |draw: Result<DrawPage, LoadError>| {
        // The visitor may have left the page.
        drawing.try_set(draw.map_or_else(Loaded::Failed, Loaded::Ready));
    };
    match load_search_page().now_or_never() {
        Some(draw) => arrive(draw),
        None => spawn_local(async move { arrive(load_search_page().await) }),
    }
}

/// Loads the search module, unless it is loaded. Returns the function that draws the page.
pub async fn load_search_page() -> Result<DrawPage, LoadError> {
    let draw = split_search_page();
    #[cfg(feature = "split")]
    let draw = draw.await;
    draw
}

#[cfg_attr(feature = "split", wasm_split(search, wasm_split_path = leptos::wasm_split, fallible))]
fn split_search_page() -> Result<DrawPage, LoadError> {
    Ok(|| view! { <SearchPage/> }.into_any())
}

#[component]
fn SearchPage() -> impl IntoView {
    let board = expect_board();
    let words = board.words();
    let drawer = expect_context::<Drawer>();
    let current = expect_current_query();
    let answer = answer_to(current);
    let shown = Memo::new(move |previous: Option<&JobsData>| match answer.get() {
        Loaded::Ready(answer) => answer.data,
        Loaded::Pending | Loaded::Failed(_) => previous.cloned().unwrap_or_default(),
    });
    name_document({
        let board = Arc::clone(&board);
        move || Some(JobsData::any_head(&board))
    });
    describe_document(page_head(board));
    load_when_live(current);
    announce_count(answer);
    keep_focus_at_results(answer);
    // The browser's own link would add an entry to the history.
    let skip = |event: MouseEvent| {
        event.prevent_default();
        browser::bring("results");
    };
    view! {
        <div class="jobs-page">
            <div class="jobs-head" inert=move || drawer.is_open()>
                <h1 id=PAGE_TITLE tabindex="-1">{words.frame.jobs}</h1>
                {inert(needs_script())}
                <SearchBox current/>
                <p class="visually-hidden" role="status" id=STATUS data-visit=""></p>
                <a class="skip-link skip-link--within" href="#results" rel="external" on:click=skip>{words.search.skip_to_results}</a>
            </div>
            <Filters data=shown.into()/>
            <Results answer shown=shown.into()/>
        </div>
    }
}

/// Tells browsers without JavaScript that a link to a search shows the newest jobs.
fn needs_script() -> Markup {
    html! {
        noscript {
            p class="notice" {
                (expect_words().search.needs_script)
            }
        }
    }
}

/// Head elements of this page: the description, and the canonical URL without the visitor's changes. The prerendered
/// page also lists its jobs as structured data, which isn't valid for other lists, so it is left out here.
fn page_head(board: Arc<BoardSettings>) -> impl Fn() -> Option<String> {
    let takeover = expect_takeover();
    move || {
        let head = || JobsData::any_head(&board).description_tag() + &canonical_link(&Route::Jobs, &board);
        takeover.is_live().then(head)
    }
}

/// Starts to load the index once the app is interactive, so that nothing competes with the first paint. Then also puts
/// text typed before that into the URL.
fn load_when_live(current: CurrentQuery) {
    let (jobs, takeover) = (expect_job_board(), expect_takeover());
    let navigate = use_navigate();
    Effect::new(move |_| {
        if takeover.is_live() {
            jobs.load();
            current.write_early_draft(navigate.clone());
        }
    });
}

/// Announces the number of jobs when it stays the same for [`STATUS_PAUSE`].
fn announce_count(answer: Memo<Loaded<JobsAnswer, LoadError>>) {
    let count = Memo::new(move |_| answer.get().ready().map(|answer| answer.data.hit_count));
    Effect::new(move |previous: Option<(Option<TimeoutHandle>, Option<usize>)>| {
        let count = count.get();
        let (timer, announced) = previous.unwrap_or((None, count));
        if announced == count {
            return (timer, announced);
        }
        timer.iter().for_each(TimeoutHandle::clear);
        let words = count.map(jobs_in_words).unwrap_or_default();
        let timer = set_timeout_with_handle(move || browser::announce(STATUS, &words), STATUS_PAUSE);
        (timer.ok(), count)
    });
}

/// Moves focus to the heading of the results when the visitor goes to another page of them, since the link that they
/// followed is below the list, and when the link that they followed is gone.
fn keep_focus_at_results(answer: Memo<Loaded<JobsAnswer, LoadError>>) {
    Effect::new(move |before: Option<Option<Query>>| {
        let before = before.flatten();
        let Some(data) = answer.get().ready().map(|answer| answer.data) else { return before };
        if before.as_ref().is_some_and(|before| *before != data.query) {
            let is_paging = before.is_some_and(|before| before.with_page(0) == data.query.with_page(0));
            let focus = move || {
                if is_paging || browser::is_focus_lost() {
                    browser::focus("results");
                }
            };
            // The links of the previous results are still there.
            set_timeout(focus, Duration::ZERO);
        }
        Some(data.query)
    });
}

/// Filters: a column next to the results, or on a phone a drawer over them.
#[component]
fn Filters(data: Signal<JobsData>) -> impl IntoView {
    let words = &expect_words().filters;
    let drawer = expect_context::<Drawer>();
    let close = move || {
        drawer.close();
        // The button can only take focus once the page behind the drawer is no longer inert.
        set_timeout(|| browser::focus("open-filters"), Duration::ZERO);
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && drawer.is_open() {
            close();
        }
    };
    view! {
        <section class="filters" class:filters--open=move || drawer.is_open() aria-label=words.filters
            role=move || if drawer.is_open() { "dialog" } else { "complementary" }
            aria-modal=move || drawer.is_open().then_some("true") on:keydown=on_key>
            <div class="filters-head">
                {inert_element(html! { h2 { (words.filters) } })}
                <button class="icon-button" id="close-filters" type="button" aria-label=words.close on:click=move |_| close()>
                    <Icon name="close"/>
                </button>
            </div>
            <p class="visually-hidden" id=FACET_KEYS>{words.keys}</p>
            <div class="filters-body">
                <SalaryControl data/>
                <ExperienceControl data/>
                {Facet::of_search_page().into_iter().map(|facet| view! {
                    <RefinementList facet data/>
                    {(facet == Facet::Skill).then(|| view! { <SkillMatchLink data/> })}
                }).collect_view()}
            </div>
            <div class="filters-foot">
                <button class="button" type="button" on:click=move |_| close()>
                    {move || (words.show)(&data.with(|data| jobs_in_words(data.hit_count)))}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// Link that switches between jobs with any and jobs with all of the skills. Shows nothing if the query names fewer
/// than two skills.
#[component]
fn SkillMatchLink(data: Signal<JobsData>) -> impl IntoView {
    let words = &expect_words().filters;
    let query = Memo::new(move |_| data.with(|data| data.query.clone()));
    let is_all = move || query.get().skill_match == SkillMatch::All;
    let has_several = move || query.get().refinements.get(&Facet::Skill).is_some_and(|skills| skills.len() > 1);
    let link =
        move || jobs_href(&query.get().with_skill_match(if is_all() { SkillMatch::Any } else { SkillMatch::All }));
    view! {
        <Show when=has_several>
            <a class="link-button" data-noscroll="" href=link>
                {move || if is_all() { words.match_any_skill } else { words.match_all_skills }}
            </a>
        </Show>
    }
}

/// Number of jobs, sort links, refinements, and hits.
#[component]
fn Results(answer: Memo<Loaded<JobsAnswer, LoadError>>, shown: Signal<JobsData>) -> impl IntoView {
    let drawer = expect_context::<Drawer>();
    let current = expect_current_query();
    let Words { search: words, filters, .. } = expect_words();
    let summary = move || match answer.get() {
        Loaded::Ready(answer) => jobs_in_words(answer.data.hit_count),
        Loaded::Pending => words.searching.to_owned(),
        Loaded::Failed(_) => words.none_loaded.to_owned(),
    };
    let refinement_count = move || current.query().get().refinement_count();
    let open = move |_| {
        drawer.open();
        set_timeout(|| browser::focus("close-filters"), Duration::ZERO);
    };
    view! {
        <section class="results" aria-labelledby="results" inert=move || drawer.is_open()>
            <div class="results-head">
                <h2 class="results-summary" id="results" tabindex="-1">{summary}</h2>
                <SortLinks query=current.query() data=shown/>
                <button class="button button--quiet filters-open" id="open-filters" type="button" on:click=open>
                    <Icon name="filter"/>
                    {move || match refinement_count() { 0 => filters.filters.to_owned(), count => (filters.filters_set)(count) }}
                </button>
            </div>
            {move || shown.with(|data| inert(chips(&data.chips, &data.query.cleared())))}
            {move || shown.with(|data| inert(salary_split(data)))}
            <Notices/>
            <ResultList answer/>
        </section>
    }
    .into_any()
}

/// Notices about ignored parts of the URL and about rejected records of a live feed. Shows nothing if there are none.
#[component]
fn Notices() -> impl IntoView {
    let words = &expect_words().search;
    let ignored = expect_current_query().ignored();
    let jobs = expect_job_board();
    let rejected = move || jobs.state().ready().map_or(0, |loaded| loaded.rejection_count);
    view! {
        {move || inert(notice(&ignored.get().join("; ")))}
        {move || inert(notice(&rejected_in_words(rejected(), words)))}
    }
}

fn notice(words: &str) -> Markup {
    html! { @if !words.is_empty() { p class="notice" { (words) } } }
}

#[component]
fn ResultList(answer: Memo<Loaded<JobsAnswer, LoadError>>) -> impl IntoView {
    move || match answer.get() {
        Loaded::Pending => inert(pending_face(expect_words().search.loading)).into_any(),
        Loaded::Failed(error) => view! { <FailedFace error/> }.into_any(),
        Loaded::Ready(answer) if answer.data.hit_count == 0 => inert(no_hits(&answer.data)).into_any(),
        Loaded::Ready(answer) => hits(answer),
    }
}

fn hits(JobsAnswer { data, failure }: JobsAnswer) -> AnyView {
    let found = hit_list(&data.cards, &data.query.text, CardHeading::Third);
    let pages = html! {
        div class="with-script" {
            (pagination(data.page, data.page_count, |page| jobs_href(&data.query.with_page(page as u32))))
        }
    };
    let plain = link_to_list(data.hit_count);
    let corrected = corrections(&data.corrections, &data.query);
    let list = inert_all([corrected, found, pages, plain]);
    match failure {
        Some(error) => view! { <FailedFace error/>{list} }.into_any(),
        None => list.into_any(),
    }
}

/// Link to the list of all jobs, for browsers without JavaScript, where the other links to further jobs don't work.
fn link_to_list(job_count: usize) -> Markup {
    let words = expect_words();
    html! {
        noscript {
            nav class="pagination" aria-label=(words.search.pages_of_jobs) {
                ul {
                    li {
                        a class="page-link" href=(href(&Route::JobsPage(1))) {
                            ((words.head.list)(1, ListData::page_count(job_count)))
                        }
                    }
                }
            }
        }
    }
}

/// Empty if no record was rejected.
fn rejected_in_words(count: usize, words: &SearchWords) -> String {
    match count {
        0 => String::new(),
        _ => (words.records_rejected)(count),
    }
}
