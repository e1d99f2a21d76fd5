//! What each page is, without its view: one file per page, with its values, route, head, structured data, sharing
//! picture, whether search engines list it, and the day on which it shows a closed job.
//!
//! The same functions compute the values natively for prerendering and in the browser from the loaded index, so a
//! page is the same in both. As JSON, they are also what a prerendered page passes to the app. The view of a page is
//! in `pages`.

mod companies;
mod company;
mod head;
mod home;
mod job;
mod jobs;
mod landing;
mod list;
mod not_found;
mod packed_jobs;
mod pay_among;
mod posting_times;
mod similar_jobs;
mod time_on_board;

use head::DESCRIPTION_CHARACTERS;
use openroles_engine::index::{DocId, Index};
use openroles_model::domain::{BoardSettings, Date, JobCard, JobPosting, Slug};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    routes::Route,
    structured_data::{Crumb, item_list},
};

pub use companies::{CompaniesData, CompanyGroup, Initial, by_job_count};
pub use company::CompanyData;
pub use head::{Head, UNLISTED, canonical_link};
pub use home::HomeData;
pub use job::JobData;
pub use jobs::{FACET_VALUES_AT_MOST, FacetList, JobsData};
pub use landing::{LandingData, LandingLink, LandingTopic};
pub use list::ListData;
pub use not_found::NotFoundData;
pub use packed_jobs::{PackedJobs, PackedPart};
pub use pay_among::{PayAmong, SimilarPay, YearlyPay};
pub use posting_times::{PostingPeriod, PostingTimes, TimeBar};
pub use similar_jobs::{SimilarCard, SimilarJobsData, SimilarLink};
pub use time_on_board::{Sightings, TimeOnBoard};

/// JSON block of a prerendered page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageBlock {
    /// Operator's settings; `None` if they are in the file that the boot script's element names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub board: Option<BoardSettings>,
    /// Day for which the page was made.
    pub now: Date,
    /// Values of the page.
    pub page: PageData,
}

/// Values of one page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PageData {
    /// Front page.
    Home(Box<HomeData>),
    /// Search results.
    Jobs(Box<JobsData>),
    /// Page of the list of all open jobs.
    List(Box<ListData>),
    /// A job's page.
    Job(Box<JobData>),
    /// Jobs similar to one. The page's file has none of them.
    SimilarJobs(Box<SimilarJobsData>),
    /// All companies.
    Companies(CompaniesData),
    /// A company's page.
    Company(Box<CompanyData>),
    /// Landing page of a skill in a city.
    Landing(Box<LandingData>),
    /// "Not found" page.
    NotFound,
}

/// What a site and the app have to know about a page. The methods without a default are what every page must decide.
pub trait Page {
    /// Route of the page; `None` if it has many addresses.
    fn route(&self) -> Option<Route>;

    /// Title and description.
    fn head(&self, board: &BoardSettings) -> Head;

    /// JSON-LD objects of the page; `None` for those that would be empty or refused.
    fn structured_data(&self, context: &PageContext<'_>) -> Vec<Option<Value>>;

    /// Subject of the picture that is shown with a link to the page; `None` for a page that nobody shares.
    fn sharing_subject(&self) -> Option<SharingSubject<'_>> {
        None
    }

    /// Jobs of a page that only lists jobs. Without any, search engines shouldn't list it, and it is as old as the newest
    /// of them. `None` for other pages.
    fn listed_cards(&self) -> Option<&[JobCard]> {
        None
    }

    /// Whether search engines should list the page on this day.
    fn is_listed(&self, _now: Date) -> bool {
        self.listed_cards().is_none_or(|jobs| !jobs.is_empty())
    }

    /// When the page last changed. Until it changes again, its file can stay the same from build to build.
    fn changed_on(&self) -> ChangedOn<'_> {
        self.listed_cards().map_or(ChangedOn::EveryDay, ChangedOn::Newest)
    }

    /// Earliest last day of the jobs shown: after it, the page shows a closed job.
    fn first_closing(&self) -> Option<Date> {
        earliest_closing(self.listed_cards()?)
    }

    /// Removes the cards of jobs that have closed before this day.
    fn remove_closed(&mut self, _day: Date) {}
}

/// Where and when a page is shown.
#[derive(Clone, Copy, Debug)]
pub struct PageContext<'a> {
    /// Operator's settings.
    pub board: &'a BoardSettings,
    /// Day for which the page is made.
    pub now: Date,
}

