//! The jobs of a feed in the form that the benchmark's other engines get: plain values, newest job first.

use std::{
    collections::HashMap,
    fs::File,
    io::{BufWriter, Read, Write},
    path::Path,
};

use flate2::read::MultiGzDecoder;
use openroles::{
    domain::{BoardSettings, Date, JobPosting},
    facets::Facet,
    feed::{ReadOptions, read_pieces},
    index::{DocId, Index, IndexContents},
    ingest::{EarlierJobs, IngestOptions, Ingested, Intake},
};
use serde_json::{Map, Value, json};

use crate::Error;

/// The newest posting day in a feed, on which most of its jobs are open; `otherwise` if no posting states one.
pub(crate) fn day_of(feed: &Path, otherwise: &str) -> Result<String, Error> {
    let newest = postings(feed)?.postings.iter().filter_map(|posting| posting.date_posted).max();
    Ok(newest.map_or_else(|| otherwise.to_owned(), |day| day.to_string()))
}

/// Writes the jobs of `feed` that are open on `day`, and their total number. Of more than `at_most`, writes an even
/// selection.
pub(crate) fn write(name: &str, feed: &Path, out: &Path, day: &str, at_most: usize) -> Result<(), Error> {
    let ingested = postings(feed)?;
    let day =
        Date::parse(day).ok_or_else(|| unusable(feed, format!("`{day}` is not a day in the form year-month-day")))?;
    let contents =
        IndexContents::of(&ingested.postings, &ingested.organizations, &BoardSettings::default().conversion());
    let index = Index::from_contents(&contents, day).map_err(|error| unusable(feed, error.to_string()))?;
    let by_id: HashMap<&str, &JobPosting> =
        ingested.postings.iter().map(|posting| (posting.id.0.as_str(), posting)).collect();
    let open: Vec<DocId> = index.docs().filter(|doc| !index.is_expired(*doc)).collect();
    let written = open.iter().step_by(open.len().div_ceil(at_most.max(1)).max(1));
    let jobs = written.filter_map(|doc| Some(job(&index, *doc, by_id.get(index.card(*doc).id.0.as_str())?)));
    let failed = |source| Error::File { path: out.to_owned(), source };
    let mut file = BufWriter::new(File::create(out).map_err(failed)?);
    let facets: Vec<&str> = Facet::listed().map(Facet::key).collect();
    let head = format!("\"name\":{},\"day\":{},\"total\":{}", json!(name), day.days(), open.len());
    write!(file, "{{{head},\"facets\":{},\"jobs\":[", json!(facets)).map_err(failed)?;
    for (at, job) in jobs.enumerate() {
        let comma = if at == 0 { "" } else { "," };
        write!(file, "{comma}\n{job}").map_err(failed)?;
    }
    file.write_all(b"]}\n").and_then(|()| file.flush()).map_err(failed)
}

fn postings(feed: &Path) -> Result<Ingested, Error> {
    let failed = |source| Error::File { path: feed.to_owned(), source };
    let file = File::open(feed).map_err(failed)?;
    let mut source: Box<dyn Read> = match feed.extension() {
        Some(extension) if extension == "gz" => Box::new(MultiGzDecoder::new(file)),
        _ => Box::new(file),
    };
    let mut intake = Intake::new(IngestOptions::default());
    read_pieces(&mut source, &ReadOptions::default(), &mut |piece| intake.take(piece))
        .map_err(|error| unusable(feed, error.to_string()))?;
    Ok(intake.finish(&EarlierJobs::default()))
}

fn unusable(feed: &Path, problem: String) -> Error {
    Error::Unusable { path: feed.to_owned(), problem }
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
