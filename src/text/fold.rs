//! Folding: what is left of a word when case, accents and compatibility forms are taken away.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word in lower case, without accents: `Café` is `cafe`, `Ｒｕｓｔ` is `rust`, `ß` is `ss`.
///
/// Marks that make another letter in their script (Devanagari vowels, Japanese voicing) stay; the optional vowel
/// points of Hebrew and Arabic go, as people leave them out when they type.
pub fn fold(word: &str) -> Cow<'_, str> {
    match word {
        _ if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) => Cow::Borrowed(word),
        _ if word.is_ascii() => Cow::Owned(word.to_ascii_lowercase()),
        _ => Cow::Owned(word.nfkd().filter(|c| is_kept(*c)).flat_map(lower).nfc().collect()),
    }
}

/// Letters, digits and meaningful marks; the signs that special terms are written with occur in ASCII alone.
fn is_kept(character: char) -> bool {
    (character.is_alphanumeric() || is_combining_mark(character)) && !is_accent(character)
}

fn is_accent(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Lower case, with letters that do not decompose written out.
fn lower(character: char) -> impl Iterator<Item = char> {
    let spelled = match character {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' => "d",
        'ı' => "i",
        _ => "",
    };
    let itself = spelled.is_empty().then(|| character.to_lowercase());
    spelled.chars().chain(itself.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_accents_and_compatibility_forms_do_not_matter() {
        for (word, folded) in [
            ("Café", "cafe"),
            ("Cafe\u{301}", "cafe"),
            ("ZÜRICH", "zurich"),
            ("Łódź", "lodz"),
            ("Ｒｕｓｔ", "rust"),
            ("ﬁnance", "finance"),
            ("İstanbul", "istanbul"),
            ("Straße", "strasse"),
            ("C#", "c#"),
        ] {
            assert_eq!(fold(word), folded, "{word}");
        }
    }

    #[test]
    fn marks_that_make_another_letter_stay() {
        for word in ["हिन्दी", "がぎ", "한국어", "ไทย"] {
            assert_eq!(fold(word), word);
        }
        assert_eq!(fold("שָׁלוֹם"), "שלום");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(word in "\\PC{0,12}") {
            let once = fold(&word).into_owned();
            prop_assert_eq!(fold(&once), once.as_str());
        }
    }
}
