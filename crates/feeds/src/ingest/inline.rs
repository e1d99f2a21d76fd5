//! Text within a line: runs of plain, emphasized, and linked text, and their conversion to inlines of a block.
//!
//! Runs are flat (each has its emphasis and link), so no nesting of the source survives.

use openroles_model::domain::{Inline, WebUrl};

use super::{clean, links};

/// A stretch of text with the same emphasis and link.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Run {
    /// May begin or end with white space until runs are collapsed.
    pub(super) text: String,
    /// Whether it is emphasized.
    pub(super) stress: Stress,
    /// The target; `None` if it isn't a link.
    pub(super) link: Option<WebUrl>,
}

/// The emphasis of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stress {
    /// No emphasis.
    #[default]
    Plain,
    /// Bold or italic in the source.
    Strong,
}

impl Run {
    /// A run without emphasis and link.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

/// The runs of a text, with bare URLs as links.
pub(super) fn linked(text: &str, stress: Stress) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = text;
    let mut plain_from = 0;
    let mut at = 0;
    while let Some(found) = next_url(&rest[at..]) {
        let start = at + found;
        let length = url_length(&rest[start..]);
        match links::target(&rest[start..start + length]) {
            Some(url) => {
                push_text(&mut runs, &rest[plain_from..start], stress);
                let (label, end) = dangling_label(rest, start + length);
                let text = label.map_or_else(|| shown(&url), str::to_owned);
                runs.push(Run { text, stress, link: Some(url) });
                rest = &rest[end..];
                (plain_from, at) = (0, 0);
            }
            None => at = start + length.max(1),
        }
    }
    push_text(&mut runs, &rest[plain_from..], stress);
    runs
}

/// The runs of a Markdown line: `**bold**`, `__bold__`, `[label](url)`, bare URLs.
pub(super) fn from_markdown(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = text;
    for _ in 0..MOST_MARKS {
        let Some((before, run, after)) = first_mark(rest) else {
            break;
        };
        runs.extend(linked(before, Stress::Plain));
        runs.push(run);
        rest = after;
    }
    runs.extend(linked(rest, Stress::Plain));
    runs
}

/// More marks in a line stay as text, because each search for a mark scans the rest of the line.
const MOST_MARKS: usize = 200;

/// Collapses white space across runs, trims the ends, and removes invisible characters and empty runs.
pub(super) fn collapsed(runs: Vec<Run>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut space_due = false;
    for run in runs {
        let mut text = String::new();
        for character in clean::visible(&run.text).chars() {
            if character.is_whitespace() {
                space_due = true;
                continue;
            }
            if space_due && !(text.is_empty() && out.is_empty()) {
                text.push(' ');
            }
            space_due = false;
            text.push(character);
        }
        match out.last_mut() {
            Some(last) if last.stress == run.stress && last.link == run.link => last.text.push_str(&text),
            _ if text.is_empty() => {}
            _ => push_apart(&mut out, Run { text, ..run }),
        }
    }
    out
}

/// Moves the space between a plain run and a linked or emphasized one into the plain run, so that no link begins or
/// ends with an underlined space.
fn push_apart(out: &mut Vec<Run>, mut run: Run) {
    let is_plain = |run: &Run| run.link.is_none() && run.stress == Stress::Plain;
    let text = run.text.strip_prefix(' ').map(str::to_owned);
    if let Some(text) = text.filter(|_text| !is_plain(&run)) {
        match out.last_mut() {
            Some(last) if is_plain(last) => last.text.push(' '),
            _ => out.push(Run::plain(" ")),
        }
        run.text = text;
    }
    out.push(run);
}

/// Collapsed runs as the inlines of a block.
pub(super) fn inlines(runs: Vec<Run>) -> Vec<Inline> {
    let inline = |run: Run| {
        let text = Inline::Text(run.text);
        let linked = match run.link {
            Some(url) => Inline::Link { url, content: vec![text] },
            None => text,
        };
        if run.stress == Stress::Strong { Inline::Emphasis(vec![linked]) } else { linked }
    };
    runs.into_iter().map(inline).collect()
}

/// The runs' text, joined.
pub(super) fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn push_text(runs: &mut Vec<Run>, text: &str, stress: Stress) {
    if !text.is_empty() {
        runs.push(Run { text: text.to_owned(), stress, link: None });
    }
}

/// Position of the next URL: at `http://`, `https://`, or `www.`, not after a letter.
fn next_url(text: &str) -> Option<usize> {
    let starts = |at: usize| ["http://", "https://", "www."].iter().any(|start| text[at..].starts_with(start));
    let is_inside_word = |at: usize| text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '@');
    text.match_indices(['h', 'w']).map(|(at, _)| at).find(|at| starts(*at) && !is_inside_word(*at))
}

