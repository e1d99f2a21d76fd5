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
mod notes;
mod pages;
mod picture_copies;
mod pictures;
mod plan;
mod sharing_picture;
mod sitemap;
mod staging;
mod staging_dir;
mod syndication;
mod tombstones;
mod typeface;
mod values;
mod web_manifest;
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

pub use app_files::expect_app;
pub use earlier::{EarlierSite, PreviousBuild, StatedJob};
use headers::{HEADERS_PATH, headers_file};
pub use headers::{cache_control, content_type, security_headers, sharing_headers};
pub use hosts::{Host, host_headers};
pub use markup::{Found, MarkupReport};
pub use notes::SiteNote;
use notes::notes;
pub use picture_copies::{PICTURE_BYTES_AT_MOST, PictureCopy};
pub use staging_dir::Recovery;
pub use tombstones::{DAYS_KEPT, is_long_closed};

use history::HISTORY_PATH;
use pictures::Pictures;
use plan::Plan;
use staging::Staging;

use crate::{
    domain::{BoardSettings, Date, JobPosting, Organization, PicturesWanted},
    index::{self, Chunk, FORMAT, Index, IndexContents, MANIFEST_PATH, Manifest, WrittenIndex},
    ingest::FeedsRead,
    prerender::AppAssets,
};

/// Writes the site in the place of an earlier one; the folder changes only when all of it is there.
pub fn write(input: &SiteInput<'_>) -> Result<SiteReport, SiteError> {
    let earlier = &EarlierSite::of(input.out)?;
    write_after(input, &PreviousBuild { earlier, feeds: HashMap::new(), reading: FeedsRead::All })
}

/// Writes the site in the place of one that has been looked at before, with what is known of the jobs' feeds.
pub fn write_after(input: &SiteInput<'_>, succession: &PreviousBuild<'_>) -> Result<SiteReport, SiteError> {
    expect_app(input.app, input.pages)?;
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
    pub board: &'a BoardSettings,
    /// The jobs, as the index has them; those that [closed long ago](is_long_closed) are for the caller to leave out.
    pub postings: &'a [JobPosting],
    /// The companies that hire.
    pub organizations: &'a [Organization],
    /// The copies of pictures that these show, where the operator wants copies.
    pub picture_copies: Option<&'a [PictureCopy]>,
    /// The index of the jobs.
    pub index: &'a IndexContents,
    /// The built browser app; a site with pages needs it.
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
    pub progress: &'a (dyn Fn(WriteProgress) + Sync),
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
pub struct WriteProgress {
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
    /// Pages are wanted and no app was named: they would have no styles and no search.
    PagesWithoutApp,
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
                "{}: not found: build the app with `cargo xtask app`, and name its folder with `--app dist`",
                path.display()
            ),
            Self::PagesWithoutApp => formatter.write_str(
                "pages need the browser app, for their styles and search, and none was named: build it with \
                 `cargo xtask app`, then give `--app dist`; `--pages none` writes the index alone",
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
