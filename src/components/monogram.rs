//! A company's logo, or its initials in the same box.

use maud::{Markup, html};

use crate::domain::WebUrl;

/// A square of fixed size, so that nothing moves when the picture arrives. The initials of `name` are shown where
/// there is no logo.
pub fn monogram(name: &str, logo: Option<&WebUrl>) -> Markup {
    match logo {
        Some(url) => html! {
            img class="monogram" src=(url.as_str()) alt="" width="48" height="48" loading="lazy"
                referrerpolicy="no-referrer";
        },
        None => {
            let class = format!("monogram monogram--{}", name.bytes().fold(0_u8, u8::wrapping_add) % 6);
            html! { span class=(class) aria-hidden="true" { (initials(name)) } }
        }
    }
}

/// The first letters of the first two words.
fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take(2).filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}
