//! Tables as text, with commas, semicolons, tabs, or bars between cells. The first row names the columns.
//!
//! Quotes work as in RFC 4180. If a quote opens a cell and is never properly closed, it is an ordinary character of
//! that cell. Otherwise a stray quote would swallow every row up to the next quote. That is why this uses no general
//! CSV reader.

use std::{borrow::Cow, sync::Arc};

use serde_json::{Map, Value};

use super::{
    record::{Record, Records, TableColumns},
    rejection::RejectionReason,
};

/// The rows after the first; `None` if the first names fewer than two columns.
pub(super) fn split(text: &str) -> Option<Records<'_>> {
    let delimiter = delimiter(text)?;
    let (names, mut at) = row(text, delimiter);
    let names: Vec<String> = names.into_iter().map(Cow::into_owned).collect();
    let columns = Arc::new(TableColumns { names, delimiter });
    let mut records = Records::default();
    let mut line = 1 + lines_in(&text[..at]);
    while at < text.len() {
        let (cells, length) = row(&text[at..], delimiter);
        let written = &text[at..at + length];
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            records.list.push(Record::row(line, written, Arc::clone(&columns)));
        }
        line += lines_in(written);
        at += length;
    }
    (columns.names.len() > 1).then_some(records)
}

/// Reads one row: the cells that aren't empty, by column name.
pub(super) fn parse(text: &str, columns: &TableColumns) -> Result<Value, RejectionReason> {
    let (cells, _) = row(text, columns.delimiter);
    let surplus = cells.iter().skip(columns.names.len()).any(|cell| !cell.trim().is_empty());
    if surplus {
        return Err(RejectionReason::TooManyCells { cells: cells.len(), columns: columns.names.len() });
    }
    let mut fields = Map::new();
    for (name, cell) in columns.names.iter().zip(cells) {
        if !cell.trim().is_empty() && !fields.contains_key(name.as_str()) {
            fields.insert(name.clone(), Value::String(cell.into_owned()));
        }
    }
    Ok(Value::Object(fields))
}

/// The longest quoted cell, in bytes.
const LONGEST_CELL: usize = 1 << 20;

/// The separator of the first line: the most common of the four.
fn delimiter(text: &str) -> Option<char> {
    let first = text.lines().next().unwrap_or_default();
    let count = |delimiter: &char| first.matches(*delimiter).count();
    [',', ';', '\t', '|'].into_iter().rev().max_by_key(count).filter(|delimiter| count(delimiter) > 0)
}

fn lines_in(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// The cells of the row at the start of `text`, and its length in bytes with its line end.
fn row(text: &str, delimiter: char) -> (Vec<Cow<'_, str>>, usize) {
    let mut cells = Vec::new();
    let mut at = 0;
    loop {
        let (cell, length) = cell(&text[at..], delimiter);
        cells.push(cell);
        at += length;
        match text[at..].chars().next() {
            Some(next) if next == delimiter => at += next.len_utf8(),
            Some('\r') if text[at..].starts_with("\r\n") => return (cells, at + 2),
            Some(_) => return (cells, at + 1),
            None => return (cells, at),
        }
    }
}

/// The cell at the start of `text`, and its length in bytes, without what ends it.
fn cell(text: &str, delimiter: char) -> (Cow<'_, str>, usize) {
    if let Some(quoted) = quoted_length(text, delimiter) {
        let inside = &text[1..quoted - 1];
        let plain = if inside.contains("\"\"") { Cow::Owned(inside.replace("\"\"", "\"")) } else { inside.into() };
        return (plain, quoted);
    }
    let end = text.find([delimiter, '\n', '\r']).unwrap_or(text.len());
    (text[..end].trim().into(), end)
}

/// The length in bytes of a quoted cell with both quotes, if its closing quote ends the cell.
fn quoted_length(text: &str, delimiter: char) -> Option<usize> {
    let bytes = text.strip_prefix('"')?.as_bytes();
    let mut at = 0;
    loop {
        at += bytes.get(at..bytes.len().min(LONGEST_CELL))?.iter().position(|byte| *byte == b'"')? + 1;
        match text[at + 1..].chars().next() {
            Some('"') => at += 1,
            Some(next) if next == delimiter || next == '\n' || next == '\r' => return Some(at + 1),
            Some(_) => return None,
            None => return Some(at + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::reading::parsed;

    fn check(text: &str, expected: &[&str]) {
        let records = split(text).expect("a table");
        let rows: Vec<String> = records
            .list
            .iter()
            .map(|record| match parsed(record) {
                Ok(value) => format!("{} {value}", record.name()),
                Err(reason) => format!("{} {}", record.name(), reason.code()),
            })
            .collect();
        assert_eq!(rows, expected, "{text}");
    }

    #[test]
    fn cells_are_read_by_their_columns_whatever_separates_them() {
        check("title,company\nBaker,Acme\n", &[r#"line 2 {"company":"Acme","title":"Baker"}"#]);
        check(
            "title;pay\r\nBaker;1,5\r\n\r\nCook;\r\n",
            &[r#"line 2 {"pay":"1,5","title":"Baker"}"#, r#"line 4 {"title":"Cook"}"#],
        );
        check("title\tcompany\nBaker, head\tAcme", &[r#"line 2 {"company":"Acme","title":"Baker, head"}"#]);
        assert!(split("just words\nmore").is_none());
    }

    #[test]
    fn quotes_hold_delimiters_line_ends_and_quotes() {
        check(
            "a,b\n\"x, \"\"y\"\"\nz\",2\n3,4",
            &[r#"line 2 {"a":"x, \"y\"\nz","b":"2"}"#, r#"line 4 {"a":"3","b":"4"}"#],
        );
    }

    #[test]
    fn a_stray_quote_costs_only_its_row() {
        check(
            "a,b\n\"x,1\ny,2\n\"z\",3",
            &[r#"line 2 {"a":"\"x","b":"1"}"#, r#"line 3 {"a":"y","b":"2"}"#, r#"line 4 {"a":"z","b":"3"}"#],
        );
        check(
            "a,b\n\"so \"called\" baker\",1\ny,2",
            &[r#"line 2 {"a":"\"so \"called\" baker\"","b":"1"}"#, r#"line 3 {"a":"y","b":"2"}"#],
        );
        check("a,b\n1,2,3\n4,5,\n6", &["line 2 too-many-cells", r#"line 3 {"a":"4","b":"5"}"#, r#"line 4 {"a":"6"}"#]);
    }
}
