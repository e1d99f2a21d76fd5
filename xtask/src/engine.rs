//! Builds the search engine alone as WebAssembly, for the widget and for the benchmark.

use std::path::Path;

use crate::{
    Error,
    tools::{self, Supply},
    workspace::{Workspace, make_folder, run},
};

/// What the engine is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aim {
    /// The widget: few bytes.
    Size,
    /// The benchmark: fast answers, and the methods that it calls.
    Speed,
}

/// As in `index.html` for the other programs. The first keeps functions small: `docs/decisions.md` says why.
const OPTIONS: [&str; 4] =
    ["--one-caller-inline-max-function-size=200", "--low-memory-unused", "--reorder-locals", "--reorder-functions"];

/// Writes `openroles-engine.js` and `openroles-engine_bg.wasm` into a folder.
pub(crate) fn build(workspace: &Workspace, aim: Aim, folder: &Path) -> Result<(), Error> {
    tools::install_wasm_target(workspace)?;
    tools::install_wasm_bindgen(workspace)?;
    let optimizer = tools::install_wasm_opt(workspace)?;
    make_folder(folder)?;
    let (feature, level) = match aim {
        Aim::Size => ("wasm", "-Os"),
        Aim::Speed => ("bench", "-O3"),
    };
    let build = ["build", "--profile", "wasm-release", "--target", "wasm32-unknown-unknown", "--features", feature];
    run(workspace.cargo(build).args(["--package", "openroles-engine", "--bin", "openroles-engine"]))?;
    let wasm = workspace.target.join("wasm32-unknown-unknown/wasm-release/openroles-engine.wasm");
    let mut bind = workspace.command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--out-name", "openroles-engine", "--out-dir"]).arg(folder);
    run(bind.arg(&wasm))?;
    if optimizer == Supply::LeftToTrunk {
        return Ok(());
    }
    let bound = folder.join("openroles-engine_bg.wasm");
    run(workspace.command("wasm-opt").arg(level).args(OPTIONS).arg(&bound).arg("-o").arg(&bound))
}
