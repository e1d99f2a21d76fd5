//! A list of value ordinals for each job, in descending order, in as few bytes as possible.
//!
//! Operations on most lists of a column are done here, on plain slices, because they determine how long the
//! response to a keystroke takes.

use std::ops::Range;

use super::{DocId, DocSet, ValueOrdinal};

/// Lists of all jobs.
pub(super) enum ValueLists {
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

/// Evaluates the same expression for both widths.
macro_rules! in_width {
    ($lists:expr, $layout:ident => $value:expr) => {
        match $lists {
            ValueLists::Narrow($layout) => $value,
            ValueLists::Wide($layout) => $value,
        }
    };
}

impl ValueLists {
    /// No lists yet; ordinals are below `value_count`.
    pub(super) fn new(value_count: usize, doc_count: usize) -> Self {
        if value_count < usize::from(u16::MAX) {
            Self::Narrow(Layout::Several(Concatenation::with_capacity(doc_count)))
        } else {
            Self::Wide(Layout::Several(Concatenation::with_capacity(doc_count)))
        }
    }

    /// Adds the list of the next job, which must be in descending order. Fails if it is too long.
    pub(super) fn push(&mut self, ordinals: &[u32]) -> Result<(), &'static str> {
        in_width!(self, layout => layout.push(ordinals))
    }

    /// Chooses the best layout once all lists are added.
    pub(super) fn finish(self) -> Self {
        match self {
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
        let (narrow, wide) = match self {
            Self::Narrow(layout) => (Some(layout.of(doc.at())), None),
            Self::Wide(layout) => (None, Some(layout.of(doc.at()))),
        };
        narrow.into_iter().flatten().chain(wide.into_iter().flatten()).map(ValueOrdinal)
    }

    /// For each ordinal from `first` on, adds the number of `docs` that have it to `counts`.
    pub(super) fn count_from(&self, first: u32, docs: &[DocId], counts: &mut [u32]) {
        in_width!(self, layout => layout.count_from(first, docs, counts));
    }

    /// Adds the jobs that have any value whose ordinal is true in `is_meant`.
    pub(super) fn insert_where(&self, is_meant: &[bool], docs: &mut DocSet) {
        in_width!(self, layout => layout.insert_where(is_meant, docs));
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

    fn count_from(&self, first: u32, docs: &[DocId], counts: &mut [u32]) {
        match self {
            Self::Single(codes) => {
                let codes = codes.as_slice();
                for doc in docs {
                    let code: u32 = codes[doc.0 as usize].into();
                    if code > first {
                        counts[code as usize - 1] += 1;
                    }
                }
            }
            Self::Several(lists) => lists.count_from(first, docs, counts),
        }
    }

    fn insert_where(&self, is_meant: &[bool], docs: &mut DocSet) {
        match self {
            Self::Single(codes) => {
                for (doc, code) in (0..).map(DocId).zip(codes) {
                    let code: u32 = (*code).into();
                    if code > 0 && is_meant[code as usize - 1] {
                        docs.insert(doc);
                    }
                }
            }
            Self::Several(lists) => lists.insert_where(is_meant, docs),
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

    fn count_from(&self, first: u32, docs: &[DocId], counts: &mut [u32]) {
        let (starts, ends, ordinals) = (self.starts.as_slice(), self.ends.as_slice(), self.ordinals.as_slice());
        for doc in docs {
            for ordinal in &ordinals[range(starts, ends, doc.0 as usize)] {
                let ordinal: u32 = (*ordinal).into();
                if ordinal < first {
                    // Ordinals descend, so the rest of this list is below `first`, too.
                    break;
                }
                counts[ordinal as usize] += 1;
            }
        }
    }

    fn insert_where(&self, is_meant: &[bool], docs: &mut DocSet) {
        let (starts, ends, ordinals) = (self.starts.as_slice(), self.ends.as_slice(), self.ordinals.as_slice());
        for doc in 0..ends.len() {
            for ordinal in &ordinals[range(starts, ends, doc)] {
                let ordinal: u32 = (*ordinal).into();
                if is_meant[ordinal as usize] {
                    docs.insert(DocId(doc as u32));
                }
            }
        }
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
