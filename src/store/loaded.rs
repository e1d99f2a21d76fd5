//! State of anything that has to be loaded.

/// Pending, failed, or ready. Whether a value is empty is up to the value.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded<T, E> {
    /// Not loaded yet.
    Pending,
    /// Failed; the error says why and what to do.
    Failed(E),
    /// Loaded.
    Ready(T),
}

impl<T, E> Loaded<T, E> {
    /// Whether the value is loaded.
    pub fn is_ready(&self) -> bool {
        matches!(self, Self::Ready(_))
    }

    /// The value, if it is loaded.
    pub fn ready(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Pending | Self::Failed(_) => None,
        }
    }

    /// Applies `make` to a loaded value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Loaded<U, E> {
        match self {
            Self::Pending => Loaded::Pending,
            Self::Failed(error) => Loaded::Failed(error),
            Self::Ready(value) => Loaded::Ready(make(value)),
        }
    }
}
