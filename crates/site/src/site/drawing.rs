//! Renders SVG to PNG.

use std::collections::HashMap;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

use super::{SiteError, typeface};

/// Opaque color: red, green, blue.
type Rgb = [u8; 3];

/// Renders an opaque SVG to an indexed PNG of `size` (width and height in pixels). The first of `colors` is the
/// background. Antialiased edges get one of a few shades between the background and a color, which keeps the file
/// small.
pub(super) fn png_of_few_colors(svg: &str, size: (u32, u32), colors: &[Rgb]) -> Result<Vec<u8>, SiteError> {
    let pixels = pixels(svg, size)?;
    let mut palette = Palette::of(colors);
    let mut numbers = Vec::with_capacity(pixels.pixels().len());
    // Neighboring pixels are mostly equal, so each run is looked up once.
    for run in pixels.pixels().chunk_by(|one, two| one == two) {
        let number = palette.number([run[0].red(), run[0].green(), run[0].blue()]);
        numbers.resize(numbers.len() + run.len(), number);
    }
    encoded(&numbers, size, palette.colors.concat()).map_err(|error| broken(&error.to_string()))
}

/// Renders an SVG to a full-color PNG of `size` (width and height in pixels).
pub(super) fn png(svg: &str, size: (u32, u32)) -> Result<Vec<u8>, SiteError> {
    pixels(svg, size)?.encode_png().map_err(|error| broken(&error.to_string()))
}

/// Parses a color such as `#3344b5`.
pub(super) fn rgb(hex: &str) -> Rgb {
    let part =
        |at: usize| hex.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or_default();
    [part(1), part(3), part(5)]
}

fn pixels(svg: &str, (width, height): (u32, u32)) -> Result<Pixmap, SiteError> {
    let options =
        Options { font_family: typeface::FAMILY.to_owned(), fontdb: typeface::database(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| broken(&error.to_string()))?;
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| broken("it has no size"))?;
    let scale = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, Transform::from_scale(scale.0, scale.1), &mut pixels.as_mut());
    Ok(pixels)
}

fn encoded(numbers: &[u8], (width, height): (u32, u32), palette: Vec<u8>) -> Result<Vec<u8>, EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette);
    // Filters predict a value from its neighbors, which is useless for palette indexes.
    encoder.set_filter(Filter::NoFilter);
    encoder.set_compression(Compression::Balanced);
    encoder.write_header()?.write_image_data(numbers)?;
    Ok(file)
}

fn broken(problem: &str) -> SiteError {
    SiteError::Format { part: "picture", problem: problem.to_owned() }
}

/// Palette of an indexed PNG.
struct Palette {
    colors: Vec<Rgb>,
    numbers: HashMap<Rgb, u8>,
}

/// Number of shades from the background to each color, including the color. At 1, edges of letters look jagged; at
/// 7, large letters look as smooth as at 255, and the file is half as large.
const SHADES: u16 = 7;

impl Palette {
    /// The background, followed by the shades of each other color.
    fn of(colors: &[Rgb]) -> Self {
        let background = colors.first().copied().unwrap_or_default();
        let inks = colors.iter().skip(1);
        let shades = inks.flat_map(|ink| (1..=SHADES).map(|part| mixed(background, *ink, part)));
        let colors = std::iter::once(background).chain(shades).take(usize::from(u8::MAX) + 1).collect();
        Self { colors, numbers: HashMap::new() }
    }

    /// Palette index of the color nearest to `color`.
    fn number(&mut self, color: Rgb) -> u8 {
        let colors = &self.colors;
        *self.numbers.entry(color).or_insert_with(|| nearest(colors, color))
    }
}

fn nearest(colors: &[Rgb], color: Rgb) -> u8 {
    let distance = |one: &Rgb| -> u32 { one.iter().zip(color).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum() };
    let numbered = (0..=u8::MAX).zip(colors);
    numbered.min_by_key(|(_, one)| distance(one)).map_or(0, |(number, _)| number)
}

/// Mixes `part` of [`SHADES`] parts of `ink` into `background`.
fn mixed(background: Rgb, ink: Rgb, part: u16) -> Rgb {
    let mix = |at: usize| (u16::from(background[at]) * (SHADES - part) + u16::from(ink[at]) * part) / SHADES;
    [0, 1, 2].map(|at| mix(at) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLORS: [Rgb; 3] = [[255; 3], [0; 3], [51, 68, 181]];

    #[test]
    fn colors_are_read_as_style_sheets_write_them() {
        assert_eq!(rgb("#3344b5"), COLORS[2]);
    }

    #[test]
    fn the_colors_named_stay_exactly_those_and_others_become_the_nearest() {
        let mut palette = Palette::of(&COLORS);
        assert_eq!(palette.colors.len(), 15);
        for color in COLORS {
            let number = palette.number(color);
            assert_eq!(palette.colors[usize::from(number)], color);
        }
        let number = palette.number([129, 127, 128]);
        assert_eq!(palette.colors[usize::from(number)], [145; 3]);
        assert_eq!(palette.number([129, 127, 128]), number);
    }

    #[test]
    fn a_drawing_is_a_file_of_that_size() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><rect width=\"4\" height=\"2\" \
                   fill=\"#ffffff\"/><text x=\"1\" y=\"1\" font-size=\"1\" fill=\"#000000\">a</text></svg>";
        for file in [png(svg, (40, 20)), png_of_few_colors(svg, (40, 20), &COLORS)] {
            let file = file.expect("drawn");
            assert_eq!(&file[..8], b"\x89PNG\r\n\x1a\n");
            let number = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().expect("four"));
            assert_eq!((number(16), number(20)), (40, 20));
            let pixmap = Pixmap::decode_png(&file).expect("an image");
            let dark = pixmap.pixels().iter().filter(|pixel| pixel.red() < 128).count();
            assert!((5..200).contains(&dark), "{dark} pixels of a letter");
        }
        assert!(png("<svg", (4, 2)).is_err());
    }
}
