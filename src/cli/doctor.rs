//! `openroles doctor`: what feeds hold, what becomes of it, and what is wrong with it, worst first.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use super::{
    Outcome, build::parse_kind, day_or_today, error::CliError, feeds, input, output, output::plain, parse_date,
    settings,
};
use crate::{
    doctor::{Diagnosis, Examination, Example, Field, Patient, Report, Reports, report_page, table},
    domain::Date,
    feed::FeedKind,
    ingest::IngestOptions,
    structured_data::Severity,
};

/// What `openroles doctor` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Feeds: files, folders, addresses (http or https), or `-` for standard input; gzip and zstd are unpacked.
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
    /// Write the report as a page, too.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

/// A feed by its file, examined or not.
struct Examined {
    file: String,
    result: Result<Report, CliError>,
}

/// Examines the feeds and prints the report. A feed that cannot be read is a finding like any other; only when none
/// could even be opened, nothing was done.
pub(super) fn run(arguments: &Arguments) -> Result<Outcome, CliError> {
    let settings = settings(arguments.config.as_deref())?;
    let options = IngestOptions { company: arguments.company.clone(), duplicates: settings.duplicates };
    let now = day_or_today(arguments.now)?;
    let reading = settings.reading(arguments.kind);
    let examine = |path: &Path| {
        let mut examination = Examination::new(options.clone(), now);
        let extent = feeds::read_one(path, &reading, &mut |piece| examination.take(piece))?;
        Ok(examination.finish(extent))
    };
    let files = input::feed_files(&arguments.paths).into_iter();
    let mut examined: Vec<Examined> = files.map(|file| Examined::of(file, examine)).collect();
    if examined.iter().all(Examined::is_unopened)
        && let Some(Examined { result: Err(last), .. }) = examined.pop()
    {
        examined.iter().filter_map(|examined| examined.result.as_ref().err()).for_each(output::warn);
        return Err(last);
    }
    let failures: Vec<String> =
        examined.iter().filter_map(|examined| Some(examined.result.as_ref().err()?.to_string())).collect();
    let reports = Reports::of(examined.into_iter().map(Examined::into_patient).collect());
    arguments.write(&reports, &failures)?;
    let is_unwell = reports.diagnoses.worst().is_some_and(|worst| worst < Severity::Note);
    Ok(if is_unwell { Outcome::WithRejections } else { Outcome::Done })
}

impl Arguments {
    fn write(&self, reports: &Reports, failures: &[String]) -> Result<(), CliError> {
        if let Some(path) = &self.html {
            fs::write(path, report_page(reports)).map_err(|source| CliError::Write { path: path.clone(), source })?;
        }
        if self.json { output::print_json(&as_json(reports)) } else { output::print(&as_text(reports, failures)) }
    }
}

impl Examined {
    fn of(file: Result<PathBuf, CliError>, examine: impl Fn(&Path) -> Result<Report, CliError>) -> Self {
        let name = |path: &Path| path.display().to_string();
        match file {
            Ok(path) => Self { file: name(&path), result: examine(&path) },
            Err(failure) => Self { file: failure.path().map(name).unwrap_or_default(), result: Err(failure) },
        }
    }

    /// Whether there was not even anything to understand.
    fn is_unopened(&self) -> bool {
        !matches!(self.result, Ok(_) | Err(CliError::Feed { .. }))
    }

    fn into_patient(self) -> Patient {
        Patient { name: self.file, result: self.result.map_err(|failure| problem(&failure)) }
    }
}

/// What is wrong, without the file.
fn problem(failure: &CliError) -> String {
    match failure {
        CliError::Feed { problem, .. } => problem.to_string(),
        CliError::Read { source, .. } => format!("it cannot be read: {source}"),
        other => other.to_string(),
    }
}

/// The reports; failures say their files.
fn as_text(reports: &Reports, failures: &[String]) -> String {
    let patients = reports.patients.iter();
    let mut text = table(patients.filter_map(|patient| Some((patient.name.as_str(), patient.result.as_ref().ok()?))));
    for failure in failures {
        let _ = writeln!(text, "{}", plain(failure));
    }
    reports.diagnoses.iter().for_each(|diagnosis| push_finding(&mut text, diagnosis));
    text
}

fn push_finding(text: &mut String, finding: &Diagnosis) {
    let _ =
        writeln!(text, "\n{} {} ({}): {}", finding.severity.name(), finding.code, finding.count, plain(finding.remedy));
    for example in &finding.examples {
        let file = example.file.as_ref().map(|file| format!("{file}: ")).unwrap_or_default();
        let record = plain(&format!("{file}{}", example.record));
        let _ = writeln!(text, "  {:>6} {}  [{record}]", example.count, plain(&example.value));
    }
}

fn as_json(reports: &Reports) -> Value {
    let feeds: Vec<Value> = reports.patients.iter().map(feed_as_json).collect();
    let findings: Vec<Value> = reports.diagnoses.iter().map(finding_as_json).collect();
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
                "file": patient.name, "kind": report.kind.map(FeedKind::name), "records": report.records,
                "postings": report.postings, "refused": report.refused, "filled_percent": filled,
            })
        }
        Err(problem) => json!({ "file": patient.name, "error": problem }),
    }
}

fn finding_as_json(finding: &Diagnosis) -> Value {
    let example = |example: &Example| json!({"value": example.value, "count": example.count, "record": example.record, "file": example.file});
    json!({
        "code": finding.code, "severity": finding.severity.name(), "count": finding.count, "remedy": finding.remedy,
        "examples": finding.examples.iter().map(example).collect::<Vec<_>>(),
    })
}
