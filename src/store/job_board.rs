//! The board's jobs in the app: loaded from the site's files, or indexed here from a live feed.

use std::sync::Arc;

use futures_util::future::join;
use leptos::{prelude::*, task::spawn_local};
use openroles_live::JobSource;
use openroles_model::{domain::BoardSettings, json};
use serde::Deserialize;

use super::{
    chunk_loading::ChunkLoading,
    expect_board,
    load_error::{LoadError, malformed},
    loaded::Loaded,
    loaded_board::LoadedBoard,
    modules::{live_module, search_module},
    page_fetches::PageFetches,
};
use crate::browser::{self, FetchError};

/// The jobs, and how far they are loaded. Loading starts when it is first requested.
#[derive(Clone, Copy)]
pub struct JobBoard {
    settings: StoredValue<Arc<BoardSettings>>,
    source: RwSignal<Loaded<JobSource, LoadError>>,
    index: RwSignal<Loaded<Arc<LoadedBoard>, LoadError>>,
    retries: RwSignal<u32>,
    progress: StoredValue<LoadProgress>,
    pub(super) chunks: ChunkLoading,
    pub(super) pages: PageFetches,
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
        retries: RwSignal::new(0),
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

    /// Number of times that [`retry`](Self::retry) was called.
    pub fn retries(self) -> u32 {
        self.retries.get()
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
        self.retries.update(|retries| *retries += 1);
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
            spawn_local(async move { self.fetch(self.settings(), wanted).await });
        }
    }

    async fn fetch(self, board: Arc<BoardSettings>, wanted: LoadProgress) {
        let source = match self.source.get_untracked() {
            Loaded::Ready(source) => Ok(source),
            Loaded::Pending | Loaded::Failed(_) => source(&board).await,
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

/// Reads `config.json`. A site without one is a built site.
async fn source(board: &BoardSettings) -> Result<JobSource, LoadError> {
    let url = format!("{}config.json", board.base_path);
    match browser::fetch_bytes(&url).await {
        Ok(bytes) => json::read(&bytes).map_err(|reason| malformed(&url, reason)),
        Err(FetchError::Status { status: 404, .. }) => Ok(JobSource::Static),
        Err(error) => Err(error.into()),
    }
}

async fn load(board: Arc<BoardSettings>, source: &JobSource) -> Result<LoadedBoard, LoadError> {
    match source {
        JobSource::Static => (search_module().await?.load_files)(board).await,
        JobSource::Feed { url, company } => {
            let (search, live) = join(search_module(), live_module()).await;
            let feed = (live?.read_feed)(Arc::clone(&board), url.clone(), company.clone()).await?;
            (search?.open_feed)(feed, &board)
        }
    }
}

/// Settings of a prerendered site, from the file that the page names.
pub async fn fetch_settings() -> Result<BoardSettings, LoadError> {
    let url = browser::board_file().ok_or_else(|| malformed("the page", "it names no settings".to_owned()))?;
    let bytes = browser::fetch_bytes(&url).await?;
    json::read(&bytes).map_err(|reason| malformed(&url, reason))
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
    let config: Config = json::read(&bytes).map_err(|reason| malformed(&url, reason))?;
    Ok(BoardSettings { base_path, ..config.board })
}
