//! What a line of work is.

use super::companies::Sector;

/// One line of work: its titles, its words, and its pay.
pub(super) struct SampleRole {
    /// Titles without a level: `Accountant`.
    pub(super) nouns: &'static [&'static str],
    /// The words for its levels.
    pub(super) ladder: Ladder,
    /// The feed's `department`.
    pub(super) department: &'static str,
    /// The only industry that employs it, if there is only one.
    pub(super) sector: Option<Sector>,
    /// What a junior earns in India, in thousands of rupees a year.
    pub(super) entry_thousands: u64,
    /// Percentage of postings that state pay by the month.
    pub(super) monthly_percent: u64,
    /// Percentage of postings that are remote.
    pub(super) remote_percent: u64,
    /// What the work is about, in lower case as in running text.
    pub(super) fields: &'static [&'static str],
    /// Skills, most wanted first; at least nine.
    pub(super) skills: &'static [&'static str],
    /// Daily duties, in the imperative.
    pub(super) duties: &'static [&'static str],
    /// What applicants must bring, besides skills.
    pub(super) needs: &'static [&'static str],
}

/// The words for levels in a line of work.
#[derive(Clone, Copy)]
pub(super) enum Ladder {
    /// `Junior …`, `Senior …`, `Principal …`.
    Engineering,
    /// `Associate …`, `Senior …`, `Group …`.
    Business,
    /// `Trainee …`, `Assistant …`, `Chief …`.
    Practice,
}
