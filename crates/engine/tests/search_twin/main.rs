//! Compares the search with its twin, which computes the same results from the definition, one posting at a time.
//!
//! The twin reads postings instead of an index. The only code it shares with the search is the analyzer.

mod asked;
mod board;
mod twin;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use asked::{Asked, Said, asked};
use board::{Job, jobs, jobs_of, rates, today};
use openroles_engine::{
    index::{BuildNumber, ChunkId, DataFiles, FirstBuild, Index, IndexContents, WrittenIndex, write_after},
    query::{Query, Refined, SearchResults, Sort, Spelling, parse_query_string, search},
};
use openroles_model::{
    domain::{JobId, JobPosting, Organization},
    facets::Facet,
};
use proptest::{
    prelude::*,
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use twin::{Twin, states_pay, top};

/// A board as written, and the same board fully opened.
struct WrittenBoard {
    written: WrittenIndex,
    whole: Index,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, max_shrink_iters: 2_000, ..ProptestConfig::default() })]
    #[test]
    fn a_search_answers_as_its_definition(jobs in jobs(), asked in prop::collection::vec(asked(), 20)) {
        let board = board_of(&jobs);
        for asked in &asked {
            check(&board.whole, &jobs, asked);
            check_piece_by_piece(&board, asked);
        }
    }

    #[test]
    fn a_search_answers_alike_from_its_url(jobs in jobs(), asked in asked()) {
        let index = board_of(&jobs).whole;
        let parsed = parse_query_string(&asked.query.to_query_string());
        prop_assert_eq!(&parsed.query, &asked.query);
        prop_assert_eq!(search(&index, &parsed.query), search(&index, &asked.query));
    }
}

/// Size of the board of a large company or a small country.
const MANY: usize = 20_000;

#[test]
fn a_search_among_many_jobs_answers_as_its_definition() {
    let jobs = generated(&jobs_of(MANY..MANY + 1));
    let board = board_of(&jobs);
    for part in ["dictionary", "terms", "positions", "prefix", "cards", "first-seen"] {
        assert!(board.written.chunks.iter().any(|chunk| chunk.part == part), "no chunk of {part}");
    }
    for asked in generated(&prop::collection::vec(asked(), 40)) {
        check(&board.whole, &jobs, &asked);
        check_piece_by_piece(&board, &asked);
    }
}

/// Generates a value, which is the same in every run.
fn generated<S: Strategy>(strategy: &S) -> S::Value {
    let tree = strategy.new_tree(&mut TestRunner::deterministic());
    tree.expect("these strategies refuse nothing").current()
}

fn board_of(jobs: &[Job]) -> WrittenBoard {
    let postings: Vec<JobPosting> = jobs.iter().map(|job| job.posting.clone()).collect();
    let organizations: Vec<Organization> = jobs.iter().filter_map(|job| job.organization.clone()).collect();
    let contents = IndexContents::of(&postings, &organizations, &rates());
    let numbers: BTreeMap<&JobId, u32> = jobs.iter().map(|job| (&job.posting.id, job.build)).collect();
    let builds: Vec<FirstBuild> = contents.job_ids().map(|id| build(numbers[id])).collect();
    let written = write_after(&contents, &builds, DataFiles::Small);
    WrittenBoard { whole: Index::from_written(&written, today()).expect("just written"), written }
}

/// Build with this number, one a day.
fn build(number: u32) -> FirstBuild {
    FirstBuild { number: BuildNumber(number), day: today().plus_days(number as i32 - 10) }
}

/// A search that loads only the chunks it reports as missing has the same results as one on the whole index.
fn check_piece_by_piece(board: &WrittenBoard, asked: &Asked) {
    let index = Index::open(&board.written.columns.bytes, today()).expect("just written");
    let mut index = index.with_first_seen(board.written.first_seen.as_deref()).expect("just written");
    loop {
        let results = search(&index, &asked.query);
        if results.missing.is_empty() {
            assert_eq!(results, search(&board.whole, &asked.query));
            return;
        }
        let bytes = |id: ChunkId| {
            let name = index.chunk_file(id).expect("a search names chunks there are");
            board.written.chunks.iter().find(|chunk| chunk.name == name).map(|chunk| &chunk.bytes).expect("written")
        };
        index = index.with_chunks(results.missing.iter().map(|id| (*id, bytes(*id)))).expect("just written");
    }
}

fn check(index: &Index, jobs: &[Job], asked: &Asked) {
    let results = search(index, &asked.query);
    let twin = Twin::new(jobs, as_searched(&asked.said, &results), &asked.query);
    check_corrections(jobs, asked, &results);
    check_hits(index, &twin, &results);
    check_facets(index, &twin, &results);
    check_alternatives(&twin, &results);
    assert_eq!(results.salary_histogram.counts, twin.histogram(), "histogram");
    assert_eq!(u64::from(results.salary_histogram.step), twin.scale().0, "step");
}

