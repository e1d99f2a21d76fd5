//! Data for the embeddable widget: the short list that it shows first, and the results of its searches.
//!
//! `openroles build` creates the list, and the engine in the browser creates the results. Both use the same types, so a
//! job looks the same in both. The scripts in `public/embed` display them.

use std::collections::BTreeMap;

use openroles_model::{
    domain::{BoardSettings, Date, JobCard},
    facets::Facet,
    text::{PreviewKey, other_names},
};
use serde::Serialize;

use crate::{
    index::{ChunkId, DocId, Index},
    query::{Correction, PAGE_SIZE, Query, search},
};

/// Version of the list's format. The widget rejects lists of any other version.
pub const LIST_FORMAT: u32 = 2;

/// Most jobs in a list. This many take a few kilobytes, which every visitor of the page loads.
pub const JOBS_IN_LIST: usize = 100;

/// The newest open jobs of a company or of a whole board.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WidgetList<'a> {
    format: u32,
    /// Name of the board.
    board: &'a str,
    /// Number of open jobs, including those not in `jobs`.
    total: usize,
    /// Last days to apply of the jobs not in `jobs`, each with the number of jobs that close then, in ascending order.
    rest: Vec<(Date, usize)>,
    /// For each facet, its values in the list. Each value has several names: as in URLs, as displayed, and then any
    /// others.
    facets: BTreeMap<&'static str, Vec<Vec<String>>>,
    /// Newest first.
    jobs: Vec<ListedJob<'a>>,
}

/// A job, with the values it can be filtered by.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct ListedJob<'a> {
    #[serde(flatten)]
    card: WidgetCard<'a>,
    #[serde(flatten)]
    key: PreviewKey,
    /// Top of the pay per year in the board's currency, to sort by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pay: Option<u32>,
    /// For each facet, positions of the job's values in [`WidgetList::facets`].
    #[serde(rename = "in")]
    values: BTreeMap<&'static str, Vec<usize>>,
}

/// What the widget shows of a job.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WidgetCard<'a> {
    slug: &'a str,
    title: &'a str,
    company: &'a str,
    #[serde(skip_serializing_if = "String::is_empty")]
    place: String,
    #[serde(rename = "type", skip_serializing_if = "String::is_empty")]
    employment: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    salary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    posted: Option<Date>,
    /// Last day to apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Date>,
}

impl<'a> WidgetList<'a> {
    /// Creates the list. `docs` must be open jobs with loaded cards, newest first.
    pub fn of(index: &'a Index, board: &'a BoardSettings, docs: &[DocId]) -> Self {
        let (listed, others) = docs.split_at(docs.len().min(JOBS_IN_LIST));
        let mut facets = BTreeMap::new();
        let jobs = listed.iter().map(|doc| ListedJob::of(index, *doc, &mut facets)).collect();
        let mut rest = BTreeMap::new();
        for last in others.iter().filter_map(|doc| index.card(*doc).valid_through) {
            *rest.entry(last).or_insert(0) += 1;
        }
        let rest = rest.into_iter().collect();
        Self { format: LIST_FORMAT, board: &board.name, total: docs.len(), rest, facets, jobs }
    }
}

impl<'a> ListedJob<'a> {
    fn of(index: &'a Index, doc: DocId, facets: &mut BTreeMap<&'static str, Vec<Vec<String>>>) -> Self {
        let mut values: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
        for facet in Facet::of_widget() {
            let known = facets.entry(facet.key()).or_default();
            for value in index.facet_values(doc, facet) {
                let at = known.iter().position(|names| names[0] == value).unwrap_or_else(|| {
                    known.push(value_names(value, &index.value_label(facet, value)));
                    known.len() - 1
                });
                values.entry(facet.key()).or_default().push(at);
            }
        }
        let card = WidgetCard::of(index, doc, index.card(doc));
        let skills = index.facet_values(doc, Facet::Skill);
        let key = PreviewKey::of([card.title, &card.place].into_iter().chain(skills));
        Self { card, key, pay: index.salary_top(doc), values }
    }
}

