//! Values that each page shows.
//!
//! The same functions compute them natively for prerendering and in the browser from the loaded index, so a page is
//! the same in both. As JSON, they are also what a prerendered page passes to the app.

use serde::{Deserialize, Serialize};

use super::{
    companies::CompaniesData,
    landing::{LandingData, LandingLink},
    load_error::LoadError,
    pay_among::PayAmong,
};
use crate::{
    domain::{BoardSettings, Date, JobCard, JobPosting, Organization, Slug},
    facets::Facet,
    index::{ChunkId, DocId, Index},
    query::{
        Chip, Correction, FacetCounts, FacetValue, LeaveOneOut, Query, Refined, SalaryHistogram, SimilarReason, Sort,
        search, similar,
    },
    routes::Route,
    unicode,
};

/// JSON block of a prerendered page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageBlock {
    /// Operator's settings.
    pub board: BoardSettings,
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
    /// Search results, or a page of all jobs.
    Jobs(Box<JobsData>),
    /// A job's page.
    Job(Box<JobData>),
    /// Jobs similar to one.
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

impl PageData {
    /// Route of the page; `None` for lists of jobs and the "not found" page, which have many addresses.
    pub fn route(&self) -> Option<Route> {
        Some(match self {
            Self::Home(_) => Route::Home,
            Self::Job(data) => Route::Job(data.posting.slug.clone()),
            Self::SimilarJobs(data) => Route::SimilarJobs(data.card.slug.clone()),
            Self::Companies(_) => Route::Companies,
            Self::Company(data) => Route::Company(data.organization.slug.clone()),
            Self::Landing(data) => Route::Landing(data.topic.slug.clone()),
            Self::Jobs(_) | Self::NotFound => return None,
        })
    }

    /// The same page on a later day: removes the cards of jobs that have closed since.
    pub fn open_on(mut self, day: Date) -> Self {
        let is_open = |card: &JobCard| card.valid_through.is_none_or(|last| last >= day);
        // Jobs that are counted but not shown may have closed, too, but that isn't known here.
        let keep_open = |jobs: &mut Vec<JobCard>, job_count: &mut usize| {
            let shown = jobs.len();
            jobs.retain(is_open);
            *job_count = job_count.saturating_sub(shown - jobs.len());
        };
        match &mut self {
            Self::Home(data) => keep_open(&mut data.jobs, &mut data.job_count),
            Self::Jobs(data) => data.cards.retain(|card| card.as_ref().is_none_or(is_open)),
            Self::Job(data) => data.similar.retain(|similar| is_open(&similar.card)),
            Self::SimilarJobs(data) => data.similar.retain(|similar| is_open(&similar.card)),
            Self::Company(data) => data.jobs.retain(is_open),
            Self::Landing(data) => keep_open(&mut data.jobs, &mut data.job_count),
            Self::Companies(_) | Self::NotFound => {}
        }
        self
    }

    /// Earliest last day of the jobs shown: after it, the page shows a closed job.
    pub fn first_closing(&self) -> Option<Date> {
        let last_day = |card: &JobCard| card.valid_through;
        match self {
            Self::Home(data) => data.jobs.iter().filter_map(last_day).min(),
            Self::Jobs(data) => data.cards.iter().flatten().filter_map(last_day).min(),
            Self::Job(data) => {
                let similar = data.similar.iter().filter_map(|similar| last_day(&similar.card));
                similar.chain(data.posting.valid_through).min()
            }
            Self::SimilarJobs(data) => data.similar.iter().filter_map(|similar| last_day(&similar.card)).min(),
            Self::Company(data) => data.jobs.iter().filter_map(last_day).min(),
            Self::Landing(data) => data.jobs.iter().filter_map(last_day).min(),
            Self::Companies(_) | Self::NotFound => None,
        }
    }
}

/// Values of the front page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HomeData {
    /// Number of open jobs.
    pub job_count: usize,
    /// Featured jobs, followed by the newest; six in total.
    pub jobs: Vec<JobCard>,
    /// Most common skills.
    pub skills: Vec<FacetValue>,
    /// Most common places.
    pub locations: Vec<FacetValue>,
    /// Companies with the most jobs.
    pub companies: Vec<FacetValue>,
    /// Landing pages with the most jobs; empty for a live feed.
    #[serde(default)]
    pub landings: Vec<LandingLink>,
}

