//! What each page shows, as values.
//!
//! The same functions make these natively for prerendering and in the browser from the loaded index, so a page
//! cannot differ between the two. As JSON they are also what a prerendered page hands to the app.

use serde::{Deserialize, Serialize};

use super::{
    companies::CompaniesData,
    job_board::LoadError,
    landing::{LandingData, LandingLink},
    pay_among::PayAmong,
};
use crate::{
    domain::{BoardSettings, Date, JobCard, JobPosting, Organization, Slug},
    facets::Facet,
    index::{ChunkId, DocId, Index},
    query::{
        Chip, Correction, FacetCounts, FacetValue, LeaveOneOut, Query, SalaryHistogram, SimilarReason, Sort, search,
        similar,
    },
    routes::Route,
    unicode,
};

/// Everything a prerendered page hands to the app.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageBlock {
    /// The operator's settings.
    pub board: BoardSettings,
    /// The day the page was made for.
    pub now: Date,
    /// What the page shows.
    pub page: PageData,
}

/// What one page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PageData {
    /// The front page.
    Home(Box<HomeData>),
    /// A page of jobs.
    Jobs(Box<JobsData>),
    /// A job.
    Job(Box<JobData>),
    /// Jobs similar to one.
    SimilarJobs(Box<SimilarJobsData>),
    /// All companies.
    Companies(CompaniesData),
    /// A company.
    Company(Box<CompanyData>),
    /// A skill in a city.
    Landing(Box<LandingData>),
    /// Nothing is here.
    NotFound,
}

impl PageData {
    /// The page these are the values of; lists of jobs and the page for wrong addresses have several addresses.
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

    /// The same page on a later day than it was made for: without the cards of jobs that have closed since.
    pub fn open_on(mut self, day: Date) -> Self {
        let is_open = |card: &JobCard| card.valid_through.is_none_or(|last| last >= day);
        // Of the jobs counted and not shown, nobody knows here.
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

    /// The day after which the first of the jobs shown will have closed.
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

/// The front page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HomeData {
    /// Jobs open now.
    pub job_count: usize,
    /// Jobs shown first: the operator's choice, filled up with the newest.
    pub jobs: Vec<JobCard>,
    /// The commonest skills.
    pub skills: Vec<FacetValue>,
    /// The commonest places.
    pub locations: Vec<FacetValue>,
    /// The companies with most jobs.
    pub companies: Vec<FacetValue>,
    /// The commonest topics that have a page; a live feed has none.
    #[serde(default)]
    pub landings: Vec<LandingLink>,
}

/// A page of search results with everything around it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct JobsData {
    /// What was asked for; the default for a prerendered page.
    #[serde(skip)]
    pub query: Query,
    /// How many jobs match.
    pub hit_count: usize,
    /// The hits of this page; those whose cards are on their way have none.
    pub cards: Vec<Option<JobCard>>,
    /// Pages there are.
    pub page_count: usize,
    /// The page shown, from 0.
    pub page: usize,
    /// The facets, each with the values shown without asking for more.
    pub facets: Vec<FacetList>,
    /// The refinements as removable chips.
    #[serde(skip)]
    pub chips: Vec<Chip>,
    /// What dropping each refined facet alone would give.
    pub leave_one_out: Vec<LeaveOneOut>,
    /// What dropping the words alone would give.
    pub without_text: Option<usize>,
    /// Jobs that do not state pay.
    pub undisclosed_salary: usize,
    /// Jobs with pay in a currency without a rate.
    #[serde(default)]
    pub incomparable_salary: usize,
    /// Jobs that do not state experience.
    pub experience_not_stated: usize,
    /// Tops of pay ranges.
    pub salary_histogram: SalaryHistogram,
    /// Whether some of the board's pay is in another currency, and compared by its rates.
    #[serde(default)]
    pub has_converted_pay: bool,
    /// Corrected words.
    pub corrections: Vec<Correction>,
    /// What has to be loaded before all of this is known.
    #[serde(skip)]
    pub missing: Vec<ChunkId>,
    /// Why cards of the hits could not be loaded.
    #[serde(skip)]
    pub failure: Option<LoadError>,
}

