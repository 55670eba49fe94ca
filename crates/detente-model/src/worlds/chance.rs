//! Where in the streams of chance each path has its numbers.

use rand::rand_core::Rng;
use rand::rngs::ChaCha8Rng;

/// The numbers in [0, 1) at the position of a key.
pub(super) fn uniforms(rng: &mut ChaCha8Rng, key: u64, count: usize) -> impl Iterator<Item = f64> {
    // 2^24 words for each key: more than any order of importance needs.
    rng.set_word_pos(u128::from(key) << 24);
    (0..count).map(|_| (rng.next_u64() >> 11) as f64 / (1u64 << 53) as f64)
}

/// FNV-1a over the path: stable across platforms, versions and the order of the file.
pub(super) fn key_of(path: &str) -> u64 {
    let hash = path.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // Word positions have 68 bits, of which 24 lie inside the key's own stretch.
    hash >> 20
}
