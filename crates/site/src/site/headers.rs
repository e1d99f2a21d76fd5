//! HTTP headers of a site, used by the preview server, the `_headers` file, and [`hosts`](super::hosts).

/// Headers of every response. `connect` lists the origins of live feeds, and `hsts` says whether browsers should use
/// only HTTPS with the host.
pub fn security_headers(connect: &[String], hsts: bool) -> Vec<(&'static str, String)> {
    // Half a year is the least that auditors accept. Subdomains are left out because they may belong to others.
    let transport = hsts.then(|| ("Strict-Transport-Security", "max-age=31536000".to_owned()));
    let headers = [
        ("Content-Security-Policy", content_security_policy(connect)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
    ];
    headers.into_iter().chain(transport).collect()
}

/// File from which some hosts read the headers to send.
pub(super) const HEADERS_PATH: &str = "_headers";

/// Text of the `_headers` file for a site under `base_path`: each block is a pattern, followed by one header per
/// line.
///
/// If several patterns match, hosts send the headers of all of them. `no-cache` combined with a lifetime still
/// means that browsers revalidate.
pub(super) fn headers_file(base_path: &str, connect: &[String], hsts: bool) -> String {
    let mut text = format!("{base_path}*\n");
    for (name, value) in security_headers(connect, hsts) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    // One block per pattern, because some hosts only use the last of several.
    let shared_alone = SHARED.iter().map(|(pattern, _)| *pattern).filter(|pattern| lifetime(pattern).is_none());
    for pattern in LIFETIMES.iter().map(|(pattern, _)| *pattern).chain(shared_alone) {
        text.push_str(&format!("{base_path}{pattern}\n"));
        let lifetime = lifetime(pattern).map(|lifetime| ("Cache-Control", lifetime));
        let shared = SHARED.iter().filter(|(shared, _)| *shared == pattern).flat_map(|(_, headers)| *headers).copied();
        for (name, value) in lifetime.into_iter().chain(shared) {
            text.push_str(&format!("  {name}: {value}\n"));
        }
    }
    text
}

/// For files whose names change with their content.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// For pictures that rarely change.
const AN_HOUR: &str = "public, max-age=3600";
/// For pictures that hardly ever change, and of which a page has many.
const A_WEEK: &str = "public, max-age=604800";
/// For everything else, as hosts do by default.
const ASK_FIRST: &str = "no-cache";

/// Values of `Cache-Control` by path pattern: a path, or a prefix followed by `*`. The last match wins.
const LIFETIMES: [(&str, &str); 6] = [
    ("assets/*", FOR_GOOD),
    ("data/*", FOR_GOOD),
    ("data/manifest.json", ASK_FIRST),
    ("favicon.svg", AN_HOUR),
    ("icons.svg", AN_HOUR),
    ("brands/*", A_WEEK),
];

/// Lifetime of exactly this pattern.
fn lifetime(pattern: &str) -> Option<&'static str> {
    LIFETIMES.iter().find(|(one, _)| *one == pattern).map(|(_, lifetime)| *lifetime)
}

/// `Cache-Control` of the file at `path`, relative to the site's folder.
pub fn cache_control(path: &str) -> &'static str {
    let matches = |pattern: &str| match pattern.strip_suffix('*') {
        Some(start) => path.starts_with(start),
        None => path == pattern,
    };
    LIFETIMES.iter().rev().find(|(pattern, _)| matches(pattern)).map_or(ASK_FIRST, |(_, lifetime)| lifetime)
}

/// Name and value.
type Header = (&'static str, &'static str);

const FOR_ANY_PAGE: Header = ("Access-Control-Allow-Origin", "*");
/// Fragments are made to be pasted elsewhere, so search engines shouldn't list them.
const FOR_NO_SEARCH_ENGINE: Header = ("X-Robots-Tag", "noindex");

/// Files that pages of other sites may read: the widget, its modules, and the jobs. Nothing in them is private.
const SHARED: [(&str, &[Header]); 4] = [
    ("embed/*", &[FOR_ANY_PAGE, FOR_NO_SEARCH_ENGINE]),
    ("assets/*", &[FOR_ANY_PAGE]),
    ("data/*", &[FOR_ANY_PAGE]),
    ("jobs/*", &[FOR_ANY_PAGE]),
];

/// Headers of the file at `path`, relative to the site's folder, in addition to those of every response and
/// `Cache-Control`.
pub fn sharing_headers(path: &str) -> &'static [Header] {
    let found = SHARED.iter().find(|(pattern, _)| path.starts_with(pattern.trim_end_matches('*')));
    found.map_or(&[], |(_, headers)| headers)
}

/// Header whose value depends on the path.
pub(super) struct PathHeader {
    pub(super) name: &'static str,
    /// Pairs of pattern and value. As in [`LIFETIMES`], the last match wins.
    pub(super) rules: Vec<Header>,
    /// Value if no pattern matches; `None` if the header is then not sent.
    pub(super) elsewhere: Option<&'static str>,
}

