//! Findings grouped by kind, each with a count and examples.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use crate::{
    feed::{FeedId, Rejection},
    ingest::Sureness,
    structured_data::Severity,
};

use super::{
    columns::{ColumnReader, UnreadColumn, UnreadColumns},
    symptoms::Symptom,
};

/// One kind of finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// Stable code, such as `unread-pay`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// How to fix it, without a final period.
    pub remedy: &'static str,
    /// Number of occurrences.
    pub count: usize,
    /// Number of occurrences by confidence, for guesses; empty for other findings.
    pub sureness: BTreeMap<Sureness, usize>,
    /// Values it occurs with, most common first.
    pub examples: Vec<Example>,
    /// Number of occurrences with values that aren't listed because there were too many.
    pub unlisted: usize,
}

/// Value that a finding occurs with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The value, on one line and shortened.
    pub value: String,
    /// Number of occurrences.
    pub count: usize,
    /// Confidence, if the finding is a guess.
    pub sureness: Option<Sureness>,
    /// First record with this value.
    pub record: String,
    /// Feed of that record, if known.
    pub file: Option<Arc<str>>,
}

/// All findings, most severe first, then most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnoses {
    list: Vec<Diagnosis>,
    unread: Vec<UnreadColumns>,
}

/// Names of feeds.
pub type FeedNames = HashMap<FeedId, Arc<str>>;

/// Findings while they are collected.
#[derive(Default)]
pub(super) struct Findings {
    kinds: Vec<FindingKind>,
    columns: ColumnReader,
}

/// One kind of finding with the values seen so far.
struct FindingKind {
    diagnosis: Diagnosis,
    values: HashMap<(String, Option<Sureness>), Seen>,
}

/// Count of a value, and its first record.
struct Seen {
    count: usize,
    record: String,
    feed: FeedId,
}

/// Longest value in characters; longer ones are cut off.
const LONGEST_VALUE: usize = 120;
/// Most distinct values kept per kind, which take about 30 MB.
const MOST_VALUES: usize = 100_000;

impl Diagnosis {
    /// Up to eight of the most common values, and the number of the remaining ones.
    pub fn commonest(&self) -> (&[Example], usize) {
        const ENOUGH: usize = 8;
        let (shown, others) = self.examples.split_at(self.examples.len().min(ENOUGH));
        (shown, others.len() + self.unlisted)
    }

    /// Counts by confidence, such as `3 sure, 1 doubtful`; empty if the finding isn't a guess.
    pub fn surenesses(&self) -> String {
        let counts = self.sureness.iter().map(|(sureness, count)| format!("{count} {}", sureness.name()));
        counts.collect::<Vec<_>>().join(", ")
    }

    fn new(symptom: &Symptom) -> Self {
        Self {
            code: symptom.code,
            severity: symptom.severity,
            remedy: symptom.remedy,
            count: 0,
            sureness: BTreeMap::new(),
            examples: Vec::new(),
            unlisted: 0,
        }
    }
}

impl Diagnoses {
    /// Findings, most severe first.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnosis> {
        self.list.iter()
    }

    /// Unused table columns of each feed.
    pub fn unread_columns(&self) -> &[UnreadColumns] {
        &self.unread
    }

    /// Severity of the worst finding; `None` if there are no findings.
    pub fn worst(&self) -> Option<Severity> {
        self.list.iter().map(|diagnosis| diagnosis.severity).min()
    }
}

impl Findings {
    /// Adds one occurrence in a record.
    pub(super) fn add(&mut self, symptom: Symptom, feed: FeedId, record: &str) {
        self.add_often(symptom, 1, feed, record);
    }

    /// Adds `count` occurrences of one value; `record` is the first that has it.
    pub(super) fn add_often(&mut self, symptom: Symptom, count: usize, feed: FeedId, record: &str) {
        let kind = self.of_code(&symptom);
        kind.diagnosis.count += count;
        if let Some(sureness) = symptom.sureness {
            *kind.diagnosis.sureness.entry(sureness).or_default() += count;
        }
        let key = (shown(symptom.value), symptom.sureness);
        if let Some(seen) = kind.values.get_mut(&key) {
            seen.count += count;
        } else if kind.values.len() < MOST_VALUES {
            kind.values.insert(key, Seen { count, record: record.to_owned(), feed });
        } else {
            kind.diagnosis.unlisted += count;
        }
    }

