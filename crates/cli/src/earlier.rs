//! `--earlier`: which site a build continues from, and what it reports about that.

use std::{
    fmt, fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use openroles_site::site::{Absence, EarlierFiles, EarlierSite, SiteError};

use super::{
    error::CliError,
    live_site::{SiteAddress, WebSite},
    output::shown_bytes,
    remote::{self, Traffic},
};

/// Arguments about the site to continue from.
#[derive(Debug, clap::Args)]
pub(super) struct EarlierArguments {
    /// Site to continue from if the output folder is missing or empty: a folder, or the address of the live site. Keeps
    /// closed jobs, paths, and dates, as a build in the folder of that site would.
    #[arg(long, value_name = "DIR|URL", value_parser = EarlierPlace::parse)]
    earlier: Option<EarlierPlace>,
    /// Start from scratch if the site to continue from doesn't exist yet: its history.json is missing (404), or its host
    /// name doesn't exist. Any other failure still ends the build.
    #[arg(long, requires = "earlier")]
    earlier_optional: bool,
}

/// Where the site to continue from is.
#[derive(Clone, Debug)]
enum EarlierPlace {
    Folder(PathBuf),
    Live(SiteAddress),
}

/// What a build continues from.
#[derive(Debug)]
pub(super) enum Continuation {
    /// The output folder.
    InPlace,
    /// The output folder, although the operator named another site.
    Outranked { named: String },
    /// Another site.
    From { named: String, traffic: Arc<Traffic> },
    /// Nothing, because the other site doesn't exist yet.
    Anew { named: String, absence: Absence },
}

impl EarlierArguments {
    /// Opens the site to continue from.
    pub(super) fn open(&self, out: &Path) -> Result<(EarlierSite, Continuation), CliError> {
        let mut site = EarlierSite::of(out)?;
        let Some(place) = &self.earlier else { return Ok((site, Continuation::InPlace)) };
        let named = place.to_string();
        if !is_empty(out)? {
            return Ok((site, Continuation::Outranked { named }));
        }
        let traffic = Arc::default();
        match site.continue_from(place.files(&traffic)) {
            Ok(()) => Ok((site, Continuation::From { named, traffic })),
            Err(SiteError::NoEarlierSite { absence, .. }) if self.earlier_optional => {
                Ok((site, Continuation::Anew { named, absence }))
            }
            Err(error) => Err(error.into()),
        }
    }
}

impl EarlierPlace {
    fn parse(text: &str) -> Result<Self, String> {
        match remote::is_address(Path::new(text)) {
            true => SiteAddress::parse(text).map(Self::Live),
            false => Ok(Self::Folder(text.into())),
        }
    }

    fn files(&self, traffic: &Arc<Traffic>) -> EarlierFiles {
        match self {
            Self::Folder(folder) => EarlierFiles::Folder(folder.clone()),
            Self::Live(address) => EarlierFiles::Live(Arc::new(WebSite::new(address.clone(), Arc::clone(traffic)))),
        }
    }
}

impl fmt::Display for EarlierPlace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(formatter),
            Self::Live(address) => formatter.write_str(address.as_str()),
        }
    }
}

impl Continuation {
    /// The site that was read instead of the output folder, and how much was requested; `None` if there is none.
    pub(super) fn line(&self) -> Option<String> {
        let Self::From { named, traffic } = self else { return None };
        let traffic = match traffic.requests() {
            0 => String::new(),
            1 => format!(": 1 request, {}", shown_bytes(traffic.bytes())),
            requests => format!(": {requests} requests, {}", shown_bytes(traffic.bytes())),
        };
        Some(format!("Continued from {named}{traffic}"))
    }

    /// Why the site that the operator named wasn't read.
    pub(super) fn note(&self) -> Option<String> {
        match self {
            Self::InPlace | Self::From { .. } => None,
            Self::Outranked { named } => {
                Some(format!("continued from the output folder, which is not empty, instead of from {named}"))
            }
            Self::Anew { named, absence } => Some(format!("started from scratch, because {named} {absence}")),
        }
    }
}

/// Whether the folder has no files, or doesn't exist.
fn is_empty(folder: &Path) -> Result<bool, CliError> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(source) => Err(CliError::Read { path: folder.to_owned(), source }),
    }
}
