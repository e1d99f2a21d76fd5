//! A built site as a server delivers it: a request in, a reply out, no sockets.
//!
//! Answers like a CDN: folders have `index.html`, hashed files are cached forever, text is compressed, and unchanged
//! files aren't sent again. No request can reach a file outside the site's folder.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};
use openroles_engine::{index::MANIFEST_PATH, query::percent};
use openroles_site::site::{cache_control, content_type, security_headers, sharing_headers};
use xxhash_rust::xxh3::xxh3_64;

use super::{error::CliError, site_data};

/// A site's folder, and the path under which it is served.
pub(super) struct StaticFiles {
    root: PathBuf,
    base_path: String,
    /// Whether the site is the app alone: a single page that draws every address, as for a live feed.
    is_app_alone: bool,
    security_headers: Vec<(&'static str, String)>,
}

/// The relevant parts of a request.
#[derive(Clone, Debug, Default)]
pub(super) struct FileRequest {
    /// The HTTP method: `GET`, `HEAD`.
    pub(super) method: String,
    /// Path and query string as sent.
    pub(super) url: String,
    /// The header `Accept-Encoding`.
    pub(super) accept_encoding: String,
    /// The header `If-None-Match`.
    pub(super) if_none_match: String,
}

/// The response to a request.
#[derive(Clone, Debug, Default)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
}

/// The single page of the app's folder.
const APP_PAGE: &str = "index.html";

/// In bytes. Compression makes smaller bodies larger.
const SMALLEST_COMPRESSED: usize = 512;

/// What a path leads to.
enum Target {
    /// A file, by its path below the root.
    File(String),
    /// Another address to request instead.
    Redirect(String),
    /// No file: a 404.
    Missing,
}

impl StaticFiles {
    /// The site in `folder`, under the base path in its manifest. The app's folder alone is also a site, at `/`.
    pub(super) fn open(folder: &Path) -> Result<Self, CliError> {
        let root = fs::canonicalize(folder).map_err(|source| CliError::Read { path: folder.to_owned(), source })?;
        let is_app_alone = root.join(APP_PAGE).is_file() && !root.join(MANIFEST_PATH).exists();
        let (base_path, hsts) = match is_app_alone {
            true => ("/".to_owned(), true),
            false => site_data::manifest(&root).map(|manifest| (manifest.board.base_path, manifest.hsts))?,
        };
        let connect = site_data::feed_origins(&root)?;
        Ok(Self { root, base_path, is_app_alone, security_headers: security_headers(&connect, hsts) })
    }

    /// The path of the home page: `/` or `/jobs/`.
    pub(super) fn base_path(&self) -> &str {
        &self.base_path
    }

    /// The reply to a request.
    pub(super) fn reply(&self, request: &FileRequest) -> Reply {
        let mut reply = if matches!(request.method.as_str(), "GET" | "HEAD") {
            self.reply_to_reading(request)
        } else {
            Reply { status: 405, headers: vec![("Allow", "GET, HEAD".to_owned())], body: Vec::new() }
        };
        reply.headers.extend(self.security_headers.iter().cloned());
        let below = request.url.strip_prefix(&self.base_path).unwrap_or_default();
        reply.headers.extend(sharing_headers(below).iter().map(|(name, value)| (*name, (*value).to_owned())));
        reply
    }

    fn reply_to_reading(&self, request: &FileRequest) -> Reply {
        let (path, query) = match request.url.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (request.url.as_str(), None),
        };
        match self.target(path) {
            Target::File(file) => self.file(200, &file, request),
            Target::Redirect(path) => redirect(&path, query),
            Target::Missing if self.is_app_alone && is_page(path) => self.file(200, APP_PAGE, request),
            Target::Missing => self.file(404, "404.html", request),
        }
    }

    fn target(&self, path: &str) -> Target {
        let Some(below) = path.strip_prefix(&self.base_path) else {
            let leads_to_base = path == "/" || format!("{path}/") == self.base_path;
            return if leads_to_base { Target::Redirect(self.base_path.clone()) } else { Target::Missing };
        };
        let Some(below) = decoded(below).filter(|below| is_harmless(below)) else { return Target::Missing };
        let is_folder_form = below.is_empty() || below.ends_with('/');
        let file = if is_folder_form { format!("{below}index.html") } else { below };
        if self.is_inside(&file, Path::is_file) {
            Target::File(file)
        } else if !is_folder_form && self.is_inside(&file, |folder| folder.join("index.html").is_file()) {
            Target::Redirect(format!("{path}/"))
        } else {
            Target::Missing
        }
    }

    /// Whether the path, after following links, is inside the site's folder and of this kind.
    fn is_inside(&self, file: &str, is_kind: impl Fn(&Path) -> bool) -> bool {
        fs::canonicalize(self.root.join(file)).is_ok_and(|path| path.starts_with(&self.root) && is_kind(&path))
    }

    fn file(&self, status: u16, file: &str, request: &FileRequest) -> Reply {
        match fs::read(self.root.join(file)) {
            Ok(bytes) => found(status, file, bytes, request),
            Err(_) if status == 404 => plain_reply(404, "There is no file at this address."),
            Err(error) => plain_reply(500, &format!("{file} cannot be read: {error}")),
        }
    }
}

