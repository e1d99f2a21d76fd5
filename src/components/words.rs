//! Counts in words.

use crate::{domain::group_digits, store::expect_board};

/// `1 job`, `21,011 jobs`: grouped as the board's readers write numbers.
pub fn jobs_in_words(count: usize) -> String {
    let number = group_digits(count as u64, expect_board().currency);
    if count == 1 { format!("{number} job") } else { format!("{number} jobs") }
}
