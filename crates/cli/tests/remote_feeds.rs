//! Feeds from the web: fetched only when they may have changed, and cached for when the network fails.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

#[path = "support/place.rs"]
mod place;

use place::{Ended, NOW, Place};

const FEED: &str =
    r#"[{"id": "1", "title": "Cook", "company": "Acme"}, {"id": "2", "title": "Baker", "company": "Acme"}]"#;

/// Server that gives these answers in order and then repeats the last one.
struct Server {
    address: String,
    /// Heads of all requests, in lowercase.
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn answering(answers: Vec<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = format!("http://{}/jobs.json", listener.local_addr().expect("bound"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        thread::spawn(move || {
            for (number, stream) in listener.incoming().enumerate() {
                let answer = &answers[number.min(answers.len() - 1)];
                seen.lock().expect("no test panics here").push(answer_to(&stream.expect("a connection"), answer));
            }
        });
        Self { address, requests }
    }

    fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("no test panics here").clone()
    }
}

fn answer_to(mut stream: &TcpStream, answer: &str) -> String {
    let mut lines = BufReader::new(stream).lines();
    let mut next =
        || -> Vec<String> { lines.by_ref().map_while(Result::ok).take_while(|line| !line.is_empty()).collect() };
    let mut head = next();
    // A request through a proxy can start with CONNECT.
    if head.first().is_some_and(|line| line.starts_with("CONNECT ")) {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        head = next();
    }
    // The client may have closed the connection.
    let _ = stream.write_all(answer.as_bytes());
    head.join("\n").to_lowercase()
}

fn answer(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n{body}", body.len())
}

fn feed(headers: &str) -> String {
    answer("200 OK", headers, FEED)
}

impl Place {
    fn build(&self, address: &str) -> (i32, String) {
        self.build_on(address, NOW)
    }

    fn build_on(&self, address: &str, day: &str) -> (i32, String) {
        self.build_with("", &["--feed", address, "--now", day])
    }

    /// Builds from an address that is fetched through this proxy.
    fn build_through(&self, proxy: &str, address: &str) -> (i32, String) {
        self.build_with(proxy, &["--feed", address, "--now", NOW])
    }

    /// Builds into `site`, caches feeds in `cache`, and returns the exit code and all that was printed.
    fn build_with(&self, proxy: &str, arguments: &[&str]) -> (i32, String) {
        let mut command = self.command(&[&["build", "--out", "site"], arguments].concat());
        command.env("OPENROLES_CACHE", self.path("cache"));
        if !proxy.is_empty() {
            command.env("HTTP_PROXY", proxy).env("NO_PROXY", "");
        }
        let Ended { code, out, err } = Ended::of(&mut command);
        (code, out + &err)
    }
}

#[test]
fn a_feeds_address_determines_the_company_and_the_links_of_its_postings() {
    let place = Place::new();
    let feed = "<workzag-jobs><position><id>18</id><name>Baker</name><recruitingCategory>Food</recruitingCategory></position></workzag-jobs>";
    let server = Server::answering(vec![answer("200 OK", "", feed)]);
    let proxy = server.address.trim_end_matches("/jobs.json");
    let (code, text) = place.build_through(proxy, "http://acme.jobs.personio.de/xml");
    assert_eq!(code, 0, "{text}");
    let page = place.page("jobs/baker-acme/index.html");
    assert!(page.contains("http://acme.jobs.personio.de/job/18"), "{page}");
}

#[test]
fn a_feed_is_fetched_once_and_then_only_when_it_has_changed() {
    let place = Place::new();
    let one = r#"[{"id": "1", "title": "Cook", "company": "Acme"}]"#;
    let server = Server::answering(vec![
        feed("ETag: \"v1\"\r\nLast-Modified: Mon, 23 Nov 2026 10:00:00 GMT\r\n"),
        answer("304 Not Modified", "", ""),
        answer("200 OK", "ETag: \"v2\"\r\n", one),
        answer("304 Not Modified", "", ""),
    ]);
    for (round, jobs) in ["2 jobs from", "2 jobs from", "1 job from", "1 job from"].iter().enumerate() {
        let (code, text) = place.build(&server.address);
        assert_eq!(code, 0, "{round}: {text}");
        assert!(text.contains(jobs), "{round}: {text}");
    }
    let requests = server.requests();
    assert!(!requests[0].contains("if-none-match"), "{}", requests[0]);
    assert!(requests[1].contains("if-none-match: \"v1\""), "{}", requests[1]);
    assert!(requests[1].contains("if-modified-since: mon, 23 nov 2026 10:00:00 gmt"), "{}", requests[1]);
    assert!(requests[3].contains("if-none-match: \"v2\""), "{}", requests[3]);
}

#[test]
fn when_the_network_fails_the_cached_feed_is_used_and_its_age_is_printed() {
    let place = Place::new();
    let server = Server::answering(vec![feed("ETag: \"v1\"\r\n"), answer("404 Not Found", "", "gone")]);
    assert_eq!(place.build(&server.address).0, 0);
    let (code, text) = place.build(&server.address);
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("404") && text.contains("used the cached copy from less than an hour ago"), "{text}");
    assert!(text.contains("2 jobs from 1 feed"), "{text}");
}

