//! `cargo xtask bench`: measures the engine on boards of several sizes, and compares it with other search engines in a
//! real browser.
//!
//! Generated or real feeds go in. Tables come out on the terminal, and all figures as JSON. It asserts nothing: what
//! must hold on every machine is in the tests.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use serde_json::{Value, json};

use crate::{
    Error, browsers, built,
    programs::{self, MEASURED_ENGINE},
    rebuilt::{self, Rebuilt, WholeSite},
    tools,
    workspace::{Workspace, make_folder, output_of, run, run_into},
};

/// Options of `cargo xtask bench`.
#[derive(clap::Args)]
pub(crate) struct BenchOptions {
    /// Measure with this feed. Without it, generated feeds and any available real feeds are used.
    #[arg(long, value_name = "FEED")]
    corpus: Option<PathBuf>,
    /// Day for which the feed's board is built, such as 2026-11-23 [default: the newest posting date in the feed, which
    /// takes an additional pass through it]
    #[arg(long, value_name = "DATE", requires = "corpus")]
    day: Option<String>,
    /// Queries to type, as a JSON array of strings or of `{"q": …, "wants": […]}`, where `wants` lists the words of a
    /// good hit.
    #[arg(long, value_name = "QUERIES.json")]
    queries: Option<PathBuf>,
    /// Numbers of postings in the generated feeds.
    #[arg(long, value_name = "N,N", value_delimiter = ',', default_values_t = [10_000, 100_000])]
    sizes: Vec<usize>,
    /// Compare only these engines, such as `openroles,flexsearch`.
    #[arg(long, value_name = "A,B")]
    only: Option<String>,
    /// Time in which each engine answers keystrokes, in seconds.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
    /// Only build the boards and measure the builds, without a browser.
    #[arg(long)]
    build_only: bool,
    /// Also build the generated boards with all pages, and build them again after a change. Requires `cargo xtask app`
    /// first.
    #[arg(long)]
    pages: bool,
}

/// The day for which generated boards are built, so that the same command measures the same jobs.
const DAY: &str = "2026-11-01";

/// A feed to measure.
struct Feed {
    name: String,
    path: PathBuf,
    /// The day for which its board is built.
    day: String,
    origin: FeedOrigin,
}

/// Where a feed comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FeedOrigin {
    /// It was generated for the benchmark, so it can also be generated with changes.
    Generated,
    /// It is a real feed.
    Given,
}

/// What openroles is compared with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comparison {
    /// The engines that the developer chooses.
    Peers,
    /// Nothing: the board is too large for the others. The queries come from a part of its jobs.
    Nobody,
}

impl Comparison {
    fn of(job_count: usize) -> Self {
        if job_count > MOST_FOR_PEERS { Self::Nobody } else { Self::Peers }
    }
}

/// With more postings, most other engines take minutes to load, or don't load at all.
const MOST_FOR_PEERS: usize = 200_000;

/// Real feeds, which are measured if they are available.
const REAL_FEEDS: [&str; 2] = ["greenhouse_index.jsonl.gz", "nhs_jobposting_jsonld.jsonl.gz"];

/// Measures and prints everything.
pub(crate) fn bench(workspace: &Workspace, options: &BenchOptions) -> Result<ExitCode, Error> {
    let folder = workspace.target.join("bench");
    make_folder(&folder)?;
    run(&mut workspace.cargo(["build", "--release", "--package", "openroles"]))?;
    run(&mut workspace.cargo(["bench", "--package", "openroles-engine", "--bench", "engine"]))?;
    let mut figures = Vec::new();
    for feed in feeds(workspace, options, &folder)? {
        println!("\n── {} ──", feed.name);
        let place = folder.join(format!("board-{}", feed.name));
        make_folder(&place)?;
        let built = built::build(workspace, &feed.path, &place.join("site"), &feed.day)?;
        println!("{built}");
        let peers = match options.build_only {
            true => Value::Null,
            false => compare(workspace, options, &feed, &place, Comparison::of(built.job_count))?,
        };
        let rebuilt = match feed.origin {
            FeedOrigin::Generated => rebuilt::measure(workspace, &feed.path, &place.join("site"), &feed.day)?,
            FeedOrigin::Given => Vec::new(),
        };
        rebuilt.iter().for_each(|each| println!("{each}"));
        let rebuilt: Vec<_> = rebuilt.iter().map(Rebuilt::as_json).collect();
        let pages = match (options.pages, feed.origin) {
            (true, FeedOrigin::Generated) => {
                Some(rebuilt::measure_pages(workspace, &feed.path, &place.join("pages"), &feed.day)?)
            }
            _ => None,
        };
        pages.iter().for_each(|whole| println!("{whole}"));
        figures.push(json!({
            "corpus": feed.name,
            "build": built.as_json(),
            "rebuild": rebuilt,
            "pages": pages.as_ref().map(WholeSite::as_json),
            "browser": peers,
        }));
    }
    let out = folder.join("results.json");
    write(&out, &Value::from(figures).to_string())?;
    println!("\nAll figures: {}", out.display());
    Ok(ExitCode::SUCCESS)
}

