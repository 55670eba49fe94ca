//! Chance in talks: one stream for each seat, from the seed alone.

use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

/// The chance of one seat. Seats draw from streams of their own, so that what one of them draws changes nothing for another.
///
/// ```
/// use detente_talks::chance_of;
/// use rand::RngExt;
///
/// let drawn = |seed, seat| chance_of(seed, seat).random::<u64>();
/// assert_eq!(drawn(1, 0), drawn(1, 0));
/// assert_ne!(drawn(1, 0), drawn(1, 1));
/// ```
pub fn chance_of(seed: u64, seat: usize) -> ChaCha8Rng {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    chance.set_stream(seat as u64);
    chance
}
