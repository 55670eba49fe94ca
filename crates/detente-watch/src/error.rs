//! Why there is no answer.

use detente_durability::DurabilityError;
use detente_exchange::ExchangeError;

/// Why the day after cannot be told.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum WatchError {
    /// The exchange makes no sense.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// The durability makes no sense.
    #[error(transparent)]
    Durability(#[from] DurabilityError),
}
