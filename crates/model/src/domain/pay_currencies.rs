//! Counts jobs by the currency of their pay: to choose a board's default currency, and to find the pay that it can't
//! compare.

use std::{cmp::Reverse, collections::BTreeMap};

use super::{
    posting::JobPosting,
    salary::{Currency, Rates},
};
use crate::sorting::sort_by_key;

/// Number of jobs with pay in figures, by currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PayCurrencies {
    /// Most common currency first; equal counts in the order of their codes.
    counts: Vec<(Currency, usize)>,
}

impl PayCurrencies {
    /// Counts the currencies of these postings.
    pub fn of<'a>(postings: impl IntoIterator<Item = &'a JobPosting>) -> Self {
        let mut jobs: BTreeMap<Currency, usize> = BTreeMap::new();
        for range in postings.into_iter().filter_map(|posting| posting.base_salary.as_ref()?.range()) {
            *jobs.entry(range.currency()).or_default() += 1;
        }
        let mut counts: Vec<(Currency, usize)> = jobs.into_iter().collect();
        sort_by_key(&mut counts, |(_, count)| Reverse(*count));
        Self { counts }
    }

    /// The currency of most jobs' pay, and the number of those jobs.
    pub fn commonest(&self) -> Option<(Currency, usize)> {
        self.counts.first().copied()
    }

    /// Number of jobs that state their pay in figures.
    pub fn job_count(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    /// Currencies without a rate, whose pay can't be compared, and the number of jobs of each.
    pub fn without_rate(&self, rates: &Rates) -> Vec<(Currency, usize)> {
        let has_rate = |currency: &Currency| *currency == rates.board_currency || rates.worth.contains_key(currency);
        self.counts.iter().filter(|(currency, _)| !has_rate(currency)).copied().collect()
    }
}
