//! Every weight and ordering rule of search and of similar jobs.
//!
//! The functions here take and return plain numbers. They don't use indexes, queries, or postings. The weights in
//! [`baked_in`] apply when the index is built, so they are part of the index's format. If you change one, increase
//! `VERSION` in `index/chunk.rs`; a test compares the bytes of a small index. All other weights apply during a search.

/// Weights that apply when an index is built.
pub(crate) mod baked_in {
    /// Weight of the words in a field of a posting.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub(crate) struct FieldWeight {
        /// Limit that the mentions in this field approach. At 0 the field isn't searched. One mention counts a little
        /// less than half of the limit. Each field has twice the limit of the next, so two mentions in the better of
        /// two fields beat any number of mentions in the other.
        pub(crate) most: f32,
        /// How much the length of the field weakens a mention. At 0 length doesn't matter. At 1 two mentions in a field
        /// of twice the average length count as much as one in a field of average length.
        pub(crate) length: f32,
    }

    /// A word in a short title is more significant than one in a long title.
    pub(crate) const TITLE: FieldWeight = FieldWeight { most: 16.0, length: 0.3 };
    /// A long list of skills is about as informative as a short one.
    pub(crate) const SKILLS: FieldWeight = FieldWeight { most: 8.0, length: 0.1 };
    /// A word in a long company name is nearly as significant as one in a short name.
    pub(crate) const COMPANY: FieldWeight = FieldWeight { most: 4.0, length: 0.1 };
    /// The same is true of a long list of places.
    pub(crate) const PLACE: FieldWeight = FieldWeight { most: 2.0, length: 0.1 };
    /// Long descriptions are mostly boilerplate.
    pub(crate) const DESCRIPTION: FieldWeight = FieldWeight { most: 1.0, length: 0.75 };

    /// How soon further mentions stop counting (`k1` in BM25). At 0 the first mention decides; at 2 the tenth still
    /// counts.
    pub(crate) const SATURATION: f32 = 1.2;

    /// Impact of `freq` mentions in a field, from 0 to `weight.most`. `relative_length` is the length of the field
    /// divided by its average on the board.
    pub(crate) fn mentions(weight: FieldWeight, freq: f32, relative_length: f32) -> f32 {
        let norm = 1.0 - weight.length + weight.length * relative_length;
        weight.most * freq / (freq + SATURATION * norm)
    }
}

/// Weight of other forms of a word, relative to the word itself. At 0 "engineers" doesn't find "engineer"; at 1 both
/// rank alike.
pub(crate) const OTHER_FORM: f32 = 0.85;

/// Weight of longer words that begin with the word being typed, relative to the word itself. At 0 results don't follow
/// the typing; at 1 "java" ranks JavaScript jobs like Java jobs.
pub(crate) const LONGER_WORD: f32 = 0.6;

/// Impact of a value that a word stands for ("remote"), on a job that has the value but not the word. At 0 such jobs
/// come after all others; at 16 they rank like jobs with the word in the title. At 1 they rank about like jobs with the
/// word among their places.
pub(crate) const STATED_VALUE: f32 = 1.0;

/// Weight of a property that `doc_freq` of `doc_count` jobs have: its logarithmic rarity, above 0.
pub(crate) fn rarity(doc_freq: usize, doc_count: usize) -> f32 {
    log2(1.0 + (doc_count as f32 + 1.0) / (doc_freq as f32 + 1.0))
}

/// Binary logarithm of a number from 1 up, linear between powers of two. It is at most 0.09 too low, and exactly the
/// same on every machine, so browsers and the command line rank alike.
fn log2(number: f32) -> f32 {
    let bits = number.to_bits();
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 1.0_f32.to_bits());
    (bits >> 23) as f32 - 127.0 + (mantissa - 1.0)
}

/// What the order of the hits depends on, before the date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Merit {
    /// How well the words match, 0 or more.
    Score(f32),
    /// Top of the stated pay per year, in the board's currency.
    Salary(u32),
    /// Number of the build that first had the job.
    Build(u32),
    /// Nothing; only the date counts.
    Day,
}

/// Sort key of a hit; the smallest comes first, and no two hits have the same key. `doc` is the number of the job. Jobs
/// are numbered from newest to oldest, so of two hits with equal merit, the newer comes first.
pub(crate) fn rank(merit: Merit, doc: u32) -> u64 {
    let merit = match merit {
        // Floats from 0 up sort like their bits.
        Merit::Score(score) => score.to_bits(),
        Merit::Salary(top) => top,
        Merit::Build(number) => number,
        Merit::Day => 0,
    };
    u64::from(u32::MAX - merit) << 32 | u64::from(doc)
}

/// What a job states about pay, when a salary is requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PayGroup {
    /// Pay that reaches the requested salary.
    Reaching,
    /// Pay in a currency without an exchange rate.
    OtherCurrency,
    /// No pay in numbers.
    Unstated,
}

impl PayGroup {
    /// Order of the groups in the default order of hits.
    pub(crate) const IN_ORDER: [Self; 3] = [Self::Reaching, Self::OtherCurrency, Self::Unstated];
}

/// Weights of properties that two jobs share, for their similarity.
pub(crate) mod similar {
    /// Weight of a shared skill, multiplied by its rarity. Skills describe the work best. At 0 only titles make jobs
    /// similar.
    pub(crate) const SKILL: f32 = 1.0;
    /// Weight of a shared word in the titles, multiplied by its rarity. At 0 "Rust engineer" and "Rust developer" need
    /// shared skills to be similar; at 2 titles outweigh skills.
    pub(crate) const TITLE_WORD: f32 = 0.8;
    /// Weight of the rarest shared place, multiplied by its rarity. At 0 distance doesn't matter; at 1 a shared village
    /// outweighs a shared skill. A place alone doesn't make jobs similar.
    pub(crate) const PLACE: f32 = 0.3;
    /// Weight of overlapping years of experience, or of equal seniority in the titles. At 0 interns see jobs for
    /// directors; at 5 seniority outweighs the kind of work. Experience alone doesn't make jobs similar.
    pub(crate) const EXPERIENCE: f32 = 0.8;
    /// Share of the best other job's score from which a job stays on a list of similar jobs from build to build. At 0 a
    /// list changes only when one of its jobs closes; at 1 an edited job changes the pages of all that are like it.
    pub(crate) const KEPT_FROM: f32 = 0.8;
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
        assert!(rank(Merit::Build(3), 9) < rank(Merit::Build(2), 1));
        assert!(rank(Merit::Day, 1) < rank(Merit::Day, 2));
    }
}
