//! Columns as they are written: small numbers, the commonest the smallest, and nothing that another column implies.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use serde::{Deserialize, Serialize};

use super::{
    DocId,
    column::{FacetColumn, ValueOrdinal},
};

/// The values of one facet as written, the commonest first.
#[derive(Serialize, Deserialize)]
pub(super) struct PackedColumn {
    /// Each with its label where that is another.
    values: Vec<(String, Option<String>)>,
    /// Per value the one it lies in, plus one; 0 where it lies in none. Empty when no value implies another.
    parents: Vec<u32>,
    /// Per job, or per company, what it has.
    lists: PackedLists,
}

/// Lists of places among the values.
#[derive(Serialize, Deserialize)]
struct PackedLists {
    /// Per list twice its length, plus one where it holds parents too.
    lengths: Vec<u32>,
    places: Vec<u32>,
}

/// Whether the values of a facet imply one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hierarchy {
    /// They do not.
    Flat,
    /// One that follows another in a job is often what the other lies in: a region its city, a country its region.
    Nested,
}

/// A value has so many it lies in, at most: a city its region and its country.
const MOST_ANCESTORS: usize = 3;

impl PackedColumn {
    /// The column of a facet.
    pub(super) fn pack(column: &FacetColumn, doc_count: usize, hierarchy: Hierarchy) -> Self {
        let docs = (0..doc_count as u32).map(|doc| column.of(DocId(doc)));
        Self::of_lists(column, docs, hierarchy)
    }

    /// The column of a facet that only depends on the company, a list per company; `None` when some job has other
    /// values than its company's others, or no company and a value.
    pub(super) fn pack_by_company(column: &FacetColumn, companies: &FacetColumn, doc_count: usize) -> Option<Self> {
        let mut by_company: Vec<Option<&[ValueOrdinal]>> = vec![None; companies.len()];
        for doc in (0..doc_count as u32).map(DocId) {
            let values = column.of(doc);
            match companies.of(doc) {
                [company] => {
                    let known = by_company[company.at()].get_or_insert(values);
                    if *known != values {
                        return None;
                    }
                }
                _ if values.is_empty() => {}
                _ => return None,
            }
        }
        let lists = by_company.into_iter().map(Option::unwrap_or_default);
        Some(Self::of_lists(column, lists, Hierarchy::Flat))
    }

    fn of_lists<'a>(
        column: &'a FacetColumn,
        lists: impl Iterator<Item = &'a [ValueOrdinal]>,
        hierarchy: Hierarchy,
    ) -> Self {
        let lists: Vec<&[ValueOrdinal]> = lists.collect();
        let mut freqs = vec![0_u32; column.len()];
        lists.iter().flat_map(|list| list.iter()).for_each(|ordinal| freqs[ordinal.at()] += 1);
        let mut by_freq: Vec<usize> = (0..column.len()).collect();
        by_freq.sort_by_key(|at| Reverse(freqs[*at]));
        let mut places = vec![0_u32; column.len()];
        (0..).zip(&by_freq).for_each(|(place, at)| places[*at] = place);
        let lists: Vec<Vec<u32>> =
            lists.iter().map(|list| list.iter().map(|ordinal| places[ordinal.at()]).collect()).collect();
        let parents = match hierarchy {
            Hierarchy::Flat => Vec::new(),
            Hierarchy::Nested => likeliest_parents(&lists, column.len()),
        };
        let named = |at: &usize| {
            let (value, label) = column.named(ValueOrdinal(*at as u32));
            (value.to_owned(), (value != label).then(|| label.to_owned()))
        };
        Self { values: by_freq.iter().map(named).collect(), lists: PackedLists::pack(&lists, &parents), parents }
    }

    /// The column of `doc_count` jobs.
    pub(super) fn unpack(self, doc_count: usize) -> Result<FacetColumn, &'static str> {
        let (values, lists) = self.unpacked()?;
        if lists.len() == doc_count { FacetColumn::new(values, lists) } else { Err("facet values do not fit the jobs") }
    }

    /// The column of `doc_count` jobs, from a list per company.
    pub(super) fn unpack_by_company(
        self,
        companies: &FacetColumn,
        doc_count: usize,
    ) -> Result<FacetColumn, &'static str> {
        let (values, by_company) = self.unpacked()?;
        if by_company.len() != companies.len() {
            return Err("facet values do not fit the companies");
        }
        let of_doc = |doc: u32| match companies.of(DocId(doc)) {
            [company] => by_company[company.at()].clone(),
            _ => Vec::new(),
        };
        FacetColumn::new(values, (0..doc_count as u32).map(of_doc).collect())
    }

    /// Values sorted, and lists of ordinals among them.
    #[expect(clippy::type_complexity, reason = "two halves that are put together right away")]
    fn unpacked(self) -> Result<(Vec<(String, String)>, Vec<Vec<ValueOrdinal>>), &'static str> {
        let lists = self.lists.unpack(&self.parents, self.values.len())?;
        let mut by_value: Vec<usize> = (0..self.values.len()).collect();
        by_value.sort_by(|left, right| self.values[*left].0.cmp(&self.values[*right].0));
        let mut ordinals = vec![ValueOrdinal(0); self.values.len()];
        (0..).zip(&by_value).for_each(|(ordinal, place)| ordinals[*place] = ValueOrdinal(ordinal));
        let mut values: Vec<Option<(String, Option<String>)>> = self.values.into_iter().map(Some).collect();
        let sorted = by_value.iter().filter_map(|place| values[*place].take());
        let sorted = sorted.map(|(value, label)| (value.clone(), label.unwrap_or(value))).collect();
        let lists = lists.into_iter().map(|list| list.into_iter().map(|place| ordinals[place as usize]).collect());
        Ok((sorted, lists.collect()))
    }
}

