//! `cargo xtask test`: runs each step under its own heading, then prints the results.

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use clap::ValueEnum;

use crate::{
    Error, sizes,
    steps::{Step, WalkLength, Walks},
    tally::TestTally,
    workspace::Workspace,
};

/// Options of `cargo xtask test`.
#[derive(clap::Args)]
pub(crate) struct TestOptions {
    /// Run only these steps.
    #[arg(long, value_name = "STEP", num_args = 1..)]
    only: Vec<Step>,
    /// Also build the app with Trunk, make the random walks longer, and run them in every browser; takes about an hour
    /// more.
    #[arg(long)]
    long: bool,
    /// Seed of the random walks, which a failing walk prints [default: the same in every run]
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u32>,
    /// List the steps without running them.
    #[arg(long)]
    list: bool,
}

/// Runs the chosen steps; the exit code tells whether all passed.
pub(crate) fn test(workspace: &Workspace, options: &TestOptions) -> Result<ExitCode, Error> {
    if options.list {
        list();
        return Ok(ExitCode::SUCCESS);
    }
    let walks = Walks { length: if options.long { WalkLength::Long } else { WalkLength::Usual }, seed: options.seed };
    let mut reports: Vec<StepReport> = Vec::new();
    for step in Step::value_variants() {
        let is_wanted =
            if options.only.is_empty() { options.long || !step.is_long() } else { options.only.contains(step) };
        if is_wanted {
            let report = run_step(workspace, *step, walks, &reports);
            reports.push(report);
        }
    }
    print_summary(&reports);
    if reports.iter().any(|report| report.step == Step::App && report.outcome == StepOutcome::Passed) {
        sizes::print(workspace)?;
    }
    print_verdict(&reports);
    let is_success = reports.iter().all(|report| report.outcome == StepOutcome::Passed);
    Ok(if is_success { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The result of a step.
struct StepReport {
    step: Step,
    outcome: StepOutcome,
    tally: TestTally,
    duration: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StepOutcome {
    Passed,
    Failed,
    /// The step that it needs did not pass.
    Skipped,
}

fn list() {
    for step in Step::value_variants() {
        println!("{:8} {}", name(*step), claim(*step));
    }
}

fn run_step(workspace: &Workspace, step: Step, walks: Walks, earlier: &[StepReport]) -> StepReport {
    println!("\n── {}: {} ──", name(step), claim(step));
    let mut tally = TestTally::default();
    let start = Instant::now();
    let is_blocked =
        |report: &StepReport| Some(report.step) == step.builds_on() && report.outcome != StepOutcome::Passed;
    let outcome = if earlier.iter().any(is_blocked) {
        println!("skipped: a step that it needs did not pass");
        StepOutcome::Skipped
    } else {
        match step.run(workspace, walks, &mut tally) {
            Ok(()) => StepOutcome::Passed,
            Err(error) => {
                println!("error: {error}");
                StepOutcome::Failed
            }
        }
    };
    StepReport { step, outcome, tally, duration: start.elapsed() }
}

fn print_summary(reports: &[StepReport]) {
    println!("\n── Summary ──");
    println!("{:8} {:8} {:>9}  tests", "step", "result", "time");
    for report in reports {
        let seconds = format!("{:.1} s", report.duration.as_secs_f64());
        println!("{:8} {:8} {seconds:>9}  {}", name(report.step), report.outcome.word(), report.tally);
    }
}

fn print_verdict(reports: &[StepReport]) {
    let count = |outcome| reports.iter().filter(|report| report.outcome == outcome).count();
    let tests = reports.iter().fold(TestTally::default(), |sum, report| sum.plus(report.tally));
    println!("Tests: {} passed, {} failed", tests.passed, tests.failed);
    println!(
        "Steps: {} passed, {} failed, {} skipped",
        count(StepOutcome::Passed),
        count(StepOutcome::Failed),
        count(StepOutcome::Skipped)
    );
}

impl StepOutcome {
    fn word(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "FAILED",
            Self::Skipped => "skipped",
        }
    }
}

/// The step's name on the command line.
fn name(step: Step) -> String {
    step.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

/// The step's help text, as one line.
fn claim(step: Step) -> String {
    step.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string)).unwrap_or_default()
}
