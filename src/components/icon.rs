//! A symbol of the icon sprite.

use leptos::prelude::*;

use crate::store::expect_board;

/// A decorative symbol, hidden from screen readers: the words beside it carry the meaning.
#[component]
pub fn Icon(
    /// The symbol's name in `icons.svg`, without the `icon-` prefix.
    name: &'static str,
) -> impl IntoView {
    let symbol = format!("{}icons.svg#icon-{name}", expect_board().base_path);
    view! {
        <svg class="icon" aria-hidden="true" width="24" height="24">
            <use href=symbol></use>
        </svg>
    }
}
