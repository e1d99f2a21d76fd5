//! Table columns that openroles doesn't use: what each seems to contain, and the line for `[columns]` that would
//! make openroles read it.
//!
//! Takes cells while a feed is read, and returns the columns of each feed. `ingest` decides what a cell looks like,
//! because it would parse it; the column's name distinguishes fields that look alike.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    feed::FeedId,
    ingest::{is_day, is_way_to_apply, states_pay},
};

use super::FeedNames;

/// Unused columns of one feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadColumns {
    /// Name of the feed, if known.
    pub feed: Option<Arc<str>>,
    /// Columns; those whose contents were recognized come first.
    pub columns: Vec<UnreadColumn>,
}

/// Unused column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadColumn {
    /// Name of the column in the table.
    pub name: String,
    /// Number of cells that aren't empty.
    pub cells: usize,
    /// What at least half of its cells look like; `None` if that isn't clear.
    pub look: Option<ColumnLook>,
    /// Number of cells that look like that.
    pub alike: usize,
    /// Number of cells examined: at most the first 10,000.
    pub looked_at: usize,
    /// Line for `[columns]`, such as `apply = "Apply Link"`. Each field is suggested for at most one column.
    pub line: Option<String>,
}

/// What the cells of a column look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnLook {
    /// Web or e-mail addresses, in a column whose name mentions applying.
    ApplicationLinks,
    /// Amounts with a currency or a period.
    Pay,
    /// Other web addresses.
    Links,
    /// Dates.
    Days,
}

/// Collects unused columns while feeds are read.
#[derive(Default)]
pub(super) struct ColumnReader {
    feeds: BTreeMap<FeedId, BTreeMap<String, CellTally>>,
}

/// Counts of one column's cells so far.
#[derive(Default)]
struct CellTally {
    cells: usize,
    looked_at: usize,
    looks: BTreeMap<ColumnLook, usize>,
}

/// Number of cells examined per column. These are enough to recognize it; examining millions would slow down a
/// build.
const LOOKED_AT: usize = 10_000;

impl ColumnReader {
    /// Adds the unused columns of a piece of a feed.
    pub(super) fn add(&mut self, feed: FeedId, unread: &BTreeMap<String, Vec<String>>) {
        for (name, cells) in unread {
            let tally = self.feeds.entry(feed).or_default().entry(name.clone()).or_default();
            tally.cells += cells.len();
            for cell in cells.iter().take(LOOKED_AT - tally.looked_at) {
                tally.looked_at += 1;
                if let Some(look) = ColumnLook::of(name, cell) {
                    *tally.looks.entry(look).or_default() += 1;
                }
            }
        }
    }

    /// Returns the columns of each feed.
    pub(super) fn finish(self, names: &FeedNames) -> Vec<UnreadColumns> {
        let mut taken = BTreeSet::new();
        let mut feeds: Vec<UnreadColumns> = self
            .feeds
            .into_iter()
            .map(|(feed, columns)| {
                let columns = columns.into_iter().map(|(name, tally)| tally.into_column(name)).collect();
                UnreadColumns { feed: names.get(&feed).cloned(), columns }
            })
            .collect();
        feeds.sort_by(|a, b| a.feed.cmp(&b.feed));
        for column in feeds.iter_mut().flat_map(UnreadColumns::in_order) {
            column.line = column.field().filter(|field| taken.insert(*field)).map(|field| column.line_of(field));
        }
        feeds
    }
}

impl UnreadColumns {
    /// Sorts the columns so that the best candidate for a field comes first.
    fn in_order(&mut self) -> impl Iterator<Item = &mut UnreadColumn> {
        self.columns.sort_by_key(|column| (column.look.is_none(), Reverse(column.alike), Reverse(column.cells)));
        self.columns.iter_mut()
    }
}

impl UnreadColumn {
    /// `Apply Link (looks like application links)`, `Pay range (looks like pay: 180 of 240 values)`, or `Notes`.
    pub fn in_words(&self) -> String {
        let Self { name, look, alike, looked_at, .. } = self;
        match look {
            None => name.clone(),
            Some(look) if alike == looked_at => format!("{name} (looks like {})", look.name()),
            Some(look) => format!("{name} (looks like {}: {alike} of {looked_at} values)", look.name()),
        }
    }

