//! A folder with every file of the browser app, each next to nothing: enough for a site with pages, for tests that look
//! at what a build writes and not at what a browser makes of it.

use std::{fs, path::PathBuf, sync::LazyLock};

/// What `cargo xtask app` puts into `dist`, as far as a site needs it.
const FILES: [&str; 14] = [
    "tokens.css",
    "base.css",
    "layout.css",
    "components.css",
    "print.css",
    "favicon.svg",
    "icons.svg",
    "boot.js",
    "openroles-app.js",
    "openroles-app_bg.wasm",
    "openroles-reader.js",
    "openroles-reader_bg.wasm",
    "openroles-engine.js",
    "openroles-engine_bg.wasm",
];

/// The folder; the tests of one program share it.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-app", env!("CARGO_CRATE_NAME")));
    fs::create_dir_all(&folder).expect("made");
    FILES.iter().for_each(|name| fs::write(folder.join(name), format!("/* {name} */")).expect("written"));
    folder
});

/// Where it is.
pub(crate) fn folder() -> String {
    FOLDER.to_str().expect("a path in Unicode").to_owned()
}
