//! `openroles doctor`: what feeds hold, what becomes of it, and what is wrong with it, worst first.

use std::{fmt::Write, path::PathBuf};

use serde_json::{Value, json};

use super::{
    Outcome, build::parse_kind, config::Settings, day_or_today, error::CliError, input, output, output::plain,
    parse_date,
};
use crate::{
    doctor::{Field, Finding, Findings, Report, Severity, examine, table},
    domain::Date,
    feed::{self, FeedError, FeedKind},
    ingest::IngestOptions,
};

/// What `openroles doctor` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Feeds: files, folders, or `-` for standard input; gzip and zstd are unpacked.
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// The board's settings.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The feeds' kind, where it is not to be recognized.
    #[arg(long, value_parser = parse_kind)]
    kind: Option<FeedKind>,
    /// Who hires, for postings that do not say.
    #[arg(long, value_name = "NAME")]
    company: Option<String>,
    /// The day to judge by [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    now: Option<Date>,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// A feed by its file, read or not.
struct Patient {
    file: String,
    result: Result<Report, FeedError>,
}

/// Examines the feeds and prints the report.
pub(super) fn run(arguments: &Arguments) -> Result<Outcome, CliError> {
    let settings = Settings::read(arguments.config.as_deref())?;
    let options = IngestOptions { company: arguments.company.clone(), duplicates: settings.duplicates };
    let now = day_or_today(arguments.now)?;
    let reading = settings.reading(arguments.kind);
    let mut patients = Vec::new();
    for path in input::feed_files(&arguments.paths).into_iter().collect::<Result<Vec<_>, _>>()? {
        let bytes = input::read(&path)?;
        let result = feed::read_with(&bytes, &reading).map(|contents| examine(contents, &options, now));
        patients.push(Patient { file: path.display().to_string(), result });
    }
    let mut findings = Findings::default();
    patients.iter().flat_map(|patient| &patient.result).for_each(|report| findings.extend(report.findings.clone()));
    if arguments.json {
        output::print_json(&as_json(&patients, &findings))?;
    } else {
        output::print(&as_text(&patients, &findings))?;
    }
    let is_unwell = findings.worst().is_some_and(|worst| worst < Severity::Note);
    let is_unread = patients.iter().any(|patient| patient.result.is_err());
    Ok(if is_unwell || is_unread { Outcome::WithRejections } else { Outcome::Done })
}

fn as_text(patients: &[Patient], findings: &Findings) -> String {
    let read = patients.iter().filter_map(|patient| Some((patient.file.as_str(), patient.result.as_ref().ok()?)));
    let mut text = table(read);
    for patient in patients {
        if let Err(error) = &patient.result {
            let _ = writeln!(text, "{}: {}", plain(&patient.file), plain(&error.to_string()));
        }
    }
    findings.iter().for_each(|finding| push_finding(&mut text, finding));
    text
}

fn push_finding(text: &mut String, finding: &Finding) {
    let _ =
        writeln!(text, "\n{} {} ({}): {}", finding.severity.name(), finding.code, finding.count, plain(finding.remedy));
    for example in &finding.examples {
        let _ = writeln!(text, "  {:>6} {}  [{}]", example.count, plain(&example.value), plain(&example.record));
    }
}

fn as_json(patients: &[Patient], findings: &Findings) -> Value {
    let feeds: Vec<Value> = patients.iter().map(feed_as_json).collect();
    let findings: Vec<Value> = findings.iter().map(finding_as_json).collect();
    json!({ "feeds": feeds, "findings": findings })
}

fn feed_as_json(patient: &Patient) -> Value {
    match &patient.result {
        Ok(report) => {
            let filled: serde_json::Map<String, Value> = Field::ALL
                .into_iter()
                .map(|field| (field.name().to_owned(), report.coverage.percent(field).into()))
                .collect();
            json!({
                "file": patient.file, "kind": report.kind.map(FeedKind::name), "records": report.records,
                "postings": report.postings, "refused": report.refused, "filled_percent": filled,
            })
        }
        Err(error) => json!({ "file": patient.file, "error": error.to_string() }),
    }
}

fn finding_as_json(finding: &Finding) -> Value {
    let example = |example: &crate::doctor::Example| json!({"value": example.value, "count": example.count, "record": example.record});
    json!({
        "code": finding.code, "severity": finding.severity.name(), "count": finding.count, "remedy": finding.remedy,
        "examples": finding.examples.iter().map(example).collect::<Vec<_>>(),
    })
}
