//! Posting lists: the jobs in which a term occurs, its impact on each, and its positions.

use serde::{Deserialize, Serialize};

use super::{
    DocId, ends,
    entropy::{RangeDecoder, RangeEncoder},
    posting_coder::{PostingModels, PostingStep},
    varint,
};

/// Size in bytes, before compression, at which a shard is closed. It is about a third after compression: a few
/// round trips on a slow network, and enough for several words with the same prefix.
pub(super) const SHARD_BYTES: usize = 24_000;
/// Approximate size of a posting before compression, in bytes.
pub(super) const POSTING_BYTES: usize = 3;

/// One term in one job.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting<'a> {
    pub(crate) doc: DocId,
    /// How much the term says about the job.
    pub(crate) impact: Impact,
    /// Fields in which the term occurs, as [`Field::bit`](super::Field::bit)s.
    pub(crate) fields: u8,
    positions: &'a [u8],
}

/// How much a term says about a job: occurrences by field, weighted and saturated. One byte with three bits of
/// exponent and five of mantissa covers 1/8 to 31.5 in steps of at most 1/32 of the value; finer differences are
/// noise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Impact(pub(super) u8);

/// Exponent and mantissa of 1/8 as an `f32`, without the lowest bits of the mantissa.
const LEAST: u32 = (127 - 3) << 5;
const BITS_LEFT_OUT: u32 = 18;

impl Impact {
    pub(super) fn of(impact: f32) -> Self {
        let rounded = (impact.to_bits() + (1 << (BITS_LEFT_OUT - 1))) >> BITS_LEFT_OUT;
        Self(rounded.clamp(LEAST, LEAST + 255).wrapping_sub(LEAST) as u8)
    }

    /// The value, the same to the last bit on every machine.
    pub(crate) fn value(self) -> f32 {
        f32::from_bits((LEAST + u32::from(self.0)) << BITS_LEFT_OUT)
    }
}

impl Posting<'_> {
    /// Positions of the term in the job, ascending. Adjacent terms of a field have positions that differ by one.
    pub(crate) fn positions(&self) -> impl Iterator<Item = u32> {
        let mut bytes = self.positions.iter();
        let mut position = 0_u32;
        std::iter::from_fn(move || {
            position = position.saturating_add(varint::next(&mut bytes)?);
            Some(position)
        })
    }
}

/// Posting lists of several terms, stored column by column.
#[derive(Clone, Debug, Default)]
pub(super) struct PostingLists {
    /// End of each term's list in the columns below.
    ends: Vec<u32>,
    docs: Vec<DocId>,
    impacts: Vec<Impact>,
    fields: Vec<u8>,
}

/// Written form of [`PostingLists`].
#[derive(Serialize, Deserialize)]
pub(super) struct PackedLists {
    #[serde(with = "ends")]
    ends: Vec<u32>,
    /// All postings, coded by [`PostingModels`].
    coded: Vec<u8>,
}

/// Positions of the postings in [`PostingLists`].
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Positions {
    /// End of each posting's positions in `gaps`.
    #[serde(with = "ends")]
    ends: Vec<u32>,
    /// Differences between positions, as variable-length integers.
    gaps: Vec<u8>,
}

impl PostingLists {
    pub(super) fn posting_count(&self) -> usize {
        self.docs.len()
    }

    /// Jobs of a term and its impact on each, as parallel slices.
    pub(super) fn impacts(&self, term: usize) -> (&[DocId], &[Impact]) {
        let range = ends::range(&self.ends, term);
        (&self.docs[range.clone()], &self.impacts[range])
    }