/// Length of a URL in bytes: up to white space, a quote, or an angle bracket, without the sentence's punctuation.
fn url_length(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || "<>\"“”`|\\^{}".contains(c) || clean::is_invisible(c));
    let mut url = &text[..end.unwrap_or(text.len())];
    loop {
        let has_open = url.contains('(');
        let cut = url.trim_end_matches(|c| ".,;:!?'’*_]".contains(c) || (c == ')' && !has_open));
        if cut.len() == url.len() {
            return url.len();
        }
        url = cut;
    }
}

/// For the rest of a broken tag, such as `https://… " target="_blank">Label`: the label, and where it ends.
fn dangling_label(text: &str, end: usize) -> (Option<&str>, usize) {
    const LONGEST_TAG: usize = 200;
    let rest = &text[end..];
    let tag = &rest[..rest.floor_char_boundary(LONGEST_TAG)];
    let is_tag = rest.starts_with('"') || rest.starts_with("&quot;");
    let Some(close) = tag.find('>').filter(|at| is_tag && !tag[..*at].contains('<')) else {
        return (None, end);
    };
    let label = &rest[close + 1..];
    let label = &label[..label.find(['<', '\n']).unwrap_or(label.len())];
    if label.trim().is_empty() { (None, end + close + 1) } else { (Some(label.trim()), end + close + 1 + label.len()) }
}

/// The text of a bare link; a long URL is cut after 80 characters.
fn shown(url: &WebUrl) -> String {
    const LONGEST_SHOWN: usize = 80;
    let text = url.as_str();
    match text.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The first Markdown mark: the text before it, its run, and the text after it.
fn first_mark(text: &str) -> Option<(&str, Run, &str)> {
    let stressed = ["**", "__"].iter().filter_map(|mark| {
        let (before, rest) = text.split_once(mark)?;
        let (inside, after) = rest.split_once(mark)?;
        let is_tight = !inside.trim().is_empty() && !inside.contains('\n') && !inside.contains("://");
        let run = Run { text: inside.to_owned(), stress: Stress::Strong, link: None };
        is_tight.then_some((before, run, after))
    });
    stressed.chain(markdown_link(text)).min_by_key(|(before, _, _)| before.len())
}

fn markdown_link(text: &str) -> Option<(&str, Run, &str)> {
    let middle = text.find("](")?;
    let open = text[..middle].rfind('[')?;
    let close = middle + text[middle..].find(')')?;
    let url = links::target(text[middle + 2..close].split(' ').next().unwrap_or_default())?;
    let label = text[open + 1..middle].replace("**", "");
    let run = Run { text: label, stress: Stress::Plain, link: Some(url) };
    (!run.text.trim().is_empty()).then_some((&text[..open], run, &text[close + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(runs: &[Run], expected: &[(&str, Option<&str>)]) {
        let runs: Vec<_> = runs.iter().map(|run| (run.text.as_str(), run.link.as_ref().map(WebUrl::as_str))).collect();
        assert_eq!(runs, expected);
    }

    #[test]
    fn bare_urls_become_links_without_the_sentence_around_them() {
        check(
            &linked("See https://example.com/a_(b), or www.example.org.", Stress::Plain),
            &[
                ("See ", None),
                ("https://example.com/a_(b)", Some("https://example.com/a_(b)")),
                (", or ", None),
                ("https://www.example.org", Some("https://www.example.org")),
                (".", None),
            ],
        );
        check(&linked("xhttp://no http:// yes", Stress::Plain), &[("xhttp://no http:// yes", None)]);
    }

    #[test]
    fn a_tag_whose_beginning_was_lost_is_a_link_again() {
        let text = "https://ind01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Faz&;data=05&reserved=0\" target=\"_blank\">Fundamentals Exam";
        check(&linked(text, Stress::Plain), &[("Fundamentals Exam", Some("https://example.com/az"))]);
    }

    #[test]
    fn markdown_marks_are_read_and_stray_ones_are_text() {
        check(
            &from_markdown("Know **Rust** and [Go](https://go.example)"),
            &[("Know ", None), ("Rust", None), (" and ", None), ("Go", Some("https://go.example"))],
        );
        check(&from_markdown("2 ** 3 [x](javascript:y)"), &[("2 ** 3 [x](javascript:y)", None)]);
    }

    #[test]
    fn white_space_collapses_across_runs() {
        let runs =
            vec![Run::plain("  a \n"), Run { stress: Stress::Strong, ..Run::plain(" b") }, Run::plain("\u{202e} c ")];
        check(&collapsed(runs), &[("a ", None), ("b", None), (" c", None)]);
    }
}
