//! Numbers in as few bits as their likelihood allows: an adaptive binary range coder.
//!
//! A number is coded bit by bit, the highest first; what each bit is likely to be is learned from the numbers before.
//! Writer and reader learn the same from the same numbers, so nothing but the bits is written.

/// Writes numbers.
pub(super) struct RangeEncoder {
    interval: Interval,
    bytes: Vec<u8>,
}

/// Reads them again. Behind the end of its bytes it reads zeros, so whatever the bytes, every number comes out.
pub(super) struct RangeDecoder<'a> {
    interval: Interval,
    code: u32,
    bytes: std::slice::Iter<'a, u8>,
}

/// The codes that are left after the bits so far, both ends included.
struct Interval {
    low: u32,
    high: u32,
}

/// What is known of numbers below some power of two: one likelihood for each bit behind each beginning.
#[derive(Clone)]
pub(super) struct NumberModel {
    bits: u32,
    /// The likelihood behind no bit is at place 1, behind the bits `b` of place `n` at `2n + b`.
    likelihoods: Vec<Likelihood>,
}

/// How likely a bit is to be set, in 65,536ths, and how often it was seen.
#[derive(Clone, Copy)]
struct Likelihood {
    of_one: u16,
    seen: u8,
}

/// So sure of a bit the coder never is that the other takes more than 11 bits.
const LEAST_LIKELY: u16 = 32;

/// The larger the number of times a bit was seen, the less one more moves its likelihood; from here on it stays so.
const MOST_SEEN: u8 = 250;

/// By how much a bit moves its likelihood, in 32,768ths of the way: not seen before, by half; seen eight times, by a
/// tenth. A table, as a division would take as long as all else that is done for a bit.
static SHARES: [u16; MOST_SEEN as usize + 1] = {
    let mut shares = [0; MOST_SEEN as usize + 1];
    let mut seen = 0;
    while seen < shares.len() {
        shares[seen] = (1 << SHARE_BITS) / (seen as u16 + 2);
        seen += 1;
    }
    shares
};
const SHARE_BITS: u32 = 15;

impl Likelihood {
    const EVEN: Self = Self { of_one: 1 << 15, seen: 0 };

    fn learn(&mut self, bit: bool) {
        let (of_one, target) = (i32::from(self.of_one), if bit { 1 << 16 } else { 0 });
        let step = (target - of_one) * i32::from(SHARES[usize::from(self.seen)]);
        let moved = of_one + (step >> SHARE_BITS);
        self.of_one = moved.clamp(LEAST_LIKELY.into(), i32::from(u16::MAX - LEAST_LIKELY)) as u16;
        self.seen = self.seen.saturating_add(1).min(MOST_SEEN);
    }
}

impl Interval {
    const ALL: Self = Self { low: 0, high: u32::MAX };

    /// Where a bit of that likelihood divides the codes: set up to there, not set behind it.
    fn split(&self, likelihood: Likelihood) -> u32 {
        self.low + ((self.high - self.low) >> 16) * u32::from(likelihood.of_one)
    }

    /// Keeps the part of a bit, which is learned.
    fn narrow(&mut self, bit: bool, split: u32, likelihood: &mut Likelihood) {
        if bit {
            self.high = split;
        } else {
            self.low = split + 1;
        }
        likelihood.learn(bit);
    }

    /// The first byte of all codes that are left, if they have one in common, which is dropped from them.
    fn shift_out(&mut self) -> Option<u8> {
        let is_settled = (self.low ^ self.high) >> 24 == 0;
        is_settled.then(|| {
            let byte = (self.high >> 24) as u8;
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
            byte
        })
    }
}

impl NumberModel {
    /// Of numbers from 0 to `count` minus one.
    pub(super) fn below(count: usize) -> Self {
        let bits = usize::BITS - count.saturating_sub(1).leading_zeros();
        Self { bits, likelihoods: vec![Likelihood::EVEN; 1 << bits] }
    }

    /// What such a model holds.
    pub(super) fn size(count: usize) -> usize {
        count.max(1).next_power_of_two()
    }
}

impl RangeEncoder {
    pub(super) fn new() -> Self {
        Self { interval: Interval::ALL, bytes: Vec::new() }
    }

    /// Writes a number the model knows of.
    pub(super) fn write(&mut self, number: u32, model: &mut NumberModel) {
        let mut place = 1;
        for shift in (0..model.bits).rev() {
            let bit = number >> shift & 1 == 1;
            self.write_bit(bit, &mut model.likelihoods[place]);
            place = place * 2 + usize::from(bit);
        }
    }

    /// All that was written.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.bytes.extend(self.interval.high.to_be_bytes());
        self.bytes
    }

    fn write_bit(&mut self, bit: bool, likelihood: &mut Likelihood) {
        let split = self.interval.split(*likelihood);
        self.interval.narrow(bit, split, likelihood);
        while let Some(byte) = self.interval.shift_out() {
            self.bytes.push(byte);
        }
    }
}

impl<'a> RangeDecoder<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self { interval: Interval::ALL, code: 0, bytes: bytes.iter() };
        (0..4).for_each(|_| decoder.read_byte());
        decoder
    }

    /// The next number, of those the model knows of or, from bytes nobody wrote, one beyond them.
    pub(super) fn read(&mut self, model: &mut NumberModel) -> u32 {
        let mut place = 1;
        for _ in 0..model.bits {
            let bit = self.read_bit(&mut model.likelihoods[place]);
            place = place * 2 + usize::from(bit);
        }
        place as u32 - (1 << model.bits)
    }

    fn read_bit(&mut self, likelihood: &mut Likelihood) -> bool {
        let split = self.interval.split(*likelihood);
        let bit = self.code <= split;
        self.interval.narrow(bit, split, likelihood);
        while self.interval.shift_out().is_some() {
            self.read_byte();
        }
        bit
    }

    fn read_byte(&mut self) {
        self.code = self.code << 8 | u32::from(self.bytes.next().copied().unwrap_or(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(numbers: &[u32], count: usize) -> Vec<u8> {
        let (mut encoder, mut model) = (RangeEncoder::new(), NumberModel::below(count));
        numbers.iter().for_each(|number| encoder.write(*number, &mut model));
        encoder.finish()
    }

    fn read(bytes: &[u8], length: usize, count: usize) -> Vec<u32> {
        let (mut decoder, mut model) = (RangeDecoder::new(bytes), NumberModel::below(count));
        (0..length).map(|_| decoder.read(&mut model)).collect()
    }

    proptest! {
        #[test]
        fn numbers_are_read_as_written(numbers in prop::collection::vec(0..300_u32, 0..500), shift in 0..9_u32) {
            let numbers: Vec<u32> = numbers.into_iter().map(|number| number >> shift).collect();
            prop_assert_eq!(read(&written(&numbers, 300), numbers.len(), 300), numbers);
        }

        #[test]
        fn any_bytes_are_numbers(bytes in prop::collection::vec(any::<u8>(), 0..50)) {
            prop_assert!(read(&bytes, 500, 300).iter().all(|number| *number < 512));
        }
    }

    #[test]
    fn what_is_likely_takes_few_bits() {
        let seldom: Vec<u32> = (0..80_000).map(|at| u32::from(at % 100 == 0) * 5).collect();
        // The entropy of one in a hundred is 0.081 bits; that there are 8 numbers must cost next to nothing.
        assert!((800..1_000).contains(&written(&seldom, 8).len()), "{}", written(&seldom, 8).len());
        assert!(written(&[3; 80_000], 4).len() < 200);
    }
}
