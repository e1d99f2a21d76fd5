//! Feeds, pictures, and files of an earlier site by address: fetched if they have changed, and cached. Feeds and pictures
//! are taken from the cache if the network fails.
//!
//! An address goes in. A file with its latest content comes out, and whether that is current. Connects only to
//! addresses in the operator's feeds and settings, and where these redirect to. Every wait and every size is limited.

use std::{
    env, fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::{Duration, SystemTime},
};

use openroles_model::domain::WebUrl;
use openroles_site::site::{LIVE_FILE_BYTES_AT_MOST, PICTURE_BYTES_AT_MOST};
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;
use ureq::{
    Agent,
    http::{HeaderMap, Response, StatusCode, header},
};
use xxhash_rust::xxh3::xxh3_64;

use super::{error::CliError, input::BYTES_AT_MOST};

/// A feed's latest content, as a file.
pub(super) struct Fetched {
    pub(super) file: PathBuf,
    pub(super) standing: Freshness,
}

/// Whether content is what the server has.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Freshness {
    Current,
    /// The server could not be asked. This is a cached copy of this age.
    Stale {
        age: Duration,
        problem: String,
    },
}

/// Whether a feed is given by its address.
pub(super) fn is_address(path: &Path) -> bool {
    let is_http = |text: &str| ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme));
    path.to_str().is_some_and(is_http)
}

/// The feed at an address: fetched, or the cached copy if that is unchanged or the network fails.
pub(super) fn fetch(address: &Path) -> Result<Fetched, CliError> {
    fetch_kind(address, &FEED)
}

/// The picture at an address. Works like [`fetch`], but gives up sooner.
pub(super) fn fetch_picture(url: &WebUrl) -> Result<PathBuf, CliError> {
    fetch_kind(Path::new(url.as_str()), &PICTURE).map(|fetched| fetched.file)
}

fn fetch_kind(address: &Path, kind: &FetchKind) -> Result<Fetched, CliError> {
    let url = address.to_string_lossy();
    let copy = Copy::of(&url, kind)?;
    let standing = match fetch_changes(&kind.agent(), &url, &copy, kind, &Traffic::default()) {
        Ok(()) => Freshness::Current,
        Err(Failure { problem, .. }) => match copy.age() {
            Some(age) => Freshness::Stale { age, problem },
            None => return Err(CliError::Fetch { address: address.to_owned(), problem }),
        },
    };
    Ok(Fetched { file: copy.body, standing })
}

/// Fetches the files of one site. Connections stay open between files.
#[derive(Debug)]
pub(super) struct SiteFetcher {
    agent: Agent,
}

impl SiteFetcher {
    pub(super) fn new() -> Self {
        remove_old_copies(&cache_folder(&SITE));
        Self { agent: SITE.agent() }
    }

    /// The file at an address, as it is now. A cached copy that `is_final` accepts can't have changed, and isn't asked
    /// for.
    pub(super) fn fetch(
        &self,
        url: &str,
        traffic: &Traffic,
        is_final: impl Fn(&[u8]) -> bool,
    ) -> Result<Vec<u8>, Failure> {
        let copy = Copy::of(url, &SITE).map_err(|error| Failure::without_retry(error.to_string()))?;
        if let Some(bytes) = fs::read(&copy.body).ok().filter(|bytes| is_final(bytes)) {
            return Ok(bytes);
        }
        fetch_changes(&self.agent, url, &copy, &SITE, traffic)?;
        fs::read(&copy.body).map_err(|error| Failure::without_retry(error.to_string()))
    }

    /// Whether requests go through a proxy, which looks up host names instead of this machine.
    pub(super) fn has_proxy(&self) -> bool {
        self.agent.config().proxy().is_some()
    }
}

/// What was requested and received.
#[derive(Debug, Default)]
pub(super) struct Traffic {
    requests: AtomicU64,
    bytes: AtomicU64,
}

impl Traffic {
    /// Number of requests, with retries.
    pub(super) fn requests(&self) -> u64 {
        self.requests.load(Ordering::Relaxed)
    }

    /// Number of bytes received, after decompression.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }
}

/// A kind of content, and how much effort to spend on fetching it.
struct FetchKind {
    /// The folder of its copies in the cache.
    folder: &'static str,
    accept: &'static str,
    bytes_at_most: u64,
    /// The wait before each retry.
    pauses: &'static [Duration],
    connect_limit: Duration,
    /// The longest wait until the server begins to answer.
    answer_limit: Duration,
    /// The longest time for the whole content.
    body_limit: Duration,
}

const FEED: FetchKind = FetchKind {
    folder: "feeds",
    accept: "application/json, application/xml, text/csv, */*;q=0.5",
    bytes_at_most: BYTES_AT_MOST,
    pauses: &[Duration::from_secs(1), Duration::from_secs(4)],
    connect_limit: Duration::from_secs(10),
    answer_limit: Duration::from_secs(60),
    body_limit: Duration::from_secs(900),
};

