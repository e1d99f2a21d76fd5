//! Which jobs a term occurs in, how much it says about each, and where it stands.

use serde::{Deserialize, Serialize};

use super::{
    DocId, ends,
    entropy::{RangeDecoder, RangeEncoder},
    posting_coder::{PostingModels, PostingStep},
    terms::{POSTING_BYTES, SHARD_BYTES},
    varint,
};
use crate::ranking::baked_in::{self, FieldWeight};

/// A searched part of a posting, the one that says most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Title,
    Skills,
    Company,
    Place,
    Description,
}

impl Field {
    pub(crate) const COUNT: usize = 5;
    pub(crate) const ALL: [Self; Self::COUNT] =
        [Self::Title, Self::Skills, Self::Company, Self::Place, Self::Description];

    /// The field as one bit of [`Posting::fields`].
    pub(crate) fn bit(self) -> u8 {
        1 << self as u8
    }

    /// How much a mention in the field counts.
    pub(super) fn weight(self) -> FieldWeight {
        match self {
            Self::Title => baked_in::TITLE,
            Self::Skills => baked_in::SKILLS,
            Self::Company => baked_in::COMPANY,
            Self::Place => baked_in::PLACE,
            Self::Description => baked_in::DESCRIPTION,
        }
    }
}

/// One term in one job.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting<'a> {
    pub(crate) doc: DocId,
    /// What the term says about the job.
    pub(crate) impact: Impact,
    /// The fields it occurs in, as [`Field::bit`]s.
    pub(crate) fields: u8,
    positions: &'a [u8],
}

/// What a term says about a job: mentions by field, weighted and saturated, from 1/8 to 31.5 in steps of 1/32 or
/// less of the number itself, as finer differences are noise. One byte: three bits of exponent, five of mantissa.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Impact(pub(super) u8);

/// What the exponent and mantissa of 1/8 are in an `f32`, less the bits of mantissa left out.
const LEAST: u32 = (127 - 3) << 5;
const BITS_LEFT_OUT: u32 = 18;

impl Impact {
    pub(super) fn of(impact: f32) -> Self {
        let rounded = (impact.to_bits() + (1 << (BITS_LEFT_OUT - 1))) >> BITS_LEFT_OUT;
        Self(rounded.clamp(LEAST, LEAST + 255).wrapping_sub(LEAST) as u8)
    }

    /// The same on every machine to the last bit.
    pub(crate) fn value(self) -> f32 {
        f32::from_bits((LEAST + u32::from(self.0)) << BITS_LEFT_OUT)
    }
}

impl Posting<'_> {
    /// Where the term stands in the job, ascending; neighbors in one field differ by one.
    pub(crate) fn positions(&self) -> impl Iterator<Item = u32> {
        let mut bytes = self.positions.iter();
        let mut position = 0_u32;
        std::iter::from_fn(move || {
            position = position.saturating_add(varint::next(&mut bytes)?);
            Some(position)
        })
    }
}

/// The posting lists of some terms next to each other, laid out column by column.
#[derive(Clone, Debug, Default)]
pub(super) struct PostingLists {
    /// Per term, where its list ends in the columns below.
    ends: Vec<u32>,
    docs: Vec<DocId>,
    impacts: Vec<Impact>,
    fields: Vec<u8>,
}

/// The same as written.
#[derive(Serialize, Deserialize)]
pub(super) struct PackedLists {
    #[serde(with = "ends")]
    ends: Vec<u32>,
    /// All postings as [`PostingModels`] codes them.
    coded: Vec<u8>,
}

/// Where the postings of the same lists stand in their jobs.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Positions {
    /// Per posting, where its positions end.
    #[serde(with = "ends")]
    ends: Vec<u32>,
    /// Gaps between positions.
    gaps: Vec<u8>,
}

impl PostingLists {
    pub(super) fn posting_count(&self) -> usize {
        self.docs.len()
    }

    /// The jobs of a term and what it says about them, side by side.
    pub(super) fn impacts(&self, term: usize) -> (&[DocId], &[Impact]) {
        let range = ends::range(&self.ends, term);
        (&self.docs[range.clone()], &self.impacts[range])
    }

    /// The postings of a term; their positions are none where those have not been loaded.
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

    /// Adds a posting to the list of the term that is being written.
    pub(super) fn push(&mut self, doc: DocId, impact: Impact, fields: u8) {
        self.docs.push(doc);
        self.impacts.push(impact);
        self.fields.push(fields);
    }

    /// Ends the list of the term that is being written.
    pub(super) fn end_term(&mut self) {
        self.ends.push(self.docs.len() as u32);
    }

    /// The lists of an index of `doc_count` jobs as they are written.
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

    /// The lists of `term_count` terms over `doc_count` jobs; the error says what does not fit.
    pub(super) fn unpack(packed: &PackedLists, term_count: usize, doc_count: usize) -> Result<Self, &'static str> {
        let ends = &packed.ends;
        let posting_count = ends.last().map_or(0, |end| *end as usize);
        if ends.len() != term_count || !ends::are_of(ends, posting_count) {
            return Err("posting lists do not fit the terms");
        }
        if posting_count > doc_count + MOST_BESIDE_THE_LAST {
            return Err("posting lists are longer than any that are written");
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

/// Postings of all lists in a chunk but the last: shards are closed before they have more.
const MOST_BESIDE_THE_LAST: usize = SHARD_BYTES / POSTING_BYTES + 1;

impl Positions {
    fn of(&self, posting: usize) -> &[u8] {
        &self.gaps[ends::range(&self.ends, posting)]
    }

    /// Adds the positions of the next posting, ascending.
    pub(super) fn push(&mut self, positions: impl Iterator<Item = u32>) {
        let mut last = 0;
        for position in positions {
            varint::push(&mut self.gaps, position - last);
            last = position;
        }
        self.ends.push(self.gaps.len() as u32);
    }

    /// What is wrong with the positions of so many postings.
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
