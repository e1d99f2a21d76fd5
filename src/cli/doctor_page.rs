//! The doctor's report as a page: one file to open or to send, without scripts and without anything from elsewhere.
//!
//! Reports go in, HTML comes out; every value of a feed is text in it.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::doctor::{Patient, problem};
use crate::{
    doctor::{Diagnoses, Diagnosis, Field, Report},
    feed::FeedKind,
};

/// Follows the reader's light or dark, and prints.
const STYLE: &str = "
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 0 auto; padding: 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid color-mix(in srgb, currentcolor 20%, transparent); text-align: start; vertical-align: top; }
td.number, th.number { text-align: end; }
section { margin-block: 2rem; }
h2 { font-size: 1.15rem; margin-bottom: .25rem; }
.remedy { margin-block: 0 .5rem; }
td { overflow-wrap: anywhere; }
";

/// The page of a report.
pub(super) fn page(patients: &[Patient], diagnoses: &Diagnoses) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { "What the feeds hold, and what is wrong with them" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { "What the feeds hold, and what is wrong with them" }
                    (feeds(patients))
                    @if diagnoses.iter().next().is_none() { p { "Nothing is wrong with them." } }
                    @for diagnosis in diagnoses.iter() { (finding(diagnosis)) }
                }
            }
        }
    };
    page.into_string()
}

fn feeds(patients: &[Patient]) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label="Feeds" {
            table {
                thead {
                    tr {
                        th scope="col" { "Feed" }
                        th scope="col" { "Kind" }
                        th scope="col" .number { "Records" }
                        th scope="col" .number { "Jobs" }
                        @for field in Field::ALL { th scope="col" .number { (field.name()) } }
                        th scope="col" { "Refused" }
                    }
                }
                tbody {
                    @for patient in patients {
                        tr {
                            th scope="row" { (patient.file) }
                            @match &patient.result {
                                Ok(report) => (figures(report)),
                                Err(failure) => td colspan=(Field::ALL.len() + 4) { (problem(failure)) },
                            }
                        }
                    }
                }
            }
        }
    }
}

fn figures(report: &Report) -> Markup {
    let refused: Vec<String> = report.refused.iter().map(|(code, count)| format!("{count} {code}")).collect();
    html! {
        td { (report.kind.map_or("", FeedKind::name)) }
        td.number { (report.records) }
        td.number { (report.postings) }
        @for field in Field::ALL { td.number { (report.coverage.percent(field)) " %" } }
        td { (refused.join(", ")) }
    }
}

fn finding(diagnosis: &Diagnosis) -> Markup {
    html! {
        section aria-labelledby=(diagnosis.code) {
            h2 id=(diagnosis.code) { (diagnosis.severity.name()) " · " (diagnosis.code) " · " (diagnosis.count) }
            p.remedy { (diagnosis.remedy) }
            table {
                thead { tr { th scope="col" .number { "Times" } th scope="col" { "Value" } th scope="col" { "First seen in" } } }
                tbody {
                    @for example in &diagnosis.examples {
                        tr {
                            td.number { (example.count) }
                            td { (example.value) }
                            td { @if let Some(file) = &example.file { (file) ": " } (example.record) }
                        }
                    }
                }
            }
        }
    }
}
