//! A site as a folder: judged postings in, files out.
//!
//! Everything is written into a folder beside the old site and swapped in at the end, so a failing build changes
//! nothing and a visitor never meets half a site.

mod app_files;
mod discovery;
mod doctor_page;
mod drawing;
mod earlier;
mod embed;
mod headers;
mod history;
mod hosts;
mod landings;
mod list_changes;
mod markup;
mod pages;
mod picture_copies;
mod pictures;
mod plan;
mod sharing_picture;
mod sitemap;
mod staging;
mod syndication;
mod tombstones;
mod typeface;
mod values;
mod web_manifest;
mod workshop;
mod xml;

use std::{
    collections::HashMap,
    fmt,
    io::{self, Write},
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};
use rayon::prelude::*;
use serde::Serialize;

pub use earlier::{EarlierSite, StatedJob, Succession};
use headers::{HEADERS_PATH, headers_file};
pub use headers::{cache_control, content_type, security_headers, sharing_headers};
pub use hosts::{Host, host_headers};
pub use markup::{Found, MarkupReport};
pub use picture_copies::{PICTURE_BYTES_AT_MOST, PictureCopy};
pub use tombstones::{DAYS_KEPT, is_long_closed};
pub use workshop::Recovery;

use history::HISTORY_PATH;
use pictures::Pictures;
use plan::Plan;
use staging::Staging;

use crate::{
    domain::{Board, Date, JobPosting, Organization, PicturesWanted},
    index::{self, Chunk, FORMAT, Index, IndexContents, MANIFEST_PATH, Manifest, WrittenIndex},
    ingest::FeedsRead,
    prerender::AppAssets,
};

/// Writes the site in the place of an earlier one; the folder changes only when all of it is there.
pub fn write(input: &SiteInput<'_>) -> Result<SiteReport, SiteError> {
    let earlier = &EarlierSite::of(input.out)?;
    write_after(input, &Succession { earlier, feeds: HashMap::new(), reading: FeedsRead::All })
}

/// Writes the site in the place of one that has been looked at before, with what is known of the jobs' feeds.
pub fn write_after(input: &SiteInput<'_>, succession: &Succession<'_>) -> Result<SiteReport, SiteError> {
    let staging = Staging::beside(input.out)?;
    let mut assets = match input.app {
        Some(app) => app_files::write_app(&staging, app)?,
        None => AppAssets::default(),
    };
    assets.touch_icon = Some(web_manifest::write(&staging, input)?);
    picture_copies::write(&staging, input.picture_copies.unwrap_or_default())?;
    let written = index::write(input.index);
    let index = Index::from_written(&written, input.now)
        .map_err(|error| SiteError::Format { part: "index", problem: error.to_string() })?;
    let plan = Plan::of(input, succession, &index, &assets)?;
    pages::write_pages(&staging, &plan, Pictures::of(&staging, &plan)?.as_ref())?;
    if input.pages != PagesWanted::None {
        discovery::write(&staging, &plan)?;
        embed::write(&staging, &plan)?;
        doctor_page::write(&staging, input)?;
    }
    staging.write("history", HISTORY_PATH, &plan.history.to_bytes()?)?;
    staging.write("headers", HEADERS_PATH, headers_file(&input.board.base_path, &[]).as_bytes())?;
    staging.write("config", CONFIG_PATH, CONFIG.as_bytes())?;
    let manifest = Manifest {
        format: FORMAT,
        now: input.now,
        board: plan.board.clone(),
        job_count: input.postings.len(),
        columns: write_index(&staging, &written)?,
    };
    staging.write("manifest", MANIFEST_PATH, &json("manifest", &manifest)?)?;
    let report = SiteReport {
        parts: staging.parts(),
        markup: MarkupReport::of(&plan),
        closed: plan.tombstones.len(),
        notes: notes(input, &index).into_iter().chain(plan.notes).collect(),
    };
    staging.publish()?;
    Ok(report)
}

/// Writes the chunks of the index, gzipped, as most hosts do not compress them; the name of the first comes back.
fn write_index(staging: &Staging, written: &WrittenIndex) -> Result<String, SiteError> {
    let write = |chunk: &Chunk| staging.write(chunk.part, &format!("data/{}", chunk.name), &gzip(&chunk.bytes)?);
    write(&written.columns)?;
    written.chunks.par_iter().try_for_each(write)?;
    Ok(written.columns.name.clone())
}

/// Where the site's source of jobs is named, and what stands there until the operator names a live feed.
const CONFIG_PATH: &str = "config.json";
const CONFIG: &str = "{\"source\": \"static\"}\n";

