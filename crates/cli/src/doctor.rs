//! `openroles doctor`: what feeds contain, what becomes of it, and what is wrong with it, worst first.

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use openroles_feeds::{
    doctor::{CoverageField, Diagnosis, Examination, Example, FeedReport, Reports, report_page, table},
    feed::FeedKind,
    ingest::{IngestOptions, Sureness},
};
use openroles_model::{domain::Date, findings::Severity};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::{
    Outcome, columns, day_or_today,
    error::CliError,
    feeds::{self, parse_kind},
    input,
    output::{self, Colors, plain},
    parse_date, settings,
};

/// Arguments of `openroles doctor`.
#[derive(Debug, clap::Args)]
pub(super) struct DoctorArguments {
    /// Feeds: files, folders, http(s) addresses, or `-` for standard input. May be compressed with gzip or zstd.
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// Config file, such as board.toml.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Feed format [default: detected]
    #[arg(long, value_parser = parse_kind)]
    kind: Option<FeedKind>,
    /// Employer of postings that don't name one.
    #[arg(long, value_name = "NAME")]
    company: Option<String>,
    /// Check dates as if it were this day, such as 2026-11-23 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    now: Option<Date>,
    /// Print the report as one JSON object.
    #[arg(long)]
    json: bool,
    /// Also write the report to this file, as an HTML page.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

/// Examines the feeds and prints the report. A feed that can't be read is a finding like any other. It is an error only
/// if no feed could be opened.
pub(super) fn run(arguments: &DoctorArguments) -> Result<Outcome, CliError> {
    let settings = settings(arguments.config.as_deref())?;
    let options = IngestOptions { company: arguments.company.clone(), duplicates: settings.duplicates };
    let mut examination = Examination::new(options, day_or_today(arguments.now)?);
    let reading = settings.reading(arguments.kind);
    let mut failures: Vec<CliError> = Vec::new();
    let files = input::feed_files(&arguments.paths);
    let count = files.len();
    for file in files {
        let path = file.as_ref().map_or_else(CliError::path, |path| Some(path.as_path())).unwrap_or(Path::new(""));
        examination.begin(&path.display().to_string(), feeds::id(path));
        let result = file.and_then(|path| feeds::read_one(&path, &reading, &mut |piece| examination.take(piece)));
        examination.end(result.as_ref().map(|extent| *extent).map_err(problem));
        failures.extend(result.err());
    }
    if failures.len() == count
        && failures.iter().all(is_unopened)
        && let Some(last) = failures.pop()
    {
        failures.iter().for_each(output::warn);
        return Err(last);
    }
    let reports = examination.finish();
    arguments.write(&reports, &failures)?;
    let has_losses = reports.diagnoses.worst() == Some(Severity::Lost);
    Ok(if has_losses { Outcome::WithLosses } else { Outcome::Done })
}

impl DoctorArguments {
    fn write(&self, reports: &Reports, failures: &[CliError]) -> Result<(), CliError> {
        if let Some(path) = &self.html {
            fs::write(path, report_page(reports)).map_err(|source| CliError::Write { path: path.clone(), source })?;
        }
        if self.json {
            output::print_json(&DoctorJson::of(reports))
        } else {
            output::print(&as_text(reports, failures))
        }
    }
}

/// Whether the feed could not even be opened.
fn is_unopened(failure: &CliError) -> bool {
    !matches!(failure, CliError::Feed { .. })
}

/// The problem, without the file's name.
fn problem(failure: &CliError) -> String {
    match failure {
        CliError::Feed { problem, .. } => problem.to_string(),
        CliError::Read { source, .. } => format!("it cannot be read: {source}"),
        other => other.to_string(),
    }
}

/// The reports as text; failures name their files.
fn as_text(reports: &Reports, failures: &[CliError]) -> String {
    let feeds = reports.feeds.iter();
    let mut text = table(feeds.filter_map(|feed| Some((feed.name.as_str(), feed.result.as_ref().ok()?))));
    for failure in failures {
        let _ = writeln!(text, "{}", plain(&failure.to_string()));
    }
    text.push_str(&columns::in_words(reports.diagnoses.unread_columns()));
    let colors = Colors::of_output();
    reports.diagnoses.iter().for_each(|diagnosis| push_finding(&mut text, diagnosis, colors));
    text
}

fn push_finding(text: &mut String, finding: &Diagnosis, colors: Colors) {
    let _ = writeln!(text, "\n{}", heading(finding, colors));
    let (examples, others) = finding.commonest();
    for example in examples {
        let sureness = example.sureness.map(|sureness| format!(" ({})", sureness.name())).unwrap_or_default();
        let value = plain(&format!("{}{sureness}", example.value));
        let _ = writeln!(text, "  {:>6} {value}  [{}]", example.count, place(example));
    }
    if others > 0 {
        let _ = writeln!(text, "  and {others} more; --json lists them");
    }
}

/// A finding in one line: `note guessed-dollar (4: 3 likely, 1 doubtful): state `currency`, or …`.
pub(super) fn heading(finding: &Diagnosis, colors: Colors) -> String {
    let severity = colors.painted(finding.severity);
    let surenesses = if finding.sureness.is_empty() { String::new() } else { format!(": {}", finding.surenesses()) };
    format!("{severity} {} ({}{surenesses}): {}", finding.code, finding.count, plain(finding.code.remedy()))
}

/// The record in which a value was first seen, with its file if that is known.
pub(super) fn place(example: &Example) -> String {
    let file = example.file.as_ref().map(|file| format!("{file}: ")).unwrap_or_default();
    plain(&format!("{file}{}", example.record))
}

/// The complete report as JSON.
#[derive(Serialize)]
struct DoctorJson<'a> {
    feeds: Vec<Value>,
    findings: Vec<FindingJson<'a>>,
    unread_columns: Vec<Value>,
    postings: PostingsJson<'a>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    code: &'a str,
    severity: &'a str,
    count: usize,
    remedy: &'a str,
    /// Number of its guesses by sureness.
    sureness: BTreeMap<&'a str, usize>,
    examples: Vec<ExampleJson<'a>>,
    unlisted: usize,
}

