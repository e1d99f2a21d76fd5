//! Renders a description. Its blocks contain no markup, so anything a feed contains is shown as text.

use maud::{Markup, html};

use crate::domain::{Block, Description, Inline};

/// Length in characters above which a description is collapsed. The whole text stays in the page.
const LONG_CHARACTERS: usize = 1_400;

/// A description; a long one is cut off at a height and followed by "Read more", which works with the keyboard and
/// without JavaScript. `id` identifies its checkbox and must be unique on the page. `language` is the language of
/// the text, if it is known and isn't English. Empty if there is no text.
pub fn collapsible_description(description: &Description, id: &str, language: Option<&str>) -> Markup {
    let is_long = description.plain_text().chars().count() > LONG_CHARACTERS;
    if !is_long {
        return whole(description, language);
    }
    html! {
        div class="read-more" {
            input class="read-more-switch visually-hidden" type="checkbox" id=(id);
            div class="read-more-text" { (whole(description, language)) }
            label class="read-more-label" for=(id) {
                span class="read-more-open" { "Read more" }
                span class="read-more-close" { "Read less" }
            }
        }
    }
}

fn whole(description: &Description, language: Option<&str>) -> Markup {
    html! {
        @if !description.is_empty() { div class="description" lang=[language] { (blocks(&description.blocks)) } }
    }
}

fn blocks(blocks: &[Block]) -> Markup {
    html! {
        @for block in blocks {
            @match block {
                Block::Heading(content) => h3 { (inlines(content)) },
                Block::Paragraph(content) => p { (inlines(content)) },
                Block::List { ordered: true, items } => ol { (list_items(items)) },
                Block::List { ordered: false, items } => ul { (list_items(items)) },
            }
        }
    }
}

/// Items of a list. An item's first paragraph gets no `p` element.
fn list_items(items: &[Vec<Block>]) -> Markup {
    html! {
        @for content in items {
            li {
                @match content.as_slice() {
                    [Block::Paragraph(first), rest @ ..] => { (inlines(first)) (blocks(rest)) },
                    all => (blocks(all)),
                }
            }
        }
    }
}

fn inlines(content: &[Inline]) -> Markup {
    html! {
        @for inline in content {
            @match inline {
                Inline::Text(text) => (text),
                Inline::Emphasis(content) => strong { (inlines(content)) },
                Inline::Link { url, content } => {
                    a href=(url.as_str()) rel="noopener nofollow ugc external" { (inlines(content)) }
                },
                Inline::Break => br;,
            }
        }
    }
}
