//! What the package is built from: every dependency comes from the registry, under a license one can ship, and none has a
//! hole that is known.
//!
//! Reads what `cargo metadata` says of the locked dependencies, and asks cargo-deny, where it is installed and can reach
//! its database, for what has been found in them; decides nothing about versions.

use serde_json::Value;

use crate::{
    Error,
    workspace::{Workspace, output_of, run},
};

/// Licenses that allow shipping the app and the tool under ours, asking for no more than a notice.
const PERMISSIVE: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Zlib",
];

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Fails unless every dependency is fit to be shipped.
pub(crate) fn check(workspace: &Workspace) -> Result<(), Error> {
    let mut metadata =
        workspace.cargo(["metadata", "--format-version", "1", "--locked", "--features", "app,cli,xtask"]);
    let answer = output_of(&mut metadata)?;
    let packages: Value =
        serde_json::from_str(&answer).map_err(|error| Error::Metadata { problem: error.to_string() })?;
    let packages = packages["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let objections: Vec<String> = packages.iter().filter_map(objection).collect();
    if packages.is_empty() {
        return Err(Error::Metadata { problem: "it lists no package".to_owned() });
    }
    if !objections.is_empty() {
        return Err(Error::Dependencies { objections });
    }
    println!("{} packages, all from the registry and under permissive licenses", packages.len());
    check_advisories(workspace)
}

/// Fails where something has been found in a dependency; where nobody can be asked, it says so.
fn check_advisories(workspace: &Workspace) -> Result<(), Error> {
    if output_of(&mut workspace.cargo(["deny", "--version"])).is_err() {
        println!("advisories: skipped, `cargo deny` is not installed");
        return Ok(());
    }
    if output_of(&mut workspace.cargo(["deny", "fetch", "db"])).is_err() {
        println!("advisories: skipped, the database cannot be reached");
        return Ok(());
    }
    run(&mut workspace.cargo(["deny", "--all-features", "check", "--disable-fetch", "advisories"]))
}

/// What speaks against shipping a package; packages without a source are this one.
fn objection(package: &Value) -> Option<String> {
    let source = package["source"].as_str()?;
    let (name, license) = (package["name"].as_str()?, package["license"].as_str().unwrap_or("no license"));
    if source != REGISTRY {
        return Some(format!("{name} comes from {source}: use a published version"));
    }
    (!is_permissive(license)).then(|| format!("{name} is under {license}: choose another crate"))
}

/// Whether an SPDX expression grants one permissive license in each of its parts: `(MIT OR GPL-3.0) AND Unicode-3.0`.
fn is_permissive(expression: &str) -> bool {
    let expression = expression.replace(['(', ')'], "").replace('/', " OR ");
    expression.split(" AND ").all(|part| part.split(" OR ").any(|license| PERMISSIVE.contains(&license.trim())))
}
