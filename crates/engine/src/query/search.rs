//! The search: combines what the words match with what each facet's refinements allow.

use openroles_model::{facets::Facet, sorting::sort};

use super::{
    PAGE_SIZE, Query, Sort,
    matching::TextMatches,
    refine::{Group, groups, ordered_groups},
    results::{Hit, LeaveOneOut, SearchResults},
    tally::Tally,
    words::QueryWords,
};
use crate::{
    index::{ChunkId, DocId, DocSet, Index},
    ranking::{Merit, rank},
};

/// Jobs that match `query`, best first, with the counts for every facet. Expired jobs are in neither the results
/// nor the counts.
pub fn search(index: &Index, query: &Query) -> SearchResults {
    let words = QueryWords::parse(&query.text);
    let matches = (!words.is_empty()).then(|| TextMatches::of(index, &words, query.spelling));
    let sieve = Sieve::of(index, query, matches.as_ref());
    let hits = sieve.hits();
    let (hit_count, page) = (hits.len(), page_of(index, query, &hits, matches.as_ref()));
    let without = sieve.without_each();
    let leave_one_out =
        without.iter().map(|(facet, docs)| LeaveOneOut { facet: *facet, hit_count: docs.len() }).collect();
    let tally = Tally::of(index, query, without, hits);
    SearchResults {
        hit_count,
        facets: tally.facets(),
        leave_one_out,
        without_text: matches.is_some().then(|| sieve.without_text(index).len()),
        undisclosed_salary: tally.undisclosed_salary(),
        incomparable_salary: tally.incomparable_salary(),
        experience_not_stated: tally.experience_not_stated(),
        salary_histogram: tally.salary_histogram(),
        missing: missing_chunks(index, query, matches.as_ref(), &page),
        hits: page,
        corrections: matches.map(|matches| matches.corrections).unwrap_or_default(),
    }
}

/// Number of jobs and the newest of them, for a page without facet counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstHits {
    /// Number of jobs.
    pub hit_count: usize,
    /// The newest of them, newest first.
    pub docs: Vec<DocId>,
}

/// The newest `at_most` jobs that the refinements of `query` allow; its words, page, and order are ignored.
/// Efficient for thousands of queries.
pub fn newest(index: &Index, query: &Query, at_most: usize) -> FirstHits {
    let hits = Sieve::of(index, query, None).hits();
    // Jobs are numbered from newest to oldest.
    FirstHits { hit_count: hits.len(), docs: hits.iter().take(at_most).collect() }
}

/// Number of jobs that match; `None` if words of the query aren't loaded.
pub(super) fn hit_count(index: &Index, query: &Query) -> Option<usize> {
    let words = QueryWords::parse(&query.text);
    let matches = (!words.is_empty()).then(|| TextMatches::of(index, &words, query.spelling));
    let is_known = matches.as_ref().is_none_or(|matches| matches.missing.is_empty());
    is_known.then(|| Sieve::of(index, query, matches.as_ref()).hits().len())
}

/// Chunks to load before the results are complete: those for the words and the order, or if there are none, those for the
/// cards of the page.
fn missing_chunks(index: &Index, query: &Query, matches: Option<&TextMatches>, page: &[Hit]) -> Vec<ChunkId> {
    let mut missing = matches.map(|matches| matches.missing.clone()).unwrap_or_default();
    if query.sort == Sort::Added {
        missing.extend(index.missing_first_seen());
    }
    if missing.is_empty() {
        missing.extend(page.iter().filter_map(|hit| index.loaded_card(hit.doc).err()));
    }
    distinct(missing)
}

fn distinct(mut chunks: Vec<ChunkId>) -> Vec<ChunkId> {
    sort(&mut chunks);
    chunks.dedup();
    chunks
}

/// Jobs that each part of a query allows.
struct Sieve {
    /// Open jobs that match the words.
    matching: DocSet,
    groups: Vec<Group>,
}

impl Sieve {
    fn of(index: &Index, query: &Query, matches: Option<&TextMatches>) -> Self {
        let mut matching = index.live().clone();
        if let Some(matches) = matches {
            matching.intersect(matches.docs());
        }
        Self { matching, groups: groups(index, query) }
    }

    fn hits(&self) -> DocSet {
        self.groups_within(&self.matching, None)
    }

