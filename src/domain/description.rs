//! A text as blocks, parsed once at ingest: no markup survives in here, so none can be injected.

use serde::{Deserialize, Serialize};

use super::link::WebUrl;

/// A description as blocks in reading order; empty when the posting has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Description {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
}

/// One block of a description.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Block {
    /// A heading inside the description, whatever its level was.
    Heading(Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list, each item being blocks, so that lists can nest.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Block>>,
    },
}

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Stressed text (bold or italic in the source).
    Emphasis(Vec<Inline>),
    /// A link that leads outside.
    Link {
        /// Where to.
        url: WebUrl,
        /// What is shown.
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

    /// All text without structure, blocks separated by a space: what is searched and excerpted.
    pub fn plain_text(&self) -> String {
        self.joined(' ')
    }

    /// All text without structure, blocks and broken lines each in a line of their own.
    pub fn lines(&self) -> String {
        self.joined('\n')
    }

    fn joined(&self, separator: char) -> String {
        let mut text = String::new();
        push_blocks(&mut text, &self.blocks, separator);
        text
    }

    /// The first `characters` of the plain text, cut at a word with an ellipsis.
    pub fn excerpt(&self, characters: usize) -> String {
        cut_at_word(&self.plain_text(), characters)
    }
}

/// The first `characters` of `text`; when cut, at a word and with an ellipsis.
fn cut_at_word(text: &str, characters: usize) -> String {
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
