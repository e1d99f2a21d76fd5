//! Advice for the operator about a site: what would improve it, and what its host must be told.
//!
//! A note never stops a build; a [`SiteError`](super::SiteError) does.

use std::fmt;

use super::{PagesWanted, SiteInput, app_files::has_widget_engine};
use crate::{
    domain::{Date, Organization},
    index::Index,
};

/// Advice for the operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteNote {
    /// The site's address isn't set, so files that need absolute URLs are missing.
    NoSiteUrl,
    /// The site isn't at the top of its host, where crawlers and hosts look for some files.
    BelowTheTop,
    /// The old site's history has another format.
    HistoryUnreadable,
    /// Pictures are on other servers, and the operator wants no copies.
    PicturesNotCopied {
        /// Number of pictures that aren't shown.
        count: usize,
    },
    /// The operator wants copies of pictures, but some couldn't be made.
    PicturesNotFetched {
        /// Number of pictures that aren't shown.
        count: usize,
    },
    /// The app was built without the search engine for the widget.
    NoWidgetEngine,
    /// Exchange rates have no date, so their age is unknown.
    UndatedRates,
    /// Exchange rates are out of date.
    OldRates {
        /// Day of the rates.
        day: Date,
    },
}

/// Says what is missing and how to fix it.
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

/// Notes that are known before the site is written.
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

/// Age in days after which exchange rates count as out of date.
const RATES_LAST: i32 = 90;
