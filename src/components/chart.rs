//! Charts: counts as bars, and pay as ranges. Each is drawn as SVG, together with a visually hidden table for
//! screen readers.

use maud::{Markup, html};

use crate::store::expect_words;

/// Size of a chart in its own units; the style sheet sets its size on the page.
const WIDTH: usize = 240;
const HEIGHT: usize = 48;

/// Counts, in the order of the values they belong to.
pub struct BarChart<'a> {
    /// Caption, such as `Jobs by years of experience`.
    pub caption: &'a str,
    /// Heading of the labels, such as `Years`.
    pub by: &'a str,
    /// Bars from left to right.
    pub bars: Vec<Bar>,
}

/// Bar of a chart.
pub struct Bar {
    /// Value that is counted.
    pub label: String,
    /// Number of jobs.
    pub count: usize,
    /// Emphasis.
    pub tone: Tone,
}

/// Emphasis of a part of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Part that the chart is about.
    Strong,
    /// Part shown for comparison.
    Faint,
}

/// Ranges on one scale, one below the other.
pub struct RangeChart<'a> {
    /// Caption, such as `Pay per year`.
    pub caption: &'a str,
    /// Ranges from top to bottom.
    pub rows: Vec<RangeRow<'a>>,
    /// Highest end of all ranges, as text.
    pub highest: String,
}

/// Range of a chart.
pub struct RangeRow<'a> {
    /// What the range belongs to.
    pub label: &'a str,
    /// Lower and upper end.
    pub ends: (u32, u32),
    /// Both ends as text.
    pub words: String,
    /// Emphasis.
    pub tone: Tone,
}

/// One bar per count. The largest count fills the height; only the first and the last bar have visible labels.
/// Empty if all counts are 0.
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
                (table(chart.caption, [chart.by, expect_words().frame.jobs], rows))
            }
        }
    }
}

/// One line per range, on a scale from zero to the highest end. Empty if there are no ranges.
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
    let words = &expect_words().job;
    html! {
        @if highest > 0 {
            div class="chart chart--ranges" {
                svg class="chart-picture" viewBox={ "0 0 " (WIDTH) " " (thickness * chart.rows.len()) } preserveAspectRatio="none" aria-hidden="true" {
                    @for row in chart.rows.iter().enumerate() { (drawn(row)) }
                }
                (ends(["0", chart.highest.as_str()].into_iter()))
                (table(chart.caption, [words.job_column, words.pay_column], rows))
            }
        }
    }
}

/// Labels at the two ends of a chart, below it.
fn ends<'a>(labels: impl Iterator<Item = &'a str>) -> Markup {
    html! { p class="chart-ends" aria-hidden="true" { @for label in labels { span { (label) } } } }
}

/// Contents of a chart for screen readers.
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
    use leptos::prelude::Owner;

    use super::*;
    use openroles_model::domain::BoardSettings;

    use crate::store::provide_board;

    /// A chart takes its words from the board.
    fn drawn(chart: impl FnOnce() -> Markup) -> String {
        Owner::new().with(|| {
            provide_board(std::sync::Arc::new(BoardSettings::default()));
            chart().into_string()
        })
    }

    fn counts(counts: &[usize]) -> String {
        let bar = |(at, count): (usize, &usize)| Bar { label: at.to_string(), count: *count, tone: Tone::Strong };
        let bars = counts.iter().enumerate().map(bar).collect();
        drawn(|| bar_chart(&BarChart { caption: "Jobs by years", by: "Years", bars }))
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
        let chart = drawn(|| range_chart(&RangeChart { caption: "Pay", rows, highest: "20".to_owned() }));
        assert!(chart.contains("<th scope=\"row\">&lt;b&gt;Baker&lt;/b&gt;</th><td>(10, 20)</td>"));
        assert!(chart.contains(r#"x="120" y="0" width="120""#));
        assert!(chart.contains(r#"x="238" y="24" width="2""#), "a single figure is a line that can be seen");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(counts(&[]), "");
        assert_eq!(counts(&[0, 0]), "");
        assert_eq!(drawn(|| range_chart(&RangeChart { caption: "Pay", rows: Vec::new(), highest: String::new() })), "");
    }
}
