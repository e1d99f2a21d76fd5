//! A symbol of the icon sprite.

use leptos::prelude::*;

use crate::store::expect_board;

/// A decorative symbol, hidden from screen readers: the words beside it carry the meaning.
#[component]
pub fn Icon(
    /// The symbol's identifier in `icons.svg`, with or without its `icon-` prefix.
    name: &'static str,
) -> impl IntoView {
    let symbol = format!("{}icons.svg#icon-{}", expect_board().base_path, name.trim_start_matches("icon-"));
    view! {
        <svg class="icon" aria-hidden="true" width="24" height="24">
            <use href=symbol></use>
        </svg>
    }
}
