//! Builds the search engine alone as WebAssembly, for the widget and for the benchmark.

use std::path::Path;

use crate::{
    Error,
    tools::{self, Supply},
    workspace::{Workspace, make_folder, run},
};

/// What to optimize the engine for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aim {
    /// Few bytes; this is what is shipped.
    Size,
    /// Fast answers.
    Speed,
}

/// Writes `openroles-engine.js` and `openroles-engine_bg.wasm` into a folder.
pub(crate) fn build(workspace: &Workspace, aim: Aim, folder: &Path) -> Result<(), Error> {
    tools::install_wasm_target(workspace)?;
    tools::install_wasm_bindgen(workspace)?;
    let optimizer = tools::install_wasm_opt(workspace)?;
    make_folder(folder)?;
    let build = ["build", "--profile", "wasm-release", "--target", "wasm32-unknown-unknown", "--features", "engine"];
    run(workspace.cargo(build).args(["--bin", "openroles-engine"]))?;
    let wasm = workspace.target.join("wasm32-unknown-unknown/wasm-release/openroles-engine.wasm");
    let mut bind = workspace.command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--out-name", "openroles-engine", "--out-dir"]).arg(folder);
    run(bind.arg(&wasm))?;
    if optimizer == Supply::LeftToTrunk {
        return Ok(());
    }
    let bound = folder.join("openroles-engine_bg.wasm");
    let level = match aim {
        Aim::Size => "-Oz",
        Aim::Speed => "-O3",
    };
    run(workspace.command("wasm-opt").arg(level).arg(&bound).arg("-o").arg(&bound))
}
