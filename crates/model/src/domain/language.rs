//! Languages by their English names.

/// The tag of a language by its English name, in any case: `de` for `German`.
pub fn language_tag(name: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, tag)| *tag)
}

/// The English name of the language that a BCP 47 tag begins with: `German` for `de-AT`.
pub fn language_name(tag: &str) -> Option<&'static str> {
    let language = tag.split('-').next().unwrap_or_default();
    LANGUAGES.iter().find(|(_, known)| known.eq_ignore_ascii_case(language)).map(|(name, _)| *name)
}

/// English names and ISO 639-1 codes. The usual name comes before other names of the same language.
#[rustfmt::skip]
const LANGUAGES: [(&str, &str); 57] = [
    ("Afrikaans", "af"), ("Arabic", "ar"), ("Bengali", "bn"), ("Bulgarian", "bg"), ("Catalan", "ca"),
    ("Chinese", "zh"), ("Croatian", "hr"), ("Czech", "cs"), ("Danish", "da"), ("Dutch", "nl"), ("English", "en"),
    ("Estonian", "et"), ("Filipino", "tl"), ("Finnish", "fi"), ("French", "fr"), ("German", "de"), ("Deutsch", "de"),
    ("Greek", "el"), ("Gujarati", "gu"), ("Hebrew", "he"), ("Hindi", "hi"), ("Hungarian", "hu"), ("Icelandic", "is"),
    ("Indonesian", "id"), ("Irish", "ga"), ("Italian", "it"), ("Japanese", "ja"), ("Kannada", "kn"), ("Korean", "ko"),
    ("Latvian", "lv"), ("Lithuanian", "lt"), ("Malay", "ms"), ("Malayalam", "ml"), ("Marathi", "mr"),
    ("Norwegian", "no"), ("Norwegian Bokmål", "nb"), ("Persian", "fa"), ("Polish", "pl"), ("Portuguese", "pt"),
    ("Punjabi", "pa"), ("Romanian", "ro"), ("Russian", "ru"), ("Serbian", "sr"), ("Slovak", "sk"),
    ("Slovenian", "sl"), ("Spanish", "es"), ("Swahili", "sw"), ("Swedish", "sv"), ("Tamil", "ta"), ("Telugu", "te"),
    ("Thai", "th"), ("Turkish", "tr"), ("Ukrainian", "uk"), ("Urdu", "ur"), ("Vietnamese", "vi"), ("Welsh", "cy"),
    ("Zulu", "zu"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_name_and_by_tag() {
        for (name, tag) in [("german", "de"), ("Deutsch", "de"), ("English", "en")] {
            assert_eq!(language_tag(name), Some(tag));
        }
        for (tag, name) in [("de-AT", "German"), ("EN", "English"), ("pt-BR", "Portuguese")] {
            assert_eq!(language_name(tag), Some(name));
        }
        assert_eq!((language_tag("Klingon"), language_name("tlh")), (None, None));
    }
}
