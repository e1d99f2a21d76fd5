//! `openroles build --json`: the final report as one object.

use openroles_site::site::SitePart;
use serde::Serialize;

use super::{
    earlier::Continuation,
    summary::{Build, Kept},
};

/// What `openroles build --json` prints.
#[derive(Serialize)]
pub(super) struct BuildJson<'a> {
    /// Number of jobs on the board.
    jobs: usize,
    feeds: usize,
    companies: usize,
    /// Number of records that were rejected.
    rejected: usize,
    /// Number of records that were merged into others.
    merged: usize,
    /// Number of jobs that stay as in the last build because a feed couldn't be read.
    kept: usize,
    /// Number of pages of jobs that left their feeds.
    closed: usize,
    parts: Vec<PartJson>,
    /// The site that the build continued from; `null` for the output folder.
    earlier: Option<EarlierJson<'a>>,
    notes: Vec<String>,
    seconds: f64,
}

/// A group of files.
#[derive(Serialize)]
struct PartJson {
    name: &'static str,
    files: usize,
    bytes: u64,
}

/// A site that was read from elsewhere.
#[derive(Serialize)]
struct EarlierJson<'a> {
    place: &'a str,
    requests: u64,
    bytes: u64,
}

/// The report of a build.
pub(super) fn of_build<'a>(build: &Build<'a>) -> BuildJson<'a> {
    let Build { feeds, ingested, kept, report, continuation, duration, .. } = *build;
    let merged = ingested.rejections.iter().filter(|rejection| rejection.reason.is_merge()).count();
    let parts =
        report.parts.iter().map(|SitePart { name, files, bytes }| PartJson { name, files: *files, bytes: *bytes });
    BuildJson {
        jobs: ingested.postings.len(),
        feeds: feeds.count,
        companies: ingested.organizations.len(),
        rejected: ingested.rejections.len() - merged,
        merged,
        kept: kept.map_or(0, Kept::count),
        closed: report.closed,
        parts: parts.collect(),
        earlier: of_earlier(continuation),
        notes: continuation.note().into_iter().chain(report.notes.iter().map(ToString::to_string)).collect(),
        seconds: duration.as_secs_f64(),
    }
}

fn of_earlier(continuation: &Continuation) -> Option<EarlierJson<'_>> {
    match continuation {
        Continuation::From { named, traffic } => {
            Some(EarlierJson { place: named, requests: traffic.requests(), bytes: traffic.bytes() })
        }
        Continuation::InPlace | Continuation::Outranked { .. } | Continuation::Anew { .. } => None,
    }
}
