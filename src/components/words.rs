//! Counts as text, and sentences with markup inside.

use maud::{Markup, html};
use openroles_model::domain::group_digits;

use crate::store::expect_board;

/// `1 job` or `21,011 jobs`, with digits grouped as is usual for the board's currency.
pub fn jobs_in_words(count: usize) -> String {
    let board = expect_board();
    (board.words().frame.jobs_counted)(count, &group_digits(count as u64, board.currency))
}

/// A sentence of the table of words, with markup in place of its `#`.
pub fn sentence(text: &str, markup: &Markup) -> Markup {
    let (before, after) = text.split_once('#').unwrap_or((text, ""));
    html! { (before) (markup) (after) }
}