/// Names of a value: as in URLs, as displayed, and then any others.
fn value_names(value: &str, label: &str) -> Vec<String> {
    let mut names = vec![value.to_owned(), label.to_owned()];
    for other in other_names(value).into_iter().chain(other_names(label)) {
        if !names.contains(&other) {
            names.push(other);
        }
    }
    names
}

impl<'a> WidgetCard<'a> {
    fn of(index: &'a Index, doc: DocId, card: &'a JobCard) -> Self {
        let words = index.words();
        Self {
            slug: card.slug.as_str(),
            title: &card.title,
            company: card.hiring_organization.label(),
            place: card.place_words(words),
            employment: card.employment_words(words),
            salary: card.base_salary.as_ref().map(|salary| salary.in_words(words)),
            department: index.facet_values(doc, Facet::Department).next(),
            posted: card.date_posted,
            until: card.valid_through,
        }
    }
}

/// Results of a search in the widget.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WidgetAnswer<'a> {
    /// Number of jobs that match.
    total: usize,
    /// Number of jobs that match the filters that the host page locks.
    all: usize,
    /// The first jobs that match, best first.
    jobs: Vec<WidgetCard<'a>>,
    /// For each facet, its values, each as in URLs and as displayed, with its number of jobs.
    facets: BTreeMap<&'static str, Vec<([String; 2], usize)>>,
    /// Words that were corrected.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<Correction>,
    /// Chunks to load before the results are complete.
    #[serde(skip)]
    pub missing: Vec<ChunkId>,
}

