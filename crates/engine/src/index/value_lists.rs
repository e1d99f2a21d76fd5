//! A list of value ordinals for each job, in descending order, in as few bytes as possible.
//!
//! Operations on most lists of a column are done here, on plain slices, because they determine how long the
//! response to a keystroke takes.

use std::ops::Range;

use super::{DocId, ValueOrdinal};

/// Lists of all jobs.
pub(super) enum ValueLists {
    /// Ordinals below 255.
    Narrowest(Layout<u8>),
    /// Ordinals below 65,535.
    Narrow(Layout<u16>),
    /// Any ordinals.
    Wide(Layout<u32>),
}

/// Layout of the lists; `T` is the type of an ordinal.
pub(super) enum Layout<T> {
    /// No job has more than one value: the ordinal of each job plus one, or 0 if it has none.
    Single(Vec<T>),
    /// Some jobs have several values.
    Several(Concatenation<T>),
}

/// Lists one after the other.
pub(super) struct Concatenation<T> {
    /// For every [`BLOCK`] jobs, the start of the first job's list.
    starts: Vec<u32>,
    /// For each job, the end of its list, relative to the start of its block.
    ends: Vec<u16>,
    ordinals: Vec<T>,
}

/// Number of jobs that share a start. With lists of [`LONGEST_LIST`], the ends in a block just fit 16 bits.
const BLOCK: usize = 16;

/// Most values that a job may have in a column; no posting has that many skills or places.
pub(super) const LONGEST_LIST: usize = u16::MAX as usize / BLOCK;

/// Integer type for the ordinals of a column.
pub(super) trait Width: Copy + Into<u32> {
    /// Converts a number, keeping the low bits. They are all if the type suits the column.
    fn of(number: u32) -> Self;
}

impl Width for u8 {
    fn of(number: u32) -> Self {
        number as Self
    }
}

impl Width for u16 {
    fn of(number: u32) -> Self {
        number as Self
    }
}

impl Width for u32 {
    fn of(number: u32) -> Self {
        number
    }
}

/// Evaluates the same expression for every width.
macro_rules! in_width {
    ($lists:expr, $layout:ident => $value:expr) => {
        match $lists {
            ValueLists::Narrowest($layout) => $value,
            ValueLists::Narrow($layout) => $value,
            ValueLists::Wide($layout) => $value,
        }
    };
}

impl ValueLists {
    /// No lists yet; ordinals are below `value_count`.
    pub(super) fn new(value_count: usize, doc_count: usize) -> Self {
        match value_count {
            0..=254 => Self::Narrowest(Layout::Several(Concatenation::with_capacity(doc_count))),
            255..=65_534 => Self::Narrow(Layout::Several(Concatenation::with_capacity(doc_count))),
            _ => Self::Wide(Layout::Several(Concatenation::with_capacity(doc_count))),
        }
    }

    /// Adds the list of the next job, which must be in descending order. Fails if it is too long.
    pub(super) fn push(&mut self, ordinals: &[u32]) -> Result<(), &'static str> {
        in_width!(self, layout => layout.push(ordinals))
    }

    /// Chooses the best layout once all lists are added.
    pub(super) fn finish(self) -> Self {
        match self {
            Self::Narrowest(layout) => Self::Narrowest(layout.finish()),
            Self::Narrow(layout) => Self::Narrow(layout.finish()),
            Self::Wide(layout) => Self::Wide(layout.finish()),
        }
    }

    pub(super) fn doc_count(&self) -> usize {
        in_width!(self, layout => layout.doc_count())
    }

    /// Average number of values per job, rounded up.
    pub(super) fn values_per_job(&self) -> usize {
        in_width!(self, layout => match layout {
            Layout::Single(_) => 1,
            Layout::Several(lists) => lists.ordinals.len().div_ceil(lists.ends.len().max(1)),
        })
    }

    /// Values of a job, rarest first.
    pub(super) fn of(&self, doc: DocId) -> impl Iterator<Item = ValueOrdinal> {
        let (mut narrowest, mut narrow, mut wide) = (None, None, None);
        match self {
            Self::Narrowest(layout) => narrowest = Some(layout.of(doc.at())),
            Self::Narrow(layout) => narrow = Some(layout.of(doc.at())),
            Self::Wide(layout) => wide = Some(layout.of(doc.at())),
        }
        let small = narrowest.into_iter().flatten().chain(narrow.into_iter().flatten());
        small.chain(wide.into_iter().flatten()).map(ValueOrdinal)
    }

    /// Calls `visit` with each job and each of its values, in the order of the jobs.
    pub(super) fn each(&self, visit: impl FnMut(DocId, ValueOrdinal)) {
        in_width!(self, layout => layout.each(visit));
    }

    /// Number of `docs` that have each value, by ordinal.
    pub(super) fn counts(&self, value_count: usize, docs: &[DocId]) -> Vec<u32> {
        in_width!(self, layout => layout.counts(value_count, docs))
    }
}

