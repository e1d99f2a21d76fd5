//! Builds the programs that run in a browser: compiles them to WebAssembly, generates their bindings, and optimizes both.
//!
//! A program goes in; `NAME.js` and `NAME_bg.wasm` come out, in a folder.

use std::path::{Path, PathBuf};

use crate::{
    Error, tools,
    workspace::{Workspace, make_folder, run},
};

/// A program that runs in a browser.
pub(crate) struct Program {
    /// The binary, after which its files are named.
    name: &'static str,
    package: &'static str,
    /// Arguments for cargo that select features of the package.
    features: &'static [&'static str],
    /// Argument for the optimizer.
    level: &'static str,
}

/// The app: takes over the prerendered pages.
pub(crate) const APP: Program = Program {
    name: "openroles-app",
    package: "openroles-app",
    features: &["--no-default-features", "--features", "app"],
    level: SMALL,
};

/// Reads live feeds for the app.
pub(crate) const READER: Program =
    Program { name: "openroles-reader", package: "openroles-live", features: &["--features", "wasm"], level: SMALL };

/// Examines feeds on the doctor's page.
pub(crate) const DOCTOR: Program =
    Program { name: "openroles-doctor", package: "openroles-feeds", features: &["--features", "wasm"], level: SMALL };

/// The search engine alone, for the widget.
pub(crate) const ENGINE: Program =
    Program { name: "openroles-engine", package: "openroles-engine", features: &["--features", "wasm"], level: SMALL };

/// The search engine for the benchmark: fast answers, and the methods that it calls.
pub(crate) const MEASURED_ENGINE: Program =
    Program { name: "openroles-engine", package: "openroles-engine", features: &["--features", "bench"], level: "-O3" };

const SMALL: &str = "-Os";

/// The first keeps functions small: `docs/decisions.md` says why, and what the others bring.
const OPTIONS: [&str; 4] =
    ["--one-caller-inline-max-function-size=200", "--low-memory-unused", "--reorder-locals", "--reorder-functions"];

/// Builds a program into `folder`.
pub(crate) fn build(workspace: &Workspace, program: &Program, folder: &Path) -> Result<(), Error> {
    tools::install_program_tools(workspace)?;
    make_folder(folder)?;
    let compiled = compile(workspace, program)?;
    let mut bind = workspace.command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--out-name", program.name, "--out-dir"]).arg(folder);
    run(bind.arg(&compiled))?;
    minify(workspace, &folder.join(format!("{}.js", program.name)))?;
    optimize(workspace, program, &folder.join(format!("{}_bg.wasm", program.name)))
}

/// Returns the compiled WebAssembly module.
fn compile(workspace: &Workspace, program: &Program) -> Result<PathBuf, Error> {
    let mut cargo = workspace.cargo(["build", "--profile", "wasm-release", "--target", "wasm32-unknown-unknown"]);
    run(cargo.args(["--package", program.package, "--bin", program.name]).args(program.features))?;
    Ok(workspace.target.join("wasm32-unknown-unknown/wasm-release").join(format!("{}.wasm", program.name)))
}

fn optimize(workspace: &Workspace, program: &Program, wasm: &Path) -> Result<(), Error> {
    run(workspace.command("wasm-opt").arg(program.level).args(OPTIONS).arg(wasm).arg("-o").arg(wasm))
}

/// Minifies a script in its place. A build of a site compacts our own scripts and style sheets itself.
fn minify(workspace: &Workspace, file: &Path) -> Result<(), Error> {
    let mut esbuild = workspace.command("esbuild");
    esbuild.args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"]);
    run(esbuild.arg(file).arg(format!("--outfile={}", file.display())))
}
