//! Picture shown with a link in messages and social networks: takes a page's text, and returns SVG or PNG.

use std::sync::LazyLock;

use openroles_app::structured_data::escaped;
use openroles_model::domain::{BaseSalary, BoardSettings, JobCard, Organization};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::{
    SiteError,
    drawing::{png_of_few_colors, rgb},
    typeface::{self, FAMILY, TextSetting, Weight, drawable, lines},
};
use crate::prerender::{Scheme, color};

/// Width and height of a picture in pixels, as networks recommend; other shapes get cropped.
pub(super) const SIZE: (u32, u32) = (1200, 630);

/// Text of a picture. It contains only characters that the typeface has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SharingPicture {
    /// Board's name, next to its sign.
    board: Option<String>,
    /// Largest text.
    title: Option<String>,
    /// Lines below the title.
    facts: Vec<Fact>,
}

/// Line below the title.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fact {
    /// Name of the company.
    Company(String),
    /// Places of a job, or the tagline of the board.
    Plain(String),
    /// Pay range.
    Pay(String),
}

impl SharingPicture {
    /// Picture of the board.
    pub(super) fn of_board(board: &BoardSettings) -> Self {
        let facts = drawable(&board.tagline).map(Fact::Plain);
        Self { board: None, title: drawable(&board.name), facts: facts.into_iter().collect() }
    }

    /// Picture of a company; `None` if the typeface can't show its name.
    pub(super) fn of_company(board: &BoardSettings, company: &Organization) -> Option<Self> {
        let title = drawable(&(board.words().head.company)(&company.name))?;
        Some(Self { board: drawable(&board.name), title: Some(title), facts: Vec::new() })
    }

    /// Picture of a job; `None` if the typeface can't show its title.
    pub(super) fn of_job(board: &BoardSettings, job: &JobCard) -> Option<Self> {
        let (title, words) = (drawable(&job.title)?, board.words().values);
        let pay = job.base_salary.as_ref().and_then(BaseSalary::range);
        let facts = [
            drawable(job.hiring_organization.label()).map(Fact::Company),
            drawable(&job.place_words(words)).map(Fact::Plain),
            pay.and_then(|range| drawable(&range.in_words(words))).map(Fact::Pay),
        ];
        Some(Self { board: drawable(&board.name), title: Some(title), facts: facts.into_iter().flatten().collect() })
    }

    /// Text alternative.
    pub(super) fn words(&self) -> String {
        let facts = self.facts.iter().map(|fact| fact.style().text);
        let words: Vec<&str> = self.title.as_deref().into_iter().chain(facts).chain(self.board.as_deref()).collect();
        words.join(" · ")
    }

    /// File name: a hash of everything that determines the pixels. A file with this name needn't be drawn again.
    pub(super) fn file_name(&self) -> String {
        let mut hash = Xxh3::with_seed(*TYPEFACE_HASH);
        hash.update(DRAWN_BY.as_bytes());
        hash.update(self.svg().as_bytes());
        format!("{:016x}.png", hash.digest())
    }

    /// The picture as a PNG file.
    pub(super) fn png(&self) -> Result<Vec<u8>, SiteError> {
        png_of_few_colors(&self.svg(), SIZE, &[PAGE, TEXT, QUIET, ACCENT, ON_ACCENT].map(|name| rgb(ink(name))))
    }

