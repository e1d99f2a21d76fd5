//! A text as blocks, parsed once at ingest. It holds no markup, so none can be injected.

use serde::{Deserialize, Serialize};

use super::link::WebUrl;

/// A description as blocks; empty if the posting has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Description {
    /// In reading order.
    pub blocks: Vec<Block>,
}

/// One block of a description.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Block {
    /// A heading; its level in the source is not kept.
    Heading(Vec<Inline>),
    /// Running text; line breaks inside are [`Inline::Break`].
    Paragraph(Vec<Inline>),
    /// A list. Each item is a sequence of blocks, so lists can nest.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// One sequence of blocks per item, in order.
        items: Vec<Vec<Block>>,
    },
}

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Inline {
    /// Unformatted text, with entities already decoded.
    Text(String),
    /// Emphasized text (bold or italic in the source).
    Emphasis(Vec<Inline>),
    /// A link to another site.
    Link {
        /// Target, as an absolute URL.
        url: WebUrl,
        /// The text of the link.
        content: Vec<Inline>,
    },
    /// A line break inside a block.
    Break,
}

impl Description {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// All text without structure, with a space between blocks: the text for search and excerpts.
    pub fn plain_text(&self) -> String {
        self.joined(' ')
    }

    /// All text without structure, with one line per block or broken line.
    pub fn lines(&self) -> String {
        self.joined('\n')
    }

    fn joined(&self, separator: char) -> String {
        let mut text = String::new();
        push_blocks(&mut text, &self.blocks, separator);
        text
    }

    /// The first `characters` of the plain text, cut at a word, with an ellipsis.
    pub fn excerpt(&self, characters: usize) -> String {
        cut_at_word(&self.plain_text(), characters)
    }
}

/// The first `characters` of `text`; if that cuts it, it ends at a word, with an ellipsis.
pub fn cut_at_word(text: &str, characters: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(characters) else {
        return text.to_owned();
    };
    let cut = &text[..end];
    let word = cut.rfind(' ').unwrap_or(end);
    format!("{}…", cut[..word].trim_end_matches([' ', ',', ';', ':', '.', '-']))
}

fn push_blocks(text: &mut String, blocks: &[Block], separator: char) {
    for block in blocks {
        match block {
            Block::Heading(inlines) | Block::Paragraph(inlines) => {
                separate(text, separator);
                push_inlines(text, inlines, separator);
            }
            Block::List { items, .. } => items.iter().for_each(|item| push_blocks(text, item, separator)),
        }
    }
}

fn push_inlines(text: &mut String, inlines: &[Inline], separator: char) {
    for inline in inlines {
        match inline {
            Inline::Text(run) => text.push_str(run),
            Inline::Emphasis(content) | Inline::Link { content, .. } => push_inlines(text, content, separator),
            Inline::Break => separate(text, separator),
        }
    }
}

fn separate(text: &mut String, separator: char) {
    if !text.is_empty() && !text.ends_with(separator) {
        text.push(separator);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_keeps_words_apart_across_blocks() {
        let item = |text: &str| vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])];
        let description = Description {
            blocks: vec![
                Block::Heading(vec![Inline::Text("Skills".to_owned())]),
                Block::List { ordered: false, items: vec![item("Rust"), item("Go")] },
            ],
        };
        assert_eq!(description.plain_text(), "Skills Rust Go");
        assert_eq!(description.lines(), "Skills\nRust\nGo");
        assert_eq!(description.excerpt(9), "Skills…");
        assert_eq!(description.excerpt(99), "Skills Rust Go");
    }
}
