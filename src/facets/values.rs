//! Values of facets from what postings state.

use super::NamedValue;

pub(super) fn coded(value: &str, label: &str) -> NamedValue {
    NamedValue { value: value.to_owned(), label: label.to_owned() }
}

/// Texts as values that are shown as they are.
pub(super) fn texts<'a>(texts: impl IntoIterator<Item = &'a String>) -> Vec<NamedValue> {
    texts.into_iter().map(|text| coded(text, text)).collect()
}
