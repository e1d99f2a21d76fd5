//! Dates that one record can't tell by itself: the column tells which number is the month, and the build tells what an
//! age counts from.
//!
//! All records are read before any such date is decided. An age is resolved when its job is first seen, and stays that
//! day from build to build. A text that tells no day stays unread and is reported.

use std::collections::{BTreeMap, HashMap, HashSet};

use openroles_model::domain::{Date, JobId, JobPosting};

use super::{
    Origin, clean,
    dates::{self, Age, DayMonthOrder, SaidDay},
    earlier::EarlierJobs,
};
use crate::feed::{FeedId, RawPosting};

/// Something to report about a posting's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayNote {
    /// Identifier of the posting.
    pub id: JobId,
    /// The feed that contains it.
    pub feed: FeedId,
    /// What became of the text.
    pub kind: DayNoteKind,
    /// The record's text, cut to 60 characters.
    pub words: String,
}

/// What became of a text about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayNoteKind {
    /// It tells no day, or it is an age without a day to count from.
    Unread,
    /// It means one of two days, and no value in its column tells which.
    Ambiguous,
    /// It tells only a minimum age, which isn't a day.
    OpenEnded,
    /// It is an age, and this is the day.
    Counted(Date),
    /// It is an age in weeks, and this is roughly the day.
    CountedRoughly(Date),
}

/// A field for a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Column {
    Posted,
    Until,
    Recorded,
}

/// What one record says about its dates.
#[derive(Default)]
pub(super) struct SaidDays {
    /// The day it was posted, if the record states it directly.
    pub(super) date_posted: Option<Date>,
    /// The last day to apply, if the record states it directly.
    pub(super) valid_through: Option<Date>,
    posted: Option<Said>,
    until: Option<Said>,
    orders: Vec<(Column, DayMonthOrder)>,
}

/// A text that doesn't state a day directly.
#[derive(Clone)]
struct Said {
    feed: FeedId,
    column: Column,
    /// Its meaning; `None` if it tells no day.
    day: Option<SaidDay>,
    /// When the record was made, for ages.
    recorded: Option<SaidDay>,
    words: String,
}

/// Reads the dates of a record.
pub(super) fn read(raw: &RawPosting) -> SaidDays {
    let recorded = raw.recorded.as_deref().and_then(dates::said);
    let said = |column: Column, text: &Option<String>| {
        let Some(text) = text.as_deref().filter(|text| !text.trim().is_empty()) else { return (None, None) };
        match dates::said(text) {
            Some(SaidDay::Day(day)) => (Some(day), None),
            day => {
                (None, Some(Said { feed: raw.feed, column, day, recorded, words: clean::line(text, LONGEST_WORDS) }))
            }
        }
    };
    let mut days = SaidDays::default();
    (days.date_posted, days.posted) = said(Column::Posted, &raw.date_posted);
    (days.valid_through, days.until) = said(Column::Until, &raw.valid_through);
    let of = |said: &Option<Said>| said.as_ref().and_then(|said| said.day);
    let columns = [(Column::Posted, of(&days.posted)), (Column::Until, of(&days.until)), (Column::Recorded, recorded)];
    days.orders.extend(columns.into_iter().filter_map(|(column, day)| match day {
        Some(SaidDay::Numbers(numbers)) => Some((column, numbers.order()?)),
        _ => None,
    }));
    days
}

/// In characters. Longer texts are cut in reports.
const LONGEST_WORDS: usize = 60;

/// The board's undecided dates.
#[derive(Default)]
pub(super) struct Days {
    /// The order that numbers above 12 show for each column; `None` if they contradict each other.
    orders: HashMap<(FeedId, Column), Option<DayMonthOrder>>,
    /// Undecided texts, by the posting's index.
    open: BTreeMap<usize, Open>,
}

/// A posting's texts that are not decided yet.
#[derive(Default)]
struct Open {
    posted: Option<Said>,
    /// What each of its records says about the last day to apply.
    until: Vec<Said>,
}

impl Days {
    /// Learns the order of dates from a record, even from one that is rejected.
    pub(super) fn hear(&mut self, feed: FeedId, days: &SaidDays) {
        for (column, order) in &days.orders {
            let known = self.orders.entry((feed, *column)).or_insert(Some(*order));
            *known = known.filter(|known| known == order);
        }
    }

    /// Remembers the undecided dates of the posting that gets index `at`.
    pub(super) fn add(&mut self, at: usize, days: SaidDays) {
        if days.posted.is_some() || days.until.is_some() {
            self.open.insert(at, Open { posted: days.posted, until: days.until.into_iter().collect() });
        }
    }

