//! `--earlier`: a build into an empty folder that continues from another folder or from the live site.

use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    thread,
};

use serde_json::{Value, json};

use crate::{
    harness::{Ended, NOW, Place, assert_says, small_feed},
    serve::Preview,
};

/// A job of the feed with this number, posted on this day.
fn job(number: usize, posted: &str) -> Value {
    json!({
        "id": format!("job-{number}"),
        "title": (["Rust engineer", "Support engineer", "Baker"][number % 3]),
        "company": (["Acme Tools", "Quiet Harbor"][number % 2]),
        "skills": "Rust, Linux",
        "description": format!("Job {number} is to build tools that others build with."),
        "location": "Pune, India",
        "datePosted": posted,
    })
}

fn jobs(numbers: impl IntoIterator<Item = usize>) -> Vec<Value> {
    numbers.into_iter().map(|number| job(number, "2026-11-18")).collect()
}

/// A day, the first feed, and the second feed if it can be read.
type DayOfFeeds = (&'static str, Vec<Value>, Option<Vec<Value>>);

/// The feeds on each day: jobs come, change, and leave. On the second day, the second feed can't be read.
fn days() -> [DayOfFeeds; 4] {
    let mut second = jobs([1, 3, 4, 5, 6, 15]);
    second[0]["description"] = "Edited.".into();
    second[1] = job(3, "2026-11-21");
    second[2]["datePosted"] = "3 days ago".into();
    let mut third = second.clone();
    third.remove(3);
    third[1] = job(3, "2026-11-22");
    third[2]["datePosted"] = "4 days ago".into();
    let mut fourth = third.clone();
    fourth.push(job(2, "2026-11-23"));
    [
        ("2026-11-20", jobs(1..=6), Some(jobs(7..=12))),
        ("2026-11-21", second, None),
        ("2026-11-22", third, Some(jobs(8..=12))),
        ("2026-11-23", fourth, Some(jobs(8..=13))),
    ]
}

struct Board<'a> {
    place: Place,
    /// Arguments of every build.
    arguments: &'a [&'static str],
}

impl Board<'_> {
    fn build(&self, out: &str, now: &str, more: &[&str]) -> Ended {
        let common = ["build", "--out", out, "--now", now, "--feed", "one.json", "two.json"];
        let arguments = [&common[..], &["--site-url", "https://a.example"], self.arguments, more].concat();
        let mut command = self.place.command(&arguments);
        // A proxy would look up the names of hosts.
        ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"].iter().for_each(|name| _ = command.env_remove(name));
        Ended::of(command.env("OPENROLES_CACHE", self.place.path("cache")))
    }

    fn feed(&self, one: &[Value], two: Option<&[Value]>) {
        self.place.feed("one.json", one);
        two.map_or_else(|| self.place.write("two.json", ""), |two| self.place.feed("two.json", two));
    }

    /// Builds each day in the folder of the day before, and in an empty folder from what `earlier` gives for that folder.
    /// Returns what the builds in an empty folder print.
    fn check(&self, earlier: impl Fn(&Place) -> (Option<Preview>, String)) -> Vec<Value> {
        let mut printed = Vec::new();
        for (now, one, two) in days() {
            self.feed(&one, two.as_deref());
            let is_first = !self.place.path("site").exists();
            let (_server, address) = if is_first { (None, "none".to_owned()) } else { earlier(&self.place) };
            let fresh = self.build("fresh", now, &["--json", "--earlier-optional", "--earlier", &address]);
            let in_place = self.build("site", now, &[]);
            assert_eq!((fresh.code, in_place.code), (i32::from(two.is_none()), i32::from(two.is_none())), "{fresh:?}");
            let (fresh_files, files) = (self.place.files("fresh"), self.place.files("site"));
            assert_eq!(fresh_files.keys().collect::<Vec<_>>(), files.keys().collect::<Vec<_>>(), "{now}");
            let differing: Vec<_> = files.iter().filter(|(path, bytes)| fresh_files[*path] != **bytes).collect();
            assert!(differing.is_empty(), "{now}: {:?}", differing.iter().map(|(path, _)| path).collect::<Vec<_>>());
            printed.push(fresh.json());
            let _old = fs::remove_dir_all(self.place.path("live"));
            fs::rename(self.place.path("fresh"), self.place.path("live")).expect("renamed");
        }
        printed
    }
}

