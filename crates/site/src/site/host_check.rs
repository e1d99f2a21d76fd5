//! Checks a finished site against the limits of its host, before it takes the old one's place.

use std::fmt;

use openroles_model::domain::{HostLimits, HostName, HostSettings};

use super::SitePart;

/// By how much a site exceeds what its host accepts, and what would help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostExcess {
    host: &'static str,
    excesses: Vec<Excess>,
    /// Groups of files that the board can do without or have fewer of.
    parts: Vec<SitePart>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Excess {
    Files { count: usize, limit: usize },
    Bytes { count: u64, limit: u64 },
    File { path: String, bytes: u64, limit: u64 },
    Name { path: String },
    HeaderRules { count: usize },
    HeaderLine { length: usize },
}

/// A file's path and size in bytes.
pub(super) type SizedFile = (String, u64);

/// Most bytes of a path that S3 accepts; the other hosts accept at least as many.
const PATH_BYTES_AT_MOST: usize = 1_024;
/// Most rules and most characters of a line that Cloudflare Pages reads from `_headers`.
const HEADER_RULES_AT_MOST: usize = 100;
const HEADER_LINE_AT_MOST: usize = 2_000;

/// What a site consists of.
pub(super) struct SiteFiles<'a> {
    pub(super) parts: Vec<SitePart>,
    pub(super) largest: SizedFile,
    /// A path with a character that some host refuses, if there is one.
    pub(super) odd_name: Option<String>,
    /// Text of the `_headers` file.
    pub(super) headers: &'a str,
}

/// `None` if the host accepts the site, or if the operator named none.
pub(super) fn excess(host: HostSettings, site: SiteFiles<'_>) -> Option<HostExcess> {
    let HostLimits { files, bytes, file_bytes } = host.limits();
    let file_count: usize = site.parts.iter().map(|part| part.files).sum();
    let byte_count: u64 = site.parts.iter().map(|part| part.bytes).sum();
    let mut excesses = Vec::new();
    excesses.extend(files.filter(|limit| file_count > *limit).map(|limit| Excess::Files { count: file_count, limit }));
    excesses.extend(bytes.filter(|limit| byte_count > *limit).map(|limit| Excess::Bytes { count: byte_count, limit }));
    let (path, size) = site.largest;
    excesses.extend(file_bytes.filter(|limit| size > *limit).map(|limit| Excess::File { path, bytes: size, limit }));
    if host.name.is_some() {
        excesses.extend(site.odd_name.map(|path| Excess::Name { path }));
    }
    if host.name == Some(HostName::CloudflarePages) {
        excesses.extend(beyond_rules(site.headers));
    }
    let title = host.name.map_or("the host", HostName::title);
    (!excesses.is_empty()).then_some(HostExcess { host: title, excesses, parts: site.parts })
}

fn beyond_rules(headers: &str) -> Option<Excess> {
    let count = headers.lines().filter(|line| line.starts_with('/')).count();
    let length = headers.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    let rules = (count > HEADER_RULES_AT_MOST).then_some(Excess::HeaderRules { count });
    rules.or((length > HEADER_LINE_AT_MOST).then_some(Excess::HeaderLine { length }))
}

/// Whether every host accepts a file with this path: letters, digits, and a few signs that need no encoding in URLs.
pub(super) fn is_plain_path(path: &str) -> bool {
    path.len() <= PATH_BYTES_AT_MOST && path.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~/".contains(c))
}

