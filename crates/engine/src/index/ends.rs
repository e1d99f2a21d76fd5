//! Ends of the parts of a concatenation, in ascending order. They are written as the lengths of the parts.

use std::ops::Range;

use serde::{Deserialize, Deserializer, Serializer, de::Error};

/// Range of part `at`.
pub(super) fn range(ends: &[u32], at: usize) -> Range<usize> {
    let start = at.checked_sub(1).map_or(0, |before| ends[before]);
    start as usize..ends[at] as usize
}

/// Whether the parts have `length` items in total.
pub(super) fn are_of(ends: &[u32], length: usize) -> bool {
    ends.last().map_or(0, |end| *end as usize) == length
}

pub(super) fn serialize<S: Serializer>(ends: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq((0..ends.len()).map(|at| range(ends, at).len() as u32))
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
    let mut ends = Vec::<u32>::deserialize(deserializer)?;
    let mut end = 0_u32;
    for part in &mut ends {
        end = end.checked_add(*part).ok_or_else(|| D::Error::custom("the parts are too long"))?;
        *part = end;
    }
    Ok(ends)
}
