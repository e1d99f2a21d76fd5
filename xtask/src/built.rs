//! Builds a board to measure it: time, memory, and bytes by part.

use std::{
    fmt, fs,
    path::Path,
    process::{Child, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{
    Error, site,
    workspace::{Workspace, output_of},
};

/// The costs of a build, and its results.
pub(crate) struct BuildFigures {
    pub(crate) job_count: usize,
    pub(crate) cost: Cost,
    pub(crate) parts: Vec<IndexPart>,
}

/// The costs of a build.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) seconds: f64,
    /// Peak memory; `None` if the system doesn't tell.
    pub(crate) peak_bytes: Option<u64>,
}

/// Files of the index that belong together.
pub(crate) struct IndexPart {
    pub(crate) name: String,
    pub(crate) files: u64,
    pub(crate) raw: u64,
    /// Sizes in bytes, as in the site.
    pub(crate) gzip: u64,
    pub(crate) brotli: u64,
}

/// The interval for reading a build's memory.
const GLANCE: Duration = Duration::from_millis(20);

/// Measures the chunks file by file, as a host would send them.
const MEASURE: &str = r#"
const fs = require("fs"), path = require("path"), zlib = require("zlib");
const folder = path.join(process.argv[1], "data"), parts = {};
for (const name of fs.readdirSync(folder).filter((name) => name.endsWith(".bin"))) {
  const bytes = fs.readFileSync(path.join(folder, name)), raw = zlib.gunzipSync(bytes);
  const part = (parts[name.split(".")[0]] ??= { files: 0, raw: 0, gzip: 0, brotli: 0 });
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 };
  part.files += 1, part.raw += raw.length, part.gzip += bytes.length;
  part.brotli += Math.min(zlib.brotliCompressSync(raw, { params }).length, raw.length);
}
console.log(JSON.stringify({ jobs: JSON.parse(fs.readFileSync(path.join(folder, "manifest.json"))).job_count, parts }));
"#;

/// Builds a feed's index, without pages.
pub(crate) fn build(workspace: &Workspace, feed: &Path, out: &Path, day: &str) -> Result<BuildFigures, Error> {
    let cost = run_build(workspace, feed, out, day, &["--pages", "none"])?;
    let sizes = output_of(workspace.command("node").args(["-e", MEASURE]).arg(out))?;
    let unusable = |error: serde_json::Error| Error::Unusable { path: out.to_owned(), problem: error.to_string() };
    let sizes: Value = serde_json::from_str(&sizes).map_err(unusable)?;
    let parts = sizes["parts"].as_object().into_iter().flatten().map(|(name, part)| IndexPart {
        name: name.clone(),
        files: part["files"].as_u64().unwrap_or(0),
        raw: part["raw"].as_u64().unwrap_or(0),
        gzip: part["gzip"].as_u64().unwrap_or(0),
        brotli: part["brotli"].as_u64().unwrap_or(0),
    });
    Ok(BuildFigures { job_count: sizes["jobs"].as_u64().unwrap_or(0) as usize, cost, parts: parts.collect() })
}

/// Runs `openroles build` with additional arguments.
pub(crate) fn run_build(
    workspace: &Workspace,
    feed: &Path,
    out: &Path,
    day: &str,
    more: &[&str],
) -> Result<Cost, Error> {
    let mut command = workspace.command(site::openroles(workspace));
    command.arg("build").arg("--feed").arg(feed).arg("--out").arg(out);
    command.args(["--now", day, "--quiet"]).args(more).stdout(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn().map_err(|source| Error::starting("openroles", source))?;
    let peak_bytes = peak_memory(&mut child)?;
    let seconds = start.elapsed().as_secs_f64();
    let status = child.wait().map_err(|source| Error::starting("openroles", source))?;
    // Exit code 1 means that records were rejected, which is normal for real feeds.
    match status.code() {
        Some(0 | 1) => Ok(Cost { seconds, peak_bytes }),
        _ => Err(Error::Failed { command: format!("openroles build {}", feed.display()), ending: status.to_string() }),
    }
}

/// Waits until a program ends; returns its peak memory, if Linux tells.
fn peak_memory(child: &mut Child) -> Result<Option<u64>, Error> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().map_err(|source| Error::starting("openroles", source))?.is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let kilobytes = text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        let bytes = kilobytes.and_then(|number| number.parse::<u64>().ok()).map(|kilobytes| kilobytes << 10);
        peak = peak.max(bytes);
        thread::sleep(GLANCE);
    }
    Ok(peak)
}

impl BuildFigures {
    pub(crate) fn as_json(&self) -> Value {
        let parts = self.parts.iter().map(|part| {
            let sizes = json!({ "files": part.files, "raw": part.raw, "gzip": part.gzip, "brotli": part.brotli });
            (part.name.clone(), sizes)
        });
        json!({
            "jobs": self.job_count,
            "seconds": self.cost.seconds,
            "peak_bytes": self.cost.peak_bytes,
            "parts": parts.collect::<serde_json::Map<_, _>>(),
        })
    }
}

impl fmt::Display for BuildFigures {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{} jobs, built without pages in {}", self.job_count, self.cost)?;
        writeln!(
            formatter,
            "{:<12}{:>8}{:>14}{:>14}{:>14}{:>12}",
            "chunks", "files", "raw", "gzip", "brotli", "gzip/job"
        )?;
        for IndexPart { name, files, raw, gzip, brotli } in &self.parts {
            let per_job = *gzip as f64 / self.job_count.max(1) as f64;
            writeln!(formatter, "{name:<12}{files:>8}{raw:>14}{gzip:>14}{brotli:>14}{per_job:>12.1}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:.1} s", self.seconds)?;
        match self.peak_bytes {
            Some(bytes) => write!(formatter, ", {:.0} MB at most", bytes as f64 / 1e6),
            None => Ok(()),
        }
    }
}