    /// Field that the column may contain; `None` if its contents weren't recognized or its name suggests something
    /// else.
    fn field(&self) -> Option<&'static str> {
        let name = self.name.to_lowercase();
        let speaks_of = |words: &[&str]| words.iter().any(|word| name.contains(word));
        match self.look? {
            ColumnLook::ApplicationLinks => Some("apply"),
            ColumnLook::Pay => Some("salary"),
            ColumnLook::Links if speaks_of(&["compan", "employer", "logo", "image", "profile", "linkedin"]) => None,
            ColumnLook::Links => Some("url"),
            ColumnLook::Days if speaks_of(&["clos", "expir", "until", "end", "valid"]) => Some("validthrough"),
            ColumnLook::Days if speaks_of(&["post", "publi", "creat", "list"]) => Some("dateposted"),
            ColumnLook::Days => None,
        }
    }

    /// Line for `[columns]`. A JSON string is also a valid TOML string.
    fn line_of(&self, field: &str) -> String {
        format!("{field} = {}", serde_json::Value::from(self.name.as_str()))
    }
}

impl ColumnLook {
    fn of(column: &str, cell: &str) -> Option<Self> {
        let name = column.to_lowercase();
        let speaks_of_applying = || ["appl", "mail", "bewerb", "candidat"].iter().any(|word| name.contains(word));
        match cell {
            _ if is_way_to_apply(cell) && speaks_of_applying() => Some(Self::ApplicationLinks),
            _ if cell.contains("://") && is_way_to_apply(cell) => Some(Self::Links),
            _ if !cell.contains(|c: char| c.is_ascii_digit()) => None,
            _ if is_day(cell) => Some(Self::Days),
            _ if states_pay(cell) => Some(Self::Pay),
            _ => None,
        }
    }

    /// Plural noun, such as `application links`.
    pub fn name(self) -> &'static str {
        match self {
            Self::ApplicationLinks => "application links",
            Self::Pay => "pay",
            Self::Links => "links",
            Self::Days => "dates",
        }
    }
}

impl CellTally {
    fn into_column(self, name: String) -> UnreadColumn {
        let Self { cells, looked_at, looks } = self;
        let most = looks.into_iter().max_by_key(|(_, count)| *count).filter(|(_, count)| count * 2 >= looked_at);
        let (look, alike) = most.map_or((None, 0), |(look, count)| (Some(look), count));
        UnreadColumn { name, cells, look, alike, looked_at, line: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cells: &[(&str, &[&str])], words: &[&str], lines: &[&str]) {
        let own = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        let unread = cells.iter().map(|(name, cells)| ((*name).to_owned(), own(cells))).collect();
        let mut columns = ColumnReader::default();
        columns.add(FeedId::default(), &unread);
        let feeds = columns.finish(&FeedNames::new());
        let columns = || feeds.iter().flat_map(|feed| &feed.columns);
        assert_eq!(columns().map(UnreadColumn::in_words).collect::<Vec<_>>(), words);
        assert_eq!(columns().filter_map(|column| column.line.as_deref()).collect::<Vec<_>>(), lines);
    }

    #[test]
    fn a_column_is_what_most_of_its_cells_look_like() {
        check(
            &[
                ("Apply Link", &["https://example.com/7", "jobs@example.com"]),
                ("Pay range", &["₹10L - ₹30L / yr", "10,000/month", "3-6 Lacs PA", "ask"]),
                ("Notes", &["rye", "https://example.com", "wheat"]),
            ],
            &["Pay range (looks like pay: 3 of 4 values)", "Apply Link (looks like application links)", "Notes"],
            &[r#"salary = "Pay range""#, r#"apply = "Apply Link""#],
        );
    }

    #[test]
    fn numbers_years_and_words_are_no_pay_and_bare_numbers_no_days() {
        for cells in [&["2019", "1764205361939"], &["3-6 Yrs", "0-1 years"], &["500 people", "12"], &["yes", "no"]] {
            check(&[("Column", cells)], &["Column"], &[]);
        }
    }

    #[test]
    fn a_name_tells_apart_what_looks_the_same() {
        let (links, days) = (["https://example.com/7"].as_slice(), ["2026-11-20"].as_slice());
        check(&[("Company LinkedIn", links)], &["Company LinkedIn (looks like links)"], &[]);
        check(&[("Page", links)], &["Page (looks like links)"], &[r#"url = "Page""#]);
        check(&[("Start", days)], &["Start (looks like dates)"], &[]);
        check(&[("Open until", days)], &["Open until (looks like dates)"], &[r#"validthrough = "Open until""#]);
        check(&[("Listed on", days)], &["Listed on (looks like dates)"], &[r#"dateposted = "Listed on""#]);
    }

    #[test]
    fn a_field_is_given_to_one_column_alone_as_toml_takes_a_key_once() {
        let one = ["a@example.com"].as_slice();
        let two = ["a@example.com", "b@example.com"].as_slice();
        check(
            &[("A \"mail\"", one), ("Mail\tb", two)],
            &["Mail\tb (looks like application links)", "A \"mail\" (looks like application links)"],
            &[r#"apply = "Mail\tb""#],
        );
    }
}
