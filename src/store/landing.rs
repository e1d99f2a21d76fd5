//! What a landing page shows: the jobs that want one skill in one city, and pages like it.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{JobCard, NamedPlace, Slug},
    facets::Facet,
    index::Index,
    query::{FirstHits, PAGE_SIZE, Query},
};

/// The page of a skill in a city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LandingData {
    /// What it is about.
    pub topic: LandingTopic,
    /// Open jobs there are.
    pub job_count: usize,
    /// The newest of them.
    pub jobs: Vec<JobCard>,
    /// Pages of the same skill or the same city.
    pub related: Vec<LandingLink>,
}

/// A skill in a city.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LandingTopic {
    /// The page's path: `react-jobs-in-pune`.
    pub slug: Slug,
    /// The skill by its canonical name.
    pub skill: String,
    /// The city.
    pub city: NamedPlace,
}

/// The way to a landing page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LandingLink {
    /// Its path.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Open jobs it is about.
    pub count: usize,
}

impl LandingTopic {
    /// The topic; `None` where its path would be too long to be told from others.
    pub fn of(skill: &str, city: &NamedPlace) -> Option<Self> {
        let skill_part = Slug::of(skill)?;
        let slug = Slug::try_from(format!("{skill_part}{}{}", Slug::JOBS_IN, city.slug)).ok()?;
        Some(Self { slug, skill: skill.to_owned(), city: city.clone() })
    }

    /// What the page is called: `React jobs in Pune`.
    pub fn title(&self) -> String {
        format!("{} jobs in {}", self.skill, self.city.name)
    }

    /// The search for all jobs of the page.
    pub fn query(&self) -> Query {
        Query::default().toggled(Facet::Skill, &self.skill).toggled(Facet::Location, self.city.slug.as_str())
    }
}

impl LandingData {
    /// The page of a topic with its newest jobs; `related` comes from the board's other topics.
    pub fn of(index: &Index, topic: LandingTopic, newest: &FirstHits, related: Vec<LandingLink>) -> Self {
        let jobs = newest.docs.iter().take(PAGE_SIZE).map(|doc| index.card(*doc).clone()).collect();
        Self { topic, job_count: newest.hit_count, jobs, related }
    }
}
