//! What a change of the feed changes in the index: how many of its bytes a visitor or a host has to take again.

use std::{collections::BTreeMap, fmt, fs, path::Path};

use serde_json::{Value, json};

use crate::{
    Error, built, site,
    workspace::{Workspace, run_into},
};

/// Of the bytes of an index, those in files that the index before did not have.
pub(crate) struct Rebuilt {
    /// What had changed in the feed.
    change: &'static str,
    written: u64,
    of: u64,
}

/// One posting in so many changes.
const ONE_IN: usize = 100;

/// Changes a hundredth of a generated feed, in two ways, and builds each; `site` is the board of the feed as it is.
pub(crate) fn measure(workspace: &Workspace, feed: &Path, site: &Path, day: &str) -> Result<Vec<Rebuilt>, Error> {
    let text = read(feed)?;
    let lines: Vec<&str> = text.lines().collect();
    let longer = feed.with_extension("longer.jsonl");
    generate(workspace, lines.len() + lines.len().div_ceil(ONE_IN), day, &longer)?;
    let longer_text = read(&longer)?;
    let new = longer_text.lines().skip(lines.len());
    let edited =
        lines.iter().enumerate().map(|(at, line)| if at % ONE_IN == 0 { edited(line) } else { (*line).into() });
    let replaced = lines.iter().enumerate().filter(|(at, _)| at % ONE_IN != 0).map(|(_, line)| *line).chain(new);
    let before = files(site)?;
    let changes: [(&str, Vec<String>); 2] = [
        ("1 % of postings edited", edited.collect()),
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

/// A sample of the benchmark's kind.
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

/// The chunks of a site with their sizes as they lie there.
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
