//! Which jobs a term occurs in, how much it says about each, and where it stands.

use serde::{Deserialize, Serialize};

use super::{DocId, TermOrdinal, contents::ends};

/// A searched part of a posting, the one that says most first.
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

    /// The field as one bit of [`Posting::fields`].
    pub(crate) fn bit(self) -> u8 {
        1 << self as u8
    }

    /// What mentions in the field can add up to; one mention adds a little less than half. Every field is worth
    /// twice the next, so that two mentions in the better of two fields beat any number in the other.
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Title => 16.0,
            Self::Skills => 8.0,
            Self::Company => 4.0,
            Self::Place => 2.0,
            Self::Description => 1.0,
        }
    }

    /// How much a longer field weakens a mention: at 0 not at all, at 1 in proportion. One word of a short title
    /// says more than one of a long title; long descriptions are mostly boilerplate.
    pub(super) fn length_weight(self) -> f32 {
        match self {
            Self::Title => 0.3,
            Self::Skills | Self::Company | Self::Place => 0.1,
            Self::Description => 0.75,
        }
    }
}

/// One term in one job.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting<'a> {
    pub(crate) doc: DocId,
    /// What the term says about the job, above 0: mentions by field, weighted and saturated.
    pub(crate) impact: f32,
    /// The fields it occurs in, as [`Field::bit`]s.
    pub(crate) fields: u8,
    positions: &'a [u8],
}

impl Posting<'_> {
    /// Where the term stands in the job, ascending; neighbors in one field differ by one.
    pub(crate) fn positions(&self) -> impl Iterator<Item = u32> {
        let mut bytes = self.positions.iter();
        let mut position = 0_u32;
        std::iter::from_fn(move || {
            let mut gap = 0_u32;
            for shift in (0..u32::BITS).step_by(7) {
                let byte = bytes.next()?;
                gap |= u32::from(byte & 0x7f) << shift;
                if byte & 0x80 == 0 {
                    break;
                }
            }
            position = position.saturating_add(gap);
            Some(position)
        })
    }
}

/// The posting lists of all terms, in the order of the dictionary, laid out column by column.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct PostingLists {
    /// Per term, where its list ends in the columns below.
    #[serde(with = "ends")]
    ends: Vec<u32>,
    docs: Vec<DocId>,
    impacts: Vec<u16>,
    fields: Vec<u8>,
    /// Per posting, where its positions end.
    #[serde(with = "ends")]
    position_ends: Vec<u32>,
    /// Gaps between positions, seven bits a byte, lowest first, the high bit set on all but the last.
    positions: Vec<u8>,
}

/// Impacts are kept in steps of a thousandth: finer differences are noise.
const IMPACT_STEPS: f32 = 1_000.0;

impl PostingLists {
    pub(super) fn list(&self, term: TermOrdinal) -> impl Iterator<Item = Posting<'_>> {
        ends::range(&self.ends, term.0 as usize).map(|at| Posting {
            doc: self.docs[at],
            impact: f32::from(self.impacts[at]) / IMPACT_STEPS,
            fields: self.fields[at],
            positions: &self.positions[ends::range(&self.position_ends, at)],
        })
    }

    /// The jobs of a term with what it says about each: all a search needs that asks for no phrase.
    pub(super) fn impacts(&self, term: TermOrdinal) -> impl Iterator<Item = (DocId, f32)> {
        let range = ends::range(&self.ends, term.0 as usize);
        let impacts = self.impacts[range.clone()].iter().map(|impact| f32::from(*impact) / IMPACT_STEPS);
        self.docs[range].iter().copied().zip(impacts)
    }

    /// Adds a posting to the list of the term that is being written; positions ascend.
    pub(super) fn push(&mut self, doc: DocId, impact: f32, fields: u8, positions: impl Iterator<Item = u32>) {
        self.docs.push(doc);
        self.impacts.push((impact * IMPACT_STEPS).round().max(1.0) as u16);
        self.fields.push(fields);
        let mut last = 0;
        for position in positions {
            push_gap(&mut self.positions, position - last);
            last = position;
        }
        self.position_ends.push(self.positions.len() as u32);
    }

    /// Ends the list of the term that is being written.
    pub(super) fn end_term(&mut self) {
        self.ends.push(self.docs.len() as u32);
    }

    /// What is wrong with posting lists read from bytes.
    pub(super) fn defect(&self, term_count: usize, doc_count: usize) -> Option<&'static str> {
        let count = self.docs.len();
        let is_aligned = self.impacts.len() == count && self.fields.len() == count && self.position_ends.len() == count;
        if self.ends.len() != term_count || !ends::are_of(&self.ends, count) {
            Some("posting lists do not fit the terms")
        } else if !is_aligned || !ends::are_of(&self.position_ends, self.positions.len()) {
            Some("postings have unequal parts")
        } else if self.docs.iter().any(|doc| doc.at() >= doc_count) || self.impacts.contains(&0) {
            Some("a posting names a job that does not exist, or says nothing")
        } else if !(0..term_count)
            .all(|term| self.docs[ends::range(&self.ends, term)].is_sorted_by(|left, right| left < right))
        {
            Some("a posting list is not sorted")
        } else {
            None
        }
    }
}

fn push_gap(bytes: &mut Vec<u8>, mut gap: u32) {
    while gap > 0x7f {
        bytes.push(gap as u8 | 0x80);
        gap >>= 7;
    }
    bytes.push(gap as u8);
}