    /// Adds what another record of the posting at `at` says about its missing dates.
    pub(super) fn complete(&mut self, at: usize, posting: &JobPosting, days: SaidDays) {
        let is_open = self.open.get(&at);
        let lacks_posted = posting.date_posted.is_none() && is_open.is_none_or(|open| open.posted.is_none());
        let lacks_until = posting.valid_through.is_none() && is_open.is_none_or(|open| open.until.is_empty());
        let (posted, until) = (days.posted.filter(|_said| lacks_posted), days.until.filter(|_said| lacks_until));
        if posted.is_some() || until.is_some() {
            let open = self.open.entry(at).or_default();
            open.posted = open.posted.take().or(posted);
            open.until.extend(until);
        }
    }

    /// Remembers what a duplicate says about the last day to apply. The latest day counts. If one of the records states
    /// no day, there is none. `before` is what the posting at `at` stated directly.
    pub(super) fn fold(&mut self, at: usize, before: Option<Date>, posting: &mut JobPosting, days: SaidDays) {
        let open = self.open.get(&at).map_or(0, |open| open.until.len());
        let is_silent = |day: Option<Date>, open: usize| day.is_none() && open == 0;
        let silent = is_silent(before, open) || is_silent(days.valid_through, usize::from(days.until.is_some()));
        if silent {
            self.open.entry(at).and_modify(|open| open.until.clear());
            posting.valid_through = None;
        } else if open > 0 || days.until.is_some() {
            posting.valid_through = before.max(days.valid_through);
            self.open.entry(at).or_default().until.extend(days.until);
        }
    }

    /// Decides all open dates, with `today` as the current day. Returns what to report, and the jobs whose posting date was
    /// computed from an age.
    pub(super) fn settle(
        self,
        postings: &mut [JobPosting],
        origins: &[Origin],
        earlier: &EarlierJobs,
        today: Option<Date>,
    ) -> (Vec<DayNote>, HashSet<JobId>) {
        let Self { orders, open } = self;
        let (mut notes, mut counted) = (Vec::new(), HashSet::new());
        for (at, Open { posted, until }) in open {
            let (Some(posting), Some(origin)) = (postings.get_mut(at), origins.get(at)) else { continue };
            let known = earlier.same(posting, &posting.id, origin.feed).and_then(|job| job.date_posted);
            let mut note = |said: &Said, (day, kind): (Option<Date>, Option<DayNoteKind>)| {
                let (id, feed, words) = (posting.id.clone(), origin.feed, said.words.clone());
                notes.extend(kind.map(|kind| DayNote { id, feed, kind, words }));
                day
            };
            if let Some(said) = posted {
                counted.extend(matches!(said.day, Some(SaidDay::Age(_))).then(|| posting.id.clone()));
                posting.date_posted = note(&said, said.settled(&orders, known, today));
            }
            for said in until {
                let day = note(&said, said.settled(&orders, None, None));
                posting.valid_through = posting.valid_through.max(day);
            }
        }
        (notes, counted)
    }
}

/// The order of day and month in each column of each feed.
type Orders = HashMap<(FeedId, Column), Option<DayMonthOrder>>;

impl Said {
    /// The day, and what to report. `known` is the day that an earlier build decided on.
    fn settled(
        &self,
        orders: &Orders,
        known: Option<Date>,
        today: Option<Date>,
    ) -> (Option<Date>, Option<DayNoteKind>) {
        let order = |column: Column| orders.get(&(self.feed, column)).copied().flatten();
        let (days, is_rough) = match self.day {
            None => return (None, Some(DayNoteKind::Unread)),
            Some(SaidDay::Day(day)) => return (Some(day), None),
            Some(SaidDay::Numbers(numbers)) => {
                let day = numbers.in_order(order(self.column));
                return (day, day.is_none().then_some(DayNoteKind::Ambiguous));
            }
            Some(SaidDay::Age(Age::AtLeast)) => return (known, Some(DayNoteKind::OpenEnded)),
            Some(SaidDay::Age(Age::Days(days))) => (days, false),
            Some(SaidDay::Age(Age::About(days))) => (days, true),
        };
        let recorded = match self.recorded {
            Some(SaidDay::Day(day)) => Some(day),
            Some(SaidDay::Numbers(numbers)) => numbers.in_order(order(Column::Recorded)),
            Some(SaidDay::Age(_)) | None => None,
        };
        let counted = || Some(recorded.or(today)?.plus_days(-days));
        let Some(day) = known.or_else(counted) else { return (None, Some(DayNoteKind::Unread)) };
        let kind = if is_rough { DayNoteKind::CountedRoughly(day) } else { DayNoteKind::Counted(day) };
        (Some(day), Some(kind))
    }
}