fn live(place: &Place) -> (Option<Preview>, String) {
    let server = Preview::of_folder(place, "live");
    let address = server.address().to_owned();
    (Some(server), address)
}

#[test]
fn a_build_in_an_empty_folder_gives_the_bytes_of_a_build_in_place_and_reads_no_open_jobs_page() {
    let board = Board { place: Place::new(), arguments: &[] };
    let requests: Vec<Value> = board.check(live).iter().map(|build| build["earlier"]["requests"].clone()).collect();
    // The history in three files; the page of each closed job: 2, then also 5 and 7; and of the six jobs whose feed failed.
    assert_eq!(requests, [json!(null), json!(3 + 1 + 6), json!(3 + 3), json!(3 + 2)]);
}

#[test]
fn jobs_without_a_page_are_continued_from_their_packed_files() {
    // So few files leave no room for the pages of closed jobs.
    let host = "name = \"x\"\n[host]\nname = \"github-pages\"\nmax_files = 100\n";
    let pages = ["--pages", "4", "--base-path", "/jobs/board/"];
    for arguments in [&["--config", "board.toml"][..], &pages, &[&pages[..], &["--config", "board.toml"]].concat()] {
        let board = Board { place: Place::new(), arguments };
        board.place.write("board.toml", host);
        board.check(live);
        assert!(board.place.files("live").keys().any(|path| path.starts_with("data/jobs.")), "nothing is packed");
    }
}

#[test]
fn a_folder_can_be_continued_like_a_live_site() {
    let board = Board { place: Place::new(), arguments: &[] };
    let places = board.check(|_| (None, "live".to_owned()));
    assert_eq!(places[1]["earlier"], json!({"place": "live", "requests": 0, "bytes": 0}));
}

#[test]
fn unchanged_files_are_not_sent_again() {
    let board = Board { place: Place::new(), arguments: &[] };
    board.feed(&small_feed(), Some(&[]));
    assert_eq!(board.build("live", "2026-11-20", &[]).code, 0);
    board.feed(&small_feed()[..1], Some(&[]));
    let (_server, address) = live(&board.place);
    let traffic = [(); 2].map(|()| {
        let output = board.build("fresh", NOW, &["--json", "--earlier", &address]);
        fs::remove_dir_all(board.place.path("fresh")).expect("removed");
        output.json()["earlier"].clone()
    });
    // Parts of the history are named by their content, so they aren't even asked for.
    assert_eq!([&traffic[0]["requests"], &traffic[1]["requests"]], [4, 2]);
    assert!(traffic[0]["bytes"].as_u64() > Some(1_000), "{traffic:?}");
    assert_eq!(traffic[1]["bytes"], 0, "{traffic:?}");
}

#[test]
fn a_filled_output_folder_outranks_another_site() {
    let board = Board { place: Place::new(), arguments: &[] };
    board.feed(&small_feed(), Some(&[]));
    assert_eq!(board.build("site", NOW, &[]).code, 0);
    let output = board.build("site", NOW, &["--earlier", "https://127.0.0.1:9/"]);
    assert_eq!(output.code, 0, "{output:?}");
    assert_says(&output.out, &["Note: continued from the output folder", "https://127.0.0.1:9/"]);
}

