//! Compresses posting lists. The distance to the next job is coded by how common the term is, and the impact by the
//! fields in which the term occurs.
//!
//! The same function encodes and decodes a posting, so the two can't disagree.

use super::{
    entropy::{NumberModel, RangeDecoder, RangeEncoder},
    field::Field,
};

/// Encoder or decoder of numbers.
pub(super) trait Coder {
    /// An encoder writes `number` and returns it; a decoder ignores `number` and returns the next one from its
    /// bytes.
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

/// A posting relative to the previous one in its list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PostingStep {
    /// Number of jobs between the two.
    pub(super) gap: u32,
    /// Fields as bits.
    pub(super) fields: u8,
    pub(super) impact: u8,
}

/// Models that adapt while postings are coded.
pub(super) struct PostingModels {
    /// For each rarity and each number of bits, whether a gap has more bits.
    longer: Vec<NumberModel>,
    /// For each length of a gap and each piece of it, the bits below the highest.
    pieces: Vec<Option<NumberModel>>,
    fields: NumberModel,
    /// Models of impacts, by the fields.
    impacts: Vec<Option<NumberModel>>,
}

/// Number of rarities. Each stands for terms that occur in half as many jobs as those of the previous one.
const RARITIES: usize = 32;
/// Most bits below the highest bit of a gap plus one.
const MOST_BITS: usize = 31;
/// Number of a gap's bits that share a model.
const PIECE_BITS: u32 = 8;
const PIECES: usize = MOST_BITS.div_ceil(PIECE_BITS as usize);
/// Number of combinations of fields.
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

    /// Rarity of a term that occurs in `doc_freq` of `doc_count` jobs.
    pub(super) fn rarity(doc_freq: usize, doc_count: usize) -> usize {
        let ratio = doc_count.checked_div(doc_freq).unwrap_or(0).max(1);
        (ratio.ilog2() as usize).min(RARITIES - 1)
    }

    /// Encodes or decodes the next posting of a term.
    pub(super) fn code(&mut self, step: PostingStep, rarity: usize, coder: &mut impl Coder) -> PostingStep {
        let gap = self.code_gap(step.gap, rarity, coder);
        let fields = coder.code(step.fields.into(), &mut self.fields) as u8;
        let impacts = self.impacts[usize::from(fields)].get_or_insert_with(|| NumberModel::below(256));
        PostingStep { gap, fields, impact: coder.code(step.impact.into(), impacts) as u8 }
    }

    /// Codes the number of bits in a gap in unary, then the bits.
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