/// What the picture of a page is about.
#[derive(Clone, Debug, PartialEq)]
pub enum SharingSubject<'a> {
    /// The board.
    Board,
    /// The company with this slug.
    Company(&'a Slug),
    /// This job.
    Job(Box<JobCard>),
}

/// What decides when a page last changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ChangedOn<'a> {
    /// The page depends on today's date.
    EveryDay,
    /// The page never changes.
    Never,
    /// The page changes with any job of the board.
    AnyJob,
    /// The page changes with this job.
    Posting(&'a JobPosting),
    /// The page is as old as the newest of these jobs.
    Newest(&'a [JobCard]),
}

/// Evaluates an expression for the values of any page. `$not_found` stands for the values of the "not found" page.
macro_rules! with_page {
    ($data:expr, $not_found:expr, $page:ident => $value:expr) => {
        match $data {
            PageData::Home($page) => $value,
            PageData::Jobs($page) => $value,
            PageData::List($page) => $value,
            PageData::Job($page) => $value,
            PageData::SimilarJobs($page) => $value,
            PageData::Companies($page) => $value,
            PageData::Company($page) => $value,
            PageData::Landing($page) => $value,
            PageData::NotFound => {
                let $page = $not_found;
                $value
            }
        }
    };
}

/// The methods of [`Page`], for any page.
impl PageData {
    /// Route of the page; `None` for lists of jobs and the "not found" page, which have many addresses.
    pub fn route(&self) -> Option<Route> {
        with_page!(self, &NotFoundData, page => page.route())
    }

    /// Title and description of the page.
    pub fn head(&self, board: &BoardSettings) -> Head {
        with_page!(self, &NotFoundData, page => page.head(board))
    }

    /// JSON-LD objects of the page.
    pub fn structured_data(&self, context: &PageContext<'_>) -> Vec<Value> {
        with_page!(self, &NotFoundData, page => page.structured_data(context)).into_iter().flatten().collect()
    }

    /// Subject of the picture that is shown with a link to the page; `None` for a page that nobody shares.
    pub fn sharing_subject(&self) -> Option<SharingSubject<'_>> {
        with_page!(self, &NotFoundData, page => page.sharing_subject())
    }

    /// Whether search engines should list the page on this day.
    pub fn is_listed(&self, now: Date) -> bool {
        with_page!(self, &NotFoundData, page => page.is_listed(now))
    }

    /// When the page last changed.
    pub fn changed_on(&self) -> ChangedOn<'_> {
        with_page!(self, &NotFoundData, page => page.changed_on())
    }

    /// Earliest last day of the jobs shown: after it, the page shows a closed job.
    pub fn first_closing(&self) -> Option<Date> {
        with_page!(self, &NotFoundData, page => page.first_closing())
    }

    /// The same page on a later day: removes the cards of jobs that have closed since.
    pub fn open_on(mut self, day: Date) -> Self {
        with_page!(&mut self, &mut NotFoundData, page => page.remove_closed(day));
        self
    }
}

/// Last day of a job.
fn closes_after(card: &JobCard) -> Option<Date> {
    card.valid_through
}

fn is_open(card: &JobCard, day: Date) -> bool {
    closes_after(card).is_none_or(|last| last >= day)
}

fn earliest_closing(jobs: &[JobCard]) -> Option<Date> {
    jobs.iter().filter_map(closes_after).min()
}

/// Removes the jobs that have closed before this day, and returns how many. Jobs that are counted but not shown may
/// have closed, too, but that isn't known here.
fn keep_open(jobs: &mut Vec<JobCard>, day: Date) -> usize {
    let shown = jobs.len();
    jobs.retain(|card| is_open(card, day));
    shown - jobs.len()
}

fn cards(index: &Index, docs: impl IntoIterator<Item = DocId>) -> Vec<JobCard> {
    docs.into_iter().map(|doc| index.card(doc).clone()).collect()
}

/// Structured data of a list of jobs.
fn listed_jobs(board: &BoardSettings, jobs: &[JobCard]) -> Option<Value> {
    item_list(board, jobs.iter().map(|card| Route::Job(card.slug.clone())))
}

fn all_jobs_crumb(board: &BoardSettings) -> Crumb<'static> {
    Crumb { name: board.words().frame.jobs, route: Route::Jobs }
}

fn job_crumb<'a>(title: &'a str, slug: &Slug) -> Crumb<'a> {
    Crumb { name: title, route: Route::Job(slug.clone()) }
}
