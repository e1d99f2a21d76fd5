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
    /// That `made` was made of what is `said`.
    pub(super) fn new(kind: GuessKind, sureness: Sureness, said: &str, made: &str) -> Self {
        Self { kind, sureness, words: format!("{said} → {made}") }
    }
}
