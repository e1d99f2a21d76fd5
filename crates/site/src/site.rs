//! Writes a site: takes validated postings, settings, and the built app, and writes a folder of static files.
//!
//! All files are written into a temporary folder next to the old site, which then takes the old site's place. A
//! build that fails changes nothing, and visitors never see half a site.

mod app_files;
mod compact;
mod discovery;
mod doctor_page;
mod drawing;
mod earlier;
mod earlier_files;
mod earlier_values;
mod embed;
mod headers;
mod history;
mod history_files;
mod host_check;
mod hosts;
mod index_files;
mod landings;
mod list_changes;
mod markup;
mod notes;
mod operator_page;
mod packed;
mod pages;
mod picture_copies;
mod pictures;
mod plan;
mod remembered;
mod room;
mod sharing_picture;
mod site_error;
mod sitemap;
mod staging;
mod staging_dir;
mod succession;
mod syndication;
mod tombstones;
mod typeface;
mod web_manifest;
mod xml;

use std::{io::Write, path::Path};

use flate2::{Compression, write::GzEncoder};
use headers::{HEADERS_PATH, headers_file};
use index_files::OpenJobsIndex;
use landings::search_example;
use notes::notes;
use openroles_engine::index::{FORMAT, Index, MANIFEST_PATH, Manifest, WrittenIndex};
use openroles_model::domain::{BoardSettings, Date, HostName, HostSettings, JobPosting, Organization, PicturesWanted};
use pages::WrittenPages;
use pictures::Pictures;
use plan::Plan;
use serde::Serialize;
use staging::Staging;
use succession::Succession;

use crate::prerender::AppAssets;

pub use app_files::expect_app;
pub use earlier::{EarlierSite, PreviousBuild, StatedJob};
pub use earlier_files::{EarlierFiles, LIVE_FILE_BYTES_AT_MOST, LiveFailure, LiveSite};
pub use headers::{cache_control, content_type, security_headers, sharing_headers};
pub use host_check::HostExcess;
pub use hosts::{Host, host_headers};
pub use markup::{Found, MarkupReport};
pub use notes::SiteNote;
pub use picture_copies::{PICTURE_BYTES_AT_MOST, PictureCopy};
pub use site_error::{Absence, SiteError};
pub use staging_dir::Recovery;
pub use tombstones::{DAYS_KEPT, is_long_closed};

/// Writes a site that may replace an earlier one. The output folder changes only after every file is written.
pub fn write(input: &SiteInput<'_>) -> Result<SiteReport, SiteError> {
    let earlier = &EarlierSite::of(input.out)?;
    write_after(input, &PreviousBuild::of(earlier))
}

/// Like [`write()`], with an earlier site that is already opened and with the feed of each job.
pub fn write_after(input: &SiteInput<'_>, before: &PreviousBuild<'_>) -> Result<SiteReport, SiteError> {
    expect_app(input.app, input.pages)?;
    let staging = Staging::beside(input.out)?;
    let mut assets = write_app(&staging, input)?;
    picture_copies::write(&staging, input.picture_copies.unwrap_or_default())?;
    let succession = Succession::of(input, before)?;
    let OpenJobsIndex { index: written, lookup } = index_files::write(&staging, input, &succession)?;
    let index = open_index(&written, input)?;
    let left = index_files::write_left(&staging, input, &succession)?;
    let columns = written.columns.name.clone();
    assets.search_files.extend([CONFIG_PATH.to_owned(), MANIFEST_PATH.to_owned(), format!("data/{columns}")]);
    assets.word_files = index_files::word_files(&written);
    let board = BoardSettings { search_example: search_example(input.postings, input.now), ..input.board.clone() };
    if assets.boot.is_some() {
        assets.board = Some(staging.write_asset("board", "json", &json("settings", &board)?)?);
    }
    let mut plan = Plan::of(input, board, succession, &index, &assets, staging.file_count());
    let WrittenPages { packed_jobs, similar } =
        pages::write_pages(&staging, &plan, Pictures::of(&staging, &plan)?.as_ref())?;
    if input.pages != PagesWanted::None {
        discovery::write(&staging, &plan)?;
        embed::write(&staging, &plan)?;
        doctor_page::write(&staging, input)?;
    }
    plan.history.packed_jobs.clone_from(&packed_jobs);
    plan.history.list_similar(similar);
    history_files::write(&staging, &plan.history)?;
    let headers = headers_file(&input.board.base_path, &[], input.host.hsts);
    write_headers(&staging, input.host, &headers)?;
    staging.write("config", CONFIG_PATH, CONFIG.as_bytes())?;
    let manifest = Manifest {
        format: FORMAT,
        now: input.now,
        board: plan.board.clone(),
        job_count: input.postings.len(),
        columns,
        first_seen: written.first_seen,
        newest_build: plan.history.last_number,
        left: left.as_ref().map(|left| left.columns.name.clone()),
        left_first_seen: left.and_then(|left| left.first_seen),
        lookup,
        packed_jobs,
        hsts: input.host.hsts,
    };
    staging.write("manifest", MANIFEST_PATH, &json("manifest", &manifest)?)?;
    let report = SiteReport {
        parts: staging.parts(),
        markup: MarkupReport::of(&plan),
        closed: plan.tombstones.len(),
        notes: notes(input, &index).into_iter().chain(plan.notes).collect(),
    };
    if let Some(excess) = host_check::excess(input.host, staging.files(&headers)) {
        return Err(SiteError::BeyondHost(excess));
    }
    staging.publish()?;
    Ok(report)
}

