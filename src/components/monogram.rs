//! A company's logo, or its initials in the same box.

use leptos::prelude::*;

use crate::domain::WebUrl;

/// A square of fixed size, so that nothing moves when the picture arrives.
#[component]
pub fn Monogram(
    /// Whose; the initials come from here.
    name: String,
    /// The logo; initials are shown where there is none.
    #[prop(optional_no_strip)]
    logo: Option<WebUrl>,
) -> impl IntoView {
    match logo {
        Some(url) => view! {
            <img class="monogram" src=url.as_str().to_owned() alt="" width="48" height="48" loading="lazy"
                referrerpolicy="no-referrer"/>
        }
        .into_any(),
        None => {
            let hue = format!("monogram monogram--{}", name.bytes().fold(0_u8, u8::wrapping_add) % 6);
            view! { <span class=hue aria-hidden="true">{initials(&name)}</span> }.into_any()
        }
    }
}

/// The first letters of the first two words.
fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take(2).filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}
