//! The steps of `cargo xtask test`: what each runs, what it needs installed, and which other step it needs.

use crate::{
    Error, app_folder, licenses,
    setup::{self, Browsers},
    site, sizes,
    tally::TestTally,
    tools,
    workspace::{Workspace, run, run_tests},
};

/// A step of the tests, in the order they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Step {
    /// The code is formatted.
    Fmt,
    /// The code has no lint warnings, natively and for browsers.
    Clippy,
    /// The documentation builds without broken links.
    Doc,
    /// All dependencies come from the registry and have permissive licenses.
    Licenses,
    /// Unit, property, architecture, and command-line tests pass.
    Unit,
    /// The engine's tests pass in WebAssembly.
    Wasm,
    /// The app builds.
    App,
    /// The app builds with Trunk, as for work on it; only with --long.
    Trunk,
    /// The sample board builds.
    Site,
    /// Tests of the sample board pass in real browsers.
    Browser,
}

/// The random walks through the board in the browser step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Walks {
    pub(crate) length: WalkLength,
    /// Where the walks begin; `None` for the same walks in every run.
    pub(crate) seed: Option<u32>,
}

/// The length of the walks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WalkLength {
    /// 150 steps on a built site and 150 on a live board, in Chromium.
    Usual,
    /// 300 steps on each, in Chromium, Firefox, and WebKit.
    Long,
}

/// Steps per long walk.
const LONG_WALK_STEPS: &str = "300";

/// What is built for a browser, as arguments for cargo, and everything else: each must be free of lints by itself.
const BUILDS: [&[&str]; 4] = [
    &["--workspace", "--all-targets"],
    &[WASM, "--package", "openroles-app", "--no-default-features", "--features", "app", "--lib", "--bins"],
    &[
        WASM,
        "--package",
        "openroles-engine",
        "--package",
        "openroles-feeds",
        "--package",
        "openroles-live",
        "--features",
        "openroles-engine/wasm,openroles-feeds/wasm,openroles-live/wasm",
        "--lib",
        "--bins",
    ],
    &[WASM, "--package", "openroles-engine", "--features", "bench", "--bins", "--test", "wasm"],
];

/// The argument that builds for browsers.
const WASM: &str = "--target=wasm32-unknown-unknown";

impl Step {
    /// Whether the step runs only with `--long`, or if it is named.
    pub(crate) fn is_long(self) -> bool {
        self == Self::Trunk
    }

    /// The step that this one needs: if it runs at all, it must have passed.
    pub(crate) fn builds_on(self) -> Option<Self> {
        match self {
            Self::Site => Some(Self::App),
            Self::Browser => Some(Self::Site),
            _ => None,
        }
    }

    /// Installs what is missing, runs the step, and adds the tests that it reports to `tally`.
    pub(crate) fn run(self, workspace: &Workspace, walks: Walks, tally: &mut TestTally) -> Result<(), Error> {
        match self {
            Self::Fmt => fmt(workspace),
            Self::Clippy => clippy(workspace),
            Self::Doc => doc(workspace),
            Self::Licenses => licenses::check(workspace),
            Self::Unit => run_tests(&mut workspace.cargo(["test", "--workspace", "--no-fail-fast"]), tally),
            Self::Wasm => wasm(workspace, tally),
            Self::App => {
                app_folder::build(workspace)?;
                sizes::print(workspace)
            }
            Self::Trunk => app_folder::build_with_trunk(workspace),
            Self::Site => site::build_site(workspace),
            Self::Browser => browser(workspace, walks, tally),
        }
    }
}

fn fmt(workspace: &Workspace) -> Result<(), Error> {
    setup::toolchain(workspace)?;
    run(&mut workspace.cargo(["fmt", "--check"]))
}

fn clippy(workspace: &Workspace) -> Result<(), Error> {
    setup::toolchain(workspace)?;
    for build in BUILDS {
        let arguments = ["clippy", "--quiet"].iter().chain(build).chain(&["--", "-D", "warnings"]);
        run(&mut workspace.cargo(arguments.copied()))?;
    }
    Ok(())
}

fn doc(workspace: &Workspace) -> Result<(), Error> {
    let mut doc = workspace.cargo(["doc", "--no-deps", "--workspace"]);
    run(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

fn wasm(workspace: &Workspace, tally: &mut TestTally) -> Result<(), Error> {
    tools::install_wasm_target(workspace)?;
    tools::install_wasm_bindgen(workspace)?;
    // The runner uses Node, because the engine needs no page.
    let mut test = workspace.cargo(["test", WASM, "--package", "openroles-engine", "--test", "wasm"]);
    run_tests(test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"), tally)
}

fn browser(workspace: &Workspace, walks: Walks, tally: &mut TestTally) -> Result<(), Error> {
    site::expect_site(workspace)?;
    let Browsers { chromium, firefox } = setup::test_runner(workspace)?;
    let mut playwright = workspace.command("npx");
    playwright.args(["playwright", "test"]).current_dir(workspace.root.join("tests"));
    playwright.env("OPENROLES", site::openroles(workspace)).env("OPENROLES_SITE", site::site_folder(workspace));
    for (variable, browser) in [("CHROMIUM", chromium), ("FIREFOX", firefox)] {
        if let Some(program) = browser.program() {
            playwright.env(variable, program);
        }
    }
    if walks.length == WalkLength::Long {
        playwright.env("OPENROLES_LONG", "1").env("OPENROLES_WALK_STEPS", LONG_WALK_STEPS);
    }
    if let Some(seed) = walks.seed {
        playwright.env("OPENROLES_WALK_SEED", seed.to_string());
    }
    run_tests(&mut playwright, tally)
}
