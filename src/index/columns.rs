//! The columns chunk, which an index begins with: all that filters, counts and orders need of every job, and what
//! leads to the other chunks.

use serde::{Deserialize, Serialize};

use super::{
    DocId, DocSet, Facet, FacetColumn, NumberColumn, SalaryScale, YearRange,
    chunk::{Chunk, ChunkHash, ChunkKind},
    column::GatheredColumn,
    days_posted::{DaysPosted, PackedDays},
    packed::{Hierarchy, PackedColumn, PackedNumbers},
};
use crate::domain::{Currency, Date};

/// What every job states that is filtered, counted or sorted by; all lists have an entry per job.
pub(super) struct Facts {
    pub(super) currency: Currency,
    /// Whether pay of some job was converted to that.
    pub(super) has_converted_pay: bool,
    /// In the order of [`Facet::LISTED`].
    pub(super) facets: Vec<GatheredColumn>,
    /// Top of the pay per year in the board's currency, where it is disclosed and comparable.
    pub(super) salary_tops: Vec<Option<u32>>,
    pub(super) years: Vec<Option<YearRange>>,
    /// The most years worth offering; none when no job states experience.
    pub(super) most_years: Option<u8>,
    /// The newest first, those without a date last.
    pub(super) dates_posted: Vec<Option<Date>>,
    pub(super) valid_through: Vec<Option<Date>>,
}

/// The same laid out for searching on one day.
pub(super) struct Columns {
    pub(super) now: Date,
    pub(super) currency: Currency,
    pub(super) has_converted_pay: bool,
    pub(super) live: DocSet,
    /// In the order of [`Facet::LISTED`].
    pub(super) facets: Vec<FacetColumn>,
    pub(super) salary_tops: NumberColumn<u32>,
    pub(super) salary_scale: SalaryScale,
    pub(super) years: NumberColumn<YearRange>,
    pub(super) most_years: Option<u8>,
    pub(super) posted: DaysPosted,
    pub(super) doc_count: usize,
}

/// What leads from the columns to the other chunks.
#[derive(Serialize, Deserialize)]
pub(super) struct Directory {
    pub(super) dictionary: ChunkHash,
    pub(super) titles: ChunkHash,
    /// Per chunk of cards the number of jobs in it, and what leads to it.
    pub(super) card_lengths: Vec<u8>,
    pub(super) card_hashes: Vec<ChunkHash>,
}

/// The columns chunk.
#[derive(Serialize, Deserialize)]
pub(super) struct PackedFacts {
    pub(super) currency: Currency,
    pub(super) has_converted_pay: bool,
    pub(super) most_years: Option<u8>,
    /// Per facet of [`Facet::LISTED`].
    pub(super) facets: Vec<PackedColumn>,
    pub(super) salary_tops: PackedNumbers,
    pub(super) years: PackedNumbers,
    pub(super) posted: PackedDays,
    /// Days a job is open, from the day it was posted; from the newest job's where it does not say.
    pub(super) days_open: PackedNumbers,
    pub(super) directory: Directory,
}

/// Writes the columns chunk.
pub(super) fn write(facts: &Facts, directory: Directory) -> Chunk {
    let newest = facts.dates_posted.iter().flatten().next().map_or(0, |date| date.days());
    let days_open = facts.valid_through.iter().zip(&facts.dates_posted).map(|(until, posted)| {
        let first = posted.map_or(newest, Date::days);
        until.map(|until| i64::from(until.days()) - i64::from(first))
    });
    let mut known = Vec::new();
    let facets = Facet::LISTED.iter().zip(&facts.facets);
    let packed = PackedFacts {
        currency: facts.currency,
        has_converted_pay: facts.has_converted_pay,
        most_years: facts.most_years,
        facets: facets.map(|(facet, column)| PackedColumn::pack(column, hierarchy(*facet), &mut known)).collect(),
        salary_tops: PackedNumbers::pack(facts.salary_tops.iter().map(|top| top.map(i64::from)), &mut known),
        years: PackedNumbers::pack(facts.years.iter().map(|years| years.map(year_range_code)), &mut known),
        posted: PackedDays::pack(&facts.dates_posted),
        days_open: PackedNumbers::pack(days_open, &mut known),
        directory,
    };
    ChunkKind::Columns.write(&packed).0
}

fn hierarchy(facet: Facet) -> Hierarchy {
    match facet {
        Facet::Location => Hierarchy::Nested,
        _ => Hierarchy::Flat,
    }
}

/// Whether a job is open on the day `now` that is for so many days from `first`, or without end.
pub(super) fn is_open(first: i32, days_open: Option<i64>, now: Date) -> Result<bool, &'static str> {
    let Some(days) = days_open else { return Ok(true) };
    let last = i64::from(first).checked_add(days).and_then(|day| i32::try_from(day).ok()).and_then(Date::from_days);
    last.map(|last| last >= now).ok_or("a day is outside the calendar")
}

pub(super) fn salary_top(number: i64) -> Result<u32, &'static str> {
    u32::try_from(number).ok().filter(|top| *top > 0).ok_or("there is no such salary")
}

fn year_range_code(years: YearRange) -> i64 {
    i64::from(years.first) << u8::BITS | i64::from(years.last)
}

pub(super) fn year_range(code: i64) -> Result<YearRange, &'static str> {
    let bytes = u16::try_from(code).ok().map(u16::to_be_bytes);
    bytes.and_then(|[first, last]| YearRange::new(first, last)).ok_or("there are no such years")
}

impl Columns {
    pub(super) fn doc_count(&self) -> usize {
        self.doc_count
    }

    /// How many jobs were posted on `day` or later: they are the first.
    pub(super) fn posted_since(&self, day: Date) -> usize {
        self.posted.since(day)
    }

    pub(super) fn docs(&self) -> impl Iterator<Item = DocId> + use<> {
        (0..self.doc_count as u32).map(DocId)
    }
}
