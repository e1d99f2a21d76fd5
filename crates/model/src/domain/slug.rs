//! The name of a thing in a path: lowercase ASCII letters, digits, and hyphens, nothing else.

use serde::{Deserialize, Serialize};

use crate::unicode;

/// One safe path segment: 1 to 80 characters of `a-z`, `0-9`, and single inner hyphens.
///
/// It can name a folder on every file system and needs no escaping in a URL; it can't contain `..`, `/`, or markup.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// Longer slugs are cut at a hyphen. File systems allow 255 bytes, but people read far less.
const LONGEST: usize = 80;

impl Slug {
    /// The slug of any text; `None` if it has no letter or digit that ASCII can write.
    pub fn of(text: &str) -> Option<Self> {
        let mut slug = String::with_capacity(text.len());
        // Most names are ASCII, so there is nothing to decompose.
        if text.is_ascii() {
            text.chars().for_each(|character| push(&mut slug, character));
        } else {
            unicode::taken_apart(text).chars().for_each(|character| push(&mut slug, character));
        }
        cut(&mut slug);
        (!slug.is_empty()).then_some(Self(slug))
    }

    /// The slug of any text; a text without ASCII letters gets a stable slug made from a hash of its bytes.
    pub fn of_or_hash(text: &str) -> Self {
        Self::of(text).unwrap_or_else(|| Self(format!("x{:08x}", short_hash(text))))
    }

    /// Separates the skill from the city in the path of a landing page.
    pub const JOBS_IN: &str = "-jobs-in-";

    /// Whether it has the form of a landing page's path: `react-jobs-in-pune`.
    pub fn is_landing(&self) -> bool {
        self.0.split_once(Self::JOBS_IN).is_some_and(|(skill, city)| !skill.is_empty() && !city.is_empty())
    }

    /// This slug with `-suffix` appended, still at most 80 characters.
    pub fn with_suffix(&self, suffix: &str) -> Self {
        let mut base = self.0.clone();
        base.truncate(LONGEST - suffix.len().min(LONGEST / 2) - 1);
        Self::of(&format!("{base}-{suffix}")).unwrap_or_else(|| self.clone())
    }

    /// The text, without slashes.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match Self::of(&text) {
            Some(slug) if slug.0 == text => Ok(slug),
            _ => Err(format!("`{text}` is not a slug: use a-z, 0-9 and single hyphens, at most {LONGEST} characters")),
        }
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn push(slug: &mut String, character: char) {
    match spelled(character) {
        _ if character.is_ascii_alphanumeric() => slug.push(character.to_ascii_lowercase()),
        Some(ascii) => slug.push_str(ascii),
        None if is_combining(character) || character == '\'' || character == '’' => {}
        None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
        None => {}
    }
}

/// Signs that carry meaning in job titles, and letters that don't decompose.
fn spelled(character: char) -> Option<&'static str> {
    Some(match character {
        '+' => "p",
        '#' => "sharp",
        '&' => "and",
        'ß' => "ss",
        'æ' | 'Æ' => "ae",
        'ø' | 'Ø' => "o",
        'œ' | 'Œ' => "oe",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' => "d",
        _ => return None,
    })
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

fn cut(slug: &mut String) {
    if slug.len() > LONGEST {
        slug.truncate(LONGEST);
        if let Some(hyphen) = slug.rfind('-').filter(|at| *at > LONGEST / 2) {
            slug.truncate(hyphen);
        }
    }
    while slug.ends_with('-') {
        slug.pop();
    }
}

fn short_hash(text: &str) -> u32 {
    (xxhash_rust::xxh3::xxh3_64(text.as_bytes()) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_readable_and_safe() {
        for (text, slug) in [
            ("Senior .NET Developer", "senior-net-developer"),
            ("C++ & C# engineer", "cpp-and-csharp-engineer"),
            ("Café  Manager — Zürich", "cafe-manager-zurich"),
            ("../../x", "x"),
            ("</script>", "script"),
            ("Łódź", "lodz"),
        ] {
            assert_eq!(Slug::of(text).map(String::from), Some(slug.to_owned()), "{text}");
        }
    }

    #[test]
    fn text_without_ascii_letters_gets_a_stable_name() {
        assert_eq!(Slug::of("软件工程师"), None);
        assert_eq!(Slug::of_or_hash("软件工程师"), Slug::of_or_hash("软件工程师"));
        assert_ne!(Slug::of_or_hash("软件工程师"), Slug::of_or_hash("工程师"));
    }

    #[test]
    fn a_foreign_slug_is_checked_when_read() {
        assert!(Slug::try_from("../../x".to_owned()).is_err());
        assert!(Slug::try_from(String::new()).is_err());
        assert!(Slug::try_from("a-b".to_owned()).is_ok());
    }

    #[test]
    fn long_titles_keep_within_eighty_characters() {
        let slug = Slug::of_or_hash(&"platform engineer ".repeat(40));
        assert!(slug.as_str().len() <= LONGEST);
        assert!(slug.with_suffix("2").as_str().ends_with("-2"));
        assert!(slug.with_suffix("2").as_str().len() <= LONGEST);
    }
}
