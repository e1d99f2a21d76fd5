//! Pages of results as links.

use leptos::prelude::*;

/// Links to the pages around the current one. Shows nothing when there is one page.
#[component]
pub fn Pagination(
    /// The page shown, from 0.
    page: usize,
    /// How many pages there are.
    page_count: usize,
    /// The link to a page.
    link: Callback<usize, String>,
) -> impl IntoView {
    (page_count > 1).then(|| {
        let previous = page.checked_sub(1).map(|before| {
            view! { <li><a class="page-link" rel="prev" href=link.run(before)>"Previous"</a></li> }
        });
        let next = (page + 1 < page_count).then(|| {
            view! { <li><a class="page-link" rel="next" href=link.run(page + 1)>"Next"</a></li> }
        });
        let pages = shown_pages(page, page_count).into_iter().map(|shown| match shown {
            Some(number) => view! {
                <li>
                    <a class="page-link" href=link.run(number) aria-label=format!("Page {}", number + 1)
                        aria-current=(number == page).then_some("page")>{number + 1}</a>
                </li>
            }
            .into_any(),
            None => view! { <li class="page-gap" aria-hidden="true">"…"</li> }.into_any(),
        });
        view! {
            <nav class="pagination" aria-label="Pages of results">
                <ul>{previous}{pages.collect_view()}{next}</ul>
            </nav>
        }
    })
}

/// First, last and the neighbors of the current page; `None` where pages are left out.
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
