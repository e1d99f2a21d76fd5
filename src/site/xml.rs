//! Text in XML, whatever a feed said: markup is text, and characters that XML does not know are left out.

use crate::structured_data;

/// Text that can stand between tags or in a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let known: String = text.chars().filter(|character| is_known(*character)).collect();
    structured_data::escaped(&known)
}

/// `<name>text</name>` on a line of its own.
pub(super) fn push_element(xml: &mut String, name: &str, text: &str) {
    xml.push_str(&format!("<{name}>{}</{name}>\n", escaped(text)));
}

/// XML 1.0 has no control characters but tab and line ends, and no unpaired or last code points of a plane.
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
