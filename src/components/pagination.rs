//! Links to the pages of a list.

use maud::{Markup, html};

use crate::store::expect_words;

/// Links to the pages around the current one. `page` counts from 0. Empty if there is only one page.
pub fn pagination(page: usize, page_count: usize, link: impl Fn(usize) -> String) -> Markup {
    if page_count <= 1 {
        return Markup::default();
    }
    let words = &expect_words().search;
    html! {
        nav class="pagination" aria-label=(words.pages_of_results) {
            ul {
                @if let Some(before) = page.checked_sub(1) {
                    li { a class="page-link" rel="prev" href=(link(before)) { (words.previous) } }
                }
                @for shown in shown_pages(page, page_count) {
                    @match shown {
                        Some(number) => li {
                            a class="page-link" href=(link(number)) aria-label=((words.page)(number + 1))
                                aria-current=[(number == page).then_some("page")] { (number + 1) }
                        },
                        None => li class="page-gap" aria-hidden="true" { "…" },
                    }
                }
                @if page + 1 < page_count {
                    li { a class="page-link" rel="next" href=(link(page + 1)) { (words.next) } }
                }
            }
        }
    }
}

/// First and last page, the current one, and its neighbors, counted from 0; `None` is a gap.
fn shown_pages(page: usize, page_count: usize) -> Vec<Option<usize>> {
    let mut shown = Vec::new();
    for number in 0..page_count {
        if number == 0 || number + 1 == page_count || number.abs_diff(page) <= 1 {
            shown.push(Some(number));
        } else if shown.last() != Some(&None) {
            shown.push(None);
        }
    }
    shown
}
