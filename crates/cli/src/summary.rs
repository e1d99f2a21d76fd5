//! The final report of `openroles build`: counts, rejected records by reason, bytes by part.

use std::{
    collections::BTreeMap,
    fmt::{self, Write},
    path::Path,
    time::Duration,
};

use openroles_feeds::{doctor::Diagnoses, feed::Rejection, ingest::Ingested};
use openroles_model::{
    domain::{BoardSettings, Currency, Date, PayCurrencies},
    findings::{Finding, FindingCode, Severity},
};
use openroles_site::site::{DAYS_KEPT, EarlierSite, Found, MarkupReport, Recovery, SitePart, SiteReport};

use super::{
    doctor,
    earlier::Continuation,
    feeds::Feeds,
    output::{Colors, counted, plain, shown_bytes},
};

/// Examples per reason: enough to recognize the kind of record.
const EXAMPLES: usize = 3;

/// A finished build.
pub(super) struct Build<'a> {
    /// The feeds, and how reading them went.
    pub(super) feeds: &'a Feeds,
    /// The jobs on the board, and the rejected records.
    pub(super) ingested: &'a Ingested,
    /// Number of jobs in the feeds that closed too long ago for the board.
    pub(super) long_closed: usize,
    /// Jobs that were kept from the last build, if any.
    pub(super) kept: Option<&'a Kept>,
    /// What the build continued from.
    pub(super) continuation: &'a Continuation,
    /// The currency for comparing pay, if the feeds decided it.
    pub(super) currency: Option<DefaultCurrency<'a>>,
    /// What was written, with sizes.
    pub(super) report: &'a SiteReport,
    /// The site's folder.
    pub(super) out: &'a Path,
    /// Time from start to end.
    pub(super) duration: Duration,
}

/// A currency that the config doesn't name.
#[derive(Clone, Copy)]
pub(super) struct DefaultCurrency<'a> {
    /// The currency that most jobs state.
    pub(super) currency: Currency,
    /// All currencies that the jobs state.
    pub(super) pay: &'a PayCurrencies,
}

/// Jobs that were kept as in the last build, because their feeds couldn't be read in full.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    count: usize,
    /// The oldest day on which one of their feeds was last read in full.
    day: Option<Date>,
    now: Date,
}

/// The final report of a build.
pub(super) fn of_build(build: &Build<'_>) -> String {
    let Build { feeds, ingested, long_closed, kept, continuation, currency, report, out, duration } = *build;
    let merged = ingested.rejections.iter().filter(|rejection| rejection.reason.is_merge()).count();
    let mut text = format!(
        "{} from {}, {}; {} rejected{}\n",
        counted(ingested.postings.len(), "job", "jobs"),
        counted(feeds.count, "feed", "feeds"),
        counted(ingested.organizations.len(), "company", "companies"),
        counted(ingested.rejections.len() - merged, "record", "records"),
        if merged > 0 { format!(", {merged} merged into others") } else { String::new() },
    );
    for SitePart { name, files, bytes } in &report.parts {
        line(&mut text, &format!("  {name:<14} {files:>8} files {:>12}", shown_bytes(*bytes)));
    }
    if let Some(currency) = currency {
        line(&mut text, &currency.to_string());
    }
    continuation.line().iter().for_each(|continued| line(&mut text, continued));
    if let Some(kept) = kept {
        line(&mut text, &kept.to_string());
    }
    if long_closed > 0 {
        let jobs = counted(long_closed, "job in the feeds has", "jobs in the feeds have");
        line(&mut text, &format!("Closed for {DAYS_KEPT} days or longer: {jobs} no page"));
    }
    if report.closed > 0 {
        line(
            &mut text,
            &format!(
                "Marked as closed: {}",
                counted(report.closed, "page of a job that left its feed", "pages of jobs that left their feeds")
            ),
        );
    }
    push_markup(&mut text, &report.markup);
    for note in continuation.note().into_iter().chain(report.notes.iter().map(ToString::to_string)) {
        line(&mut text, &format!("Note: {note}"));
    }
    line(&mut text, &format!("Written to {} in {:.1} s", out.display(), duration.as_secs_f64()));
    text
}

/// The remains of interrupted builds, and what became of them.
pub(super) fn of_recovery(Recovery { is_put_back, removed, stuck }: &Recovery) -> Vec<String> {
    let put_back = is_put_back
        .then(|| "a build was interrupted while it replaced the site: the previous site was restored".to_owned());
    let removed = (*removed > 0).then(|| {
        let folders = counted(*removed, "folder", "folders");
        format!("removed {folders} that interrupted builds left next to the site")
    });
    let stuck =
        stuck.iter().map(|error| format!("{error}; an interrupted build left this folder, and you can delete it"));
    put_back.into_iter().chain(removed).chain(stuck).collect()
}

