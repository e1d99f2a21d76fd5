//! Values of a landing page: jobs that ask for one skill in one city, and links to related pages.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{JobCard, NamedPlace, Slug},
    facets::Facet,
    index::Index,
    query::{FirstHits, PAGE_SIZE, Query},
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
    pub fn title(&self) -> String {
        format!("{} jobs in {}", self.skill, self.city.name)
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