/// Whether a path can be a page's. Files that pages load have an extension.
fn is_page(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| !last.contains('.'))
}

fn found(status: u16, file: &str, bytes: Vec<u8>, request: &FileRequest) -> Reply {
    let kind = content_type(file);
    let is_gzipped = is_compressible(kind) && bytes.len() >= SMALLEST_COMPRESSED && accepts_gzip(request);
    let tag = format!("\"{:016x}{}\"", xxh3_64(&bytes), if is_gzipped { "-gzip" } else { "" });
    let mut headers = vec![("Content-Type", kind.to_owned()), ("Cache-Control", cache_control(file).to_owned())];
    if is_compressible(kind) {
        headers.push(("Vary", "Accept-Encoding".to_owned()));
    }
    headers.push(("ETag", tag.clone()));
    if status == 200 && is_listed(&request.if_none_match, &tag) {
        return Reply { status: 304, headers, body: Vec::new() };
    }
    if is_gzipped {
        headers.push(("Content-Encoding", "gzip".to_owned()));
    }
    Reply { status, headers, body: if is_gzipped { gzip(&bytes) } else { bytes } }
}

fn redirect(path: &str, query: Option<&str>) -> Reply {
    let location = query.map_or(path.to_owned(), |query| format!("{path}?{query}"));
    Reply { status: 308, headers: vec![("Location", location), ("Cache-Control", "no-cache".to_owned())], body: vec![] }
}

fn plain_reply(status: u16, text: &str) -> Reply {
    Reply {
        status,
        headers: vec![
            ("Content-Type", "text/plain; charset=utf-8".to_owned()),
            ("Cache-Control", "no-cache".to_owned()),
        ],
        body: text.as_bytes().to_vec(),
    }
}

/// Whether every part of a decoded path is a plain name, and so can't leave the folder.
fn is_harmless(path: &str) -> bool {
    let is_name = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
    path.is_empty() || path.strip_suffix('/').unwrap_or(path).split('/').all(is_name)
}

/// The decoded path; `None` if its encoding is invalid. Unlike in a query string, `+` is a plus.
fn decoded(path: &str) -> Option<String> {
    percent::decoded(&path.replace('+', "%2B")).ok()
}

fn is_compressible(content_type: &str) -> bool {
    let kinds =
        ["text/", "application/json", "application/xml", "application/manifest", "application/wasm", "image/svg"];
    kinds.iter().any(|kind| content_type.starts_with(kind))
}

fn accepts_gzip(request: &FileRequest) -> bool {
    let mut encodings = request.accept_encoding.split(',').map(str::trim);
    encodings.any(|encoding| encoding.split(';').next() == Some("gzip") && !encoding.ends_with(";q=0"))
}

