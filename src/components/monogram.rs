//! A company's logo or its initials.

use maud::{Markup, html};
use openroles_model::{domain::Picture, unicode};

use crate::store::expect_board;

/// Square of a fixed size, so that the layout doesn't shift when a picture loads. Shows the initials of `name` if
/// the site has no copy of a logo.
pub fn monogram(name: &str, logo: Option<&Picture>) -> Markup {
    match logo.and_then(|logo| logo.copy.as_ref()) {
        Some(copy) => html! {
            img class="monogram" src={ (expect_board().base_path) (copy) } alt="" width="48" height="48" loading="lazy";
        },
        None => {
            let class = format!("monogram monogram--{}", name.bytes().fold(0_u8, u8::wrapping_add) % 6);
            html! { span class=(class) aria-hidden="true" { (initials(name)) } }
        }
    }
}

/// First letters of the first two words, in uppercase.
fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    unicode::upper(&words.take(2).filter_map(|word| word.chars().next()).collect::<String>())
}
