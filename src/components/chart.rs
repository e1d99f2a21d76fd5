//! Charts: counts as bars, pay as ranges. Each is drawn as SVG and stands beside itself as a table, for those who would
//! rather hear it, or look at it without its picture.

use maud::{Markup, html};

/// A chart's box in its own units; the style sheet gives its size on the page.
const WIDTH: usize = 240;
const HEIGHT: usize = 48;

/// Counts, in the order of what they are counted by.
pub struct BarChart<'a> {
    /// What it shows: `Jobs by years of experience`.
    pub caption: &'a str,
    /// What its bars are labeled with: `Years`.
    pub by: &'a str,
    /// From left to right.
    pub bars: Vec<Bar>,
}

/// A bar.
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// How many jobs.
    pub count: usize,
    /// How it is drawn.
    pub tone: Tone,
}

/// How much a part of a chart is to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is meant.
    Strong,
    /// It is there for comparison.
    Faint,
}

/// Ranges of one scale below each other.
pub struct RangeChart<'a> {
    /// What it shows: `Pay per year`.
    pub caption: &'a str,
    /// From the top down.
    pub rows: Vec<RangeRow<'a>>,
    /// The highest end in words.
    pub highest: String,
}

/// A range.
pub struct RangeRow<'a> {
    /// Whose it is.
    pub label: &'a str,
    /// Its ends, in order.
    pub ends: (u32, u32),
    /// Both ends in words.
    pub words: String,
    /// How it is drawn.
    pub tone: Tone,
}

/// A bar per count, the first and the last with their labels; the fullest has the height of the box. Empty when no bar
/// has a height.
pub fn bar_chart(chart: &BarChart<'_>) -> Markup {
    let fullest = chart.bars.iter().map(|bar| bar.count).max().unwrap_or_default();
    let width = WIDTH / chart.bars.len().max(1);
    let drawn = |(place, bar): (usize, &Bar)| {
        let height = (bar.count * HEIGHT).div_ceil(fullest.max(1));
        html! {
            rect class=(bar.tone.class()) x=(place * width) y=(HEIGHT - height) width=(width.saturating_sub(1)) height=(height) {
                title { (bar.label) ": " (bar.count) }
            }
        }
    };
    let rows = chart.bars.iter().map(|bar| (bar.label.as_str(), html! { (bar.count) }));
    html! {
        @if fullest > 0 {
            div class="chart" {
                svg class="chart-picture" viewBox={ "0 0 " (width * chart.bars.len()) " " (HEIGHT) } preserveAspectRatio="none" aria-hidden="true" {
                    @for bar in chart.bars.iter().enumerate() { (drawn(bar)) }
                }
                (ends(chart.bars.first().into_iter().chain(chart.bars.last()).map(|bar| bar.label.as_str())))
                (table(chart.caption, [chart.by, "Jobs"], rows))
            }
        }
    }
}

/// A line per range, on a scale from zero to the highest end. Empty when there is no range.
pub fn range_chart(chart: &RangeChart<'_>) -> Markup {
    let highest = chart.rows.iter().map(|row| row.ends.1).max().unwrap_or_default();
    let thickness = HEIGHT / chart.rows.len().max(1);
    let at = |end: u32| (u64::from(end) * WIDTH as u64 / u64::from(highest.max(1))) as usize;
    let drawn = |(place, row): (usize, &RangeRow<'_>)| {
        let (from, to) = (at(row.ends.0), at(row.ends.1));
        html! {
            rect class=(row.tone.class()) x=(from.min(WIDTH - 2)) y=(place * thickness) width=((to - from).max(2))
                height=(thickness.saturating_sub(1)) { title { (row.label) ": " (row.words) } }
        }
    };
    let rows = chart.rows.iter().map(|row| (row.label, html! { (row.words) }));
    html! {
        @if highest > 0 {
            div class="chart chart--ranges" {
                svg class="chart-picture" viewBox={ "0 0 " (WIDTH) " " (thickness * chart.rows.len()) } preserveAspectRatio="none" aria-hidden="true" {
                    @for row in chart.rows.iter().enumerate() { (drawn(row)) }
                }
                (ends(["0", chart.highest.as_str()].into_iter()))
                (table(chart.caption, ["Job", "Pay"], rows))
            }
        }
    }
}

/// What a picture begins and ends with, below it.
fn ends<'a>(labels: impl Iterator<Item = &'a str>) -> Markup {
    html! { p class="chart-ends" aria-hidden="true" { @for label in labels { span { (label) } } } }
}

/// What a chart shows, for those who do not see it.
fn table<'a>(caption: &str, heads: [&str; 2], rows: impl Iterator<Item = (&'a str, Markup)>) -> Markup {
    html! {
        div class="visually-hidden" {
            table {
                caption { (caption) }
                thead { tr { @for head in heads { th scope="col" { (head) } } } }
                tbody { @for (label, value) in rows { tr { th scope="row" { (label) } td { (value) } } } }
            }
        }
    }
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Strong => "bar",
            Self::Faint => "bar bar--faint",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(counts: &[usize]) -> String {
        let bar = |(at, count): (usize, &usize)| Bar { label: at.to_string(), count: *count, tone: Tone::Strong };
        let bars = counts.iter().enumerate().map(bar).collect();
        bar_chart(&BarChart { caption: "Jobs by years", by: "Years", bars }).into_string()
    }

    #[test]
    fn the_fullest_bar_has_the_whole_height_and_no_count_is_invisible() {
        let chart = counts(&[1, 0, 4_800]);
        assert!(chart.contains(r#"y="0" width="79" height="48""#));
        assert!(chart.contains(r#"y="47" width="79" height="1""#));
        assert!(chart.contains(r#"y="48" width="79" height="0""#));
    }

    #[test]
    fn a_chart_is_a_table_too_and_labels_inject_nothing() {
        let row = |label, ends| RangeRow { label, ends, words: format!("{ends:?}"), tone: Tone::Faint };
        let rows = vec![row("<b>Baker</b>", (10, 20)), row("Cook", (20, 20))];
        let chart = range_chart(&RangeChart { caption: "Pay", rows, highest: "20".to_owned() }).into_string();
        assert!(chart.contains("<th scope=\"row\">&lt;b&gt;Baker&lt;/b&gt;</th><td>(10, 20)</td>"));
        assert!(chart.contains(r#"x="120" y="0" width="120""#));
        assert!(chart.contains(r#"x="238" y="24" width="2""#), "a single figure is a line that can be seen");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(counts(&[]), "");
        assert_eq!(counts(&[0, 0]), "");
        assert_eq!(
            range_chart(&RangeChart { caption: "Pay", rows: Vec::new(), highest: String::new() }).into_string(),
            ""
        );
    }
}