/// Headers that aren't the same for every path.
pub(super) fn headers_by_path() -> Vec<PathHeader> {
    let mut headers = vec![PathHeader { name: "Cache-Control", rules: LIFETIMES.to_vec(), elsewhere: Some(ASK_FIRST) }];
    for (pattern, shared) in SHARED {
        for (name, value) in shared {
            match headers.iter_mut().find(|header| header.name == *name) {
                Some(header) => header.rules.push((pattern, *value)),
                None => headers.push(PathHeader { name, rules: vec![(pattern, *value)], elsewhere: None }),
            }
        }
    }
    headers
}

impl PathHeader {
    /// Values other than the default, without repetition.
    pub(super) fn values(&self) -> Vec<&'static str> {
        let mut values: Vec<&str> = Vec::new();
        for (_, value) in &self.rules {
            if Some(*value) != self.elsewhere && !values.contains(value) {
                values.push(*value);
            }
        }
        values
    }

    /// Patterns that have this value, and those patterns within them that have another value.
    pub(super) fn with_value(&self, wanted: &str) -> (Vec<&'static str>, Vec<&'static str>) {
        let patterns = |is_wanted: bool| {
            let found = self.rules.iter().filter(move |(_, value)| (*value == wanted) == is_wanted);
            found.map(|(pattern, _)| *pattern)
        };
        let paths: Vec<&str> = patterns(true).collect();
        let starts: Vec<&str> = paths.iter().filter_map(|path| path.strip_suffix('*')).collect();
        let others = patterns(false).filter(|other| starts.iter().any(|start| other.starts_with(start))).collect();
        (paths, others)
    }
}

/// Media type of the file at `path`, by its extension.
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "gz" => "application/gzip",
        _ => "application/octet-stream",
    }
}

/// Allows only the site itself to run, load, or frame anything, plus connections to the origins of live feeds in
/// `connect`.
fn content_security_policy(connect: &[String]) -> String {
    let connect: String = connect.iter().map(|origin| format!(" {origin}")).collect();
    format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         connect-src 'self'{connect}; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_whose_name_changes_with_their_content_are_kept_for_good() {
        for (path, is_kept) in [
            ("assets/openroles-app-3f2a1b9c8d7e6f50_bg.wasm", true),
            ("data/index.0123456789abcdef.bin", true),
            ("data/manifest.json", false),
            ("index.html", false),
            ("sw.js", false),
            ("jobs/deadbeef00/index.html", false),
            ("favicon.svg", false),
        ] {
            assert_eq!(cache_control(path).contains("immutable"), is_kept, "{path}");
        }
    }

    #[test]
    fn hosts_are_told_what_the_preview_sends() {
        let file = headers_file("/in/", &[], true);
        let lines: Vec<&str> = file.lines().collect();
        assert_eq!(lines[0], "/in/*");
        for (name, value) in security_headers(&[], true) {
            assert!(lines.contains(&format!("  {name}: {value}").as_str()), "{name} is not in {file}");
        }
        for path in ["assets/app.0123456789abcdef.wasm", "data/manifest.json", "favicon.svg"] {
            let pattern = format!("/in/{}", if path.starts_with("assets") { "assets/*" } else { path });
            let at = lines.iter().position(|line| *line == pattern).expect(path);
            assert_eq!(lines[at + 1], format!("  Cache-Control: {}", cache_control(path)));
        }
    }

    #[test]
    fn other_sites_may_read_what_the_widget_needs_and_nothing_else() {
        let file = headers_file("/in/", &[], true);
        for (path, is_shared) in [
            ("embed/open-roles.js", true),
            ("assets/engine.0123456789abcdef.wasm", true),
            ("data/manifest.json", true),
            ("jobs/baker/index.json", true),
            ("index.html", false),
            ("saved/index.html", false),
        ] {
            assert_eq!(sharing_headers(path).contains(&FOR_ANY_PAGE), is_shared, "{path}");
            let pattern = format!("/in/{}/*", path.split('/').next().unwrap_or_default());
            let blocks: Vec<&str> =
                file.split("\n/").filter(|block| pattern.ends_with(block.lines().next().unwrap_or_default())).collect();
            let is_told = blocks.iter().any(|block| block.contains("\n  Access-Control-Allow-Origin: *"));
            assert_eq!((is_told, blocks.len()), (is_shared, usize::from(is_shared)), "{path}: {file}");
        }
    }

    #[test]
    fn the_policy_admits_no_inline_code_and_only_the_feed_as_a_stranger() {
        let own = content_security_policy(&[]);
        assert!(!own.contains("unsafe-inline") && !own.contains("'unsafe-eval'"), "{own}");
        assert!(own.contains("connect-src 'self';"), "{own}");
        let with_feed = content_security_policy(&["https://feed.example.com".to_owned()]);
        assert!(with_feed.contains("connect-src 'self' https://feed.example.com;"), "{with_feed}");
    }
}
