//! Builds the sample board, for `serve` and the browser tests.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    Error, app_folder,
    workspace::{Workspace, make_folder, run, run_into},
};

/// Number of generated postings, in addition to those of the bundled board.
const SAMPLE_COUNT: &str = "1000";
const SAMPLE_SEED: &str = "1";

/// The folder of the sample site.
pub(crate) fn site_folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("site")
}

/// The command-line tool, as built for release.
pub(crate) fn openroles(workspace: &Workspace) -> PathBuf {
    workspace.target.join("release").join(format!("openroles{}", std::env::consts::EXE_SUFFIX))
}

/// Builds the command-line tool, generates the sample feeds, and builds them into a site with the app.
pub(crate) fn build_site(workspace: &Workspace) -> Result<(), Error> {
    run(&mut workspace.cargo(["build", "--release", "--package", "openroles"]))?;
    let sample = workspace.target.join("sample");
    generate_sample(workspace, &sample)?;
    let mut build = workspace.command(openroles(workspace));
    build.arg("build");
    build.arg("--feed").arg(sample.join("jobs.json")).arg(sample.join("generated.jsonl"));
    build.arg("--config").arg(sample.join("board.toml"));
    build.arg("--app").arg(app_folder::path(workspace));
    build.arg("--out").arg(site_folder(workspace));
    run(&mut build)
}

/// Fails with the command to run first, if there is no sample site.
pub(crate) fn expect_site(workspace: &Workspace) -> Result<(), Error> {
    let page = site_folder(workspace).join("index.html");
    match fs::exists(&page) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Error::NotBuilt { path: page, remedy: "run `cargo xtask test --only app site browser`" }),
        Err(source) => Err(Error::File { path: page, source }),
    }
}

fn generate_sample(workspace: &Workspace, folder: &Path) -> Result<(), Error> {
    make_folder(folder)?;
    let tool = openroles(workspace);
    run(workspace.command(&tool).args(["sample", "--board"]).arg(folder))?;
    let mut generate = workspace.command(&tool);
    generate.args(["sample", "--count", SAMPLE_COUNT, "--seed", SAMPLE_SEED]);
    run_into(&mut generate, &folder.join("generated.jsonl"))
}
