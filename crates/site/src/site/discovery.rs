//! Files that help others find the site: the sitemap, `robots.txt`, and feeds of new jobs.
//!
//! All of them list only open jobs that have a page.

use std::collections::{HashMap, HashSet};

use openroles_app::routes::Route;
use openroles_engine::index::{DocId, Index};
use openroles_model::domain::{Date, JobCard, JobPosting, Slug};
use rayon::prelude::*;

use super::{
    SiteError, SiteInput,
    history::History,
    json,
    landings::Landings,
    plan::Plan,
    sitemap::{SitemapEntry, robots, sitemap},
    staging::Staging,
    syndication::{MOST_JOBS, Syndicated},
};

/// Writes the sitemap, `robots.txt`, and the feeds. Files that need absolute URLs are left out if `site_url` isn't
/// set.
pub(super) fn write(staging: &Staging, plan: &Plan<'_>) -> Result<(), SiteError> {
    let Plan { input, index, landings, history, .. } = plan;
    let open = OpenJobs::of(input, history);
    let mut files = sitemap(input.board, &open.listed(landings, history));
    files.push(robots(input.board));
    files.iter().try_for_each(|file| staging.write("sitemap", &file.name, file.text.as_bytes()))?;
    let (words, name) = (&input.board.words().head, &input.board.name);
    let write_feed = |route: Route, title: String, docs: Vec<DocId>| {
        let jobs = open.with_changes(index, docs).take(MOST_JOBS).collect();
        write_feed(staging, &Syndicated { board: input.board, title, jobs, route })
    };
    write_feed(Route::Home, (words.feed_of)(name), index.docs().collect())?;
    landings.topics().par_bridge().try_for_each(|(topic, newest)| {
        let title = (words.on_board)(&topic.title(words), name);
        write_feed(Route::Landing(topic.slug.clone()), title, newest.docs.clone())
    })?;
    input.organizations.par_iter().try_for_each(|company| {
        let title = (words.on_board)(&(words.company)(&company.name), name);
        write_feed(Route::Company(company.slug.clone()), title, index.company_docs(&company.slug))
    })
}

/// Writes a page's newest jobs as Atom and, where the page has one, as JSON Feed.
fn write_feed(staging: &Staging, feed: &Syndicated<'_>) -> Result<(), SiteError> {
    let Some(files) = feed.route.feed_files(feed.board) else { return Ok(()) };
    let Some(atom) = feed.atom() else { return Ok(()) };
    staging.write("feeds", &files.atom, atom.as_bytes())?;
    match files.json.zip(feed.json()) {
        Some((file, json_feed)) => staging.write("feeds", &file, &json("feeds", &json_feed)?),
        None => Ok(()),
    }
}

/// Open jobs that have a page, with the day on which each page last changed.
struct OpenJobs<'a> {
    input: &'a SiteInput<'a>,
    changed: HashMap<&'a Slug, Date>,
    postings: Vec<&'a JobPosting>,
}

impl<'a> OpenJobs<'a> {
    fn of(input: &'a SiteInput<'a>, history: &History) -> Self {
        let with_page = input.with_page().iter();
        let postings: Vec<&JobPosting> = with_page.filter(|posting| !posting.is_expired(input.now)).collect();
        let changed = |posting: &JobPosting| history.changed(&posting.id).unwrap_or(input.now);
        let changed = postings.iter().map(|posting| (&posting.slug, changed(posting))).collect();
        Self { input, changed, postings }
    }

    /// Cards of those `docs` that are open and have a page, each with the day its page last changed.
    fn with_changes<'b>(&'b self, index: &'b Index, docs: Vec<DocId>) -> impl Iterator<Item = (&'b JobCard, Date)> {
        let cards = docs.into_iter().map(|doc| index.card(doc));
        cards.filter_map(|card| self.changed.get(&card.slug).map(|changed| (card, *changed)))
    }

    /// Pages to list in the sitemap.
    fn listed(&self, landings: &Landings, history: &History) -> Vec<SitemapEntry> {
        let of_board = history.list_changed(&Route::Home);
        let lists = [Route::Home, Route::Jobs, Route::Companies].map(|route| SitemapEntry { route, changed: of_board });
        let hiring: HashSet<&Slug> =
            self.postings.iter().filter_map(|posting| posting.hiring_organization.slug()).collect();
        let companies = self.input.organizations.iter().map(|organization| &organization.slug);
        let companies = companies.filter(|slug| hiring.contains(slug)).cloned().map(Route::Company);
        let landings = landings.topics().map(|(topic, _)| Route::Landing(topic.slug.clone()));
        let of_some =
            landings.chain(companies).map(|route| SitemapEntry { changed: history.list_changed(&route), route });
        let jobs = self.postings.iter().map(|posting| SitemapEntry {
            route: Route::Job(posting.slug.clone()),
            changed: self.changed.get(&posting.slug).copied(),
        });
        lists.into_iter().chain(of_some).chain(jobs).collect()
    }
}
