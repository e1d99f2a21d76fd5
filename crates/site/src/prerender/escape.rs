//! Escapes JSON for use in an HTML `script` element.

/// JSON that can't end its script element or start a comment: `<` is escaped.
pub(super) fn script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_script() {
        let hostile = "</script><!--\"&\u{2028}";
        let json = serde_json::to_string(hostile).expect("text");
        assert!(!script(&json).contains('<'), "{}", script(&json));
        assert_eq!(serde_json::from_str::<String>(&script(&json)).expect("still JSON"), hostile);
    }
}
