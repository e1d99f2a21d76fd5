//! Every weight and ordering rule of search and of similar jobs.
//!
//! Numbers go in, numbers come out: nothing here knows an index, a query, or a posting. What a term says about a job is
//! computed when the index is built, so the weights in [`baked_in`] are part of the index's format: change one, and raise
//! `VERSION` in `index/chunk.rs` (a test compares the bytes of a small index). All others apply when someone searches.

/// Weights that an index already contains when it is opened.
pub(crate) mod baked_in {
    /// How much a mention in one field of a posting counts.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub(crate) struct FieldWeight {
        /// What any number of mentions in this field can add up to. At 0 the field is not searched. One mention adds a
        /// little less than half. Each field weighs twice the next, so two mentions in the better of two fields beat any
        /// number of mentions in the other.
        pub(crate) most: f32,
        /// How much a longer field weakens a mention. At 0 length doesn't matter; at 1 a mention in a field of twice the
        /// average length counts as half a mention.
        pub(crate) length: f32,
    }

    /// One word of a short title says more than one word of a long title.
    pub(crate) const TITLE: FieldWeight = FieldWeight { most: 16.0, length: 0.3 };
    /// A long list of skills is about as informative as a short one.
    pub(crate) const SKILLS: FieldWeight = FieldWeight { most: 8.0, length: 0.1 };
    /// A long company name doesn't make its words less telling.
    pub(crate) const COMPANY: FieldWeight = FieldWeight { most: 4.0, length: 0.1 };
    /// Nor does a long list of places.
    pub(crate) const PLACE: FieldWeight = FieldWeight { most: 2.0, length: 0.1 };
    /// Long descriptions are mostly boilerplate.
    pub(crate) const DESCRIPTION: FieldWeight = FieldWeight { most: 1.0, length: 0.75 };

    /// How soon further mentions stop to count (BM25's k1). At 0 the first mention decides; at 2 the tenth still counts.
    pub(crate) const SATURATION: f32 = 1.2;

    /// What `freq` mentions in a field say about a job: from 0 to `weight.most`. `relative_length` is the length of the
    /// field divided by its average on the board.
    pub(crate) fn mentions(weight: FieldWeight, freq: f32, relative_length: f32) -> f32 {
        let norm = 1.0 - weight.length + weight.length * relative_length;
        weight.most * freq / (freq + SATURATION * norm)
    }
}

/// What another form of a typed word counts, compared with the word itself. At 0 "engineers" doesn't find "engineer"; at 1
/// both rank alike.
pub(crate) const OTHER_FORM: f32 = 0.85;

/// What a longer word counts that begins like the one being typed. At 0 results don't follow the typing; at 1 "java" ranks
/// JavaScript jobs like Java jobs.
pub(crate) const LONGER_WORD: f32 = 0.6;

/// What a value counts that a word names ("remote"), for a job that has the value but not the word. At 0 such a job comes
/// after all others; at 16 it ranks like one with the word in its title. A mention of a place counts about as much.
pub(crate) const STATED_VALUE: f32 = 1.0;

/// How much a property says that `doc_freq` of `doc_count` jobs have: its logarithmic rarity, above 0.
pub(crate) fn rarity(doc_freq: usize, doc_count: usize) -> f32 {
    log2(1.0 + (doc_count as f32 + 1.0) / (doc_freq as f32 + 1.0))
}

/// The binary logarithm of a number from 1 up, linear between powers of two: at most 0.09 off, and the same to the last bit
/// on every machine, so that browsers and the command line rank alike.
fn log2(number: f32) -> f32 {
    let bits = number.to_bits();
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 1.0_f32.to_bits());
    (bits >> 23) as f32 - 127.0 + (mantissa - 1.0)
}

/// What puts one hit before another, in each order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Merit {
    /// How well the words match, 0 or more.
    Score(f32),
    /// The top of the stated pay per year, in the board's currency.
    Salary(u32),
    /// Nothing but the day it was posted.
    Day,
}

/// A hit's position in an order: the least comes first, and no two are equal. `doc` numbers jobs from the newest, so of two
/// hits with equal merit the newer comes first.
pub(crate) fn rank(merit: Merit, doc: u32) -> u64 {
    let merit = match merit {
        // The bits of floats from 0 up sort as the floats do.
        Merit::Score(score) => score.to_bits(),
        Merit::Salary(top) => top,
        Merit::Day => 0,
    };
    u64::from(u32::MAX - merit) << 32 | u64::from(doc)
}

/// What jobs say about pay when a search asks for a salary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PayGroup {
    /// They state pay that reaches it.
    Reaching,
    /// They state pay that can't be compared.
    OtherCurrency,
    /// They don't state pay.
    Unstated,
}

impl PayGroup {
    /// In the default order, all jobs of a group come before the next group.
    pub(crate) const IN_ORDER: [Self; 3] = [Self::Reaching, Self::OtherCurrency, Self::Unstated];
}

/// What a property counts that two jobs share, for how similar they are.
pub(crate) mod similar {
    /// A skill, times its rarity. Skills say best what the work is. At 0 only titles make jobs similar.
    pub(crate) const SKILL: f32 = 1.0;
    /// A word of the title, times its rarity. At 0 "Rust engineer" and "Rust developer" need shared skills to be similar; at
    /// 2 titles outweigh skills.
    pub(crate) const TITLE_WORD: f32 = 0.8;
    /// The rarest shared place, times its rarity. At 0 jobs far away are as similar as those nearby; at 1 a shared village
    /// outweighs a shared skill. Alone, it makes no job similar.
    pub(crate) const PLACE: f32 = 0.3;
    /// Years that one person can have, or the same step in both titles. At 0 interns see jobs for directors; at 5 seniority
    /// outweighs what the work is. Alone, it makes no job similar.
    pub(crate) const EXPERIENCE: f32 = 0.8;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rarer_says_more_and_the_logarithm_is_close() {
        assert!(rarity(1, 1_000) > rarity(2, 1_000) && rarity(999, 1_000) > 0.0 && rarity(1_000, 1_000) > 0.0);
        for number in [1.0_f32, 1.5, 2.0, 3.0, 1_000.0, 123_456.0] {
            assert!((log2(number) - number.log2()).abs() < 0.09, "{number}");
        }
    }

    #[test]
    fn two_mentions_in_a_better_field_beat_any_number_in_the_next() {
        use baked_in::{COMPANY, DESCRIPTION, PLACE, SKILLS, TITLE, mentions};
        for pair in [TITLE, SKILLS, COMPANY, PLACE, DESCRIPTION].windows(2) {
            assert!(mentions(pair[0], 2.0, 1.0) > mentions(pair[1], 1_000_000.0, 1.0), "{pair:?}");
        }
    }

    #[test]
    fn merit_decides_and_then_the_newer_job() {
        assert!(rank(Merit::Score(2.5), 9) < rank(Merit::Score(2.25), 1));
        assert!(rank(Merit::Score(0.0), 9) > rank(Merit::Score(f32::MIN_POSITIVE), 10));
        assert!(rank(Merit::Salary(20), 9) < rank(Merit::Salary(10), 1));
        assert!(rank(Merit::Day, 1) < rank(Merit::Day, 2));
    }
}
