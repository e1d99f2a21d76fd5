//! The hosting service of a board, and how much it accepts.

use std::str::FromStr;

/// Hosting service with documented limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostName {
    /// Cloudflare Pages.
    CloudflarePages,
    /// GitHub Pages.
    GithubPages,
    /// Netlify.
    Netlify,
    /// Amazon S3, or a store with the same interface.
    S3,
}

/// How much a host accepts; `None` where it has no limit, or none that a board can reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HostLimits {
    /// Number of files.
    pub files: Option<usize>,
    /// Size of all files together, in bytes.
    pub bytes: Option<u64>,
    /// Size of one file, in bytes.
    pub file_bytes: Option<u64>,
}

/// What the operator says about the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostSettings {
    /// The host, if its limits should be checked.
    pub name: Option<HostName>,
    /// Number of files that a paid plan accepts, in place of the host's limit.
    pub max_files: Option<usize>,
    /// Size in bytes that a paid plan accepts, in place of the host's limit.
    pub max_bytes: Option<u64>,
    /// Whether browsers are told to use only HTTPS with this host.
    pub hsts: bool,
}

impl Default for HostSettings {
    fn default() -> Self {
        Self { name: None, max_files: None, max_bytes: None, hsts: true }
    }
}

impl HostName {
    /// Every host, in the order in which help lists them.
    pub const ALL: [Self; 4] = [Self::CloudflarePages, Self::GithubPages, Self::Netlify, Self::S3];

    /// Name in the config and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::CloudflarePages => "cloudflare-pages",
            Self::GithubPages => "github-pages",
            Self::Netlify => "netlify",
            Self::S3 => "s3",
        }
    }

    /// Name as the host writes it.
    pub fn title(self) -> &'static str {
        match self {
            Self::CloudflarePages => "Cloudflare Pages",
            Self::GithubPages => "GitHub Pages",
            Self::Netlify => "Netlify",
            Self::S3 => "S3",
        }
    }

    /// What the host's free plan accepts, as its documentation said in November 2026.
    pub fn limits(self) -> HostLimits {
        match self {
            Self::CloudflarePages => {
                HostLimits { files: Some(20_000), file_bytes: Some(25 << 20), ..HostLimits::default() }
            }
            Self::GithubPages => HostLimits { bytes: Some(1_000_000_000), ..HostLimits::default() },
            Self::Netlify => HostLimits::default(),
            Self::S3 => HostLimits { file_bytes: Some(5 << 30), ..HostLimits::default() },
        }
    }
}

impl FromStr for HostName {
    type Err = String;

    /// Parses the name in the config. The error lists the known names.
    fn from_str(text: &str) -> Result<Self, String> {
        let known = Self::ALL.map(Self::key).join("`, `");
        Self::ALL.into_iter().find(|host| host.key() == text).ok_or(format!("write one of `{known}`"))
    }
}

impl HostSettings {
    /// What the site must stay within.
    pub fn limits(self) -> HostLimits {
        let limits = self.name.map(HostName::limits).unwrap_or_default();
        HostLimits { files: self.max_files.or(limits.files), bytes: self.max_bytes.or(limits.bytes), ..limits }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_is_found_by_its_key() {
        for host in HostName::ALL {
            assert_eq!(host.key().parse(), Ok(host));
        }
        assert!("geocities".parse::<HostName>().is_err_and(|remedy| remedy.contains("`netlify`")));
    }

    #[test]
    fn a_paid_plan_replaces_the_limits_that_it_names() {
        let free = HostSettings { name: Some(HostName::CloudflarePages), ..HostSettings::default() };
        assert_eq!(free.limits().files, Some(20_000));
        let paid = HostSettings { max_files: Some(100_000), ..free };
        assert_eq!((paid.limits().files, paid.limits().file_bytes), (Some(100_000), Some(25 << 20)));
        assert_eq!(HostSettings::default().limits(), HostLimits::default());
    }
}