    /// Postings of a term. They have no positions if `positions` is `None`.
    pub(super) fn list<'a>(
        &'a self,
        term: usize,
        positions: Option<&'a Positions>,
    ) -> impl Iterator<Item = Posting<'a>> {
        ends::range(&self.ends, term).map(move |at| Posting {
            doc: self.docs[at],
            impact: self.impacts[at],
            fields: self.fields[at],
            positions: positions.map_or(&[], |positions| positions.of(at)),
        })
    }

    /// Appends a posting to the current term's list.
    pub(super) fn push(&mut self, doc: DocId, impact: Impact, fields: u8) {
        self.docs.push(doc);
        self.impacts.push(impact);
        self.fields.push(fields);
    }

    /// Ends the current term's list.
    pub(super) fn end_term(&mut self) {
        self.ends.push(self.docs.len() as u32);
    }

    /// Compresses the lists of an index of `doc_count` jobs.
    pub(super) fn pack(&self, doc_count: usize) -> PackedLists {
        let (mut encoder, mut models) = (RangeEncoder::new(), PostingModels::new());
        for term in 0..self.ends.len() {
            let range = ends::range(&self.ends, term);
            let rarity = PostingModels::rarity(range.len(), doc_count);
            let mut next = 0;
            for at in range {
                let (doc, fields, impact) = (self.docs[at].0, self.fields[at], self.impacts[at].0);
                models.code(PostingStep { gap: doc - next, fields, impact }, rarity, &mut encoder);
                next = doc + 1;
            }
        }
        PackedLists { ends: self.ends.clone(), coded: encoder.finish() }
    }

    /// Decompresses the lists of `term_count` terms over `doc_count` jobs. Fails if they don't fit.
    pub(super) fn unpack(packed: &PackedLists, term_count: usize, doc_count: usize) -> Result<Self, &'static str> {
        let ends = &packed.ends;
        let posting_count = ends.last().map_or(0, |end| *end as usize);
        if ends.len() != term_count || !ends::are_of(ends, posting_count) {
            return Err("posting lists do not fit the terms");
        }
        if posting_count > doc_count + MOST_BESIDE_THE_LAST {
            return Err("posting lists are longer than allowed");
        }
        let mut lists = Self { ends: ends.clone(), ..Self::default() };
        let (mut decoder, mut models) = (RangeDecoder::new(&packed.coded), PostingModels::new());
        for term in 0..term_count {
            let length = ends::range(ends, term).len();
            let rarity = PostingModels::rarity(length, doc_count);
            let mut next = 0_u32;
            for _ in 0..length {
                let PostingStep { gap, fields, impact } = models.code(PostingStep::default(), rarity, &mut decoder);
                let doc = next.checked_add(gap).filter(|doc| (*doc as usize) < doc_count);
                let doc = doc.ok_or("a posting names a job that does not exist")?;
                lists.push(DocId(doc), Impact(impact), fields);
                next = doc + 1;
            }
        }
        Ok(lists)
    }
}

/// Most postings in a chunk, not counting its last list: a shard is closed before it has more.
const MOST_BESIDE_THE_LAST: usize = SHARD_BYTES / POSTING_BYTES + 1;

impl Positions {
    fn of(&self, posting: usize) -> &[u8] {
        &self.gaps[ends::range(&self.ends, posting)]
    }

    /// Appends the positions of the next posting, which must be ascending.
    pub(super) fn push(&mut self, positions: impl Iterator<Item = u32>) {
        let mut last = 0;
        for position in positions {
            varint::push(&mut self.gaps, position - last);
            last = position;
        }
        self.ends.push(self.gaps.len() as u32);
    }

    /// What is wrong with the positions of `posting_count` postings, if anything.
    pub(super) fn defect(&self, posting_count: usize) -> Option<&'static str> {
        let fits = self.ends.len() == posting_count && ends::are_of(&self.ends, self.gaps.len());
        (!fits).then_some("positions do not fit the postings")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_impact_is_kept_to_one_part_in_sixty_four() {
        for impact in [0.125_f32, 0.13, 0.5, 0.99, 1.0, 7.27, 16.0, 30.9] {
            let kept = Impact::of(impact).value();
            assert!((kept / impact - 1.0).abs() <= 1.0 / 64.0, "{impact} became {kept}");
        }
        assert_eq!([0.001, 1e9].map(|impact| Impact::of(impact).value()), [0.125, 31.5]);
    }
}
