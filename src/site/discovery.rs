//! How a site is found: the sitemap, the rules for crawlers, and feeds of new jobs. Only open jobs with a page are in any.

use std::collections::HashMap;

use rayon::prelude::*;

use super::{
    SiteError, SiteInput,
    history::History,
    json,
    sitemap::{Listed, robots, sitemap},
    staging::Staging,
    syndication::{MOST_JOBS, Syndicated},
};
use crate::{
    domain::{Date, JobPosting, Slug},
    index::{DocId, Index},
    routes::Route,
};

/// Writes all of it; what needs the site's address is left out while that is not known.
pub(super) fn write(
    staging: &Staging,
    input: &SiteInput<'_>,
    index: &Index,
    history: &History,
) -> Result<(), SiteError> {
    let discovery = Discovery::of(input, index, history);
    let mut files = sitemap(input.board, &discovery.listed());
    files.push(robots(input.board));
    files.iter().try_for_each(|file| staging.write("sitemap", &file.name, file.text.as_bytes()))?;
    discovery.write_feed(staging, Route::Home, format!("Jobs on {}", input.board.name), index.docs().collect())?;
    input.organizations.par_iter().try_for_each(|company| {
        let title = format!("Jobs at {} on {}", company.name, input.board.name);
        discovery.write_feed(staging, Route::Company(company.slug.clone()), title, index.company_docs(&company.slug))
    })
}

struct Discovery<'a> {
    input: &'a SiteInput<'a>,
    index: &'a Index,
    /// The open jobs with a page, by slug, with the day each page last changed.
    open: HashMap<&'a Slug, Date>,
    postings: Vec<&'a JobPosting>,
}

impl<'a> Discovery<'a> {
    fn of(input: &'a SiteInput<'_>, index: &'a Index, history: &History) -> Self {
        let with_page = input.with_page().iter();
        let postings: Vec<&JobPosting> = with_page.filter(|posting| !posting.is_expired(input.now)).collect();
        let changed = |posting: &JobPosting| history.changed(&posting.slug).unwrap_or(input.now);
        let open = postings.iter().map(|posting| (&posting.slug, changed(posting))).collect();
        Self { input, index, open, postings }
    }

    /// Every page that is worth finding.
    fn listed(&self) -> Vec<Listed> {
        let newest = self.open.values().max().copied();
        let mut companies: HashMap<&Slug, Date> = HashMap::new();
        for posting in &self.postings {
            if let Some(slug) = posting.hiring_organization.slug() {
                let changed = self.open[&posting.slug];
                companies.entry(slug).and_modify(|latest| *latest = changed.max(*latest)).or_insert(changed);
            }
        }
        let lists = [Route::Home, Route::Jobs, Route::Companies].map(|route| Listed { route, changed: newest });
        let companies = self.input.organizations.iter().filter_map(|organization| {
            let changed = companies.get(&organization.slug).copied()?;
            Some(Listed { route: Route::Company(organization.slug.clone()), changed: Some(changed) })
        });
        let jobs = self.postings.iter().map(|posting| Listed {
            route: Route::Job(posting.slug.clone()),
            changed: self.open.get(&posting.slug).copied(),
        });
        lists.into_iter().chain(companies).chain(jobs).collect()
    }

    /// A page's newest jobs, in both formats.
    fn write_feed(&self, staging: &Staging, route: Route, title: String, docs: Vec<DocId>) -> Result<(), SiteError> {
        let cards = docs.into_iter().map(|doc| self.index.card(doc));
        let jobs = cards.filter_map(|card| self.open.get(&card.slug).map(|changed| (card, *changed)));
        let feed = Syndicated { board: self.input.board, title, jobs: jobs.take(MOST_JOBS).collect(), route };
        if let (Some(files), Some(atom), Some(json_feed)) = (feed.route.feed_files(), feed.atom(), feed.json()) {
            staging.write("feeds", &files.atom, atom.as_bytes())?;
            staging.write("feeds", &files.json, &json("feeds", &json_feed)?)?;
        }
        Ok(())
    }
}
