//! Unicode's normal forms, cases and marks: from tables natively, asked of the browser where there is one.
//!
//! Every browser has these tables, and they are a seventh of what the app would have to bring along. Both sides say the
//! same of every character that both know: Unicode never changes how an assigned character is taken apart
//! (<https://www.unicode.org/policies/stability_policy.html>).

/// The text with everything taken apart, compatibility forms too (NFKD): `é` is `e` and an accent, `ﬁ` is `fi`.
pub(crate) fn taken_apart(text: &str) -> String {
    platform::taken_apart(text)
}

/// The text with everything put together that can be (NFC): `e` and an accent are `é`.
pub(crate) fn put_together(text: &str) -> String {
    platform::put_together(text)
}

/// The text in lower case.
pub(crate) fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { platform::lower(text) }
}

/// The text in upper case.
pub(crate) fn upper(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_uppercase() } else { platform::upper(text) }
}

/// The text with its first character in upper case.
pub(crate) fn capitalized(text: &str) -> String {
    let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
    upper(first) + rest
}

/// Whether it belongs to the character before it (general category `M`).
pub(crate) fn is_mark(character: char) -> bool {
    !is_plainly_no_mark(character) && platform::is_mark(character)
}

/// Nearly every character of a text is in one of these blocks, which have no marks: ASCII and Latin, punctuation, Kana,
/// Han and Hangul.
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
