//! Typeface of sharing pictures: which characters it has, how wide text is, and where lines break.
//!
//! Two weights of Roboto are built in (`fonts/`), so a picture is the same on every machine.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, Source};
use skrifa::{
    FontRef, MetadataProvider,
    charmap::Charmap,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};

/// Name of the typeface in SVG.
pub(super) const FAMILY: &str = "Roboto";

/// Font files.
pub(super) const FILES: [&[u8]; 2] =
    [include_bytes!("fonts/Roboto-Regular.ttf"), include_bytes!("fonts/Roboto-Bold.ttf")];

/// Weight of the typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// For secondary text.
    Regular,
    /// For prominent text.
    Bold,
}

impl Weight {
    /// Value of `font-weight`.
    pub(super) fn number(self) -> u32 {
        match self {
            Self::Regular => 400,
            Self::Bold => 700,
        }
    }

    fn cut(self) -> &'static FontCut {
        match self {
            Self::Regular => &CUTS[0],
            Self::Bold => &CUTS[1],
        }
    }
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TextSetting {
    /// Weight of the letters.
    pub(super) weight: Weight,
    /// Font size in pixels.
    pub(super) size: f32,
    /// Longest line in pixels.
    pub(super) width: f32,
}

/// Typeface in the form that the SVG renderer takes.
pub(super) fn database() -> Arc<Database> {
    static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut database = Database::new();
        for file in FILES {
            database.load_font_source(Source::Binary(Arc::new(file)));
        }
        Arc::new(database)
    });
    DATABASE.clone()
}

/// Text with only characters that the typeface has. Symbols that it lacks are left out; returns `None` if it lacks
/// a letter, or if no letter remains.
pub(super) fn drawable(text: &str) -> Option<String> {
    let has = |character: &char| CUTS.iter().all(|cut| cut.charmap.map(*character).is_some());
    let is_letter = |character: char| character.is_alphanumeric();
    if text.chars().any(|character| is_letter(character) && !has(&character)) {
        return None;
    }
    let visible = text.chars().filter(|character| !is_invisible(*character));
    let shown: String = visible.map(|c| if c.is_whitespace() { ' ' } else { c }).filter(has).collect();
    let words: Vec<&str> = shown.split(' ').filter(|word| !word.is_empty()).collect();
    words.iter().any(|word| word.contains(is_letter)).then(|| words.join(" "))
}

/// Characters that join letters or set their direction. They are removed because some would show as a blank once
/// their neighbors are left out.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// Breaks the text into lines, at most `limit`. If the text is longer, the last line ends with `…`.
pub(super) fn lines(text: &str, setting: TextSetting, limit: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in text.split(' ').flat_map(|word| pieces(word, setting)) {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {piece}"), setting) <= setting.width => {
                line.push(' ');
                line.push_str(&piece);
            }
            Some(_) | None => lines.push(piece),
        }
    }
    if lines.len() > limit {
        lines.truncate(limit);
        if let Some(last) = lines.last_mut() {
            *last = cut_off(last, setting);
        }
    }
    lines
}

/// Width of a text in pixels.
pub(super) fn width(text: &str, setting: TextSetting) -> f32 {
    let cut = setting.weight.cut();
    let glyphs = text.chars().filter_map(|character| cut.charmap.map(character));
    glyphs.filter_map(|glyph| cut.widths.advance_width(glyph)).sum::<f32>() * setting.size
}

/// Splits a word into pieces that each fit on a line.
fn pieces(word: &str, setting: TextSetting) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for character in word.chars() {
        piece.push(character);
        if width(&piece, setting) > setting.width && piece.len() > character.len_utf8() {
            piece.pop();
            pieces.push(std::mem::replace(&mut piece, character.to_string()));
        }
    }
    pieces.push(piece);
    pieces
}

/// Shortens a line and ends it with `…`.
fn cut_off(line: &str, setting: TextSetting) -> String {
    let mut start = line;
    while width(&format!("{start}…"), setting) > setting.width {
        let Some((last, _)) = start.char_indices().next_back() else { break };
        start = &start[..start.rfind(' ').unwrap_or(last)];
    }
    format!("{}…", start.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// Character map and glyph widths of a font, as multiples of the font size.
struct FontCut {
    charmap: Charmap<'static>,
    widths: GlyphMetrics<'static>,
}

static CUTS: LazyLock<[FontCut; 2]> = LazyLock::new(|| {
    FILES.map(|file| {
        let font = FontRef::new(file).expect("the typeface is part of the program");
        FontCut { charmap: font.charmap(), widths: font.glyph_metrics(Size::new(1.0), LocationRef::default()) }
    })
});

#[cfg(test)]
mod tests {
    use super::*;

    const SETTING: TextSetting = TextSetting { weight: Weight::Bold, size: 50.0, width: 400.0 };

    #[test]
    fn letters_that_the_typeface_lacks_are_not_drawn_as_boxes() {
        for (text, drawn) in [
            ("Senior  Rust\nengineer", Some("Senior Rust engineer")),
            ("Ingénieur·e à Köln – ₹10L, €60K", Some("Ingénieur·e à Köln – ₹10L, €60K")),
            ("Инженер, Μηχανικός, Kỹ sư", Some("Инженер, Μηχανικός, Kỹ sư")),
            ("🚀 Rust engineer 👩‍💻", Some("Rust engineer")),
            ("C++ / C# & .NET <b>", Some("C++ / C# & .NET <b>")),
            ("エンジニア", None),
            ("Rust エンジニア", None),
            ("इंजीनियर", None),
            ("מהנדס", None),
            ("🚀", None),
            ("…", None),
            ("", None),
        ] {
            assert_eq!(drawable(text).as_deref(), drawn, "{text}");
        }
    }

    #[test]
    fn a_line_breaks_between_words_and_the_last_one_says_that_more_follows() {
        check("Rust engineer", 3, &["Rust engineer"]);
        check("Senior Rust engineer for a job board", 3, &["Senior Rust", "engineer for a job", "board"]);
        check("Senior Rust engineer for a job board", 2, &["Senior Rust", "engineer for a…"]);
        check("Donaudampfschifffahrtsgesellschaft", 3, &["Donaudampfschif", "ffahrtsgesellscha", "ft"]);
        check("", 3, &[""]);
    }

    #[test]
    fn bold_text_is_wider() {
        let regular = TextSetting { weight: Weight::Regular, ..SETTING };
        assert!(width("Rust engineer", SETTING) > width("Rust engineer", regular));
        assert_eq!(width("", SETTING), 0.0);
    }

    fn check(text: &str, limit: usize, expected: &[&str]) {
        let lines = lines(text, SETTING, limit);
        assert_eq!(lines, expected);
        assert!(lines.iter().all(|line| width(line, SETTING) <= SETTING.width), "{lines:?}");
    }
}
