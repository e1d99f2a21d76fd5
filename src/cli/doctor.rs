//! `openroles doctor`: what feeds hold, what becomes of it, and what is wrong with it, worst first.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use super::{
    Outcome, build::parse_kind, config::Settings, day_or_today, doctor_page, error::CliError, feeds::contents_of,
    input, output, output::plain, parse_date,
};
use crate::{
    doctor::{Diagnoses, Diagnosis, Example, Field, Report, examine, table},
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

/// A feed by its file, read or not.
pub(super) struct Patient {
    pub(super) file: String,
    pub(super) result: Result<Report, CliError>,
}

/// Examines the feeds and prints the report. A feed that cannot be read is a finding like any other; only when none
/// could even be opened, nothing was done.
pub(super) fn run(arguments: &Arguments) -> Result<Outcome, CliError> {
    let settings = Settings::read(arguments.config.as_deref())?;
    let options = IngestOptions { company: arguments.company.clone(), duplicates: settings.duplicates };
    let now = day_or_today(arguments.now)?;
    let reading = settings.reading(arguments.kind);
    let mut patients: Vec<Patient> = input::feed_files(&arguments.paths)
        .into_iter()
        .map(|file| Patient::of(file, |path| Ok(examine(contents_of(path, &reading)?, &options, now))))
        .collect();
    if patients.iter().all(Patient::is_unopened)
        && let Some(Patient { result: Err(last), .. }) = patients.pop()
    {
        patients.iter().filter_map(|patient| patient.result.as_ref().err()).for_each(output::warn);
        return Err(last);
    }
    let diagnoses = all_diagnoses(&patients);
    if let Some(path) = &arguments.html {
        let page = doctor_page::page(&patients, &diagnoses);
        fs::write(path, page).map_err(|source| CliError::Write { path: path.clone(), source })?;
    }
    if arguments.json {
        output::print_json(&as_json(&patients, &diagnoses))?;
    } else {
        output::print(&as_text(&patients, &diagnoses))?;
    }
    let is_unwell = diagnoses.worst().is_some_and(|worst| worst < Severity::Note);
    Ok(if is_unwell { Outcome::WithRejections } else { Outcome::Done })
}

impl Patient {
    fn of(file: Result<PathBuf, CliError>, examined: impl Fn(&Path) -> Result<Report, CliError>) -> Self {
        let name = |path: &Path| path.display().to_string();
        match file {
            Ok(path) => Self { file: name(&path), result: examined(&path) },
            Err(failure) => Self { file: failure.path().map(name).unwrap_or_default(), result: Err(failure) },
        }
    }

    /// Whether there was not even anything to understand.
    fn is_unopened(&self) -> bool {
        !matches!(self.result, Ok(_) | Err(CliError::Feed { .. }))
    }
}

/// What is wrong with all of them, feeds that could not be read first.
fn all_diagnoses(patients: &[Patient]) -> Diagnoses {
    let mut all = Diagnoses::default();
    for Patient { file, result } in patients {
        match result {
            Ok(report) => all.extend(report.diagnoses.clone(), file),
            Err(failure) => {
                let mut unread = Diagnoses::default();
                let remedy = "check the path, its permissions, and that the export or download finished";
                let diagnosis = Diagnosis::new("unreadable-feed", Severity::Lost, remedy);
                unread.add(diagnosis, "the whole feed", &problem(failure));
                all.extend(unread, file);
            }
        }
    }
    all
}

/// What is wrong, without the file.
pub(super) fn problem(failure: &CliError) -> String {
    match failure {
        CliError::Feed { problem, .. } => problem.to_string(),
        CliError::Read { source, .. } => format!("it cannot be read: {source}"),
        other => other.to_string(),
    }
}

fn as_text(patients: &[Patient], diagnoses: &Diagnoses) -> String {
    let read = patients.iter().filter_map(|patient| Some((patient.file.as_str(), patient.result.as_ref().ok()?)));
    let mut text = table(read);
    for failure in patients.iter().filter_map(|patient| patient.result.as_ref().err()) {
        let _ = writeln!(text, "{}", plain(&failure.to_string()));
    }
    diagnoses.iter().for_each(|diagnosis| push_finding(&mut text, diagnosis));
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

fn as_json(patients: &[Patient], diagnoses: &Diagnoses) -> Value {
    let feeds: Vec<Value> = patients.iter().map(feed_as_json).collect();
    let findings: Vec<Value> = diagnoses.iter().map(finding_as_json).collect();
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
        Err(failure) => json!({ "file": patient.file, "error": problem(failure) }),
    }
}

fn finding_as_json(finding: &Diagnosis) -> Value {
    let example = |example: &Example| json!({"value": example.value, "count": example.count, "record": example.record, "file": example.file});
    json!({
        "code": finding.code, "severity": finding.severity.name(), "count": finding.count, "remedy": finding.remedy,
        "examples": finding.examples.iter().map(example).collect::<Vec<_>>(),
    })
}
