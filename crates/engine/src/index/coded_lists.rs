//! A short list of numbers for each job, compressed using what is already known about the job.
//!
//! Jobs of one company are mostly in one industry, and jobs that ask for React also ask for JavaScript. So each
//! number is coded with a context: either the job's first number in another column, or the previous number of the
//! same list, whichever gives fewer bytes.

use serde::{Deserialize, Serialize};

use super::{
    entropy::{NumberModel, RangeDecoder, RangeEncoder},
    value_lists::LONGEST_LIST,
};

/// Lists of all jobs, compressed.
#[derive(Serialize, Deserialize)]
pub(super) struct CodedLists {
    context: CodingContext,
    /// Length of the longest list.
    longest: u32,
    bytes: Vec<u8>,
}

/// For each job, its first number in a column plus one, or 0 if it has none. Numbers that don't fit 16 bits are
/// rare, and share the highest value.
pub(super) type Firsts = Vec<u16>;

/// Context of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum CodingContext {
    /// Previous number of the list.
    Neighbor,
    /// The job's first number in an earlier column, given by the position of that column.
    Column(u8),
}

/// Most likelihoods in all models together; each takes 4 bytes. Contexts beyond this limit share one model: they
/// are the rarest, so little can be learned from them.
const MOST_LIKELIHOODS: usize = 1 << 21;

/// Number of jobs with which contexts are compared.
const JOBS_TRIED: usize = 10_000;

impl CodedLists {
    /// Compresses lists of numbers below `alphabet`, and appends their first numbers to `known`.
    pub(super) fn write(lists: &[Vec<u32>], alphabet: usize, known: &mut Vec<Firsts>) -> Self {
        let longest = lists.iter().map(Vec::len).max().unwrap_or(0).min(LONGEST_LIST) as u32;
        let bytes = |context, lists: &[Vec<u32>]| {
            let mut encoder = RangeEncoder::new();
            let mut models = Models::new(context, alphabet, longest, known);
            lists.iter().enumerate().for_each(|(doc, list)| models.write(doc, list, &mut encoder));
            encoder.finish()
        };
        let columns = (0..known.len() as u8).map(CodingContext::Column);
        let tried = &lists[..lists.len().min(JOBS_TRIED)];
        let contexts = std::iter::once(CodingContext::Neighbor).chain(columns);
        let context = contexts.min_by_key(|context| bytes(*context, tried).len()).unwrap_or(CodingContext::Neighbor);
        let coded = Self { context, longest, bytes: bytes(context, lists) };
        known.push(lists.iter().map(|list| first(list)).collect());
        coded
    }

    /// Passes the list of each of `doc_count` jobs to `take`, which may change it. Fails at the first list that
    /// isn't valid; earlier lists have been passed on by then.
    pub(super) fn read(
        &self,
        doc_count: usize,
        alphabet: usize,
        known: &mut Vec<Firsts>,
        mut take: impl FnMut(&mut Vec<u32>) -> Result<(), &'static str>,
    ) -> Result<(), &'static str> {
        if self.longest as usize > LONGEST_LIST {
            return Err("lists are too long");
        }
        if let CodingContext::Column(column) = self.context
            && usize::from(column) >= known.len()
        {
            return Err("a column depends on a later column");
        }
        let mut decoder = RangeDecoder::new(&self.bytes);
        let mut models = Models::new(self.context, alphabet, self.longest, known);
        let (mut list, mut firsts) = (Vec::new(), Vec::with_capacity(doc_count));
        for doc in 0..doc_count {
            models.read(doc, &mut list, &mut decoder);
            if list.iter().any(|number| *number as usize >= alphabet) {
                return Err("a number is out of range");
            }
            firsts.push(first(&list));
            take(&mut list)?;
        }
        known.push(firsts);
        Ok(())
    }
}

fn first(list: &[u32]) -> u16 {
    list.first().map_or(0, |first| u16::try_from(first.saturating_add(1)).unwrap_or(u16::MAX))
}

