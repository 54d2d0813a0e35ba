//! One sort for the whole core. Each type that is sorted by itself brings its own copy of the standard library's sort into the
//! WASM module, some seven kilobytes apiece before compression; whole numbers do for all.

use std::collections::BTreeMap;

/// The indexes 0, 1, 2 … in order of their keys; equal keys keep their order.
///
/// ```
/// let order: Vec<usize> = barkraft::order::by_key([30, 10, 30, 20]).collect();
/// assert_eq!(order, [1, 3, 0, 2]);
/// ```
pub fn by_key(keys: impl IntoIterator<Item = u32>) -> impl Iterator<Item = usize> {
    let mut keyed: Vec<u64> = keys.into_iter().zip(0_u64..).map(|(key, index)| u64::from(key) << 32 | index).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|keyed| usize::try_from(keyed & u64::from(u32::MAX)).unwrap_or(usize::MAX))
}

/// The items in order of their keys; equal keys keep their order.
#[must_use]
pub fn sorted<T>(items: Vec<T>, key: impl Fn(&T) -> u32) -> Vec<T> {
    let order: Vec<usize> = by_key(items.iter().map(key)).collect();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| items.get_mut(index)?.take()).collect()
}

/// The numbers in order, each once.
#[must_use]
pub fn distinct(numbers: Vec<u32>) -> Vec<u32> {
    let mut numbers = sorted(numbers, |number| *number);
    numbers.dedup();
    numbers
}

/// A map of the entries. `collect` would sort them first, with a sort of its own.
#[must_use]
pub fn by_name<V>(entries: impl IntoIterator<Item = (String, V)>) -> BTreeMap<String, V> {
    let mut map = BTreeMap::new();
    for (name, value) in entries {
        map.insert(name, value);
    }
    map
}
