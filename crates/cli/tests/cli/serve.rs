//! `openroles serve`: what the preview answers, and to how many connections.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Stdio},
    time::Duration,
};

use crate::harness::{Place, small_feed};

#[test]
fn the_preview_serves_the_site_under_its_base_path_and_allows_its_live_feed() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    assert_eq!(place.build(&["--feed", "jobs.json", "--base-path", "/board/"]).code, 0);
    place.write("site/config.json", r#"{"source": "feed", "url": "https://feed.example.com/v1/jobs.json"}"#);
    let preview = Preview::of(&place);
    let host = preview.host("/board/");
    let found = get(host, "/board/data/manifest.json").to_lowercase();
    let lost = get(host, "/../jobs.json");
    assert!(found.starts_with("http/1.1 200"), "{found}");
    assert!(found.contains("content-security-policy: default-src 'self'"), "{found}");
    assert!(found.contains("connect-src 'self' https://feed.example.com;"), "{found}");
    assert!(found.contains("cache-control: no-cache"), "{found}");
    assert!(lost.starts_with("HTTP/1.1 404"), "{lost}");
}

#[test]
fn the_preview_answers_a_whole_burst_of_connections_that_stay_open() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    let preview = Preview::of(&place);
    let host = preview.host("/");
    let ask = |_| {
        let mut stream = TcpStream::connect(host).expect("connected");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("set");
        write!(stream, "GET /data/manifest.json HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("sent");
        stream
    };
    let waiting: Vec<TcpStream> = (0..60).map(ask).collect();
    let answered = waiting.iter().filter(|stream| {
        let mut line = String::new();
        BufReader::new(*stream).read_line(&mut line).is_ok_and(|_| line.starts_with("HTTP/1.1 200"))
    });
    assert_eq!(answered.count(), waiting.len());
}

/// A running preview; dropping it stops the server.
pub(crate) struct Preview {
    server: Child,
    address: String,
}

impl Preview {
    fn of(place: &Place) -> Self {
        Self::of_folder(place, "site")
    }

    /// A preview of the site in a folder.
    pub(crate) fn of_folder(place: &Place, folder: &str) -> Self {
        let mut command = place.command(&["serve", folder, "--port", "0"]);
        let mut server = command.stdout(Stdio::piped()).spawn().expect("started");
        let mut address = String::new();
        BufReader::new(server.stdout.take().expect("piped")).read_line(&mut address).expect("an address");
        Self { server, address: address.trim().to_owned() }
    }

    /// Address of the front page.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Host and port of a site served under this base path.
    fn host(&self, base_path: &str) -> &str {
        let host = self.address.strip_prefix("http://").and_then(|rest| rest.strip_suffix(base_path));
        host.expect(&self.address)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.server.kill().expect("stopped");
        self.server.wait().expect("gone");
    }
}

fn get(host: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(host).expect("connected");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("received");
    answer
}
