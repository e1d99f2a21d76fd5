//! Live feed: how it is read, and the pages that are made from its postings.
//!
//! All of it is in the module for live feeds: see [`modules`](super::modules).

use openroles_engine::index::Index;
use openroles_live::LivePostings;
use openroles_model::{
    domain::{BoardSettings, Slug},
    json,
};

use super::{
    load_error::{LoadError, malformed},
    page_fetches::FoundPage,
};
use crate::{
    browser::{self, FetchError, LiveFeedError, ReadFeedHandle},
    page::{CompaniesData, CompanyData, HomeData, JobData, ListData, PageData, SimilarJobsData},
    routes::Route,
};

/// Live feed that has been read.
pub(super) struct LiveFeed {
    /// URL of the feed.
    pub(super) url: String,
    /// Index of its jobs.
    pub(super) feed: ReadFeedHandle,
    /// Its pages.
    pub(super) pages: LivePages,
    /// Number of records that were rejected.
    pub(super) rejection_count: usize,
}

/// Pages of a live feed.
pub(super) struct LivePages {
    live: LivePostings,
    make: fn(&LivePostings, &Index, &BoardSettings, &Route) -> Option<PageData>,
}

impl LiveFeed {
    /// Fetches and reads a feed, as that of `company` if the feed names none.
    pub(super) async fn read(board: &BoardSettings, url: &str, company: Option<String>) -> Result<Self, LoadError> {
        let url = browser::below(&board.base_path, url);
        let bytes = browser::inflate(browser::fetch_bytes(&url).await?).await?;
        let settings = serde_json::to_string(board).map_err(|error| malformed(&url, error.to_string()))?;
        let feed = browser::read_feed(&bytes, &settings, company).await.map_err(|error| match error {
            LiveFeedError::NoReader => {
                LoadError::Fetch(FetchError::Unreachable { url: "The reader of feeds".to_owned() })
            }
            LiveFeedError::Unreadable(reason) => malformed(&url, reason),
        })?;
        let live: LivePostings = json::read(feed.postings().as_bytes()).map_err(|reason| malformed(&url, reason))?;
        let rejection_count = live.rejection_count;
        if live.postings.is_empty() {
            return Err(LoadError::Empty { url, rejection_count });
        }
        Ok(Self { url, feed, pages: LivePages { live, make: page }, rejection_count })
    }
}

impl LivePages {
    /// A page, with an empty head; `None` if there is no such page.
    pub(super) fn page(&self, index: &Index, board: &BoardSettings, route: &Route) -> Option<FoundPage> {
        // Through a pointer, so that the caller's module doesn't contain the code.
        let data = (self.make)(&self.live, index, board, route)?;
        Some(FoundPage { data, head: String::new() })
    }
}

fn page(live: &LivePostings, index: &Index, board: &BoardSettings, route: &Route) -> Option<PageData> {
    let organization = |slug: &Slug| live.organizations.iter().find(|each| each.slug == *slug);
    Some(match route {
        Route::Home => PageData::Home(Box::new(HomeData::of(index, board))),
        Route::Companies => PageData::Companies(CompaniesData::of(index)),
        Route::Company(slug) => PageData::Company(Box::new(CompanyData::of(index, organization(slug)?.clone()))),
        Route::Job(slug) => {
            let posting = live.postings.iter().find(|each| each.slug == *slug)?;
            let organization = posting.hiring_organization.slug().and_then(organization);
            PageData::Job(Box::new(JobData::of(index, board, posting.clone(), organization.cloned())))
        }
        Route::SimilarJobs(slug) => PageData::SimilarJobs(Box::new(SimilarJobsData::of(index, slug.as_ref()?)?)),
        Route::JobsPage(page) => PageData::List(Box::new(ListData::of(index, *page)?)),
        Route::Jobs | Route::Landing(_) | Route::NotFound => return None,
    })
}
