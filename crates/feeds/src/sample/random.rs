//! Random numbers that are the same everywhere: a small generator, and draws that use only integers.
//!
//! Floating-point functions differ between machines in their last bits, so this uses none.

/// SplitMix64, the generator with which Java seeds others (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014): a counter with steps of the golden ratio, then mixed. Not for secrets.
pub(super) struct Random {
    state: u64,
}

/// 2⁶⁴ divided by the golden ratio, made odd, so that the counter visits every value.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Random {
    /// The generator for one numbered thing, independent of all others with the same seed.
    pub(super) fn numbered(seed: u64, number: u64) -> Self {
        Self { state: stirred(stirred(seed).wrapping_add(number.wrapping_mul(STEP))) }
    }

    /// The next 64 random bits.
    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STEP);
        stirred(self.state)
    }

    /// A number from 0 up to but not including `end`, which is above 0: multiplies, and keeps the high half.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(end)) >> 64) as u64
    }

    /// True in `percent` of 100 cases.
    pub(super) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of the items, all equally likely; there must be at least one.
    pub(super) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }

    /// `count` different items in random order, or all of them if there are fewer.
    pub(super) fn pick_some<T: Copy>(&mut self, items: &[T], count: usize) -> Vec<T> {
        let mut pool = items.to_vec();
        let count = count.min(pool.len());
        for place in 0..count {
            let other = place + self.below((pool.len() - place) as u64) as usize;
            pool.swap(place, other);
        }
        pool.truncate(count);
        pool
    }
}

/// Weights of ranks, for random draws; by Zipf's law, rank `n` has the weight `1 / (n + flatness)`.
pub(super) struct Weights {
    /// The sum of the weights up to and including each rank.
    cumulative: Vec<u64>,
}

/// Large enough for the rarest of a million ranks to have a weight.
const UNIT: u64 = 1 << 32;

impl Weights {
    /// Weights for `count` ranks, at least one. At flatness 1, the first rank is twice as likely as the second; at 10,
    /// it is a tenth more likely.
    pub(super) fn zipf(count: usize, flatness: u64) -> Self {
        Self::of((0..count as u64).map(|rank| UNIT / (rank + flatness)))
    }

    /// These weights; at least one must be above 0.
    pub(super) fn of(weights: impl Iterator<Item = u64>) -> Self {
        let mut total = 0;
        let cumulative = weights.map(|weight| {
            total += weight;
            total
        });
        Self { cumulative: cumulative.collect() }
    }

    /// A random rank, from 0.
    pub(super) fn pick(&self, random: &mut Random) -> usize {
        let total = self.cumulative.last().copied().unwrap_or(1);
        let drawn = random.below(total);
        self.cumulative.partition_point(|sum| *sum <= drawn)
    }
}

fn stirred(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_published_one() {
        let mut random = Random { state: 1_234_567 };
        assert_eq!([random.next(), random.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn picked_items_are_different() {
        let mut random = Random::numbered(1, 1);
        let mut picked = random.pick_some(&[1, 2, 3, 4, 5], 9);
        picked.sort_unstable();
        assert_eq!(picked, [1, 2, 3, 4, 5]);
    }

    #[test]
    fn the_first_rank_is_drawn_in_proportion() {
        let (weights, mut random) = (Weights::zipf(2, 1), Random::numbered(1, 2));
        let first = (0..3_000).filter(|_| weights.pick(&mut random) == 0).count();
        assert!((1_900..2_100).contains(&first), "{first} of 3,000, expected 2,000");
    }
}
