//! The columns chunk, which is the first chunk of an index. It contains everything that filters, counts, and sort
//! orders need for every job, and the hashes of other chunks.

use openroles_model::{
    domain::{Currency, Date},
    facets::Facet,
};
use serde::{Deserialize, Serialize};

use super::{
    DocId, DocSet, FacetColumn, NumberColumn, SalaryScale, StatedPay, YearRange,
    chunk::{Chunk, ChunkHash, ChunkKind},
    column::GatheredColumn,
    days_posted::{DaysPosted, PackedDays},
    packed::{PackedColumn, PackedNumbers},
};

/// Everything that jobs are filtered, counted, or sorted by. Each list has one entry per job.
pub(super) struct Facts {
    pub(super) currency: Currency,
    /// Whether the pay of any job was converted to `currency`.
    pub(super) has_converted_pay: bool,
    /// One for each [listed facet](Facet::listed), in the same order.
    pub(super) facets: Vec<GatheredColumn>,
    /// Pay of each job; `None` if it isn't stated in numbers.
    pub(super) stated_pay: Vec<Option<StatedPay>>,
    pub(super) years: Vec<Option<YearRange>>,
    /// Highest number of years to offer as a value; `None` if no job states experience.
    pub(super) most_years: Option<u8>,
    /// Newest first; jobs without a date come last.
    pub(super) dates_posted: Vec<Option<Date>>,
    pub(super) valid_through: Vec<Option<Date>>,
}

/// The same facts, prepared for searching on a given day.
pub(super) struct Columns {
    pub(super) now: Date,
    pub(super) currency: Currency,
    pub(super) has_converted_pay: bool,
    pub(super) live: DocSet,
    /// One for each [listed facet](Facet::listed), in the same order.
    pub(super) facets: Vec<FacetColumn>,
    pub(super) stated_pay: NumberColumn<StatedPay>,
    pub(super) salary_scale: SalaryScale,
    pub(super) years: NumberColumn<YearRange>,
    pub(super) most_years: Option<u8>,
    pub(super) posted: DaysPosted,
    pub(super) doc_count: usize,
}

/// Hashes of the chunks that the columns refer to.
#[derive(Serialize, Deserialize)]
pub(super) struct Directory {
    pub(super) dictionary: ChunkHash,
    pub(super) titles: ChunkHash,
    /// For each chunk of cards, its number of jobs; `card_hashes` has their hashes.
    pub(super) card_lengths: Vec<u8>,
    pub(super) card_hashes: Vec<ChunkHash>,
}

/// Contents of the columns chunk.
#[derive(Serialize, Deserialize)]
pub(super) struct PackedFacts {
    pub(super) currency: Currency,
    pub(super) has_converted_pay: bool,
    pub(super) most_years: Option<u8>,
    /// One for each [listed facet](Facet::listed), in the same order.
    pub(super) facets: Vec<PackedColumn>,
    /// Comparable top of the pay per year; 0 if the currency has no exchange rate.
    pub(super) stated_pay: PackedNumbers,
    pub(super) years: PackedNumbers,
    pub(super) posted: PackedDays,
    /// Number of days from a job's date of posting to its last day. For jobs without a date, the days are counted from
    /// the newest date on the board.
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
    let facets = Facet::listed().zip(&facts.facets);
    let packed = PackedFacts {
        currency: facts.currency,
        has_converted_pay: facts.has_converted_pay,
        most_years: facts.most_years,
        facets: facets.map(|(facet, column)| PackedColumn::pack(column, facet.nesting(), &mut known)).collect(),
        stated_pay: PackedNumbers::pack(facts.stated_pay.iter().map(|pay| pay.map(pay_code)), &mut known),
        years: PackedNumbers::pack(facts.years.iter().map(|years| years.map(year_range_code)), &mut known),
        posted: PackedDays::pack(&facts.dates_posted),
        days_open: PackedNumbers::pack(days_open, &mut known),
        directory,
    };
    ChunkKind::Columns.write(&packed).0
}

/// Whether a job is open on the day `now`. `first` is the day from which `days_open` is counted; without `days_open`,
/// the job is always open. Fails if the last day is outside the calendar.
pub(super) fn is_open(first: i32, days_open: Option<i64>, now: Date) -> Result<bool, &'static str> {
    let Some(days) = days_open else { return Ok(true) };
    let last = i64::from(first).checked_add(days).and_then(|day| i32::try_from(day).ok()).and_then(Date::from_days);
    last.map(|last| last >= now).ok_or("a day is outside the calendar")
}

fn pay_code(pay: StatedPay) -> i64 {
    pay.top().map_or(0, i64::from)
}

pub(super) fn stated_pay(code: i64) -> Result<StatedPay, &'static str> {
    match u32::try_from(code) {
        Ok(0) => Ok(StatedPay::OtherCurrency),
        Ok(top) => Ok(StatedPay::Top(top)),
        Err(_beyond_any_salary) => Err("a salary is out of range"),
    }
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

    /// Number of jobs posted on `day` or later. These are the first jobs.
    pub(super) fn posted_since(&self, day: Date) -> usize {
        self.posted.since(day)
    }

    pub(super) fn docs(&self) -> impl Iterator<Item = DocId> + use<> {
        (0..self.doc_count as u32).map(DocId)
    }
}
