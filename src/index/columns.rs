//! The columns chunk, which an index begins with: all that filters, counts and orders need of every job, and what
//! leads to the other chunks.

use serde::{Deserialize, Serialize};

use super::{
    ComputedCounters, DocId, DocSet, Facet, FacetColumn, FacetCounter, SalaryScale, YearRange,
    chunk::{Chunk, ChunkHash, ChunkKind, OpenError, malformed},
    column::LISTED,
    computed::ComputedValues,
    packed::{Hierarchy, PackedColumn, PackedNumbers},
    scale::MOST_YEARS_OFFERED,
};
use crate::domain::{Currency, Date};

/// What every job states that is filtered, counted or sorted by; all lists have an entry per job.
pub(super) struct Facts {
    pub(super) currency: Currency,
    /// In the order of [`LISTED`].
    pub(super) facets: Vec<FacetColumn>,
    /// Top of the pay per year in the board's currency; 0 where undisclosed or not comparable.
    pub(super) salary_tops: Vec<u32>,
    pub(super) years: Vec<Option<YearRange>>,
    /// The most years worth offering; none when no job states experience.
    pub(super) most_years: Option<u8>,
    /// The newest first, those without a date last.
    pub(super) dates_posted: Vec<Option<Date>>,
    pub(super) valid_through: Vec<Option<Date>>,
}

/// What leads from the columns to the other chunks.
#[derive(Serialize, Deserialize)]
pub(super) struct Directory {
    pub(super) dictionary: ChunkHash,
    /// Per chunk of cards the number of jobs in it, and what leads to it.
    pub(super) card_lengths: Vec<u8>,
    pub(super) card_hashes: Vec<ChunkHash>,
}

/// The facts of all jobs laid out for searching on one day.
pub(super) struct Columns {
    pub(super) facts: Facts,
    pub(super) now: Date,
    pub(super) live: DocSet,
    /// In the order of [`LISTED`].
    pub(super) counters: Vec<FacetCounter>,
    pub(super) computed_counters: ComputedCounters,
    pub(super) salary_scale: SalaryScale,
}

/// The columns chunk.
#[derive(Serialize, Deserialize)]
struct PackedFacts {
    currency: Currency,
    most_years: Option<u8>,
    /// Per facet of [`LISTED`].
    facets: Vec<PackedColumn>,
    salary_tops: PackedNumbers,
    years: PackedNumbers,
    /// Days since 1970 of the newest job, and per dated job the days from the one before to it.
    newest: i32,
    days_between: Vec<u32>,
    /// Days a job is open, from the day it was posted; from the newest job's where it does not say.
    days_open: PackedNumbers,
    directory: Directory,
}

/// Writes the columns chunk.
pub(super) fn write(facts: &Facts, directory: Directory) -> Chunk {
    let dated: Vec<i32> = facts.dates_posted.iter().flatten().map(|date| date.days()).collect();
    let newest = dated.first().copied().unwrap_or_default();
    let days_open = facts.valid_through.iter().zip(&facts.dates_posted).map(|(until, posted)| {
        let first = posted.map_or(newest, Date::days);
        until.map(|until| i64::from(until.days()) - i64::from(first))
    });
    let mut known = Vec::new();
    let doc_count = facts.salary_tops.len();
    let facets = LISTED.iter().zip(&facts.facets);
    let packed = PackedFacts {
        currency: facts.currency,
        most_years: facts.most_years,
        facets: facets
            .map(|(facet, column)| PackedColumn::pack(column, doc_count, hierarchy(*facet), &mut known))
            .collect(),
        salary_tops: PackedNumbers::pack(
            facts.salary_tops.iter().map(|top| (*top > 0).then_some(i64::from(*top))),
            &mut known,
        ),
        years: PackedNumbers::pack(facts.years.iter().map(|years| years.map(year_range_code)), &mut known),
        newest,
        days_between: std::iter::once(&newest).chain(&dated).zip(&dated).map(|(one, two)| one.abs_diff(*two)).collect(),
        days_open: PackedNumbers::pack(days_open, &mut known),
        directory,
    };
    ChunkKind::Columns.write(&packed).0
}

/// Opens the columns chunk for a day.
pub(super) fn open(bytes: &[u8], now: Date) -> Result<(Columns, Directory), OpenError> {
    let packed: PackedFacts = ChunkKind::Columns.read_first(bytes)?;
    let (facts, directory) = unpack(packed).map_err(malformed)?;
    Ok((Columns::of(facts, now), directory))
}

