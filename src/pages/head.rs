//! Title and description of each page, for tabs, the history, and search engines.

use crate::{
    domain::BoardSettings,
    routes::Route,
    store::{CompanyData, HomeData, JobData, LandingData, PageData, SimilarJobsData},
    structured_data::escaped,
};

/// A page's title and one-sentence description, as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Text of the `title` element.
    pub title: String,
    /// Text of the description, at most about 160 characters.
    pub description: String,
}

/// Length in characters beyond which search engines truncate descriptions.
const DESCRIPTION_CHARACTERS: usize = 155;

/// Number of companies named in the description of a landing page.
const COMPANIES_NAMED: usize = 3;

/// `link` element with the canonical URL of a page; empty if the site's address isn't set.
pub fn canonical_link(route: &Route, board: &BoardSettings) -> String {
    let link = |url: String| format!("<link rel=\"canonical\" href=\"{}\" data-page>", escaped(&url));
    route.url(board).map(link).unwrap_or_default()
}

impl Head {
    /// Title and description of any page.
    pub fn of(page: &PageData, board: &BoardSettings) -> Self {
        match page {
            PageData::Home(data) => Self::home(data, board),
            PageData::Jobs(_) => Self::jobs(board),
            PageData::Job(data) => Self::job(data, board),
            PageData::SimilarJobs(data) => Self::similar_jobs(data, board),
            PageData::Companies(_) => Self::companies(board),
            PageData::Company(data) => Self::company(data, board),
            PageData::Landing(data) => Self::landing(data, board),
            PageData::NotFound => Self::not_found(board),
        }
    }

    /// `meta` element with the description.
    pub fn description_tag(&self) -> String {
        format!("<meta name=\"description\" content=\"{}\" data-page>", escaped(&self.description))
    }

    pub(super) fn home(data: &HomeData, board: &BoardSettings) -> Self {
        let title =
            if board.tagline.is_empty() { board.name.clone() } else { format!("{} · {}", board.name, board.tagline) };
        Self {
            title,
            description: format!(
                "{} open jobs on {}, searchable on your device without an account",
                data.job_count, board.name
            ),
        }
    }

    pub(super) fn jobs(board: &BoardSettings) -> Self {
        let description =
            format!("All open jobs on {}: search by skill, place, pay, experience and company", board.name);
        Self { title: format!("Jobs · {}", board.name), description }
    }

    pub(super) fn job(data: &JobData, board: &BoardSettings) -> Self {
        let posting = &data.posting;
        let company = posting.hiring_organization.label();
        let places: Vec<_> = posting.job_locations.iter().map(|place| place.text.as_str()).collect();
        let place = if places.is_empty() { String::new() } else { format!(", {}", places.join(", ")) };
        let text = posting.description.excerpt(DESCRIPTION_CHARACTERS);
        let description = if text.is_empty() { format!("{} at {company}{place}", posting.title) } else { text };
        Self { title: format!("{} at {company}{place} · {}", posting.title, board.name), description }
    }

    pub(super) fn similar_jobs(data: &SimilarJobsData, board: &BoardSettings) -> Self {
        let title = format!("Jobs similar to {} · {}", data.card.title, board.name);
        let description =
            format!("{} jobs similar to {}, each with the reasons why", data.similar.len(), data.card.title);
        Self { title, description }
    }

    pub(super) fn companies(board: &BoardSettings) -> Self {
        let description = format!("Every company with an open job on {}", board.name);
        Self { title: format!("Companies · {}", board.name), description }
    }

    pub(super) fn company(data: &CompanyData, board: &BoardSettings) -> Self {
        let name = &data.organization.name;
        let about = data.organization.about.excerpt(DESCRIPTION_CHARACTERS);
        let description = if about.is_empty() { format!("{} open jobs at {name}", data.jobs.len()) } else { about };
        Self { title: format!("Jobs at {name} · {}", board.name), description }
    }

    pub(super) fn landing(data: &LandingData, board: &BoardSettings) -> Self {
        let title = data.topic.title();
        let mut companies: Vec<&str> = Vec::new();
        for card in &data.jobs {
            if !companies.contains(&card.hiring_organization.label()) {
                companies.push(card.hiring_organization.label());
            }
        }
        let others = if companies.len() > COMPANIES_NAMED { " and others" } else { "" };
        companies.truncate(COMPANIES_NAMED);
        let description = format!("{} {title}, at {}{others}", data.job_count, companies.join(", "));
        Self { title: format!("{title} · {}", board.name), description }
    }

    pub(super) fn not_found(board: &BoardSettings) -> Self {
        let description = "There is nothing at this address".to_owned();
        Self { title: format!("Not found · {}", board.name), description }
    }
}
