//! `openroles headers`: server settings that send the same headers as `openroles serve`.

use std::path::PathBuf;

use openroles_engine::index::Manifest;
use openroles_site::site::{Host, host_headers};

use super::{Outcome, error::CliError, output, site_data};

/// Arguments of `openroles headers`.
#[derive(Debug, clap::Args)]
pub(super) struct HeadersArguments {
    /// Folder written by `openroles build`.
    dir: PathBuf,
    /// Web server or host.
    #[arg(long = "for", value_name = "HOST")]
    host: HeadersTarget,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum HeadersTarget {
    /// Netlify, Cloudflare Pages, and others that read a file named `_headers`.
    Netlify,
    Nginx,
    Caddy,
}

/// Prints the lines for the host's configuration.
pub(super) fn run(arguments: &HeadersArguments) -> Result<Outcome, CliError> {
    let host = match arguments.host {
        HeadersTarget::Netlify => Host::Netlify,
        HeadersTarget::Nginx => Host::Nginx,
        HeadersTarget::Caddy => Host::Caddy,
    };
    let Manifest { board, hsts, .. } = site_data::manifest(&arguments.dir)?;
    output::print(&host_headers(host, &board.base_path, &site_data::feed_origins(&arguments.dir)?, hsts))?;
    Ok(Outcome::Done)
}
