//! Light English stemming: removes plurals, `-ing`, `-ed`, and the `e` that these replace. It removes nothing else, so
//! that `manager` and `management` stay separate.

use std::borrow::Cow;

/// The stem of a folded term. Terms with digits, signs, or letters other than a to z are returned unchanged, and so are
/// terms of up to three letters. A stem has at least three letters.
pub fn stem(term: &str) -> Cow<'_, str> {
    let is_plain = term.len() > 3 && term.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_plain || INVARIABLE.contains(&term) {
        return Cow::Borrowed(term);
    }
    let mut word = term.to_owned();
    drop_plural(&mut word);
    drop_inflection(&mut word);
    drop_silent_ending(&mut word);
    Cow::Owned(word)
}

/// Words whose ending isn't a suffix, and which would become another word without it.
const INVARIABLE: [&str; 8] = ["news", "embed", "does", "goods", "embeds", "lens", "always", "mass"];

fn drop_plural(word: &mut String) {
    let ends = |ending: &str| word.ends_with(ending);
    let is_long = word.len() > 4;
    if is_long && ["sses", "xes", "ches", "shes"].into_iter().any(ends) {
        word.truncate(word.len() - 2);
    } else if is_long && ends("ies") {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if ends("s") && !["ss", "us", "is"].into_iter().any(ends) {
        word.truncate(word.len() - 1);
    }
}

fn drop_inflection(word: &mut String) {
    let ending = match word {
        _ if word.ends_with("ing") => 3,
        _ if word.ends_with("ed") && !word.ends_with("eed") => 2,
        _ => return,
    };
    let base = &word[..word.len() - ending];
    if base.len() >= 3 && base.char_indices().any(|(at, _)| is_vowel(base, at)) {
        word.truncate(base.len());
        restore_base(word);
    }
}

/// Undoes the spelling changes before `-ing` and `-ed`: `plann` becomes `plan`, `hir` becomes `hire`.
fn restore_base(word: &mut String) {
    let letters = word.as_bytes();
    let (last, before) = (letters[letters.len() - 1], letters[letters.len() - 2]);
    let is_doubled = last == before && !is_vowel(word, word.len() - 1) && !matches!(last, b'l' | b's' | b'z');
    if is_doubled && word.len() > 3 {
        word.pop();
    } else if syllables(word) == 1 && is_short(word) {
        word.push('e');
    }
}

/// Removes the `e` that `-ing` and `-ed` would replace, and turns `-ie` into `-y`.
fn drop_silent_ending(word: &mut String) {
    if word.ends_with("ie") && word.len() > 4 {
        word.truncate(word.len() - 2);
        word.push('y');
    } else if let Some(base) = word.strip_suffix('e').filter(|base| base.len() >= 3) {
        let is_silent = syllables(base) > 1 || (syllables(base) == 1 && !is_short(base));
        word.truncate(word.len() - usize::from(is_silent));
    }
    if word.ends_with("ll") && syllables(word) > 1 {
        word.pop();
    }
}

/// Number of places where a vowel is followed by a consonant.
fn syllables(word: &str) -> usize {
    (1..word.len()).filter(|at| is_vowel(word, at - 1) && !is_vowel(word, *at)).count()
}

/// Whether a word ends with consonant, vowel, consonant, like `hir` and `cod`: such a base had an `e`.
fn is_short(word: &str) -> bool {
    let end = word.len();
    end >= 3
        && !is_vowel(word, end - 3)
        && is_vowel(word, end - 2)
        && !is_vowel(word, end - 1)
        && !word.ends_with(['w', 'x', 'y'])
}

/// Whether the letter at byte `at` of an ASCII word is a vowel; `y` is one after a consonant.
fn is_vowel(word: &str, at: usize) -> bool {
    match word.as_bytes()[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => true,
        b'y' => at > 0 && !is_vowel(word, at - 1),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for forms in [
            &["engineer", "engineers", "engineering", "engineered"][..],
            &["manage", "manages", "managed", "managing"],
            &["hire", "hires", "hired", "hiring"],
            &["plan", "plans", "planned", "planning"],
            &["company", "companies"],
            &["code", "codes", "coding"],
            &["design", "designs", "designed", "designing"],
            &["nurse", "nurses", "nursing"],
            &["box", "boxes"],
            &["process", "processes", "processed", "processing"],
            &["database", "databases"],
            &["control", "controls", "controlled", "controlling"],
            &["create", "creates", "created", "creating"],
            &["cookie", "cookies"],
            &["install", "installing"],
        ] {
            let stems: Vec<_> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|one| *one == stems[0]), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn different_words_keep_different_stems() {
        for (left, right) in [
            ("care", "car"),
            ("plane", "plan"),
            ("manager", "manage"),
            ("string", "str"),
            ("news", "new"),
            ("business", "busy"),
            ("analysis", "analyst"),
            ("going", "go"),
            ("need", "ned"),
            ("employee", "employ"),
        ] {
            assert_ne!(stem(left), stem(right));
        }
    }

    #[test]
    fn what_is_not_a_plain_word_stays_itself() {
        for term in ["c++", "c#", ".net", "node.js", "k8s", "aws", "ios", "ingénieurs", "工程"] {
            assert_eq!(stem(term), term);
        }
    }

    /// A regression: `axes` once became two letters long.
    #[test]
    fn no_word_of_four_letters_has_a_stem_of_two() {
        let letters = || b'a'..=b'z';
        let words = letters().flat_map(|first| letters().map(move |second| [first, second]));
        for word in words.flat_map(|start| ["es", "ed", "ng", "ie", "ll", "ss"].map(move |end| (start, end))) {
            let word = format!("{}{}", word.0.escape_ascii(), word.1);
            assert!(stem(&word).len() >= 3, "{word}");
        }
    }

    proptest! {
        #[test]
        fn a_word_begins_as_its_stem_does(word in "[a-z]{1,14}(ing|ed|s|es|ies|e)?") {
            let stem = stem(&word);
            prop_assert!(stem.len() >= 3.min(word.len()));
            prop_assert!(word.starts_with(&stem[..stem.len() - 1]), "{} of {}", stem, word);
        }
    }
}
