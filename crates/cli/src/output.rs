//! The terminal: results go to standard output, problems to standard error.

use std::{
    env,
    fmt::Display,
    io::{self, ErrorKind, IsTerminal, Write},
    path::PathBuf,
};

use openroles_model::findings::Severity;
use serde::Serialize;

use super::error::CliError;

/// Prints text as it is. A reader that stops early (`| head`) is not an error.
pub(super) fn print(text: &str) -> Result<(), CliError> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(source) if source.kind() != ErrorKind::BrokenPipe => {
            Err(CliError::Write { path: PathBuf::from("standard output"), source })
        }
        _ => Ok(()),
    }
}

/// Whether text may have colors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colors {
    /// Standard output is a terminal, and `NO_COLOR` isn't set.
    Shown,
    /// Standard output is a file or another program, or `NO_COLOR` is set.
    None,
}

/// If this variable is set, even to nothing, there are no colors.
const NO_COLOR_VARIABLE: &str = "NO_COLOR";

impl Colors {
    /// Whether standard output may have colors.
    pub(super) fn of_output() -> Self {
        let is_wanted = io::stdout().is_terminal() && env::var_os(NO_COLOR_VARIABLE).is_none();
        if is_wanted { Self::Shown } else { Self::None }
    }

    /// The severity as a word, in its color.
    pub(super) fn painted(self, severity: Severity) -> String {
        const RED: u8 = 31;
        const YELLOW: u8 = 33;
        const CYAN: u8 = 36;
        let color = match severity {
            Severity::Lost | Severity::Required | Severity::Forbidden => RED,
            Severity::Warning => YELLOW,
            Severity::Note => CYAN,
        };
        match self {
            Self::Shown => format!("\u{1b}[{color}m{}\u{1b}[0m", severity.name()),
            Self::None => severity.name().to_owned(),
        }
    }
}

/// Prints a value as one line of JSON.
pub(super) fn print_json(value: &impl Serialize) -> Result<(), CliError> {
    let written = serde_json::to_string(value).map_err(io::Error::from);
    let text = written.map_err(|source| CliError::Write { path: PathBuf::from("standard output"), source })?;
    print(&(text + "\n"))
}

/// Reports a problem; `error:` distinguishes it from other programs' lines.
pub(super) fn complain(problem: &impl Display) {
    eprintln!("error: {problem}");
}

/// Reports a problem with one part, while the rest goes on.
pub(super) fn warn(problem: &impl Display) {
    eprintln!("warning: {problem}");
}

/// A number with its noun: `1 job`, `2 jobs`.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A number of bytes in a fitting unit: `345.6 kB`.
pub(super) fn shown_bytes(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// Text for one line of a terminal, without control characters, which could move the cursor or change colors.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|character| !character.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_color_is_around_the_word_alone_and_never_where_none_is_shown() {
        assert_eq!(Colors::Shown.painted(Severity::Lost), "\u{1b}[31mlost\u{1b}[0m");
        assert_eq!(Colors::Shown.painted(Severity::Note), "\u{1b}[36mnote\u{1b}[0m");
        assert_eq!(Colors::None.painted(Severity::Lost), "lost");
    }
}
