//! `cargo xtask fuzz`: hostile bytes for every parser, found by coverage.
//!
//! cargo-fuzz is installed when it is missing. What a run has found stays in the target folder, so that the next one
//! begins there.

use std::process::ExitCode;

use crate::{
    Error, tools,
    workspace::{Workspace, make_folder, run},
};

/// What the developer chooses.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The targets; all by default.
    targets: Vec<String>,
    /// How long each is fuzzed.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
}

/// Where the targets are.
const FOLDER: &str = "tests/fuzz";

/// All targets.
const TARGETS: [&str; 3] = ["open", "feed", "query_string"];

/// Inputs longer than this find nothing that shorter ones don't, only later.
const LONGEST_INPUT: u32 = 4_096;

/// Fuzzes each target for its time; the first that crashes ends it, and says how to repeat that.
pub(crate) fn fuzz(workspace: &Workspace, options: &Options) -> Result<ExitCode, Error> {
    tools::install_fuzzer(workspace)?;
    let chosen: Vec<&str> = options.targets.iter().map(String::as_str).collect();
    for target in if chosen.is_empty() { &TARGETS[..] } else { &chosen } {
        let corpus = workspace.target.join("fuzz").join(target);
        make_folder(&corpus)?;
        let mut command = workspace.cargo(["fuzz", "run", "--fuzz-dir", FOLDER, "--sanitizer", "none"]);
        command.arg(target).arg(&corpus).arg("--");
        command.arg(format!("-max_total_time={}", options.seconds)).arg(format!("-max_len={LONGEST_INPUT}"));
        // The fuzzer's own instrumentation counts as unstable, whatever the compiler.
        run(command.env("RUSTC_BOOTSTRAP", "1"))?;
    }
    Ok(ExitCode::SUCCESS)
}
