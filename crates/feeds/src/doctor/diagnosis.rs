//! Findings grouped by kind, each with a count and examples.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use openroles_model::findings::{Finding, FindingCode, Severity};

use super::{
    columns::{ColumnReader, UnreadColumn, UnreadColumns},
    symptoms::Symptom,
};
use crate::{
    feed::{FeedId, Rejection},
    ingest::Sureness,
};

/// One kind of finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// What was found.
    pub code: FindingCode,
    /// How much it matters: as the code says, except that unread columns may be only a note.
    pub severity: Severity,
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
    values: HashMap<(Cow<'static, str>, Option<Sureness>), Seen>,
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

    fn new(code: FindingCode) -> Self {
        Self { code, severity: code.severity(), count: 0, sureness: BTreeMap::new(), examples: Vec::new(), unlisted: 0 }
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
        let Symptom { finding: Finding { code, value }, sureness } = symptom;
        let kind = self.of_code(code);
        kind.diagnosis.count += 1;
        if let Some(sureness) = sureness {
            *kind.diagnosis.sureness.entry(sureness).or_default() += 1;
        }
        let key = (shown(value), sureness);
        if let Some(seen) = kind.values.get_mut(&key) {
            seen.count += 1;
        } else if kind.values.len() < MOST_VALUES {
            kind.values.insert(key, Seen { count: 1, record: record.to_owned(), feed });
        } else {
            kind.diagnosis.unlisted += 1;
        }
    }

    /// Adds a rejected record. If it duplicates a record of another feed, that feed is named.
    pub(super) fn refuse(&mut self, rejection: &Rejection, names: &FeedNames) {
        let other = rejection.reason.earlier_feed().filter(|earlier| *earlier != rejection.feed);
        let file = other.and_then(|earlier| names.get(&earlier)).map(|name| format!(" in {name}"));
        let value = format!("{}{}", rejection.reason, file.unwrap_or_default());
        let finding = Finding::new(rejection.reason.code(), value);
        self.add(finding.into(), rejection.feed, &rejection.record);
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
        list.sort_by(|a, b| {
            a.severity.cmp(&b.severity).then(b.count.cmp(&a.count)).then_with(|| a.code.name().cmp(b.code.name()))
        });
        Diagnoses { list, unread }
    }

    fn of_code(&mut self, code: FindingCode) -> &mut FindingKind {
        let at = self.kinds.iter().position(|kind| kind.diagnosis.code == code).unwrap_or_else(|| {
            self.kinds.push(FindingKind { diagnosis: Diagnosis::new(code), values: HashMap::new() });
            self.kinds.len() - 1
        });
        &mut self.kinds[at]
    }
}

/// Unused columns as one finding. It is only a note if no line for `[columns]` can be suggested. Columns are counted
/// by their cells.
fn of_columns(feeds: &[UnreadColumns]) -> Option<Diagnosis> {
    let example = |file: &Option<Arc<str>>, column: &UnreadColumn| Example {
        value: shown(column.in_words().into()).into_owned(),
        count: column.cells,
        sureness: None,
        record: "the whole column".to_owned(),
        file: file.clone(),
    };
    let columns = || feeds.iter().flat_map(|feed| feed.columns.iter().map(|column| (&feed.feed, column)));
    let examples: Vec<Example> = columns().map(|(file, column)| example(file, column)).collect();
    let is_readable = columns().any(|(_, column)| column.line.is_some());
    let unread = Diagnosis::new(FindingCode::UnreadColumn);
    let severity = if is_readable { unread.severity } else { Severity::Note };
    (!examples.is_empty()).then_some(Diagnosis { severity, count: examples.len(), examples, ..unread })
}

impl FindingKind {
    fn into_diagnosis(self, names: &FeedNames) -> Diagnosis {
        let examples = self.values.into_iter().map(|((value, sureness), Seen { count, record, feed })| {
            let file = names.get(&feed).cloned();
            Example { value: value.into_owned(), count, sureness, record, file }
        });
        let mut examples: Vec<Example> = examples.collect();
        examples.sort_by(|a, b| {
            b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)).then(a.sureness.cmp(&b.sureness))
        });
        Diagnosis { examples, ..self.diagnosis }
    }
}

/// Value without control characters, cut off at [`LONGEST_VALUE`].
fn shown(value: Cow<'static, str>) -> Cow<'static, str> {
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
            let finding = Finding::new(FindingCode::UnknownSkill, number.to_string());
            findings.add(finding.into(), FeedId::default(), "1");
        }
        let diagnoses = findings.into_diagnoses(&FeedNames::new());
        let odd = diagnoses.iter().next().expect("one kind");
        assert_eq!((odd.count, odd.examples.len(), odd.unlisted), (MOST_VALUES + 15, MOST_VALUES, 10));
        let first: Vec<(&str, usize)> = odd.examples[..6].iter().map(|one| (one.value.as_str(), one.count)).collect();
        assert_eq!(first, [("0", 2), ("1", 2), ("2", 2), ("3", 2), ("4", 2), ("10", 1)]);
        assert_eq!(odd.commonest().1, MOST_VALUES - 8 + 10);
    }
}
