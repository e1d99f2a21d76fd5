//! A site on the web that a build continues from.
//!
//! Takes the address of its front page and paths below it, and gives bytes. Each file is requested conditionally, and
//! those whose name carries a checksum of their content only once. It doesn't know what the files mean.

use std::{io, net::ToSocketAddrs, sync::Arc};

use openroles_model::domain::WebUrl;
use openroles_site::site::{LiveFailure, LiveSite};
use ureq::http::Uri;
use xxhash_rust::xxh3::xxh3_64;

use super::remote::{Failure, FetchCause, SiteFetcher, Traffic};

/// The address of a site's front page; it ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SiteAddress(WebUrl);

impl SiteAddress {
    /// Parses the address of a site.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let address = if text.ends_with('/') { text.to_owned() } else { format!("{text}/") };
        let url = WebUrl::parse(&address).filter(|url| !url.as_str().contains(['?', '#']));
        url.map(Self).ok_or_else(|| "write the address of the site's front page: https://jobs.example.com/".to_owned())
    }

    /// The address as text.
    pub(super) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Name or IP address of the host.
    fn host_name(&self) -> String {
        let uri: Uri = self.as_str().parse().unwrap_or_default();
        uri.host().unwrap_or_default().trim_matches(['[', ']']).to_owned()
    }
}

/// A site that is read file by file.
#[derive(Debug)]
pub(super) struct WebSite {
    address: SiteAddress,
    fetcher: SiteFetcher,
    traffic: Arc<Traffic>,
}

impl WebSite {
    /// The site at an address. Its requests are counted in `traffic`.
    pub(super) fn new(address: SiteAddress, traffic: Arc<Traffic>) -> Self {
        Self { address, fetcher: SiteFetcher::new(), traffic }
    }

    /// Whether the host's name doesn't exist, as far as this machine can tell. With a proxy, it can't.
    fn has_no_host(&self) -> bool {
        let found = (self.address.host_name().as_str(), HTTPS).to_socket_addrs();
        !self.fetcher.has_proxy() && found.is_err_and(|error| means_no_such_name(&error))
    }
}

/// Looking up a name takes a port, but any will do.
const HTTPS: u16 = 443;

impl LiveSite for WebSite {
    fn address(&self) -> &str {
        self.address.as_str()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, LiveFailure> {
        let url = format!("{}{path}", self.address());
        let fetched = self.fetcher.fetch(&url, &self.traffic, |bytes| is_named_by(path, bytes));
        fetched.map_err(|Failure { problem, cause, .. }| match cause {
            FetchCause::NotFound => LiveFailure::NotFound,
            FetchCause::Connection if self.has_no_host() => LiveFailure::NoHost,
            FetchCause::Connection | FetchCause::Other => LiveFailure::Other(problem),
        })
    }
}

/// Whether the path carries the checksum of these bytes: `data/history.0123456789abcdef.bin`.
fn is_named_by(path: &str, bytes: &[u8]) -> bool {
    path.ends_with(&format!(".{:016x}.bin", xxh3_64(bytes)))
}

/// Whether a look-up failed because no host has this name, not because the look-up itself failed. Rust's standard library
/// gives only the system's words: of glibc, musl, macOS, and Windows.
fn means_no_such_name(error: &io::Error) -> bool {
    const WORDS: [&str; 4] = [
        "Name or service not known",
        "Name does not resolve",
        "nodename nor servname provided, or not known",
        "No such host is known",
    ];
    let words = error.to_string();
    WORDS.iter().any(|no_such_name| words.contains(no_such_name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_that_of_a_front_page() {
        for (text, expected) in [
            ("https://jobs.example.com", Some("https://jobs.example.com/")),
            ("https://example.com/jobs/", Some("https://example.com/jobs/")),
            ("https://example.com/jobs?page=2", None),
            ("https://example.com/#jobs", None),
            ("https://", None),
        ] {
            let parsed = SiteAddress::parse(text);
            assert_eq!(parsed.as_ref().map(SiteAddress::as_str).ok(), expected, "{text}");
        }
    }

    #[test]
    fn a_host_has_a_name() {
        for (text, expected) in [
            ("https://www.example.com:8443/jobs/", "www.example.com"),
            ("http://[::1]:8080/", "::1"),
            ("http://127.0.0.1/", "127.0.0.1"),
        ] {
            assert_eq!(SiteAddress::parse(text).expect("an address").host_name(), expected, "{text}");
        }
    }

    #[test]
    fn a_failed_look_up_is_not_a_missing_name() {
        for (words, expected) in [
            ("failed to lookup address information: Name or service not known", true),
            ("failed to lookup address information: Temporary failure in name resolution", false),
            ("Connection refused (os error 111)", false),
        ] {
            assert_eq!(means_no_such_name(&io::Error::other(words)), expected, "{words}");
        }
    }
}
