//! The board's jobs in the app: loaded from the site's files, or indexed here from a live feed.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use openroles_engine::index::{Index, MANIFEST_PATH, Manifest, OpenError, Opened};
use openroles_live::{JobSource, LivePostings};
use openroles_model::domain::{BoardSettings, Organization, Slug};
use serde::Deserialize;

use super::{
    chunk_loading::ChunkLoading,
    expect_board,
    load_error::{LoadError, malformed},
    loaded::Loaded,
    page_fetches::{FoundPage, PageFetches},
};
use crate::{
    browser::{self, FetchError, LiveFeedError, Pace, ReadFeedHandle},
    page::{CompaniesData, CompanyData, HomeData, JobData, ListData, PageData, SimilarJobsData},
    routes::Route,
};

/// The jobs, and how far they are loaded. Loading starts when it is first requested.
#[derive(Clone, Copy)]
pub struct JobBoard {
    settings: StoredValue<Arc<BoardSettings>>,
    source: RwSignal<Loaded<JobSource, LoadError>>,
    index: RwSignal<Loaded<Arc<LoadedBoard>, LoadError>>,
    progress: StoredValue<LoadProgress>,
    pub(super) chunks: ChunkLoading,
    pub(super) pages: PageFetches,
}

/// Board that can be searched.
pub struct LoadedBoard {
    /// Index, which may still lack chunks.
    pub index: Index,
    /// Number of a live feed's records that were rejected; 0 for a built site.
    pub rejection_count: usize,
    /// File of the index's columns chunk. Its name changes with the jobs; `None` for a live feed.
    pub(super) columns_file: Option<String>,
    /// Postings of a live feed; `None` for a built site, which has files instead.
    live: Option<Arc<LivePostings>>,
}

/// Where the values of a page come from.
#[derive(Clone)]
pub(super) enum PageSupply {
    /// The page's file.
    Files,
    /// A live feed that has been read.
    Live(Arc<LoadedBoard>),
}

/// How much loading was requested.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum LoadProgress {
    Nothing,
    Source,
    Index,
}

/// Makes the jobs available to every component; fetches nothing. Call [`provide_board`](super::provide_board)
/// first.
pub fn provide_job_board() -> JobBoard {
    let board = JobBoard {
        settings: StoredValue::new(expect_board()),
        source: RwSignal::new(Loaded::Pending),
        index: RwSignal::new(Loaded::Pending),
        progress: StoredValue::new(LoadProgress::Nothing),
        chunks: ChunkLoading::new(),
        pages: PageFetches::new(),
    };
    provide_context(board);
    board
}

/// The board's jobs.
pub fn expect_job_board() -> JobBoard {
    expect_context::<JobBoard>()
}

impl JobBoard {
    /// Loading state of the index.
    pub fn state(self) -> Loaded<Arc<LoadedBoard>, LoadError> {
        self.index.get()
    }

    /// Operator's settings.
    pub(super) fn settings(self) -> Arc<BoardSettings> {
        self.settings.get_value()
    }

    pub(super) fn state_untracked(self) -> Loaded<Arc<LoadedBoard>, LoadError> {
        self.index.get_untracked()
    }

    /// Replaces the board with one that has more chunks, or with a newer one.
    pub(super) fn replace(self, loaded: LoadedBoard) {
        self.index.set(Loaded::Ready(Arc::new(loaded)));
    }

    /// Starts to load the index, unless it was started before.
    pub fn load(self) {
        self.demand(LoadProgress::Index);
    }

    /// Where pages get their values; starts to find out if that isn't known yet.
    pub(super) fn page_supply(self) -> Loaded<PageSupply, LoadError> {
        self.demand(LoadProgress::Source);
        match self.source.get() {
            Loaded::Pending => Loaded::Pending,
            Loaded::Failed(error) => Loaded::Failed(error),
            Loaded::Ready(JobSource::Static) => Loaded::Ready(PageSupply::Files),
            Loaded::Ready(JobSource::Feed { .. }) => {
                self.load();
                self.index.get().map(PageSupply::Live)
            }
        }
    }

