//! `openroles similar`: prints jobs similar to a given one, each with its reasons.

use std::{path::PathBuf, time::Instant};

use openroles_engine::{
    index::{DocId, Index},
    query::{SimilarJob, similar},
};
use openroles_model::{
    domain::{Date, Slug},
    words::ENGLISH,
};
use serde_json::{Value, json};

use super::{
    Outcome, day_or_today,
    error::CliError,
    output::{self, plain},
    parse_date, site_data,
    table::Table,
};

/// Arguments of `openroles similar`.
#[derive(Debug, clap::Args)]
pub(super) struct SimilarArguments {
    /// Folder written by `openroles build`.
    dir: PathBuf,
    /// Job: its identifier in the feed, or its slug (the last part of its page's address).
    job: String,
    /// Maximum number of jobs to print.
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,
    /// Search as if it were this day, such as 2026-11-23 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    now: Option<Date>,
    /// Print the results as one JSON object.
    #[arg(long)]
    json: bool,
}

/// Finds similar jobs and prints them.
pub(super) fn run(arguments: &SimilarArguments) -> Result<Outcome, CliError> {
    let index = site_data::open_index(&arguments.dir, day_or_today(arguments.now)?)?;
    let doc = named(&index, &arguments.job)
        .ok_or_else(|| CliError::NoSuchJob { job: arguments.job.clone(), path: arguments.dir.clone() })?;
    let start = Instant::now();
    let jobs = similar(&index, doc, arguments.limit);
    let took_us = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
    if arguments.json {
        output::print_json(&as_json(&index, doc, &jobs, took_us))?;
    } else {
        output::print(&as_text(&index, doc, &jobs))?;
    }
    Ok(Outcome::Done)
}

fn named(index: &Index, job: &str) -> Option<DocId> {
    let by_slug = || Slug::try_from(job.to_owned()).map_or(None, |slug| index.doc_by_slug(&slug));
    index.doc_by_id(job).or_else(by_slug)
}

fn as_json(index: &Index, doc: DocId, jobs: &[SimilarJob], took_us: u64) -> Value {
    let job_as_json = |job: &SimilarJob| {
        let card = index.card(job.doc);
        json!({
            "id": card.id.0,
            "slug": card.slug,
            "title": card.title,
            "company": card.hiring_organization.label(),
            "reasons": reasons(job),
        })
    };
    json!({
        "job": index.card(doc).id.0,
        "similar": jobs.iter().map(job_as_json).collect::<Vec<_>>(),
        "took_us": took_us,
    })
}

fn as_text(index: &Index, doc: DocId, jobs: &[SimilarJob]) -> String {
    let job = index.card(doc);
    let title = plain(&format!("{}, {}", job.title, job.hiring_organization.label()));
    if jobs.is_empty() {
        return format!("No job is similar to {title}\n");
    }
    let mut table = Table::with_heading(&["title", "company", "why", "id"]);
    for job in jobs {
        let card = index.card(job.doc);
        table.row([&card.title, card.hiring_organization.label(), &reasons(job).join(" · "), &card.id.0]);
    }
    format!("Similar to {title}\n\n{}", table.to_text())
}

/// Why a job is similar, strongest reason first.
fn reasons(job: &SimilarJob) -> Vec<String> {
    job.reasons.iter().map(|reason| reason.in_words(&ENGLISH.job)).collect()
}
