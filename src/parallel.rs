//! The same work on many things: on every core where there are threads, one after the other in a browser.

/// What `work` makes of every item, in the order of the items.
#[cfg(feature = "cli")]
pub(crate) fn map<T: Send, U: Send>(items: Vec<T>, work: impl Fn(T) -> U + Sync + Send) -> Vec<U> {
    use rayon::prelude::*;
    items.into_par_iter().map(work).collect()
}

/// What `work` makes of every item, in the order of the items.
#[cfg(not(feature = "cli"))]
pub(crate) fn map<T, U>(items: Vec<T>, work: impl Fn(T) -> U) -> Vec<U> {
    items.into_iter().map(work).collect()
}

/// So many things are worked on before the results are taken: enough to keep every core busy, few enough that what
/// lies between takes little memory.
pub(crate) const BATCH: usize = 2_048;