/// Per value the one that follows it in half of its jobs at least, plus one; 0 where none does.
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

impl PackedLists {
    fn pack(lists: &[Vec<u32>], parents: &[u32]) -> Self {
        let mut packed = Self { lengths: Vec::with_capacity(lists.len()), places: Vec::new() };
        for list in lists {
            let short = without_ancestors(list, parents);
            let kept = short.as_ref().unwrap_or(list);
            packed.lengths.push(kept.len() as u32 * 2 + u32::from(short.is_none()));
            packed.places.extend(kept);
        }
        packed
    }

    fn unpack(&self, parents: &[u32], value_count: usize) -> Result<Vec<Vec<u32>>, &'static str> {
        let is_value = |place: &u32| (*place as usize) < value_count;
        if !self.places.iter().all(is_value) || !parents.iter().all(|parent| *parent as usize <= value_count) {
            return Err("there is no such facet value");
        }
        if !parents.is_empty() && parents.len() != value_count {
            return Err("facet values have unequal parts");
        }
        let mut rest = self.places.as_slice();
        let mut lists = Vec::with_capacity(self.lengths.len());
        for length in &self.lengths {
            let (list, after) = rest.split_at_checked((length / 2) as usize).ok_or("facet values end too early")?;
            rest = after;
            lists.push(if length % 2 == 1 { list.to_vec() } else { with_ancestors(list, parents) });
        }
        if rest.is_empty() { Ok(lists) } else { Err("there are more facet values than jobs have") }
    }
}

/// The list that [`with_ancestors`] makes `list` of again, if there is one.
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

/// Every value followed by those it lies in, none twice.
fn with_ancestors(list: &[u32], parents: &[u32]) -> Vec<u32> {
    let mut made = Vec::new();
    list.iter().for_each(|value| push_with_ancestors(&mut made, *value, parents));
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

/// A number per job, or none.
#[derive(Serialize, Deserialize)]
pub(super) struct PackedNumbers {
    /// The numbers that occur, the commonest first.
    distinct: Vec<i64>,
    /// Per job the place of its number plus one; 0 where it has none.
    places: Vec<u32>,
}

impl PackedNumbers {
    pub(super) fn pack(numbers: impl Iterator<Item = Option<i64>>) -> Self {
        let numbers: Vec<Option<i64>> = numbers.collect();
        let mut freqs: HashMap<i64, u32> = HashMap::new();
        numbers.iter().flatten().for_each(|number| *freqs.entry(*number).or_default() += 1);
        let mut distinct: Vec<i64> = freqs.keys().copied().collect();
        distinct.sort_unstable_by_key(|number| (Reverse(freqs[number]), *number));
        let places: HashMap<i64, u32> = distinct.iter().copied().zip(1..).collect();
        let places = numbers.iter().map(|number| number.map_or(0, |number| places[&number])).collect();
        Self { distinct, places }
    }

    /// The numbers of `doc_count` jobs.
    pub(super) fn unpack(&self, doc_count: usize) -> Result<Vec<Option<i64>>, &'static str> {
        if self.places.len() != doc_count {
            return Err("numbers do not fit the jobs");
        }
        let number = |place: &u32| match place.checked_sub(1) {
            None => Ok(None),
            Some(at) => self.distinct.get(at as usize).map(|number| Some(*number)).ok_or("there is no such number"),
        };
        self.places.iter().map(number).collect()
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
            for parents in [Vec::new(), likeliest_parents(&lists, 8)] {
                let packed = PackedLists::pack(&lists, &parents);
                prop_assert_eq!(packed.unpack(&parents, 8), Ok(lists.clone()));
            }
        }

        #[test]
        fn numbers_come_back(numbers in prop::collection::vec(prop::option::of(-3..3_i64), 0..30)) {
            let packed = PackedNumbers::pack(numbers.iter().copied());
            prop_assert_eq!(packed.unpack(numbers.len()), Ok(numbers));
        }
    }

    #[test]
    fn a_city_implies_its_region_and_country() {
        let (pune, maharashtra, india, delhi) = (0, 1, 2, 3);
        let lists = [vec![pune, maharashtra, india], vec![delhi, india], vec![pune, maharashtra, india, delhi]];
        let packed = PackedLists::pack(&lists, &likeliest_parents(&lists, 4));
        assert_eq!(packed.places, [pune, delhi, pune, delhi]);
    }
}
