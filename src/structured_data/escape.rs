//! Escapes untrusted text for XML and HTML, between tags and in quoted attributes.

/// Text with `&`, `<`, `>`, and `"` escaped.
pub fn escaped(text: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    push_escaped(&mut markup, text);
    markup
}

/// Appends text, escaped as by [`escaped`].
pub fn push_escaped(markup: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            plain => markup.push(plain),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_its_place() {
        let hostile = "</script><!--\"&amp;'\u{2028}";
        assert_eq!(escaped(hostile), "&lt;/script&gt;&lt;!--&quot;&amp;amp;'\u{2028}");
        let mut markup = "<p>".to_owned();
        push_escaped(&mut markup, "a < b");
        assert_eq!(markup, "<p>a &lt; b");
    }
}
