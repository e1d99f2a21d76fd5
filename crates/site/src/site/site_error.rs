//! Why a site couldn't be written: what happened, to what, and what to do.

use std::{fmt, io, path::PathBuf};

use super::HostExcess;

/// Why a site couldn't be written. The earlier site is unchanged.
#[derive(Debug)]
pub enum SiteError {
    /// The output folder holds files and isn't an openroles site.
    NotOurs {
        /// Output folder.
        path: PathBuf,
    },
    /// The output folder is `/` or ends in `..`, so no temporary folder can be made next to it.
    NoPlaceBeside {
        /// Output folder.
        path: PathBuf,
    },
    /// A file or folder couldn't be read or written.
    File {
        /// File or folder.
        path: PathBuf,
        /// Error from the operating system.
        source: io::Error,
    },
    /// Pages are wanted, but no app was given, so they would have no styles and no search.
    PagesWithoutApp,
    /// The app's folder lacks a file.
    NoApp {
        /// Missing file.
        path: PathBuf,
    },
    /// A file's path would lie outside the site.
    OutsideSite {
        /// Path relative to the site's folder.
        path: String,
    },
    /// Some feeds couldn't be read, so their jobs may have to be kept, but the old site doesn't list its jobs.
    ForgottenJobs {
        /// Folder of the old site.
        path: PathBuf,
    },
    /// Some feeds couldn't be read, so their jobs have to be kept, but the old site lacks the data of at least one.
    UnstatedJobs {
        /// Folder of the old site.
        path: PathBuf,
        /// Number of jobs to keep.
        count: usize,
    },
    /// There is no site to continue from.
    NoEarlierSite {
        /// Folder or address.
        place: PathBuf,
        /// What is missing.
        absence: Absence,
    },
    /// A file of the live site to continue from couldn't be read, or is missing or damaged.
    LiveSite {
        /// Address of the file.
        address: String,
        /// What happened.
        problem: String,
    },
    /// The host would refuse the site.
    BeyondHost(HostExcess),
    /// Data couldn't be serialized or drawn.
    Format {
        /// Part of the site, such as `index` or `picture`.
        part: &'static str,
        /// Message of the serializer or renderer.
        problem: String,
    },
}

impl fmt::Display for SiteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs { path } => write!(
                formatter,
                "{}: is neither empty nor a site built by openroles: choose another folder, or empty this one",
                path.display()
            ),
            Self::NoPlaceBeside { path } => write!(
                formatter,
                "{}: has no folder name, so it cannot be replaced: choose a folder with a name, such as `site`",
                path.display()
            ),
            Self::File { path, source } => {
                write!(formatter, "{}: {source}: check free space and permissions", path.display())
            }
            Self::NoApp { path } => write!(
                formatter,
                "{}: not found: build the app with `cargo xtask app`, and pass its folder with `--app dist`",
                path.display()
            ),
            Self::PagesWithoutApp => formatter.write_str(
                "pages need the styles and search of the browser app: build the app with `cargo xtask app` and pass \
                 `--app dist`, or pass `--pages none` to write only the index",
            ),
            Self::OutsideSite { path } => {
                write!(formatter, "`{path}` would be outside the site: please report this as a bug, with the feed")
            }
            Self::ForgottenJobs { path } => write!(
                formatter,
                "{}: does not record which of its jobs came from the feeds that could not be read, so nothing was \
                 written: fix those feeds, or leave them out to remove their jobs",
                path.display()
            ),
            Self::UnstatedJobs { path, count } => write!(
                formatter,
                "{}: has no pages from which to keep the {count} jobs of feeds that could not be read, so nothing was \
                 written: fix those feeds, or leave them out to remove their jobs",
                path.display()
            ),
            Self::NoEarlierSite { place, absence } => write!(
                formatter,
                "{}: {absence}, so nothing was written: check `--earlier`, or pass --earlier-optional for a board's first \
                 build",
                place.display()
            ),
            Self::LiveSite { address, problem } => write!(
                formatter,
                "{address}: cannot be read ({problem}), so nothing was written: try again, or leave out `--earlier` to \
                 start over without closed jobs and dates"
            ),
            Self::BeyondHost(excess) => excess.fmt(formatter),
            Self::Format { part, problem } => {
                write!(
                    formatter,
                    "the {part} cannot be written ({problem}): please report this as a bug, with the feed"
                )
            }
        }
    }
}

impl std::error::Error for SiteError {}

/// What is missing where an earlier site should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The folder or host has no `history.json`.
    History,
    /// The host's name doesn't exist.
    Host,
}

impl fmt::Display for Absence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::History => "has no `history.json` to continue from",
            Self::Host => "has a host name that does not exist",
        })
    }
}
