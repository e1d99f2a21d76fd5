//! `cargo xtask fuzz`: hostile bytes for every parser, guided by coverage.
//!
//! Installs cargo-fuzz if it is missing. Found inputs stay in the target folder, so that the next run starts with them.
//! Feeds are fuzzed source by source, with the words in the code as a dictionary.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    Error, tools,
    workspace::{Workspace, make_folder, output_of, run},
};

/// Options of `cargo xtask fuzz`.
#[derive(clap::Args)]
pub(crate) struct FuzzOptions {
    /// Targets to fuzz: `open`, `query_string`, `config`, `feed` for all feed formats, or a single format such as
    /// `feed-greenhouse` [default: all]
    targets: Vec<String>,
    /// Time for each target, in seconds.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
}

/// The folder of the fuzz targets.
const FOLDER: &str = "tests/fuzz";

/// Targets other than feeds.
const TARGETS: [&str; 3] = ["open", "query_string", "config"];

/// Prefix of the targets for sources of feeds.
const FEED: &str = "feed";

/// In bytes. Longer inputs find nothing that shorter ones don't, and take longer.
const LONGEST_INPUT: u32 = 4_096;

/// Fuzzes each target for its time. The first crash ends it, and prints how to repeat it.
pub(crate) fn fuzz(workspace: &Workspace, options: &FuzzOptions) -> Result<ExitCode, Error> {
    tools::install_fuzzer(workspace)?;
    let dictionary = write_dictionary(workspace)?;
    let feeds = feeds(workspace)?;
    let chosen: Vec<String> = match options.targets.as_slice() {
        [] => TARGETS.iter().map(|target| (*target).to_owned()).chain(feeds).collect(),
        chosen => {
            chosen.iter().flat_map(|target| if target == FEED { feeds.clone() } else { vec![target.clone()] }).collect()
        }
    };
    for target in chosen {
        let corpus = workspace.target.join("fuzz").join(&target);
        make_folder(&corpus)?;
        let kind = target.strip_prefix(FEED).and_then(|rest| rest.strip_prefix('-'));
        let mut command = workspace.cargo(["fuzz", "run", "--fuzz-dir", FOLDER, "--sanitizer", "none"]);
        command.arg(if kind.is_some() { FEED } else { &target }).arg(&corpus).arg("--");
        command.arg(format!("-max_total_time={}", options.seconds)).arg(format!("-max_len={LONGEST_INPUT}"));
        if let Some(kind) = kind {
            command.arg(format!("-dict={}", dictionary.display()));
            command.env("OPENROLES_FUZZ_KIND", kind).env("OPENROLES_FUZZ_CORPUS", &corpus);
        }
        // The fuzzer's instrumentation is unstable in every compiler.
        run(command.env("RUSTC_BOOTSTRAP", "1"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The target for each kind of feed.
fn feeds(workspace: &Workspace) -> Result<Vec<String>, Error> {
    let kinds = output_of(&mut workspace.cargo(["run", "--package", "openroles-feeds", "--example", "kinds"]))?;
    Ok(kinds.lines().map(|kind| format!("{FEED}-{kind}")).collect())
}

/// Collects the quoted words in the code that reads feeds: field names, and words with a meaning.
fn write_dictionary(workspace: &Workspace) -> Result<PathBuf, Error> {
    let mut words = BTreeSet::new();
    for folder in ["crates/feeds/src/feed", "crates/feeds/src/ingest"] {
        let folder = workspace.root.join(folder);
        let entries = fs::read_dir(&folder).map_err(|source| Error::File { path: folder.clone(), source })?;
        for entry in entries.flatten() {
            words.extend(quoted(&entry.path())?);
        }
    }
    let path = workspace.target.join("fuzz").join("feed.dict");
    make_folder(&workspace.target.join("fuzz"))?;
    let lines: String = words.iter().map(|word| format!("\"{word}\"\n")).collect();
    fs::write(&path, lines).map_err(|source| Error::File { path: path.clone(), source })?;
    Ok(path)
}

/// The plain words between quotation marks in a source file.
fn quoted(path: &Path) -> Result<Vec<String>, Error> {
    let text = fs::read_to_string(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let is_plain = |word: &&str| {
        let is_short = (2..=32).contains(&word.len());
        is_short && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" _-.@:".contains(&byte))
    };
    Ok(text.lines().flat_map(|line| line.split('"').skip(1).step_by(2)).filter(is_plain).map(str::to_owned).collect())
}