impl<'a> WidgetAnswer<'a> {
    /// The first `count` jobs that match `query`, which must include all conditions of `locked`.
    pub fn of(index: &'a Index, query: &Query, locked: &Query, count: usize) -> Self {
        let first = search(index, query);
        let known = Facet::of_widget();
        let mut answer = Self {
            total: first.hit_count,
            all: search(index, locked).hit_count,
            jobs: Vec::new(),
            facets: known.iter().map(|facet| (facet.key(), Vec::new())).collect(),
            corrections: first.corrections.clone(),
            missing: first.missing.clone(),
        };
        for counts in first.facets.iter().filter(|counts| known.contains(&counts.facet)) {
            let values = counts.values(index).into_iter().map(|value| ([value.value, value.label], value.count));
            answer.facets.insert(counts.facet.key(), values.collect());
        }
        let pages = count.min(first.hit_count).div_ceil(PAGE_SIZE);
        let further = (1..pages).map(|page| search(index, &query.with_page(page as u32)));
        for results in std::iter::once(first).chain(further) {
            for hit in &results.hits {
                match index.loaded_card(hit.doc) {
                    Ok(card) => answer.jobs.push(WidgetCard::of(index, hit.doc, card)),
                    Err(chunk) => answer.missing.push(chunk),
                }
            }
        }
        answer.missing.sort_unstable();
        answer.missing.dedup();
        answer.jobs.truncate(count);
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::fixture::{index, posting};

    fn json<T: Serialize>(value: &T) -> serde_json::Value {
        serde_json::to_value(value).expect("plain values")
    }

    #[test]
    fn a_list_says_of_each_job_what_a_card_shows_and_what_it_can_be_refined_by() {
        let index = index(&[
            posting("Rust engineer").posted_days_ago(0).in_city("Pune").with_skills(&["Rust"]).paying(2e6),
            posting("Baker").posted_days_ago(3).open_for_days(9),
        ]);
        let board = BoardSettings::named("Jobs");
        let docs: Vec<DocId> = index.docs().collect();
        let list = json(&WidgetList::of(&index, &board, &docs));
        assert_eq!(list["total"], 2);
        assert_eq!(list["jobs"][0]["title"], "Rust engineer");
        assert_eq!(list["jobs"][0]["place"], "Pune");
        assert_eq!(list["jobs"][1]["until"].as_i64(), Some(i64::from(index.now().plus_days(9).days())));
        let at = list["jobs"][0]["in"]["skill"][0].as_u64().expect("a skill") as usize;
        assert_eq!(list["facets"]["skill"][at][1], "Rust");
        assert_eq!(list["jobs"][1]["in"].get("skill"), None);
    }

    #[test]
    fn a_list_holds_the_words_of_title_place_and_skills_as_the_analyzer_has_them() {
        let index =
            index(&[posting("Café manager (हिन्दी)").in_city("Pune").with_skills(&["C++"]).described("Secret.")]);
        let (board, docs) = (BoardSettings::named("Jobs"), index.docs().collect::<Vec<_>>());
        let list = json(&WidgetList::of(&index, &board, &docs));
        assert_eq!(list["jobs"][0]["key"], "cafe café manager हिन्दी pune c++");
        assert_eq!(list["jobs"][0].get("runs"), None);
        assert_eq!(list["facets"]["location"][0], serde_json::json!(["pune", "Pune", "poona"]));
    }

    #[test]
    fn a_search_says_what_it_corrected() {
        let index = index(&[posting("Account executive"), posting("Baker")]);
        let query = Query::default().with_text("exceutive");
        let answer = json(&WidgetAnswer::of(&index, &query, &Query::default(), 20));
        assert_eq!(answer["corrections"], serde_json::json!([{ "typed": "exceutive", "used": "executive" }]));
        let as_typed = query.with_spelling(crate::query::Spelling::AsTyped);
        let answer = json(&WidgetAnswer::of(&index, &as_typed, &Query::default(), 20));
        assert_eq!((answer["total"].as_u64(), answer.get("corrections")), (Some(0), None));
    }

    #[test]
    fn a_long_list_is_cut_and_says_how_many_more_there_are_and_when_they_close() {
        let mut postings: Vec<_> = (0..JOBS_IN_LIST).map(|_| posting("New").posted_days_ago(0)).collect();
        postings.push(posting("Old").posted_days_ago(9).open_for_days(5));
        let index = index(&postings);
        let board = BoardSettings::named("Jobs");
        let docs: Vec<DocId> = index.docs().collect();
        let list = WidgetList::of(&index, &board, &docs);
        assert_eq!((list.total, list.jobs.len()), (JOBS_IN_LIST + 1, JOBS_IN_LIST));
        assert_eq!(list.rest, [(index.now().plus_days(5), 1)]);
    }

    #[test]
    fn a_search_answers_with_the_cards_of_the_list() {
        let index =
            index(&[posting("Rust engineer").in_city("Pune"), posting("Baker"), posting("Rust lead").at("Globex")]);
        let (board, docs) = (BoardSettings::named("Jobs"), index.docs().collect::<Vec<_>>());
        let list = json(&WidgetList::of(&index, &board, &docs));
        let locked = crate::query::parse_query_string("company=acme").query;
        let answer = WidgetAnswer::of(&index, &locked.with_text("rust"), &locked, 20);
        assert!(answer.missing.is_empty());
        let answer = json(&answer);
        assert_eq!((answer["total"].as_u64(), answer["all"].as_u64()), (Some(1), Some(2)));
        let title = &answer["jobs"][0]["title"];
        let listed = list["jobs"].as_array().and_then(|jobs| jobs.iter().find(|job| job["title"] == *title));
        for (name, value) in answer["jobs"][0].as_object().expect("a card") {
            assert_eq!(listed.and_then(|job| job.get(name)), Some(value), "{name}");
        }
    }

    #[test]
    fn an_answer_holds_as_many_jobs_as_are_asked_for() {
        let index = index(&(0..50).map(|_| posting("Baker")).collect::<Vec<_>>());
        for (count, expected) in [(5, 5), (20, 20), (45, 45), (80, 50)] {
            let answer = WidgetAnswer::of(&index, &Query::default(), &Query::default(), count);
            assert_eq!((answer.jobs.len(), answer.total), (expected, 50));
        }
    }
}
