//! Descriptions: HTML (also escaped once or twice), Markdown, or plain text, parsed once into blocks.
//!
//! The result contains no markup, no control or direction characters, and no links other than to the web. Its nesting
//! and size are limited. Everything downstream relies on this.

use std::borrow::Cow;

use openroles_model::domain::Description;

use super::{clean::without_entities, lines, markup, mojibake::mended};

/// Parses a text into blocks.
pub(super) fn parse(text: &str) -> Description {
    let text = &text[..text.floor_char_boundary(LONGEST_TEXT)];
    let text = unescaped(text);
    let text = mended(&text);
    // A text that is cut inside a closing tag ends with the tag's first characters.
    let text = text.trim_end().trim_end_matches("</");
    let lines = if markup::is_html(text) { markup::lines(text) } else { lines::from_text(&without_entities(text)) };
    Description { blocks: lines::blocks(lines) }
}

/// In bytes. Longer texts are cut; the longest real text so far had 60,000.
const LONGEST_TEXT: usize = 200_000;
/// Some exports escape HTML, and then escape the result again.
const MOST_ESCAPES: usize = 2;

/// Unescapes tags, so that `&lt;p&gt;` is a paragraph.
fn unescaped(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..MOST_ESCAPES {
        if markup::is_html(&text) || !text.contains('&') {
            break;
        }
        let decoded = without_entities(&text).into_owned();
        // In plain text, a single level of entities is decoded when its lines are read.
        if !markup::is_html(&decoded) && !decoded.contains("&lt;") {
            break;
        }
        text = Cow::Owned(decoded);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_model::domain::{Block, Inline};

    /// Blocks with one line each: `# heading`, `text`, `- item`, `1. item`, two spaces per list level.
    fn outline(text: &str) -> Vec<String> {
        let mut lines = Vec::new();
        push(&mut lines, &parse(text).blocks, 0);
        lines
    }

    fn push(lines: &mut Vec<String>, blocks: &[Block], depth: usize) {
        let indent = "  ".repeat(depth);
        for block in blocks {
            match block {
                Block::Heading(content) => lines.push(format!("{indent}# {}", inline_text(content))),
                Block::Paragraph(content) => lines.push(format!("{indent}{}", inline_text(content))),
                Block::List { ordered, items } => {
                    for item in items {
                        let first = lines.len();
                        push(lines, item, depth + 1);
                        let mark = if *ordered { "1." } else { "-" };
                        lines[first] = format!("{indent}{mark} {}", lines[first].trim_start());
                    }
                }
            }
        }
    }

    fn inline_text(content: &[Inline]) -> String {
        content
            .iter()
            .map(|inline| match inline {
                Inline::Text(text) => text.clone(),
                Inline::Emphasis(content) => format!("*{}*", inline_text(content)),
                Inline::Link { url, content } => format!("[{}]({})", inline_text(content), url.as_str()),
                Inline::Break => " / ".to_owned(),
            })
            .collect()
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(outline(text), expected, "{text}");
    }

    #[test]
    fn html_becomes_blocks() {
        check(
            "<h2>Who</h2><p>We <b>build</b> <a href='https://example.com/x'>things</a>.</p><ul><li>Rust<ul><li>wasm</li></ul></li><li>Go</li></ul><ol><li>Apply</li></ol>",
            &["# Who", "We *build* [things](https://example.com/x).", "- Rust", "  - wasm", "- Go", "1. Apply"],
        );
        check("One<br>two<br><br>three", &["One / two", "three"]);
        check("<div>a</div><div>b</div>", &["a", "b"]);
        check("<p>Salary <48 hours & more</p>", &["Salary <48 hours & more"]);
        check("<p>Unclosed <b>bold<p>next", &["Unclosed *bold*", "*next*"]);
    }

    #[test]
    fn escaped_html_is_html() {
        check("&lt;p&gt;Tom &amp;amp; Ann&lt;/p&gt;", &["Tom & Ann"]);
        check("&amp;lt;p&amp;gt;Twice&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;over", &["Twice", "over"]);
        check("&lt;48 hours &amp; more", &["<48 hours & more"]);
    }

    #[test]
    fn lists_written_with_bullets_are_lists() {
        check(
            "Skills:\n\n·       C#\n\n·       SQL\n\nDesirable Skills:\n·       Azure\n\no   AZ-900\n\no   AZ-104\n\n·       Docker\n\nThe end of it.",
            &[
                "# Skills:",
                "- C#",
                "- SQL",
                "# Desirable Skills:",
                "- Azure",
                "  - AZ-900",
                "  - AZ-104",
                "- Docker",
                "The end of it.",
            ],
        );
        check(
            "● One\n● Two is long enough to be wrapped by the editor that it was\nwritten in\n● Three",
            &["- One", "- Two is long enough to be wrapped by the editor that it was written in", "- Three"],
        );
        check("1. First\n2. Second\n3) Third", &["1. First", "1. Second", "1. Third"]);
        check("- a\n  - b\n  - c\n- d", &["- a", "  - b", "  - c", "- d"]);
        check("·       a\n  • b\n·       c", &["- a", "- b", "- c"]);
        check("\u{f0a7} Analyze\n\u{f0a7} Write", &["- Analyze", "- Write"]);
        check("<p>• One</p><p>• Two</p>", &["- One", "- Two"]);
        check("<p>Tasks<br>- One<br>- Two</p>", &["# Tasks", "- One", "- Two"]);
        check("<ul><li>• One</li><li>· Two</li></ul>", &["- One", "- Two"]);
        check(
            "Description:- • Experience: 3 years • Skills: C# • Area: Web",
            &["# Description:-", "- Experience: 3 years", "- Skills: C#", "- Area: Web"],
        );
    }

    #[test]
    fn what_only_looks_like_a_list_is_text() {
        check("2019. That year", &["2019. That year"]);
        check("o candidato deve ter", &["o candidato deve ter"]);
        check("-5 degrees", &["-5 degrees"]);
        check("Rust · Go", &["Rust · Go"]);
    }

    #[test]
    fn headings_are_found_without_tags() {
        check("<p><strong>About us</strong></p><p>Text.</p>", &["# About us", "Text."]);
        check("Mandatory Skills\n\n- Rust", &["# Mandatory Skills", "- Rust"]);
        check("## Profile\nText", &["# Profile", "Text"]);
        check("Text\n\nWhat you do:\nThings", &["Text", "# What you do:", "Things"]);
        check("<p><b>Only line</b></p>", &["*Only line*"]);
    }

    #[test]
    fn links_survive_only_when_safe() {
        check("<a href=\"javascript:alert(1)\">x</a>", &["x"]);
        check("<a href=' JaVaScRiPt:alert(1)'>x</a>", &["x"]);
        check("<a href='/jobs/1'>x</a>", &["x"]);
        check(
            "o   https://ind01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Faz&;data=05%7C&reserved=0\" target=\"_blank\">Exam AZ-900",
            &["o [Exam AZ-900](https://example.com/az)"],
        );
    }

    #[test]
    fn nothing_hostile_comes_through() {
        check("<script>alert(1)</script><style>p{}</style><!-- x --><p onclick=\"x()\">ok</p>", &["ok"]);
        check("<scr<script>ipt>alert(1)</script>ok", &["ipt>alert(1)ok"]);
        check("<svg><script>1</script></svg><img src=x onerror=alert(1)>ok", &["ok"]);
        check("a\u{202e}b\u{200b}c\u{0}d&#x202e;e", &["abcde"]);
        check("", &[]);
        check("<p> &nbsp; </p>\u{200b}", &[]);
    }

    #[test]
    fn depth_and_size_are_bounded() {
        let deep = format!("{}x", "<ul><li>".repeat(10_000));
        assert!(depth(&parse(&deep).blocks) <= 8);
        let long = "word ".repeat(300_000);
        assert!(parse(&long).plain_text().len() <= LONGEST_TEXT);
        let bullets = "• ".repeat(100_000);
        assert!(parse(&bullets).is_empty());
    }

    fn depth(blocks: &[Block]) -> usize {
        let inside = |block: &Block| match block {
            Block::List { items, .. } => 1 + items.iter().map(|item| depth(item)).max().unwrap_or(0),
            _ => 0,
        };
        blocks.iter().map(inside).max().unwrap_or(0)
    }
}
