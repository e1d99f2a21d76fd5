//! Counts as text.

use openroles_model::domain::group_digits;

use crate::store::expect_board;

/// `1 job` or `21,011 jobs`, with digits grouped as is usual for the board's currency.
pub fn jobs_in_words(count: usize) -> String {
    let board = expect_board();
    (board.words().frame.jobs_counted)(count, &group_digits(count as u64, board.currency))
}
