//! Turns HTML into lines: keeps only where lines end, how deep they are in lists, and what is emphasized or linked.
//! Drops scripts, styles, and comments with their content, and never reads any attribute except `href`.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use openroles_model::domain::WebUrl;

use super::{
    clean,
    inline::{self, Run, Stress},
    lines::{Line, LineGap},
    links,
    marker::LineRole,
};

/// The lines of an HTML text.
pub(super) fn lines(html: &str) -> Vec<Line> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reader = MarkupReader { are_newlines_breaks: !has_line_tags(html), ..MarkupReader::default() };
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag.name),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.finish()
}

/// Whether a text contains an HTML tag; `<48` and `<CONTRACTED POSITION>` are not tags.
pub(super) fn is_html(text: &str) -> bool {
    tag_names(text).any(|name| is_known(&name))
}

const BLOCK_TAGS: &str = " address article aside blockquote body center dd details dialog div dl dt fieldset figcaption \
     figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th \
     thead tr ul ";
const INLINE_TAGS: &str = " a abbr b big cite code em font i img ins kbd mark s small span strike strong sub sup u ";
/// Elements whose content readers don't see.
const SILENT_TAGS: &str = " head iframe math noscript object script style svg template textarea title ";

fn is_one_of(name: &str, tags: &str) -> bool {
    !name.is_empty() && tags.contains(&format!(" {name} "))
}

fn is_known(name: &str) -> bool {
    name == "br" || [BLOCK_TAGS, INLINE_TAGS, SILENT_TAGS].iter().any(|tags| is_one_of(name, tags))
}

fn has_line_tags(html: &str) -> bool {
    tag_names(html).any(|name| name == "br" || is_one_of(&name, BLOCK_TAGS))
}

/// The names after each `<` or `</`, in lower case. A name counts only if it ends as a tag's name does.
fn tag_names(text: &str) -> impl Iterator<Item = String> {
    const LONGEST: usize = 10;
    text.split('<').skip(1).filter_map(|after| {
        let after = after.strip_prefix('/').unwrap_or(after);
        let end = after.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after.len());
        let ends_well = after[end..].starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace());
        (ends_well && (1..=LONGEST).contains(&end)).then(|| after[..end].to_ascii_lowercase())
    })
}

/// The state between two tags.
#[derive(Default)]
struct MarkupReader {
    lines: Vec<Line>,
    runs: Vec<Run>,
    gap: LineGap,
    role: LineRole,
    /// Whether each open list is numbered, outermost first.
    lists: Vec<Numbering>,
    stressed: usize,
    link: Option<WebUrl>,
    /// The element whose content is being dropped, and how many elements of that name are open.
    silent: Option<(String, usize)>,
    are_newlines_breaks: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Numbering {
    Bullets,
    Numbers,
}

impl MarkupReader {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if let Some((silent, open)) = &mut self.silent {
            *open += usize::from(*silent == name && !tag.self_closing);
            return;
        }
        match name.as_str() {
            "br" => self.end_line(LineGap::Break),
            "b" | "strong" | "em" | "i" => self.stressed += 1,
            "a" => self.link = href(tag),
            "ul" => self.open_list(Numbering::Bullets),
            "ol" => self.open_list(Numbering::Numbers),
            "li" => self.start_item(),
            // Inside a list, a heading is only a way to make an item bold.
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if self.lists.is_empty() => {
                self.end_line(LineGap::Paragraph);
                self.role = LineRole::Heading;
            }
            "td" | "th" => self.runs.push(Run::plain(" ")),
            silent if is_one_of(silent, SILENT_TAGS) && !tag.self_closing => self.silent = Some((name, 1)),
            block if is_one_of(block, BLOCK_TAGS) => self.end_line(LineGap::Paragraph),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        let name = String::from_utf8_lossy(name).into_owned();
        if let Some((silent, open)) = &mut self.silent {
            *open -= usize::from(*silent == name);
            if *open == 0 {
                self.silent = None;
            }
            return;
        }
        match name.as_str() {
            "b" | "strong" | "em" | "i" => self.stressed = self.stressed.saturating_sub(1),
            "a" => self.link = None,
            "ul" | "ol" => {
                self.end_line(LineGap::Paragraph);
                self.lists.pop();
            }
            "td" | "th" => self.runs.push(Run::plain(" ")),
            "br" => self.end_line(LineGap::Break),
            block if is_one_of(block, BLOCK_TAGS) => {
                self.end_line(LineGap::Paragraph);
                self.role = LineRole::Text;
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.silent.is_some() {
            return;
        }
        // Text that was escaped twice still contains entities.
        let text = clean::without_entities(text);
        if !self.are_newlines_breaks {
            return self.push_text(&text);
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.end_line(LineGap::Break);
            }
            self.push_text(line);
        }
    }

    fn push_text(&mut self, text: &str) {
        let stress = if self.stressed > 0 { Stress::Strong } else { Stress::Plain };
        match &self.link {
            Some(url) => self.runs.push(Run { text: link_label(text, url), stress, link: Some(url.clone()) }),
            None => self.runs.extend(inline::linked(text, stress)),
        }
    }

    fn open_list(&mut self, numbering: Numbering) {
        self.end_line(LineGap::Paragraph);
        self.lists.push(numbering);
    }

    fn start_item(&mut self) {
        self.end_line(LineGap::Paragraph);
        self.role = match self.lists.last() {
            Some(Numbering::Numbers) => LineRole::Numbered,
            _ => LineRole::Bullet,
        };
    }

    /// Ends the current line; an empty one only widens the gap before the next.
    fn end_line(&mut self, gap: LineGap) {
        let runs = inline::collapsed(std::mem::take(&mut self.runs));
        if runs.is_empty() {
            self.gap = self.gap.widened(gap);
            return;
        }
        let is_item = matches!(self.role, LineRole::Bullet | LineRole::Numbered);
        let depth = self.lists.len().max(usize::from(is_item));
        self.lines.push(Line { role: self.role, depth, gap: self.gap, runs, ..Line::default() });
        self.gap = gap;
        if is_item {
            self.role = LineRole::Text;
        }
    }

    fn finish(mut self) -> Vec<Line> {
        self.end_line(LineGap::Paragraph);
        self.lines
    }
}

fn href(tag: &StartTag<()>) -> Option<WebUrl> {
    let href = tag.attributes.get(b"href".as_slice())?;
    links::target(&String::from_utf8_lossy(href))
}

/// A link's label; if it is an address itself, it loses its redirects as the target does.
fn link_label(text: &str, url: &WebUrl) -> String {
    match links::target(text) {
        Some(_) => url.as_str().to_owned(),
        None => text.to_owned(),
    }
}