    /// Repeats what was requested, after a failure.
    pub fn retry(self) {
        if self.chunks.forget_failure() {
            return;
        }
        let demanded = self.progress.get_value();
        self.progress.set_value(LoadProgress::Nothing);
        self.source.set(Loaded::Pending);
        self.index.set(Loaded::Pending);
        self.demand(demanded);
    }

    fn demand(self, wanted: LoadProgress) {
        if self.progress.get_value() < wanted {
            self.progress.set_value(wanted);
            spawn_local(async move { self.fetch(&self.settings(), wanted).await });
        }
    }

    async fn fetch(self, board: &BoardSettings, wanted: LoadProgress) {
        let source = match self.source.get_untracked() {
            Loaded::Ready(source) => Ok(source),
            Loaded::Pending | Loaded::Failed(_) => source(board).await,
        };
        if wanted == LoadProgress::Index {
            let index = match &source {
                Ok(source) => load(board, source).await,
                Err(error) => Err(error.clone()),
            };
            self.index.set(index.map_or_else(Loaded::Failed, |loaded| Loaded::Ready(Arc::new(loaded))));
        }
        self.source.set(source.map_or_else(Loaded::Failed, Loaded::Ready));
    }
}

impl LoadedBoard {
    /// The same board with another index.
    pub(super) fn with_index(&self, index: Index) -> Self {
        Self {
            index,
            rejection_count: self.rejection_count,
            columns_file: self.columns_file.clone(),
            live: self.live.clone(),
        }
    }

    /// Page of a live feed, with an empty head; `None` if there is no such page.
    pub(super) fn page(&self, board: &BoardSettings, route: &Route) -> Option<FoundPage> {
        let index = &self.index;
        let data = match route {
            Route::Home => PageData::Home(Box::new(HomeData::of(index, board))),
            Route::Companies => PageData::Companies(CompaniesData::of(index)),
            Route::Company(slug) => {
                PageData::Company(Box::new(CompanyData::of(index, self.organization(slug)?.clone())))
            }
            Route::Job(slug) => {
                let posting = self.live.iter().flat_map(|live| &live.postings).find(|each| each.slug == *slug)?;
                let organization = posting.hiring_organization.slug().and_then(|slug| self.organization(slug));
                PageData::Job(Box::new(JobData::of(index, board, posting.clone(), organization.cloned())))
            }
            Route::SimilarJobs(slug) => PageData::SimilarJobs(Box::new(SimilarJobsData::of(index, slug.as_ref()?)?)),
            Route::JobsPage(page) => PageData::List(Box::new(ListData::of(index, *page)?)),
            Route::Jobs | Route::Landing(_) | Route::NotFound => return None,
        };
        Some(FoundPage { data, head: String::new() })
    }

    fn organization(&self, slug: &Slug) -> Option<&Organization> {
        self.live.iter().flat_map(|live| &live.organizations).find(|each| each.slug == *slug)
    }
}

async fn load(board: &BoardSettings, source: &JobSource) -> Result<LoadedBoard, LoadError> {
    match source {
        JobSource::Static => load_files(board).await,
        JobSource::Feed { url, company } => load_feed(board, url, company.clone()).await,
    }
}

/// Reads `config.json`. A site without one is a built site.
async fn source(board: &BoardSettings) -> Result<JobSource, LoadError> {
    let url = format!("{}config.json", board.base_path);
    match browser::fetch_bytes(&url).await {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| malformed(&url, error.to_string())),
        Err(FetchError::Status { status: 404, .. }) => Ok(JobSource::Static),
        Err(error) => Err(error.into()),
    }
}

