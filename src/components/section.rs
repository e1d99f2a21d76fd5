//! A titled part of a page.

use maud::{Markup, html};

/// A part with its heading, which `id` names: unique among elements.
pub fn section(id: &str, title: &str, contents: &Markup) -> Markup {
    html! {
        section class="section" aria-labelledby=(id) {
            h2 id=(id) { (title) }
            (contents)
        }
    }
}

/// A part that is a list; empty when there is nothing to list.
pub fn list_section(id: &str, title: &str, class: &str, items: &[Markup]) -> Markup {
    if items.is_empty() {
        return Markup::default();
    }
    section(id, title, &html! { ul class=(class) { @for item in items { (item) } } })
}
