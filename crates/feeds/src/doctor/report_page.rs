//! Reports as HTML: a fragment for pages that show a report, and a standalone page to open or send.
//!
//! The HTML has no scripts and loads nothing. All values of a feed are escaped. `style/report.css` styles it,
//! including inside pages that use the site's colors.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{CoverageField, Diagnosis, FeedReport, FeedTally, Reports, UnreadColumns};
use crate::feed::FeedKind;

/// Style of the standalone page, which follows the reader's color scheme and can be printed.
const STYLE: &str = "
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 75rem; margin: 0 auto; padding: 1rem; }
";
const REPORT_STYLE: &str = include_str!("../../../../style/report.css");

const TITLE: &str = "What the feeds contain, and what is wrong with them";

/// Standalone page with the reports.
pub fn report_page(reports: &Reports) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (TITLE) }
                style { (PreEscaped(STYLE)) (PreEscaped(REPORT_STYLE)) }
            }
            body {
                main {
                    h1 { (TITLE) }
                    (content(reports))
                }
            }
        }
    };
    page.into_string()
}

/// Contents of such a page below its heading.
pub fn report_fragment(reports: &Reports) -> String {
    content(reports).into_string()
}

fn content(reports: &Reports) -> Markup {
    html! {
        div.report {
            (feeds(&reports.feeds))
            @if reports.diagnoses.iter().next().is_none() { p { "Nothing is wrong with them." } }
            (lines_to_paste(reports.diagnoses.unread_columns()))
            @for diagnosis in reports.diagnoses.iter() { (finding(diagnosis)) }
        }
    }
}

/// Lines to add to the config file for unused columns, if any can be suggested.
fn lines_to_paste(feeds: &[UnreadColumns]) -> Markup {
    let lines: Vec<&str> =
        feeds.iter().flat_map(|feed| &feed.columns).filter_map(|column| column.line.as_deref()).collect();
    html! {
        @if !lines.is_empty() {
            p { (with_code("Some columns aren't used. To use them, add these lines to `board.toml`:")) }
            pre { code { "[columns]\n" (lines.join("\n")) } }
        }
    }
}

fn feeds(feeds: &[FeedReport]) -> Markup {
    html! {
        div.report-scroll tabindex="0" role="region" aria-label="Feeds" {
            table.report-table.report-feeds {
                thead {
                    tr {
                        th scope="col" { "Feed" }
                        th scope="col" { "Kind" }
                        th.report-number scope="col" { "Records" }
                        th.report-number scope="col" { "Jobs" }
                        th.report-number scope="col" { "Merged" }
                        @for field in CoverageField::all() { th.report-number scope="col" { (field.name()) } }
                        th scope="col" { "Refused" }
                    }
                }
                tbody {
                    @for feed in feeds {
                        tr {
                            th scope="row" { (feed.name) }
                            @match &feed.result {
                                Ok(report) => (figures(report)),
                                Err(problem) => td.report-problem colspan=(CoverageField::all().len() + 5) { (problem) },
                            }
                        }
                    }
                }
            }
        }
    }
}

fn figures(report: &FeedTally) -> Markup {
    let refused: Vec<String> = report.refused.iter().map(|(code, count)| format!("{count} {code}")).collect();
    html! {
        td { (report.kind.map_or("", FeedKind::name)) }
        td.report-number { (report.records) }
        td.report-number { (report.postings) }
        td.report-number { (report.merged) }
        @for field in CoverageField::all() { td.report-number { (report.coverage.percent(field)) " %" } }
        td { (refused.join(", ")) }
    }
}

