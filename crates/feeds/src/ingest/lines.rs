//! Turns lines into blocks: finds lists and headings that people write with bullets, numbers, and colons, and builds a
//! description's tree. Lines from HTML and from plain text both end up here, so `<p>· item</p>` is a list too.

use openroles_model::domain::{Block, Inline};

use super::{
    inline::{self, Run, Stress},
    marker::{self, Family, LineRole},
};

/// A line of a description.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    /// Text, heading, or list item.
    pub(super) role: LineRole,
    /// Number of lists around it.
    pub(super) depth: usize,
    /// Leading white space in plain text, in columns.
    pub(super) indent: usize,
    /// Column where the text after its mark starts, if it has one.
    pub(super) content: usize,
    /// What separates it from the previous line.
    pub(super) gap: LineGap,
    /// Its text, with white space collapsed; never empty.
    pub(super) runs: Vec<Run>,
}

/// What separates a line from the previous one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum LineGap {
    /// The start of a new block.
    #[default]
    Paragraph,
    /// An intended line break.
    Break,
    /// A line end in plain text, which may come from an editor's wrapping.
    Wrap,
}

impl LineGap {
    /// The sum of two gaps: two line breaks separate like a paragraph.
    pub(super) fn widened(self, next: Self) -> Self {
        match (self, next) {
            (Self::Paragraph, _) | (_, Self::Paragraph) | (Self::Break, Self::Break) => Self::Paragraph,
            _ => next,
        }
    }
}

/// The lines of a plain or Markdown text.
pub(super) fn from_text(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut gap = LineGap::Paragraph;
    for raw in text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        let (role, written) = marker::without_heading_mark(raw);
        let runs = inline::collapsed(inline::from_markdown(written));
        if runs.is_empty() || marker::is_rule(raw) {
            gap = LineGap::Paragraph;
            continue;
        }
        lines.push(Line { role, depth: 0, indent: marker::indent(raw), content: marker::content(raw), gap, runs });
        gap = LineGap::Wrap;
    }
    lines
}

/// Builds blocks from lines.
pub(super) fn blocks(lines: Vec<Line>) -> Vec<Block> {
    let lines = lines.into_iter().flat_map(split_at_bullets).collect();
    let lines = with_headings(joined(with_items(lines)));
    tree(&stepwise(lines), 0)
}

/// Deeper lists stay on this level.
const DEEPEST: usize = 8;

/// Splits a line that contains a whole list: `Job: • Experience: 3 years • Skills: C#`.
fn split_at_bullets(line: Line) -> Vec<Line> {
    const FEWEST: usize = 2;
    let is_bullet = |c: char| matches!(c, '•' | '●' | '▪' | '➢');
    let [run] = &line.runs[..] else {
        return vec![line];
    };
    let parts: Vec<&str> = run.text.split(is_bullet).map(str::trim).collect();
    if parts.len() <= FEWEST || run.link.is_some() {
        return vec![line];
    }
    let part = |(index, text): (usize, &str)| {
        let role = if index == 0 { line.role } else { LineRole::Bullet };
        let depth = if index == 0 { line.depth } else { line.depth + 1 };
        let runs = vec![Run { text: text.to_owned(), ..run.clone() }];
        let gap = if index == 0 { line.gap } else { LineGap::Paragraph };
        (!text.is_empty()).then_some(Line { role, depth, runs, gap, ..line.clone() })
    };
    parts.into_iter().enumerate().filter_map(part).collect()
}

/// Finds list items among text lines by their marks. A mark of another family below an item opens a list inside it.
fn with_items(lines: Vec<Line>) -> Vec<Line> {
    let mut open: Vec<ListLevel> = Vec::new();
    let mut out: Vec<Line> = Vec::new();
    for mut line in lines {
        let is_in_list = !open.is_empty();
        let follows_number = matches!(out.last(), Some(last) if last.role == LineRole::Numbered)
            || open.iter().any(|level| level.family == Family::Number);
        match marker::take(&mut line.runs, is_in_list, follows_number) {
            _ if line.runs.is_empty() => continue,
            Some(family) if line.role == LineRole::Text => {
                match open.iter().rposition(|level| level.has(family, line.indent)) {
                    Some(level) => open.truncate(level + 1),
                    None => open.push(ListLevel { family, indent: line.indent, content: line.content }),
                }
                line.depth += open.len();
                line.role = if family == Family::Number { LineRole::Numbered } else { LineRole::Bullet };
            }
            // The tag already makes it an item, so its mark is redundant.
            Some(_) => open.clear(),
            None if line.role == LineRole::Text && is_in_list && continues(&line) => line.depth += open.len(),
            None => open.clear(),
        }
        out.push(line);
    }
    out
}

/// An open list that is written with marks.
struct ListLevel {
    family: Family,
    indent: usize,
    content: usize,
}

impl ListLevel {
    /// Whether a mark belongs to this list. A mark that is indented as far as the items' text is inside an item
    /// instead.
    fn has(&self, family: Family, indent: usize) -> bool {
        self.family == family && self.indent <= indent + 1 && indent < self.content.max(self.indent + 2)
    }
}

/// Whether a line right below an item belongs to it: it starts in lower case or is indented.
fn continues(line: &Line) -> bool {
    let goes_on = inline::text_of(&line.runs).starts_with(|c: char| c.is_lowercase());
    line.gap != LineGap::Paragraph && (goes_on || line.indent >= 2)
}

