//! A temporary folder that the built tool runs in, and how a command ended.
//!
//! For every target that drives the tool from outside; it doesn't know what the commands print or write.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

pub(crate) mod tiny_app;

/// The day on which commands run, unless a test says otherwise.
pub(crate) const NOW: &str = "2026-11-23";

/// A temporary folder that commands run in; dropping it removes the folder.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    /// An absolute path in the folder.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Writes a file and creates its parent folders.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("created");
        fs::write(path, text).expect("written");
    }

    /// A file of the site in `site`, as text.
    pub(crate) fn page(&self, path: &str) -> String {
        fs::read_to_string(self.path("site").join(path)).unwrap_or_else(|error| panic!("site/{path}: {error}"))
    }

    /// The tool with these arguments; a `build` without `--app` uses the tiny app.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.bare_command(arguments);
        if arguments.first() == Some(&"build") && !arguments.contains(&"--app") {
            command.args(["--app", &tiny_app::folder()]);
        }
        command
    }

    /// The tool with exactly these arguments.
    pub(crate) fn bare_command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_openroles"));
        command.current_dir(self.0.path()).args(arguments).stdin(Stdio::null());
        command
    }
}

/// How a command ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// The exit code; -1 if a signal ended the command.
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    /// Runs a command to its end.
    pub(crate) fn of(command: &mut Command) -> Self {
        Self::from_output(&command.output().expect("started"))
    }

    pub(crate) fn from_output(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
    }
}
