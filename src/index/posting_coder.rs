//! Posting lists in as few bits as their likelihood allows: the distance to the next job by how common the term is,
//! what the term says by the fields it stands in.
//!
//! One function walks through a posting for writer and reader alike, so they cannot disagree.

use super::{
    entropy::{NumberModel, RangeDecoder, RangeEncoder},
    postings::Field,
};

/// Writes numbers, or reads them.
pub(super) trait Coder {
    /// Writes the number, or ignores it and reads one; comes back with the number that is in the bytes.
    fn code(&mut self, number: u32, model: &mut NumberModel) -> u32;
}

impl Coder for RangeEncoder {
    fn code(&mut self, number: u32, model: &mut NumberModel) -> u32 {
        self.write(number, model);
        number
    }
}

impl Coder for RangeDecoder<'_> {
    fn code(&mut self, _number: u32, model: &mut NumberModel) -> u32 {
        self.read(model)
    }
}

/// A posting beside the one before it in its list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PostingStep {
    /// How many jobs lie between the two.
    pub(super) gap: u32,
    /// Fields as bits.
    pub(super) fields: u8,
    pub(super) impact: u8,
}

/// What is learned of postings while they are coded.
pub(super) struct PostingModels {
    /// Per rarity, whether a gap has more bits than so many.
    longer: Vec<NumberModel>,
    /// Per length of a gap and per piece of it, its bits below the highest.
    pieces: Vec<Option<NumberModel>>,
    fields: NumberModel,
    /// By the fields.
    impacts: Vec<Option<NumberModel>>,
}

/// Half as many jobs have a term of the next rarity.
const RARITIES: usize = 32;
/// A gap plus one has at most so many bits below its highest.
const MOST_BITS: usize = 31;
/// Bits of a gap that are learned together.
const PIECE_BITS: u32 = 8;
const PIECES: usize = MOST_BITS.div_ceil(PIECE_BITS as usize);
/// Combinations of fields.
const FIELDS: usize = 1 << Field::COUNT;

impl PostingModels {
    pub(super) fn new() -> Self {
        Self {
            longer: vec![NumberModel::below(2); RARITIES * MOST_BITS],
            pieces: vec![None; (MOST_BITS + 1) * PIECES],
            fields: NumberModel::below(FIELDS),
            impacts: vec![None; FIELDS],
        }
    }

    /// How rare a term is that so many of all jobs have.
    pub(super) fn rarity(doc_freq: usize, doc_count: usize) -> usize {
        let ratio = doc_count.checked_div(doc_freq).unwrap_or(0).max(1);
        (ratio.ilog2() as usize).min(RARITIES - 1)
    }

    /// Writes or reads the next posting of a term.
    pub(super) fn code(&mut self, step: PostingStep, rarity: usize, coder: &mut impl Coder) -> PostingStep {
        let gap = self.code_gap(step.gap, rarity, coder);
        let fields = coder.code(step.fields.into(), &mut self.fields) as u8;
        let impacts = self.impacts[usize::from(fields)].get_or_insert_with(|| NumberModel::below(256));
        PostingStep { gap, fields, impact: coder.code(step.impact.into(), impacts) as u8 }
    }

    /// A gap's length in bits one by one, then the bits.
    fn code_gap(&mut self, gap: u32, rarity: usize, coder: &mut impl Coder) -> u32 {
        let number = gap.saturating_add(1);
        let longer = &mut self.longer[rarity * MOST_BITS..][..MOST_BITS];
        let mut bits = 0;
        while bits < MOST_BITS && coder.code(u32::from(number >> bits > 1), &mut longer[bits]) == 1 {
            bits += 1;
        }
        let (mut left, mut read) = (bits as u32, 1_u32);
        while left > 0 {
            let taken = left.min(PIECE_BITS);
            left -= taken;
            let slot = &mut self.pieces[bits * PIECES + (left / PIECE_BITS) as usize];
            let model = slot.get_or_insert_with(|| NumberModel::below(1 << taken));
            let piece = number >> left & ((1 << taken) - 1);
            read = read << taken | coder.code(piece, model);
        }
        read - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn postings_are_read_as_they_were_written(
            steps in prop::collection::vec((any::<u32>(), 0..32_u32, 0..FIELDS as u8, any::<u8>(), 0..RARITIES), 0..300),
        ) {
            let steps: Vec<(PostingStep, usize)> = steps
                .into_iter()
                .map(|(gap, shift, fields, impact, rarity)| {
                    (PostingStep { gap: (gap >> shift).min(u32::MAX - 1), fields, impact }, rarity)
                })
                .collect();
            let (mut encoder, mut models) = (RangeEncoder::new(), PostingModels::new());
            for (step, rarity) in &steps {
                models.code(*step, *rarity, &mut encoder);
            }
            let bytes = encoder.finish();
            let (mut decoder, mut models) = (RangeDecoder::new(&bytes), PostingModels::new());
            for (step, rarity) in &steps {
                prop_assert_eq!(models.code(PostingStep::default(), *rarity, &mut decoder), *step);
            }
        }
    }
}
