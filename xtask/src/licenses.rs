//! Checks the dependencies: all come from the registry, under licenses that allow shipping, and without known
//! vulnerabilities.
//!
//! Reads `cargo metadata` for the locked dependencies. Asks cargo-deny about vulnerabilities, if it is installed and
//! can reach its database. Doesn't decide about versions.

use serde_json::Value;

use crate::{
    Error,
    workspace::{Workspace, output_of, run},
};

/// Licenses that allow shipping the app and the tool under ours, and require no more than a notice.
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

/// Fails unless every dependency can be shipped.
pub(crate) fn check(workspace: &Workspace) -> Result<(), Error> {
    let mut metadata = workspace.cargo(["metadata", "--format-version", "1", "--locked", "--all-features"]);
    let answer = output_of(&mut metadata)?;
    let packages: Value =
        serde_json::from_str(&answer).map_err(|error| Error::Metadata { problem: error.to_string() })?;
    let packages = packages["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let objections: Vec<String> = packages.iter().filter_map(objection).collect();
    if packages.is_empty() {
        return Err(Error::Metadata { problem: "it lists no packages".to_owned() });
    }
    if !objections.is_empty() {
        return Err(Error::Dependencies { objections });
    }
    println!("{} packages, all from the registry and under permissive licenses", packages.len());
    check_advisories(workspace)
}

/// Fails if a dependency has a known vulnerability; prints a note if that can't be checked.
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

/// The reason why a package can't be shipped, if any. A package without a source is this one.
fn objection(package: &Value) -> Option<String> {
    let source = package["source"].as_str()?;
    let (name, license) = (package["name"].as_str()?, package["license"].as_str().unwrap_or("no license"));
    if source != REGISTRY {
        return Some(format!("{name} comes from {source}: use a published version"));
    }
    (!is_permissive(license)).then(|| format!("{name} is under {license}: choose another crate"))
}

/// Whether each part of an SPDX expression allows a permissive license: `(MIT OR GPL-3.0) AND Unicode-3.0`.
fn is_permissive(expression: &str) -> bool {
    let expression = expression.replace(['(', ')'], "").replace('/', " OR ");
    expression.split(" AND ").all(|part| part.split(" OR ").any(|license| PERMISSIVE.contains(&license.trim())))
}
