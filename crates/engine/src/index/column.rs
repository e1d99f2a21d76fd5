//! Values of a facet, and the values that each job has.

use std::{borrow::Cow, collections::HashMap};

use openroles_model::{
    facets::{Facet, NamedValue},
    text::name_keys,
    words::ValueWords,
};

use super::{
    DocSet, DocValues,
    doc_values::{DocValuesBuilder, ValueOrdinal},
    value_lists::LONGEST_LIST,
};

/// Values of a facet, and the values of each job.
pub(super) type UnpackedColumn = (Vec<NamedValue>, DocValuesBuilder);

/// Values of a facet, most common first, and the values that each job has.
pub(crate) struct FacetColumn {
    facet: Facet,
    values: Vec<NamedValue>,
    /// Positions in `values`, sorted by value.
    by_value: Vec<u32>,
    docs: DocValues,
}

impl FacetColumn {
    /// Creates the column of a facet. Fails if a value occurs twice; the error names this defect.
    pub(super) fn new(facet: Facet, (values, docs): UnpackedColumn, live: &DocSet) -> Result<Self, &'static str> {
        let mut by_value: Vec<u32> = (0..values.len() as u32).collect();
        let value = |at: u32| values[at as usize].value.as_str();
        by_value.sort_unstable_by(|left, right| value(*left).cmp(value(*right)));
        if by_value.windows(2).any(|pair| value(pair[0]) == value(pair[1])) {
            return Err("a facet has a value twice");
        }
        Ok(Self { facet, values, by_value, docs: docs.build(live) })
    }

    pub(crate) fn value(&self, ordinal: ValueOrdinal) -> &str {
        &self.values[ordinal.at()].value
    }

    /// Label of a value. A code has its label in `words`. Any other value has it in the index, or is its own label.
    pub(crate) fn label(&self, ordinal: ValueOrdinal, words: &ValueWords) -> Cow<'_, str> {
        let NamedValue { value, label } = &self.values[ordinal.at()];
        let named = self.facet.value_label(value, words);
        named.unwrap_or_else(|| label.as_deref().unwrap_or(value).into())
    }

    /// Ordinals of all values, in ascending order.
    pub(crate) fn ordinals(&self) -> impl ExactSizeIterator<Item = ValueOrdinal> + use<> {
        (0..self.values.len() as u32).map(ValueOrdinal)
    }

    /// Values of each job.
    pub(crate) fn docs(&self) -> &DocValues {
        &self.docs
    }

    /// Ordinal of a value. Without an exact match, this is the first value in alphabetical order that differs only in
    /// case, accents, inflection, or alias.
    pub(crate) fn find(&self, value: &str) -> Option<ValueOrdinal> {
        self.find_exactly(value).or_else(|| self.find_alike(value))
    }

    /// Ordinal of a value that matches exactly.
    pub(crate) fn find_exactly(&self, value: &str) -> Option<ValueOrdinal> {
        let exact = self.by_value.binary_search_by(|at| self.values[*at as usize].value.as_str().cmp(value));
        exact.ok().map(|at| ValueOrdinal(self.by_value[at]))
    }

    fn find_alike(&self, value: &str) -> Option<ValueOrdinal> {
        let wanted = name_keys(value);
        let is_alike = |at: &&u32| name_keys(&self.values[**at as usize].value) == wanted;
        (!wanted.is_empty()).then(|| self.by_value.iter().find(is_alike)).flatten().map(|at| ValueOrdinal(*at))
    }
}

/// Values of a facet as the postings state them.
pub(super) struct GatheredColumn {
    /// Most common first; equally common ones alphabetically.
    pub(super) values: Vec<NamedValue>,
    /// For each job, positions of its values in `values`, in the order of the posting.
    pub(super) lists: Vec<Vec<u32>>,
}

/// Most values kept for a job. The longest list has room for one more, because some lists are written with a marker in
/// front.
const MOST_VALUES: usize = LONGEST_LIST - 1;

/// Collects a column, one job at a time.
#[derive(Default)]
pub(super) struct ColumnBuilder {
    values: HashMap<String, GatheredValue>,
    docs: Vec<Vec<u32>>,
}

struct GatheredValue {
    label: Option<String>,
    /// Number of distinct values seen before this one.
    arrival: u32,
    /// Number of jobs with the value.
    doc_freq: u32,
    /// Number of the last job with the value, from 0.
    last_doc: usize,
}

impl ColumnBuilder {
    /// Adds the values of the next job. If a value occurs with several labels, the first one is used. Empty values are
    /// dropped, and so are values beyond [`MOST_VALUES`].
    pub(super) fn push(&mut self, values: impl IntoIterator<Item = NamedValue>) {
        let doc = self.docs.len();
        let mut of_doc = Vec::new();
        for NamedValue { value, label } in values.into_iter().filter(|named| !named.value.is_empty()).take(MOST_VALUES)
        {
            let arrival = self.values.len() as u32;
            let known =
                self.values.entry(value).or_insert(GatheredValue { label, arrival, doc_freq: 0, last_doc: doc });
            if known.doc_freq == 0 || known.last_doc != doc {
                of_doc.push(known.arrival);
                known.doc_freq += 1;
            }
            known.last_doc = doc;
        }
        self.docs.push(of_doc);
    }

    pub(super) fn build(self) -> GatheredColumn {
        let mut values: Vec<_> = self.values.into_iter().collect();
        values.sort_unstable_by(|left, right| (right.1.doc_freq, &left.0).cmp(&(left.1.doc_freq, &right.0)));
        let mut places = vec![0; values.len()];
        (0..).zip(&values).for_each(|(place, (_, known))| places[known.arrival as usize] = place);
        let mut lists = self.docs;
        lists.iter_mut().flatten().for_each(|value| *value = places[*value as usize]);
        let named = |(value, known): (String, GatheredValue)| NamedValue { value, label: known.label };
        GatheredColumn { values: values.into_iter().map(named).collect(), lists }
    }
}
