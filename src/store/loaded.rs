//! The state of anything that has to be loaded.

/// Pending, failed, or ready; being empty is a matter of the value.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded<T, E> {
    /// On its way.
    Pending,
    /// It did not arrive; the error says why and what helps.
    Failed(E),
    /// Here.
    Ready(T),
}

impl<T, E> Loaded<T, E> {
    /// Whether the value is here.
    pub fn is_ready(&self) -> bool {
        matches!(self, Self::Ready(_))
    }

    /// The value, once it is here.
    pub fn ready(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Pending | Self::Failed(_) => None,
        }
    }

    /// The same state of something made from the value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Loaded<U, E> {
        match self {
            Self::Pending => Loaded::Pending,
            Self::Failed(error) => Loaded::Failed(error),
            Self::Ready(value) => Loaded::Ready(make(value)),
        }
    }
}
