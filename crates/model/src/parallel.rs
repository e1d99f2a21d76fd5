//! The same work on many items: on all cores if there are threads, one after the other in a browser.

/// The results of `work` for all items, in order.
#[cfg(feature = "parallel")]
pub fn map<T: Send, U: Send>(items: Vec<T>, work: impl Fn(T) -> U + Sync + Send) -> Vec<U> {
    use rayon::prelude::*;
    items.into_par_iter().map(work).collect()
}

/// The results of `work` for all items, in order.
#[cfg(not(feature = "parallel"))]
pub fn map<T, U>(items: Vec<T>, work: impl Fn(T) -> U) -> Vec<U> {
    items.into_iter().map(work).collect()
}

/// The number of items to work on before the results are used: enough to keep every core busy, and few enough for
/// intermediate results to take little memory.
pub const BATCH: usize = 2_048;