/// A page of search results, with all that is shown around them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct JobsData {
    /// Query; the default query for a prerendered page.
    #[serde(skip)]
    pub query: Query,
    /// Number of jobs that match.
    pub hit_count: usize,
    /// Hits of this page; `None` for a card that isn't loaded yet.
    pub cards: Vec<Option<JobCard>>,
    /// Number of pages.
    pub page_count: usize,
    /// Current page, counted from 0.
    pub page: usize,
    /// Facets, each with its first values.
    pub facets: Vec<FacetList>,
    /// Refinements as removable chips.
    #[serde(skip)]
    pub chips: Vec<Chip>,
    /// For each refined facet, the number of hits without its refinements.
    pub leave_one_out: Vec<LeaveOneOut>,
    /// Number of hits without the words; `None` if there are no words.
    pub without_text: Option<usize>,
    /// Number of jobs that don't state pay.
    pub undisclosed_salary: usize,
    /// Number of jobs with pay in a currency that has no exchange rate.
    #[serde(default)]
    pub incomparable_salary: usize,
    /// Number of jobs that don't state experience.
    pub experience_not_stated: usize,
    /// Histogram of the tops of pay ranges.
    pub salary_histogram: SalaryHistogram,
    /// Whether any pay on the board is converted from another currency.
    #[serde(default)]
    pub has_converted_pay: bool,
    /// Corrected words.
    pub corrections: Vec<Correction>,
    /// Chunks that must be loaded before the results are complete.
    #[serde(skip)]
    pub missing: Vec<ChunkId>,
    /// Why chunks couldn't be loaded.
    #[serde(skip)]
    pub failure: Option<LoadError>,
}

/// Some or all values of a facet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetList {
    /// The facet.
    pub facet: Facet,
    /// First values, and every refined one.
    pub values: Vec<FacetValue>,
    /// Total number of values.
    pub value_count: usize,
}

/// Values of a job's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobData {
    /// The job.
    pub posting: JobPosting,
    /// Hiring company, if it has a page.
    pub organization: Option<Organization>,
    /// A few similar jobs, most similar first.
    pub similar: Vec<SimilarCard>,
    /// The job's pay compared with that of similar jobs, including some that aren't in `similar`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay: Option<PayAmong>,
    /// Skills that have a landing page in the job's first city, each with the slug of that page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skill_pages: Vec<(String, Slug)>,
}

/// A similar job, with reasons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimilarCard {
    /// The job.
    pub card: JobCard,
    /// Why it is similar, strongest reason first.
    pub reasons: Vec<SimilarReason>,
}

/// Values of the page of jobs similar to one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimilarJobsData {
    /// Job that the others are similar to.
    pub card: JobCard,
    /// Similar jobs, most similar first.
    pub similar: Vec<SimilarCard>,
}

/// Values of a company's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompanyData {
    /// The company.
    pub organization: Organization,
    /// Its open jobs, newest first.
    pub jobs: Vec<JobCard>,
}

/// Number of jobs on the front page.
const HOME_JOBS: usize = 6;
/// Number of links per facet on the front page.
const HOME_VALUES: usize = 12;
/// Number of a facet's values shown at first.
const FACET_VALUES_SHOWN: usize = 8;
/// Number of a facet's values shown on request; the rest can be found by typing.
pub const FACET_VALUES_AT_MOST: usize = 200;
/// Number of similar jobs on a job's page and on the page of similar jobs. These pages are more than half of a
/// large site: each further card adds about 450 MB for 100,000 jobs.
const SIMILAR_ON_JOB_PAGE: usize = 6;
const SIMILAR_ON_OWN_PAGE: usize = 12;

impl HomeData {
    /// Values of the front page. `landings` is left empty.
    pub fn of(index: &Index, board: &BoardSettings) -> Self {
        let results = search(index, &Query { sort: Sort::Newest, ..Query::default() });
        let top =
            |facet| results.facet(facet).map(|counts| counts.first_values(index, HOME_VALUES)).unwrap_or_default();
        let chosen =
            board.featured_jobs.iter().filter_map(|id| index.doc_by_id(id)).filter(|doc| !index.is_expired(*doc));
        let mut docs: Vec<DocId> = chosen.take(HOME_JOBS).collect();
        for hit in &results.hits {
            if docs.len() < HOME_JOBS && !docs.contains(&hit.doc) {
                docs.push(hit.doc);
            }
        }
        Self {
            job_count: results.hit_count,
            jobs: cards(index, docs),
            skills: top(Facet::Skill),
            locations: top(Facet::Location),
            companies: top(Facet::Company),
            landings: Vec::new(),
        }
    }
}

impl JobsData {
    /// Results of a query, as the search page shows them.
    pub fn of(index: &Index, query: &Query) -> Self {
        let query = query.resolved(index);
        let results = search(index, &query);
        Self {
            page_count: results.page_count(),
            chips: query.chips(index),
            hit_count: results.hit_count,
            cards: results.hits.iter().map(|hit| index.loaded_card(hit.doc).ok().cloned()).collect(),
            missing: results.missing,
            failure: None,
            page: query.page as usize,
            facets: results.facets.iter().map(|counts| FacetList::of(index, counts)).collect(),
            leave_one_out: results.leave_one_out,
            without_text: results.without_text,
            undisclosed_salary: results.undisclosed_salary,
            incomparable_salary: results.incomparable_salary,
            experience_not_stated: results.experience_not_stated,
            salary_histogram: results.salary_histogram,
            has_converted_pay: index.has_converted_pay(),
            corrections: results.corrections,
            query,
        }
    }

