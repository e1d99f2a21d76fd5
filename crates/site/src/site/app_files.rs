//! Copies the built browser app into a site, under names that carry a hash of each file's content.

use std::{fs, io, path::Path};

use super::{
    PagesWanted, SiteError,
    compact::{compact_style, without_comments},
    staging::{Staging, hash_of},
    staging_dir::at,
};
use crate::prerender::AppAssets;

/// Style sheets in the order in which they are joined: later ones override earlier ones.
const STYLES: [&str; 5] = ["tokens.css", "base.css", "layout.css", "components.css", "print.css"];

/// Files that keep their names because pages refer to them by name.
const KEPT: [&str; 2] = ["favicon.svg", "icons.svg"];

/// Folder of brand symbols; its files keep their names, too.
const BRANDS: &str = "brands";

const BOOT: &str = "boot.js";
const APP: BuiltProgram = BuiltProgram { script: "openroles-app.js", wasm: "openroles-app_bg.wasm" };
const READER: BuiltProgram = BuiltProgram { script: "openroles-reader.js", wasm: "openroles-reader_bg.wasm" };

/// File names of a program in the app's folder.
struct BuiltProgram {
    script: &'static str,
    wasm: &'static str,
}

/// Script that loads the app's modules. An app that isn't split has none.
const MODULE_LOADER: &str = "__wasm_split.js";

/// Beginnings of the names of modules: those of a page, and those that several share.
const MODULES: [&str; 2] = ["split_", "chunk_"];

/// Module that only live feeds need.
const LIVE_MODULE: &str = "split_live.wasm";

/// Name of the search engine that the widget loads.
pub(super) const ENGINE: &str = "engine";

/// Checks that the app has every file that pages need. Without the app, they would have no styles and no search.
pub fn expect_app(app: Option<&Path>, pages: PagesWanted) -> Result<(), SiteError> {
    let Some(app) = app else {
        return if pages == PagesWanted::None { Ok(()) } else { Err(SiteError::PagesWithoutApp) };
    };
    let programs = [BOOT, APP.script, APP.wasm, READER.script, READER.wasm];
    let missing = STYLES.iter().chain(&KEPT).chain(&programs).map(|name| app.join(name)).find(|path| !path.is_file());
    let missing = missing.or_else(|| Some(app.join(BRANDS)).filter(|folder| !folder.is_dir()));
    missing.map_or(Ok(()), |path| Err(SiteError::NoApp { path }))
}

/// Whether the widget's search engine was built into `app`.
pub(super) fn has_widget_engine(app: &Path) -> bool {
    app.join(format!("openroles-{ENGINE}.js")).is_file()
}

/// Copies the app that was built into `app`, and returns the new paths of its files.
pub(super) fn write_app(staging: &Staging, app: &Path) -> Result<AppAssets, SiteError> {
    let styles = STYLES.iter().map(|name| text(app, name)).collect::<Result<String, _>>()?;
    for name in KEPT {
        staging.write("app", name, &read(app, name)?)?;
    }
    write_brands(staging, &app.join(BRANDS))?;
    let boot = without_comments(&text(app, BOOT)?);
    let AppModules { script, wasm, search } = write_modules(staging, app)?;
    Ok(AppAssets {
        style: Some(staging.write_asset("style", "css", compact_style(&styles).as_bytes())?),
        boot: Some(staging.write_asset("boot", "js", boot.as_bytes())?),
        board: None,
        script: Some(script),
        wasm: Some(wasm),
        search_files: search,
        word_files: Vec::new(),
        reader_script: Some(staging.write_asset("reader", "js", &read(app, READER.script)?)?),
        reader_wasm: Some(staging.write_asset("reader", "wasm", &read(app, READER.wasm)?)?),
        touch_icon: None,
    })
}

/// The app's script and modules, as paths relative to the site's folder.
struct AppModules {
    script: String,
    wasm: String,
    /// Modules that the search page needs besides the main one.
    search: Vec<String>,
}

/// Copies the app's script and modules into one folder whose name carries a hash of them all: they refer to each other by
/// name, so a name can't carry the hash of its own file.
fn write_modules(staging: &Staging, app: &Path) -> Result<AppModules, SiteError> {
    let mut names = vec![APP.script.to_owned(), APP.wasm.to_owned()];
    for entry in fs::read_dir(app).map_err(unread(app))? {
        let name = entry.map_err(unread(app))?.file_name().to_string_lossy().into_owned();
        if name == MODULE_LOADER || MODULES.iter().any(|beginning| name.starts_with(beginning)) {
            names.push(name);
        }
    }
    names[2..].sort();
    let files = names.iter().map(|name| read(app, name)).collect::<Result<Vec<_>, _>>()?;
    let folder = format!("assets/app.{}", hash_of(&files.concat()));
    for (name, file) in names.iter().zip(&files) {
        staging.write("app", &format!("{folder}/{name}"), file)?;
    }
    let path = |name: &str| format!("{folder}/{name}");
    let search = names[2..].iter().filter(|name| name.ends_with(".wasm") && *name != LIVE_MODULE);
    Ok(AppModules { script: path(APP.script), wasm: path(APP.wasm), search: search.map(|name| path(name)).collect() })
}

fn write_brands(staging: &Staging, folder: &Path) -> Result<(), SiteError> {
    for entry in fs::read_dir(folder).map_err(unread(folder))? {
        let path = entry.map_err(unread(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        staging.write("app", &format!("{BRANDS}/{name}"), &fs::read(&path).map_err(unread(&path))?)?;
    }
    Ok(())
}

/// Program other than the app, as paths relative to the site's folder.
pub(super) struct SideProgram {
    /// JavaScript made by wasm-bindgen.
    pub(super) script: String,
    /// WebAssembly module.
    pub(super) wasm: String,
}

/// Copies the program called `name` from the app's folder; `None` if it wasn't built.
pub(super) fn write_program(staging: &Staging, app: &Path, name: &str) -> Result<Option<SideProgram>, SiteError> {
    let (script, wasm) = (format!("openroles-{name}.js"), format!("openroles-{name}_bg.wasm"));
    if !app.join(&script).is_file() {
        return Ok(None);
    }
    Ok(Some(SideProgram {
        script: staging.write_asset(name, "js", &read(app, &script)?)?,
        wasm: staging.write_asset(name, "wasm", &read(app, &wasm)?)?,
    }))
}

fn read(app: &Path, name: &str) -> Result<Vec<u8>, SiteError> {
    let path = app.join(name);
    fs::read(&path).map_err(unread(&path))
}

fn text(app: &Path, name: &str) -> Result<String, SiteError> {
    let path = app.join(name);
    fs::read_to_string(&path).map_err(unread(&path))
}

fn unread(path: &Path) -> impl Fn(io::Error) -> SiteError {
    move |source| match source.kind() {
        io::ErrorKind::NotFound => SiteError::NoApp { path: path.to_owned() },
        _ => at(path)(source),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_boot_script_is_written_without_comments() {
        let written = without_comments(include_str!("../../../../public/boot.js"));
        assert!(!written.contains("//") && !written.contains("/*"), "{written}");
    }
}
