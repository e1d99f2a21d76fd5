//! What a record does not say outright and was read out of it all the same, and how sure that is.
//!
//! A guess changes nothing by itself: the posting has what was guessed. It is there for who can mend the feed.

/// Something that was guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// What.
    pub kind: GuessKind,
    /// How sure it is.
    pub sureness: Sureness,
    /// What the record says, and what was made of it.
    pub words: String,
}

/// What can be guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuessKind {
    /// Which dollar `$` is.
    Dollar,
    /// The currency of pay, from the country.
    PayCurrency,
    /// The period of pay, from the amount.
    PayPeriod,
    /// Skills that are written without anything between them.
    PartedSkills,
    /// A title, without the places that it ends with.
    ShortenedTitle,
    /// Fields of a slipped row, put back where they belong.
    MovedFields,
    /// A field of a slipped row that nobody can tell the place of.
    OmittedFields,
}

/// How sure a guess is, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// It could hardly mean anything else.
    Sure,
    /// It is right more often than not.
    Likely,
    /// Nothing speaks for anything better.
    Doubtful,
}

impl Sureness {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Likely, Self::Doubtful];

    /// In a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Doubtful => "doubtful",
        }
    }
}

impl Guess {
    /// That `made` was made of what is `said`; of long words the beginning is enough to find them by.
    pub(super) fn new(kind: GuessKind, sureness: Sureness, said: &str, made: &str) -> Self {
        let made = if made.is_empty() { "nothing" } else { made };
        let words = match said.char_indices().nth(LONGEST_SAID) {
            Some((end, _)) => format!("{}… → {made}", said[..end].trim_end()),
            None => format!("{said} → {made}"),
        };
        Self { kind, sureness, words }
    }
}

/// In characters: what was made of it must be seen behind it.
const LONGEST_SAID: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_of_long_words_is_seen() {
        for (said, made, expected) in [
            ("PythonDjango", "Python, Django", "PythonDjango → Python, Django".to_owned()),
            ("HousekeepingBilling", "", "HousekeepingBilling → nothing".to_owned()),
            (&"é".repeat(61), "E", format!("{}… → E", "é".repeat(60))),
        ] {
            assert_eq!(Guess::new(GuessKind::PartedSkills, Sureness::Doubtful, said, made).words, expected);
        }
    }
}