impl fmt::Display for HostExcess {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, excesses, parts } = self;
        writeln!(formatter, "{host} would refuse this site, so nothing was written:")?;
        excesses.iter().try_for_each(|excess| writeln!(formatter, "- {excess}"))?;
        if !excesses.iter().any(|excess| matches!(excess, Excess::Files { .. } | Excess::Bytes { .. })) {
            return Ok(());
        }
        writeln!(formatter, "The site consists of:")?;
        for part in parts {
            writeln!(formatter, "- {}: {} files, {}", part.name, part.files, in_megabytes(part.bytes))?;
        }
        formatter.write_str(
            "Write fewer pages with `--pages N` (the app still shows the other jobs), or fewer pictures with `jobs = N` \
             under `[pictures]`. If you pay for more room, set `max_files` or `max_bytes` under `[host]`",
        )
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Files { count, limit } => {
                write!(formatter, "it has {count} files, {} more than the limit of {limit}", count - limit)
            }
            Self::Bytes { count, limit } => write!(
                formatter,
                "it has {}, {} more than the limit of {}",
                in_megabytes(*count),
                in_megabytes(count - limit),
                in_megabytes(*limit)
            ),
            Self::File { path, bytes, limit } => write!(
                formatter,
                "`{path}` has {}, and the limit for a file is {}",
                in_megabytes(*bytes),
                in_megabytes(*limit)
            ),
            Self::Name { path } => write!(
                formatter,
                "`{path}` has a name that is too long or contains characters other than letters, digits, `-`, `_`, `.`, and `~`: \
                 rename the file in the folder of the app"
            ),
            Self::HeaderRules { count } => {
                write!(formatter, "`_headers` has {count} rules, and the limit is {HEADER_RULES_AT_MOST}")
            }
            Self::HeaderLine { length } => {
                write!(
                    formatter,
                    "`_headers` has a line of {length} characters, and the limit is {HEADER_LINE_AT_MOST}"
                )
            }
        }
    }
}

/// Size in units of a million bytes, as hosts state their limits.
fn in_megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(host: HostName, site: SiteFiles<'_>, expected: &[&str]) {
        let found = excess(HostSettings { name: Some(host), ..HostSettings::default() }, site);
        let text = found.map(|found| found.to_string()).unwrap_or_default();
        assert_eq!(text.is_empty(), expected.is_empty(), "{text}");
        assert!(expected.iter().all(|part| text.contains(part)), "{text}");
    }

    fn site(files: usize, bytes: u64) -> SiteFiles<'static> {
        let parts = vec![SitePart { name: "pages", files, bytes }];
        SiteFiles { parts, largest: ("app.wasm".to_owned(), 1_000), odd_name: None, headers: "/*\n  A: b\n" }
    }

    #[test]
    fn each_limit_is_checked_with_what_exceeds_it() {
        check(HostName::CloudflarePages, site(20_000, 2_000_000_000), &[]);
        let expected = ["it has 20001 files, 1 more than the limit of 20000", "pages: 20001 files", "--pages N"];
        check(HostName::CloudflarePages, site(20_001, 1), &expected);
        check(HostName::GithubPages, site(90_000, 1_000_000_000), &[]);
        check(HostName::GithubPages, site(1, 1_100_000_000), &["1100.0 MB, 100.0 MB more than the limit of 1000.0 MB"]);
        let large = SiteFiles { largest: ("data/x.bin".to_owned(), 30 << 20), ..site(1, 1) };
        check(HostName::CloudflarePages, large, &["`data/x.bin` has 31.5 MB, and the limit for a file is 26.2 MB"]);
        let odd = SiteFiles { odd_name: Some("assets/a#b.js".to_owned()), ..site(1, 1) };
        check(HostName::Netlify, odd, &["`assets/a#b.js` has a name"]);
        let many = (0..101).map(|number| format!("/{number}\n  A: b\n")).collect::<String>();
        check(HostName::CloudflarePages, SiteFiles { headers: &many, ..site(1, 1) }, &["101 rules"]);
        check(HostName::Netlify, SiteFiles { headers: &many, ..site(1, 1) }, &[]);
        let long = format!("/*\n  A: {}\n", "b".repeat(2_000));
        check(HostName::CloudflarePages, SiteFiles { headers: &long, ..site(1, 1) }, &["a line of"]);
    }

    #[test]
    fn names_that_some_host_refuses_are_found() {
        for (path, is_plain) in [
            ("jobs/baker-2/index.html", true),
            (".nojekyll", true),
            ("a#b", false),
            ("a b", false),
            ("é", false),
            (&"a".repeat(2_000), false),
        ] {
            assert_eq!(is_plain_path(path), is_plain, "{path}");
        }
    }
}