/// There may be thousands of pictures, and each is only an ornament.
const PICTURE: FetchKind = FetchKind {
    folder: "pictures",
    accept: "image/avif, image/webp, image/png, image/jpeg, image/gif",
    bytes_at_most: PICTURE_BYTES_AT_MOST,
    pauses: &[],
    connect_limit: Duration::from_secs(5),
    answer_limit: Duration::from_secs(10),
    body_limit: Duration::from_secs(15),
};

/// The files of an earlier site: a few large ones, and perhaps thousands of pages.
const SITE: FetchKind = FetchKind {
    folder: "sites",
    accept: "*/*",
    bytes_at_most: LIVE_FILE_BYTES_AT_MOST,
    pauses: &[Duration::from_secs(1), Duration::from_secs(4)],
    connect_limit: Duration::from_secs(10),
    answer_limit: Duration::from_secs(30),
    body_limit: Duration::from_secs(120),
};

/// Copies of an earlier site's files stay for this long after they were last confirmed. A page of a closed job, which is
/// confirmed by each build, is gone from the site sooner.
const COPIES_LAST: Duration = Duration::from_secs(40 * 24 * 3_600);

/// Removes copies that no build is likely to ask for. A copy that can't be removed costs only space.
fn remove_old_copies(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let modified = entry.metadata().and_then(|metadata| metadata.modified());
        let age = modified.ok().and_then(|modified| SystemTime::now().duration_since(modified).ok());
        if age.is_some_and(|age| age > COPIES_LAST) {
            let _removed = fs::remove_file(entry.path());
        }
    }
}

impl FetchKind {
    fn agent(&self) -> Agent {
        Agent::config_builder()
            .timeout_connect(Some(self.connect_limit))
            .timeout_recv_response(Some(self.answer_limit))
            .timeout_recv_body(Some(self.body_limit))
            .http_status_as_error(false)
            .user_agent(concat!("openroles/", env!("CARGO_PKG_VERSION")))
            .build()
            .into()
    }
}

/// The longest wait that a server can ask for with `Retry-After`.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Environment variable with the folder of the cache.
const CACHE_VARIABLE: &str = "OPENROLES_CACHE";

/// The cached files of an address.
struct Copy {
    body: PathBuf,
    validators: PathBuf,
}

/// What a server needs to tell whether its content has changed.
#[derive(Default, Serialize, Deserialize)]
struct Validators {
    etag: Option<String>,
    last_modified: Option<String>,
}

impl Copy {
    fn of(url: &str, kind: &FetchKind) -> Result<Self, CliError> {
        let folder = cache_folder(kind);
        fs::create_dir_all(&folder).map_err(|source| CliError::Write { path: folder.clone(), source })?;
        let name = format!("{:016x}", xxh3_64(url.as_bytes()));
        let [body, validators] = ["feed", "json"].map(|kind| folder.join(format!("{name}.{kind}")));
        Ok(Self { body, validators })
    }

    /// The validators to send; empty if there is no cached copy.
    fn validators(&self) -> Validators {
        if !self.body.is_file() {
            return Validators::default();
        }
        let text = fs::read(&self.validators).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Time since the server last confirmed this content.
    fn age(&self) -> Option<Duration> {
        let confirmed = fs::metadata(&self.body).and_then(|metadata| metadata.modified());
        confirmed.ok().map(|confirmed| SystemTime::now().duration_since(confirmed).unwrap_or_default())
    }

    fn confirm(&self) -> io::Result<()> {
        fs::File::options().append(true).open(&self.body)?.set_modified(SystemTime::now())
    }

    /// Replaces the cached copy in one step. Returns its size in bytes.
    fn replace(&self, content: &mut dyn Read, validators: &Validators) -> io::Result<u64> {
        let folder = self.body.parent().unwrap_or(Path::new("."));
        let mut file = NamedTempFile::new_in(folder)?;
        let length = io::copy(content, &mut file)?;
        file.flush()?;
        // Without the old validators, a failure between the two steps costs only another fetch.
        fs::write(&self.validators, "{}")?;
        file.persist(&self.body)?;
        fs::write(&self.validators, serde_json::to_vec(validators)?)?;
        Ok(length)
    }
}

fn cache_folder(kind: &FetchKind) -> PathBuf {
    if let Some(folder) = env::var_os(CACHE_VARIABLE).map(PathBuf::from) {
        // Copies of a site's files don't stay for long, so they have a folder of their own.
        return if kind.folder == SITE.folder { folder.join(kind.folder) } else { folder };
    }
    let home = || env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(PathBuf::from);
    let cache = env::var_os("XDG_CACHE_HOME").or_else(|| env::var_os("LOCALAPPDATA")).map(PathBuf::from);
    let cache = cache.or_else(|| home().map(|home| home.join(".cache"))).unwrap_or_else(env::temp_dir);
    cache.join("openroles").join(kind.folder)
}

/// Why an attempt failed.
pub(super) struct Failure {
    pub(super) problem: String,
    pub(super) cause: FetchCause,
    /// The wait before a retry; `None` if a retry can't help.
    again: Option<Duration>,
}

/// What failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FetchCause {
    /// The server responded with 404.
    NotFound,
    /// There was no connection.
    Connection,
    /// Anything else.
    Other,
}

