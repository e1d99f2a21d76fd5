//! Counts tests in the output of test runners.
//!
//! Understands cargo and wasm-bindgen (`test result: ok. 12 passed; 0 failed; …`) and Playwright (`3 passed (2.1s)`, `1
//! failed`). It doesn't know which tests exist.

use std::fmt;

/// The numbers of passed and failed tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TestTally {
    /// Number of tests that passed.
    pub(crate) passed: usize,
    /// Number of tests that failed.
    pub(crate) failed: usize,
}

impl TestTally {
    /// Adds what one line of a runner's output reports; most lines report nothing.
    pub(crate) fn read(&mut self, line: &str) {
        let line = without_colors(line);
        let words: Vec<&str> = line.split_whitespace().collect();
        let is_cargo = line.trim_start().starts_with("test result:");
        let is_playwright = words.len() <= 3 && words.first().is_some_and(|word| word.parse::<usize>().is_ok());
        if !(is_cargo || is_playwright) {
            return;
        }
        for pair in words.windows(2) {
            if let Ok(count) = pair[0].parse::<usize>() {
                self.add(count, pair[1].trim_end_matches(';'));
            }
        }
    }

    fn add(&mut self, count: usize, outcome: &str) {
        match outcome {
            "passed" => self.passed += count,
            "failed" | "flaky" | "interrupted" => self.failed += count,
            _ => {}
        }
    }

    /// The sum of both tallies.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// As text: `12 passed, 0 failed`; empty without tests.
impl fmt::Display for TestTally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self { passed: 0, failed: 0 } => Ok(()),
            Self { passed, failed } => write!(formatter, "{passed} passed, {failed} failed"),
        }
    }
}

/// A line without the terminal's color sequences.
fn without_colors(line: &str) -> String {
    let mut plain = String::new();
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain
}
