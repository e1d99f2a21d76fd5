//! Pages for operators, and their scripts: files of `public` with texts and values filled in.
//!
//! `{name}` in a page is a text of the table of words, and `@name@`, in a page or in a text, is a value of the board.

use std::collections::BTreeMap;

use openroles_model::words::NamedTexts;

use super::xml::escaped;

/// The page with its texts, and then its values. Values aren't filled in again, whatever they contain, if those that
/// operators and feeds choose come last.
pub(super) fn operator_page(page: &str, texts: NamedTexts, values: &[(&str, String)]) -> String {
    let page =
        texts.iter().fold(page.to_owned(), |page, (name, text)| page.replace(&format!("{{{name}}}"), &html(text)));
    values.iter().fold(page, |page, (mark, value)| page.replace(mark, value))
}

/// A text as HTML, with code between backticks.
fn html(text: &str) -> String {
    let text = escaped(text);
    let parts = text.split('`').enumerate();
    parts.map(|(at, part)| if at % 2 == 0 { part.to_owned() } else { format!("<code>{part}</code>") }).collect()
}

/// Where a script has its texts.
pub(super) const WORDS: &str = "\"@words@\"";

/// Texts by their names, as a JavaScript object.
pub(super) fn object<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    serde_json::to_string(&texts.into_iter().collect::<BTreeMap<_, _>>()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_model::domain::{BoardSettings, InterfaceLanguage};

    const SNIPPET_PAGE: &str = include_str!("../../../../public/embed/index.html");
    const DOCTOR_PAGE: &str = include_str!("../../../../public/doctor/index.html");

    #[test]
    fn code_in_a_text_becomes_an_element_and_the_rest_is_escaped() {
        let page = operator_page("<p>{a}</p>", &[("a", "Run `x <y>` & see @b@.")], &[("@b@", "B".to_owned())]);
        assert_eq!(page, "<p>Run <code>x &lt;y&gt;</code> &amp; see B.</p>");
    }

    #[test]
    fn each_page_has_every_text_and_no_other_placeholder() {
        let board = BoardSettings { interface: InterfaceLanguage::Pseudo, ..BoardSettings::default() };
        let words = board.words_of_files();
        for (page, texts) in [(SNIPPET_PAGE, words.snippet_page), (DOCTOR_PAGE, words.doctor_page)] {
            for (name, _) in texts {
                assert!(page.contains(&format!("{{{name}}}")), "no page shows `{name}`");
            }
            let page = operator_page(page, texts, &[]);
            assert!(page.contains('⟦') && !page.contains(['{', '}']), "{page}");
        }
    }
}