    /// For each refined facet, the hits without its refinements.
    fn without_each(&self) -> Vec<(Facet, DocSet)> {
        let facets = self.groups.iter().map(|group| group.facet);
        facets.map(|facet| (facet, self.groups_within(&self.matching, Some(facet)))).collect()
    }

    fn without_text(&self, index: &Index) -> DocSet {
        self.groups_within(index.live(), None)
    }

    /// Jobs of `docs` that all groups allow, except the group of the facet `dropped`.
    fn groups_within(&self, docs: &DocSet, dropped: Option<Facet>) -> DocSet {
        let mut docs = docs.clone();
        let kept = self.groups.iter().filter(|group| Some(group.facet) != dropped);
        kept.for_each(|group| docs.intersect(&group.passing));
        docs
    }
}

/// Hits of the requested page, in order.
fn page_of(index: &Index, query: &Query, hits: &DocSet, matches: Option<&TextMatches>) -> Vec<Hit> {
    let mut start = (query.page as usize).saturating_mul(PAGE_SIZE);
    let score = |doc| matches.map_or(0.0, |matches| matches.score(doc));
    let mut page = Vec::new();
    for group in ordered_groups(index, query, hits) {
        let wanted = PAGE_SIZE - page.len();
        let docs = match matches {
            // Jobs are numbered from newest to oldest.
            None if matches!(query.sort, Sort::Relevance | Sort::Newest) => {
                group.iter().skip(start).take(wanted).collect()
            }
            _ => best_of(&group, start, wanted, |doc| rank(merit(index, query.sort, doc, score(doc)), doc.0)),
        };
        page.extend(docs.into_iter().map(|doc| Hit { doc, score: score(doc) }));
        start = start.saturating_sub(group.len());
    }
    page
}

/// Jobs of lowest rank, from the one at `start`, at most `count`.
fn best_of(group: &DocSet, start: usize, count: usize, rank: impl Fn(DocId) -> u64) -> Vec<DocId> {
    let mut first = FirstRanks::new(start.saturating_add(count));
    if count > 0 && start < group.len() {
        group.iter().for_each(|doc| first.push(rank(doc), doc));
    }
    first.sorted().into_iter().skip(start).collect()
}

fn merit(index: &Index, sort: Sort, doc: DocId, score: f32) -> Merit {
    match sort {
        Sort::Relevance => Merit::Score(score),
        Sort::Newest => Merit::Day,
        Sort::Added => index.first_build(doc).map_or(Merit::Day, |build| Merit::Build(build.number.0)),
        Sort::Salary => Merit::Salary(index.salary_top(doc).unwrap_or(0)),
    }
}

/// Keeps the `count` lowest of many ranks without sorting the others.
struct FirstRanks {
    count: usize,
    kept: Vec<(u64, DocId)>,
    /// Ranks from here on can be ignored.
    limit: u64,
}

impl FirstRanks {
    fn new(count: usize) -> Self {
        Self { count, kept: Vec::new(), limit: u64::MAX }
    }

    fn push(&mut self, rank: u64, doc: DocId) {
        if rank < self.limit {
            self.kept.push((rank, doc));
            // Dropping the worse half whenever the list is full takes constant time per hit.
            if self.kept.len() >= self.count.saturating_mul(2) {
                self.drop_worse();
            }
        }
    }

    fn drop_worse(&mut self) {
        if self.kept.len() > self.count {
            let (_, (limit, _), _) = self.kept.select_nth_unstable(self.count);
            self.limit = *limit;
            self.kept.truncate(self.count);
        }
    }

    fn sorted(mut self) -> Vec<DocId> {
        self.drop_worse();
        sort(&mut self.kept);
        self.kept.into_iter().map(|(_, doc)| doc).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_ranks_are_those_a_full_sort_puts_first(
            ranks in prop::collection::btree_set(0..10_000_u64, 0..200), count in 1..30_usize, turn in 0..200_usize,
        ) {
            let mut shuffled: Vec<u64> = ranks.iter().copied().collect();
            shuffled.rotate_left(turn.min(ranks.len()));
            let mut first = FirstRanks::new(count);
            shuffled.iter().for_each(|rank| first.push(*rank, DocId(*rank as u32)));
            let expected: Vec<DocId> = ranks.iter().take(count).map(|rank| DocId(*rank as u32)).collect();
            prop_assert_eq!(first.sorted(), expected);
        }
    }
}
