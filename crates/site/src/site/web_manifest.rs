//! The web app manifest, and icons in the sizes that systems ask for.
//!
//! Its display mode is `browser`, so browsers don't offer to install the site.

use serde_json::{Value, json};

use super::{
    SiteError, SiteInput,
    drawing::png,
    json as as_bytes,
    sharing_picture::{ACCENT, BOARD_SIGN, PAGE},
    staging::Staging,
};
use crate::prerender::{Scheme, TOP_COLOR, WEB_MANIFEST, color};

/// Writes the manifest and the icons, and returns the path of the touch icon, which pages link to.
pub(super) fn write(staging: &Staging, input: &SiteInput<'_>) -> Result<String, SiteError> {
    let draw = |stem: &str, svg: &str, size: u32| staging.write_asset(stem, "png", &png(svg, (size, size))?);
    let whole = filling_its_square();
    let mut icons = Vec::new();
    if input.app.is_some() {
        icons.push(icon("favicon.svg", "any", "image/svg+xml", "any"));
    }
    for size in [192, 512] {
        let sizes = format!("{size}x{size}");
        icons.push(icon(&draw("icon", BOARD_SIGN, size)?, &sizes, "image/png", "any"));
        icons.push(icon(&draw("icon-maskable", &whole, size)?, &sizes, "image/png", "maskable"));
    }
    let light = |name| color(name, Scheme::Light);
    // All addresses are relative to the manifest, so they work under any base path.
    let manifest = json!({
        "name": input.board.name,
        "short_name": short_name(&input.board.name),
        "lang": input.board.languages.first(),
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "theme_color": light(TOP_COLOR),
        "background_color": light(PAGE),
        "icons": icons,
    });
    staging.write("app", WEB_MANIFEST, &as_bytes("web manifest", &manifest)?)?;
    draw("touch-icon", &whole, TOUCH_ICON)
}

/// Width and height of the touch icon in pixels: 60 points at triple resolution, the largest that phones show.
const TOUCH_ICON: u32 = 180;

/// Most characters of a short name; systems truncate longer ones below an icon.
const SHORT_NAME_CHARACTERS: usize = 12;

fn icon(path: &str, sizes: &str, kind: &str, purpose: &str) -> Value {
    json!({"src": path, "sizes": sizes, "type": kind, "purpose": purpose})
}

/// Sign on a background without rounded corners, for systems that crop icons. The whole sign is within the circle
/// that none of them crops.
fn filling_its_square() -> String {
    let ground = color(ACCENT, Scheme::Light);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" \
         fill=\"{ground}\"/>{BOARD_SIGN}</svg>"
    )
}

/// As many of the first words of a name as fit below an icon; at least one.
fn short_name(name: &str) -> String {
    let mut short = String::new();
    for word in name.split_whitespace() {
        let length = short.chars().count() + 1 + word.chars().count();
        if !short.is_empty() && length > SHORT_NAME_CHARACTERS {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::Pixmap;

    use super::*;

    #[test]
    fn a_short_name_is_the_first_words() {
        for (name, short) in [
            ("Pune Jobs", "Pune Jobs"),
            ("Openroles Sample Board", "Openroles"),
            ("Jobs in and around Pune", "Jobs in and"),
            ("Donaudampfschifffahrt Jobs", "Donaudampfschifffahrt"),
        ] {
            assert_eq!(short_name(name), short);
        }
    }

    #[test]
    fn what_systems_cut_to_a_shape_has_no_corners_of_its_own() {
        let corner = |svg: &str| {
            let file = png(svg, (64, 64)).expect("drawn");
            Pixmap::decode_png(&file).expect("an image").pixels()[0].alpha()
        };
        assert_eq!(corner(&filling_its_square()), 255);
        assert_eq!(corner(BOARD_SIGN), 0);
    }
}
