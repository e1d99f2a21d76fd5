//! Opens the columns of an index in steps, so that the page can respond to input in between.

use std::{collections::VecDeque, mem};

use openroles_model::{domain::Date, facets::Facet};

use super::{
    DocId, DocSet, FacetColumn, Index, NumberColumn, SalaryScale, StatedPay, YearRange,
    chunk::{ChunkKind, OpenError, malformed},
    coded_lists::Firsts,
    column::UnpackedColumn,
    columns::{Columns, PackedFacts, is_open, stated_pay, year_range},
    days_posted::DaysPosted,
    doc_values::DocValuesBuilder,
    packed::PackedColumn,
    scale::MOST_YEARS_OFFERED,
};

/// Columns that aren't fully open yet.
pub struct Opening {
    now: Date,
    doc_count: usize,
    /// First number of each job in every column unpacked so far.
    known: Vec<Firsts>,
    packed: PackedFacts,
    /// Facets to unpack.
    waiting: VecDeque<(Facet, PackedColumn)>,
    /// Facets to prepare for searching.
    unpacked: VecDeque<(Facet, UnpackedColumn)>,
    numbers: Option<OpenedNumbers>,
    facets: Vec<FacetColumn>,
}

/// Result of a step.
pub enum Opened {
    /// More steps are needed.
    Partly(Box<Opening>),
    /// The index can be searched.
    Whole(Box<Index>),
}

/// Open jobs, and the columns of numbers.
struct OpenedNumbers {
    live: DocSet,
    posted: DaysPosted,
    stated_pay: (Vec<StatedPay>, DocValuesBuilder),
    years: (Vec<YearRange>, DocValuesBuilder),
}

impl Opening {
    /// Reads the columns chunk as written by [`write()`](super::write()), for the day `now`. Fails if the bytes are
    /// anything else.
    pub(super) fn of(bytes: &[u8], now: Date) -> Result<Self, OpenError> {
        let mut packed: PackedFacts = ChunkKind::Columns.read_first(bytes)?;
        if packed.most_years.is_some_and(|most| most > MOST_YEARS_OFFERED) {
            return Err(malformed("more years are offered than anyone counts"));
        }
        if packed.facets.len() != Facet::listed().count() {
            return Err(malformed("a facet is missing"));
        }
        let doc_count = packed.directory.card_lengths.iter().map(|length| usize::from(*length)).sum();
        let waiting = Facet::listed().zip(mem::take(&mut packed.facets)).collect();
        let (unpacked, facets) = (VecDeque::new(), Vec::new());
        Ok(Self { now, doc_count, known: Vec::new(), packed, waiting, unpacked, numbers: None, facets })
    }

    /// Takes the next step, which handles at most one facet. Fails if a column contradicts itself.
    pub fn step(mut self: Box<Self>) -> Result<Opened, OpenError> {
        if let Some((facet, packed)) = self.waiting.pop_front() {
            let unpacked = packed.unpack(self.doc_count, &mut self.known).map_err(malformed)?;
            self.unpacked.push_back((facet, unpacked));
            return Ok(Opened::Partly(self));
        }
        let Some(numbers) = self.numbers.take() else {
            self.numbers = Some(self.numbers().map_err(malformed)?);
            return Ok(Opened::Partly(self));
        };
        if let Some((facet, unpacked)) = self.unpacked.pop_front() {
            self.facets.push(FacetColumn::new(facet, unpacked, &numbers.live).map_err(malformed)?);
            self.numbers = Some(numbers);
            return Ok(Opened::Partly(self));
        }
        Ok(Opened::Whole(Box::new(self.finish(numbers)?)))
    }

    fn numbers(&mut self) -> Result<OpenedNumbers, &'static str> {
        let Self { packed, known, doc_count, now, .. } = self;
        let pay = packed.stated_pay.unpack(*doc_count, known, stated_pay)?;
        let years = packed.years.unpack(*doc_count, known, year_range)?;
        let posted = mem::take(&mut packed.posted).unpack(*doc_count)?;
        let mut live = DocSet::none(*doc_count);
        let mut docs = (0..).map(DocId).zip(posted.first_days());
        packed.days_open.each(*doc_count, known, |days_open| {
            if let Some((doc, first)) = docs.next()
                && is_open(first, days_open, *now)?
            {
                live.insert(doc);
            }
            Ok(())
        })?;
        drop(docs);
        Ok(OpenedNumbers { live, posted, stated_pay: pay, years })
    }

    fn finish(self, numbers: OpenedNumbers) -> Result<Index, OpenError> {
        let OpenedNumbers { live, posted, stated_pay: (distinct, pay), years: (ranges, years) } = numbers;
        let stated_pay = NumberColumn::new(distinct, pay, &live);
        let columns = Columns {
            now: self.now,
            currency: self.packed.currency,
            has_converted_pay: self.packed.has_converted_pay,
            facets: self.facets,
            salary_scale: SalaryScale::of(stated_pay.top_freqs(), self.packed.currency),
            stated_pay,
            years: NumberColumn::new(ranges, years, &live),
            most_years: self.packed.most_years,
            posted,
            doc_count: self.doc_count,
            live,
        };
        Index::of_columns(columns, self.packed.directory)
    }
}
