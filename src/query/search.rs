//! The search itself: one pass over the jobs gives hits, every count, and every leave-one-out.

use super::{
    PAGE_SIZE, Query, Sort,
    matching::TextMatches,
    refine::{Group, groups},
    results::{Hit, LeaveOneOut, SearchResults},
    tally::Tally,
    words::Words,
};
use crate::index::{DocId, Index};

/// Jobs that match `query`, best first, with the counts for every facet. Expired jobs are in no result and no
/// count.
pub fn search(index: &Index, query: &Query) -> SearchResults {
    let words = Words::parse(&query.text);
    let matches = (!words.is_empty()).then(|| TextMatches::of(index, words, query.spelling));
    let pass = Pass::over(index, query, matches.as_ref());
    SearchResults {
        hit_count: pass.hits.len(),
        facets: pass.tally.facets(),
        leave_one_out: pass.leave_one_out(),
        without_text: matches.as_ref().map(|_| pass.hits.len() + pass.failing_text),
        undisclosed_salary: pass.tally.undisclosed_salary,
        experience_not_stated: pass.tally.experience_not_stated,
        salary_histogram: pass.tally.salary_histogram(),
        hits: page_of(index, query, pass.hits),
        corrections: matches.map(|matches| matches.corrections).unwrap_or_default(),
    }
}

/// What one pass over the jobs finds.
///
/// A job that fails nothing is a hit and counts for every facet. One that fails a single facet counts for the
/// values of that facet alone: those are the counts one would see there without that facet's refinements.
struct Pass<'a> {
    tally: Tally<'a>,
    hits: Vec<Hit>,
    /// Jobs that only the words keep out.
    failing_text: usize,
    /// Per facet refined, how many jobs it alone keeps out.
    failing_group: Vec<usize>,
    groups: Vec<Group>,
}

/// What keeps a job out.
enum Failure {
    Nothing,
    TextAlone,
    GroupAlone(usize),
    Several,
}

impl<'a> Pass<'a> {
    fn over(index: &'a Index, query: &'a Query, matches: Option<&TextMatches>) -> Self {
        let groups = groups(index, query);
        let (tally, failing_group) = (Tally::new(index, query), vec![0; groups.len()]);
        let mut pass = Self { tally, hits: Vec::new(), failing_text: 0, failing_group, groups };
        for doc in index.docs().filter(|doc| !index.is_expired(*doc)) {
            let score = matches.map_or(Some(0.0), |matches| matches.score(doc));
            pass.add(index, doc, score);
        }
        pass
    }

    fn add(&mut self, index: &Index, doc: DocId, score: Option<f32>) {
        match self.failure(index, doc, score) {
            Failure::Nothing => {
                self.tally.add(doc);
                self.hits.push(Hit { doc, score: score.unwrap_or_default() });
            }
            Failure::TextAlone => self.failing_text += 1,
            Failure::GroupAlone(at) => {
                self.failing_group[at] += 1;
                self.tally.add_to(self.groups[at].facet, doc);
            }
            Failure::Several => {}
        }
    }

    fn failure(&self, index: &Index, doc: DocId, score: Option<f32>) -> Failure {
        let mut failing = (0..self.groups.len()).filter(|at| !self.groups[*at].passes(index, doc));
        match (score, failing.next()) {
            (Some(_), None) => Failure::Nothing,
            (None, None) => Failure::TextAlone,
            (Some(_), Some(at)) if failing.next().is_none() => Failure::GroupAlone(at),
            _ => Failure::Several,
        }
    }

    fn leave_one_out(&self) -> Vec<LeaveOneOut> {
        let counted = self.groups.iter().zip(&self.failing_group);
        counted
            .map(|(group, failing)| LeaveOneOut { facet: group.facet, hit_count: self.hits.len() + failing })
            .collect()
    }
}

/// The hits of the page asked for, in order.
fn page_of(index: &Index, query: &Query, mut hits: Vec<Hit>) -> Vec<Hit> {
    let start = (query.page as usize).saturating_mul(PAGE_SIZE).min(hits.len());
    let end = start.saturating_add(PAGE_SIZE).min(hits.len());
    let order = |hit: &Hit| (std::cmp::Reverse(merit(index, query.sort, hit)), index.newest_rank(hit.doc));
    if end < hits.len() {
        hits.select_nth_unstable_by_key(end, order);
    }
    hits.truncate(end);
    hits.sort_unstable_by_key(order);
    hits.split_off(start)
}

/// What decides before the date does; more comes first.
fn merit(index: &Index, sort: Sort, hit: &Hit) -> u32 {
    match sort {
        // The bits of floats from 0 up sort as the floats do.
        Sort::Relevance => hit.score.to_bits(),
        Sort::Newest => 0,
        Sort::Salary => index.salary_top(hit.doc).unwrap_or(0),
    }
}
