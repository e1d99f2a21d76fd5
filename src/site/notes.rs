//! What the operator should know of a site that is written: what would make it better, and what its host has to know.
//!
//! A note never keeps a site from being written; what does is a [`SiteError`](super::SiteError).

use std::fmt;

use super::{PagesWanted, SiteInput, app_files::has_widget_engine};
use crate::{
    domain::{Date, Organization},
    index::Index,
};

/// Something that would make the site better, or that the host has to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteNote {
    /// Nothing that needs a whole address could be written.
    NoSiteUrl,
    /// Crawlers and hosts read some files at the top of a host only.
    BelowTheTop,
    /// The old site's history is of another version.
    HistoryUnreadable,
    /// Logos and pictures of people are elsewhere, and the operator wants no copies.
    PicturesNotCopied {
        /// How many pages could show.
        count: usize,
    },
    /// The operator wants copies, and these could not be made.
    PicturesNotFetched {
        /// How many are missing.
        count: usize,
    },
    /// The app was built without the engine that the widget searches with.
    NoWidgetEngine,
    /// Pay is compared by rates of which nobody knows how old they are.
    UndatedRates,
    /// Pay is compared by rates that have been true.
    OldRates {
        /// The day they are of.
        day: Date,
    },
}

/// What it is and what helps.
impl fmt::Display for SiteNote {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fixed = match self {
            Self::OldRates { day } => {
                return write!(
                    formatter,
                    "pay is compared by rates of {day}, more than {RATES_LAST} days ago: bring `[rates]` and `rates_date` up to date"
                );
            }
            Self::UndatedRates => {
                "pay is compared by rates without a date, and pages say so: write the day they are of into `rates_date`"
            }
            Self::NoWidgetEngine => {
                "the widget cannot search, as the app's folder has no engine: build the app with `cargo xtask app`, and \
                 name its folder with `--app dist`"
            }
            Self::NoSiteUrl => {
                "no sitemap, feeds or canonical links, as the site's address is not known: set `site_url` in the config \
                 file, or give --site-url"
            }
            Self::BelowTheTop => {
                "`robots.txt` and `_headers` are read at the top of a host only: as the site lives under a path, add \
                 their lines to the host's own"
            }
            Self::HistoryUnreadable => {
                "`history.json` of the old site is of another version: pages count as changed when their jobs were posted"
            }
            Self::PicturesNotCopied { count } => {
                return write!(
                    formatter,
                    "logos and pictures of people that feeds name are not shown, as pages ask no other server for them \
                     ({count}): `[logos] fetch = true` in the config file copies them into the site"
                );
            }
            Self::PicturesNotFetched { count } => {
                return write!(
                    formatter,
                    "logos and pictures of people that could not be copied are not shown ({count}): not fetched in time, \
                     or not PNG, JPEG, GIF, WebP or AVIF of a megabyte at most"
                );
            }
        };
        formatter.write_str(fixed)
    }
}

/// What is to be said of a site before it is written.
pub(super) fn notes(input: &SiteInput<'_>, index: &Index) -> Vec<SiteNote> {
    let board = input.board;
    let address = board.site_url.is_none().then_some(SiteNote::NoSiteUrl);
    let path = (board.base_path != "/").then_some(SiteNote::BelowTheTop);
    let is_without_engine = input.pages != PagesWanted::None && !input.app.is_some_and(has_widget_engine);
    let engine = is_without_engine.then_some(SiteNote::NoWidgetEngine);
    let rates = match board.rates_date {
        _ if !index.has_converted_pay() => None,
        None => Some(SiteNote::UndatedRates),
        Some(day) => (day < input.now.plus_days(-RATES_LAST)).then_some(SiteNote::OldRates { day }),
    };
    let hidden = input.organizations.iter().flat_map(Organization::pictures).filter(|picture| picture.copy.is_none());
    let pictures = match (hidden.count(), input.picture_copies) {
        (0, _) => None,
        (count, Some(_)) => Some(SiteNote::PicturesNotFetched { count }),
        (count, None) => Some(SiteNote::PicturesNotCopied { count }),
    };
    address.into_iter().chain(path).chain(engine).chain(rates).chain(pictures).collect()
}

/// Older rates compare pay as it was, in days.
const RATES_LAST: i32 = 90;
