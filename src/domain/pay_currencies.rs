//! The currencies that jobs state their pay in, and how many jobs each: what a board compares pay in by default, and
//! which pay it cannot compare.

use std::{cmp::Reverse, collections::BTreeMap};

use super::{
    posting::JobPosting,
    salary::{Currency, Rates},
};
use crate::sorting::sort_by_key;

/// How many jobs state their pay in figures, by currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PayCurrencies {
    /// The commonest first; equally common ones by their codes.
    counts: Vec<(Currency, usize)>,
}

impl PayCurrencies {
    /// Counts those of postings.
    pub fn of<'a>(postings: impl IntoIterator<Item = &'a JobPosting>) -> Self {
        let mut jobs: BTreeMap<Currency, usize> = BTreeMap::new();
        for range in postings.into_iter().filter_map(|posting| posting.base_salary.as_ref()?.range()) {
            *jobs.entry(range.currency()).or_default() += 1;
        }
        let mut counts: Vec<(Currency, usize)> = jobs.into_iter().collect();
        sort_by_key(&mut counts, |(_, count)| Reverse(*count));
        Self { counts }
    }

    /// The currency that most jobs state their pay in, and how many do.
    pub fn commonest(&self) -> Option<(Currency, usize)> {
        self.counts.first().copied()
    }

    /// Jobs that state their pay in figures.
    pub fn job_count(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    /// The currencies that cannot be compared, as they lack a rate.
    pub fn without_rate(&self, rates: &Rates) -> Vec<(Currency, usize)> {
        let has_rate = |currency: &Currency| *currency == rates.board_currency || rates.worth.contains_key(currency);
        self.counts.iter().filter(|(currency, _)| !has_rate(currency)).copied().collect()
    }
}
