//! One facet's values, and which of them each job has.

use std::collections::HashMap;

use super::{DocId, Facet, ends};
use crate::text::name_keys;

/// The facets whose values are listed; experience, salary and date are computed from the job instead.
pub(super) const LISTED: [Facet; 11] = [
    Facet::Skill,
    Facet::Location,
    Facet::Workplace,
    Facet::EmploymentType,
    Facet::Company,
    Facet::Department,
    Facet::Industry,
    Facet::CompanySize,
    Facet::CompanyType,
    Facet::CompanyStage,
    Facet::Source,
];

/// The place of a facet's column, if it has one.
pub(super) fn place_of(facet: Facet) -> Option<usize> {
    LISTED.iter().position(|listed| *listed == facet)
}

/// A value's place among the sorted values of its facet: 0 to their number minus one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ValueOrdinal(pub(crate) u32);

/// Sorted values, and per job the ordinals of those it has.
#[derive(Clone, Debug, Default)]
pub(crate) struct FacetColumn {
    /// Value and label, sorted by value.
    values: Vec<(String, String)>,
    /// Per job, where its ordinals end.
    ends: Vec<u32>,
    ordinals: Vec<ValueOrdinal>,
}

impl ValueOrdinal {
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

impl FacetColumn {
    /// Of values with labels, sorted by value, and no job yet.
    pub(super) fn of_values(values: Vec<(String, String)>) -> Self {
        Self { values, ..Self::default() }
    }

    /// Adds what the next job has.
    pub(super) fn push(&mut self, ordinals: impl Iterator<Item = ValueOrdinal>) {
        self.ordinals.extend(ordinals);
        self.ends.push(self.ordinals.len() as u32);
    }

    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    /// A value with its label.
    pub(super) fn named(&self, ordinal: ValueOrdinal) -> (&str, &str) {
        (self.value(ordinal), self.label(ordinal))
    }

    pub(crate) fn value(&self, ordinal: ValueOrdinal) -> &str {
        &self.values[ordinal.0 as usize].0
    }

    pub(crate) fn label(&self, ordinal: ValueOrdinal) -> &str {
        &self.values[ordinal.0 as usize].1
    }

    /// How many values a job has on average, rounded up.
    pub(super) fn values_per_job(&self) -> usize {
        self.ordinals.len().div_ceil(self.ends.len().max(1))
    }

    /// The values a job has, none twice, in the order its posting gave them.
    pub(crate) fn of(&self, doc: DocId) -> &[ValueOrdinal] {
        &self.ordinals[ends::range(&self.ends, doc.at())]
    }

    /// The value as written, else the first that differs only in case, accents, inflection or alias.
    pub(crate) fn find(&self, value: &str) -> Option<ValueOrdinal> {
        self.find_exactly(value).or_else(|| self.find_alike(value))
    }

    /// The value as written.
    pub(crate) fn find_exactly(&self, value: &str) -> Option<ValueOrdinal> {
        let exact = self.values.binary_search_by(|(known, _)| known.as_str().cmp(value));
        exact.ok().map(|at| ValueOrdinal(at as u32))
    }

    fn find_alike(&self, value: &str) -> Option<ValueOrdinal> {
        let wanted = name_keys(value);
        let is_alike = |(known, _): &(String, String)| name_keys(known) == wanted;
        let at = (!wanted.is_empty()).then(|| self.values.iter().position(is_alike)).flatten()?;
        Some(ValueOrdinal(at as u32))
    }

    /// What does not fit in a column made of what bytes say.
    pub(super) fn defect(&self) -> Option<&'static str> {
        if !self.values.is_sorted_by(|left, right| left.0 < right.0) {
            Some("facet values are not sorted")
        } else if self.ordinals.iter().any(|ordinal| ordinal.at() >= self.values.len()) {
            Some("a job has a facet value that does not exist")
        } else if self.has_repetition() {
            Some("a job has a facet value twice")
        } else {
            None
        }
    }

    fn has_repetition(&self) -> bool {
        let mut last_seen = vec![None; self.values.len()];
        let docs = (0..self.ends.len()).map(|doc| (doc, &self.ordinals[ends::range(&self.ends, doc)]));
        let mut mentions = docs.flat_map(|(doc, ordinals)| ordinals.iter().map(move |ordinal| (doc, ordinal)));
        mentions.any(|(doc, ordinal)| last_seen[ordinal.0 as usize].replace(doc) == Some(doc))
    }
}

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
    /// The last job that has it.
    last_doc: usize,
}

impl ColumnBuilder {
    /// Adds the next job's values with their labels; the first label of a value stays, empty values are dropped.
    pub(super) fn push(&mut self, values: impl IntoIterator<Item = (String, String)>) {
        let doc = self.docs.len();
        let mut of_doc = Vec::new();
        for (value, label) in values.into_iter().filter(|(value, _)| !value.is_empty()) {
            let (arrival, is_new) = (self.values.len() as u32, !self.values.contains_key(&value));
            let known = self.values.entry(value).or_insert(GatheredValue { label, arrival, last_doc: doc });
            if is_new || known.last_doc != doc {
                of_doc.push(known.arrival);
            }
            known.last_doc = doc;
        }
        self.docs.push(of_doc);
    }

    pub(super) fn build(self) -> FacetColumn {
        let mut values: Vec<_> = self.values.into_iter().collect();
        values.sort_unstable_by(|left, right| left.0.cmp(&right.0));
        let mut ordinals = vec![ValueOrdinal(0); values.len()];
        for (ordinal, (_, known)) in values.iter().enumerate() {
            ordinals[known.arrival as usize] = ValueOrdinal(ordinal as u32);
        }
        let mut column = FacetColumn::default();
        for of_doc in &self.docs {
            column.push(of_doc.iter().map(|arrival| ordinals[*arrival as usize]));
        }
        column.values = values.into_iter().map(|(value, known)| (value, known.label)).collect();
        column
    }
}
