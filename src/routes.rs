//! Every path of a site, defined once: the pattern, the link, the file.
//!
//! Links are absolute paths under the board's base path with a trailing slash, so that they work on a plain file host
//! and in the app.

use openroles_model::domain::{BoardSettings, Slug};

/// A page of the site, with the parameters in its path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// The home page, at the base path.
    Home,
    /// All jobs, with search and filters.
    Jobs,
    /// A page of the list of all jobs, from 1, for crawlers and visitors without JavaScript.
    JobsPage(u32),
    /// One job, by slug.
    Job(Slug),
    /// Jobs similar to the one with this slug; without one, the page's file, which has no jobs.
    SimilarJobs(Option<Slug>),
    /// The list of all companies.
    Companies,
    /// One company and its jobs, by slug.
    Company(Slug),
    /// The jobs that ask for a skill in a city: `react-jobs-in-pune`.
    Landing(Slug),
    /// The page for unknown paths.
    NotFound,
}

/// A page's newest jobs as feeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedFiles {
    /// Path or URL of the Atom 1.0 feed.
    pub atom: String,
    /// Path or URL of the JSON Feed 1.1, if there is one.
    pub json: Option<String>,
}

/// Parameter of [`Route::SimilarJobs`] with the job's slug.
pub const JOB_PARAMETER: &str = "job";

impl Route {
    /// The path below the base path, without a leading slash: `jobs/rust-engineer/`.
    pub fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Jobs => "jobs/".to_owned(),
            Self::JobsPage(number) => format!("jobs/page/{number}/"),
            Self::Job(slug) => format!("jobs/{slug}/"),
            Self::SimilarJobs(_) => "similar/".to_owned(),
            Self::Companies => "companies/".to_owned(),
            Self::Company(slug) => format!("companies/{slug}/"),
            Self::Landing(slug) => format!("{slug}/"),
            Self::NotFound => "404.html".to_owned(),
        }
    }

    /// The page's file, relative to the site's folder: `jobs/index.html`.
    pub fn file(&self) -> String {
        match self {
            Self::NotFound => self.path(),
            _ => format!("{}index.html", self.path()),
        }
    }

    /// Whether the app shows the page from values in a page's file; the search page comes from the index instead.
    pub fn has_page_data(&self) -> bool {
        match self {
            Self::Jobs | Self::NotFound => false,
            Self::Home
            | Self::JobsPage(_)
            | Self::Job(_)
            | Self::SimilarJobs(_)
            | Self::Companies
            | Self::Company(_)
            | Self::Landing(_) => true,
        }
    }

    /// The link to the page, on a board under `base_path`.
    pub fn href(&self, base_path: &str) -> String {
        let query = match self {
            Self::SimilarJobs(Some(slug)) => format!("?{JOB_PARAMETER}={slug}"),
            _ => String::new(),
        };
        format!("{base_path}{}{query}", self.path())
    }

    /// The page's absolute URL; `None` if the board has no `site_url`.
    pub fn url(&self, board: &BoardSettings) -> Option<String> {
        let origin = board.site_url.as_ref()?.as_str().trim_end_matches('/');
        Some(format!("{origin}{}", self.href(&board.base_path)))
    }

    /// The files next to the page with its newest jobs, for feed readers; `None` for pages without a feed of their own.
    pub fn feed_files(&self, board: &BoardSettings) -> Option<FeedFiles> {
        let folder = self.path();
        let has_json = match self {
            Self::Home => true,
            Self::Company(_) | Self::Landing(_) => board.json_feeds,
            Self::Jobs | Self::JobsPage(_) | Self::Job(_) | Self::SimilarJobs(_) | Self::Companies | Self::NotFound => {
                return None;
            }
        };
        let json = has_json.then(|| format!("{folder}feed.json"));
        Some(FeedFiles { atom: format!("{folder}feed.xml"), json })
    }

    /// The absolute URLs of those files; `None` if the board has no `site_url`.
    pub fn feed_urls(&self, board: &BoardSettings) -> Option<FeedFiles> {
        let files = self.feed_files(board)?;
        let root = Self::Home.url(board)?;
        let url = |file: String| format!("{root}{file}");
        Some(FeedFiles { atom: url(files.atom), json: files.json.map(url) })
    }

    /// The page at `path`, relative to the base path and without query and fragment.
    pub fn parse(path: &str) -> Self {
        let segments: Vec<&str> =
            path.split('/').filter(|segment| !segment.is_empty() && *segment != "index.html").collect();
        match segments[..] {
            [] => Self::Home,
            ["jobs"] => Self::Jobs,
            ["jobs", slug] => with_slug(slug, Self::Job),
            ["jobs", "page", number] => list_page(number),
            ["similar"] => Self::SimilarJobs(None),
            ["companies"] => Self::Companies,
            ["companies", slug] => with_slug(slug, Self::Company),
            [slug] => match with_slug(slug, Self::Landing) {
                Self::Landing(slug) if slug.is_landing() => Self::Landing(slug),
                _ => Self::NotFound,
            },
            _ => Self::NotFound,
        }
    }
}

fn list_page(number: &str) -> Route {
    match number.parse() {
        Ok(number @ 1..) => Route::JobsPage(number),
        Ok(0) | Err(_) => Route::NotFound,
    }
}

fn with_slug(segment: &str, route: impl FnOnce(Slug) -> Route) -> Route {
    match Slug::try_from(segment.to_owned()) {
        Ok(slug) => route(slug),
        Err(_not_a_slug) => Route::NotFound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_again_by_its_own_path() {
        let slug = Slug::of("Rust engineer").expect("ascii");
        for route in [
            Route::Home,
            Route::Jobs,
            Route::JobsPage(2),
            Route::Job(slug.clone()),
            Route::SimilarJobs(None),
            Route::Companies,
            Route::Company(slug),
            Route::Landing(Slug::of("React jobs in Pune").expect("ascii")),
        ] {
            assert_eq!(Route::parse(&route.path()), route);
            assert_eq!(Route::parse(&route.file()), route);
            assert!(route.href("/board/").starts_with("/board/"));
        }
        let similar = Route::SimilarJobs(Some(Slug::of("Rust engineer").expect("ascii")));
        assert_eq!(similar.href("/board/"), "/board/similar/?job=rust-engineer");
    }

    #[test]
    fn a_path_that_names_nothing_is_not_found() {
        for path in [
            "nope",
            "jobs-in-pune",
            "react-jobs-in",
            "jobs/page/0",
            "jobs/../x",
            "jobs/A B",
            "jobs/a/b/c",
            "companies/a/b",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }
}
