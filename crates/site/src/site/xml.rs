//! Untrusted text in XML: markup is escaped, and characters that XML doesn't allow are removed.

use openroles_app::structured_data;

/// Text for use between tags or in a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let known: String = text.chars().filter(|character| is_known(*character)).collect();
    structured_data::escaped(&known)
}

/// Adds `<name>text</name>` and a line break.
pub(super) fn push_element(xml: &mut String, name: &str, text: &str) {
    xml.push_str(&format!("<{name}>{}</{name}>\n", escaped(text)));
}

/// Whether XML 1.0 allows the character. It forbids control characters (except tab and line ends) and U+FFFE and
/// U+FFFF.
fn is_known(character: char) -> bool {
    !matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_markup_or_breaks_the_file() {
        let mut xml = String::new();
        push_element(&mut xml, "title", "]]></title>&\u{0}\u{1b}\"\u{fffe}");
        assert_eq!(xml, "<title>]]&gt;&lt;/title&gt;&amp;&quot;</title>\n");
    }
}
