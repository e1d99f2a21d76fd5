//! Removes what readers can't see: control characters, zero-width characters, and direction overrides. A posting could
//! hide words or reverse a line with them.

use std::borrow::Cow;

use html5gum::{Token, Tokenizer};

use super::mojibake::mended;

/// The text as one line: white space collapsed, invisible characters removed, cut to `characters`.
pub(super) fn line(text: &str, characters: usize) -> String {
    let mut line = String::new();
    for word in visible(text).split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if let Some((end, _)) = line.char_indices().nth(characters) {
        line.truncate(end);
        line.truncate(line.trim_end().len());
    }
    line
}

/// The text as one line; `None` if nothing visible is left.
pub(super) fn optional_line(text: Option<&str>, characters: usize) -> Option<String> {
    text.map(|text| line(text, characters)).filter(|line| !line.is_empty())
}

/// The text as one line for display. Entities are decoded first, because feeds escape even plain fields (`R&amp;D`).
pub(super) fn label(text: Option<&str>, characters: usize) -> Option<String> {
    optional_line(Some(&mended(&without_entities(text?))), characters)
}

/// The text with every entity decoded; tags stay as text.
pub(super) fn without_entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::new();
    for Ok(token) in Tokenizer::new(text.replace('<', "&lt;").as_str()) {
        if let Token::String(part) = token {
            decoded.push_str(&String::from_utf8_lossy(&part));
        }
    }
    Cow::Owned(decoded)
}

/// The text without invisible characters; keeps tabs, line ends, and spaces.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    let is_harmless = |byte: u8| !byte.is_ascii_control() || matches!(byte, b'\t' | b'\n' | b'\r');
    // Most text is plain ASCII, which can be checked many times faster.
    if text.is_ascii() && text.bytes().all(is_harmless) || !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace(is_invisible, ""))
}

/// Whether a character only hides or reorders others.
pub(super) fn is_invisible(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        // Soft hyphen, Arabic letter mark, Mongolian separator.
        '\u{ad}' | '\u{61c}' | '\u{180e}' => true,
        // Zero-width spaces and joiners, direction marks, overrides and isolates, invisible operators.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        // Byte order mark, annotation marks, tag characters.
        '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hold_only_what_can_be_seen() {
        for (text, expected) in [
            ("  Senior\t Rust \n engineer ", "Senior Rust engineer"),
            ("\u{202e}reenigne\u{202c}", "reenigne"),
            ("Zero\u{200b}width\u{feff}", "Zerowidth"),
            ("bell\u{7}\u{0}", "bell"),
            ("a\u{2028}b", "a b"),
            ("नमस्ते 软件", "नमस्ते 软件"),
        ] {
            assert_eq!(line(text, 200), expected);
        }
        assert_eq!(label(Some("R&amp;D &#x202e;T&#39;s <48"), 99).as_deref(), Some("R&D T's <48"));
        assert_eq!(line("abcdef", 3), "abc");
        assert_eq!(line("ab cdef", 3), "ab");
        assert_eq!(optional_line(Some("\u{200b} "), 9), None);
    }
}
