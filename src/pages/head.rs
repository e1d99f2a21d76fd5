//! Title and description of each page, for tabs, the history, and search engines.

use crate::{
    domain::{BoardSettings, JobPosting, WorkplaceType, cut_at_word},
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

/// Length in characters of a job's title before the board's name: search engines show about this much.
const TITLE_CHARACTERS: usize = 60;
/// Length in characters to which company and place are cut if a title would be longer; the job's own title gets the rest.
const NAME_CHARACTERS: usize = 20;

/// What people recognize a job by in a tab or a search result: `.NET cloud · Altimetrik · Chennai +2`.
fn job_title(posting: &JobPosting) -> String {
    let end = title_end(posting, usize::MAX);
    if posting.title.chars().count() + end.chars().count() <= TITLE_CHARACTERS {
        return posting.title.clone() + &end;
    }
    let end = title_end(posting, NAME_CHARACTERS);
    cut_at_word(&posting.title, TITLE_CHARACTERS.saturating_sub(end.chars().count() + 1)) + &end
}

/// Company and place, each of at most `longest` characters, and the number of other places.
fn title_end(posting: &JobPosting, longest: usize) -> String {
    let company = cut_at_word(posting.hiring_organization.label(), longest);
    let place = posting.job_locations.first().map(|place| {
        let narrowest = place.levels().next().map(|level| level.name);
        cut_at_word(&narrowest.unwrap_or_else(|| place.text.clone()), longest)
    });
    let is_remote = posting.workplace == Some(WorkplaceType::Remote);
    let place = place.or_else(|| is_remote.then(|| "Remote".to_owned()));
    let more = match posting.job_locations.len() {
        0 | 1 => String::new(),
        count => format!(" +{}", count - 1),
    };
    [Some(company), place].into_iter().flatten().fold(String::new(), |end, name| end + " · " + &name) + &more
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
        Self { title: format!("{} · {}", job_title(posting), board.name), description }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::fixture::posting;

    #[test]
    fn a_job_is_recognized_within_sixty_characters() {
        let long = "Senior Principal Software Development Engineer in Test for the Payments Platform";
        for (posting, expected) in [
            (
                posting(".NET cloud").in_city("Chennai").in_city("Pune").in_city("Delhi"),
                ".NET cloud · Acme · Chennai +2",
            ),
            (posting("Baker").in_city("Pune"), "Baker · Acme · Pune"),
            (
                posting("Baker").at("A very long name of a company").working(WorkplaceType::Remote),
                "Baker · A very long name of a company · Remote",
            ),
            (
                posting("Senior Engineering Manager for Payments")
                    .at("A very long name of a company")
                    .working(WorkplaceType::Remote),
                "Senior Engineering Manager… · A very long name of… · Remote",
            ),
            (posting(long).in_city("Pune"), "Senior Principal Software Development… · Acme · Pune"),
        ] {
            let title = job_title(&posting);
            assert_eq!(title, expected);
            assert!(title.chars().count() <= TITLE_CHARACTERS, "{title}");
        }
    }
}