impl Failure {
    fn without_retry(problem: String) -> Self {
        Self { problem, cause: FetchCause::Other, again: None }
    }
}

/// Updates the cached copy; the error is that of the last attempt.
fn fetch_changes(agent: &Agent, url: &str, copy: &Copy, kind: &FetchKind, traffic: &Traffic) -> Result<(), Failure> {
    let mut pauses = kind.pauses.iter();
    loop {
        traffic.requests.fetch_add(1, Ordering::Relaxed);
        let failure = match attempt(agent, url, copy, kind) {
            Ok(bytes) => {
                traffic.bytes.fetch_add(bytes, Ordering::Relaxed);
                return Ok(());
            }
            Err(failure) => failure,
        };
        match (failure.again, pauses.next()) {
            (Some(wanted), Some(pause)) => thread::sleep(wanted.clamp(*pause, LONGEST_PAUSE)),
            _ => return Err(failure),
        }
    }
}

/// Updates the cached copy if it has changed. Returns the number of bytes received.
fn attempt(agent: &Agent, url: &str, copy: &Copy, kind: &FetchKind) -> Result<u64, Failure> {
    let known = copy.validators();
    let mut request = agent.get(url).header(header::ACCEPT, kind.accept);
    for (name, value) in [(header::IF_NONE_MATCH, known.etag), (header::IF_MODIFIED_SINCE, known.last_modified)] {
        request = value.iter().fold(request, |request, value| request.header(&name, value));
    }
    let response = request.call().map_err(|error| unanswered(&error))?;
    match response.status() {
        StatusCode::NOT_MODIFIED => copy.confirm().map(|()| 0).map_err(|error| unwritten(&error)),
        StatusCode::OK => keep(response, copy, kind),
        status => Err(Failure {
            problem: format!("the server responded with {status}"),
            cause: if status == StatusCode::NOT_FOUND { FetchCause::NotFound } else { FetchCause::Other },
            again: pause_of(status, response.headers()),
        }),
    }
}

fn keep(response: Response<ureq::Body>, copy: &Copy, kind: &FetchKind) -> Result<u64, Failure> {
    let text = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let validators = Validators { etag: text(header::ETAG), last_modified: text(header::LAST_MODIFIED) };
    let mut body = response.into_body().into_with_config().limit(kind.bytes_at_most).reader();
    copy.replace(&mut body, &validators).map_err(|error| Failure {
        problem: format!("the download was interrupted: {error}"),
        cause: FetchCause::Other,
        again: Some(Duration::ZERO),
    })
}

fn unwritten(error: &io::Error) -> Failure {
    Failure::without_retry(format!("the cached copy cannot be written: {error}"))
}

fn unanswered(error: &ureq::Error) -> Failure {
    let is_connection = matches!(error, ureq::Error::Io(_) | ureq::Error::HostNotFound);
    let cause = if is_connection { FetchCause::Connection } else { FetchCause::Other };
    Failure { problem: error.to_string(), cause, again: may_pass(error) }
}

/// The wait before a retry: network problems may pass, a wrong address doesn't.
fn may_pass(error: &ureq::Error) -> Option<Duration> {
    use ureq::Error;
    let may = matches!(
        error,
        Error::Io(_) | Error::Timeout(_) | Error::HostNotFound | Error::ConnectionFailed | Error::Protocol(_)
    );
    may.then_some(Duration::ZERO)
}

/// The wait before a retry if the server is busy or failing; `None` for other statuses.
fn pause_of(status: StatusCode, headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(header::RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
    let may_pass = status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS;
    may_pass.then(|| Duration::from_secs(seconds.unwrap_or(0)))
}

impl Freshness {
    /// A warning for the operator; `None` if the content is current.
    pub(super) fn warning(&self, address: &Path) -> Option<String> {
        let Self::Stale { age, problem } = self else { return None };
        let hours = age.as_secs() / 3_600;
        let age = match hours {
            0 => "less than an hour ago".to_owned(),
            1..48 => format!("{hours} h ago"),
            _ => format!("{} days ago", hours / 24),
        };
        Some(format!(
            "{}: could not be fetched ({problem}): used the cached copy from {age}; check the address and the network",
            address.display()
        ))
    }
}
