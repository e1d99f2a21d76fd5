//! Fetches the values of a page from the files of a built site: from the page itself, from the pages of several jobs, or
//! from the packed values of jobs without a page.

use futures_util::future::join_all;
use openroles_engine::index::{MANIFEST_PATH, Manifest, PackedJobsEntry};
use openroles_model::{
    domain::{BoardSettings, Slug},
    json,
};
use serde::de::DeserializeOwned;

use super::{
    load_error::{LoadError, malformed},
    page_fetches::FoundPage,
};
use crate::{
    browser::{self, FetchError},
    page::{JobData, PackedJobs, PackedPart, PageBlock, PageData, SimilarJobsData, UNLISTED},
    routes::Route,
};

/// Fetches the values of a page from the site's files; `None` if it doesn't exist.
pub(super) async fn fetch_page(board: &BoardSettings, route: &Route) -> Result<Option<FoundPage>, LoadError> {
    match route {
        Route::SimilarJobs(Some(slug)) => fetch_similar_jobs(board, slug).await,
        Route::SimilarJobs(None) => Ok(None),
        _ if route.has_page_data() => fetch_file(board, route).await,
        _ => Ok(None),
    }
}

/// Makes the page of similar jobs from the job's page, and from the pages of those similar jobs that it only names.
async fn fetch_similar_jobs(board: &BoardSettings, slug: &Slug) -> Result<Option<FoundPage>, LoadError> {
    let Some(job) = fetch_job(board, slug).await? else { return Ok(None) };
    let others = join_all(job.more_similar.iter().map(|link| fetch_job(board, &link.slug))).await;
    let others: Vec<Option<JobData>> = others.into_iter().collect::<Result<_, _>>()?;
    let data = PageData::SimilarJobs(Box::new(SimilarJobsData::beside(job, others)));
    Ok(Some(FoundPage { data: data.open_on(browser::today()), head: UNLISTED.to_owned() }))
}

async fn fetch_job(board: &BoardSettings, slug: &Slug) -> Result<Option<JobData>, LoadError> {
    let page = fetch_file(board, &Route::Job(slug.clone())).await?;
    Ok(page.and_then(|page| match page.data {
        PageData::Job(data) => Some(*data),
        _ => None,
    }))
}

/// Fetches the file of a page; `None` if it doesn't exist.
async fn fetch_file(board: &BoardSettings, route: &Route) -> Result<Option<FoundPage>, LoadError> {
    let url = route.href(&board.base_path);
    let bytes = match browser::fetch_bytes(&url).await {
        Ok(bytes) => bytes,
        Err(FetchError::Status { status: 404, .. }) => return packed_page(board, route).await,
        Err(error) => return Err(error.into()),
    };
    let (data, head) = browser::parse_page(&String::from_utf8_lossy(&bytes))
        .ok_or_else(|| malformed(&url, "it is not a page of this board".to_owned()))?;
    let block: PageBlock = json::read(data.as_bytes()).map_err(|reason| malformed(&url, reason))?;
    // Some hosts answer every address with the same page.
    if block.page.route().as_ref() != Some(route) {
        return packed_page(board, route).await;
    }
    Ok(Some(FoundPage { data: block.page.open_on(browser::today()), head }))
}

/// Fetches the values of a job that has no page; `None` if it doesn't exist. Search engines shouldn't list it, because
/// they would find the "not found" page at its address.
async fn packed_page(board: &BoardSettings, route: &Route) -> Result<Option<FoundPage>, LoadError> {
    let Route::Job(slug) = route else { return Ok(None) };
    let Some(list) = read_manifest(board, PackedJobsEntry::parse).await?.packed_jobs else { return Ok(None) };
    let packed: PackedJobs = fetch_packed(board, &list).await?;
    let Some(file) = packed.file_of(slug) else { return Ok(None) };
    let part: PackedPart = fetch_packed(board, file).await?;
    Ok(part.find(slug).map(|job| FoundPage { data: PageData::Job(Box::new(job)), head: UNLISTED.to_owned() }))
}

/// Fetches the manifest that the server has now.
pub(super) async fn current_manifest(board: &BoardSettings) -> Result<Manifest, LoadError> {
    read_manifest(board, Manifest::parse).await
}

async fn read_manifest<T>(board: &BoardSettings, parse: fn(&[u8]) -> Result<T, String>) -> Result<T, LoadError> {
    let url = format!("{}{MANIFEST_PATH}", board.base_path);
    let bytes = browser::fetch_current_bytes(&url).await?;
    parse(&bytes).map_err(|reason| malformed(&url, reason))
}

/// Fetches a gzipped JSON file of the data folder.
async fn fetch_packed<T: DeserializeOwned>(board: &BoardSettings, file: &str) -> Result<T, LoadError> {
    let url = format!("{}data/{file}", board.base_path);
    let bytes = browser::inflate(browser::fetch_bytes(&url).await?).await?;
    json::read(&bytes).map_err(|reason| malformed(&url, reason))
}
