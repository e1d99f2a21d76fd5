//! Columns as they are written. Each value is a small number, smallest for the most common value, and is coded in as
//! few bits as the job's earlier columns allow. Values that another value implies are left out.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use openroles_model::facets::{NamedValue, Nesting};
use serde::{Deserialize, Serialize};

use super::{
    coded_lists::{CodedLists, Firsts},
    column::{GatheredColumn, UnpackedColumn},
    doc_values::DocValuesBuilder,
};

/// Column of a facet as written.
#[derive(Serialize, Deserialize)]
pub(super) struct PackedColumn {
    /// Values, most common first, each with its label; without one, the value is a code or its own label.
    values: Vec<(String, Option<String>)>,
    /// For each value, the ordinal of its parent plus one, or 0 if it has none. Empty if the facet isn't nested.
    parents: Vec<u32>,
    /// For each job, the ordinals of its values. In a nested facet, ancestors are left out. If they couldn't be
    /// restored, the list is complete instead, and starts with a marker: the number of values.
    lists: CodedLists,
}

/// Most ancestors that a value implies; a city has two, its region and its country.
const MOST_ANCESTORS: usize = 3;

impl PackedColumn {
    /// Packs a column. `known` contains the columns that were written before, and this one is appended.
    pub(super) fn pack(column: &GatheredColumn, nesting: Nesting, known: &mut Vec<Firsts>) -> Self {
        let mut lists = column.lists.clone();
        let mut alphabet = column.values.len();
        let mut parents = Vec::new();
        if nesting == Nesting::Nested {
            parents = likeliest_parents(&lists, alphabet);
            alphabet += 1;
        }
        for list in &mut lists {
            match nesting {
                Nesting::Flat => list.sort_unstable(),
                Nesting::Nested => *list = shortened(list, &parents),
            }
        }
        let named = |NamedValue { value, label }: &NamedValue| (value.clone(), label.clone());
        let lists = CodedLists::write(&lists, alphabet, known);
        Self { values: column.values.iter().map(named).collect(), parents, lists }
    }

    /// Restores the values, and those of each of the `doc_count` jobs. Fails if the column contradicts itself.
    pub(super) fn unpack(self, doc_count: usize, known: &mut Vec<Firsts>) -> Result<UnpackedColumn, &'static str> {
        let is_nested = !self.parents.is_empty();
        if is_nested && self.parents.len() != self.values.len() {
            return Err("facet values and their parents differ in number");
        }
        if self.parents.iter().any(|parent| *parent as usize > self.values.len()) {
            return Err("a facet value has a parent that does not exist");
        }
        let alphabet = self.values.len() + usize::from(is_nested);
        let mut docs = DocValuesBuilder::new(self.values.len(), doc_count);
        self.lists.read(doc_count, alphabet, known, |list| match is_nested {
            true => docs.push(&mut restored(list, &self.parents)),
            false => docs.push(list),
        })?;
        let named = |(value, label)| NamedValue { value, label };
        Ok((self.values.into_iter().map(named).collect(), docs))
    }
}

/// For each value, the value that follows it in at least half of its jobs, plus one; 0 if there is none.
fn likeliest_parents(lists: &[Vec<u32>], value_count: usize) -> Vec<u32> {
    let mut followers: Vec<BTreeMap<u32, u32>> = vec![BTreeMap::new(); value_count];
    let mut freqs = vec![0_u32; value_count];
    for list in lists {
        list.iter().for_each(|value| freqs[*value as usize] += 1);
        for pair in list.windows(2) {
            *followers[pair[0] as usize].entry(pair[1]).or_default() += 1;
        }
    }
    let likeliest = |(counts, freq): (&BTreeMap<u32, u32>, &u32)| {
        let most = counts.iter().max_by_key(|(next, count)| (**count, Reverse(**next)));
        most.filter(|(_, count)| **count * 2 >= *freq).map_or(0, |(next, _)| next + 1)
    };
    followers.iter().zip(&freqs).map(likeliest).collect()
}

/// List without the ancestors of its values. If they couldn't be restored, this is the complete list after a marker,
/// which is the number of values and therefore not an ordinal.
fn shortened(list: &[u32], parents: &[u32]) -> Vec<u32> {
    without_ancestors(list, parents).unwrap_or_else(|| [&[parents.len() as u32], list].concat())
}

fn restored(list: &[u32], parents: &[u32]) -> Vec<u32> {
    match list {
        [sign, whole @ ..] if *sign as usize == parents.len() => {
            whole.iter().copied().filter(|value| (*value as usize) < parents.len()).collect()
        }
        _ => with_ancestors(list, parents),
    }
}

/// Shortest list from which [`with_ancestors`] restores `list`; `None` if there is none.
fn without_ancestors(list: &[u32], parents: &[u32]) -> Option<Vec<u32>> {
    let mut short = Vec::new();
    let mut made = Vec::new();
    while let Some(value) = list.get(made.len()) {
        if made.contains(value) {
            return None;
        }
        short.push(*value);
        push_with_ancestors(&mut made, *value, parents);
    }
    (made == list).then_some(short)
}