fn unpack(packed: PackedFacts) -> Result<(Facts, Directory), &'static str> {
    let doc_count = packed.directory.card_lengths.iter().map(|length| usize::from(*length)).sum();
    let mut known = Vec::new();
    let facets = packed.facets.into_iter().map(|facet| facet.unpack(doc_count, &mut known));
    let facets: Vec<FacetColumn> = facets.collect::<Result<_, _>>()?;
    if packed.most_years.is_some_and(|most| most > MOST_YEARS_OFFERED) {
        return Err("more years are offered than anyone counts");
    }
    if facets.len() != LISTED.len() {
        return Err("a facet is missing");
    }
    let dates_posted = dates_posted(packed.newest, &packed.days_between, doc_count)?;
    let until = |(posted, days): (&Option<Date>, Option<i64>)| match days {
        None => Ok(None),
        Some(days) => {
            let first = posted.map_or(packed.newest, Date::days);
            let day = i64::from(first).checked_add(days).and_then(|day| i32::try_from(day).ok());
            day.and_then(Date::from_days).map(Some).ok_or("a day is outside the calendar")
        }
    };
    let salary_tops = packed.salary_tops.unpack(doc_count, &mut known)?;
    let years = packed.years.unpack(doc_count, &mut known)?;
    let days_open = packed.days_open.unpack(doc_count, &mut known)?;
    let facts = Facts {
        currency: packed.currency,
        facets,
        salary_tops: salary_tops.into_iter().map(salary_top).collect::<Result<_, _>>()?,
        years: years.into_iter().map(year_range).collect::<Result<_, _>>()?,
        most_years: packed.most_years,
        valid_through: dates_posted.iter().zip(days_open).map(until).collect::<Result<_, _>>()?,
        dates_posted,
    };
    Ok((facts, packed.directory))
}

fn dates_posted(newest: i32, days_between: &[u32], doc_count: usize) -> Result<Vec<Option<Date>>, &'static str> {
    if days_between.len() > doc_count {
        return Err("dates do not fit the jobs");
    }
    let mut day = Some(newest);
    let mut dates = vec![None; doc_count];
    for (date, days) in dates.iter_mut().zip(days_between) {
        day = day.and_then(|day| day.checked_sub_unsigned(*days));
        *date = Some(day.and_then(Date::from_days).ok_or("a day is outside the calendar")?);
    }
    Ok(dates)
}

fn salary_top(number: Option<i64>) -> Result<u32, &'static str> {
    number.map_or(Ok(0), |number| u32::try_from(number).map_err(|_too_large| "a salary is too large"))
}

fn year_range_code(years: YearRange) -> i64 {
    i64::from(years.first) << u8::BITS | i64::from(years.last)
}

fn year_range(code: Option<i64>) -> Result<Option<YearRange>, &'static str> {
    let Some(code) = code else { return Ok(None) };
    let code = u16::try_from(code).map_err(|_too_large| "there are no such years")?;
    let [first, last] = code.to_be_bytes();
    YearRange::new(first, last).map(Some).ok_or("there are no such years")
}

fn hierarchy(facet: Facet) -> Hierarchy {
    match facet {
        Facet::Location => Hierarchy::Nested,
        _ => Hierarchy::Flat,
    }
}

impl Columns {
    fn of(facts: Facts, now: Date) -> Self {
        let doc_count = facts.salary_tops.len();
        let live = DocSet::of(doc_count, |doc| facts.valid_through[doc.at()].is_none_or(|last| last >= now));
        let counter = |column: &FacetColumn| {
            FacetCounter::of(column.len(), doc_count, &live, |doc| column.of(doc).iter().copied())
        };
        let salary_scale = SalaryScale::of(&facts.salary_tops, facts.currency);
        let values =
            ComputedValues { years: &facts.years, salary_tops: &facts.salary_tops, dates_posted: &facts.dates_posted };
        Self {
            now,
            counters: facts.facets.iter().map(counter).collect(),
            computed_counters: ComputedCounters::of(&values, &salary_scale, &live, now),
            live,
            salary_scale,
            facts,
        }
    }

    pub(super) fn doc_count(&self) -> usize {
        self.facts.salary_tops.len()
    }

    pub(super) fn docs(&self) -> impl Iterator<Item = DocId> + use<> {
        (0..self.doc_count() as u32).map(DocId)
    }
}
