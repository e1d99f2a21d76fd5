//! What a row of the table of facets can state.

use std::borrow::Cow;

use crate::words::{FacetWords, ValueWords};

/// A value of a facet that a posting has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedValue {
    /// As in addresses: `bengaluru`, `FULL_TIME`.
    pub value: String,
    /// Label: `Bengaluru`. `None` if the value is its own label, or if the facet's row has the label.
    pub label: Option<String>,
}

/// How a facet gets its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetKind {
    /// Each posting lists its values, and the index has a column of them.
    Listed,
    /// Years of experience: `5.5` matches a job whose range covers it, `2-5` and `5-` one whose range shares a value.
    Years,
    /// Yearly pay in the board's currency: `1500000` matches a job whose range reaches it.
    Pay,
    /// Age of the posting: `1d`, `7d`, or `30d` at most.
    Age,
}

/// How many values of a facet a search can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// One, which can't be excluded.
    One,
    /// Any number, each wanted or excluded.
    Several,
}

/// Which values of a listed facet an address can name.
#[derive(Clone, Copy, Debug)]
pub enum ValidValues {
    /// Any text.
    Any,
    /// These codes, in any case.
    Codes(fn() -> Vec<&'static str>),
}

/// Whether a value of a listed facet can imply another value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nesting {
    /// No, and the order of a job's values means nothing.
    Flat,
    /// Yes: in a job's values, a value is often followed by the one that contains it, such as a city by its region.
    Nested,
}

/// How the values of a listed facet are sorted when they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueOrder {
    /// The most jobs first.
    Count,
    /// The smallest range of head counts first.
    HeadCount,
}

/// What the widget does with a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WidgetUse {
    /// Nothing.
    None,
    /// A host can lock it with an attribute; visitors can't refine by it. The number is its place among the attributes.
    Lock(u8),
    /// A host can lock it, and visitors can refine by it. The number is its place among both.
    Offer(u8),
}

impl WidgetUse {
    /// Its place among the widget's facets; `None` if the widget does nothing with the facet.
    pub(super) fn place(self) -> Option<u8> {
        match self {
            Self::None => None,
            Self::Lock(place) | Self::Offer(place) => Some(place),
        }
    }
}

/// How values of a facet look among the suggestions below the search field.
#[derive(Clone, Copy, Debug)]
pub struct Suggested {
    /// Name of the icon.
    pub icon: &'static str,
    /// What a value is.
    pub noun: fn(&FacetWords) -> &'static str,
    /// The lowest place comes first.
    pub place: u8,
    /// The most values suggested at a time.
    pub at_most: usize,
}

/// Everything about a facet except the function that yields its values.
#[derive(Clone, Copy, Debug)]
pub struct FacetRow {
    /// Its name in addresses, in JSON, and on the command line.
    pub key: &'static str,
    /// Its name for people.
    pub label: fn(&FacetWords) -> &'static str,
    /// How it gets its values.
    pub kind: FacetKind,
    /// How many values a search can name.
    pub choice: Choice,
    /// Which values an address can name.
    pub valid: ValidValues,
    /// A value's label, chosen when it is shown; `None` for values that are no codes.
    pub value_label: fn(&ValueWords, &str) -> Option<Cow<'static, str>>,
    /// Whether values imply one another.
    pub nesting: Nesting,
    /// How values are sorted.
    pub order: ValueOrder,
    /// Position of its list on the search page, lowest first; `None` if it has no list there.
    pub search_page: Option<u8>,
    /// What the widget does with it.
    pub widget: WidgetUse,
    /// How its values are suggested.
    pub suggested: Option<Suggested>,
    /// The heading of its column in the doctor's table.
    pub coverage: Option<&'static str>,
    /// The value of jobs that state nothing. If no job states anything, the facet offers no choice.
    pub not_stated: Option<&'static str>,
}

impl FacetRow {
    /// A facet with listed values that is shown nowhere.
    pub(super) const fn listed(key: &'static str, label: fn(&FacetWords) -> &'static str) -> Self {
        Self {
            key,
            label,
            kind: FacetKind::Listed,
            choice: Choice::Several,
            valid: ValidValues::Any,
            value_label: |_, _| None,
            nesting: Nesting::Flat,
            order: ValueOrder::Count,
            search_page: None,
            widget: WidgetUse::None,
            suggested: None,
            coverage: None,
            not_stated: None,
        }
    }

    /// A facet whose values are computed when a search is answered; a search names one at a time.
    pub(super) const fn computed(key: &'static str, label: fn(&FacetWords) -> &'static str, kind: FacetKind) -> Self {
        Self { kind, choice: Choice::One, ..Self::listed(key, label) }
    }
}