fn is_listed(if_none_match: &str, tag: &str) -> bool {
    if_none_match
        .split(',')
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("writing to memory does not fail")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    struct Site {
        _folder: tempfile::TempDir,
        files: StaticFiles,
    }

    /// A site under `base_path`, next to a file that must stay private.
    fn site(base_path: &str) -> Site {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("site");
        for (path, text) in [
            ("../secret.txt", "secret".to_owned()),
            ("index.html", "home".to_owned()),
            ("jobs/index.html", "jobs ".repeat(1_000)),
            ("404.html", "lost".to_owned()),
            ("data/index.0123456789abcdef.bin", "bytes".repeat(1_000)),
        ] {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("has one")).expect("made");
            fs::write(path, text).expect("written");
        }
        let root = fs::canonicalize(root).expect("exists");
        let security_headers = security_headers(&[], true);
        Site {
            files: StaticFiles { root, base_path: base_path.to_owned(), is_app_alone: false, security_headers },
            _folder: folder,
        }
    }

    fn get(site: &Site, url: &str) -> Reply {
        site.files.reply(&FileRequest { method: "GET".to_owned(), url: url.to_owned(), ..FileRequest::default() })
    }

    fn header<'a>(reply: &'a Reply, name: &str) -> Option<&'a str> {
        reply.headers.iter().find(|(header, _)| *header == name).map(|(_, value)| value.as_str())
    }

    #[test]
    fn folders_have_an_index_and_a_trailing_slash() {
        let site = site("/");
        assert_eq!(get(&site, "/").body, b"home");
        assert_eq!(get(&site, "/jobs/").status, 200);
        assert_eq!(get(&site, "/jobs/?q=rust").status, 200);
        let reply = get(&site, "/jobs?q=rust");
        assert_eq!((reply.status, header(&reply, "Location")), (308, Some("/jobs/?q=rust")));
    }

    #[test]
    fn a_site_below_a_base_path_is_found_there_alone() {
        let site = site("/board/");
        assert_eq!(get(&site, "/board/jobs/").status, 200);
        assert_eq!(get(&site, "/jobs/").status, 404);
        for url in ["/", "/board"] {
            assert_eq!(header(&get(&site, url), "Location"), Some("/board/"), "{url}");
        }
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let site = site("/");
        for url in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/%2E%2E%2Fsecret.txt",
            "/jobs/../../secret.txt",
            "/jobs/..%2f..%2fsecret.txt",
            "/..%5csecret.txt",
            "//secret.txt",
            "///etc/passwd",
            "/%2fetc%2fpasswd",
            "/index.html%00",
            "/%",
            "/%zz",
            "/%+1",
            "/%ff",
            "secret.txt",
        ] {
            let reply = get(&site, url);
            assert_eq!((reply.status, reply.body.as_slice()), (404, b"lost".as_slice()), "{url}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leaves_the_folder_is_not_followed() {
        let site = site("/");
        let secret = site.files.root.join("../secret.txt");
        std::os::unix::fs::symlink(secret, site.files.root.join("link.txt")).expect("linked");
        assert_eq!(get(&site, "/link.txt").status, 404);
    }

    #[test]
    fn an_address_is_never_turned_into_another_host() {
        let site = site("/");
        for url in ["//jobs", "//evil.example", "/\\evil.example"] {
            assert_eq!(header(&get(&site, url), "Location"), None, "{url}");
        }
    }

    #[test]
    fn what_has_not_changed_is_not_sent_again() {
        let site = site("/");
        let tag = header(&get(&site, "/jobs/"), "ETag").expect("tagged").to_owned();
        let again = FileRequest {
            method: "GET".to_owned(),
            url: "/jobs/".to_owned(),
            if_none_match: format!("\"other\", W/{tag}"),
            ..FileRequest::default()
        };
        let reply = site.files.reply(&again);
        assert_eq!((reply.status, reply.body.len()), (304, 0));
    }

    #[test]
    fn text_is_compressed_for_those_who_ask() {
        let site = site("/");
        let ask = |url: &str, accept: &str| {
            site.files.reply(&FileRequest {
                method: "GET".to_owned(),
                url: url.to_owned(),
                accept_encoding: accept.to_owned(),
                ..FileRequest::default()
            })
        };
        let reply = ask("/jobs/", "br, gzip");
        assert_eq!(header(&reply, "Content-Encoding"), Some("gzip"));
        let mut text = String::new();
        GzDecoder::new(reply.body.as_slice()).read_to_string(&mut text).expect("gzip");
        assert_eq!(text, "jobs ".repeat(1_000));
        for (url, accept) in [("/jobs/", ""), ("/jobs/", "gzip;q=0"), ("/data/index.0123456789abcdef.bin", "gzip")] {
            assert_eq!(header(&ask(url, accept), "Content-Encoding"), None, "{url} {accept}");
        }
    }

    #[test]
    fn other_sites_may_read_the_data_and_learn_that_a_file_is_not_there() {
        let site = site("/in/");
        for (url, is_shared) in [
            ("/in/data/index.0123456789abcdef.bin", true),
            ("/in/embed/nobody.json", true),
            ("/in/", false),
            ("/data/manifest.json", false),
        ] {
            let reply = get(&site, url);
            assert_eq!(header(&reply, "Access-Control-Allow-Origin"), is_shared.then_some("*"), "{url}");
        }
    }

    #[test]
    fn every_reply_carries_the_policy() {
        let site = site("/");
        for url in ["/", "/jobs", "/nowhere"] {
            assert!(header(&get(&site, url), "Content-Security-Policy").is_some(), "{url}");
        }
        let post = FileRequest { method: "POST".to_owned(), url: "/".to_owned(), ..FileRequest::default() };
        assert_eq!(site.files.reply(&post).status, 405);
    }
}
