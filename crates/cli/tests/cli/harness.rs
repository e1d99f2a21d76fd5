//! What the tests of all commands share: feeds, builds, searches, and the files of a site.
//!
//! The folder that commands run in is `support/place.rs`, which other targets use, too.

use std::{
    collections::BTreeMap,
    fs,
    io::{Read, Write},
    path::Path,
    process::Stdio,
};

use openroles_engine::index::{Index, MANIFEST_PATH, Manifest, OpenError};
use openroles_model::domain::Date;
use serde_json::{Value, json};

pub(crate) use crate::place::{Ended, NOW, Place, tiny_app};

impl Place {
    /// A place with `jobs.json` and the site built from it.
    pub(crate) fn with_site(feed: &[Value]) -> Self {
        let place = Self::new();
        place.feed("jobs.json", feed);
        let output = place.build(&["--feed", "jobs.json"]);
        assert_eq!(output.code, 0, "{output:?}");
        place
    }

    /// Writes postings as a JSON feed.
    pub(crate) fn feed(&self, path: &str, postings: &[Value]) {
        self.write(path, &serde_json::to_string(postings).expect("json"));
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        Ended::of(&mut self.command(arguments))
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Ended {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("started");
        child.stdin.take().expect("piped").write_all(input).expect("written");
        Ended::from_output(&child.wait_with_output().expect("ended"))
    }

    /// Builds into `site` on the day `NOW`.
    pub(crate) fn build(&self, arguments: &[&str]) -> Ended {
        self.run(&[&["build", "--out", "site", "--now", NOW], arguments].concat())
    }

    /// What a search of `site` prints with `--json`.
    pub(crate) fn search(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[&["search", "site", "--json", "--now", NOW], arguments].concat());
        assert_eq!(output.code, 0, "{output:?}");
        output.json()
    }

    /// The values that a page of `site` contains.
    #[track_caller]
    pub(crate) fn values(&self, page: &str) -> Value {
        let html = self.page(page);
        let block = html.rsplit_once("id=\"page-data\"").and_then(|(_, rest)| rest.split_once('>'));
        let json = block.and_then(|(_, rest)| rest.split_once("</script>")).expect("a page with values").0;
        serde_json::from_str::<Value>(json).expect("json")["page"].take()
    }

    /// The manifest of `site`.
    pub(crate) fn manifest(&self) -> Manifest {
        Manifest::parse(self.page(MANIFEST_PATH).as_bytes()).expect("a manifest")
    }

    /// A gzipped file in a folder of `site`, unpacked.
    pub(crate) fn chunk(&self, folder: &str, name: &str) -> Vec<u8> {
        let packed = fs::read(self.path("site").join(folder).join(name)).expect("a chunk");
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).expect("gzip");
        bytes
    }

    /// An index in a folder of `site`, opened for a day with all chunks. `names` are its columns and its first builds.
    pub(crate) fn index(&self, folder: &str, names: (&str, Option<&str>), now: Date) -> Index {
        let read = |name: &str| Ok::<_, OpenError>(self.chunk(folder, name));
        let index = read(names.0).and_then(|columns| Index::open(&columns, now)?.with_first_seen(names.1));
        index.and_then(|index| index.with_all(read)).expect("an index")
    }

    /// The names of what is directly in the folder, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path(".")).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Every file below a folder, by its path in that folder.
    pub(crate) fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let root = self.path(folder);
        let mut files = BTreeMap::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.insert(below(&root, &path), fs::read(&path).expect("read"));
                }
            }
        }
        files
    }
}

impl Ended {
    /// The standard output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// Two jobs: 7, a Rust engineer at Acme Tools in Pune, and 8, a support engineer at Quiet Harbor in Berlin.
pub(crate) fn small_feed() -> Vec<Value> {
    vec![
        json!({
            "@type": "JobPosting",
            "identifier": "7",
            "title": "Rust engineer",
            "hiringOrganization": {"@type": "Organization", "name": "Acme Tools"},
            "skills": ["Rust", "Linux"],
            "description": "Build tools that others build with.",
            "jobLocation": {"@type": "Place", "address": {"addressLocality": "Pune", "addressCountry": "IN"}},
            "datePosted": "2026-11-20",
        }),
        json!({
            "@type": "JobPosting",
            "identifier": "8",
            "title": "Support engineer",
            "hiringOrganization": {"@type": "Organization", "name": "Quiet Harbor"},
            "skills": ["Linux"],
            "description": "Answer those who are stuck.",
            "jobLocation": {"@type": "Place", "address": {"addressLocality": "Berlin", "addressCountry": "DE"}},
            "datePosted": "2026-11-21",
        }),
    ]
}

/// Asserts that a text contains all of these words.
#[track_caller]
pub(crate) fn assert_says(text: &str, expected: &[&str]) {
    for words in expected {
        assert!(text.contains(words), "`{words}` is not in {text}");
    }
}

/// What a site's history records, unpacked: `history.json` and its parts.
pub(crate) fn history(files: &BTreeMap<String, Vec<u8>>) -> String {
    let parts = files.iter().filter(|(path, _)| path.starts_with("data/history."));
    let unpacked = parts.map(|(path, bytes)| {
        let mut text = String::new();
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text).expect(path);
        text
    });
    text(files, "history.json") + &unpacked.collect::<String>()
}

/// One of a site's `files`, as text.
pub(crate) fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8_lossy(files.get(path).unwrap_or_else(|| panic!("no {path}"))).into_owned()
}

fn below(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).expect("below").to_string_lossy().replace('\\', "/")
}
