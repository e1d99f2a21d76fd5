//! A feed's records, cut apart but not parsed.

use std::sync::Arc;

use serde_json::Value;

use super::Extent;

/// A feed's records, cut apart but not parsed.
#[derive(Default)]
pub(super) struct Records<'a> {
    /// The other fields of the pages around lists of records.
    pub(super) pages: Vec<Value>,
    /// The records, in the feed's order.
    pub(super) list: Vec<Record<'a>>,
    /// Whether the text ends where it should.
    pub(super) extent: Extent,
    /// Number of earlier records of the same feed.
    pub(super) before: usize,
}

/// One record, not yet parsed.
pub(super) struct Record<'a> {
    unit: &'static str,
    number: usize,
    pub(super) body: RecordBody<'a>,
    /// Index in [`Records::pages`]; `None` without a page.
    page: Option<usize>,
}

/// A record's text, by format.
pub(super) enum RecordBody<'a> {
    Json(&'a str),
    Xml(&'a str),
    Row(&'a str, Arc<TableColumns>),
}

impl<'a> Record<'a> {
    /// A record as JSON text.
    pub(super) fn json(unit: &'static str, number: usize, text: &'a str, page: Option<usize>) -> Self {
        Self { unit, number, body: RecordBody::Json(text), page }
    }

    /// A record as XML text.
    pub(super) fn xml(number: usize, text: &'a str, page: Option<usize>) -> Self {
        Self { unit: "record", number, body: RecordBody::Xml(text), page }
    }

    /// A row of a table; `line` is where it begins, from 1.
    pub(super) fn row(line: usize, text: &'a str, columns: Arc<TableColumns>) -> Self {
        Self { unit: "line", number: line, body: RecordBody::Row(text, columns), page: None }
    }

    /// Its place in the feed: `line 17`.
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.unit, self.number)
    }
}

impl Records<'_> {
    /// No records yet, after `before` others of the same feed.
    pub(super) fn after(before: usize) -> Self {
        Self { before, ..Self::default() }
    }

    /// The next record's number in the feed, from 1.
    pub(super) fn next_number(&self) -> usize {
        self.before + self.list.len() + 1
    }

    /// The other fields of the page around a record; null if there is none.
    pub(super) fn page_of(&self, record: &Record<'_>) -> &Value {
        record.page.and_then(|page| self.pages.get(page)).unwrap_or(&Value::Null)
    }
}

/// What all rows of a table share.
#[derive(Debug, PartialEq)]
pub(super) struct TableColumns {
    pub(super) names: Vec<String>,
    pub(super) delimiter: char,
}