/// The feeds to measure; writes the generated ones first.
fn feeds(workspace: &Workspace, options: &BenchOptions, folder: &Path) -> Result<Vec<Feed>, Error> {
    if let Some(path) = &options.corpus {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let day = options.day.clone().map_or_else(|| newest_day(workspace, path), Ok)?;
        return Ok(vec![Feed { name, path: path.clone(), day, origin: FeedOrigin::Given }]);
    }
    let mut feeds = Vec::new();
    for size in &options.sizes {
        let name = format!("sample-{size}");
        let path = folder.join(format!("{name}.jsonl"));
        rebuilt::generate(workspace, *size, DAY, &path)?;
        feeds.push(Feed { name, path, day: DAY.to_owned(), origin: FeedOrigin::Generated });
    }
    for name in REAL_FEEDS {
        let path = workspace.root.join("../shared/data").join(name);
        match fs::exists(&path) {
            Ok(true) => {
                let day = newest_day(workspace, &path)?;
                feeds.push(Feed { name: name.to_owned(), day, path, origin: FeedOrigin::Given });
            }
            Ok(false) => println!("Skipped: {name} is not available"),
            Err(source) => return Err(Error::File { path, source }),
        }
    }
    Ok(feeds)
}

/// Types and clicks in every engine, in the same browser.
fn compare(
    workspace: &Workspace,
    options: &BenchOptions,
    feed: &Feed,
    place: &Path,
    company: Comparison,
) -> Result<Value, Error> {
    let peers = workspace.root.join("tests/peers");
    let engine = workspace.target.join("bench/engine");
    programs::build(workspace, &MEASURED_ENGINE, &engine)?;
    install_packages(workspace, &peers)?;
    let browser = browsers::chromium(workspace)?;
    let (corpus, result) = (place.join("corpus.json"), place.join("peers.json"));
    write_corpus(workspace, feed, &corpus)?;
    let mut command = workspace.command("node");
    command.arg(peers.join("run.mjs")).arg("--corpus").arg(&corpus).arg("--site").arg(place.join("site"));
    command.arg("--queries").arg(options.queries.clone().unwrap_or_else(|| peers.join("queries.json")));
    command.arg("--engine").arg(engine).arg("--out").arg(&result);
    command.args(browser.program().into_iter().flat_map(|program| [Path::new("--chromium"), program]));
    command.args(["--seconds", &options.seconds.to_string()]);
    let only = match company {
        Comparison::Peers => options.only.as_deref(),
        Comparison::Nobody => Some("openroles"),
    };
    command.args(only.iter().flat_map(|only| ["--only", only]));
    run(&mut command)?;
    let text = fs::read_to_string(&result).map_err(|source| Error::File { path: result.clone(), source })?;
    serde_json::from_str(&text).map_err(|error| Error::Unusable { path: result, problem: error.to_string() })
}

/// The newest posting day in a feed, on which most of its jobs are open; [`DAY`] if no posting states one.
fn newest_day(workspace: &Workspace, feed: &Path) -> Result<String, Error> {
    let day = output_of(&mut corpus(workspace, "day", feed))?;
    Ok(if day.is_empty() { DAY.to_owned() } else { day })
}

/// Writes the jobs of a feed in the form that the other engines get.
fn write_corpus(workspace: &Workspace, feed: &Feed, out: &Path) -> Result<(), Error> {
    let mut command = corpus(workspace, "write", &feed.path);
    run_into(command.args([&feed.name, &feed.day, &MOST_FOR_PEERS.to_string()]), out)
}

/// The program that reads a feed for the benchmark.
fn corpus(workspace: &Workspace, task: &str, feed: &Path) -> Command {
    let mut command = workspace.cargo(["run", "--quiet", "--release", "--package", "openroles-engine"]);
    command.args(["--example", "corpus", "--", task]).arg(feed);
    command
}

fn install_packages(workspace: &Workspace, peers: &Path) -> Result<(), Error> {
    for folder in [workspace.root.join("tests"), peers.to_owned()] {
        if !folder.join("node_modules").is_dir() {
            tools::announce("the benchmark's packages", "under a minute");
            run(workspace.command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))?;
        }
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(|source| Error::File { path: path.to_owned(), source })
}
