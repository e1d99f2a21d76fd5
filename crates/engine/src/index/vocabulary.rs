//! All terms of a board, collected job by job, with the data for their impacts.
//!
//! A board has tens of millions of occurrences, so they are packed into a few bytes each until a list is written.

use super::{DocId, field::Field, postings::Impact, varint};
use crate::ranking::baked_in;

/// All terms in order.
pub(super) struct Vocabulary {
    pub(super) terms: Vec<GatheredTerm>,
    pub(super) lengths: FieldLengths,
}

/// Term with its occurrences.
pub(super) struct GatheredTerm {
    pub(super) term: String,
    pub(super) mentions: Mentions,
}

/// Jobs that contain a term, ascending, with its occurrences in each.
#[derive(Default)]
pub(super) struct Mentions {
    /// For each job: the number of jobs between it and the previous one, the fields as bits, the number of
    /// occurrences in each of these fields, and the differences between positions.
    packed: Vec<u8>,
    doc_freq: u32,
    /// Lowest job that can be added.
    next: u32,
}

/// Occurrences of a term in one job.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TermMention {
    /// Number of occurrences in each field.
    pub(super) freqs: [u32; Field::COUNT],
    /// Positions, ascending; one for each occurrence.
    pub(super) positions: Vec<u32>,
}

/// Posting of a term, ready to write.
pub(super) struct TermPosting {
    pub(super) doc: DocId,
    pub(super) impact: Impact,
    /// Fields in which it occurs, as bits.
    pub(super) fields: u8,
    /// Positions, ascending.
    pub(super) positions: Vec<u32>,
}

/// Length of each field in terms, by job and on average.
pub(super) struct FieldLengths {
    by_doc: Vec<[u32; Field::COUNT]>,
    averages: [f32; Field::COUNT],
}

impl Vocabulary {
    /// Number of jobs on the board.
    pub(super) fn doc_count(&self) -> usize {
        self.lengths.by_doc.len()
    }
}

impl GatheredTerm {
    /// Number of jobs with the term.
    pub(super) fn doc_freq(&self) -> usize {
        self.mentions.doc_freq as usize
    }

    /// Postings by job.
    pub(super) fn postings(&self, lengths: &FieldLengths) -> impl Iterator<Item = TermPosting> {
        self.mentions.iter().map(|(doc, mention)| TermPosting {
            doc,
            impact: Impact::of(lengths.impact(doc, &mention.freqs)),
            fields: mention.fields(),
            positions: mention.positions,
        })
    }
}

impl TermMention {
    fn fields(&self) -> u8 {
        let fields = Field::ALL.into_iter().filter(|field| self.freqs[*field as usize] > 0);
        fields.fold(0, |bits, field| bits | field.bit())
    }
}

impl Mentions {
    /// Adds a job, which must come after all earlier ones.
    pub(super) fn push(&mut self, doc: DocId, mention: &TermMention) {
        varint::push(&mut self.packed, doc.0 - self.next);
        self.packed.push(mention.fields());
        let freqs = mention.freqs.iter().filter(|freq| **freq > 0);
        freqs.for_each(|freq| varint::push(&mut self.packed, *freq));
        let mut last = 0;
        for position in &mention.positions {
            varint::push(&mut self.packed, position - last);
            last = *position;
        }
        self.doc_freq += 1;
        self.next = doc.0 + 1;
    }

    fn iter(&self) -> impl Iterator<Item = (DocId, TermMention)> {
        let mut bytes = self.packed.iter();
        let mut next = 0;
        std::iter::from_fn(move || {
            let doc = DocId(next + varint::next(&mut bytes)?);
            next = doc.0 + 1;
            Some((doc, read_mention(&mut bytes)?))
        })
    }
}

fn read_mention(bytes: &mut std::slice::Iter<'_, u8>) -> Option<TermMention> {
    let fields = *bytes.next()?;
    let mut freqs = [0; Field::COUNT];
    for field in Field::ALL.into_iter().filter(|field| fields & field.bit() != 0) {
        freqs[field as usize] = varint::next(bytes)?;
    }
    let mut last = 0;
    let position = |_| {
        last += varint::next(bytes)?;
        Some(last)
    };
    let positions = (0..freqs.iter().sum()).map(position).collect::<Option<_>>()?;
    Some(TermMention { freqs, positions })
}

impl FieldLengths {
    pub(super) fn of(by_doc: Vec<[u32; Field::COUNT]>) -> Self {
        let averages = Field::ALL.map(|field| {
            let total: u64 = by_doc.iter().map(|of_doc| u64::from(of_doc[field as usize])).sum();
            (total as f64 / by_doc.len().max(1) as f64).max(1.0) as f32
        });
        Self { by_doc, averages }
    }

    /// Impact of a term on a job: for each field, the occurrences are weakened by the length of the field and
    /// saturated, and the fields are summed.
    fn impact(&self, doc: DocId, freqs: &[u32; Field::COUNT]) -> f32 {
        let lengths = &self.by_doc[doc.at()];
        let of_field = |field: Field| {
            let at = field as usize;
            let (freq, relative_length) = (freqs[at] as f32, lengths[at] as f32 / self.averages[at]);
            baked_in::mentions(field.weight(), freq, relative_length)
        };
        Field::ALL.into_iter().filter(|field| freqs[*field as usize] > 0).map(of_field).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_are_read_as_they_were_gathered() {
        let mention = |freqs, positions: &[u32]| TermMention { freqs, positions: positions.to_vec() };
        let given = [
            (DocId(0), mention([1, 0, 0, 0, 0], &[0])),
            (DocId(1), mention([0, 0, 0, 0, 2], &[7, 300])),
            (DocId(90_000), mention([1, 1, 1, 1, 1], &[2, 5, 9, 11, 70_000])),
        ];
        let mut mentions = Mentions::default();
        given.iter().for_each(|(doc, mention)| mentions.push(*doc, mention));
        assert_eq!(mentions.iter().collect::<Vec<_>>(), given);
        assert_eq!(mentions.doc_freq, 3);
    }
}
