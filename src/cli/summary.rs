//! What `openroles build` says at the end: counts, refused records by reason, bytes by part.

use std::{collections::BTreeMap, fmt::Write, path::Path, time::Duration};

use super::{
    feeds::Feeds,
    output::{counted, plain},
};
use crate::{
    feed::Rejection,
    ingest::Ingested,
    site::{DAYS_KEPT, Found, MarkupReport, Recovery, SitePart, SiteReport},
    structured_data::Severity,
};

/// Enough to see what kind of record it is.
const EXAMPLES: usize = 3;

/// A build that has worked.
pub(super) struct Built<'a> {
    /// What was read.
    pub(super) feeds: &'a Feeds,
    /// The jobs on the board, and the records that were refused.
    pub(super) ingested: &'a Ingested,
    /// Jobs of the feeds that closed too long ago to be on the board.
    pub(super) long_closed: usize,
    /// What was written.
    pub(super) report: &'a SiteReport,
    /// Where.
    pub(super) out: &'a Path,
}

/// The closing report of a build.
pub(super) fn of_build(built: &Built<'_>, duration: Duration) -> String {
    let Built { feeds, ingested, long_closed, report, out } = *built;
    let mut text = format!(
        "{} from {}, {}; {} rejected\n",
        counted(ingested.postings.len(), "job", "jobs"),
        counted(feeds.count, "feed", "feeds"),
        counted(ingested.organizations.len(), "company", "companies"),
        counted(ingested.rejections.len(), "record", "records"),
    );
    for SitePart { name, files, bytes } in &report.parts {
        line(&mut text, &format!("  {name:<14} {files:>8} files {:>12}", shown_bytes(*bytes)));
    }
    if !ingested.unread.is_empty() {
        line(&mut text, &of_kept(ingested.unread.len()));
    }
    if long_closed > 0 {
        let jobs = counted(long_closed, "job of the feeds has", "jobs of the feeds have");
        line(&mut text, &format!("Closed for {DAYS_KEPT} days or longer: {jobs} no page"));
    }
    if report.closed > 0 {
        line(
            &mut text,
            &format!("Closed since the last build: {}", counted(report.closed, "page says so", "pages say so")),
        );
    }
    push_markup(&mut text, &report.markup);
    for note in &report.notes {
        line(&mut text, &format!("Note: {note}"));
    }
    line(&mut text, &format!("Written to {} in {:.1} s", out.display(), duration.as_secs_f64()));
    text
}

/// What was left of builds that were cut off, and what became of it.
pub(super) fn of_recovery(Recovery { is_put_back, removed, stuck }: &Recovery) -> Vec<String> {
    let put_back = is_put_back.then(|| {
        "a build was cut off while it swapped the site in: the site before it is back in its place".to_owned()
    });
    let removed = (*removed > 0).then(|| {
        let folders = counted(*removed, "folder", "folders");
        format!("{folders} removed that builds left beside the site when they were cut off")
    });
    let stuck = stuck.iter().map(|error| format!("{error}; a build that was cut off left it, and it can be removed"));
    put_back.into_iter().chain(removed).chain(stuck).collect()
}

/// How many jobs are on the board as the last build had them.
pub(super) fn of_kept(count: usize) -> String {
    let jobs = counted(count, "job", "jobs");
    format!(
        "{jobs} kept as the last build had them, as a feed could not be read in full: mend it, or leave it out to let its jobs go"
    )
}

/// How many job pages search engines can list as jobs, what keeps the others out, and what would improve them.
fn push_markup(text: &mut String, markup: &MarkupReport) {
    if markup.pages == 0 {
        return;
    }
    let pages = counted(markup.pages, "job page", "job pages");
    line(text, &format!("Marked up for job listings: {} of {pages}", markup.marked_up));
    let (advice, refusals): (Vec<&Found>, Vec<&Found>) =
        markup.findings.values().partition(|found| found.finding.severity() == Severity::Note);
    for Found { finding, job, count } in refusals {
        let example = plain(&format!("{}: {finding}; {} (such as {})", finding.code(), finding.remedy(), job.0));
        line(text, &format!("  {count} {example}"));
    }
    if !advice.is_empty() {
        let counts: Vec<String> =
            advice.iter().map(|found| format!("{} {}", found.count, found.finding.code())).collect();
        line(text, &format!("  recommended besides: {}", counts.join(", ")));
    }
}

/// Refused records by reason, each with examples and the remedy.
pub(super) fn of_rejections(feeds: &Feeds, rejections: &[Rejection]) -> String {
    let mut by_reason: BTreeMap<&str, Vec<&Rejection>> = BTreeMap::new();
    for rejection in rejections {
        by_reason.entry(rejection.reason.code()).or_default().push(rejection);
    }
    let mut text = format!("{} rejected", counted(rejections.len(), "record", "records"));
    for (code, rejections) in by_reason {
        let Some(first) = rejections.first() else { continue };
        let _ = write!(text, "\n  {} {code}: {}", rejections.len(), first.reason.remedy());
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

fn shown_bytes(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}
