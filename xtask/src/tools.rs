//! Installs the tools that build the programs for browsers, each once for all checkouts.
//!
//! A tool on `PATH` with the right version is used as it is, except wasm-split, which can't tell its version. Missing ones come
//! from the registries of cargo and npm.

use std::{fs, process::Command};

use crate::{
    Error,
    workspace::{Workspace, make_folder, output_of, run},
};

/// Version 0.22.1 needs a newer compiler than this package is built with.
const TRUNK_VERSION: &str = "0.22.0-beta.1";
const SPLITTER_VERSION: &str = "0.2.4";
const BINARYEN_VERSION: &str = "132";
const ESBUILD_VERSION: &str = "0.28.2";

/// Installs what is missing to build the programs for browsers.
pub(crate) fn install_program_tools(workspace: &Workspace) -> Result<(), Error> {
    install_wasm_target(workspace)?;
    install_wasm_bindgen(workspace)?;
    install_splitter(workspace)?;
    install_npm_tools(workspace)
}

/// Installs the standard library for wasm.
pub(crate) fn install_wasm_target(workspace: &Workspace) -> Result<(), Error> {
    let library = output_of(workspace.command("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if fs::exists(library.trim()).unwrap_or(false) {
        return Ok(());
    }
    announce("the wasm target of the compiler", "under a minute");
    run(workspace.command("rustup").args(["target", "add", WASM]))
}

/// Installs a component of the toolchain, such as `clippy`.
pub(crate) fn install_component(workspace: &Workspace, component: &str, subcommand: &str) -> Result<(), Error> {
    if output_of(&mut workspace.cargo([subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    announce(component, "under a minute");
    run(workspace.command("rustup").args(["component", "add", component]))
}

/// Installs the bindings generator, in exactly the version that the app is compiled with.
pub(crate) fn install_wasm_bindgen(workspace: &Workspace) -> Result<(), Error> {
    let version = locked_version(workspace, "wasm-bindgen")?;
    if has_version(workspace.command("wasm-bindgen"), &version)
        && has_version(workspace.command("wasm-bindgen-test-runner"), &version)
    {
        return Ok(());
    }
    announce(&format!("wasm-bindgen-cli {version}"), "about 3 minutes");
    // Without `--locked`, because its published lock file no longer resolves.
    let root = workspace.tools.to_string_lossy();
    let mut install =
        workspace.cargo(["install", "wasm-bindgen-cli", "--version", &version, "--root", root.as_ref(), "--force"]);
    run(&mut install)
}

/// Installs the tool that splits the app into modules. It can't tell its version, but cargo can.
fn install_splitter(workspace: &Workspace) -> Result<(), Error> {
    let crate_name = "wasm_split_cli_support";
    let root = workspace.tools.to_string_lossy();
    let installed = output_of(&mut workspace.cargo(["install", "--list", "--root", root.as_ref()]))?;
    if installed.contains(&format!("{crate_name} v{SPLITTER_VERSION}:")) {
        return Ok(());
    }
    announce(&format!("{crate_name} {SPLITTER_VERSION}"), "about 1 minute");
    let install = ["install", crate_name, "--version", SPLITTER_VERSION, "--features", "build-binary"];
    run(workspace.cargo(install).args(["--root", root.as_ref(), "--force"]))
}

/// Installs cargo-fuzz.
pub(crate) fn install_fuzzer(workspace: &Workspace) -> Result<(), Error> {
    if output_of(&mut workspace.cargo(["fuzz", "--version"])).is_ok() {
        return Ok(());
    }
    announce("cargo-fuzz", "about 2 minutes");
    let root = workspace.tools.to_string_lossy();
    run(&mut workspace.cargo(["install", "cargo-fuzz", "--root", root.as_ref()]))
}

/// Installs Trunk, which serves the app for work on it.
pub(crate) fn install_trunk(workspace: &Workspace) -> Result<(), Error> {
    if has_version(workspace.command("trunk"), TRUNK_VERSION) {
        return Ok(());
    }
    announce(&format!("Trunk {TRUNK_VERSION}"), "5 to 17 minutes");
    let root = workspace.tools.to_string_lossy();
    // A debug build takes half the time, and a bundler has little to compute.
    run(&mut workspace.cargo([
        "install",
        "--locked",
        "--debug",
        "trunk",
        "--version",
        TRUNK_VERSION,
        "--root",
        root.as_ref(),
        "--force",
    ]))
}

/// Installs the optimizer for WebAssembly and the minifier for scripts and style sheets.
fn install_npm_tools(workspace: &Workspace) -> Result<(), Error> {
    if has_version(workspace.command("wasm-opt"), BINARYEN_VERSION)
        && has_version(workspace.command("esbuild"), ESBUILD_VERSION)
    {
        return Ok(());
    }
    let packages = [format!("binaryen@{BINARYEN_VERSION}"), format!("esbuild@{ESBUILD_VERSION}")];
    announce(&format!("the npm packages {}", packages.join(" and ")), "under a minute");
    make_folder(&workspace.tools)?;
    let mut install = workspace.command("npm");
    install.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&workspace.tools);
    run(install.args(packages))
}

/// Prints what is about to be installed, and how long that may take.
pub(crate) fn announce(what: &str, duration: &str) {
    println!("Installing {what} (once, takes {duration})");
}

const WASM: &str = "wasm32-unknown-unknown";

fn has_version(mut command: Command, version: &str) -> bool {
    let answer = output_of(command.arg("--version")).unwrap_or_default();
    answer.split_whitespace().any(|word| word == version)
}

/// The version of `package` in Cargo.lock.
fn locked_version(workspace: &Workspace, package: &'static str) -> Result<String, Error> {
    let file = workspace.root.join("Cargo.lock");
    let lock = fs::read_to_string(&file).map_err(|source| Error::File { path: file.clone(), source })?;
    let entry = format!("name = \"{package}\"\nversion = \"");
    let version = lock.split(&entry).nth(1).and_then(|rest| rest.split('"').next());
    version.map(str::to_owned).ok_or(Error::NotLocked { package, file })
}