/// What a site is made of.
pub struct SiteInput<'a> {
    /// The operator's settings.
    pub board: &'a Board,
    /// The jobs, as the index has them; those that [closed long ago](is_long_closed) are for the caller to leave out.
    pub postings: &'a [JobPosting],
    /// The companies that hire.
    pub organizations: &'a [Organization],
    /// The copies of pictures that these show, where the operator wants copies.
    pub picture_copies: Option<&'a [PictureCopy]>,
    /// The index of the jobs.
    pub index: &'a IndexContents,
    /// The built browser app, where the site is to have it.
    pub app: Option<&'a Path>,
    /// How many job pages are written.
    pub pages: PagesWanted,
    /// Which of them get a picture of their own, for links to them elsewhere.
    pub pictures: PicturesWanted,
    /// The day the site is built for.
    pub now: Date,
    /// The folder the site becomes.
    pub out: &'a Path,
    /// Told how far the writing has come, from any thread.
    pub progress: &'a (dyn Fn(Progress) + Sync),
}

/// Which jobs get a page of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PagesWanted {
    /// Every job.
    #[default]
    All,
    /// The first so many of the feed.
    First(usize),
    /// No page at all: the index alone.
    None,
}

/// How far the writing has come, in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Files written.
    pub done: usize,
    /// Files there will be.
    pub total: usize,
}

impl SiteInput<'_> {
    /// The jobs that get a page.
    fn with_page(&self) -> &[JobPosting] {
        let count = match self.pages {
            PagesWanted::All => self.postings.len(),
            PagesWanted::First(count) => count.min(self.postings.len()),
            PagesWanted::None => 0,
        };
        &self.postings[..count]
    }
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteReport {
    /// The parts of the site, in the order they are loaded.
    pub parts: Vec<SitePart>,
    /// What search engines will make of the job pages.
    pub markup: MarkupReport,
    /// Pages that say for a while that their job is closed.
    pub closed: usize,
    /// What the operator should know.
    pub notes: Vec<SiteNote>,
}

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

fn notes(input: &SiteInput<'_>, index: &Index) -> Vec<SiteNote> {
    let board = input.board;
    let address = board.site_url.is_none().then_some(SiteNote::NoSiteUrl);
    let path = (board.base_path != "/").then_some(SiteNote::BelowTheTop);
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
    address.into_iter().chain(path).chain(rates).chain(pictures).collect()
}

/// Older rates compare pay as it was, in days.
const RATES_LAST: i32 = 90;

/// Files that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitePart {
    /// What they are: `pages`, `index`, `documents`.
    pub name: &'static str,
    /// How many.
    pub files: usize,
    /// Their size as written.
    pub bytes: u64,
}

/// Why a site could not be written. The site that was there before is untouched.
#[derive(Debug)]
pub enum SiteError {
    /// The folder holds something that is not a site of ours.
    NotOurs {
        /// The folder.
        path: PathBuf,
    },
    /// The folder has no name to write beside: `/` or `..`.
    NoPlaceBeside {
        /// The folder.
        path: PathBuf,
    },
    /// A file or folder could not be read or written.
    File {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The folder named as the app lacks a file of it.
    NoApp {
        /// The file.
        path: PathBuf,
    },
    /// A file would lie outside the site.
    OutsideSite {
        /// The path, below the site's folder.
        path: String,
    },
    /// Jobs of feeds that could not be read may have to be kept, and the old site does not say which it had.
    ForgottenJobs {
        /// The folder.
        path: PathBuf,
    },
    /// Jobs of feeds that could not be read have to be kept, and the old site does not have all that they state.
    UnstatedJobs {
        /// The folder.
        path: PathBuf,
        /// How many there are to keep.
        count: usize,
    },
    /// Data could not be put into its format.
    Format {
        /// Which part.
        part: &'static str,
        /// What the serializer says.
        problem: String,
    },
}

impl fmt::Display for SiteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs { path } => write!(
                formatter,
                "{}: holds files and is not a site that openroles built: choose another folder, or empty this one",
                path.display()
            ),
            Self::NoPlaceBeside { path } => {
                write!(formatter, "{}: cannot be replaced as a whole: choose a folder with a name", path.display())
            }
            Self::File { path, source } => {
                write!(formatter, "{}: {source}: check free space and permissions", path.display())
            }
            Self::NoApp { path } => write!(
                formatter,
                "{}: not found: build the app first with `trunk build --release`, and name its `dist` folder",
                path.display()
            ),
            Self::OutsideSite { path } => {
                write!(formatter, "`{path}` would lie outside the site: please report this with the feed")
            }
            Self::ForgottenJobs { path } => write!(
                formatter,
                "{}: does not tell which of its jobs came from the feeds that could not be read, so nothing was written: \
                 mend those feeds, or leave them out to let their jobs go",
                path.display()
            ),
            Self::UnstatedJobs { path, count } => write!(
                formatter,
                "{}: has no pages to keep the {count} jobs of feeds that could not be read, so nothing was written: mend \
                 those feeds, or leave them out to let their jobs go",
                path.display()
            ),
            Self::Format { part, problem } => {
                write!(formatter, "the {part} cannot be written ({problem}): please report this with the feed")
            }
        }
    }
}

impl std::error::Error for SiteError {}

fn json<T: Serialize + ?Sized>(part: &'static str, value: &T) -> Result<Vec<u8>, SiteError> {
    serde_json::to_vec(value).map_err(|error| SiteError::Format { part, problem: error.to_string() })
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, SiteError> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.map_err(|error| SiteError::Format { part: "index", problem: error.to_string() })
}
