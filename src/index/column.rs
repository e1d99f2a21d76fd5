//! One facet's values, and which of them each job has.

use std::collections::HashMap;

use super::{
    DocSet, DocValues,
    doc_values::{DocValuesBuilder, ValueOrdinal},
    value_lists::LONGEST_LIST,
};
use crate::{facets::NamedValue, text::name_keys};

/// Values, the commonest first, and which of them each job has.
pub(crate) struct FacetColumn {
    values: Vec<NamedValue>,
    /// The places of the values above, sorted by value.
    by_value: Vec<u32>,
    docs: DocValues,
}

impl FacetColumn {
    /// Of values, and what each job has; the error says what does not fit.
    pub(super) fn new(values: Vec<NamedValue>, docs: DocValuesBuilder, live: &DocSet) -> Result<Self, &'static str> {
        let mut by_value: Vec<u32> = (0..values.len() as u32).collect();
        let value = |at: u32| values[at as usize].value.as_str();
        by_value.sort_unstable_by(|left, right| value(*left).cmp(value(*right)));
        if by_value.windows(2).any(|pair| value(pair[0]) == value(pair[1])) {
            return Err("a facet has a value twice");
        }
        Ok(Self { values, by_value, docs: docs.build(live) })
    }

    pub(crate) fn value(&self, ordinal: ValueOrdinal) -> &str {
        &self.values[ordinal.at()].value
    }

    pub(crate) fn label(&self, ordinal: ValueOrdinal) -> &str {
        &self.values[ordinal.at()].label
    }

    /// The labels of all values.
    pub(crate) fn labels(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|named| named.label.as_str())
    }

    /// All values.
    pub(crate) fn ordinals(&self) -> impl ExactSizeIterator<Item = ValueOrdinal> + use<> {
        (0..self.values.len() as u32).map(ValueOrdinal)
    }

    /// Which values each job has.
    pub(crate) fn docs(&self) -> &DocValues {
        &self.docs
    }

    /// The value as written, else the first in order that differs only in case, accents, inflection or alias.
    pub(crate) fn find(&self, value: &str) -> Option<ValueOrdinal> {
        self.find_exactly(value).or_else(|| self.find_alike(value))
    }

    /// The value as written.
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

/// The values of a facet as the postings give them.
pub(super) struct GatheredColumn {
    /// The commonest first, of equals the lesser.
    pub(super) values: Vec<NamedValue>,
    /// Per job the places of its values above, in the order its posting gave them.
    pub(super) lists: Vec<Vec<u32>>,
}

/// More values of a job are not kept: one less than fit, as a list may be written behind a sign.
const MOST_VALUES: usize = LONGEST_LIST - 1;

/// Gathers a column job by job.
#[derive(Default)]
pub(super) struct ColumnBuilder {
    values: HashMap<String, GatheredValue>,
    docs: Vec<Vec<u32>>,
}

struct GatheredValue {
    label: String,
    /// How many values were seen before it.
    arrival: u32,
    /// How many jobs have it.
    doc_freq: u32,
    /// The last job that has it.
    last_doc: usize,
}

impl ColumnBuilder {
    /// Adds the next job's values; the first label of a value stays, empty values are dropped, and so
    /// are those beyond the longest list.
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