/// Loads the board that the server has now. If a deploy removes the columns chunk between two requests, the
/// manifest is read again for the new name.
pub(super) async fn load_files(board: &BoardSettings) -> Result<LoadedBoard, LoadError> {
    let first = current_columns_file(board).await?;
    match load_index(board, &first).await {
        Ok(loaded) => Ok(loaded),
        Err(error) => match current_columns_file(board).await {
            Ok(second) if second != first => load_index(board, &second).await,
            Ok(_) | Err(_) => Err(error),
        },
    }
}

async fn current_columns_file(board: &BoardSettings) -> Result<String, LoadError> {
    Ok(current_manifest(board).await?.columns)
}

pub(super) async fn current_manifest(board: &BoardSettings) -> Result<Manifest, LoadError> {
    let url = format!("{}{MANIFEST_PATH}", board.base_path);
    let bytes = browser::fetch_current_bytes(&url).await?;
    Manifest::parse(&bytes).map_err(|reason| malformed(&url, reason))
}

async fn load_index(board: &BoardSettings, columns_file: &str) -> Result<LoadedBoard, LoadError> {
    let url = format!("{}data/{columns_file}", board.base_path);
    let bytes = browser::inflate(browser::fetch_bytes(&url).await?).await?;
    let index = opened(&bytes).await.map_err(|error| malformed(&url, error.to_string()))?;
    let index = index.in_words(board.words());
    Ok(LoadedBoard { index, rejection_count: 0, columns_file: Some(columns_file.to_owned()), live: None })
}

/// Opens the index in steps, because opening a large board takes longer than a frame.
async fn opened(columns: &[u8]) -> Result<Index, OpenError> {
    let mut pace = Pace::start();
    let mut opening = Index::opening(columns, browser::today())?;
    loop {
        match opening.step()? {
            Opened::Partly(rest) => opening = rest,
            Opened::Whole(index) => return Ok(*index),
        }
        pace.breathe().await;
    }
}

async fn load_feed(board: &BoardSettings, url: &str, company: Option<String>) -> Result<LoadedBoard, LoadError> {
    let url = browser::below(&board.base_path, url);
    let bytes = browser::inflate(browser::fetch_bytes(&url).await?).await?;
    let settings = serde_json::to_string(board).map_err(|error| malformed(&url, error.to_string()))?;
    let feed = browser::read_feed(&bytes, &settings, company).await.map_err(|error| match error {
        LiveFeedError::NoReader => LoadError::Fetch(FetchError::Unreachable { url: "The reader of feeds".to_owned() }),
        LiveFeedError::Unreadable(reason) => malformed(&url, reason),
    })?;
    let live: LivePostings =
        serde_json::from_slice(feed.postings().as_bytes()).map_err(|error| malformed(&url, error.to_string()))?;
    let rejection_count = live.rejection_count;
    if live.postings.is_empty() {
        return Err(LoadError::Empty { url, rejection_count });
    }
    let index = index_of(&feed).map_err(|error| malformed(&url, error.to_string()))?;
    let index = index.in_words(board.words());
    Ok(LoadedBoard { index, rejection_count, columns_file: None, live: Some(Arc::new(live)) })
}

fn index_of(feed: &ReadFeedHandle) -> Result<Index, OpenError> {
    let columns = Index::open(&feed.columns(), browser::today())?;
    columns.with_all(|name| feed.chunk(name).ok_or(OpenError::NotAnIndex))
}

/// Settings of a site without prerendered pages: `board` in `config.json`, or the default settings if it is
/// missing.
pub async fn fetch_board() -> Result<BoardSettings, LoadError> {
    #[derive(Deserialize)]
    struct Config {
        #[serde(default)]
        board: BoardSettings,
    }
    let base_path = browser::base_path();
    let url = format!("{base_path}config.json");
    let bytes = browser::fetch_bytes(&url).await?;
    let config: Config = serde_json::from_slice(&bytes).map_err(|error| malformed(&url, error.to_string()))?;
    Ok(BoardSettings { base_path, ..config.board })
}