/// Each value followed by its ancestors, without duplicates.
fn with_ancestors(list: &[u32], parents: &[u32]) -> Vec<u32> {
    let mut made = Vec::new();
    let values = list.iter().filter(|value| (**value as usize) < parents.len());
    values.for_each(|value| push_with_ancestors(&mut made, *value, parents));
    made
}

fn push_with_ancestors(made: &mut Vec<u32>, value: u32, parents: &[u32]) {
    let parent = |value: &u32| parents.get(*value as usize).and_then(|parent| parent.checked_sub(1));
    let lineage = std::iter::successors(Some(value), parent).take(1 + MOST_ANCESTORS);
    for (generation, value) in lineage.enumerate() {
        if !made.contains(&value) {
            made.push(value);
        } else if generation > 0 {
            break;
        }
    }
}

/// An optional number for each job, as written.
#[derive(Serialize, Deserialize)]
pub(super) struct PackedNumbers {
    /// Numbers that occur, most common first.
    distinct: Vec<i64>,
    /// For each job, the position of its number in `distinct`.
    lists: CodedLists,
}

impl PackedNumbers {
    /// Packs the numbers of all jobs. `known` contains the columns that were written before, and this one is appended.
    pub(super) fn pack(numbers: impl Iterator<Item = Option<i64>>, known: &mut Vec<Firsts>) -> Self {
        let numbers: Vec<Option<i64>> = numbers.collect();
        let mut freqs: HashMap<i64, u32> = HashMap::new();
        numbers.iter().flatten().for_each(|number| *freqs.entry(*number).or_default() += 1);
        let mut distinct: Vec<i64> = freqs.keys().copied().collect();
        distinct.sort_unstable_by_key(|number| (Reverse(freqs[number]), *number));
        let places: HashMap<i64, u32> = distinct.iter().copied().zip(0..).collect();
        let lists: Vec<Vec<u32>> =
            numbers.iter().map(|number| number.iter().map(|number| places[number]).collect()).collect();
        let lists = CodedLists::write(&lists, distinct.len(), known);
        Self { distinct, lists }
    }

    /// Restores the numbers that occur, converted by `make`, and which of them each of the `doc_count` jobs has. Fails
    /// if a job has several numbers, or if `make` fails.
    pub(super) fn unpack<T>(
        &self,
        doc_count: usize,
        known: &mut Vec<Firsts>,
        make: impl Fn(i64) -> Result<T, &'static str>,
    ) -> Result<(Vec<T>, DocValuesBuilder), &'static str> {
        let mut docs = DocValuesBuilder::new(self.distinct.len(), doc_count);
        self.lists.read(doc_count, self.distinct.len(), known, |list| match list.len() {
            0 | 1 => docs.push(list),
            _ => Err("a job has two numbers where only one is allowed"),
        })?;
        Ok((self.distinct.iter().map(|number| make(*number)).collect::<Result<_, _>>()?, docs))
    }

    /// Calls `take` with the number of each of the `doc_count` jobs, in order. Fails if the lists can't be read, or if
    /// `take` fails.
    pub(super) fn each(
        &self,
        doc_count: usize,
        known: &mut Vec<Firsts>,
        mut take: impl FnMut(Option<i64>) -> Result<(), &'static str>,
    ) -> Result<(), &'static str> {
        let number = |list: &[u32]| list.first().map(|place| self.distinct[*place as usize]);
        self.lists.read(doc_count, self.distinct.len(), known, |list| take(number(list)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_come_back_with_their_ancestors(
            lists in prop::collection::vec(prop::sample::subsequence((0..8_u32).collect::<Vec<_>>(), 0..6), 0..30),
        ) {
            let parents = likeliest_parents(&lists, 8);
            for list in lists {
                prop_assert_eq!(restored(&shortened(&list, &parents), &parents), list);
            }
        }

        #[test]
        fn numbers_come_back(numbers in prop::collection::vec(prop::option::of(-3..3_i64), 0..30)) {
            let packed = PackedNumbers::pack(numbers.iter().copied(), &mut Vec::new());
            let mut found = Vec::new();
            let take = |number| { found.push(number); Ok(()) };
            prop_assert_eq!(packed.each(numbers.len(), &mut Vec::new(), take), Ok(()));
            prop_assert_eq!(found, numbers);
        }
    }

    #[test]
    fn a_city_implies_its_region_and_country() {
        let (pune, maharashtra, india, delhi) = (0, 1, 2, 3);
        let lists = [vec![pune, maharashtra, india], vec![delhi, india], vec![pune, maharashtra, india, delhi]];
        let parents = likeliest_parents(&lists, 4);
        assert_eq!(lists.map(|list| shortened(&list, &parents)), [vec![pune], vec![delhi], vec![pune, delhi]]);
    }
}
