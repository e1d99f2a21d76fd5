//! Unused columns of tables, as `build` and `doctor` print them: what each looks like, and what to add to the config
//! file.

use openroles_feeds::doctor::{ColumnLook, UnreadColumn, UnreadColumns};
use serde_json::{Value, json};

use super::output::plain;

/// Further columns of a feed are only counted; `--json` lists all.
const NAMED_AT_MOST: usize = 20;

/// The columns of each feed, then the lines to paste; empty if all columns are used.
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

/// All columns, as JSON.
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
