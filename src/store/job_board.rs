//! The board's jobs as the app has them: loaded from the built files, or made here from a live feed.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use serde::Deserialize;

use super::{expect_board, loaded::Loaded};
use crate::{
    browser::{self, FetchError},
    domain::{Board, JobPosting, Organization, Slug},
    feed,
    index::{Index, IndexContents, MANIFEST_PATH, Manifest},
    ingest::{Duplicates, IngestOptions, ingest},
};

/// The jobs and how far they have come. Loading starts once, when first asked for.
#[derive(Clone, Copy)]
pub struct JobBoard {
    state: RwSignal<Loaded<Arc<LoadedBoard>, LoadError>>,
    progress: StoredValue<Progress>,
}

/// A board that can be searched and read.
pub struct LoadedBoard {
    /// The searchable index.
    pub index: Index,
    /// Records of a live feed that could not be used; built boards were judged when they were built.
    pub rejection_count: usize,
    documents: Documents,
}

/// Where the jobs come from, as `config.json` beside the site says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(tag = "source", rename_all = "lowercase")]
pub enum Source {
    /// The files that `openroles build` wrote.
    #[default]
    Static,
    /// A feed fetched when the page opens.
    Feed {
        /// Its address; relative ones are taken below the site.
        url: String,
        /// The employer, for feeds that do not name one.
        company: Option<String>,
    },
}

/// Why there are no jobs to show. The message ends without a full stop; [`LoadError::remedy`] says what helps.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadError {
    /// A file or the feed could not be fetched.
    Fetch(FetchError),
    /// It was fetched but cannot be read.
    Malformed {
        /// Which file.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The feed holds nothing that can be shown.
    Empty {
        /// Which feed.
        url: String,
        /// How many of its records were rejected.
        rejection_count: usize,
    },
}

enum Documents {
    Files(Box<Manifest>),
    InMemory { postings: Vec<JobPosting>, organizations: Vec<Organization> },
}

#[derive(Clone, Copy, PartialEq)]
enum Progress {
    Idle,
    Started,
}

/// More than this belongs into a build: parsing would hold up a phone.
const LIVE_POSTINGS_AT_MOST: usize = 5_000;

/// Makes the jobs available; nothing is fetched yet.
pub fn provide_job_board() -> JobBoard {
    let board = JobBoard { state: RwSignal::new(Loaded::Pending), progress: StoredValue::new(Progress::Idle) };
    provide_context(board);
    board
}

/// The jobs of this app.
pub fn expect_job_board() -> JobBoard {
    expect_context::<JobBoard>()
}

impl JobBoard {
    /// How far loading has come.
    pub fn state(self) -> Loaded<Arc<LoadedBoard>, LoadError> {
        self.state.get()
    }

    /// Begins to load, unless that has happened.
    pub fn load(self) {
        if self.progress.get_value() == Progress::Idle {
            self.progress.set_value(Progress::Started);
            self.fetch();
        }
    }

    /// Loads again after a failure.
    pub fn retry(self) {
        self.state.set(Loaded::Pending);
        self.fetch();
    }

    fn fetch(self) {
        let board = expect_board();
        spawn_local(async move {
            let state = match load(&board).await {
                Ok(loaded) => Loaded::Ready(Arc::new(loaded)),
                Err(error) => Loaded::Failed(error),
            };
            self.state.set(state);
        });
    }
}

impl LoadedBoard {
    /// The whole posting with this slug; `None` when the board has no such job.
    pub async fn posting(&self, board: &Board, slug: &Slug) -> Result<Option<JobPosting>, LoadError> {
        match &self.documents {
            Documents::InMemory { postings, .. } => Ok(postings.iter().find(|posting| posting.slug == *slug).cloned()),
            Documents::Files(manifest) => {
                let found = self.index.doc_by_slug(slug).and_then(|doc| manifest.document(doc));
                let Some((file, place)) = found else { return Ok(None) };
                let postings: Vec<JobPosting> = data_file(board, file).await?;
                Ok(postings.into_iter().nth(place))
            }
        }
    }

    /// The company with this slug; `None` when the board has no such company.
    pub async fn organization(&self, board: &Board, slug: &Slug) -> Result<Option<Organization>, LoadError> {
        let is_wanted = |organization: &Organization| organization.slug == *slug;
        match &self.documents {
            Documents::InMemory { organizations, .. } => Ok(organizations.iter().find(|each| is_wanted(each)).cloned()),
            Documents::Files(manifest) => {
                let organizations: Vec<Organization> = data_file(board, &manifest.organizations).await?;
                Ok(organizations.into_iter().find(is_wanted))
            }
        }
    }
}

