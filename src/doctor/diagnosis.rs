//! What is wrong with feeds, gathered: each kind of finding once, with how often it occurs and with examples.

use std::collections::BTreeMap;

use crate::structured_data::Severity;

/// One kind of finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// A short name to count by.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What to do about it.
    pub remedy: &'static str,
    /// How often it occurs.
    pub count: usize,
    /// The values it occurs with, the commonest first.
    pub examples: Vec<Example>,
}

/// A value that a finding occurs with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The value.
    pub value: String,
    /// How often it occurs.
    pub count: usize,
    /// The first record that has it.
    pub record: String,
    /// The file of that record, where several are examined.
    pub file: Option<String>,
}

/// All findings of a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnoses {
    list: Vec<Diagnosis>,
    seen: BTreeMap<(&'static str, String), Example>,
}

/// Longer values are cut, in characters.
const LONGEST_VALUE: usize = 120;
/// Enough to see what it is about.
const EXAMPLES: usize = 8;

impl Diagnosis {
    /// A finding that has not occurred yet.
    pub fn new(code: &'static str, severity: Severity, remedy: &'static str) -> Self {
        Self { code, severity, remedy, count: 0, examples: Vec::new() }
    }
}

impl Diagnoses {
    /// Adds one occurrence.
    pub fn add(&mut self, diagnosis: Diagnosis, record: &str, value: &str) {
        let value: String = value.chars().filter(|c| !c.is_control()).take(LONGEST_VALUE).collect();
        let key = (diagnosis.code, value.clone());
        self.seen
            .entry(key)
            .or_insert_with(|| Example { value, count: 0, record: record.to_owned(), file: None })
            .count += 1;
        self.of_code(diagnosis).count += 1;
    }

    /// Adds all findings of another feed, which is in `file`.
    pub fn extend(&mut self, other: Self, file: &str) {
        for ((code, value), example) in other.seen {
            let known = self.seen.entry((code, value.clone()));
            known
                .or_insert_with(|| Example { value, count: 0, record: example.record, file: Some(file.to_owned()) })
                .count += example.count;
        }
        for diagnosis in other.list {
            let count = diagnosis.count;
            self.of_code(diagnosis).count += count;
        }
        self.sort();
    }

    /// Brings the worst to the front, among equals the most frequent, and gives each its examples.
    pub fn sort(&mut self) {
        for diagnosis in &mut self.list {
            let examples = self.seen.iter().filter(|((code, _), _)| *code == diagnosis.code);
            let mut examples: Vec<Example> = examples.map(|(_, example)| example.clone()).collect();
            examples.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
            examples.truncate(EXAMPLES);
            diagnosis.examples = examples;
        }
        self.list.sort_by(|a, b| a.severity.cmp(&b.severity).then(b.count.cmp(&a.count)).then(a.code.cmp(b.code)));
    }

    /// The findings, worst first.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnosis> {
        self.list.iter()
    }

    /// How bad the worst is.
    pub fn worst(&self) -> Option<Severity> {
        self.list.iter().map(|diagnosis| diagnosis.severity).min()
    }

    fn of_code(&mut self, diagnosis: Diagnosis) -> &mut Diagnosis {
        let at = self.list.iter().position(|known| known.code == diagnosis.code).unwrap_or_else(|| {
            self.list.push(Diagnosis { count: 0, ..diagnosis });
            self.list.len() - 1
        });
        &mut self.list[at]
    }
}
