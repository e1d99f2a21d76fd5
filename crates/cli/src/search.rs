//! `openroles search`: searches a built site with the browser's own engine.
//!
//! The arguments become the same query string as in the browser's address. So this prints the same results as the page
//! shows.

use std::{path::PathBuf, time::Instant};

use openroles_engine::{
    index::Index,
    query::{
        FacetCounts, FacetValue, Hit, PAGE_SIZE, Query, Refined, SearchResults, highlight, named_values,
        parse_query_string, percent::encoded, search,
    },
};
use openroles_model::{domain::Date, facets::Facet, words::ENGLISH};
use serde_json::{Map, Value, json};

use super::{
    Outcome, day_or_today,
    error::CliError,
    output::{self, counted, plain},
    parse_date, site_data,
    table::Table,
};

/// Arguments of `openroles search`.
#[derive(Debug, clap::Args)]
pub(super) struct SearchArguments {
    /// Folder written by `openroles build`.
    dir: PathBuf,
    /// Words, "phrases", and -excluded words [default: all jobs]
    query: Vec<String>,
    /// Filter, written as in the address of the search page: `skill=Rust`, `-company=acme`, `salary=1500000`,
    /// `undisclosed=hide`, or `experience=2-5`. Can be given several times.
    #[arg(long, value_name = "FACET=VALUE", allow_hyphen_values = true)]
    facet: Vec<String>,
    /// Sort order: `relevance`, `newest`, `added`, or `salary`.
    #[arg(long)]
    sort: Option<String>,
    /// Page of results, starting at 1.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    page: u32,
    /// Search as if it were this day, such as 2026-11-23 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    now: Option<Date>,
    /// Print the results as one JSON object.
    #[arg(long)]
    json: bool,
}

/// The most values of a facet to print as text; JSON has all.
const VALUES_SHOWN: usize = 5;

/// Searches and prints the results.
pub(super) fn run(arguments: &SearchArguments) -> Result<Outcome, CliError> {
    let query = arguments.query()?;
    let index = site_data::open_index(&arguments.dir, day_or_today(arguments.now)?)?;
    let start = Instant::now();
    let results = search(&index, &query);
    let took_us = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
    if arguments.json {
        output::print_json(&as_json(&index, &query, &results, took_us))?;
    } else {
        output::print(&as_text(&index, &query, &results, took_us))?;
    }
    Ok(Outcome::Done)
}

impl SearchArguments {
    /// The query, by way of its URL. A part that a page would ignore is an error here.
    fn query(&self) -> Result<Query, CliError> {
        let text = self.query.join(" ");
        let mut pairs = vec![pair("q", &text), pair("page", &self.page.to_string())];
        pairs.extend(self.sort.iter().map(|sort| pair("sort", sort)));
        for facet in &self.facet {
            let (key, value) = facet.split_once('=').ok_or_else(|| refinement(facet, "it has no `=`"))?;
            pairs.push(pair(key, value));
        }
        let parsed = parse_query_string(&pairs.join("&"));
        match parsed.ignored.first() {
            Some(ignored) => Err(refinement(&ignored.part, ignored.reason.in_words(&ENGLISH.search))),
            None => Ok(parsed.query),
        }
    }
}

fn refinement(text: &str, reason: &str) -> CliError {
    let keys: Vec<&str> = Facet::ALL.iter().map(|facet| facet.key()).collect();
    let problem = format!("{reason}; write a facet and a value, such as `skill=Rust` (facets: {})", keys.join(", "));
    CliError::Refinement { text: text.to_owned(), problem }
}

fn as_json(index: &Index, query: &Query, results: &SearchResults, took_us: u64) -> Value {
    let facets: Map<String, Value> =
        results.facets.iter().map(|counts| (counts.facet.key().to_owned(), values_as_json(index, counts))).collect();
    let searched = searched_text(query, results);
    let leave_one_out: Map<String, Value> =
        results.leave_one_out.iter().map(|each| (each.facet.key().to_owned(), each.hit_count.into())).collect();
    json!({
        "hit_count": results.hit_count,
        "hits": results.hits.iter().map(|hit| hit_as_json(index, hit, &searched)).collect::<Vec<_>>(),
        "facets": facets,
        "undisclosed_salary": results.undisclosed_salary,
        "incomparable_salary": results.incomparable_salary,
        "corrections": results.corrections,
        "leave_one_out": leave_one_out,
        "took_us": took_us,
    })
}