impl<T: Width> Layout<T> {
    fn push(&mut self, ordinals: &[u32]) -> Result<(), &'static str> {
        match self {
            Self::Single(_) => Err("a list was added after the last one"),
            Self::Several(lists) => lists.push(ordinals),
        }
    }

    fn finish(self) -> Self {
        match self {
            Self::Several(lists) if (0..lists.ends.len()).all(|doc| lists.range(doc).len() < 2) => {
                let code = |list: &[T]| T::of(list.first().map_or(0, |ordinal| (*ordinal).into() + 1));
                Self::Single((0..lists.ends.len()).map(|doc| code(&lists.ordinals[lists.range(doc)])).collect())
            }
            laid_out => laid_out,
        }
    }

    fn doc_count(&self) -> usize {
        match self {
            Self::Single(codes) => codes.len(),
            Self::Several(lists) => lists.ends.len(),
        }
    }

    fn of(&self, doc: usize) -> impl Iterator<Item = u32> {
        let (single, several) = match self {
            Self::Single(codes) => (codes[doc].into().checked_sub(1), [].as_slice()),
            Self::Several(lists) => (None, &lists.ordinals[lists.range(doc)]),
        };
        single.into_iter().chain(several.iter().map(|ordinal| (*ordinal).into()))
    }

    fn each(&self, mut visit: impl FnMut(DocId, ValueOrdinal)) {
        for doc in (0..self.doc_count() as u32).map(DocId) {
            self.of(doc.at()).for_each(|value| visit(doc, ValueOrdinal(value)));
        }
    }

    fn counts(&self, value_count: usize, docs: &[DocId]) -> Vec<u32> {
        match self {
            Self::Single(codes) => {
                let codes = codes.as_slice();
                // The first is for jobs without a value: counting them, too, is quicker than asking.
                let mut counts = vec![0; value_count + 1];
                let by_code = counts.as_mut_slice();
                docs.iter().for_each(|doc| by_code[codes[doc.0 as usize].into() as usize] += 1);
                counts.remove(0);
                counts
            }
            Self::Several(lists) => lists.counts(value_count, docs),
        }
    }
}

impl<T: Width> Concatenation<T> {
    fn with_capacity(doc_count: usize) -> Self {
        let starts = Vec::with_capacity(doc_count.div_ceil(BLOCK));
        Self { starts, ends: Vec::with_capacity(doc_count), ordinals: Vec::with_capacity(doc_count) }
    }

    fn push(&mut self, ordinals: &[u32]) -> Result<(), &'static str> {
        if ordinals.len() > LONGEST_LIST {
            return Err("a job has too many values");
        }
        if self.ends.len().is_multiple_of(BLOCK) {
            self.starts.push(self.ordinals.len() as u32);
        }
        self.ordinals.extend(ordinals.iter().map(|ordinal| T::of(*ordinal)));
        let start = self.starts[self.ends.len() / BLOCK] as usize;
        self.ends.push((self.ordinals.len() - start) as u16);
        Ok(())
    }

    fn range(&self, doc: usize) -> Range<usize> {
        range(&self.starts, &self.ends, doc)
    }

    fn counts(&self, value_count: usize, docs: &[DocId]) -> Vec<u32> {
        let (starts, ends, ordinals) = (self.starts.as_slice(), self.ends.as_slice(), self.ordinals.as_slice());
        let mut counts = vec![0; value_count];
        let by_ordinal = counts.as_mut_slice();
        for doc in docs {
            for ordinal in &ordinals[range(starts, ends, doc.0 as usize)] {
                by_ordinal[(*ordinal).into() as usize] += 1;
            }
        }
        counts
    }
}

/// Range of a job's list.
// A function call per job would take longer than the computation, and code for the browser isn't inlined by
// default.
#[inline(always)]
fn range(starts: &[u32], ends: &[u16], doc: usize) -> Range<usize> {
    let block = starts[doc / BLOCK] as usize;
    let start = if doc.is_multiple_of(BLOCK) { 0 } else { ends[doc - 1] };
    block + usize::from(start)..block + usize::from(ends[doc])
}