    fn svg(&self) -> String {
        let (width, height) = SIZE;
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"{FAMILY}\">\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\
             <rect width=\"{STRIPE}\" height=\"{height}\" fill=\"{}\"/>",
            ink(PAGE),
            ink(ACCENT),
        );
        self.push_board(&mut svg);
        let top_of_facts = self.push_facts(&mut svg);
        self.push_title(&mut svg, top_of_facts);
        svg.push_str("</svg>");
        svg
    }

    /// Adds the board's sign and name.
    fn push_board(&self, svg: &mut String) {
        let place = format!("<svg x=\"{MARGIN}\" y=\"{TOP}\" width=\"{SIGN}\" height=\"{SIGN}\" ");
        svg.push_str(&BOARD_SIGN.replace("<svg ", &place));
        if let Some(board) = &self.board {
            let left = MARGIN + SIGN + 24.0;
            let style = Style { text: board, weight: Weight::Bold, size: 36.0, ink: TEXT };
            push_text(svg, style, (left, TOP + 0.72 * SIGN), 1);
        }
    }

    /// Adds the facts, the last one at the bottom, and returns the top of the first.
    fn push_facts(&self, svg: &mut String) -> f32 {
        let first = BOTTOM - FACT_HEIGHT * self.facts.len() as f32;
        let mut below = first;
        for fact in &self.facts {
            below += FACT_HEIGHT;
            push_text(svg, fact.style(), (MARGIN, below), 1);
        }
        first
    }

    /// Adds the title in the largest size that fits, centered between the sign and the facts.
    fn push_title(&self, svg: &mut String, bottom: f32) {
        let Some(title) = &self.title else { return };
        let top = TOP + SIGN;
        let style = |size| Style { text: title, weight: Weight::Bold, size, ink: TEXT };
        let fits = |size: &&f32| lines(title, style(**size).setting(MARGIN), usize::MAX).len() < TITLE_LINES;
        let size = TITLE_SIZES.iter().find(fits).copied().unwrap_or(SMALLEST_TITLE);
        let count = lines(title, style(size).setting(MARGIN), TITLE_LINES).len();
        let height = count as f32 * size * LEADING;
        // SVG positions text by its baseline, so the first baseline is placed below the top of the title.
        let first_line = top + (bottom - top - height) / 2.0 + size * 0.95;
        push_text(svg, style(size), (MARGIN, first_line), TITLE_LINES);
    }
}

/// Text with its typographic style.
#[derive(Clone, Copy)]
struct Style<'a> {
    text: &'a str,
    weight: Weight,
    size: f32,
    ink: &'static str,
}

impl Style<'_> {
    /// Measurements of the text if it starts at `left`, in pixels.
    fn setting(self, left: f32) -> TextSetting {
        TextSetting { weight: self.weight, size: self.size, width: SIZE.0 as f32 - MARGIN - left }
    }
}

impl Fact {
    fn style(&self) -> Style<'_> {
        match self {
            Self::Company(text) => Style { text, weight: Weight::Bold, size: 42.0, ink: ACCENT },
            Self::Plain(text) => Style { text, weight: Weight::Regular, size: 38.0, ink: QUIET },
            Self::Pay(text) => Style { text, weight: Weight::Bold, size: 38.0, ink: TEXT },
        }
    }
}

/// Adds text; the baseline of its first line starts at `(left, below)`.
fn push_text(svg: &mut String, style: Style<'_>, (left, below): (f32, f32), limit: usize) {
    let Style { text, weight, size, ink: name } = style;
    for (number, line) in lines(text, style.setting(left), limit).iter().enumerate() {
        let below = below + number as f32 * size * LEADING;
        let (weight, fill, line) = (weight.number(), ink(name), escaped(line));
        svg.push_str(&format!(
            "<text x=\"{left}\" y=\"{below}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{fill}\">{line}</text>"
        ));
    }
}

/// Light-scheme color called `name`. Pictures appear among other sites' content, so they don't follow the reader's
/// scheme.
fn ink(name: &str) -> &'static str {
    color(name, Scheme::Light)
}

pub(super) const PAGE: &str = "page";
const TEXT: &str = "text";
const QUIET: &str = "quiet";
pub(super) const ACCENT: &str = "accent";
const ON_ACCENT: &str = "on-accent";

/// Width of the stripe at the left edge. All lengths here are in pixels.
const STRIPE: f32 = 24.0;
const MARGIN: f32 = 88.0;
/// Top of the board's sign.
const TOP: f32 = 68.0;
const SIGN: f32 = 64.0;
/// Baseline of the last fact.
const BOTTOM: f32 = 556.0;
const FACT_HEIGHT: f32 = 56.0;
/// Most lines of a title. A larger size is chosen only if the title then has fewer lines than this.
const TITLE_LINES: usize = 3;
const TITLE_SIZES: [f32; 2] = [88.0, 76.0];
const SMALLEST_TITLE: f32 = 66.0;
/// Distance between lines, as a multiple of the font size.
const LEADING: f32 = 1.18;

/// Board's sign, also used as the favicon.
pub(super) const BOARD_SIGN: &str = include_str!("../../../../public/favicon.svg");

/// Program version, which also affects the pixels.
const DRAWN_BY: &str = concat!("openroles ", env!("CARGO_PKG_VERSION"));