fn write_app(staging: &Staging, input: &SiteInput<'_>) -> Result<AppAssets, SiteError> {
    let assets = match input.app {
        Some(app) => app_files::write_app(staging, app)?,
        None => AppAssets::default(),
    };
    Ok(AppAssets { touch_icon: Some(web_manifest::write(staging, input)?), ..assets })
}

fn write_headers(staging: &Staging, host: HostSettings, headers: &str) -> Result<(), SiteError> {
    staging.write("headers", HEADERS_PATH, headers.as_bytes())?;
    if host.name == Some(HostName::GithubPages) {
        // Without this file, GitHub leaves out names that begin with `_`.
        staging.write("headers", ".nojekyll", b"")?;
    }
    Ok(())
}

fn open_index(written: &WrittenIndex, input: &SiteInput<'_>) -> Result<Index, SiteError> {
    let index = Index::from_written_for_pages(written, input.now);
    let index = index.map_err(|error| SiteError::Format { part: "index", problem: error.to_string() })?;
    Ok(index.in_words(input.board.words()))
}

/// File that names the site's job source; it says `static` until the operator names a live feed.
const CONFIG_PATH: &str = "config.json";
const CONFIG: &str = "{\"source\": \"static\"}\n";

/// What a site is written from.
pub struct SiteInput<'a> {
    /// Operator's settings.
    pub board: &'a BoardSettings,
    /// Jobs, in the order of the index. The caller leaves out jobs that [closed long ago](is_long_closed).
    pub postings: &'a [JobPosting],
    /// Companies that have a page.
    pub organizations: &'a [Organization],
    /// Local copies of the companies' pictures; `None` if the operator wants no copies.
    pub picture_copies: Option<&'a [PictureCopy]>,
    /// Folder with the built browser app; required unless `pages` is [`PagesWanted::None`].
    pub app: Option<&'a Path>,
    /// How many jobs get a page.
    pub pages: PagesWanted,
    /// How many jobs get their own sharing picture.
    pub pictures: PicturesWanted,
    /// The host, whose limits the site has to stay within.
    pub host: HostSettings,
    /// Day the site is built for.
    pub now: Date,
    /// Output folder.
    pub out: &'a Path,
    /// Called after each page is written, from any thread.
    pub progress: &'a (dyn Fn(WriteProgress) + Sync),
}

/// Which jobs get a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PagesWanted {
    /// Every job.
    #[default]
    All,
    /// The first `n` jobs of the index.
    First(usize),
    /// No pages: only the index is written.
    None,
}

/// Progress of a build, in pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WriteProgress {
    /// Pages written so far.
    pub done: usize,
    /// Pages in total.
    pub total: usize,
}

impl SiteInput<'_> {
    /// Jobs that get a page.
    fn with_page(&self) -> &[JobPosting] {
        let count = match self.pages {
            PagesWanted::All => self.postings.len(),
            PagesWanted::First(count) => count.min(self.postings.len()),
            PagesWanted::None => 0,
        };
        &self.postings[..count]
    }
}

/// Summary of a finished build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteReport {
    /// Groups of files, in the order in which each group was begun.
    pub parts: Vec<SitePart>,
    /// How search engines will judge the job pages.
    pub markup: MarkupReport,
    /// Number of pages kept for jobs that have left the feed.
    pub closed: usize,
    /// Advice for the operator.
    pub notes: Vec<SiteNote>,
}

/// Group of files with one purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitePart {
    /// Name of the group, such as `pages`, `index`, or `documents`.
    pub name: &'static str,
    /// Number of files.
    pub files: usize,
    /// Size in bytes, as written.
    pub bytes: u64,
}

fn json<T: Serialize + ?Sized>(part: &'static str, value: &T) -> Result<Vec<u8>, SiteError> {
    serde_json::to_vec(value).map_err(|error| SiteError::Format { part, problem: error.to_string() })
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, SiteError> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.map_err(|error| SiteError::Format { part: "index", problem: error.to_string() })
}
