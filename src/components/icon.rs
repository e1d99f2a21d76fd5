//! Icons: those of the interface from the sprite `icons.svg`, and those of brands from a file each.

use leptos::prelude::*;
use maud::{Markup, html};

use super::inert::inert;
use crate::store::expect_board;

/// Decorative icon, hidden from screen readers; the text next to it carries the meaning.
///
/// `name` is the symbol's id in `icons.svg`, without the prefix `icon-`.
pub fn icon(name: &str) -> Markup {
    symbol(&format!("icons.svg#icon-{name}"))
}

/// Decorative symbol of a brand; `name` is that of its file in `brands`, without the extension.
///
/// Most pages show few of the brands, so each is fetched by itself.
pub fn brand_icon(name: &str) -> Markup {
    symbol(&format!("brands/{name}.svg#icon"))
}

/// Draws the symbol at `address`, which is relative to the board's.
fn symbol(address: &str) -> Markup {
    let address = format!("{}{address}", expect_board().base_path);
    html! {
        svg class="icon" aria-hidden="true" width="24" height="24" { use href=(address) {} }
    }
}

/// Same as [`icon`], for use inside views that change.
#[component]
pub fn Icon(
    /// Symbol's id in `icons.svg`, without the prefix `icon-`.
    name: &'static str,
) -> impl IntoView {
    inert(icon(name))
}