fn finding(diagnosis: &Diagnosis) -> Markup {
    let (severity, code) = (diagnosis.severity.name(), diagnosis.code.name());
    let (examples, others) = diagnosis.commonest();
    html! {
        section.report-finding aria-labelledby=(code) {
            h2 id=(code) {
                span class={ "report-severity report-severity--" (severity) } { (severity) }
                " · " (code) " · " (diagnosis.count)
            }
            p.report-remedy {
                (with_code(diagnosis.code.remedy()))
                @if !diagnosis.sureness.is_empty() { " (a guess: " (diagnosis.surenesses()) ")" }
            }
            table.report-table.report-examples {
                thead {
                    tr {
                        th.report-number scope="col" { "Times" }
                        th scope="col" { "Value" }
                        th scope="col" { "First seen in" }
                    }
                }
                tbody {
                    @for example in examples {
                        tr {
                            td.report-number { (example.count) }
                            td {
                                (example.value)
                                @if let Some(sureness) = example.sureness { " (" (sureness.name()) ")" }
                            }
                            td { @if let Some(file) = &example.file { (file) ": " } (example.record) }
                        }
                    }
                }
            }
            @if others > 0 { p.report-remedy { (format!("and {others} more")) } }
        }
    }
}

/// Converts text of ours to HTML, with code between backticks.
fn with_code(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split('`').enumerate() {
            @if at % 2 == 0 { (part) } @else { code { (part) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_model::domain::Date;

    use crate::{
        doctor::{Examination, examine},
        feed::{self, Extent, FeedId},
        ingest::IngestOptions,
    };

    #[test]
    fn what_to_write_is_told_from_the_words_about_it() {
        assert_eq!(with_code("add `title` & more").into_string(), "add <code>title</code> &amp; more");
    }

    #[test]
    fn whatever_feeds_say_is_text_in_the_report() {
        let harm = "<script>alert(1)</script>";
        let feed = format!(
            r#"[{{"id":"{harm}","title":"Cook","company":"Acme","baseSalary":"{harm}"}},{{"title":"{harm}"}}]"#
        );
        let contents = feed::read(feed.as_bytes(), None).expect("a readable feed");
        let day = Date::parse("2026-08-01").expect("a day");
        let mut examination = Examination::new(IngestOptions::default(), day);
        examination.begin(harm, FeedId::default());
        examination.take(contents);
        examination.end(Ok(Extent::Whole));
        examination.begin(harm, FeedId::default());
        examination.end(Err(harm.to_owned()));
        let reports = examination.finish();
        for html in [report_fragment(&reports), report_page(&reports)] {
            assert!(html.contains("&lt;script&gt;alert(1)") && !html.contains("<script"), "{html}");
            assert!(html.contains("pay-in-words") && html.contains("unreadable-feed"), "{html}");
        }
        assert!(!report_fragment(&reports).contains("style"), "a policy forbids styles in the markup");
    }

    #[test]
    fn a_line_that_has_a_column_read_is_there_to_copy() {
        let feed = "id,title,company,Apply <b>\n1,Cook,Acme,https://example.com/1\n";
        let contents = feed::read(feed.as_bytes(), None).expect("a readable feed");
        let day = Date::parse("2026-08-01").expect("a day");
        let html = report_fragment(&examine("jobs", contents, &IngestOptions::default(), day));
        assert!(html.contains("[columns]\napply = &quot;Apply &lt;b&gt;&quot;"), "{html}");
    }

    #[test]
    fn guesses_say_how_sure_they_are_and_long_lists_how_much_is_left_out() {
        let rows: String = (0..12).map(|id| format!("{id},Cook,Acme,\"${},000\",Place {id}\n", 50 + id)).collect();
        let feed = format!("id,title,company,salary,location\n{rows}");
        let contents = feed::read(feed.as_bytes(), None).expect("a readable feed");
        let day = Date::parse("2026-08-01").expect("a day");
        let html = report_fragment(&examine("jobs", contents, &IngestOptions::default(), day));
        for words in ["guessed-dollar", "a guess: 12 doubtful", "(doubtful)", "and 4 more"] {
            assert!(html.contains(words), "not said: `{words}` in {html}");
        }
    }
}
