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
    /// A page of the list of all jobs, from 2, for visitors without JavaScript.
    JobsPage(u32),
    /// One job, by slug.
    Job(Slug),
    /// Jobs similar to the one with this slug.
    SimilarJobs(Slug),
    /// The list of all companies.
    Companies,
    /// One company and its jobs, by slug.
    Company(Slug),
    /// The jobs that ask for a skill in a city: `react-jobs-in-pune`.
    Landing(Slug),
    /// The page for unknown paths.
    NotFound,
}

/// A page's newest jobs as feeds, in both common formats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedFiles {
    /// Path or URL of the Atom 1.0 feed.
    pub atom: String,
    /// Path or URL of the JSON Feed 1.1.
    pub json: String,
}

impl Route {
    /// The path below the base path, without a leading slash: `jobs/rust-engineer/`.
    pub fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Jobs => "jobs/".to_owned(),
            Self::JobsPage(number) => format!("jobs/page/{number}/"),
            Self::Job(slug) => format!("jobs/{slug}/"),
            Self::SimilarJobs(slug) => format!("jobs/{slug}/similar/"),
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

    /// Whether the app shows the page from the values in its file; lists of all jobs come from the index instead.
    pub fn has_page_data(&self) -> bool {
        match self {
            Self::Jobs | Self::JobsPage(_) | Self::NotFound => false,
            Self::Home
            | Self::Job(_)
            | Self::SimilarJobs(_)
            | Self::Companies
            | Self::Company(_)
            | Self::Landing(_) => true,
        }
    }

    /// The file next to the page with only its values, for the widget and the next build.
    pub fn data_file(&self) -> Option<String> {
        self.has_page_data().then(|| format!("{}index.json", self.path()))
    }

    /// The link to the page, on a board under `base_path`.
    pub fn href(&self, base_path: &str) -> String {
        format!("{base_path}{}", self.path())
    }

    /// The page's absolute URL; `None` if the board has no `site_url`.
    pub fn url(&self, board: &BoardSettings) -> Option<String> {
        let origin = board.site_url.as_ref()?.as_str().trim_end_matches('/');
        Some(format!("{origin}{}", self.href(&board.base_path)))
    }

    /// The files next to the page with its newest jobs, for feed readers; `None` for pages without a feed of their own.
    pub fn feed_files(&self) -> Option<FeedFiles> {
        match self {
            Self::Home | Self::Company(_) | Self::Landing(_) => {
                let folder = self.path();
                Some(FeedFiles { atom: format!("{folder}feed.xml"), json: format!("{folder}feed.json") })
            }
            Self::Jobs | Self::JobsPage(_) | Self::Job(_) | Self::SimilarJobs(_) | Self::Companies | Self::NotFound => {
                None
            }
        }
    }

    /// The absolute URLs of those files; `None` if the board has no `site_url`.
    pub fn feed_urls(&self, board: &BoardSettings) -> Option<FeedFiles> {
        let files = self.feed_files()?;
        let root = Self::Home.url(board)?;
        Some(FeedFiles { atom: format!("{root}{}", files.atom), json: format!("{root}{}", files.json) })
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
            ["jobs", slug, "similar"] => with_slug(slug, Self::SimilarJobs),
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
        Ok(number @ 2..) => Route::JobsPage(number),
        Ok(0 | 1) | Err(_) => Route::NotFound,
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
            Route::SimilarJobs(slug.clone()),
            Route::Companies,
            Route::Company(slug),
            Route::Landing(Slug::of("React jobs in Pune").expect("ascii")),
        ] {
            assert_eq!(Route::parse(&route.path()), route);
            assert_eq!(Route::parse(&route.file()), route);
            assert!(route.href("/board/").starts_with("/board/"));
        }
    }

    #[test]
    fn a_path_that_names_nothing_is_not_found() {
        for path in [
            "nope",
            "jobs-in-pune",
            "react-jobs-in",
            "jobs/page/1",
            "jobs/../x",
            "jobs/A B",
            "jobs/a/b/c",
            "companies/a/b",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }
}
