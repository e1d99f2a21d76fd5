//! Sorts lists that are short or rarely sorted, with one copy of the standard library's sort for all of them.
//!
//! `slice::sort` is compiled again for each type and each order, which adds 3 to 5 kB to the app. Where every keystroke
//! sorts, that is worth it. Elsewhere, these functions sort positions and then move the items.

use std::cmp::Ordering;

/// Sorts `items`; equal items keep their order.
pub fn sort<T: Ord>(items: &mut Vec<T>) {
    let order = sorted_positions(items.len(), &|left, right| items[left].cmp(&items[right]));
    put_in_order(items, order);
}

/// Sorts `items` by `key`, which is called once per item; equal items keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = sorted_positions(keys.len(), &|left, right| keys[left].cmp(&keys[right]));
    put_in_order(items, order);
}

/// The positions of `count` items, in the order of `compare`.
fn sorted_positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|left, right| compare(*left, *right));
    positions
}

fn put_in_order<T>(items: &mut Vec<T>, order: Vec<usize>) {
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|position| unsorted[position].take()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn items_are_sorted_as_the_standard_library_sorts_them(mut items: Vec<(u8, String)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|(number, _)| *number);
            sort_by_key(&mut items, |(number, _)| *number);
            prop_assert_eq!(&items, &expected);
            expected.sort();
            sort(&mut items);
            prop_assert_eq!(items, expected);
        }
    }
}
