//! Why a command could not run: the file, the evidence, and the remedy.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use openroles_feeds::{config::ConfigError, feed::FeedError};
use openroles_model::domain::Date;
use openroles_site::site::SiteError;

/// A failure that ends a command with exit code 2.
#[derive(Debug)]
pub(super) enum CliError {
    /// A file or folder could not be read.
    Read { path: PathBuf, source: io::Error },
    /// A file or folder could not be written.
    Write { path: PathBuf, source: io::Error },
    /// A feed unpacks to more bytes than the limit.
    TooLarge { path: PathBuf, bytes_at_most: u64 },
    /// A feed could not be fetched, and there is no cached copy.
    Fetch { address: PathBuf, problem: String },
    /// A folder that was given as a feed contains none.
    NoFeedInFolder { path: PathBuf },
    /// A feed could not be read.
    Feed { path: PathBuf, problem: FeedError },
    /// Every record was rejected; each was reported before.
    NothingToShow { rejection_count: usize },
    /// The site would have no open job.
    NoOpenJob { jobs: usize, now: Date },
    /// The config file can't be parsed, or has an invalid value.
    Config { path: PathBuf, problem: String },
    /// A setting on the command line has an invalid value.
    Setting(ConfigError),
    /// The folder is not a built site, or was built by another version.
    NotASite { path: PathBuf, problem: String },
    /// No job has this identifier or slug.
    NoSuchJob { job: String, path: PathBuf },
    /// A refinement on the command line is invalid.
    Refinement { text: String, problem: String },
    /// The port can't be used.
    Port { port: u16, problem: String },
    /// The clock shows a year outside the calendar.
    Clock,
    /// The site could not be written.
    Site(SiteError),
}

impl fmt::Display for CliError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read { path, source } => {
                write!(formatter, "{}: cannot be read ({source}): check the path and its permissions", path.display())
            }
            Self::Write { path, source } => {
                write!(formatter, "{}: cannot be written ({source}): check free space and permissions", path.display())
            }
            Self::TooLarge { path, bytes_at_most } => {
                let gigabytes = bytes_at_most >> 30;
                write!(formatter, "{}: unpacks to more than {gigabytes} GB: split the feed", path.display())
            }
            Self::Fetch { address, problem } => write!(
                formatter,
                "{}: could not be fetched ({problem}): check the address and the network",
                address.display()
            ),
            Self::NoFeedInFolder { path } => write!(
                formatter,
                "{}: contains no feeds: choose a file, or a folder with files such as .json, .csv, .xml, or .html",
                path.display()
            ),
            Self::Feed { path, problem } => write!(formatter, "{}: {problem}", path.display()),
            Self::NothingToShow { rejection_count } => write!(
                formatter,
                "all {rejection_count} records were rejected, so nothing was written: fix the problems listed above"
            ),
            Self::NoOpenJob { jobs: 0, now: _ } => write!(
                formatter,
                "the feeds contain no jobs, so nothing was written: check the feeds, or pass --allow-empty to build \
                 an empty board"
            ),
            Self::NoOpenJob { jobs, now } => write!(
                formatter,
                "none of the {jobs} jobs is open on {now}, so nothing was written: check `validThrough` in the feeds, \
                 or pass --allow-empty to build a board without open jobs"
            ),
            Self::Config { path, problem } => write!(formatter, "{}: {}", path.display(), problem.trim_end()),
            Self::Setting(problem) => problem.fmt(formatter),
            Self::NotASite { path, problem } => {
                write!(formatter, "{}: {problem}: give the folder that `openroles build --out` wrote", path.display())
            }
            Self::NoSuchJob { job, path } => write!(
                formatter,
                "no job in {} is called `{job}`: give its identifier in the feed, or the last part of its page's \
                 address",
                path.display()
            ),
            Self::Refinement { text, problem } => write!(formatter, "`{text}`: {problem}"),
            Self::Port { port, problem } => {
                write!(formatter, "port {port} cannot be used ({problem}): choose another with --port")
            }
            Self::Clock => write!(formatter, "this machine's clock is wrong: give the day with --now"),
            Self::Site(error) => error.fmt(formatter),
        }
    }
}

impl CliError {
    /// The file or folder that the failure is about.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Read { path, .. }
            | Self::Write { path, .. }
            | Self::Fetch { address: path, .. }
            | Self::TooLarge { path, .. }
            | Self::NoFeedInFolder { path }
            | Self::Feed { path, .. }
            | Self::Config { path, .. }
            | Self::NotASite { path, .. }
            | Self::NoSuchJob { path, .. } => Some(path),
            Self::NothingToShow { .. }
            | Self::NoOpenJob { .. }
            | Self::Setting(_)
            | Self::Refinement { .. }
            | Self::Port { .. }
            | Self::Clock
            | Self::Site(_) => None,
        }
    }
}

impl From<SiteError> for CliError {
    fn from(error: SiteError) -> Self {
        Self::Site(error)
    }
}

impl From<ConfigError> for CliError {
    fn from(error: ConfigError) -> Self {
        Self::Setting(error)
    }
}
