//! Every path of a site, once: the pattern, the link, the file.
//!
//! Links are absolute paths under the board's base path, with a trailing slash, so that the same link works on a
//! plain file host and in the app.

use crate::domain::{BoardSettings, Slug};

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// The front page.
    Home,
    /// All jobs, with search.
    Jobs,
    /// A page of all jobs, from 2, for those who browse without script.
    JobsPage(u32),
    /// One job.
    Job(Slug),
    /// Jobs similar to one.
    SimilarJobs(Slug),
    /// All companies.
    Companies,
    /// One company.
    Company(Slug),
    /// The jobs that want a skill in a city: `react-jobs-in-pune`.
    Landing(Slug),
    /// The page for a path that names nothing.
    NotFound,
}

/// A page's newest jobs in the two formats that readers of feeds know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedFiles {
    /// Atom 1.0.
    pub atom: String,
    /// JSON Feed 1.1.
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

    /// The file that holds the page, below the site's folder.
    pub fn file(&self) -> String {
        match self {
            Self::NotFound => self.path(),
            _ => format!("{}index.html", self.path()),
        }
    }

    /// Whether the app shows the page from the values in its file; pages of jobs are answered by the index.
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

    /// The file next to the page that holds its values alone: for the widget, and for the next build.
    pub fn data_file(&self) -> Option<String> {
        self.has_page_data().then(|| format!("{}index.json", self.path()))
    }

    /// The link to the page on a board that lives under `base_path`.
    pub fn href(&self, base_path: &str) -> String {
        format!("{base_path}{}", self.path())
    }

    /// The page's whole address; `None` while the board does not know where it lives.
    pub fn url(&self, board: &BoardSettings) -> Option<String> {
        let origin = board.site_url.as_ref()?.as_str().trim_end_matches('/');
        Some(format!("{origin}{}", self.href(&board.base_path)))
    }

    /// The files beside the page with its newest jobs, for readers of feeds; pages without new jobs of their own have none.
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

    /// The whole addresses of those files; `None` while the board does not know where it lives.
    pub fn feed_urls(&self, board: &BoardSettings) -> Option<FeedFiles> {
        let files = self.feed_files()?;
        let root = Self::Home.url(board)?;
        Some(FeedFiles { atom: format!("{root}{}", files.atom), json: format!("{root}{}", files.json) })
    }

    /// The page that `path`, taken below the base path, names; query and fragment are not part of it.
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