/// Joins lines that an editor or `<br>` broke. The first line of a block keeps its role, and the others are appended.
fn joined(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for line in lines {
        match out.last_mut() {
            Some(last) if is_one_sentence(last, &line) => {
                last.runs.push(Run::plain(" "));
                last.runs.extend(line.runs);
                last.runs = inline::collapsed(std::mem::take(&mut last.runs));
            }
            _ => out.push(line),
        }
    }
    out
}

fn is_one_sentence(last: &Line, line: &Line) -> bool {
    // Editors wrap at 60 to 100 columns, so a much shorter line was ended on purpose. A text that was already joined to
    // 2,000 characters is long enough.
    const WRAPPED: std::ops::Range<usize> = 50..2_000;
    let text = inline::text_of(&last.runs);
    let is_same_place = line.role == LineRole::Text && line.depth == last.depth && last.role != LineRole::Heading;
    let goes_on = inline::text_of(&line.runs).starts_with(|c: char| c.is_lowercase() || c == '(');
    let is_open = !text.ends_with(['.', ':', '!', '?', ';']);
    line.gap == LineGap::Wrap && is_same_place && goes_on && is_open && WRAPPED.contains(&text.chars().count())
}

/// Turns lines that look like headings into headings: bold ones, short ones that end in a colon, titles of lists.
fn with_headings(mut lines: Vec<Line>) -> Vec<Line> {
    for index in 0..lines.len() {
        let next = lines.get(index + 1);
        let is_title_of_list = next.is_some_and(|next| matches!(next.role, LineRole::Bullet | LineRole::Numbered));
        let has_block_after =
            next.is_some_and(|next| next.gap == LineGap::Paragraph || is_title_of_list || next.gap == LineGap::Wrap);
        let line = &lines[index];
        let is_alone = line.role == LineRole::Text && line.depth == 0 && line.gap != LineGap::Break && has_block_after;
        if is_alone && reads_as_heading(&line.runs, is_title_of_list) {
            lines[index].role = LineRole::Heading;
        }
    }
    lines
}

fn reads_as_heading(runs: &[Run], is_title_of_list: bool) -> bool {
    const LONGEST: usize = 70;
    const LONGEST_TITLE: usize = 45;
    let text = inline::text_of(runs);
    let text = text.trim();
    let length = text.chars().count();
    let has_link = runs.iter().any(|run| run.link.is_some());
    let is_bold = runs.iter().all(|run| run.stress == Stress::Strong || run.text.trim().trim_matches(':').is_empty());
    let is_title = is_title_of_list
        && length <= LONGEST_TITLE
        && !text.ends_with(['.', ',', ';', '!'])
        && text.starts_with(char::is_uppercase);
    let is_sentence = text.ends_with('.') || text.contains(". ");
    length <= LONGEST && !has_link && !is_sentence && (is_bold || text.ends_with([':', '：']) || is_title)
}

/// Limits levels: at most [`DEEPEST`], and at most one deeper than the previous line.
fn stepwise(mut lines: Vec<Line>) -> Vec<Line> {
    let mut previous = 0;
    for line in &mut lines {
        let is_item = matches!(line.role, LineRole::Bullet | LineRole::Numbered);
        let deepest = if is_item { previous + 1 } else { previous };
        line.depth = line.depth.min(deepest).min(DEEPEST);
        previous = line.depth;
    }
    lines
}

/// The blocks of lines that are all at `depth` or deeper; recursion ends at [`DEEPEST`].
fn tree(lines: &[Line], depth: usize) -> Vec<Block> {
    // Most items are one paragraph, and a board has millions of them.
    let mut blocks = Vec::with_capacity(1);
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if line.depth > depth {
            let end = lines[at..].iter().position(|line| line.depth <= depth).map_or(lines.len(), |length| at + length);
            blocks.extend(lists(&lines[at..end], depth + 1));
            at = end;
            continue;
        }
        push_line(&mut blocks, line);
        at += 1;
    }
    blocks
}

/// The lists of consecutive lines at `depth` or deeper; a change between bullets and numbers begins a new list.
fn lists(lines: &[Line], depth: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let is_first = |line: &Line| line.depth == depth && matches!(line.role, LineRole::Bullet | LineRole::Numbered);
    let mut at = 0;
    while at < lines.len() {
        let end = lines[at + 1..].iter().position(is_first).map_or(lines.len(), |length| at + 1 + length);
        let item = tree(&lines[at..end], depth);
        let is_numbered = lines[at].role == LineRole::Numbered;
        match blocks.last_mut() {
            Some(Block::List { ordered, items }) if *ordered == is_numbered => items.push(item),
            _ => blocks.push(Block::List { ordered: is_numbered, items: vec![item] }),
        }
        at = end;
    }
    blocks
}

fn push_line(blocks: &mut Vec<Block>, line: &Line) {
    let inlines = inline::inlines(line.runs.clone());
    match (line.role, blocks.last_mut()) {
        (LineRole::Heading, _) => blocks.push(Block::Heading(plain_heading(inlines))),
        (LineRole::Text, Some(Block::Paragraph(content))) if line.gap != LineGap::Paragraph => {
            content.push(Inline::Break);
            content.extend(inlines);
        }
        _ => blocks.push(Block::Paragraph(inlines)),
    }
}

/// A heading without emphasis inside, because it is emphasized as a whole.
fn plain_heading(inlines: Vec<Inline>) -> Vec<Inline> {
    let unstressed = |inline: Inline| match inline {
        Inline::Emphasis(content) => content,
        other => vec![other],
    };
    inlines.into_iter().flat_map(unstressed).collect()
}
