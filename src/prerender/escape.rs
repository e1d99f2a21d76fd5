//! Foreign text in HTML: as text, as an attribute's value, as a script that is data.

/// Text between tags.
pub(super) fn text(raw: &str) -> String {
    raw.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A value between double quotes.
pub(super) fn attribute(raw: &str) -> String {
    text(raw).replace('"', "&quot;")
}

/// JSON that cannot end its script element or begin a comment: `<` is written as an escape.
pub(super) fn script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_its_place() {
        let hostile = "</script><!--\"&\u{2028}";
        assert_eq!(text(hostile), "&lt;/script&gt;&lt;!--\"&amp;\u{2028}");
        assert_eq!(attribute(hostile), "&lt;/script&gt;&lt;!--&quot;&amp;\u{2028}");
        let json = serde_json::to_string(hostile).expect("text");
        assert!(!script(&json).contains('<'), "{}", script(&json));
        assert_eq!(serde_json::from_str::<String>(&script(&json)).expect("still JSON"), hostile);
    }
}
