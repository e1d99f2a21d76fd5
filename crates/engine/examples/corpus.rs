//! The jobs of a feed in the form that the benchmark's other engines get: plain values, newest job first.
//!
//! `cargo xtask bench` runs it: `corpus day FEED` prints the newest posting day; `corpus write FEED NAME DAY MOST` prints the
//! jobs that are open on a day as JSON.

use std::{
    collections::HashMap,
    env,
    error::Error,
    fs::File,
    io::{BufWriter, Read, Write, stdout},
};

use flate2::read::MultiGzDecoder;
use openroles_engine::index::{DocId, Index, IndexContents};
use openroles_feeds::{
    feed::{ReadOptions, read_pieces},
    ingest::{EarlierJobs, IngestOptions, Ingested, Intake},
};
use openroles_model::{
    domain::{BoardSettings, Date, JobPosting},
    facets::Facet,
};
use serde_json::{Map, Value, json};

const USAGE: &str = "usage: corpus day FEED | corpus write FEED NAME DAY MOST";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["day", feed] => print_newest_day(feed),
        ["write", feed, name, day, most] => {
            let day = Date::parse(day).ok_or_else(|| format!("`{day}` is not a day in the form year-month-day"))?;
            write(feed, name, day, most.parse()?)
        }
        _ => Err(USAGE.into()),
    }
}

/// Prints the newest posting day in a feed, on which most of its jobs are open; nothing if no posting states one.
fn print_newest_day(feed: &str) -> Result<(), Box<dyn Error>> {
    let newest = postings(feed)?.postings.iter().filter_map(|posting| posting.date_posted).max();
    Ok(newest.map_or(Ok(()), |day| write!(stdout(), "{day}"))?)
}

/// Prints the jobs of `feed` that are open on `day`, and their total number. Of more than `most`, prints an even
/// selection.
fn write(feed: &str, name: &str, day: Date, most: usize) -> Result<(), Box<dyn Error>> {
    let ingested = postings(feed)?;
    let contents =
        IndexContents::of(&ingested.postings, &ingested.organizations, &BoardSettings::default().conversion());
    let index = Index::from_contents(&contents, day)?;
    let by_id: HashMap<&str, &JobPosting> =
        ingested.postings.iter().map(|posting| (posting.id.0.as_str(), posting)).collect();
    let open: Vec<DocId> = index.docs().filter(|doc| !index.is_expired(*doc)).collect();
    let written = open.iter().step_by(open.len().div_ceil(most.max(1)).max(1));
    let jobs = written.filter_map(|doc| Some(job(&index, *doc, by_id.get(index.card(*doc).id.0.as_str())?)));
    let facets: Vec<&str> = Facet::listed().map(Facet::key).collect();
    let head = format!("\"name\":{},\"day\":{},\"total\":{}", json!(name), day.days(), open.len());
    let mut out = BufWriter::new(stdout().lock());
    write!(out, "{{{head},\"facets\":{},\"jobs\":[", json!(facets))?;
    for (at, job) in jobs.enumerate() {
        let comma = if at == 0 { "" } else { "," };
        write!(out, "{comma}\n{job}")?;
    }
    out.write_all(b"]}\n")?;
    Ok(out.flush()?)
}

fn postings(feed: &str) -> Result<Ingested, Box<dyn Error>> {
    let file = File::open(feed)?;
    let mut source: Box<dyn Read> = match feed.ends_with(".gz") {
        true => Box::new(MultiGzDecoder::new(file)),
        false => Box::new(file),
    };
    let mut intake = Intake::new(IngestOptions::default());
    read_pieces(&mut source, &ReadOptions::default(), &mut |piece| intake.take(piece))?;
    Ok(intake.finish(&EarlierJobs::default()))
}

fn job(index: &Index, doc: DocId, posting: &JobPosting) -> Value {
    let values = |facet: Facet| -> Vec<&str> { index.facet_values(doc, facet).collect() };
    let stated = Facet::listed().map(|facet| (facet.key().to_owned(), json!(values(facet))));
    let facets: Map<String, Value> =
        stated.filter(|(_, values)| values.as_array().is_some_and(|list| !list.is_empty())).collect();
    let card = index.card(doc);
    json!({
        "id": card.id,
        "title": card.title,
        "company": card.hiring_organization.label(),
        "skills": card.skills,
        "places": card.places,
        "text": posting.description.plain_text(),
        "facets": facets,
    })
}
