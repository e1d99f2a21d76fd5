//! Colors from `style/tokens.css`, for everything outside the style sheets: browser chrome, pictures, and icons.

use std::{collections::HashMap, sync::LazyLock};

/// Color scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on a light page.
    Light,
    /// Light text on a dark page.
    Dark,
}

/// The color `--color-<name>` as `#rrggbb`. Panics if `style/tokens.css` doesn't define it.
pub fn color(name: &str, scheme: Scheme) -> &'static str {
    let (light, dark) = COLORS.get(name).unwrap_or_else(|| panic!("`style/tokens.css` has no --color-{name}"));
    match scheme {
        Scheme::Light => light,
        Scheme::Dark => dark,
    }
}

static COLORS: LazyLock<HashMap<&str, (&str, &str)>> =
    LazyLock::new(|| include_str!("../../../../style/tokens.css").lines().filter_map(color_in).collect());

/// Parses a line such as `--color-page: light-dark(#f6f6f3, #15171c);` into a name and its light and dark colors.
fn color_in(line: &str) -> Option<(&str, (&str, &str))> {
    let (name, value) = line.trim().strip_prefix("--color-")?.split_once(": ")?;
    let pair = value.strip_prefix("light-dark(")?.strip_suffix(");")?.split_once(", ")?;
    (is_hex(pair.0) && is_hex(pair.1)).then_some((name, pair))
}

fn is_hex(color: &str) -> bool {
    color.strip_prefix('#').is_some_and(|digits| digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_are_those_of_the_pages() {
        assert_eq!(color_in("  --color-page: light-dark(#f6f6f3, #15171c);"), Some(("page", ("#f6f6f3", "#15171c"))));
        assert_eq!(color_in("  --color-shade: light-dark(rgb(20 24 40 / 8%), rgb(0 0 0 / 40%));"), None);
        for name in ["page", "surface", "text", "quiet", "accent", "on-accent"] {
            assert_ne!(color(name, Scheme::Light), color(name, Scheme::Dark), "{name}");
        }
    }
}
