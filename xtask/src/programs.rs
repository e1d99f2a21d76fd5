//! Builds the programs that run in a browser: compiles them to WebAssembly, generates their bindings, and optimizes both.
//!
//! A program goes in; `NAME.js` and `NAME_bg.wasm` come out, in a folder. The app is also split: next to its main module, a
//! module for each part that is loaded later, and `__wasm_split.js`, which loads them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use wasmparser::BinaryReaderError;

use crate::{
    Error, tools,
    uncalled::Uncalled,
    workspace::{Workspace, at, empty_folder, make_folder, run},
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
    /// Whether it has functions that mark modules of their own.
    is_split: bool,
}

/// The app: takes over the prerendered pages.
pub(crate) const APP: Program = Program {
    name: "openroles-app",
    package: "openroles-app",
    features: &["--no-default-features", "--features", "split"],
    level: SMALL,
    is_split: true,
};

/// Reads live feeds for the app.
pub(crate) const READER: Program = Program {
    name: "openroles-reader",
    package: "openroles-live",
    features: &["--features", "wasm"],
    level: SMALL,
    is_split: false,
};

/// Examines feeds on the doctor's page.
pub(crate) const DOCTOR: Program = Program {
    name: "openroles-doctor",
    package: "openroles-feeds",
    features: &["--features", "wasm"],
    level: SMALL,
    is_split: false,
};

/// The search engine alone, for the widget.
pub(crate) const ENGINE: Program = Program {
    name: "openroles-engine",
    package: "openroles-engine",
    features: &["--features", "wasm"],
    level: SMALL,
    is_split: false,
};

/// The search engine for the benchmark: fast answers, and the methods that it calls.
pub(crate) const MEASURED_ENGINE: Program = Program {
    name: "openroles-engine",
    package: "openroles-engine",
    features: &["--features", "bench"],
    level: "-O3",
    is_split: false,
};

const SMALL: &str = "-Os";

/// The first keeps functions small; `docs/decisions.md` says why, and what the others save.
const OPTIONS: [&str; 4] =
    ["--one-caller-inline-max-function-size=200", "--low-memory-unused", "--reorder-locals", "--reorder-functions"];

/// First lines of the loader: it takes a module that the boot script has fetched ahead, and otherwise, or if that failed,
/// fetches it within 30 seconds.
const FETCH_IN_TIME: &str = "const inTime = (url) => globalThis.fetch(url, { signal: AbortSignal.timeout(30_000) });\n\
    const fetch = (url) => openrolesTake(url)?.catch(() => inTime(url)) ?? inTime(url);\n";

/// Builds a program into `folder`.
pub(crate) fn build(workspace: &Workspace, program: &Program, folder: &Path) -> Result<(), Error> {
    tools::install_program_tools(workspace)?;
    make_folder(folder)?;
    let compiled = compile(workspace, program)?;
    let main = if program.is_split { split(workspace, program, &compiled, folder)? } else { compiled };
    bind(workspace, program, &main, folder)?;
    let script = folder.join(format!("{}.js", program.name));
    minify(workspace, &script)?;
    optimize(workspace, program, &folder.join(format!("{}_bg.wasm", program.name)))
}

/// Returns the compiled WebAssembly module.
fn compile(workspace: &Workspace, program: &Program) -> Result<PathBuf, Error> {
    let mut cargo = workspace.cargo(["rustc", "--profile", "wasm-release", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--package", program.package, "--bin", program.name]).args(program.features);
    if program.is_split {
        // The splitter moves functions and data, and must know who refers to them.
        cargo.args(["--", "-C", "link-args=--emit-relocs"]);
    }
    run(&mut cargo)?;
    Ok(workspace.target.join("wasm32-unknown-unknown/wasm-release").join(format!("{}.wasm", program.name)))
}

/// Splits a compiled program. Writes the loader and the optimized modules into `folder`, and returns the main module,
/// which still lacks its bindings.
fn split(workspace: &Workspace, program: &Program, compiled: &Path, folder: &Path) -> Result<PathBuf, Error> {
    let parts = workspace.target.join("split");
    empty_folder(&parts)?;
    run(workspace.command("wasm-split-cli").arg(compiled).arg(&parts).args(["--out-name", program.name]))?;
    let main = parts.join(format!("{}.wasm", program.name));
    let uncalled = Uncalled::of(&read(compiled)?).map_err(|error| unreadable(compiled, &error))?;
    println!("{} functions that no browser calls are left out", uncalled.len());
    for entry in fs::read_dir(&parts).map_err(at(&parts))? {
        let path = entry.map_err(at(&parts))?.path();
        let target = folder.join(path.file_name().unwrap_or_default());
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("wasm") => {
                let emptied = uncalled.emptied(&read(&path)?).map_err(|error| unreadable(&path, &error))?;
                let is_main = path == main;
                let target = if is_main { &main } else { &target };
                fs::write(target, emptied).map_err(at(target))?;
                if !is_main {
                    optimize(workspace, program, target)?;
                }
            }
            Some("js") => {
                let loader = fs::read_to_string(&path).map_err(at(&path))?;
                fs::write(&target, FETCH_IN_TIME.to_owned() + &loader).map_err(at(&target))?;
                minify(workspace, &target)?;
            }
            _ => {}
        }
    }
    Ok(main)
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(at(path))
}

fn unreadable(path: &Path, error: &BinaryReaderError) -> Error {
    Error::Unusable { path: path.to_owned(), problem: error.to_string() }
}

/// Writes the script of a program and its module, for that script, into `folder`.
fn bind(workspace: &Workspace, program: &Program, module: &Path, folder: &Path) -> Result<(), Error> {
    let mut bind = workspace.command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--out-name", program.name, "--out-dir"]).arg(folder);
    if program.is_split {
        // The other modules import what the main module exports under its linker's names.
        bind.args(["--keep-lld-exports", "--no-demangle"]);
    }
    run(bind.arg(module))
}

fn optimize(workspace: &Workspace, program: &Program, wasm: &Path) -> Result<(), Error> {
    run(workspace.command("wasm-opt").arg(program.level).args(OPTIONS).arg(wasm).arg("-o").arg(wasm))
}

/// Minifies a script in its place. A build of a site compacts our own scripts and style sheets itself.
fn minify(workspace: &Workspace, file: &Path) -> Result<(), Error> {
    let mut esbuild = workspace.command("esbuild");
    // The bindings name the module loader once for each module.
    esbuild.args(["--minify", "--format=esm", "--log-override:duplicate-object-key=silent"]);
    esbuild.args(["--log-level=warning", "--allow-overwrite"]);
    run(esbuild.arg(file).arg(format!("--outfile={}", file.display())))
}
