//! A symbol of the icon sprite.

use leptos::prelude::*;
use maud::{Markup, html};

use super::inert::inert;
use crate::store::expect_board;

/// A decorative symbol, hidden from screen readers: the words beside it carry the meaning.
///
/// `name` is the symbol's identifier in `icons.svg`, with or without its `icon-` prefix.
pub fn icon(name: &str) -> Markup {
    let symbol = format!("{}icons.svg#icon-{}", expect_board().base_path, name.trim_start_matches("icon-"));
    html! {
        svg class="icon" aria-hidden="true" width="24" height="24" { use href=(symbol) {} }
    }
}

/// The same among elements that change.
#[component]
pub fn Icon(
    /// The symbol's identifier.
    name: &'static str,
) -> impl IntoView {
    inert(icon(name))
}
