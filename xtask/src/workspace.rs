//! The folders of the workspace, the build output, and the tools, and how to run programs there.
//!
//! Every program starts in the workspace's folder, with the installed tools first on its `PATH`.

use std::{
    env,
    ffi::{OsStr, OsString},
    fs,
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
};

use crate::{Error, tally::TestTally};

/// The folders that developer commands use.
pub(crate) struct Workspace {
    /// The workspace's folder, with Cargo.toml.
    pub(crate) root: PathBuf,
    /// Cargo's build output.
    pub(crate) target: PathBuf,
    /// Installed tools, shared by all checkouts.
    pub(crate) tools: PathBuf,
}

impl Workspace {
    /// The workspace in which cargo started this command.
    pub(crate) fn locate() -> Result<Self, Error> {
        let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or(Error::NotUnderCargo)?);
        let root = package.parent().ok_or(Error::NotUnderCargo)?.to_owned();
        // The running program is TARGET/debug/xtask, wherever the configuration puts TARGET.
        let program = env::current_exe().map_err(|source| Error::File { path: root.clone(), source })?;
        let target = program.ancestors().nth(2).ok_or(Error::NotUnderCargo)?.to_owned();
        let tools = tools_folder().unwrap_or_else(|| target.join("tools"));
        Ok(Self { root, target, tools })
    }

    /// A program that runs in the workspace's folder.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.search_path());
        // `cargo xtask` set these for this process only; another cargo must set its own.
        for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME", "CARGO_PKG_VERSION"] {
            command.env_remove(name);
        }
        command
    }

    /// `cargo` with these arguments.
    pub(crate) fn cargo<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments);
        command
    }

    /// The path of `program` on `PATH`, with the tools' folder first.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.search_path()).map(|folder| folder.join(program)).find(|path| is_executable(path))
    }

    fn search_path(&self) -> OsString {
        let own = [self.tools.join("bin"), self.tools.join("node_modules/.bin")];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = own.into_iter().chain(env::split_paths(&inherited));
        env::join_paths(folders).unwrap_or(inherited)
    }
}

/// Prints a command, runs it, and fails unless it succeeds.
pub(crate) fn run(command: &mut Command) -> Result<(), Error> {
    println!("$ {}", shown(command));
    run_quietly(command)
}

/// Runs a command without printing it, and fails unless it succeeds.
pub(crate) fn run_quietly(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(|source| Error::starting(&program(command), source))?;
    expect_success(command, status)
}

/// Runs a command without printing it, and returns its standard output.
pub(crate) fn output_of(command: &mut Command) -> Result<String, Error> {
    let output = command.stderr(Stdio::null()).output().map_err(|source| Error::starting(&program(command), source))?;
    expect_success(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Prints and runs a command, with its output going into a file.
pub(crate) fn run_into(command: &mut Command, path: &Path) -> Result<(), Error> {
    println!("$ {} > {}", shown(command), path.display());
    let file = fs::File::create(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let status = command.stdout(file).status().map_err(|source| Error::starting(&program(command), source))?;
    expect_success(command, status)
}

/// Prints and runs a test runner. Shows its output, and adds up the tests that it reports; it must report some.
pub(crate) fn run_tests(command: &mut Command, tally: &mut TestTally) -> Result<(), Error> {
    println!("$ {}", shown(command));
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|source| Error::starting(&program(command), source))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.map_err(|source| Error::NotStarted { program: program(command), source })?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            tally.read(&line);
        }
    }
    let status = child.wait().map_err(|source| Error::NotStarted { program: program(command), source })?;
    expect_success(command, status)?;
    if *tally == TestTally::default() {
        return Err(Error::NoTests { command: shown(command) });
    }
    Ok(())
}

/// Creates an empty folder, or empties it.
pub(crate) fn empty_folder(path: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(path)(error)),
        _ => make_folder(path),
    }
}

/// Names the file that an error is about.
pub(crate) fn at(path: &Path) -> impl Fn(io::Error) -> Error {
    move |source| Error::File { path: path.to_owned(), source }
}

/// Creates a folder and its parents.
pub(crate) fn make_folder(path: &Path) -> Result<(), Error> {
    fs::create_dir_all(path).map_err(at(path))
}

fn expect_success(command: &Command, status: ExitStatus) -> Result<(), Error> {
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed { command: shown(command), ending: status.to_string() })
}

fn program(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// `$OPENROLES_TOOLS`, or a folder in the user's cache.
fn tools_folder() -> Option<PathBuf> {
    if let Some(folder) = env::var_os("OPENROLES_TOOLS") {
        return Some(PathBuf::from(folder));
    }
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")));
    cache.map(|cache| cache.join("openroles/tools"))
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let is_runnable = |metadata: fs::Metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0;
    fs::metadata(path).is_ok_and(is_runnable)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}

/// The time of the last change, to tell which file is older.
pub(crate) fn modified(path: &Path) -> io::Result<std::time::SystemTime> {
    fs::metadata(path)?.modified()
}
