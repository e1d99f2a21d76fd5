//! Converts a description to HTML for search engines: the same blocks as on the page, with all text escaped.

use super::push_escaped;
use crate::domain::{Block, Description, Inline};

/// Description as HTML that uses only elements that search engines keep: `p`, `h3`, `ul`, `ol`, `li`, `strong`,
/// `a`, `br`.
pub fn description_html(description: &Description) -> String {
    let mut html = String::new();
    push_blocks(&mut html, &description.blocks);
    html
}

fn push_blocks(html: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Heading(content) => push_element(html, "h3", content),
            Block::Paragraph(content) => push_element(html, "p", content),
            Block::List { ordered, items } => push_list(html, if *ordered { "ol" } else { "ul" }, items),
        }
    }
}

fn push_list(html: &mut String, name: &str, items: &[Vec<Block>]) {
    open(html, name);
    for item in items {
        open(html, "li");
        match item.as_slice() {
            // As on the page, an item's first paragraph has no `p` element; only the blocks after it are elements.
            [Block::Paragraph(first), rest @ ..] => {
                push_inlines(html, first);
                push_blocks(html, rest);
            }
            all => push_blocks(html, all),
        }
        close(html, "li");
    }
    close(html, name);
}

fn push_element(html: &mut String, name: &str, content: &[Inline]) {
    open(html, name);
    push_inlines(html, content);
    close(html, name);
}

fn push_inlines(html: &mut String, content: &[Inline]) {
    for inline in content {
        match inline {
            Inline::Text(text) => push_escaped(html, text),
            Inline::Emphasis(content) => push_element(html, "strong", content),
            Inline::Link { url, content } => {
                html.push_str("<a href=\"");
                push_escaped(html, url.as_str());
                html.push_str("\">");
                push_inlines(html, content);
                close(html, "a");
            }
            Inline::Break => html.push_str("<br>"),
        }
    }
}

fn open(html: &mut String, name: &str) {
    html.extend(["<", name, ">"]);
}

fn close(html: &mut String, name: &str) {
    html.extend(["</", name, ">"]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::WebUrl;

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    fn check(blocks: Vec<Block>, html: &str) {
        assert_eq!(description_html(&Description { blocks }), html);
    }

    #[test]
    fn blocks_become_the_elements_of_the_page() {
        let item = |words: &str| vec![Block::Paragraph(vec![text(words)])];
        let nested = Block::List { ordered: true, items: vec![item("wasm")] };
        check(
            vec![
                Block::Heading(vec![text("Skills")]),
                Block::Paragraph(vec![text("We "), Inline::Emphasis(vec![text("build")]), Inline::Break]),
                Block::List { ordered: false, items: vec![[item("Rust"), vec![nested]].concat(), item("Go")] },
            ],
            "<h3>Skills</h3><p>We <strong>build</strong><br></p><ul><li>Rust<ol><li>wasm</li></ol></li><li>Go</li></ul>",
        );
    }

    #[test]
    fn text_stays_text_and_addresses_stay_addresses() {
        let url = WebUrl::parse("https://example.com/?a=1&b='2'").expect("an address");
        check(
            vec![Block::Paragraph(vec![
                text("</p><script>alert(\"1\")</script>"),
                Inline::Link { url, content: vec![text("a & b")] },
            ])],
            "<p>&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;\
             <a href=\"https://example.com/?a=1&amp;b='2'\">a &amp; b</a></p>",
        );
    }
}
