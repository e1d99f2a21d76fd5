//! `cargo xtask setup`: installs every tool for building and testing, and prints where.

use std::process::ExitCode;

use crate::{
    Error,
    browsers::{self, Browser},
    tools::{self, announce},
    workspace::{Workspace, modified, output_of, run},
};

/// The browsers for tests.
pub(crate) struct Browsers {
    /// Runs all browser tests.
    pub(crate) chromium: Browser,
    /// Runs a part of the browser tests again.
    pub(crate) firefox: Browser,
}

/// Installs every tool and browser.
pub(crate) fn everything(workspace: &Workspace) -> Result<ExitCode, Error> {
    toolchain(workspace)?;
    tools::install_program_tools(workspace)?;
    let browsers = test_runner(workspace)?;
    println!("Tools are in {}", workspace.tools.display());
    for (name, browser) in [("Chromium", browsers.chromium), ("Firefox", browsers.firefox)] {
        match browser.program() {
            Some(program) => println!("{name} is {}", program.display()),
            None => println!("{name} is installed by the test runner"),
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Installs the parts of the toolchain that check the code.
pub(crate) fn toolchain(workspace: &Workspace) -> Result<(), Error> {
    tools::install_component(workspace, "rustfmt", "fmt")?;
    tools::install_component(workspace, "clippy", "clippy")?;
    tools::install_wasm_target(workspace)
}

/// Installs the browser test runner, its browsers, and Java for the HTML checker.
pub(crate) fn test_runner(workspace: &Workspace) -> Result<Browsers, Error> {
    java(workspace)?;
    install_node_packages(workspace)?;
    browsers::webkit(workspace)?;
    Ok(Browsers { chromium: browsers::chromium(workspace)?, firefox: browsers::firefox(workspace)? })
}

/// Finds or installs Java. This comes before the npm packages, because otherwise the checker's package downloads its
/// own.
fn java(workspace: &Workspace) -> Result<(), Error> {
    if workspace.find("java").is_none() && browsers::is_debian_root(workspace) {
        return browsers::install_packages(workspace, &["default-jre-headless"]);
    }
    output_of(workspace.command("java").arg("-version")).map(drop)
}

/// Installs the packages in tests/package-lock.json, unless that was done after the lock file last changed.
fn install_node_packages(workspace: &Workspace) -> Result<(), Error> {
    let tests = workspace.root.join("tests");
    let wanted = modified(&tests.join("package-lock.json"));
    let installed = modified(&tests.join("node_modules/.package-lock.json"));
    if let (Ok(wanted), Ok(installed)) = (wanted, installed)
        && installed >= wanted
    {
        return Ok(());
    }
    output_of(workspace.command("node").arg("--version"))?;
    announce("the browser tests' packages", "under a minute");
    run(workspace.command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(tests))
}
