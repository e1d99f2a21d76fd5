//! The marks that people put before list items and headings in plain text.

use super::inline::{self, Run};

/// What a line is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum LineRole {
    /// Text; inside a list, it belongs to the item before it.
    #[default]
    Text,
    /// A heading; it begins a block.
    Heading,
    /// The first line of a list item.
    Bullet,
    /// The first line of a numbered list item.
    Numbered,
}

/// Marks that belong to the same list. Another family below an item makes a list inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// `•`, `·`, `●`, and similar, all for the first level.
    Bullet,
    /// `o` and `◦`, a word processor's second level.
    Circle,
    /// A hyphen or dash: `-`, `–`.
    Dash,
    /// An asterisk: `*`.
    Star,
    /// A number with punctuation: `1.`, `2)`, `(3)`.
    Number,
}

/// Removes the mark from the start of a line, and returns its family.
///
/// `is_in_list` and `follows_number` describe the lines before: a single `o` or `7.` is a mark only after others.
pub(super) fn take(runs: &mut Vec<Run>, is_in_list: bool, follows_number: bool) -> Option<Family> {
    let first = runs.first_mut().filter(|run| run.link.is_none())?;
    let has_more = first.text.trim_start();
    let (family, length) = mark(has_more, is_in_list, follows_number)?;
    first.text = has_more[length..].to_owned();
    let rest = inline::collapsed(std::mem::take(runs));
    *runs = rest;
    Some(family)
}

/// The role and text of a line without Markdown's heading mark: `## Skills`.
pub(super) fn without_heading_mark(line: &str) -> (LineRole, &str) {
    const DEEPEST_HEADING: usize = 6;
    let trimmed = line.trim_start();
    let text = trimmed.trim_start_matches('#');
    let level = trimmed.len() - text.len();
    if (1..=DEEPEST_HEADING).contains(&level) && text.starts_with(' ') {
        (LineRole::Heading, text)
    } else {
        (LineRole::Text, line)
    }
}

/// Whether a line is only a rule: `-----`, `* * *`.
pub(super) fn is_rule(line: &str) -> bool {
    const SHORTEST: usize = 3;
    let marks = line.chars().filter(|c| !c.is_whitespace());
    let is_mark = |c: char| matches!(c, '-' | '_' | '*' | '=' | '–' | '—' | '~');
    marks.clone().count() >= SHORTEST && marks.clone().all(is_mark)
}

/// Leading white space, in columns; a tab counts as four.
pub(super) fn indent(line: &str) -> usize {
    const TAB: usize = 4;
    line.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { TAB } else { 1 }).sum()
}

/// The column where text starts after a mark of one character.
pub(super) fn content(line: &str) -> usize {
    let after_mark = line.trim_start().char_indices().nth(1).map_or("", |(at, _)| &line.trim_start()[at..]);
    indent(line) + 1 + indent(after_mark)
}

fn mark(text: &str, is_in_list: bool, follows_number: bool) -> Option<(Family, usize)> {
    let first = text.chars().next()?;
    let length = first.len_utf8();
    let rest = &text[length..];
    let has_space = rest.starts_with(char::is_whitespace);
    let has_capital = rest.starts_with(|c: char| c.is_uppercase());
    match first {
        '•' | '·' | '●' | '■' | '▪' | '‣' | '➢' | '➤' | '►' | '▶' | '✓' | '✔' | '❖' | '◆' | '⁃' | '∙' | '・' => {
            Some((Family::Bullet, length))
        }
        // Word processors write bullets as private characters of their symbol font.
        '\u{f000}'..='\u{f0ff}' => Some((Family::Bullet, length)),
        '◦' | '○' | '□' | '▫' => Some((Family::Circle, length)),
        'o' if has_space && is_in_list => Some((Family::Circle, length)),
        '-' | '–' | '—' if has_space || has_capital => Some((Family::Dash, length)),
        '*' if has_space || has_capital => Some((Family::Star, length)),
        '+' if has_space => Some((Family::Dash, length)),
        '(' | '0'..='9' => number(text, follows_number).map(|length| (Family::Number, length)),
        _ => None,
    }
}

/// Length in bytes of `1.`, `2)`, or `(3)` before a space; the first number of a list must be one.
fn number(text: &str, follows_number: bool) -> Option<usize> {
    const MOST_DIGITS: usize = 2;
    let open = usize::from(text.starts_with('('));
    let digits = text[open..].bytes().take_while(u8::is_ascii_digit).count();
    let close = text.as_bytes().get(open + digits)?;
    let is_closed = if open == 1 { *close == b')' } else { matches!(close, b'.' | b')') };
    let end = open + digits + 1;
    let has_space = text.get(end..)?.starts_with(char::is_whitespace);
    let is_next = follows_number || &text[open..open + digits] == "1";
    (is_closed && has_space && is_next && (1..=MOST_DIGITS).contains(&digits)).then_some(end)
}