impl LoadError {
    /// What the visitor can do.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Fetch(error) => error.remedy(),
            Self::Malformed { .. } => "Try again in a minute; if it stays, tell the board's operator",
            Self::Empty { .. } => "Come back later: nothing is open at the moment",
        }
    }
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Fetch(error) => error.fmt(formatter),
            Self::Malformed { url, reason } => write!(formatter, "{url} cannot be read: {reason}"),
            Self::Empty { url, rejection_count: 0 } => write!(formatter, "{url} holds no jobs"),
            Self::Empty { url, rejection_count: 1 } => {
                write!(formatter, "{url} holds no jobs that can be shown; 1 record was rejected")
            }
            Self::Empty { url, rejection_count } => {
                write!(formatter, "{url} holds no jobs that can be shown; {rejection_count} records were rejected")
            }
        }
    }
}

impl From<FetchError> for LoadError {
    fn from(error: FetchError) -> Self {
        Self::Fetch(error)
    }
}

async fn load(board: &Board) -> Result<LoadedBoard, LoadError> {
    match source(board).await? {
        Source::Static => load_files(board).await,
        Source::Feed { url, company } => load_feed(board, &url, company).await,
    }
}

/// A site without `config.json` is a built one.
async fn source(board: &Board) -> Result<Source, LoadError> {
    let url = format!("{}config.json", board.base_path);
    match browser::fetch_bytes(&url).await {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| malformed(&url, error.to_string())),
        Err(FetchError::Status { status: 404, .. }) => Ok(Source::Static),
        Err(error) => Err(error.into()),
    }
}

async fn load_files(board: &Board) -> Result<LoadedBoard, LoadError> {
    let url = format!("{}{MANIFEST_PATH}", board.base_path);
    let bytes = browser::fetch_bytes(&url).await?;
    let manifest = Manifest::parse(&bytes).map_err(|reason| malformed(&url, reason))?;
    let url = format!("{}data/{}", board.base_path, manifest.index);
    let bytes = browser::inflate(browser::fetch_bytes(&url).await?).await?;
    let index = Index::open(&bytes, browser::today()).map_err(|error| malformed(&url, error.to_string()))?;
    Ok(LoadedBoard { index, rejection_count: 0, documents: Documents::Files(Box::new(manifest)) })
}

async fn load_feed(board: &Board, url: &str, company: Option<String>) -> Result<LoadedBoard, LoadError> {
    let url = browser::below(&board.base_path, url);
    let bytes = browser::inflate(browser::fetch_bytes(&url).await?).await?;
    let mut contents = feed::read(&bytes, None).map_err(|error| malformed(&url, error.to_string()))?;
    let surplus = contents.postings.len().saturating_sub(LIVE_POSTINGS_AT_MOST);
    contents.postings.truncate(LIVE_POSTINGS_AT_MOST);
    let ingested = ingest(contents, &IngestOptions { company, duplicates: Duplicates::Fold });
    let rejection_count = ingested.rejections.len() + surplus;
    if ingested.postings.is_empty() {
        return Err(LoadError::Empty { url, rejection_count });
    }
    let contents = IndexContents::of(&ingested.postings, &ingested.organizations, board.conversion());
    let index = Index::from_contents(contents, browser::today());
    let documents = Documents::InMemory { postings: ingested.postings, organizations: ingested.organizations };
    Ok(LoadedBoard { index, rejection_count, documents })
}

async fn data_file<T: serde::de::DeserializeOwned>(board: &Board, file: &str) -> Result<T, LoadError> {
    let url = format!("{}data/{file}", board.base_path);
    let bytes = browser::fetch_bytes(&url).await?;
    serde_json::from_slice(&bytes).map_err(|error| malformed(&url, error.to_string()))
}

fn malformed(url: &str, reason: String) -> LoadError {
    LoadError::Malformed { url: url.to_owned(), reason }
}

/// The settings of a site without prerendered pages: `board` in `config.json`, or just a name.
pub async fn fetch_board() -> Result<Board, LoadError> {
    #[derive(Deserialize)]
    struct Config {
        #[serde(default)]
        board: Board,
    }
    let base_path = browser::base_path();
    let url = format!("{base_path}config.json");
    let bytes = browser::fetch_bytes(&url).await?;
    let config: Config = serde_json::from_slice(&bytes).map_err(|error| malformed(&url, error.to_string()))?;
    Ok(Board { base_path, ..config.board })
}
