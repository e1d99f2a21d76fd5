//! The built browser app as part of a site: its files under names that carry a hash of their content.

use std::{fs, path::Path};

use super::{
    SiteError,
    staging::{Staging, at},
};
use crate::prerender::AppAssets;

/// The style sheets in the order they are joined; later ones build on earlier ones.
const STYLES: [&str; 5] = ["tokens.css", "base.css", "layout.css", "components.css", "print.css"];

/// Files that keep their names: pages and icons refer to them by these.
const KEPT: [&str; 2] = ["favicon.svg", "icons.svg"];

/// Copies the app that Trunk built into `app` and says where its files are now.
pub(super) fn write_app(staging: &Staging, app: &Path) -> Result<AppAssets, SiteError> {
    let mut style = Vec::new();
    for name in STYLES {
        style.extend(read(app, name)?);
    }
    for name in KEPT {
        staging.write("app", name, &read(app, name)?)?;
    }
    Ok(AppAssets {
        style: Some(staging.write_asset("style", "css", &style)?),
        boot: Some(staging.write_asset("boot", "js", &read(app, "boot.js")?)?),
        script: Some(staging.write_asset("app", "js", &read(app, "openroles-app.js")?)?),
        wasm: Some(staging.write_asset("app", "wasm", &read(app, "openroles-app_bg.wasm")?)?),
        reader_script: Some(staging.write_asset("reader", "js", &read(app, "openroles-reader.js")?)?),
        reader_wasm: Some(staging.write_asset("reader", "wasm", &read(app, "openroles-reader_bg.wasm")?)?),
        touch_icon: None,
    })
}

/// A program beside the app, as paths below the site's folder.
pub(super) struct Program {
    /// Its script, made by wasm-bindgen.
    pub(super) script: String,
    /// The program as wasm.
    pub(super) wasm: String,
}

/// Copies the program of a name that was built into `app`, where it was.
pub(super) fn write_program(staging: &Staging, app: &Path, name: &str) -> Result<Option<Program>, SiteError> {
    let (script, wasm) = (format!("openroles-{name}.js"), format!("openroles-{name}_bg.wasm"));
    if !app.join(&script).is_file() {
        return Ok(None);
    }
    Ok(Some(Program {
        script: staging.write_asset(name, "js", &read(app, &script)?)?,
        wasm: staging.write_asset(name, "wasm", &read(app, &wasm)?)?,
    }))
}

fn read(app: &Path, name: &str) -> Result<Vec<u8>, SiteError> {
    let path = app.join(name);
    fs::read(&path).map_err(|source| match source.kind() {
        std::io::ErrorKind::NotFound => SiteError::NoApp { path: path.clone() },
        _ => at(&path)(source),
    })
}
