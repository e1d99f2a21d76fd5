//! Tests of prerendered pages, from values made here.

use openroles_app::page::{JobData, JobsData, PageData};
use openroles_engine::index::fixture;
use openroles_model::domain::{BoardSettings, Date, JobPosting};

use super::*;

pub(super) fn drawn_on(board: BoardSettings, page: PageData, route: &Route) -> String {
    let app = AppAssets::default();
    let block = PageInput { board, now: fixture::today(), page };
    PageDraft::of(block, route, PageFiles { app: &app, picture: None }).draw()
}

/// Page of a job on a board with these languages.
fn job_page(languages: &[&str], posting: JobPosting) -> String {
    let languages = languages.iter().map(|tag| (*tag).to_owned()).collect();
    let route = Route::Job(posting.slug.clone());
    let page = PageData::Job(Box::new(JobData::alone(posting, None)));
    drawn_on(BoardSettings { languages, ..BoardSettings::named("Board") }, page, &route)
}

/// Page that lists these jobs.
fn list_page(postings: &[JobPosting]) -> String {
    let data = JobsData::of(&fixture::index(postings), &openroles_engine::query::Query::default());
    drawn_on(BoardSettings::named("Board"), PageData::Jobs(Box::new(data)), &Route::Jobs)
}

fn german() -> JobPosting {
    let language = Some("de-AT".to_owned());
    JobPosting { language, ..fixture::posting("Bäckerin").described("Wir backen seit 1920.") }
}

fn check_has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "`{part}` is not in {html}");
    }
}

#[test]
fn a_page_is_known_again_by_its_values_and_its_body() {
    fn draft(now: i32, app: &AppAssets) -> PageDraft<'static> {
        let board = BoardSettings { name: "Board".to_owned(), ..BoardSettings::default() };
        let block = PageInput { board, now: Date::from_days(now).expect("a day"), page: PageData::NotFound };
        PageDraft::of(block, &Route::NotFound, PageFiles { app, picture: None })
    }
    let app = AppAssets::default();
    let html = draft(1, &app).draw();
    assert!(draft(1, &app).is_drawn_as(html.as_bytes()));
    assert!(!draft(2, &app).is_drawn_as(html.as_bytes()), "another day");
    let other_app = AppAssets { style: Some("assets/other.css".to_owned()), ..AppAssets::default() };
    assert!(!draft(1, &other_app).is_drawn_as(html.as_bytes()), "another style");
    let changed = html.replacen("<main", "<div></div><main", 1);
    assert_ne!(changed, html);
    assert!(!draft(1, &app).is_drawn_as(changed.as_bytes()), "another body");
    for length in [0, 1, html.len() / 2, html.len() - 1] {
        assert!(!draft(1, &app).is_drawn_as(&html.as_bytes()[..length]), "cut off after {length} bytes");
    }
}

#[test]
fn the_settings_are_in_pages_that_need_them_at_once_and_in_a_file_for_the_others() {
    let app = AppAssets {
        boot: Some("assets/boot.js".to_owned()),
        board: Some("assets/board.json".to_owned()),
        ..AppAssets::default()
    };
    let job = PageData::Job(Box::new(JobData::alone(fixture::posting("Baker"), None)));
    for (page, contains_them) in [(PageData::NotFound, true), (job, false)] {
        let board = BoardSettings { tagline: "Bread for all".to_owned(), ..BoardSettings::named("Board") };
        let input = PageInput { board: board.clone(), now: fixture::today(), page };
        let html = PageDraft::of(input, &Route::NotFound, PageFiles { app: &app, picture: None }).draw();
        let block = values_in(html.as_bytes()).expect("values");
        assert_eq!(block.board, contains_them.then_some(board));
        assert_eq!(html.contains("data-board=\"/assets/board.json\""), !contains_them);
    }
}

#[test]
fn the_interface_is_in_english_whatever_the_language_of_the_jobs() {
    for languages in [&["hi"][..], &["de", "en"], &["en-IN"]] {
        check_has(&job_page(languages, fixture::posting("Baker")), &["<html lang=\"en\">"]);
    }
}

#[test]
fn the_text_of_a_posting_says_which_language_it_is_in() {
    check_has(
        &job_page(&["en"], german()),
        &[
            "<h1 id=\"page-title\" tabindex=\"-1\" lang=\"de-AT\">Bäckerin</h1>",
            "<div class=\"description\" lang=\"de-AT\"><p>Wir backen",
            "<li aria-current=\"page\" lang=\"de-AT\">Bäckerin</li>",
        ],
    );
}

#[test]
fn a_card_says_which_language_its_title_and_excerpt_are_in() {
    let html = list_page(&[german()]);
    check_has(
        &html,
        &["<h3 class=\"job-card-title\" lang=\"de-AT\">", "<p class=\"job-card-excerpt\" lang=\"de-AT\">"],
    );
}

#[test]
fn english_needs_no_saying_and_what_is_not_known_is_not_said() {
    for language in [None, Some("en"), Some("en-IN"), Some("EN")] {
        let posting = JobPosting { language: language.map(str::to_owned), ..german() };
        for html in [job_page(&["de"], posting.clone()), list_page(&[posting])] {
            assert_eq!(html.matches(" lang=").count(), 1, "{language:?}: {html}");
        }
    }
}

#[test]
fn the_way_to_apply_promises_no_new_tab() {
    let url = openroles_model::domain::WebUrl::parse("https://example.com/apply")
        .map(openroles_model::domain::HowToApply::Url);
    let html = job_page(&["en"], JobPosting { how_to_apply: url, ..fixture::posting("Baker") });
    assert!(!html.contains("icon-external-link"), "{html}");
    check_has(&html, &["rel=\"noopener nofollow ugc external\">Apply now</a>"]);
}

#[test]
fn a_list_says_above_its_jobs_that_search_needs_javascript() {
    let html = list_page(&[fixture::posting("Baker")]);
    let (notice, first) = (html.find("<noscript>").expect("a notice"), html.find("<article").expect("a job"));
    assert!(notice < first, "{notice} is behind {first}: {html}");
}

#[test]
fn markers_are_comments_as_html_writes_them_and_text_is_left_as_it_is() {
    let html = job_page(&["en"], fixture::posting("Baker <!> cook").described("<!> and <!---->"));
    assert!(!html.contains("<!>"), "{html}");
    check_has(&html, &["Baker &lt;!&gt; cook", "<p>&lt;!&gt; and &lt;!----&gt;</p>", "<!---->"]);
}
