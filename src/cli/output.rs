//! The terminal: results on standard output, complaints on standard error.

use std::{
    fmt::Display,
    io::{self, ErrorKind, Write},
    path::PathBuf,
};

use super::error::CliError;

/// Prints text as it is. A reader that has seen enough (`| head`) is no failure.
pub(super) fn print(text: &str) -> Result<(), CliError> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(source) if source.kind() != ErrorKind::BrokenPipe => {
            Err(CliError::Write { path: PathBuf::from("standard output"), source })
        }
        _ => Ok(()),
    }
}

/// Prints a value as one line of JSON.
pub(super) fn print_json(value: &serde_json::Value) -> Result<(), CliError> {
    print(&format!("{value}\n"))
}

/// Reports a problem; it begins with `error:` so that it stands out among other programs' lines.
pub(super) fn complain(problem: &impl Display) {
    eprintln!("error: {problem}");
}

/// Reports what went wrong with a part, while the whole goes on.
pub(super) fn warn(problem: &impl Display) {
    eprintln!("warning: {problem}");
}

/// `1 job`, `2 jobs`.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Text for one line of a terminal: what could move the cursor or change colors is left out.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|character| !character.is_control()).collect()
}
