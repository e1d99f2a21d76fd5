//! Repairs text that was decoded with the wrong character set: `isnâ€™t` for `isn’t`.
//!
//! It repairs only what is certain: characters that, as bytes, are UTF-8 that nobody writes by chance.

use std::borrow::Cow;

/// The text as its author wrote it.
pub(super) fn mended(text: &str) -> Cow<'_, str> {
    let is_certain =
        |at: usize| matches!(sequence(&text[at..]), Some((_, length)) if length > 2 || has_control(&text[at..]));
    if !text.match_indices(is_lead).any(|(at, _)| is_certain(at)) {
        return Cow::Borrowed(text);
    }
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_lead) {
        mended.push_str(&rest[..at]);
        rest = &rest[at..];
        let (character, length) = sequence(rest).unwrap_or_else(|| (rest.chars().next().unwrap_or_default(), 1));
        mended.push(character);
        rest = rest.char_indices().nth(length).map_or("", |(end, _)| &rest[end..]);
    }
    Cow::Owned(mended + rest)
}

/// Whether the second character is a control character, which appears only after wrong decoding.
fn has_control(text: &str) -> bool {
    text.chars().nth(1).is_some_and(|c| matches!(c, '\u{80}'..='\u{9f}'))
}

/// Whether a character is the first byte of a UTF-8 sequence, decoded alone.
fn is_lead(character: char) -> bool {
    matches!(character, '\u{c2}'..='\u{f4}')
}

/// The character that a text's first characters encode as bytes, and how many they are.
fn sequence(text: &str) -> Option<(char, usize)> {
    let lead = text.chars().next().and_then(byte)?;
    let length = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    let bytes: Vec<u8> = text.chars().take(length).map(byte).collect::<Option<_>>()?;
    let character = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((character, length))
}

/// The byte of a character in Latin-1 or Windows-1252.
fn byte(character: char) -> Option<u8> {
    const WINDOWS: [(char, u8); 27] = [
        ('€', 0x80),
        ('‚', 0x82),
        ('ƒ', 0x83),
        ('„', 0x84),
        ('…', 0x85),
        ('†', 0x86),
        ('‡', 0x87),
        ('ˆ', 0x88),
        ('‰', 0x89),
        ('Š', 0x8a),
        ('‹', 0x8b),
        ('Œ', 0x8c),
        ('Ž', 0x8e),
        ('‘', 0x91),
        ('’', 0x92),
        ('“', 0x93),
        ('”', 0x94),
        ('•', 0x95),
        ('–', 0x96),
        ('—', 0x97),
        ('˜', 0x98),
        ('™', 0x99),
        ('š', 0x9a),
        ('›', 0x9b),
        ('œ', 0x9c),
        ('ž', 0x9e),
        ('Ÿ', 0x9f),
    ];
    let windows = || WINDOWS.iter().find(|(known, _)| *known == character).map(|(_, byte)| *byte);
    u8::try_from(u32::from(character)).ok().or_else(windows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_is_mended() {
        for (text, expected) in [
            ("isn\u{e2}\u{80}\u{99}t", "isn’t"),
            ("isnâ€™t caf\u{c3}\u{a9}", "isn’t café"),
            ("\u{c3}\u{89}cole", "École"),
            ("ðŸš€ go", "🚀 go"),
            ("Â© 2026, São Paulo, Ã©", "Â© 2026, São Paulo, Ã©"),
            ("â", "â"),
            ("plain", "plain"),
        ] {
            assert_eq!(mended(text), expected);
        }
    }
}
