//! Findings: what can be wrong with a feed, a record, or a posting.
//!
//! [`FindingCode`] is the only list of codes, with the severity and the remedy of each. [`judge()`] finds what is wrong
//! with a posting. What is wrong with a record, `feed` and `doctor` find. This module reads no feeds and prints nothing.

mod codes;
mod judge;
mod severity;

use std::borrow::Cow;

pub use codes::FindingCode;
pub use judge::{Verdict, judge};
pub use severity::Severity;

/// One occurrence of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub code: FindingCode,
    /// The value that it is about, such as the words of an unknown place; if there is none, why it matters, as a
    /// sentence without a final period.
    pub value: Cow<'static, str>,
}

impl Finding {
    /// Finding about a value, or with a reason.
    pub fn new(code: FindingCode, value: impl Into<Cow<'static, str>>) -> Self {
        Self { code, value: value.into() }
    }
}
