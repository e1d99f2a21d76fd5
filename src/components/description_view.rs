//! Shows a description, and collapses a long one.

use maud::{Markup, PreEscaped, html};
use openroles_model::domain::Description;

use crate::{
    store::expect_words,
    structured_data::{LinkAttributes, description_html},
};

/// Length in characters above which a description is collapsed. The whole text stays in the page.
const LONG_CHARACTERS: usize = 1_400;

/// A description; a long one is cut off at a height and followed by "Read more", which works with the keyboard and
/// without JavaScript. `id` identifies its checkbox and must be unique on the page. `language` is the language of
/// the text, if it is known and isn't English. Empty if there is no text.
pub fn collapsible_description(description: &Description, id: &str, language: Option<&str>) -> Markup {
    let is_long = description.plain_text().chars().count() > LONG_CHARACTERS;
    if !is_long {
        return whole(description, language);
    }
    let words = &expect_words().job;
    html! {
        div class="read-more" {
            input class="read-more-switch visually-hidden" type="checkbox" id=(id);
            div class="read-more-text" { (whole(description, language)) }
            label class="read-more-label" for=(id) {
                span class="read-more-open" { (words.read_more) }
                span class="read-more-close" { (words.read_less) }
            }
        }
    }
}

fn whole(description: &Description, language: Option<&str>) -> Markup {
    let text = PreEscaped(description_html(description, LinkAttributes::HrefAndRel));
    html! {
        @if !description.is_empty() { div class="description" lang=[language] { (text) } }
    }
}
