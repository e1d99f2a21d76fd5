//! How a change in the feed changes the site: the bytes that visitors or hosts have to load again.

use std::{collections::BTreeMap, fmt, fs, path::Path};

use serde_json::{Value, json};

use xxhash_rust::xxh3::xxh3_64;

use crate::{
    Error,
    built::{self, Cost},
    site,
    workspace::{Workspace, run_into},
};

/// The part of an index that is in files that the index before the change didn't have.
pub(crate) struct Rebuilt {
    /// The change in the feed, in words.
    change: &'static str,
    written: u64,
    of: u64,
}

/// The share of postings that change: one in this many.
const ONE_IN: usize = 100;

/// Changes 1 % of a generated feed in two ways, and builds each; `site` is the board of the unchanged feed.
pub(crate) fn measure(workspace: &Workspace, feed: &Path, site: &Path, day: &str) -> Result<Vec<Rebuilt>, Error> {
    let text = read(feed)?;
    let lines: Vec<&str> = text.lines().collect();
    let longer = feed.with_extension("longer.jsonl");
    generate(workspace, lines.len() + lines.len().div_ceil(ONE_IN), day, &longer)?;
    let longer_text = read(&longer)?;
    let new = longer_text.lines().skip(lines.len());
    let replaced = lines.iter().enumerate().filter(|(at, _)| at % ONE_IN != 0).map(|(_, line)| *line).chain(new);
    let before = files(site)?;
    let changes: [(&str, Vec<String>); 2] = [
        ("1 % of postings edited", with_edits(&text)),
        ("1 % of postings replaced by new ones", replaced.map(str::to_owned).collect()),
    ];
    let rebuild = |(change, lines): (&'static str, Vec<String>)| {
        let (changed, out) = (feed.with_extension("changed.jsonl"), site.with_extension("changed"));
        fs::write(&changed, lines.join("\n")).map_err(|source| Error::File { path: changed.clone(), source })?;
        built::build(workspace, &changed, &out, day)?;
        let after = files(&out)?;
        let written = after.iter().filter(|(name, _)| !before.contains_key(*name)).map(|(_, bytes)| bytes).sum();
        Ok(Rebuilt { change, written, of: after.values().sum() })
    };
    changes.into_iter().map(rebuild).collect()
}

/// A site with every page, built twice: from a generated feed, then over that with 1 % of the postings edited.
pub(crate) struct WholeSite {
    first: Cost,
    second: Cost,
    files: usize,
    bytes: u64,
    /// Bytes in files that are new or changed.
    written: u64,
}

/// Builds both sites, with the app.
pub(crate) fn measure_pages(workspace: &Workspace, feed: &Path, out: &Path, day: &str) -> Result<WholeSite, Error> {
    let app = workspace.root.join("dist").to_string_lossy().into_owned();
    let more = ["--app", &app, "--site-url", "https://jobs.example.com"];
    let first = built::run_build(workspace, feed, out, day, &more)?;
    let before = fingerprints(out)?;
    let changed = feed.with_extension("changed.jsonl");
    let lines = with_edits(&read(feed)?).join("\n");
    fs::write(&changed, lines).map_err(|source| Error::File { path: changed.clone(), source })?;
    // A feed is identified by its path, so the changed one needs the same.
    fs::rename(&changed, feed).map_err(|source| Error::File { path: changed, source })?;
    let second = built::run_build(workspace, feed, out, day, &more)?;
    let after = fingerprints(out)?;
    let bytes = |is_meant: &dyn Fn(&String, &Fingerprint) -> bool| {
        after.iter().filter(|(path, file)| is_meant(path, file)).map(|(_, file)| file.bytes).sum()
    };
    let written = bytes(&|path, file| before.get(path) != Some(file));
    Ok(WholeSite { first, second, files: after.len(), bytes: bytes(&|_, _| true), written })
}

/// Distinguishes a file's contents from another's.
#[derive(PartialEq, Eq)]
struct Fingerprint {
    bytes: u64,
    hash: u64,
}

/// All files in a folder and below, by path.
fn fingerprints(folder: &Path) -> Result<BTreeMap<String, Fingerprint>, Error> {
    let failed = |source| Error::File { path: folder.to_owned(), source };
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let content = fs::read(&path).map_err(failed)?;
            let fingerprint = Fingerprint { bytes: content.len() as u64, hash: xxh3_64(&content) };
            found.insert(path.to_string_lossy().into_owned(), fingerprint);
        }
    }
    Ok(found)
}

/// The feed's lines, with 1 % of them edited.
fn with_edits(text: &str) -> Vec<String> {
    let lines = text.lines().enumerate();
    lines.map(|(at, line)| if at % ONE_IN == 0 { edited(line) } else { line.to_owned() }).collect()
}

/// Writes a generated feed for the benchmark.
pub(crate) fn generate(workspace: &Workspace, count: usize, day: &str, out: &Path) -> Result<(), Error> {
    let mut sample = workspace.command(site::openroles(workspace));
    sample.args(["sample", "--brief", "--seed", "1", "--now", day, "--count", &count.to_string()]);
    run_into(&mut sample, out)
}

/// The same posting with another text.
fn edited(line: &str) -> String {
    let Ok(mut posting) = serde_json::from_str::<Value>(line) else { return line.to_owned() };
    posting["description"] = "A sample posting whose text has been revised.".into();
    posting.to_string()
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|source| Error::File { path: path.to_owned(), source })
}

/// The chunks of a site, with their sizes in bytes as stored.
fn files(site: &Path) -> Result<BTreeMap<String, u64>, Error> {
    let folder = site.join("data");
    let failed = |source| Error::File { path: folder.clone(), source };
    let mut sizes = BTreeMap::new();
    for entry in fs::read_dir(&folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        sizes.insert(entry.file_name().to_string_lossy().into_owned(), entry.metadata().map_err(failed)?.len());
    }
    Ok(sizes)
}

impl Rebuilt {
    pub(crate) fn as_json(&self) -> Value {
        json!({ "change": self.change, "written_bytes": self.written, "of_bytes": self.of })
    }
}

impl fmt::Display for Rebuilt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = self.written as f64 * 100.0 / self.of.max(1) as f64;
        write!(formatter, "{}: {} of {} bytes are new ({share:.0} %)", self.change, self.written, self.of)
    }
}

impl WholeSite {
    pub(crate) fn as_json(&self) -> Value {
        let cost = |cost: Cost| json!({ "seconds": cost.seconds, "peak_bytes": cost.peak_bytes });
        json!({
            "first": cost(self.first),
            "second": cost(self.second),
            "files": self.files,
            "bytes": self.bytes,
            "written_bytes": self.written,
        })
    }
}

impl fmt::Display for WholeSite {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, second, files, bytes, written } = self;
        let share = *written as f64 * 100.0 / (*bytes).max(1) as f64;
        writeln!(formatter, "with every page: {files} files, {:.0} MB, built in {first}", *bytes as f64 / 1e6)?;
        write!(formatter, "1 % of postings edited, built again: {second}; {written} bytes are new ({share:.0} %)")
    }
}
