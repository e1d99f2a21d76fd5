//! Which chunks of the index are being loaded, and which couldn't be.

use leptos::prelude::*;
use openroles_engine::index::ChunkId;

use super::load_error::LoadError;

/// Chunks being loaded, and the last failure.
#[derive(Clone, Copy)]
pub(super) struct ChunkLoading {
    pub(super) in_flight: StoredValue<Vec<ChunkId>>,
    pub(super) failure: RwSignal<Option<ChunkFailure>>,
}

#[derive(Clone, PartialEq)]
pub(super) struct ChunkFailure {
    pub(super) missing: Vec<ChunkId>,
    pub(super) error: LoadError,
}

impl ChunkLoading {
    pub(super) fn new() -> Self {
        Self { in_flight: StoredValue::new(Vec::new()), failure: RwSignal::new(None) }
    }

    /// Clears the failure, so that its chunks are loaded again. Returns whether there was one.
    pub(super) fn forget_failure(self) -> bool {
        let had_failed = self.failure.with_untracked(Option::is_some);
        self.failure.set(None);
        had_failed
    }

    pub(super) fn settle(self, chunks: &[ChunkId]) {
        self.in_flight.update_value(|in_flight| in_flight.retain(|id| !chunks.contains(id)));
    }
}
