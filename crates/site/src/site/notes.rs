//! Advice for the operator about a site: what would improve it, and what its host must be told.
//!
//! A note never stops a build; a [`SiteError`](super::SiteError) does.

use std::fmt;

use openroles_engine::index::Index;
use openroles_model::domain::{Date, Organization, PicturesWanted};

use super::{
    PagesWanted, SiteInput,
    app_files::has_widget_engine,
    room::{Extras, Room},
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
    /// Some jobs have no page.
    JobsWithoutPage {
        /// Number of these jobs.
        count: usize,
    },
    /// The host leaves no room for some landing pages, pages of closed jobs, or pictures.
    NoRoom {
        /// Number of landing pages left out.
        landings: usize,
        /// Number of closed jobs without a page.
        closed: usize,
        /// Number of jobs that have a picture; `None` if as many as the operator wants.
        pictures: Option<usize>,
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
                    "pay is converted with rates from {day}, more than {RATES_LAST} days ago: update `[rates]` and \
                     `rates_date`"
                );
            }
            Self::JobsWithoutPage { count } => {
                let shown = "so only visitors with JavaScript can see them, and search engines don't find them";
                return write!(formatter, "{count} jobs have no page because of `--pages`, {shown}");
            }
            Self::NoRoom { landings, closed, pictures } => {
                let few = pictures.map(|count| format!("; only the {count} newest jobs have a picture"));
                let rest = few.unwrap_or_default();
                return write!(
                    formatter,
                    "to stay within the host's limit of files, {landings} landing pages and the pages of {closed} closed \
                     jobs were left out{rest}"
                );
            }
            Self::UndatedRates => {
                "pay is converted with rates without a date, which pages mention: set `rates_date` to the day of the \
                 rates"
            }
            Self::NoWidgetEngine => {
                "the widget cannot search because the app's folder has no engine: build the app with \
                 `cargo xtask app`, and pass its folder with `--app dist`"
            }
            Self::NoSiteUrl => {
                "no sitemap, feeds, or canonical links, because the site's address is unknown: set `site_url` in the \
                 config file, or pass --site-url"
            }
            Self::BelowTheTop => {
                "`robots.txt` and `_headers` only work in the root folder of a host, and this site is below a path: \
                 add their lines to the files in the root folder"
            }
            Self::HistoryUnreadable => {
                "`history.json` of the old site, or a file that it names, is damaged or from another version: this build \
                 starts over without closed jobs, paths, and dates"
            }
            Self::PicturesNotCopied { count } => {
                return write!(
                    formatter,
                    "logos and photos from the feeds are not shown, because pages load nothing from other servers \
                     ({count}): set `[logos] fetch = true` in the config file to copy them into the site"
                );
            }
            Self::PicturesNotFetched { count } => {
                return write!(
                    formatter,
                    "logos and photos that could not be copied are not shown ({count}): they took too long to \
                     download, or are not PNG, JPEG, GIF, WebP, or AVIF files of at most 1 MB"
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
    let without_page = match input.pages {
        PagesWanted::None => 0,
        PagesWanted::All | PagesWanted::First(_) => input.postings.len() - input.with_page().len(),
    };
    let packed = (without_page > 0).then_some(SiteNote::JobsWithoutPage { count: without_page });
    address.into_iter().chain(packed).chain(path).chain(engine).chain(rates).chain(pictures).collect()
}

impl SiteNote {
    /// What the host's limit leaves out, if anything.
    pub(super) fn of_room(input: &SiteInput<'_>, wanted: Extras, room: Room) -> Option<Self> {
        let pictures = match (room.pictures, input.pictures) {
            (room, wanted) if room == wanted => None,
            (PicturesWanted::Newest(count), _) if count < input.postings.len() => Some(count),
            _ => None,
        };
        let (landings, closed) = (wanted.landings - room.landings, wanted.closed - room.closed);
        (landings > 0 || closed > 0 || pictures.is_some()).then_some(Self::NoRoom { landings, closed, pictures })
    }
}

/// Age in days after which exchange rates count as out of date.
const RATES_LAST: i32 = 90;
