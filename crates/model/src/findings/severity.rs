//! One scale for everything that is found.

/// How much a finding matters, most severe first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The job isn't on the board.
    Lost,
    /// Required: without it, a search engine's job listing refuses the job, or nobody can apply.
    Required,
    /// Breaks a rule of the listing, which may exclude the whole site.
    Forbidden,
    /// Something isn't shown as intended.
    Warning,
    /// Optional: nothing is lost, but the job could be shown or listed better.
    Note,
}

impl Severity {
    /// One-word name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Required => "required",
            Self::Forbidden => "forbidden",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}
