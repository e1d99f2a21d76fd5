//! Adaptive binary range coder: writes numbers in as few bits as their likelihood allows.
//!
//! A number is coded bit by bit, highest bit first. The likelihood of each bit is learned from earlier numbers. The
//! encoder and the decoder learn the same from the same numbers, so only the coded bits are written.

/// Writes numbers.
pub(super) struct RangeEncoder {
    interval: Interval,
    bytes: Vec<u8>,
}

/// Reads numbers. After the end of its bytes it reads zeros, so any bytes can be decoded, though possibly to
/// meaningless numbers.
pub(super) struct RangeDecoder<'a> {
    interval: Interval,
    code: u32,
    bytes: std::slice::Iter<'a, u8>,
}

/// Codes that are still possible after the bits so far, including both ends.
struct Interval {
    low: u32,
    high: u32,
}

/// Model of numbers below a power of two: one likelihood for each bit after each sequence of higher bits.
#[derive(Clone)]
pub(super) struct NumberModel {
    bits: u32,
    /// The likelihood of the first bit is at index 1, and that of the bit after `b`, which was coded with index
    /// `n`, is at `2n + b`.
    likelihoods: Vec<Likelihood>,
}

/// Likelihood that a bit is 1, in 65,536ths, and how often the bit was seen.
#[derive(Clone, Copy)]
struct Likelihood {
    of_one: u16,
    seen: u8,
}

/// Lowest likelihood of either value of a bit, in 65,536ths. An unexpected bit therefore takes at most 11 bits.
const LEAST_LIKELY: u16 = 32;

/// The more often a bit was seen, the less it changes the likelihood; from this count on, the change stays the
/// same.
const MOST_SEEN: u8 = 250;

/// How far a bit moves its likelihood toward its value, in 32,768ths: by half if it wasn't seen before, by a tenth
/// after eight times. A table, because a division would take as long as all the rest of coding a bit.
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

    /// Divides the codes: those up to the returned one mean 1, the others 0.
    fn split(&self, likelihood: Likelihood) -> u32 {
        self.low + ((self.high - self.low) >> 16) * u32::from(likelihood.of_one)
    }

    /// Keeps the codes of a bit, and updates the likelihood.
    fn narrow(&mut self, bit: bool, split: u32, likelihood: &mut Likelihood) {
        if bit {
            self.high = split;
        } else {
            self.low = split + 1;
        }
        likelihood.learn(bit);
    }

    /// Removes and returns the first byte if all remaining codes share it.
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
    /// Model of numbers from 0 to `count` minus one.
    pub(super) fn below(count: usize) -> Self {
        let bits = usize::BITS - count.saturating_sub(1).leading_zeros();
        Self { bits, likelihoods: vec![Likelihood::EVEN; 1 << bits] }
    }

    /// Number of likelihoods in such a model.
    pub(super) fn size(count: usize) -> usize {
        count.max(1).next_power_of_two()
    }
}

impl RangeEncoder {
    pub(super) fn new() -> Self {
        Self { interval: Interval::ALL, bytes: Vec::new() }
    }

    /// Writes a number, which must be within the model's range.
    pub(super) fn write(&mut self, number: u32, model: &mut NumberModel) {
        let mut place = 1;
        for shift in (0..model.bits).rev() {
            let bit = number >> shift & 1 == 1;
            self.write_bit(bit, &mut model.likelihoods[place]);
            place = place * 2 + usize::from(bit);
        }
    }

    /// Returns the coded bytes.
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

    /// Next number. In damaged bytes, it may be beyond the count that the model was made for.
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
        // An event with likelihood 1/100 has an entropy of 0.081 bits; the other six numbers must cost almost
        // nothing.
        assert!((800..1_000).contains(&written(&seldom, 8).len()), "{}", written(&seldom, 8).len());
        assert!(written(&[3; 80_000], 4).len() < 200);
    }
}
