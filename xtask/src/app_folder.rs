//! The folder of the built app: its programs, and the other files that pages need.
//!
//! `index.html` lists the style sheets and the other files. Trunk reads the same list.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    Error,
    programs::{self, APP, DOCTOR, ENGINE, READER},
    tools,
    workspace::{Workspace, at, empty_folder, make_folder, run},
};

/// The folder of the built app.
pub(crate) fn path(workspace: &Workspace) -> PathBuf {
    workspace.root.join("dist")
}

/// Builds the folder afresh, so that nothing from an earlier build remains.
pub(crate) fn build(workspace: &Workspace) -> Result<(), Error> {
    let folder = path(workspace);
    tools::install_program_tools(workspace)?;
    empty_folder(&folder)?;
    write_start_page(workspace, &folder)?;
    [APP, READER, DOCTOR, ENGINE].iter().try_for_each(|program| programs::build(workspace, program, &folder))
}

/// Builds the app with Trunk, unsplit and unoptimized, into a folder that nothing else uses.
pub(crate) fn build_with_trunk(workspace: &Workspace) -> Result<(), Error> {
    tools::install_program_tools(workspace)?;
    tools::install_trunk(workspace)?;
    // Trunk must not download its own tools. Offline, it can't fetch crates either, so fetch them here.
    run(&mut workspace.cargo(["fetch", "--locked"]))?;
    let mut trunk = workspace.command("trunk");
    trunk.args(["build", "--offline", "--dist"]).arg(workspace.target.join("trunk"));
    // Trunk expects `true` or `false` in this variable, and rejects the usual `1`.
    run(trunk.env_remove("NO_COLOR"))
}

/// Copies the files that `index.html` names, and the page itself without the instructions to Trunk.
fn write_start_page(workspace: &Workspace, folder: &Path) -> Result<(), Error> {
    let source = workspace.root.join("index.html");
    let html = fs::read_to_string(&source).map_err(at(&source))?;
    let mut parts = html.split("<link data-trunk ");
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (link, rest) = part.split_once(">\n").unwrap_or((part, ""));
        page.push_str(&link_for(workspace, folder, link)?);
        page.push_str(rest);
    }
    let target = folder.join("index.html");
    fs::write(&target, page).map_err(at(&target))
}

/// Copies the file that a link names. Returns the link that the page needs; empty if it needs none.
fn link_for(workspace: &Workspace, folder: &Path, link: &str) -> Result<String, Error> {
    let value = |name: &str| link.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split('"').next());
    let Some(source) = value("href").map(|path| workspace.root.join(path)) else { return Ok(String::new()) };
    let name = source.file_name().unwrap_or_default();
    let target = folder.join(name);
    match value("rel") {
        Some("css") => {
            copy(&source, &target)?;
            Ok(format!("<link rel=\"stylesheet\" href=\"/{}\">\n", name.display()))
        }
        Some("copy-file") => copy(&source, &target).map(|()| String::new()),
        Some("copy-dir") => copy_folder(&source, &target).map(|()| String::new()),
        _ => Ok(String::new()),
    }
}

fn copy_folder(source: &Path, target: &Path) -> Result<(), Error> {
    make_folder(target)?;
    for entry in fs::read_dir(source).map_err(at(source))? {
        let entry = entry.map_err(at(source))?;
        copy(&entry.path(), &target.join(entry.file_name()))?;
    }
    Ok(())
}

fn copy(source: &Path, target: &Path) -> Result<(), Error> {
    fs::copy(source, target).map(drop).map_err(at(source))
}
