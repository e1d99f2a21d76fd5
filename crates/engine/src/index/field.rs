//! The fields of a posting that are searched.

use crate::ranking::baked_in::{self, FieldWeight};

/// Searched field of a posting, most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Title,
    Skills,
    Company,
    Place,
    Description,
}

impl Field {
    pub(crate) const COUNT: usize = 5;
    pub(crate) const ALL: [Self; Self::COUNT] =
        [Self::Title, Self::Skills, Self::Company, Self::Place, Self::Description];

    /// The field as a bit of [`Posting::fields`].
    pub(crate) fn bit(self) -> u8 {
        1 << self as u8
    }

    /// Weight of an occurrence in this field.
    pub(super) fn weight(self) -> FieldWeight {
        match self {
            Self::Title => baked_in::TITLE,
            Self::Skills => baked_in::SKILLS,
            Self::Company => baked_in::COMPANY,
            Self::Place => baked_in::PLACE,
            Self::Description => baked_in::DESCRIPTION,
        }
    }
}