#[test]
fn a_truncated_feed_never_replaces_a_complete_one() {
    let place = Place::new();
    let torn = format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 900\r\n\r\n{}", &FEED[..40]);
    let server = Server::answering(vec![feed(""), torn]);
    assert_eq!(place.build(&server.address).0, 0);
    let (code, text) = place.build(&server.address);
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("download was interrupted") && text.contains("2 jobs"), "{text}");
    assert_eq!(server.requests().len(), 4, "three attempts after the first build");
}

#[test]
fn a_server_that_answers_503_is_asked_again() {
    let place = Place::new();
    let server = Server::answering(vec![answer("503 Service Unavailable", "Retry-After: 1\r\n", ""), feed("")]);
    let (code, text) = place.build(&server.address);
    assert_eq!(code, 0, "{text}");
    assert_eq!(server.requests().len(), 2);
}

#[test]
fn a_feed_that_was_never_fetched_is_an_error_that_names_its_address() {
    let place = Place::new();
    let server = Server::answering(vec![answer("403 Forbidden", "", "")]);
    let (code, text) = place.build(&server.address);
    assert_eq!(code, 2, "{text}");
    assert!(text.contains(&server.address) && text.contains("403"), "{text}");
    assert!(!fs::exists(place.path("site")).expect("readable"), "nothing was written");
}

#[test]
fn a_logo_is_shown_from_the_sites_own_copy_or_not_at_all() {
    let server = Server::answering(vec![answer("200 OK", "Content-Type: image/gif\r\n", "GIF89a and so on")]);
    let place = Place::new();
    let employer = format!(r#"{{"@type": "Organization", "name": "Acme", "logo": "{}"}}"#, server.address);
    let posting =
        format!(r#"{{"@type": "JobPosting", "identifier": "1", "title": "Cook", "hiringOrganization": {employer}}}"#);
    place.write("jobs.json", &posting);
    place.write("board.toml", "name = \"Board\"\n[logos]\nfetch = true\n");
    let company = || place.page("companies/acme/index.html");

    let (code, text) = place.build("jobs.json");
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("`[logos] fetch = true`"), "{text}");
    assert!(!company().contains("<img") && !company().contains("\"logo\":\"http"), "{}", company());
    assert_eq!(server.requests(), Vec::<String>::new());

    let (code, text) = place.build_with("", &["--feed", "jobs.json", "--config", "board.toml", "--now", NOW]);
    assert_eq!(code, 0, "{text}");
    let page = company();
    let copy = page.split("<img class=\"monogram\" src=\"/").nth(1).and_then(|rest| rest.split('"').next());
    let copy = copy.expect("a picture of the site");
    assert_eq!(place.page(copy), "GIF89a and so on");
    assert!(page.contains(&format!("\"logo\":\"{}\"", server.address)), "{page}");
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn without_a_cached_feed_the_jobs_of_the_last_build_stay_and_their_age_is_printed() {
    let place = Place::new();
    let server = Server::answering(vec![feed(""), answer("403 Forbidden", "", "")]);
    assert_eq!(place.build_on(&server.address, "2026-11-20").0, 0);
    // The second build must not mistake the jobs that the first one kept for new ones.
    for (day, age) in [("2026-11-23", "2026-11-20 (3 days ago)"), ("2026-11-25", "2026-11-20 (5 days ago)")] {
        fs::remove_dir_all(place.path("cache")).expect("removed");
        let (code, text) = place.build_on(&server.address, day);
        assert_eq!(code, 1, "{text}");
        for words in [server.address.as_str(), "403", "2 jobs from 0 feeds", "2 jobs kept from the last build", age] {
            assert!(text.contains(words), "not said: `{words}` in {text}");
        }
        assert!(fs::exists(place.path("site/jobs/cook-acme/index.html")).expect("readable"), "{text}");
    }
}

#[test]
fn among_several_feeds_the_age_of_those_that_failed_is_printed() {
    let place = Place::new();
    let server = Server::answering(vec![feed(""), answer("403 Forbidden", "", "")]);
    place.write("more.json", r#"[{"id": "9", "title": "Clerk", "company": "Globex"}]"#);
    let build = |day: &str| place.build_with("", &["--now", day, "--feed", &server.address, "more.json"]);
    assert_eq!(build("2026-11-20").0, 0);
    fs::remove_dir_all(place.path("cache")).expect("removed");
    for (day, age) in [("2026-11-21", "2026-11-20 (1 day ago)"), ("2026-11-22", "2026-11-20 (2 days ago)")] {
        let (code, text) = build(day);
        assert_eq!(code, 1, "{text}");
        assert!(text.contains("3 jobs from 1 feed") && text.contains("2 jobs kept") && text.contains(age), "{text}");
    }
}

#[test]
fn a_wrong_path_is_not_a_network_failure() {
    let place = Place::new();
    let server = Server::answering(vec![feed("")]);
    assert_eq!(place.build(&server.address).0, 0);
    let (code, text) = place.build("gone.json");
    assert_eq!(code, 2, "{text}");
}