    /// Adds a rejected record. If it duplicates a record of another feed, that feed is named.
    pub(super) fn refuse(&mut self, rejection: &Rejection, names: &FeedNames) {
        let other = rejection.reason.earlier_feed().filter(|earlier| *earlier != rejection.feed);
        let file = other.and_then(|earlier| names.get(&earlier)).map(|name| format!(" in {name}"));
        let value = format!("{}{}", rejection.reason, file.unwrap_or_default());
        let severity = if rejection.reason.is_harmless() { Severity::Note } else { Severity::Lost };
        let symptom = Symptom::new(rejection.reason.code(), severity, rejection.reason.remedy(), value);
        self.add(symptom, rejection.feed, &rejection.record);
    }

    /// Adds unused columns with their cells.
    pub(super) fn add_columns(&mut self, feed: FeedId, unread: &BTreeMap<String, Vec<String>>) {
        self.columns.add(feed, unread);
    }

    /// Returns all findings, sorted.
    pub(super) fn into_diagnoses(mut self, names: &FeedNames) -> Diagnoses {
        let unread = std::mem::take(&mut self.columns).finish(names);
        let of_columns = of_columns(&unread);
        let mut list: Vec<Diagnosis> = self.kinds.into_iter().map(|kind| kind.into_diagnosis(names)).collect();
        list.extend(of_columns);
        list.sort_by(|a, b| a.severity.cmp(&b.severity).then(b.count.cmp(&a.count)).then(a.code.cmp(b.code)));
        Diagnoses { list, unread }
    }

    fn of_code(&mut self, symptom: &Symptom) -> &mut FindingKind {
        let at = self.kinds.iter().position(|kind| kind.diagnosis.code == symptom.code).unwrap_or_else(|| {
            self.kinds.push(FindingKind { diagnosis: Diagnosis::new(symptom), values: HashMap::new() });
            self.kinds.len() - 1
        });
        &mut self.kinds[at]
    }
}

/// Unused columns as one finding. It is a warning if a line for `[columns]` can be suggested. Columns are counted
/// by their cells.
fn of_columns(feeds: &[UnreadColumns]) -> Option<Diagnosis> {
    let example = |file: &Option<Arc<str>>, column: &UnreadColumn| Example {
        value: shown(column.in_words()),
        count: column.cells,
        sureness: None,
        record: "the whole column".to_owned(),
        file: file.clone(),
    };
    let columns = || feeds.iter().flat_map(|feed| feed.columns.iter().map(|column| (&feed.feed, column)));
    let examples: Vec<Example> = columns().map(|(file, column)| example(file, column)).collect();
    let is_readable = columns().any(|(_, column)| column.line.is_some());
    let severity = if is_readable { Severity::Warning } else { Severity::Note };
    let remedy =
        "say below `[columns]` in the config file what they are, or leave them where they say nothing of the job";
    let symptom = Symptom::new("unread-column", severity, remedy, String::new());
    let (count, is_any) = (examples.len(), !examples.is_empty());
    is_any.then(|| Diagnosis { count, examples, ..Diagnosis::new(&symptom) })
}

impl FindingKind {
    fn into_diagnosis(self, names: &FeedNames) -> Diagnosis {
        let example = |((value, sureness), Seen { count, record, feed })| {
            let file = names.get(&feed).cloned();
            Example { value, count, sureness, record, file }
        };
        let mut examples: Vec<Example> = self.values.into_iter().map(example).collect();
        examples.sort_by(|a, b| {
            b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)).then(a.sureness.cmp(&b.sureness))
        });
        Diagnosis { examples, ..self.diagnosis }
    }
}

/// Value without control characters, cut off at [`LONGEST_VALUE`].
fn shown(value: String) -> String {
    // Most values need no change.
    if value.len() <= LONGEST_VALUE && !value.contains(char::is_control) {
        return value;
    }
    value.chars().filter(|c| !c.is_control()).take(LONGEST_VALUE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_counted_and_so_many_are_kept() {
        let mut findings = Findings::default();
        for number in (0..MOST_VALUES + 10).chain(0..5) {
            let symptom = Symptom::new("odd", Severity::Note, "mend it", number.to_string());
            findings.add(symptom, FeedId::default(), "1");
        }
        let diagnoses = findings.into_diagnoses(&FeedNames::new());
        let odd = diagnoses.iter().next().expect("one kind");
        assert_eq!((odd.count, odd.examples.len(), odd.unlisted), (MOST_VALUES + 15, MOST_VALUES, 10));
        let first: Vec<(&str, usize)> = odd.examples[..6].iter().map(|one| (one.value.as_str(), one.count)).collect();
        assert_eq!(first, [("0", 2), ("1", 2), ("2", 2), ("3", 2), ("4", 2), ("10", 1)]);
        assert_eq!(odd.commonest().1, MOST_VALUES - 8 + 10);
    }
}
