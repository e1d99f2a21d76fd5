//! The browsers for tests: the one in an environment variable, one on `PATH`, or one that this installs.

use std::{env, path::PathBuf};

use crate::{
    Error,
    tools::announce,
    workspace::{Workspace, output_of, run},
};

/// A browser's program, or the one that the test runner installs and finds itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    /// This program.
    At(PathBuf),
    /// The test runner's own.
    OfRunner,
}

impl Browser {
    /// The program to pass to the test runner; `None` for its own.
    pub(crate) fn program(&self) -> Option<&PathBuf> {
        match self {
            Self::At(program) => Some(program),
            Self::OfRunner => None,
        }
    }
}

/// Finds or installs Chromium.
pub(crate) fn chromium(workspace: &Workspace) -> Result<Browser, Error> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    if let Some(found) = find(workspace, "CHROMIUM", &names) {
        return Ok(found);
    }
    if is_debian_root(workspace) {
        install_packages(workspace, &["chromium"])?;
        return Ok(find(workspace, "CHROMIUM", &names).unwrap_or(Browser::OfRunner));
    }
    announce("Playwright's Chromium", "about a minute");
    run(workspace
        .command("npx")
        .args(["playwright", "install", "chromium"])
        .current_dir(workspace.root.join("tests")))?;
    Ok(Browser::OfRunner)
}

/// Finds or installs Firefox.
pub(crate) fn firefox(workspace: &Workspace) -> Result<Browser, Error> {
    let names = ["firefox-esr", "firefox"];
    if let Some(found) = find(workspace, "FIREFOX", &names) {
        return Ok(found);
    }
    if is_debian_root(workspace) {
        install_packages(workspace, &["firefox-esr"])?;
        return Ok(find(workspace, "FIREFOX", &names).unwrap_or(Browser::OfRunner));
    }
    announce("Firefox", "about a minute");
    let mut install = workspace.command("npx");
    install.current_dir(workspace.root.join("tests"));
    install.args(["browsers", "install", "firefox@stable", "--path"]).arg(workspace.tools.join("browsers"));
    // The output is `firefox@stable_… /path/of/the/program`.
    let answer = output_of(&mut install)?;
    let program = answer.lines().last().and_then(|line| line.split_once(' '));
    Ok(program.map_or(Browser::OfRunner, |(_, path)| Browser::At(PathBuf::from(path.trim()))))
}

/// Finds or installs WebKit and its driver; tests find it by themselves.
pub(crate) fn webkit(workspace: &Workspace) -> Result<(), Error> {
    if ["WebKitWebDriver", "Xvfb"].iter().all(|program| workspace.find(program).is_some()) {
        return Ok(());
    }
    if is_debian_root(workspace) {
        return install_packages(workspace, &["webkit2gtk-driver", "xvfb"]);
    }
    announce("Playwright's WebKit", "about a minute");
    run(workspace.command("npx").args(["playwright", "install", "webkit"]).current_dir(workspace.root.join("tests")))
}

fn find(workspace: &Workspace, variable: &str, names: &[&str]) -> Option<Browser> {
    let named = env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    named.or_else(|| names.iter().find_map(|name| workspace.find(name))).map(Browser::At)
}

/// Whether Debian packages can be installed: as root, with `apt-get`.
pub(crate) fn is_debian_root(workspace: &Workspace) -> bool {
    let user = output_of(workspace.command("id").arg("-u")).unwrap_or_default();
    user.trim() == "0" && workspace.find("apt-get").is_some()
}

/// Installs Debian packages.
pub(crate) fn install_packages(workspace: &Workspace, packages: &[&str]) -> Result<(), Error> {
    announce(&format!("the Debian packages {}", packages.join(" and ")), "about a minute");
    run(workspace.command("apt-get").args(["update", "--quiet"]))?;
    let mut install = workspace.command("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    run(install.args(["install", "--quiet", "--yes", "--no-install-recommends"]).args(packages))
}