fn hit_as_json(index: &Index, hit: &Hit, searched: &str) -> Value {
    let card = index.card(hit.doc);
    json!({
        "id": card.id.0,
        "slug": card.slug,
        "title": card.title,
        "company": card.hiring_organization.label(),
        "score": hit.score,
        "reasons": reasons(index, hit, searched),
    })
}

/// The searched text: corrections replace the typed words.
fn searched_text(query: &Query, results: &SearchResults) -> String {
    let used = |word: &str| {
        let correction = results.corrections.iter().find(|correction| correction.typed == word.to_lowercase());
        correction.map_or(word.to_owned(), |correction| correction.used.clone())
    };
    query.text.split_whitespace().map(used).collect::<Vec<_>>().join(" ")
}

/// The facets whose values the words name, and the parts of a job that contain the words. Cards have no description, so
/// that is inferred if no other part matches.
fn reasons(index: &Index, hit: &Hit, searched: &str) -> Vec<&'static str> {
    let card = index.card(hit.doc);
    let has = |(facet, value): &(Facet, &str)| index.facet_values(hit.doc, *facet).any(|of_job| of_job == *value);
    let stated = named_values(searched).into_iter().filter(has).map(|(facet, _)| facet.key());
    let matches = |text: &str| highlight(text, searched).iter().any(|run| run.is_match);
    let fields = [
        ("title", matches(&card.title)),
        ("skills", card.skills.iter().any(|skill| matches(skill))),
        ("company", matches(card.hiring_organization.label())),
        ("place", card.places.iter().any(|place| matches(place))),
    ];
    let matched = fields.into_iter().filter(|(_, is_match)| *is_match).map(|(name, _)| name);
    let matched: Vec<&str> = matched.chain(stated).collect();
    if matched.is_empty() && !searched.is_empty() { vec!["description"] } else { matched }
}

fn values_as_json(index: &Index, counts: &FacetCounts) -> Value {
    let value_as_json = |value: &FacetValue| {
        json!({
            "value": value.value,
            "label": value.label,
            "count": value.count,
            "refined": value.refined != Refined::No,
        })
    };
    counts.values(index).iter().map(value_as_json).collect()
}

fn as_text(index: &Index, query: &Query, results: &SearchResults, took_us: u64) -> String {
    let mut text = format!("{} in {:.1} ms\n", counted(results.hit_count, "job", "jobs"), took_us as f64 / 1e3);
    for correction in &results.corrections {
        text.push_str(&format!("Showing results for `{}` instead of `{}`\n", correction.used, correction.typed));
    }
    if query.choice(Facet::Salary).is_some() {
        let (undisclosed, incomparable) = (results.undisclosed_salary, results.incomparable_salary);
        text.push_str(&format!("Without stated pay: {undisclosed}; with pay in another currency: {incomparable}\n"));
    }
    if results.hits.is_empty() {
        text.push_str(&ways_out(results));
        return text;
    }
    let mut table = Table::with_heading(&["", "title", "company", "place", "posted", "id"]);
    for (place, hit) in results.hits.iter().enumerate() {
        let card = index.card(hit.doc);
        let rank = (query.page as usize * PAGE_SIZE + place + 1).to_string();
        let posted = card.date_posted.map(|date| date.to_string()).unwrap_or_default();
        let places = card.places.join(", ");
        table.row([&rank, &card.title, card.hiring_organization.label(), &places, &posted, &card.id.0]);
    }
    text.push_str(&format!("\n{}\n", table.to_text()));
    text.extend(
        results.facets.iter().filter(|counts| counts.value_count() > 0).map(|counts| facet_line(index, counts)),
    );
    text
}

/// The number of jobs after dropping each part of the search alone.
fn ways_out(results: &SearchResults) -> String {
    let without_text = results.without_text.map(|count| format!("without the words: {count}\n"));
    let without_facets =
        results.leave_one_out.iter().map(|each| format!("without {}: {}\n", each.facet.key(), each.hit_count));
    without_text.into_iter().chain(without_facets).collect()
}

fn facet_line(index: &Index, counts: &FacetCounts) -> String {
    let mut values = counts.first_values(index, VALUES_SHOWN);
    values.truncate(VALUES_SHOWN);
    let shown: Vec<String> = values.iter().map(|value| format!("{} {}", value.label, value.count)).collect();
    let more = counts.value_count() - shown.len();
    let more = if more > 0 { format!(", {more} more") } else { String::new() };
    format!("{}: {}{more}\n", counts.facet.label(&ENGLISH), plain(&shown.join(", ")))
}

/// A parameter of a query string, percent-encoded.
fn pair(key: &str, value: &str) -> String {
    format!("{}={}", encoded(key), encoded(value))
}
