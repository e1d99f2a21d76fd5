//! Page of a job: everything it states, its company, and similar jobs.

use openroles_engine::index::Index;
use openroles_model::{
    domain::{BoardSettings, Date, JobCard, JobPosting, Organization, Slug, WorkplaceType, cut_at_word},
    findings::judge,
    words::ValueWords,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    ChangedOn, DESCRIPTION_CHARACTERS, Head, Page, PageContext, PayAmong, SharingSubject, SimilarCard, SimilarJobsData,
    SimilarLink, TimeOnBoard, all_jobs_crumb, closes_after, is_open, job_crumb,
};
use crate::{
    routes::Route,
    structured_data::{breadcrumbs, job_posting},
};

/// Values of a job's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobData {
    /// The job.
    pub posting: JobPosting,
    /// Hiring company, if it has a page.
    pub organization: Option<Organization>,
    /// A few similar jobs, most similar first.
    pub similar: Vec<SimilarCard>,
    /// Further similar jobs, for the page that lists more of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more_similar: Vec<SimilarLink>,
    /// The job's pay compared with that of similar jobs, including some that aren't in `similar`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay: Option<PayAmong>,
    /// Skills that have a landing page in the job's first city, each with the slug of that page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skill_pages: Vec<(String, Slug)>,
    /// How long the job has been on the board, if that adds to its posting date. Without a build, nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_board: Option<TimeOnBoard>,
}

/// Number of similar jobs on a job's page. These pages are more than half of a large site: each further card adds
/// about 450 MB for 100,000 jobs.
const SIMILAR_ON_JOB_PAGE: usize = 6;

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
        let (shown, more) = similar.similar.split_at(similar.similar.len().min(SIMILAR_ON_JOB_PAGE));
        let link = |more: &SimilarCard| SimilarLink { slug: more.card.slug.clone(), reasons: more.reasons.clone() };
        let more_similar = more.iter().map(link).collect();
        Self { similar: shown.to_vec(), more_similar, pay, ..Self::alone(posting, organization) }
    }

    /// A job's page without similar jobs, for jobs that have no prerendered page.
    pub fn alone(posting: JobPosting, organization: Option<Organization>) -> Self {
        let (similar, more_similar, skill_pages) = Default::default();
        Self { posting, organization, similar, more_similar, pay: None, skill_pages, on_board: None }
    }

    /// The job as a card, with the company's numbers of recruiters and videos.
    pub fn card(&self) -> JobCard {
        let organization = self.organization.as_ref();
        let recruiter_count = organization.and_then(|organization| organization.recruiter_count);
        let video_count = organization.and_then(|organization| organization.video_count);
        self.posting.card(recruiter_count, video_count)
    }
}

impl Page for JobData {
    fn route(&self) -> Option<Route> {
        Some(Route::Job(self.posting.slug.clone()))
    }

    fn head(&self, board: &BoardSettings) -> Head {
        let posting = &self.posting;
        let company = posting.hiring_organization.label();
        let places: Vec<_> = posting.job_locations.iter().map(|place| place.text.as_str()).collect();
        let place = if places.is_empty() { String::new() } else { format!(", {}", places.join(", ")) };
        let text = posting.description.excerpt(DESCRIPTION_CHARACTERS);
        let words = board.words();
        let description = if text.is_empty() { (words.head.job)(&posting.title, company, &place) } else { text };
        Head { title: format!("{} · {}", job_title(posting, words.values), board.name), description }
    }

    /// Leaves out a posting that job listings would refuse: see `findings::judge`.
    fn structured_data(&self, context: &PageContext<'_>) -> Vec<Option<Value>> {
        let (posting, organization) = (&self.posting, self.organization.as_ref());
        let is_accepted = judge(posting, organization, context.now).is_listed();
        let crumbs = [all_jobs_crumb(context.board), job_crumb(&posting.title, &posting.slug)];
        vec![is_accepted.then(|| job_posting(posting, organization)), breadcrumbs(context.board, &crumbs)]
    }

    fn sharing_subject(&self) -> Option<SharingSubject<'_>> {
        Some(SharingSubject::Job(Box::new(self.card())))
    }

    /// Closed jobs aren't listed.
    fn is_listed(&self, now: Date) -> bool {
        !self.posting.is_expired(now)
    }

    fn changed_on(&self) -> ChangedOn<'_> {
        ChangedOn::Posting(&self.posting)
    }

    fn first_closing(&self) -> Option<Date> {
        let similar = self.similar.iter().filter_map(|similar| closes_after(&similar.card));
        similar.chain(self.posting.valid_through).min()
    }

    fn remove_closed(&mut self, day: Date) {
        self.similar.retain(|similar| is_open(&similar.card, day));
    }
}

/// Length in characters of a job's title before the board's name: search engines show about this much.
const TITLE_CHARACTERS: usize = 60;
/// Length in characters to which company and place are cut if a title would be longer; the job's own title gets the rest.
const NAME_CHARACTERS: usize = 20;

/// What people recognize a job by in a tab or a search result: `.NET cloud · Altimetrik · Chennai +2`.
fn job_title(posting: &JobPosting, words: &ValueWords) -> String {
    let end = title_end(posting, words, usize::MAX);
    if posting.title.chars().count() + end.chars().count() <= TITLE_CHARACTERS {
        return posting.title.clone() + &end;
    }
    let end = title_end(posting, words, NAME_CHARACTERS);
    cut_at_word(&posting.title, TITLE_CHARACTERS.saturating_sub(end.chars().count() + 1)) + &end
}

/// Company and place, each of at most `longest` characters, and the number of other places.
fn title_end(posting: &JobPosting, words: &ValueWords, longest: usize) -> String {
    let company = cut_at_word(posting.hiring_organization.label(), longest);
    let place = posting.job_locations.first().map(|place| {
        let narrowest = place.levels().next().map(|level| level.name);
        cut_at_word(&narrowest.unwrap_or_else(|| place.text.clone()), longest)
    });
    let remote = posting.workplace.filter(|workplace| *workplace == WorkplaceType::Remote);
    let place = place.or_else(|| remote.map(|remote| remote.label(words).to_owned()));
    let more = match posting.job_locations.len() {
        0 | 1 => String::new(),
        count => format!(" +{}", count - 1),
    };
    [Some(company), place].into_iter().flatten().fold(String::new(), |end, name| end + " · " + &name) + &more
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_engine::index::fixture::posting;
    use openroles_model::words::ENGLISH;

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
            let title = job_title(&posting, ENGLISH.values);
            assert_eq!(title, expected);
            assert!(title.chars().count() <= TITLE_CHARACTERS, "{title}");
        }
    }
}
