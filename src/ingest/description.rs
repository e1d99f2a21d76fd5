//! Descriptions: HTML (also escaped once or twice), Markdown or plain text, parsed once into blocks.
//!
//! What comes out holds no markup, no control or direction characters, and no link but to the web; its nesting and
//! size are bounded. Everything downstream relies on that.

use crate::domain::Description;

use super::{lines, markup};

pub(super) use super::markup::without_entities;

/// The blocks of a text.
pub(super) fn parse(text: &str) -> Description {
    let text = &text[..text.floor_char_boundary(LONGEST_TEXT)];
    let text = unescaped(text);
    let lines = if markup::is_html(&text) { markup::lines(&text) } else { lines::from_text(&without_entities(&text)) };
    Description { blocks: lines::blocks(lines) }
}

/// Longer texts are cut, in bytes; the longest real one seen had 60,000.
const LONGEST_TEXT: usize = 200_000;
/// Some exports escape HTML, and then escape the result.
const MOST_ESCAPES: usize = 2;

/// The text with escaped tags made tags again, so `&lt;p&gt;` is a paragraph.
fn unescaped(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..MOST_ESCAPES {
        if markup::is_html(&text) || !text.contains('&') {
            break;
        }
        let decoded = without_entities(&text);
        // A single level of entities in plain text is decoded where the lines are read.
        if !markup::is_html(&decoded) && !decoded.contains("&lt;") {
            break;
        }
        text = decoded;
    }
    text
}