static TYPEFACE_HASH: LazyLock<u64> =
    LazyLock::new(|| typeface::FILES.iter().map(|file| xxh3_64(file)).fold(0, u64::wrapping_add));

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_engine::index::fixture::posting;
    use openroles_model::domain::{Amount, Currency, JobPosting, PayRange, SalaryUnit, WorkplaceType};

    #[test]
    fn a_job_says_what_one_decides_by() {
        let picture = SharingPicture::of_job(&board(), &job()).expect("latin");
        assert_eq!(picture.words(), "Rust engineer · Acme & Söhne · Remote · Pune · ₹10L - ₹30L / yr · Pune Jobs");
        let undisclosed = JobCard { base_salary: Some(BaseSalary::Words("Best in industry".to_owned())), ..job() };
        let picture = SharingPicture::of_job(&board(), &undisclosed).expect("latin");
        assert_eq!(picture.words(), "Rust engineer · Acme & Söhne · Remote · Pune · Pune Jobs");
    }

    #[test]
    fn what_cannot_be_drawn_is_left_out_and_without_its_title_there_is_no_picture() {
        let foreign = JobCard { title: "エンジニア".to_owned(), ..job() };
        assert_eq!(SharingPicture::of_job(&board(), &foreign), None);
        let elsewhere = JobCard { places: vec!["東京".to_owned()], ..job() };
        let words = SharingPicture::of_job(&board(), &elsewhere).expect("latin").words();
        assert!(words.starts_with("Rust engineer · Acme & Söhne · ₹10L"), "{words}");
        let board = SharingPicture::of_board(&BoardSettings::named("求人"));
        assert_eq!(board.words(), "");
        assert!(board.png().is_ok());
    }

    #[test]
    fn no_text_becomes_markup() {
        let hostile = JobCard { title: "</text><script>\"&".to_owned(), ..job() };
        let picture = SharingPicture::of_job(&board(), &hostile).expect("latin");
        assert!(picture.svg().contains("&lt;/text&gt;&lt;script&gt;&quot;&amp;"), "{}", picture.svg());
        assert!(picture.png().is_ok());
    }

    #[test]
    fn a_file_is_named_after_what_it_shows() {
        let name = |job: &JobCard| SharingPicture::of_job(&board(), job).expect("latin").file_name();
        assert_eq!(name(&job()), name(&JobCard { excerpt: "Other words".to_owned(), ..job() }));
        assert_ne!(name(&job()), name(&JobCard { title: "Go engineer".to_owned(), ..job() }));
        assert_eq!(name(&job()).len(), "0123456789abcdef.png".len());
    }

    #[test]
    fn every_title_stays_between_the_board_and_the_facts() {
        for title in ["Baker", "Senior Rust engineer", &"Head of research and development ".repeat(9), &"W".repeat(200)]
        {
            let svg =
                SharingPicture::of_job(&board(), &JobCard { title: title.to_owned(), ..job() }).expect("latin").svg();
            let number = |text: &str, name: &str| -> Option<f32> {
                text.split_once(&format!(" {name}=\""))?.1.split('"').next()?.parse().ok()
            };
            let texts = svg.split("<text").skip(1);
            let lines: Vec<(f32, f32)> =
                texts.filter_map(|text| Some((number(text, "y")?, number(text, "font-size")?))).collect();
            let (others, title_lines): (Vec<_>, Vec<_>) = lines.iter().partition(|(_, size)| *size < SMALLEST_TITLE);
            let facts = others.iter().skip(1).map(|(below, size)| below - size).fold(BOTTOM, f32::min);
            assert!((1..=TITLE_LINES).contains(&title_lines.len()), "{title}: {lines:?}");
            for (below, size) in title_lines {
                // A letter reaches four fifths of its size above the baseline and one fifth below.
                assert!(below - 0.8 * size > TOP + SIGN && below + 0.2 * size < facts, "{title}: {lines:?}");
            }
        }
    }

    #[test]
    fn the_sign_has_a_color_of_the_page() {
        assert!(BOARD_SIGN.contains(&format!("fill=\"{}\"", ink(ACCENT))), "{BOARD_SIGN}");
    }

    fn board() -> BoardSettings {
        BoardSettings { tagline: "Jobs in and around Pune".to_owned(), ..BoardSettings::named("Pune Jobs") }
    }

    fn job() -> JobCard {
        let pay = PayRange::new(Amount::from_units(1e6), Amount::from_units(3e6), Currency::INR, SalaryUnit::Year);
        let posting = JobPosting {
            base_salary: pay.map(BaseSalary::Range),
            workplace: Some(WorkplaceType::Remote),
            ..posting("Rust engineer").at("Acme & Söhne").in_city("Pune")
        };
        posting.card(None, None)
    }
}
