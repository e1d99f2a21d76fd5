//! Landing page: jobs that ask for one skill in one city, and links to related pages.

use openroles_engine::{
    index::Index,
    query::{FirstHits, PAGE_SIZE, Query},
};
use openroles_model::{
    domain::{BoardSettings, Date, JobCard, NamedPlace, Slug},
    facets::Facet,
    words::HeadWords,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Head, Page, PageContext, SharingSubject, all_jobs_crumb, keep_open, listed_jobs};
use crate::{
    routes::Route,
    structured_data::{Crumb, breadcrumbs},
};

/// Values of a landing page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LandingData {
    /// Skill and city.
    pub topic: LandingTopic,
    /// Number of open jobs.
    pub job_count: usize,
    /// The newest of them, one page of results at most.
    pub jobs: Vec<JobCard>,
    /// Pages of the same skill or the same city.
    pub related: Vec<LandingLink>,
}

/// Topic of a landing page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LandingTopic {
    /// Slug of the page, such as `react-jobs-in-pune`.
    pub slug: Slug,
    /// Canonical name of the skill.
    pub skill: String,
    /// City.
    pub city: NamedPlace,
}

/// Link to a landing page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LandingLink {
    /// Slug of the page.
    pub slug: Slug,
    /// Title of the page.
    pub title: String,
    /// Number of open jobs.
    pub count: usize,
}

impl LandingTopic {
    /// Topic of this skill and city; `None` if they give no valid slug, for example because it would be too long.
    pub fn of(skill: &str, city: &NamedPlace) -> Option<Self> {
        let skill_part = Slug::of(skill)?;
        let slug = Slug::try_from(format!("{skill_part}{}{}", Slug::JOBS_IN, city.slug)).ok()?;
        Some(Self { slug, skill: skill.to_owned(), city: city.clone() })
    }

    /// Title of the page, such as `React jobs in Pune`.
    pub fn title(&self, words: &HeadWords) -> String {
        (words.landing)(&self.skill, &self.city.name)
    }

    /// Query that finds all jobs of the page.
    pub fn query(&self) -> Query {
        Query::default().toggled(Facet::Skill, &self.skill).toggled(Facet::Location, self.city.slug.as_str())
    }
}

impl LandingData {
    /// Page of a topic with its newest jobs. The caller chooses `related` from the board's other topics.
    pub fn of(index: &Index, topic: LandingTopic, newest: &FirstHits, related: Vec<LandingLink>) -> Self {
        let jobs = newest.docs.iter().take(PAGE_SIZE).map(|doc| index.card(*doc).clone()).collect();
        Self { topic, job_count: newest.hit_count, jobs, related }
    }
}

/// Number of companies named in the description.
const COMPANIES_NAMED: usize = 3;

impl Page for LandingData {
    fn route(&self) -> Option<Route> {
        Some(Route::Landing(self.topic.slug.clone()))
    }

    fn head(&self, board: &BoardSettings) -> Head {
        let words = &board.words().head;
        let title = self.topic.title(words);
        let mut companies: Vec<&str> = Vec::new();
        for card in &self.jobs {
            if !companies.contains(&card.hiring_organization.label()) {
                companies.push(card.hiring_organization.label());
            }
        }
        let has_others = companies.len() > COMPANIES_NAMED;
        companies.truncate(COMPANIES_NAMED);
        let named = companies.join(", ");
        let companies = if has_others { (words.and_others)(&named) } else { named };
        let description = (words.landing_counted)(self.job_count, &title, &companies);
        Head { title: format!("{title} · {}", board.name), description }
    }

    fn structured_data(&self, context: &PageContext<'_>) -> Vec<Option<Value>> {
        let title = self.topic.title(&context.board.words().head);
        let page = Crumb { name: &title, route: Route::Landing(self.topic.slug.clone()) };
        let crumbs = breadcrumbs(context.board, &[all_jobs_crumb(context.board), page]);
        vec![crumbs, listed_jobs(context.board, &self.jobs)]
    }

    fn sharing_subject(&self) -> Option<SharingSubject<'_>> {
        Some(SharingSubject::Board)
    }

    fn listed_cards(&self) -> Option<&[JobCard]> {
        Some(&self.jobs)
    }

    fn remove_closed(&mut self, day: Date) {
        self.job_count = self.job_count.saturating_sub(keep_open(&mut self.jobs, day));
    }
}
