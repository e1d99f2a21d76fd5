//! Icons from the sprite `icons.svg`.

use leptos::prelude::*;
use maud::{Markup, html};

use super::inert::inert;
use crate::store::expect_board;

/// Decorative icon, hidden from screen readers; the text next to it carries the meaning.
///
/// `name` is the symbol's id in `icons.svg`, with or without the prefix `icon-`.
pub fn icon(name: &str) -> Markup {
    let symbol = format!("{}icons.svg#icon-{}", expect_board().base_path, name.trim_start_matches("icon-"));
    html! {
        svg class="icon" aria-hidden="true" width="24" height="24" { use href=(symbol) {} }
    }
}

/// Same as [`icon`], for use inside views that change.
#[component]
pub fn Icon(
    /// Symbol's id in `icons.svg`.
    name: &'static str,
) -> impl IntoView {
    inert(icon(name))
}
