//! What was answered about something, kept.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, OnceLock};

/// Answers to questions about something, each computed once.
#[derive(Debug)]
pub(super) struct Memo<K, V>(Mutex<HashMap<K, Arc<OnceLock<V>>>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// The answer kept for `about`, or the one that `compute` gives now. Two who ask about the same wait for one computation; two who
    /// ask about different things do not wait for each other.
    pub(super) fn answer(&self, about: K, compute: impl FnOnce() -> V) -> V {
        let place = {
            // Nothing below the lock can fail half-way, so a poisoned map is whole.
            let mut kept = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            Arc::clone(kept.entry(about).or_default())
        };
        place.get_or_init(compute).clone()
    }
}
