//! A description as elements. Its blocks hold no markup, so whatever a feed said is text here.

use leptos::prelude::*;

use crate::domain::{Block, Description, Inline};

/// A description longer than this waits behind "Read more", its text still in the page.
const LONG_CHARACTERS: usize = 1_400;

/// All blocks of a description. Shows nothing when there are none.
#[component]
pub fn DescriptionView(
    /// The text.
    description: Description,
) -> impl IntoView {
    (!description.is_empty()).then(|| view! { <div class="description">{blocks(&description.blocks)}</div> })
}

/// A description that is cut by its height when long; "Read more" opens it, also by keyboard and without script.
#[component]
pub fn CollapsibleDescription(
    /// The text.
    description: Description,
    /// Names the switch for this page: unique among elements.
    id: &'static str,
) -> impl IntoView {
    let is_long = description.plain_text().chars().count() > LONG_CHARACTERS;
    if !is_long {
        return view! { <DescriptionView description/> }.into_any();
    }
    view! {
        <div class="read-more">
            <input class="read-more-switch visually-hidden" type="checkbox" id=id/>
            <div class="read-more-text"><DescriptionView description/></div>
            <label class="read-more-label" for=id>
                <span class="read-more-open">"Read more"</span>
                <span class="read-more-close">"Read less"</span>
            </label>
        </div>
    }
    .into_any()
}

fn blocks(blocks: &[Block]) -> Vec<AnyView> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Heading(content) => view! { <h3>{inlines(content)}</h3> }.into_any(),
        Block::Paragraph(content) => view! { <p>{inlines(content)}</p> }.into_any(),
        Block::List { ordered: true, items } => view! { <ol>{list_items(items)}</ol> }.into_any(),
        Block::List { ordered: false, items } => view! { <ul>{list_items(items)}</ul> }.into_any(),
    }
}

/// An item of a single paragraph needs no paragraph of its own.
fn list_items(items: &[Vec<Block>]) -> Vec<AnyView> {
    let item = |content: &Vec<Block>| match content.as_slice() {
        [Block::Paragraph(only)] => view! { <li>{inlines(only)}</li> }.into_any(),
        [Block::Paragraph(first), rest @ ..] => view! { <li>{inlines(first)}{blocks(rest)}</li> }.into_any(),
        all => view! { <li>{blocks(all)}</li> }.into_any(),
    };
    items.iter().map(item).collect()
}

fn inlines(content: &[Inline]) -> Vec<AnyView> {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Emphasis(content) => view! { <strong>{inlines(content)}</strong> }.into_any(),
        Inline::Link { url, content } => {
            let href = url.as_str().to_owned();
            view! { <a href=href rel="noopener nofollow ugc external">{inlines(content)}</a> }.into_any()
        }
        Inline::Break => view! { <br/> }.into_any(),
    }
}
