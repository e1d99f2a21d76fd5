//! Section of a page with a heading.

use maud::{Markup, html};

/// Section with a heading. `id` becomes the heading's id and must be unique on the page.
pub fn section(id: &str, title: &str, contents: &Markup) -> Markup {
    html! {
        section class="section" aria-labelledby=(id) {
            h2 id=(id) { (title) }
            (contents)
        }
    }
}

/// Section with a list; empty if `items` is empty.
pub fn list_section(id: &str, title: &str, class: &str, items: &[Markup]) -> Markup {
    if items.is_empty() {
        return Markup::default();
    }
    section(id, title, &html! { ul class=(class) { @for item in items { (item) } } })
}