/// A facet's values as far as they are shown without asking for more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetList {
    /// The facet.
    pub facet: Facet,
    /// The first values, and every refined one.
    pub values: Vec<FacetValue>,
    /// How many values there are.
    pub value_count: usize,
}

/// A job page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobData {
    /// The job.
    pub posting: JobPosting,
    /// Its company, where it is named.
    pub organization: Option<Organization>,
    /// A few similar jobs, most similar first.
    pub similar: Vec<SimilarCard>,
    /// Its pay beside that of similar jobs, these and further ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay: Option<PayAmong>,
    /// Those of its skills that have a landing page in its first city, each with the path of that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skill_pages: Vec<(String, Slug)>,
}

/// A similar job with its reasons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimilarCard {
    /// The job.
    pub card: JobCard,
    /// Why it is similar, strongest first.
    pub reasons: Vec<SimilarReason>,
}

/// The page of jobs similar to one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimilarJobsData {
    /// The job they are similar to.
    pub card: JobCard,
    /// The similar jobs.
    pub similar: Vec<SimilarCard>,
}

/// A company page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompanyData {
    /// The company.
    pub organization: Organization,
    /// Its open jobs, newest first.
    pub jobs: Vec<JobCard>,
}

/// Jobs on the front page.
const HOME_JOBS: usize = 6;
/// Links to each facet on the front page.
const HOME_VALUES: usize = 12;
/// Values of a facet shown without asking for more.
const FACET_VALUES_SHOWN: usize = 8;
/// Values of a facet shown when all are asked for; the rest is found by typing.
pub const FACET_VALUES_AT_MOST: usize = 200;
/// Similar jobs at the foot of a job page, and on the page of their own. These pages are more than half of a large
/// site: each further card there costs it some 450 MB for 100,000 jobs.
const SIMILAR_ON_JOB_PAGE: usize = 6;
const SIMILAR_ON_OWN_PAGE: usize = 12;

impl HomeData {
    /// The front page of a board.
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
    /// The answer to a query, as the search page shows it.
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

    /// Whether the words could not be searched yet, so that nothing but the query is right.
    pub fn lacks_words(&self) -> bool {
        self.missing.iter().any(|chunk| chunk.holds_words())
    }

    /// What `last` showed, under this query: shown while this answer lacks something.
    pub fn shown_as(self, last: &Self) -> Self {
        Self { query: self.query, chips: self.chips, missing: self.missing, ..last.clone() }
    }

    /// The shown values of one facet.
    pub fn facet(&self, facet: Facet) -> Option<&FacetList> {
        self.facets.iter().find(|list| list.facet == facet)
    }
}

impl FacetList {
    /// All values of a facet that contain `needle`, in any case; at most [`FACET_VALUES_AT_MOST`] of them. `None`
    /// while the words cannot be searched yet.
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
    /// A job page; the similar jobs come from the index.
    pub fn of(index: &Index, board: &BoardSettings, posting: JobPosting, organization: Option<Organization>) -> Self {
        match SimilarJobsData::of(index, &posting.slug) {
            Some(similar) => Self::beside(&similar, board, posting, organization),
            None => Self::alone(posting, organization),
        }
    }

    /// A job page beside the page of jobs similar to it, which has them already.
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

    /// The page of a job without similar ones, for sites where the job has no prerendered page.
    pub fn alone(posting: JobPosting, organization: Option<Organization>) -> Self {
        Self { posting, organization, similar: Vec::new(), pay: None, skill_pages: Vec::new() }
    }

    /// Who hires and posts, as the head of the page shows it.
    pub fn card(&self) -> JobCard {
        let organization = self.organization.as_ref();
        let recruiter_count = organization.and_then(|organization| organization.recruiter_count);
        let video_count = organization.and_then(|organization| organization.video_count);
        self.posting.card(recruiter_count, video_count)
    }
}

impl SimilarJobsData {
    /// The page of jobs similar to the one with this slug, if there is one.
    pub fn of(index: &Index, slug: &Slug) -> Option<Self> {
        let doc = index.doc_by_slug(slug)?;
        Some(Self { card: index.card(doc).clone(), similar: similar_cards(index, doc, SIMILAR_ON_OWN_PAGE) })
    }
}

impl CompanyData {
    /// A company with its open jobs.
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
