//! Rows as aligned columns for a terminal.

use super::output::plain;

/// A table that grows by rows. Cells lose control characters, and are cut so that rows stay readable.
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

/// In characters. Longer cells end with an ellipsis.
const WIDEST_CELL: usize = 44;

impl Table {
    /// A table with a heading row.
    pub(super) fn with_heading(cells: &[&str]) -> Self {
        Self { rows: vec![cells.iter().map(|cell| (*cell).to_owned()).collect()] }
    }

    /// Adds a row; it may have fewer cells than others.
    pub(super) fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        self.rows.push(cells.into_iter().map(|cell| cut(&plain(cell))).collect());
    }

    /// The table as lines, with two spaces between columns.
    pub(super) fn to_text(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let width = |column: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or_default()
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let line = |row: &Vec<String>| {
            let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
            format!("{}\n", cells.join("  ").trim_end())
        };
        self.rows.iter().map(line).collect()
    }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= WIDEST_CELL {
        return text.to_owned();
    }
    text.chars().take(WIDEST_CELL - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_no_cell_moves_the_cursor() {
        let mut table = Table::with_heading(&["title", "company"]);
        table.row(["Café manager", "Acme"]);
        table.row(["\u{1b}[2Jx", "B\nC"]);
        assert_eq!(table.to_text(), "title         company\nCafé manager  Acme\n[2Jx          BC\n");
    }

    #[test]
    fn a_long_cell_is_cut() {
        assert_eq!(cut(&"x".repeat(100)).chars().count(), WIDEST_CELL);
        assert!(cut(&"x".repeat(100)).ends_with('…'));
    }
}