    /// Whether the words couldn't be searched yet, so that only the query is correct.
    pub fn lacks_words(&self) -> bool {
        self.missing.iter().any(|chunk| chunk.holds_words())
    }

    /// This query with the results of `last`, to show while these results are incomplete.
    pub fn shown_as(self, last: &Self) -> Self {
        Self { query: self.query, chips: self.chips, missing: self.missing, ..last.clone() }
    }

    /// Values of one facet.
    pub fn facet(&self, facet: Facet) -> Option<&FacetList> {
        self.facets.iter().find(|list| list.facet == facet)
    }
}

impl FacetList {
    /// Whether there is something to choose: a value that is refined by, or one that isn't "not stated".
    pub fn has_choice(&self) -> bool {
        let is_choice =
            |value: &FacetValue| value.refined != Refined::No || Some(value.value.as_str()) != self.facet.not_stated();
        self.values.iter().any(is_choice)
    }

    /// Values of a facet that contain `needle`, ignoring case; at most [`FACET_VALUES_AT_MOST`] of them. `None`
    /// while the words can't be searched yet.
    pub fn matching(index: &Index, query: &Query, facet: Facet, needle: &str) -> Option<Self> {
        let needle = unicode::lower(needle.trim());
        let results = search(index, query);
        if results.lacks_words() {
            return None;
        }
        let mut values = results.facet(facet).map(|counts| counts.values(index)).unwrap_or_default();
        values.retain(|value| unicode::lower(&value.label).contains(&needle));
        let value_count = values.len();
        values.truncate(FACET_VALUES_AT_MOST);
        Some(Self { facet, values, value_count })
    }

    fn of(index: &Index, counts: &FacetCounts) -> Self {
        let values = counts.first_values(index, FACET_VALUES_SHOWN);
        Self { facet: counts.facet, values, value_count: counts.value_count() }
    }
}

impl JobData {
    /// A job's page, with similar jobs from the index.
    pub fn of(index: &Index, board: &BoardSettings, posting: JobPosting, organization: Option<Organization>) -> Self {
        match SimilarJobsData::of(index, &posting.slug) {
            Some(similar) => Self::beside(&similar, board, posting, organization),
            None => Self::alone(posting, organization),
        }
    }

    /// A job's page, with similar jobs from the page of similar jobs.
    pub fn beside(
        similar: &SimilarJobsData,
        board: &BoardSettings,
        posting: JobPosting,
        organization: Option<Organization>,
    ) -> Self {
        let pay = PayAmong::of(&posting, &similar.similar, &board.conversion());
        let similar = similar.similar.iter().take(SIMILAR_ON_JOB_PAGE).cloned().collect();
        Self { posting, organization, similar, pay, skill_pages: Vec::new() }
    }

    /// A job's page without similar jobs, for jobs that have no prerendered page.
    pub fn alone(posting: JobPosting, organization: Option<Organization>) -> Self {
        Self { posting, organization, similar: Vec::new(), pay: None, skill_pages: Vec::new() }
    }

    /// The job as a card, with the company's numbers of recruiters and videos.
    pub fn card(&self) -> JobCard {
        let organization = self.organization.as_ref();
        let recruiter_count = organization.and_then(|organization| organization.recruiter_count);
        let video_count = organization.and_then(|organization| organization.video_count);
        self.posting.card(recruiter_count, video_count)
    }
}

impl SimilarJobsData {
    /// Page of jobs similar to the job with this slug; `None` if the index has no such job.
    pub fn of(index: &Index, slug: &Slug) -> Option<Self> {
        let doc = index.doc_by_slug(slug)?;
        Some(Self { card: index.card(doc).clone(), similar: similar_cards(index, doc, SIMILAR_ON_OWN_PAGE) })
    }
}

impl CompanyData {
    /// A company's page, with its open jobs.
    pub fn of(index: &Index, organization: Organization) -> Self {
        Self { jobs: cards(index, index.company_docs(&organization.slug)), organization }
    }
}

fn cards(index: &Index, docs: impl IntoIterator<Item = DocId>) -> Vec<JobCard> {
    docs.into_iter().map(|doc| index.card(doc).clone()).collect()
}

fn similar_cards(index: &Index, doc: DocId, limit: usize) -> Vec<SimilarCard> {
    let similar = similar(index, doc, limit).into_iter();
    similar.map(|job| SimilarCard { card: index.card(job.doc).clone(), reasons: job.reasons }).collect()
}
