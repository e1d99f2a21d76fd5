//! Folding: removes case, accents, and compatibility forms from a word.

use std::borrow::Cow;

use crate::unicode;

/// A word in lower case, without accents: `Café` is `cafe`, `Ｒｕｓｔ` is `rust`, `ß` is `ss`.
///
/// Marks that make a different letter in their script (Devanagari vowels, Japanese voicing) stay. The optional vowel
/// points of Hebrew and Arabic are removed, because people leave them out when they type.
pub fn fold(word: &str) -> Cow<'_, str> {
    match word {
        _ if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) => Cow::Borrowed(word),
        _ if word.is_ascii() => Cow::Owned(word.to_ascii_lowercase()),
        _ if word.chars().all(is_folded) => Cow::Borrowed(word),
        _ => Cow::Owned(fold_any(word)),
    }
}

fn fold_any(word: &str) -> String {
    let kept: String = unicode::taken_apart(word).chars().filter(|c| is_kept(*c)).collect();
    let letters = spelled(&unicode::lower(&kept));
    if letters.is_ascii() { letters } else { unicode::put_together(&letters) }
}

/// Whether folding leaves a character as it is: ASCII, and lowercase Russian, Kana, Han, and Hangul, which are most of
/// what isn't ASCII. No two of them combine into a third.
fn is_folded(character: char) -> bool {
    matches!(character,
        'a'..='z' | '0'..='9' | 'а'..='и' | 'к'..='я' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | 'ー'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Whether it is a letter, digit, or meaningful mark. Signs in special terms such as `C++` occur only in ASCII words.
fn is_kept(character: char) -> bool {
    (character.is_alphanumeric() || unicode::is_mark(character)) && !is_accent(character)
}

fn is_accent(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// The lowercase word with letters that don't decompose written out, and sigma in its form within a word.
fn spelled(word: &str) -> String {
    let mut spelled = String::with_capacity(word.len());
    for character in word.chars() {
        match character {
            'ß' => spelled.push_str("ss"),
            'æ' => spelled.push_str("ae"),
            'œ' => spelled.push_str("oe"),
            'ø' => spelled.push('o'),
            'ł' => spelled.push('l'),
            'đ' => spelled.push('d'),
            'ı' => spelled.push('i'),
            'ς' => spelled.push('σ'),
            _ => spelled.push(character),
        }
    }
    spelled
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
            ("STRAẞE", "strasse"),
            ("Άρης", "αρησ"),
            ("ΆΡΗΣ", "αρησ"),
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

    #[test]
    fn what_counts_as_folded_is_left_as_it_is() {
        for character in ('\0'..=char::MAX).filter(|c| is_folded(*c)) {
            assert_eq!(fold_any(&character.to_string()), character.to_string());
        }
    }

    proptest! {
        #[test]
        fn what_counts_as_folded_is_left_as_it_is_beside_others(
            word in "[a-z0-9а-ик-я\u{3041}-\u{3096}\u{30a1}-\u{30fa}\u{4e00}-\u{9fff}\u{ac00}-\u{d7a3}]{1,12}"
        ) {
            prop_assert_eq!(fold_any(&word), word);
        }

        #[test]
        fn folding_twice_changes_nothing(word in "\\PC{0,12}") {
            let once = fold(&word).into_owned();
            prop_assert_eq!(fold(&once), once.as_str());
        }
    }
}