#[derive(Serialize)]
struct ExampleJson<'a> {
    value: &'a str,
    count: usize,
    record: &'a str,
    file: Option<&'a str>,
    sureness: Option<&'a str>,
}

/// The postings with findings. There may be many, so each is serialized as it is written.
struct PostingsJson<'a>(&'a Reports);

#[derive(Serialize)]
struct PostingJson<'a> {
    id: &'a str,
    file: Option<&'a str>,
    findings: Vec<&'a str>,
}

impl Serialize for PostingsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let name = |feed: usize| self.0.feeds.get(feed).map(|feed| feed.name.as_str());
        serializer.collect_seq(self.0.records.iter().map(|record| PostingJson {
            id: &record.id,
            file: name(record.feed),
            findings: record.findings.iter().map(|code| code.name()).collect(),
        }))
    }
}

impl<'a> DoctorJson<'a> {
    fn of(reports: &'a Reports) -> Self {
        Self {
            feeds: reports.feeds.iter().map(feed_as_json).collect(),
            findings: reports.diagnoses.iter().map(FindingJson::of).collect(),
            unread_columns: columns::as_json(reports.diagnoses.unread_columns()),
            postings: PostingsJson(reports),
        }
    }
}

impl<'a> FindingJson<'a> {
    fn of(finding: &'a Diagnosis) -> Self {
        let example = |example: &'a Example| ExampleJson {
            value: &example.value,
            count: example.count,
            record: &example.record,
            file: example.file.as_deref(),
            sureness: example.sureness.map(Sureness::name),
        };
        Self {
            code: finding.code.name(),
            severity: finding.severity.name(),
            count: finding.count,
            remedy: finding.code.remedy(),
            sureness: finding.sureness.iter().map(|(sureness, count)| (sureness.name(), *count)).collect(),
            examples: finding.examples.iter().map(example).collect(),
            unlisted: finding.unlisted,
        }
    }
}

fn feed_as_json(feed: &FeedReport) -> Value {
    match &feed.result {
        Ok(report) => {
            let filled: serde_json::Map<String, Value> = CoverageField::all()
                .into_iter()
                .map(|field| (field.name().to_owned(), report.coverage.percent(field).into()))
                .collect();
            json!({
                "file": feed.name, "kind": report.kind.map(FeedKind::name), "records": report.records,
                "postings": report.postings, "merged": report.merged, "refused": report.refused, "filled_percent": filled,
            })
        }
        Err(problem) => json!({ "file": feed.name, "error": problem }),
    }
}
