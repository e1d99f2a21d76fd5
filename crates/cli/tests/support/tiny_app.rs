//! A folder with a stub for every file of the browser app: enough for tests that read the pages of a build and don't run
//! them in a browser.

use std::{fs, path::PathBuf, sync::LazyLock};

/// The files that `cargo xtask app` writes into `dist` and a site needs.
pub(crate) const FILES: [&str; 15] = [
    "tokens.css",
    "base.css",
    "layout.css",
    "components.css",
    "print.css",
    "favicon.svg",
    "icons.svg",
    "brands/rust.svg",
    "boot.js",
    "openroles-app.js",
    "openroles-app_bg.wasm",
    "openroles-reader.js",
    "openroles-reader_bg.wasm",
    "openroles-engine.js",
    "openroles-engine_bg.wasm",
];

/// The folder, shared by all tests of a target.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-app", env!("CARGO_CRATE_NAME")));
    fs::create_dir_all(folder.join("brands")).expect("made");
    FILES.iter().for_each(|name| fs::write(folder.join(name), format!("/* {name} */")).expect("written"));
    folder
});

/// The path of the folder.
pub(crate) fn folder() -> String {
    FOLDER.to_str().expect("a path in Unicode").to_owned()
}