#[test]
fn only_a_site_that_does_not_exist_yet_is_optional() {
    let board = Board { place: Place::new(), arguments: &[] };
    board.feed(&small_feed(), Some(&[]));
    let no_host = format!("http://{}.invalid/", "a".repeat(64));
    for (address, problem) in [
        (answering("404 Not Found", "gone"), "has no `history.json`"),
        (no_host, "has a host name that does not exist"),
        ("nowhere".to_owned(), "has no `history.json`"),
    ] {
        let output = board.build("fresh", NOW, &["--earlier", &address]);
        assert_eq!((output.code, board.place.path("fresh").exists()), (2, false), "{address}: {output:?}");
        assert_says(&output.err, &[problem, "nothing was written", "--earlier-optional"]);
        let output = board.build("fresh", NOW, &["--earlier", &address, "--earlier-optional"]);
        assert_eq!(output.code, 0, "{address}: {output:?}");
        assert_says(&output.out, &[problem, "started from scratch"]);
        fs::remove_dir_all(board.place.path("fresh")).expect("removed");
    }
}

#[test]
fn no_other_failure_is_optional() {
    let board = Board { place: Place::new(), arguments: &[] };
    board.feed(&small_feed(), Some(&[]));
    let refusing = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    for (address, problem) in [
        (answering("503 Service Unavailable", ""), "503"),
        (answering("403 Forbidden", ""), "403"),
        (answering("200 OK", "<html>Welcome</html>"), "history.json"),
        (format!("http://{refusing}/"), "history.json"),
    ] {
        let output = board.build("fresh", NOW, &["--earlier", &address, "--earlier-optional"]);
        assert_eq!((output.code, board.place.path("fresh").exists()), (2, false), "{address}: {output:?}");
        assert_says(&output.err, &[problem, &address, "nothing was written"]);
    }
}

#[test]
fn a_live_site_with_a_missing_or_damaged_file_ends_the_build() {
    let board = Board { place: Place::new(), arguments: &[] };
    board.feed(&small_feed(), Some(&[]));
    assert_eq!(board.build("live", "2026-11-20", &[]).code, 0);
    board.feed(&small_feed()[..1], Some(&[]));
    let files = board.place.files("live");
    let parts = files.keys().filter(|path| path.starts_with("data/history."));
    let page = "jobs/support-engineer-quiet-harbor/index.html".to_owned();
    for path in parts.cloned().chain([page]) {
        let file = board.place.path("live").join(&path);
        for damaged in [Some(&files[&path][..files[&path].len() / 2]), None] {
            match damaged {
                Some(bytes) => fs::write(&file, bytes).expect("written"),
                None => fs::remove_file(&file).expect("removed"),
            }
            let (_server, address) = live(&board.place);
            let output = board.build("fresh", NOW, &["--earlier-optional", "--earlier", &address]);
            assert_eq!(output.code, 2, "{path}: {output:?}");
            assert_says(&output.err, &[path.trim_end_matches("index.html"), "nothing was written"]);
            assert!(!board.place.path("fresh").exists(), "{path}");
        }
        fs::write(&file, &files[&path]).expect("written");
    }
    let (_server, address) = live(&board.place);
    assert_eq!(board.build("fresh", NOW, &["--earlier", &address]).code, 0);
}

#[test]
fn a_site_of_another_version_is_continued_without_its_history_as_in_place() {
    let board = Board { place: Place::new(), arguments: &[] };
    board.feed(&small_feed(), Some(&[]));
    for site in ["live", "site"] {
        assert_eq!(board.build(site, "2026-11-20", &[]).code, 0);
        board.place.write(&format!("{site}/history.json"), r#"{"format": 99}"#);
    }
    let (_server, address) = live(&board.place);
    let fresh = board.build("fresh", NOW, &["--earlier", &address]);
    assert_eq!((fresh.code, board.build("site", NOW, &[]).code), (0, 0), "{fresh:?}");
    assert_says(&fresh.out, &["is damaged or from another version"]);
    assert!(board.place.files("fresh") == board.place.files("site"));
}

/// Address of a server that gives this answer to every request.
fn answering(status: &str, body: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}/", listener.local_addr().expect("bound"));
    let answer = format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let _head = stream.read(&mut [0; 4_096]);
            // The client may have closed the connection.
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    address
}
