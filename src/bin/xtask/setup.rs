//! `cargo xtask setup`: installs every tool that building and testing need, and says where.

use std::process::ExitCode;

use crate::{
    Error,
    browsers::{self, Browser},
    tools::{self, announce},
    workspace::{Workspace, modified, output_of, run},
};

/// The browsers that tests drive.
pub(crate) struct Browsers {
    /// For the journeys.
    pub(crate) chromium: Browser,
    /// For a second opinion.
    pub(crate) firefox: Browser,
}

/// Installs everything.
pub(crate) fn everything(workspace: &Workspace) -> Result<ExitCode, Error> {
    toolchain(workspace)?;
    tools::install_app_tools(workspace)?;
    let browsers = test_runner(workspace)?;
    println!("Tools are in {}", workspace.tools.display());
    for (name, browser) in [("Chromium", browsers.chromium), ("Firefox", browsers.firefox)] {
        match browser.program() {
            Some(program) => println!("{name} is {}", program.display()),
            None => println!("{name} is the test runner's own"),
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

/// Installs the browser test runner, its browsers, and what runs the checker of HTML.
pub(crate) fn test_runner(workspace: &Workspace) -> Result<Browsers, Error> {
    java(workspace)?;
    install_node_packages(workspace)?;
    browsers::webkit(workspace)?;
    Ok(Browsers { chromium: browsers::chromium(workspace)?, firefox: browsers::firefox(workspace)? })
}

/// Finds or installs Java; before the packages, as that of the checker would fetch one of its own.
fn java(workspace: &Workspace) -> Result<(), Error> {
    if workspace.find("java").is_none() && browsers::is_debian_root(workspace) {
        return browsers::install_packages(workspace, &["default-jre-headless"]);
    }
    output_of(workspace.command("java").arg("-version")).map(drop)
}

/// Installs the packages of tests/package-lock.json, unless that was done since the lock file changed.
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
