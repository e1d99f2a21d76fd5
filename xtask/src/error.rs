//! Failures of developer commands, each with its evidence and the command that fixes it.

use std::{fmt, io, path::PathBuf};

/// Why a developer command could not go on.
#[derive(Debug)]
pub(crate) enum Error {
    /// A program is not installed.
    Missing { program: String, remedy: String },
    /// A program is installed, but does not start.
    NotStarted { program: String, source: io::Error },
    /// A program ran and failed.
    Failed { command: String, ending: String },
    /// A file could not be read or written.
    File { path: PathBuf, source: io::Error },
    /// The result of an earlier step is missing.
    NotBuilt { path: PathBuf, remedy: &'static str },
    /// The output of `cargo metadata` can't be used.
    Metadata { problem: String },
    /// A file has unexpected contents.
    Unusable { path: PathBuf, problem: String },
    /// Some dependencies can't be shipped.
    Dependencies { objections: Vec<String> },
    /// A test runner succeeded without running a test.
    NoTests { command: String },
    /// The command was not started by cargo.
    NotUnderCargo,
    /// A lock file does not name a package.
    NotLocked { package: &'static str, file: PathBuf },
}

impl Error {
    /// Distinguishes a missing program from one that does not start.
    pub(crate) fn starting(program: &str, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound => {
                Self::Missing { program: program.to_owned(), remedy: remedy_for(program).to_owned() }
            }
            _ => Self::NotStarted { program: program.to_owned(), source },
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { program, remedy } => write!(formatter, "`{program}` is not installed: {remedy}"),
            Self::NotStarted { program, source } => write!(formatter, "`{program}` could not be started: {source}"),
            Self::Failed { command, ending } => write!(formatter, "`{command}` failed with {ending}"),
            Self::File { path, source } => write!(formatter, "{}: {source}", path.display()),
            Self::NotBuilt { path, remedy } => write!(formatter, "{} does not exist yet: {remedy}", path.display()),
            Self::Metadata { problem } => {
                write!(formatter, "`cargo metadata` returned no list of dependencies ({problem}): update the toolchain")
            }
            Self::Unusable { path, problem } => {
                write!(
                    formatter,
                    "{}: {problem}: use another file, or delete this one if it was generated",
                    path.display()
                )
            }
            Self::Dependencies { objections } => {
                write!(formatter, "dependencies that cannot be shipped:\n  {}", objections.join("\n  "))
            }
            Self::NoTests { command } => {
                write!(formatter, "`{command}` ran no tests: see above for the files that it looked for")
            }
            Self::NotUnderCargo => {
                write!(formatter, "the workspace is unknown: run this command as `cargo xtask …`")
            }
            Self::NotLocked { package, file } => {
                write!(formatter, "{} does not contain {package}: restore the file with `git checkout`", file.display())
            }
        }
    }
}

/// The command or address that installs `program`.
fn remedy_for(program: &str) -> &'static str {
    match program {
        "node" | "npm" | "npx" => {
            "install Node.js 20 or later from https://nodejs.org, or with `apt-get install nodejs npm` on Debian"
        }
        "java" => "install Java 17 or later, such as with `apt-get install default-jre-headless` on Debian",
        "cargo" | "rustc" | "rustup" => "install Rust from https://rustup.rs",
        _ => "install it and put it on PATH",
    }
}
