//! Unicode's normal forms, cases, and marks: from tables natively, from the browser's own tables in a browser.
//!
//! Every browser has these tables, and they would make up a seventh of the app. Both sides agree on every character
//! that both know, because Unicode never changes how an assigned character decomposes
//! (<https://www.unicode.org/policies/stability_policy.html>).

/// The text fully decomposed, including compatibility forms (NFKD): `é` becomes `e` and an accent, `ﬁ` becomes `fi`.
pub fn taken_apart(text: &str) -> String {
    platform::taken_apart(text)
}

/// The text fully composed (NFC): `e` and an accent become `é`.
pub fn put_together(text: &str) -> String {
    platform::put_together(text)
}

/// The text in lower case, also outside ASCII.
pub fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { platform::lower(text) }
}

/// The text in upper case, also outside ASCII.
pub fn upper(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_uppercase() } else { platform::upper(text) }
}

/// The text with its first character in upper case.
pub fn capitalized(text: &str) -> String {
    let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
    upper(first) + rest
}

/// Whether the character is a mark on the one before it (general category `M`).
pub fn is_mark(character: char) -> bool {
    !is_plainly_no_mark(character) && platform::is_mark(character)
}

/// Whether the character is in one of the most common blocks without marks: ASCII and Latin, punctuation, Kana, Han,
/// and Hangul. Nearly every character of a text is.
fn is_plainly_no_mark(character: char) -> bool {
    matches!(character,
        '\0'..='\u{2ff}' | '\u{2000}'..='\u{206f}' | '\u{3041}'..='\u{3096}' | '\u{30a0}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

    pub(super) fn taken_apart(text: &str) -> String {
        text.nfkd().collect()
    }

    pub(super) fn put_together(text: &str) -> String {
        text.nfc().collect()
    }

    pub(super) fn lower(text: &str) -> String {
        text.to_lowercase()
    }

    pub(super) fn upper(text: &str) -> String {
        text.to_uppercase()
    }

    pub(super) fn is_mark(character: char) -> bool {
        is_combining_mark(character)
    }
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use js_sys::{JsString, RegExp};

    pub(super) fn taken_apart(text: &str) -> String {
        JsString::from(text).normalize("NFKD").into()
    }

    pub(super) fn put_together(text: &str) -> String {
        JsString::from(text).normalize("NFC").into()
    }

    pub(super) fn lower(text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }

    pub(super) fn upper(text: &str) -> String {
        JsString::from(text).to_upper_case().into()
    }

    pub(super) fn is_mark(character: char) -> bool {
        thread_local! {
            static MARK: RegExp = RegExp::new(r"\p{M}", "u");
        }
        MARK.with(|mark| mark.test(character.encode_utf8(&mut [0; 4])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decided_without_tables_is_decided_as_by_them() {
        for character in '\0'..=char::MAX {
            assert_eq!(is_mark(character), platform::is_mark(character), "{character:?}");
        }
    }
}
