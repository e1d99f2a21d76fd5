//! JSON-LD inside an HTML page: the contents of its `<script type="application/ld+json">` elements.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// The JSON texts of a page, in page order.
pub(super) fn json_ld(html: &str) -> Vec<String> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut scripts = Vec::new();
    let mut open: Option<String> = None;
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => open = is_json_ld(&tag).then(String::new),
            Token::String(text) => {
                if let Some(script) = &mut open {
                    script.push_str(&String::from_utf8_lossy(&text));
                }
            }
            Token::EndTag(_) => scripts.extend(open.take()),
            _ => {}
        }
    }
    scripts.extend(open);
    scripts
}

fn is_json_ld(tag: &StartTag<()>) -> bool {
    let kind = tag.attributes.get(b"type".as_slice());
    let is_json_ld = kind.is_some_and(|kind| {
        let kind = String::from_utf8_lossy(kind);
        kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/ld+json")
    });
    **tag.name == *b"script" && is_json_ld
}