/// Text of the query, with the corrections that the search reports.
fn as_searched(said: &[Said], results: &SearchResults) -> Vec<Said> {
    let used = |word: &String| {
        let correction = results.corrections.iter().find(|correction| correction.typed == *word);
        correction.map_or_else(|| word.clone(), |correction| correction.used.clone())
    };
    let searched = |said: &Said| match said {
        Said::Word(word) => Said::Word(used(word)),
        _ => said.clone(),
    };
    said.iter().map(searched).collect()
}

/// A word is corrected only if it occurs in at most two open jobs, and only if corrections are on.
fn check_corrections(jobs: &[Job], asked: &Asked, results: &SearchResults) {
    assert!(asked.query.spelling == Spelling::Corrected || results.corrections.is_empty());
    for correction in &results.corrections {
        let said = vec![Said::Word(correction.typed.clone()), Said::Phrase(Vec::new())];
        let hits = Twin::new(jobs, said, &Query::default()).matching(None, true).len();
        assert!(hits <= 2, "{correction:?}, but {hits} jobs match");
    }
}

/// All pages together contain the jobs that match, in order.
fn check_hits(index: &Index, twin: &Twin, results: &SearchResults) {
    let mut expected: Vec<&Job> = twin.matching(None, true);
    assert_eq!(results.hit_count, expected.len(), "hit count");
    let pages = (0..results.page_count() as u32).map(|page| search(index, &twin.query.with_page(page)).hits);
    let hits: Vec<_> = pages.flatten().collect();
    let id = |doc| &index.card(doc).id;
    let scores: BTreeMap<&JobId, u32> = hits.iter().map(|hit| (id(hit.doc), hit.score.to_bits())).collect();
    let group = |job: &Job| match twin.query.sort {
        Sort::Relevance if twin.is_salary_asked() => Twin::salary_group(job),
        _ => 0,
    };
    expected.sort_by_key(|job| {
        let merit = match twin.query.sort {
            Sort::Relevance => scores.get(&job.posting.id).copied().unwrap_or(0),
            Sort::Newest => 0,
            Sort::Added => job.build,
            Sort::Salary => top(job).unwrap_or(0),
        };
        (group(job), Reverse((merit, job.posting.date_posted)), &job.posting.id)
    });
    let expected: Vec<&JobId> = expected.iter().map(|job| &job.posting.id).collect();
    assert_eq!(hits.iter().map(|hit| id(hit.doc)).collect::<Vec<_>>(), expected, "hits");
}

/// Facets have every value with its count, and mark the values that the query names.
fn check_facets(index: &Index, twin: &Twin, results: &SearchResults) {
    assert_eq!(results.facets.iter().map(|counts| counts.facet).collect::<Vec<_>>(), Facet::ALL);
    for counts in &results.facets {
        let values = counts.values(index);
        let found: BTreeMap<String, usize> = values.iter().map(|value| (value.value.clone(), value.count)).collect();
        assert_eq!(found.len(), values.len(), "{:?} lists a value twice", counts.facet);
        assert_eq!(counts.value_count(), values.len(), "{:?}", counts.facet);
        assert_eq!(found, twin.counts(counts.facet), "{:?}", counts.facet);
        let refined = values.iter().filter(|value| value.refined != Refined::No);
        let refined: BTreeSet<String> = refined.map(|value| value.value.clone()).collect();
        assert_eq!(refined, twin.asked(counts.facet), "{:?}", counts.facet);
    }
}

/// Counts without one condition of the query are right.
fn check_alternatives(twin: &Twin, results: &SearchResults) {
    let without: BTreeMap<Facet, usize> = results.leave_one_out.iter().map(|one| (one.facet, one.hit_count)).collect();
    let refined = twin.refined();
    assert_eq!(without, refined.map(|facet| (*facet, twin.matching(Some(*facet), true).len())).collect());
    let without_text = (!twin.said.is_empty()).then(|| twin.matching(None, false).len());
    assert_eq!(results.without_text, without_text, "without text");
    let without_salary = twin.matching(Some(Facet::Salary), true);
    let (stated, undisclosed): (Vec<&Job>, Vec<&Job>) = without_salary.into_iter().partition(|job| states_pay(job));
    assert_eq!(results.undisclosed_salary, undisclosed.len(), "undisclosed");
    let incomparable = stated.into_iter().filter(|job| top(job).is_none());
    assert_eq!(results.incomparable_salary, incomparable.count(), "incomparable");
    let not_stated =
        twin.matching(Some(Facet::Experience), true).into_iter().filter(|job| job.posting.experience.is_none());
    assert_eq!(results.experience_not_stated, not_stated.count(), "not stated");
}