/// Models that adapt while lists are written or read.
struct Models<'a> {
    context: CodingContext,
    known: &'a [Firsts],
    alphabet: usize,
    longest: u32,
    last_case: usize,
    /// Model of list lengths for each value of the context.
    lengths: Vec<Option<NumberModel>>,
    /// Model of numbers for each value of the context.
    numbers: Vec<Option<NumberModel>>,
}

impl<'a> Models<'a> {
    fn new(context: CodingContext, alphabet: usize, longest: u32, known: &'a [Firsts]) -> Self {
        let last_case = (MOST_LIKELIHOODS / NumberModel::size(alphabet)).saturating_sub(1);
        Self { context, known, alphabet, longest, last_case, lengths: Vec::new(), numbers: Vec::new() }
    }

    fn write(&mut self, doc: usize, list: &[u32], encoder: &mut RangeEncoder) {
        let list = &list[..list.len().min(self.longest as usize)];
        let case = self.case(doc, None);
        encoder.write(list.len() as u32, self.lengths(case));
        let mut before = None;
        for number in list {
            let case = self.case(doc, before);
            encoder.write(*number, self.numbers(case));
            before = Some(*number);
        }
    }

    /// Replaces `list` with the list of a job.
    fn read(&mut self, doc: usize, list: &mut Vec<u32>, decoder: &mut RangeDecoder<'_>) {
        list.clear();
        let case = self.case(doc, None);
        for _ in 0..decoder.read(self.lengths(case)).min(self.longest) {
            let case = self.case(doc, list.last().copied());
            list.push(decoder.read(self.numbers(case)));
        }
    }

    fn case(&self, doc: usize, before: Option<u32>) -> usize {
        let case = match self.context {
            CodingContext::Neighbor => before.map_or(0, |number| number.saturating_add(1)),
            CodingContext::Column(column) => self.known[usize::from(column)].get(doc).copied().unwrap_or(0).into(),
        };
        (case as usize).min(self.last_case)
    }

    fn lengths(&mut self, case: usize) -> &mut NumberModel {
        let count = self.longest as usize + 1;
        model(&mut self.lengths, case, count)
    }

    fn numbers(&mut self, case: usize) -> &mut NumberModel {
        model(&mut self.numbers, case, self.alphabet)
    }
}

fn model(models: &mut Vec<Option<NumberModel>>, case: usize, count: usize) -> &mut NumberModel {
    if models.len() <= case {
        models.resize(case + 1, None);
    }
    models[case].get_or_insert_with(|| NumberModel::below(count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lists() -> impl Strategy<Value = Vec<Vec<u32>>> {
        prop::collection::vec(prop::collection::vec(0..9_u32, 0..5), 0..40)
    }

    proptest! {
        #[test]
        fn lists_are_read_as_written(first in lists(), second in lists()) {
            let count = first.len().min(second.len());
            let (first, second) = (&first[..count], &second[..count]);
            let mut known = Vec::new();
            let written = [first, second, first].map(|lists| CodedLists::write(lists, 9, &mut known));
            let mut known = Vec::new();
            for (coded, lists) in written.iter().zip([first, second, first]) {
                let mut found = Vec::new();
                let take = |list: &mut Vec<u32>| {
                    found.push(list.clone());
                    Ok(())
                };
                prop_assert_eq!(coded.read(count, 9, &mut known, take), Ok(()));
                prop_assert_eq!(&found, lists);
            }
        }
    }

    #[test]
    fn what_a_known_column_decides_takes_next_to_nothing() {
        let company: Vec<Vec<u32>> = (0..10_000_u32).map(|doc| vec![doc * doc % 61]).collect();
        let industry: Vec<Vec<u32>> = company.iter().map(|company| vec![company[0] * 7 % 13]).collect();
        let mut known = Vec::new();
        let (company, industry) =
            (CodedLists::write(&company, 61, &mut known), CodedLists::write(&industry, 13, &mut known));
        assert_eq!(industry.context, CodingContext::Column(0));
        assert!(industry.bytes.len() * 10 < company.bytes.len(), "{} {}", industry.bytes.len(), company.bytes.len());
    }
}
