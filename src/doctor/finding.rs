//! What is wrong with a feed, gathered: each kind of finding once, with how often it occurs and with examples.

use std::collections::BTreeMap;

/// How bad a finding is, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A record is not on the board.
    Lost,
    /// Something that a posting says is not shown as it was meant.
    Warning,
    /// Something that could be better.
    Note,
}

impl Severity {
    /// In a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One kind of finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
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
}

/// All findings of a feed.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    list: Vec<Finding>,
    seen: BTreeMap<(&'static str, String), Example>,
}

/// Longer values are cut, in characters.
const LONGEST_VALUE: usize = 120;
/// Enough to see what it is about.
const EXAMPLES: usize = 8;

impl Finding {
    /// A finding that has not occurred yet.
    pub fn new(code: &'static str, severity: Severity, remedy: &'static str) -> Self {
        Self { code, severity, remedy, count: 0, examples: Vec::new() }
    }
}

impl Findings {
    /// Adds one occurrence.
    pub fn add(&mut self, finding: Finding, record: &str, value: &str) {
        let value: String = value.chars().filter(|c| !c.is_control()).take(LONGEST_VALUE).collect();
        let key = (finding.code, value.clone());
        self.seen.entry(key).or_insert_with(|| Example { value, count: 0, record: record.to_owned() }).count += 1;
        self.of_code(finding).count += 1;
    }

    /// Adds all findings of another feed.
    pub fn extend(&mut self, other: Self) {
        for ((code, value), example) in other.seen {
            let known = self.seen.entry((code, value.clone()));
            known.or_insert_with(|| Example { value, count: 0, record: example.record }).count += example.count;
        }
        for finding in other.list {
            let count = finding.count;
            self.of_code(finding).count += count;
        }
        self.sort();
    }

    /// Brings the worst to the front, among equals the most frequent, and gives each its examples.
    pub fn sort(&mut self) {
        for finding in &mut self.list {
            let examples = self.seen.iter().filter(|((code, _), _)| *code == finding.code);
            let mut examples: Vec<Example> = examples.map(|(_, example)| example.clone()).collect();
            examples.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
            examples.truncate(EXAMPLES);
            finding.examples = examples;
        }
        self.list.sort_by(|a, b| a.severity.cmp(&b.severity).then(b.count.cmp(&a.count)).then(a.code.cmp(b.code)));
    }

    /// The findings, worst first.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.list.iter()
    }

    /// How bad the worst is.
    pub fn worst(&self) -> Option<Severity> {
        self.list.iter().map(|finding| finding.severity).min()
    }

    fn of_code(&mut self, finding: Finding) -> &mut Finding {
        let at = self.list.iter().position(|known| known.code == finding.code).unwrap_or_else(|| {
            self.list.push(Finding { count: 0, ..finding });
            self.list.len() - 1
        });
        &mut self.list[at]
    }
}
