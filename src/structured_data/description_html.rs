//! Converts a description to HTML, for pages and for search engines. All text is escaped, so anything a feed contains is
//! shown as text.

use openroles_model::domain::{Block, Description, Inline};

use super::push_escaped;

/// Attributes of a description's links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkAttributes {
    /// Only the address, for search engines.
    Href,
    /// Also a `rel` for links that the operator doesn't vouch for.
    HrefAndRel,
}

/// Description as HTML that uses only elements that search engines keep: `p`, `h3`, `ul`, `ol`, `li`, `strong`,
/// `a`, `br`.
pub fn description_html(description: &Description, links: LinkAttributes) -> String {
    let mut html = String::new();
    push_blocks(&mut html, &description.blocks, links);
    html
}

fn push_blocks(html: &mut String, blocks: &[Block], links: LinkAttributes) {
    for block in blocks {
        match block {
            Block::Heading(content) => push_element(html, "h3", content, links),
            Block::Paragraph(content) => push_element(html, "p", content, links),
            Block::List { ordered, items } => push_list(html, if *ordered { "ol" } else { "ul" }, items, links),
        }
    }
}

fn push_list(html: &mut String, name: &str, items: &[Vec<Block>], links: LinkAttributes) {
    open(html, name);
    for item in items {
        open(html, "li");
        match item.as_slice() {
            // An item's first paragraph has no `p` element; only the blocks after it are elements.
            [Block::Paragraph(first), rest @ ..] => {
                push_inlines(html, first, links);
                push_blocks(html, rest, links);
            }
            all => push_blocks(html, all, links),
        }
        close(html, "li");
    }
    close(html, name);
}

fn push_element(html: &mut String, name: &str, content: &[Inline], links: LinkAttributes) {
    open(html, name);
    push_inlines(html, content, links);
    close(html, name);
}

fn push_inlines(html: &mut String, content: &[Inline], links: LinkAttributes) {
    for inline in content {
        match inline {
            Inline::Text(text) => push_escaped(html, text),
            Inline::Emphasis(content) => push_element(html, "strong", content, links),
            Inline::Link { url, content } => {
                html.push_str("<a href=\"");
                push_escaped(html, url.as_str());
                html.push_str(match links {
                    LinkAttributes::Href => "\">",
                    LinkAttributes::HrefAndRel => "\" rel=\"noopener nofollow ugc external\">",
                });
                push_inlines(html, content, links);
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
    use openroles_model::domain::WebUrl;

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    fn check(blocks: Vec<Block>, html: &str) {
        assert_eq!(description_html(&Description { blocks }, LinkAttributes::Href), html);
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

    #[test]
    fn links_on_pages_say_that_nobody_vouches_for_them() {
        let url = WebUrl::parse("https://example.com/").expect("an address");
        let link = Inline::Link { url, content: vec![text("Team")] };
        let description = Description { blocks: vec![Block::Paragraph(vec![link])] };
        let html = description_html(&description, LinkAttributes::HrefAndRel);
        assert_eq!(html, "<p><a href=\"https://example.com/\" rel=\"noopener nofollow ugc external\">Team</a></p>");
    }
}
