//! The columns of tables that nothing is read from, as `build` and `doctor` print them: what each looks like, and what to
//! write into the config file.

use serde_json::{Value, json};

use super::output::plain;
use crate::doctor::{ColumnLook, UnreadColumn, UnreadColumns};

/// More columns of one feed are only counted; `--json` has all.
const NAMED_AT_MOST: usize = 20;

/// Feed by feed, then the lines to paste; nothing where all columns are read.
pub(super) fn in_words(feeds: &[UnreadColumns]) -> String {
    let mut text: String = feeds.iter().map(of_feed).collect();
    let columns = feeds.iter().flat_map(|feed| &feed.columns);
    let lines: Vec<&str> = columns.filter_map(|column| column.line.as_deref()).collect();
    if !lines.is_empty() {
        text.push_str("  to use them, add to board.toml:\n    [columns]\n");
        lines.iter().for_each(|line| text.push_str(&format!("    {}\n", plain(line))));
    }
    text
}

fn of_feed(UnreadColumns { feed, columns }: &UnreadColumns) -> String {
    let file = feed.as_ref().map(|file| format!("{file}: ")).unwrap_or_default();
    let named: Vec<String> = columns.iter().take(NAMED_AT_MOST).map(UnreadColumn::in_words).collect();
    let others = match columns.len().saturating_sub(NAMED_AT_MOST) {
        0 => String::new(),
        count => format!(" and {count} more"),
    };
    plain(&format!("{file}columns not used: {}{others}", named.join(", "))) + "\n"
}

/// All of them, as a machine reads it.
pub(super) fn as_json(feeds: &[UnreadColumns]) -> Vec<Value> {
    let columns = feeds.iter().flat_map(|feed| feed.columns.iter().map(|column| (&feed.feed, column)));
    let told = columns.map(|(file, column)| {
        json!({
            "file": file.as_deref(), "column": column.name, "values": column.cells,
            "looks_like": column.look.map(ColumnLook::name), "alike": column.alike, "looked_at": column.looked_at,
            "line": column.line,
        })
    });
    told.collect()
}