/// The currency, the reason, and how to settle it.
impl fmt::Display for DefaultCurrency<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (code, count) = (self.currency.code(), self.pay.commonest().map_or(0, |(_, count)| count));
        let jobs = counted(self.pay.job_count(), "job that states", "jobs that state");
        write!(
            formatter,
            "Pay is compared in {code}, the feeds' most common currency ({count} of {jobs} pay): to keep it, add \
             `currency = \"{code}\"` to board.toml"
        )
    }
}

/// Pay that can't be compared, by currency, with the lines to add to the config; `None` if there is none.
pub(super) fn of_missing_rates(pay: &PayCurrencies, board: &BoardSettings) -> Option<String> {
    let missing = pay.without_rate(&board.conversion());
    let own = board.currency.code();
    let count: usize = missing.iter().map(|(_, count)| count).sum();
    let lines = missing.iter().map(|(currency, count)| {
        let code = currency.code();
        format!("\n    {code} = …  # what 1 {code} is worth in {own}; {}", counted(*count, "job", "jobs"))
    });
    let jobs = counted(count, "job", "jobs");
    let text = format!(
        "pay of {jobs} cannot be compared in {own} because exchange rates are missing: add to board.toml\n    [rates]"
    );
    (!missing.is_empty()).then(|| text + &lines.collect::<String>())
}

impl Kept {
    /// The jobs that a build on the day `now` kept from `earlier`.
    pub(super) fn of(ingested: &Ingested, earlier: &EarlierSite, now: Date) -> Option<Self> {
        let count = ingested.unread.len();
        (count > 0).then(|| Self { count, day: earlier.day_of(&ingested.unread), now })
    }

    /// Number of jobs.
    pub(super) fn count(&self) -> usize {
        self.count
    }
}

/// How many jobs there are, how old they are, and what to do.
impl fmt::Display for Kept {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let jobs = counted(self.count, "job", "jobs");
        write!(
            formatter,
            "{jobs} kept from the last build because a feed could not be read completely: fix the feed, or leave it \
             out to remove its jobs"
        )?;
        let Some(day) = self.day else { return Ok(()) };
        let age = match self.now.days().saturating_sub(day.days()) {
            ..=0 => "today".to_owned(),
            1 => "1 day ago".to_owned(),
            days => format!("{days} days ago"),
        };
        write!(formatter, "; the oldest are from {day} ({age})")
    }
}

/// The doctor's findings during the build: two lines per kind of finding, and where to read more.
pub(super) fn of_checkup(diagnoses: &Diagnoses, colors: Colors) -> String {
    let count = diagnoses.iter().count();
    if count == 0 {
        return String::new();
    }
    let mut text = format!(
        "{} of the doctor, most serious first; `openroles doctor FEED` shows more\n",
        counted(count, "finding", "findings")
    );
    for diagnosis in diagnoses.iter() {
        line(&mut text, &format!("  {}", doctor::heading(diagnosis, colors)));
        for example in diagnosis.examples.iter().take(1) {
            let value = plain(&format!("{} × {}", example.count, example.value));
            line(&mut text, &format!("    {value}  [{}]", doctor::place(example)));
        }
    }
    text
}

/// How many job pages search engines can list as jobs, what prevents the others, and what would improve them.
fn push_markup(text: &mut String, markup: &MarkupReport) {
    if markup.pages == 0 {
        return;
    }
    let pages = counted(markup.pages, "job page", "job pages");
    line(text, &format!("Marked up for job listings: {} of {pages}", markup.marked_up));
    let (advice, refusals): (Vec<&Found>, Vec<&Found>) =
        markup.findings.values().partition(|found| found.finding.code.severity() == Severity::Note);
    for Found { finding, job, count } in refusals {
        let Finding { code, value } = finding;
        let example = plain(&format!("{code}: {value}; {} (such as {})", code.remedy(), job.0));
        line(text, &format!("  {count} {example}"));
    }
    if !advice.is_empty() {
        let counts: Vec<String> =
            advice.iter().map(|found| format!("{} {}", found.count, found.finding.code)).collect();
        line(text, &format!("  also recommended: {}", counts.join(", ")));
    }
}

/// Rejected records by reason, each with examples and the remedy.
pub(super) fn of_rejections(feeds: &Feeds, rejections: &[&Rejection]) -> String {
    let mut by_reason: BTreeMap<FindingCode, Vec<&Rejection>> = BTreeMap::new();
    for rejection in rejections {
        by_reason.entry(rejection.reason.code()).or_default().push(rejection);
    }
    let mut text = format!("{} rejected", counted(rejections.len(), "record", "records"));
    for (code, rejections) in by_reason {
        let _ = write!(text, "\n  {} {code}: {}", rejections.len(), code.remedy());
        for rejection in rejections.iter().take(EXAMPLES) {
            let file = feeds.file_of(rejection.feed).map(|file| format!("{}: ", file.display()));
            let example = format!("{}{}: {}", file.unwrap_or_default(), rejection.record, rejection.reason);
            let _ = write!(text, "\n    {}", plain(&example));
        }
        if rejections.len() > EXAMPLES {
            let _ = write!(text, "\n    and {} more", rejections.len() - EXAMPLES);
        }
    }
    text
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}
