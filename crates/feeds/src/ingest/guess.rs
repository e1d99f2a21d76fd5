//! Guesses: what a record doesn't state directly but ingest derived, and how sure that is.
//!
//! The posting already contains what was guessed. A guess only tells people who can fix the feed.

/// A value that was guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// What was guessed.
    pub kind: GuessKind,
    /// How sure it is.
    pub sureness: Sureness,
    /// The record's text and the result: `Baker - Pune → Baker`.
    pub words: String,
}

/// The kinds of guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuessKind {
    /// Which dollar `$` means.
    Dollar,
    /// The currency of pay, from the country.
    PayCurrency,
    /// The period of pay, from the amount.
    PayPeriod,
    /// Skills that were written without separators.
    PartedSkills,
    /// A title, without the places at its end.
    ShortenedTitle,
    /// Visa sponsorship, from the text.
    VisaSponsorship,
    /// Fields of a shifted row, moved back to where they belong.
    MovedFields,
    /// A field of a shifted row that fits nowhere, so it was left out.
    OmittedFields,
}

/// How sure a guess is, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// It can hardly mean anything else.
    Sure,
    /// It is right more often than not.
    Likely,
    /// Nothing suggests anything better.
    Doubtful,
}

impl Sureness {
    /// All values, surest first.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Likely, Self::Doubtful];

    /// The value as one word: `likely`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Doubtful => "doubtful",
        }
    }
}

impl Guess {
    /// A guess that turned `said` into `made`. Long texts are cut, because the beginning is enough to find them.
    pub(super) fn new(kind: GuessKind, sureness: Sureness, said: &str, made: &str) -> Self {
        let made = if made.is_empty() { "nothing" } else { made };
        let words = match said.char_indices().nth(LONGEST_SAID) {
            Some((end, _)) => format!("{}… → {made}", said[..end].trim_end()),
            None => format!("{said} → {made}"),
        };
        Self { kind, sureness, words }
    }
}

/// In characters, so that the result after it stays visible.
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
